import NormaArrays
import StableHLO
import Testing

/// Short ways to write tensors in tests.
extension TensorValue {
  /// A vector of floats, which must be values of the element type.
  static func floats(_ values: [Double], _ scalar: ScalarType = .f32, _ shape: [Int]? = nil) -> TensorValue {
    TensorValue(TensorType(scalar, Shape(shape ?? [values.count])), .floats(values))
  }

  /// A vector of integers, which must be in the range of the element type.
  static func integers(_ values: [Int64], _ scalar: ScalarType = .i32, _ shape: [Int]? = nil) -> TensorValue {
    TensorValue(TensorType(scalar, Shape(shape ?? [values.count])), .integers(values))
  }

  /// The integers of an integer tensor; none of a tensor of floats.
  var integerElements: [Int64] {
    if case .integers(let integers) = elements { integers } else { [] }
  }
}

extension Operation {
  /// The single result on the given operands, whose type is the one inferred unless it is stated.
  func on(_ operands: TensorValue..., as type: TensorType? = nil) throws -> TensorValue {
    let types = try inferResultTypes(operands: operands.map(\.type))
    let results = try type.map { [$0] } ?? #require(types)
    try check(operands: operands.map(\.type), results: results)
    return try #require(evaluate(operands, resultTypes: results).first)
  }
}

/// The same value, bit for bit, but for the payload of a NaN.
func same(_ left: [Double], _ right: [Double]) -> Bool {
  left.count == right.count
    && zip(left, right).allSatisfy { $0.bitPattern == $1.bitPattern || ($0.isNaN && $1.isNaN) }
}
