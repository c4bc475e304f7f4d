import NormaArrays
import StableHLO
import Testing

private func type(_ scalar: ScalarType, _ count: Int) -> TensorType { TensorType(scalar, [count]) }

@Suite struct ConversionMeaningTests {
  @Test(
    arguments: [
      (ScalarType.i8, [2.9, -2.9, 200, -200, .nan, .infinity], [2, -2, 127, -128, 0, 127]),
      (.ui8, [2.9, -2.9, 300, .nan], [2, 0, 255, 0]),
      (.i32, [2_147_483_648, -2_147_483_649, 1e300], [2_147_483_647, -2_147_483_648, 2_147_483_647]),
      (.i64, [0x1p63, -0x1p63, -0x1p64, 0x1p62], [.max, .min, .min, 1 << 62]),
      (.ui64, [0x1p63, 0x1p64, -1, 3.7], [.min, -1, 0, 3]),
      (.i1, [0, -0.0, 0.1, .nan, -5], [0, 0, 1, 1, 1]),
    ] as [(ScalarType, [Double], [Int64])])
  func `floats to integers are cut, and held in the range`(
    _ scalar: ScalarType, _ x: [Double], _ expected: [Int64]
  ) throws {
    let result = try Operation.convert.on(.floats(x, .f64), as: type(scalar, x.count))
    #expect(result.integerElements == expected)
  }

  @Test(
    arguments: [
      (ScalarType.i32, ScalarType.i8, [300, -129, 5], [44, 127, 5]),
      (.i8, .ui64, [-1], [-1]), (.i8, .ui32, [-1], [4_294_967_295]), (.ui8, .i8, [200], [-56]),
      (.i32, .i1, [0, 2, -1], [0, 1, 1]), (.i1, .i32, [0, 1], [0, 1]),
    ] as [(ScalarType, ScalarType, [Int64], [Int64])])
  func `integers to integers wrap`(
    _ from: ScalarType, _ to: ScalarType, _ x: [Int64], _ expected: [Int64]
  ) throws {
    #expect(try Operation.convert.on(.integers(x, from), as: type(to, x.count)).integerElements == expected)
  }

  @Test(
    arguments: [
      (
        ScalarType.i64, ScalarType.f32, [16_777_217, (1 << 60) + (1 << 36) + 1],
        [16_777_216, 0x1p60 + 0x1p37]
      ),
      (.i64, .bf16, [(1 << 60) + (1 << 52) + 1, (1 << 60) + (1 << 52)], [0x1p60 + 0x1p53, 0x1p60]),
      (.ui64, .f32, [-1], [0x1p64]), (.ui64, .f64, [-1], [0x1p64]), (.i64, .f64, [.max], [0x1p63]),
      (.i32, .f16, [65_520, 65_519, -70_000], [.infinity, 65_504, -.infinity]),
    ] as [(ScalarType, ScalarType, [Int64], [Double])])
  func `integers to floats are rounded once`(
    _ from: ScalarType, _ to: ScalarType, _ x: [Int64], _ expected: [Double]
  ) throws {
    #expect(try Operation.convert.on(.integers(x, from), as: type(to, x.count)).doubles == expected)
  }

  @Test(
    arguments: [
      (
        ScalarType.bf16, [1.00390625, 1.01171875, 3.4e38, -0.0, 0x1p-133, 0x1p-134, 0x1.8p-134],
        [1, 1.015625, .infinity, -0.0, 0x1p-133, 0, 0x1p-133]
      ),
      (
        .f16, [65_519, 65_520, 0x1p-24, 0x1p-25, -0x1.8p-25, 2049, 2051],
        [65_504, .infinity, 0x1p-24, 0, -0x1p-24, 2048, 2052]
      ),
      (
        .f32, [0x1p-149, 0x1p-150, 1 + 0x1p-24, 1 + 0x1.8p-24, 1e39],
        [0x1p-149, 0, 1, 1 + 0x1p-23, .infinity]
      ),
      (.f64, [.nan, 0.1], [.nan, 0.1]),
    ] as [(ScalarType, [Double], [Double])])
  func `floats to floats are rounded to nearest even, subnormals kept`(
    _ scalar: ScalarType, _ x: [Double], _ expected: [Double]
  ) throws {
    let result = try Operation.convert.on(.floats(x, .f64), as: type(scalar, x.count))
    #expect(same(result.doubles, expected), "\(result.doubles)")
  }

  @Test(arguments: [ScalarType.f16, .bf16])
  func `every bit pattern survives as a value`(_ scalar: ScalarType) {
    let patterns = (0...UInt64(0xFFFF)).map { $0 }
    let value = TensorValue(type(scalar, patterns.count), bits: patterns)
    #expect(value.bits == patterns)
    #expect(TensorValue(value.literal).bits == patterns)
    #expect(TensorValue(value.array).bits == patterns)
  }

  @Test(arguments: ScalarType.allCases)
  func `arrays and literals give back the elements they took`(_ scalar: ScalarType) {
    let mask: UInt64 = scalar.bitWidth == 64 ? .max : (1 << UInt64(scalar.bitWidth)) - 1
    let patterns = [0, 1, 0xFEDC_BA98_7654_3210, 0x7F80_0001_7FC0_0001, .max].map { $0 & mask }
    let value = TensorValue(type(scalar, patterns.count), bits: patterns)
    #expect(TensorValue(value.array).bits == patterns)
    #expect(TensorValue(value.literal).bits == patterns)
    #expect(
      TensorValue(Literal(type(scalar, 3), .splat(patterns[2]))).bits
        == Array(repeating: patterns[2], count: 3))
  }

  @Test func `bits are split with the lowest first and joined again`() throws {
    let words = TensorValue(type(.i32, 2), bits: [0x0403_0201, 0xFFEE_DDCC])
    let bytes = try Operation.bitcastConvert.on(words, as: TensorType(.ui8, [2, 4]))
    #expect(bytes.integerElements == [1, 2, 3, 4, 0xCC, 0xDD, 0xEE, 0xFF])
    #expect(try Operation.bitcastConvert.on(bytes, as: words.type).bits == words.bits)
  }

  @Test func `bits of floats are read as integers and back`() throws {
    let floats = TensorValue.floats([1, -0.0, .infinity])
    let bits = try Operation.bitcastConvert.on(floats, as: type(.ui32, 3))
    #expect(bits.integerElements == [0x3F80_0000, 0x8000_0000, 0x7F80_0000])
    #expect(same(try Operation.bitcastConvert.on(bits, as: floats.type).doubles, floats.doubles))
  }

  @Test(
    arguments: [
      (
        5, 2, [-.infinity, .infinity, .nan, 0.0, 1000.0, 1_000_000.0],
        [-.infinity, .infinity, .nan, 0.0, 1024.0, .infinity]
      ),
      (5, 10, [65_519, 65_520, 0x1p-14, 0x1p-15, -0x1p-24], [65_504, .infinity, 0x1p-14, 0, -0.0]),
      (8, 7, [1.00390625, 1.01171875, 0x1p-133, 0x1p-134, 3.4e38], [1, 1.015625, 0x1p-133, 0, .infinity]),
      (8, 23, [0x1p-149, 1 + 0x1p-23], [0x1p-149, 1 + 0x1p-23]),
      (11, 52, [0x1p-149, 0x1.fffffep127], [0x1p-149, 0x1.fffffep127]),
      (8, 0, [1.5, 2.5, 3], [2, 2, 4]),
    ] as [(Int, Int, [Double], [Double])])
  func `reduce_precision rounds, overflows, and flushes what is below the normal exponents`(
    _ exponentBits: Int, _ mantissaBits: Int, _ x: [Double], _ expected: [Double]
  ) throws {
    let operation = Operation.reducePrecision(exponentBits: exponentBits, mantissaBits: mantissaBits)
    let result = try operation.on(.floats(x))
    #expect(same(result.doubles, expected), "\(result.doubles)")
  }
}
