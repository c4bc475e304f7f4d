import NormaArrays
import StableHLO
import Testing

@Suite struct LiteralTextTests {
  private func literal(_ elements: String, _ type: String) throws -> Literal {
    let module = try Module(
      parsing: "func.func @f() {\n%0 = stablehlo.constant dense<\(elements)> : \(type)\nreturn\n}")
    guard case .constant(let literal) = module.functions[0].body.instructions[0].operation else {
      throw NoConstant()
    }
    return literal
  }
  private struct NoConstant: Error {}

  @Test(
    arguments: [
      ("1.0", "f32", 0x3F80_0000), ("0.1", "f32", 0x3DCC_CCCD), ("9.99999974E-6", "f32", 0x3727_C5AC),
      ("1.0e39", "f32", 0x7F80_0000), ("-1.0e-60", "f32", 0x8000_0000), ("1.4e-45", "f32", 1),
      ("0x7FC00001", "f32", 0x7FC0_0001), ("16777217.0", "f32", 0x4B80_0000),
      // Just above the middle of two values, where a rounding to Double on the way would lose it.
      ("16777217.00000000000000000001", "f32", 0x4B80_0001),
      ("1.00390625", "bf16", 0x3F80), ("1.00390626", "bf16", 0x3F81), ("1.01171875", "bf16", 0x3F82),
      ("1.003906250000000000000000000000000000001", "bf16", 0x3F81), ("3.4e38", "bf16", 0x7F80),
      ("65504.0", "f16", 0x7BFF), ("65519.99", "f16", 0x7BFF), ("65520.0", "f16", 0x7C00),
      ("6.0e-8", "f16", 1), ("2.9e-8", "f16", 0), ("2.98023223876953125e-8", "f16", 0),
      ("2.98023223876953126e-8", "f16", 1), ("0.000061005353927612305", "f16", 0x400),
      ("0.0000610053539276123", "f16", 0x3FF),
      ("-5", "f32", 0xC0A0_0000), ("5.0e-324", "f64", 1),
      ("1.7976931348623157e308", "f64", 0x7FEF_FFFF_FFFF_FFFF),
      ("-128", "i8", 0x80), ("255", "i8", 0xFF), ("0xFF", "i8", 0xFF), ("-1", "i64", UInt64.max),
      ("18446744073709551615", "ui64", UInt64.max), ("true", "i1", 1), ("0", "i1", 0), ("\"0xFF\"", "i1", 1),
    ] as [(String, String, UInt64)])
  func `an element has the bits of the nearest value`(text: String, scalar: String, bits: UInt64) throws {
    #expect(try literal(text, "tensor<\(scalar)>").elements == .splat(bits))
  }

  @Test(arguments: [
    ("-1", "ui8"), ("-129", "i8"), ("256", "ui8"), ("18446744073709551616", "ui64"), ("1.0", "i1"),
    ("2", "i1"),
    ("0x123456789", "f32"), ("1e5x", "f32"), (".5", "f32"), ("1.5e", "f32"), ("-", "i32"), ("nan", "f32"),
    ("-0x1", "i32"), ("0x", "i32"), ("[1]", "i32"),
  ])
  func `an element outside its type is refused`(text: String, scalar: String) {
    #expect(throws: ParseError.self) { try literal(text, "tensor<\(scalar)>") }
  }

  @Test func `lists, bytes and repeated elements are one constant`() throws {
    let listed = try literal("[[1, 2], [-1, 4]]", "tensor<2x2xi16>")
    #expect(listed.elements == .dense([1, 0, 2, 0, 255, 255, 4, 0]))
    #expect(try literal("\"0x01000200FFFF0400\"", "tensor<2x2xi16>") == listed)
    #expect(try literal("[3, 3]", "tensor<2xi16>") == literal("3", "tensor<2xi16>"))
    #expect(try literal("\"0x0300\"", "tensor<2xi16>") == literal("3", "tensor<2xi16>"))
    #expect(try literal("[[], []]", "tensor<2x0xi16>") == literal("", "tensor<2x0xi16>"))
    #expect(try literal("\"0x0101000101000001\"", "tensor<8xi1>") == literal("\"0x9B\"", "tensor<8xi1>"))
  }

  @Test func `a repeated element takes no memory for its repetitions`() throws {
    let literal = try literal("0.0", "tensor<999999999999xf32>")
    #expect(literal.elements == .splat(0))
    #expect(literal.description == "dense<0.000000e+00> : tensor<999999999999xf32>")
  }

  @Test(arguments: [ScalarType.f16, .bf16], 0..<8)
  func `every value of 16 bits prints as text that has its bits`(scalar: ScalarType, part: Int) throws {
    for start in stride(from: part * 8192, to: (part + 1) * 8192, by: 64 * 9) {
      let type = TensorType(scalar, [64])
      let patterns = (start..<start + 64).map { UInt16(truncatingIfNeeded: $0) }
      let bytes = patterns.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      let value = Literal(type, .dense(bytes))
      #expect(try literal(String(value.description.dropFirst(6).prefix { $0 != ">" }), "\(type)") == value)
    }
  }

  @Test(
    arguments: [
      (ScalarType.f32, 0x3DCC_CCCD, "1.000000e-01"), (.f32, 0x3EAA_AAAB, "3.3333334e-01"),
      (.f32, 0, "0.000000e+00"),
      (.f32, 0x7F7F_FFFF, "3.4028235e+38"), (.f32, 0xFF80_0000, "0xFF800000"),
      (.f32, 0x4B80_0000, "1.6777216e+07"),
      (.bf16, 0x3DCD, "1.000000e-01"), (.f16, 0x2E66, "1.000000e-01"), (.f16, 0x7E00, "0x7E00"),
      (.f64, 1, "5.000000e-324"), (.f64, 0x3FD5_5555_5555_5555, "3.333333333333333e-01"),
      (.i8, 0xFF, "-1"), (.ui8, 0xFF, "255"), (.i1, 1, "true"), (.i64, 1 << 63, "-9223372036854775808"),
    ] as [(ScalarType, UInt64, String)])
  func `an element prints with as many digits as it needs`(scalar: ScalarType, bits: UInt64, text: String) {
    #expect(Literal(TensorType(scalar, []), .splat(bits)).description == "dense<\(text)> : tensor<\(scalar)>")
  }

  @Test func `many elements print as bytes`() throws {
    let bytes: [UInt8] = (0..<101).flatMap { [UInt8($0), 1] as [UInt8] }
    let value = Literal(TensorType(.i16, [101]), .dense(bytes))
    #expect(value.description.hasPrefix("dense<\"0x000101010201"))
    let again = try literal(String(value.description.dropFirst(6).prefix { $0 != ">" }), "tensor<101xi16>")
    #expect(again == value)
  }
}
