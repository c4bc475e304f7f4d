import NormaArrays
import StableHLO
import Testing

@testable import NormaRuntime

/// A pairing of axes and the shapes it is applied to.
struct Pairing: Sendable, CustomTestStringConvertible {
  var dimensions: DotDimensions
  var left: Shape, right: Shape, result: Shape
  var testDescription: String {
    "\(left) \(dimensions.leftBatching) \(dimensions.leftContracting) x "
      + "\(right) \(dimensions.rightBatching) \(dimensions.rightContracting)"
  }

  static func of(
    _ left: Shape, _ leftContracting: [Int], _ right: Shape, _ rightContracting: [Int], _ result: Shape,
    batching: ([Int], [Int]) = ([], [])
  ) -> Pairing {
    let dimensions = DotDimensions(
      leftBatching: batching.0, rightBatching: batching.1, leftContracting: leftContracting,
      rightContracting: rightContracting)
    return Pairing(dimensions: dimensions, left: left, right: right, result: result)
  }

  static let all = [
    of([3, 4], [1], [4, 5], [0], [3, 5]),
    of([4, 3], [0], [4, 5], [0], [3, 5]),
    of([3, 4], [1], [5, 4], [1], [3, 5]),
    of([4, 3], [0], [5, 4], [1], [3, 5]),
    of([4], [0], [4], [0], []),
    of([1, 4], [1], [4, 1], [0], [1, 1]),
    of([3, 1], [1], [1, 5], [0], [3, 5]),
    of([1, 1], [0], [1, 7], [0], [1, 7]),
    of([3], [], [5], [], [3, 5]),
    of([2, 3, 4], [2], [2, 4, 5], [1], [2, 3, 5], batching: ([0], [0])),
    of([3, 2, 4], [2], [4, 5, 2], [0], [2, 3, 5], batching: ([1], [2])),
    of([2, 3, 6, 4], [1, 3], [4, 3, 5], [1, 0], [2, 6, 5]),
    of([2, 3, 4], [1, 2], [3, 4, 5, 2], [0, 1], [2, 5, 2]),
    of([2, 3, 4, 2], [2], [2, 5, 2, 4], [3], [2, 2, 3, 5], batching: ([0, 3], [0, 2])),
    of([270, 2], [1], [2, 3], [0], [270, 3]),
    of([2, 2], [1], [2, 530], [0], [2, 530]),
    of([0, 4], [1], [4, 5], [0], [0, 5]),
    of([3, 0], [1], [0, 5], [0], [3, 5]),
    of([0, 3, 4], [2], [0, 4, 5], [1], [0, 3, 5], batching: ([0], [0])),
  ]
}

/// Small whole numbers, so that every type holds every sum exactly.
private func wholeNumbers(_ shape: Shape, seed: Int, _ scalar: ScalarType) -> NDArray {
  let limit = scalar == .i1 || scalar.isUnsignedInteger ? 0 : -2
  let values = (0..<shape.elementCount).map {
    Int64(($0 * 7 + seed) % 5 == 0 ? 0 : limit + ($0 * 3 + seed) % 4)
  }
  return NDArray(values, shape: shape).converted(to: scalar)
}

/// The definition: for each index of the result, the sum over the contracting indices.
private func defined(_ pairing: Pairing, _ left: [Int64], _ right: [Int64]) -> [Int64] {
  let dot = pairing.dimensions
  let leftFree = dot.leftFree(rank: pairing.left.rank), rightFree = dot.rightFree(rank: pairing.right.rank)
  let contracted = Shape(dot.leftContracting.map { pairing.left[$0] })
  return indices(pairing.result).map { index in
    let batch = index.prefix(dot.leftBatching.count)
    let free = index.dropFirst(batch.count)
    return indices(contracted).reduce(0) { sum, inner in
      func offset(_ shape: Shape, _ axes: [Int], _ places: [Int]) -> Int {
        zip(axes, places).reduce(0) { $0 + shape.strides[$1.0] * $1.1 }
      }
      let l = offset(
        pairing.left, dot.leftBatching + leftFree + dot.leftContracting,
        Array(batch) + free.prefix(leftFree.count) + inner)
      let r = offset(
        pairing.right, dot.rightBatching + rightFree + dot.rightContracting,
        Array(batch) + free.suffix(rightFree.count) + inner)
      return sum + left[l] * right[r]
    }
  }
}

private func indices(_ shape: Shape) -> [[Int]] {
  shape.dimensions.reduce([[]]) { prefixes, extent in
    prefixes.flatMap { prefix in (0..<extent).map { prefix + [$0] } }
  }
}

private func product(
  _ pairing: Pairing, _ left: NDArray, _ right: NDArray, as scalar: ScalarType, threads: Int = 2,
  library: LinearAlgebra?
) throws -> NDArray {
  let plan = try DotProduct(
    pairing.dimensions, left: TensorType(left.scalarType, left.shape),
    right: TensorType(right.scalarType, right.shape), result: TensorType(scalar, pairing.result))
  let result = NDArray(uninitialized: scalar, shape: pairing.result)
  unsafe plan.run(
    left: left.baseAddress, right: right.baseAddress, result: result.mutableBaseAddress,
    on: RowParallelism(threads: threads), library: library)
  withExtendedLifetime((left, right)) {}
  return result
}

@Suite struct DotProductTests {
  @Test(arguments: Pairing.all)
  func `every pairing of axes gives the sums of its definition, in every type`(pairing: Pairing) throws {
    for scalar in ScalarType.allCases where scalar != .i1 {
      let left = wholeNumbers(pairing.left, seed: 1, scalar)
      let right = wholeNumbers(pairing.right, seed: 2, scalar)
      let expected = NDArray(
        defined(pairing, left.converted(to: .i64).elements(), right.converted(to: .i64).elements()),
        shape: pairing.result)
      for library in [nil, LinearAlgebra.found] {
        let found = try product(pairing, left, right, as: scalar, library: library)
        #expect(
          found.converted(to: .i64).isBitwiseEqual(to: expected), "\(scalar), \(library?.path ?? "plain")")
      }
    }
  }

  /// A weight's gradient: 2100 terms for each result, in parts of 512. Both layouts of both operands.
  @Test(arguments: [
    Pairing.of([2100, 3], [0], [2100, 4], [0], [3, 4]), .of([3, 2100], [1], [2, 2100], [1], [3, 2]),
    .of([2, 2, 2100], [2], [2, 2100, 3], [1], [2, 2, 3], batching: ([0], [0])),
  ])
  func `long sums of small results are divided, and are right`(pairing: Pairing) throws {
    // Few terms are not 0, so that every type holds every sum exactly.
    func sparse(_ shape: Shape, every step: Int) -> NDArray {
      let values = (0..<shape.elementCount).map { Int64($0 % step == 0 ? 1 - $0 % 3 : 0) }
      return NDArray(values, shape: shape)
    }
    let (left, right) = (sparse(pairing.left, every: 11), sparse(pairing.right, every: 7))
    let expected = NDArray(defined(pairing, left.elements(), right.elements()), shape: pairing.result)
    for scalar in [ScalarType.f32, .f64, .bf16, .f16] {
      for threads in [1, 2, 5] {
        let found = try product(
          pairing, left.converted(to: scalar), right.converted(to: scalar), as: scalar, threads: threads,
          library: .found)
        #expect(found.converted(to: .i64).isBitwiseEqual(to: expected), "\(scalar), \(threads) threads")
      }
    }
  }

  @Test func `i1 is an or of ands`() throws {
    let pairing = Pairing.of([2, 2], [1], [2, 2], [0], [2, 2])
    let left = NDArray([true, true, false, false], shape: [2, 2])
    let right = NDArray([true, false, true, false], shape: [2, 2])
    let result = try product(pairing, left, right, as: .i1, library: nil)
    #expect(result.isBitwiseEqual(to: NDArray([true, false, false, false], shape: [2, 2])))
  }

  @Test func `integers wrap around`() throws {
    let pairing = Pairing.of([2], [0], [2], [0], [])
    let bytes = NDArray([Int8(100), 100], shape: [2])
    #expect(try product(pairing, bytes, bytes, as: .i8, library: nil).elements(of: Int8.self) == [32])
    #expect(try product(pairing, bytes, bytes, as: .i32, library: nil).elements(of: Int32.self) == [20_000])
    let large = NDArray([UInt64.max, 2], shape: [2])
    #expect(try product(pairing, large, large, as: .ui64, library: nil).elements(of: UInt64.self) == [5])
  }

  /// f16: 2048 + 1 + 1 is 2050 when summed in f32, but 2048 when every step is rounded.
  @Test(arguments: [nil, LinearAlgebra.found])
  func `f16 and bf16 are summed in f32 and rounded once`(library: LinearAlgebra?) throws {
    let pairing = Pairing.of([1, 3], [1], [3, 1], [0], [1, 1])
    for (scalar, large) in [(ScalarType.f16, 2048.0), (.bf16, 256.0)] {
      let left = NDArray([large, 1, 1], shape: [1, 3]).converted(to: scalar)
      let right = NDArray([1.0, 1, 1], shape: [3, 1]).converted(to: scalar)
      let result = try product(pairing, left, right, as: scalar, library: library)
      #expect(result.converted(to: .f64).elements(of: Double.self) == [large + 2])
    }
  }

  @Test(arguments: [nil, LinearAlgebra.found])
  func `one row's NaN and infinity stay in its row of the result`(library: LinearAlgebra?) throws {
    let pairing = Pairing.of([3, 2], [1], [2, 2], [0], [3, 2])
    let left = NDArray([Float.nan, 0, .infinity, 1, 1, 1], shape: [3, 2])
    let right = NDArray([Float(1), 2, 3, 4], shape: [2, 2])
    let found = try product(pairing, left, right, as: .f32, library: library).elements(of: Float.self)
    #expect(found[0].isNaN && found[1].isNaN)
    #expect(Array(found[2...]) == [.infinity, .infinity, 4, 6])
  }

  @Test(arguments: [ScalarType.f32, .bf16], [nil, LinearAlgebra.found])
  func `the number of threads changes no bit`(scalar: ScalarType, library: LinearAlgebra?) throws {
    let pairing = Pairing.of([530, 40], [1], [40, 19], [0], [530, 19])
    let left = noise(pairing.left, seed: 1).converted(to: scalar)
    let right = noise(pairing.right, seed: 9).converted(to: scalar)
    let one = try product(pairing, left, right, as: scalar, threads: 1, library: library)
    for threads in [2, 3, 8] {
      let more = try product(pairing, left, right, as: scalar, threads: threads, library: library)
      #expect(more.isBitwiseEqual(to: one))
    }
  }

  /// The bounds that `DotProduct` and `PlainProduct` state, with one more rounding to f32.
  @Test(arguments: [nil, LinearAlgebra.found])
  func `sums in f32 stay within the stated error`(library: LinearAlgebra?) throws {
    let inner = 500
    let pairing = Pairing.of([4, inner], [1], [inner, 6], [0], [4, 6])
    let left = noise(pairing.left, seed: 3), right = noise(pairing.right, seed: 4)
    let found = try product(pairing, left, right, as: .f32, library: library).elements(of: Float.self)
    let exact = try product(
      pairing, left.converted(to: .f64), right.converted(to: .f64), as: .f64, library: nil
    )
    .elements(of: Double.self)
    let (l, r) = (left.elements(of: Float.self), right.elements(of: Float.self))
    for (index, (found, exact)) in zip(found, exact).enumerated() {
      let (row, column) = (index / 6, index % 6)
      let size = (0..<inner).reduce(0.0) { $0 + Double(abs(l[row * inner + $1] * r[$1 * 6 + column])) }
      let unit = library == nil ? 0x1p-24 : Double(inner) * 0x1p-24
      #expect(abs(Double(found) - exact) <= size * unit * 1.001)
    }
  }

  @Test func `types that do not fit are refused with all three`() {
    let dimensions = DotDimensions(leftContracting: [1], rightContracting: [0])
    func message(_ left: TensorType, _ right: TensorType, _ result: TensorType) -> String? {
      let error = #expect(throws: ProductError.self) {
        try DotProduct(dimensions, left: left, right: right, result: result)
      }
      return error?.description
    }
    let (a, b) = (TensorType(.f32, [2, 3]), TensorType(.f32, [4, 5]))
    #expect(
      message(a, b, TensorType(.f32, [2, 5]))
        == "dot_general pairs axes of equal extent and keeps the others in order; "
        + "found tensor<2x3xf32> by tensor<4x5xf32> into tensor<2x5xf32>")
    let integers = TensorType(.i32, [3, 5])
    #expect(
      message(a, integers, TensorType(.f32, [2, 5]))
        == "dot_general multiplies numbers of one kind (floating point, integer or i1); "
        + "found tensor<2x3xf32> by tensor<3x5xi32> into tensor<2x5xf32>")
  }
}

/// Noise in -1...1, the same for the same seed.
private func noise(_ shape: Shape, seed: UInt64) -> NDArray {
  var state = seed
  let values = (0..<shape.elementCount).map { _ -> Float in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Float(Int32(truncatingIfNeeded: state >> 32)) * 0x1p-31
  }
  return NDArray(values, shape: shape)
}

extension NDArray {
  /// The elements in row-major order.
  fileprivate func elements<Element: TensorScalar>(of type: Element.Type = Int64.self) -> [Element] {
    withSpan(of: Element.self) { span in span.indices.map { span[$0] } }
  }
}
