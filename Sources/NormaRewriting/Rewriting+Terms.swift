internal import NormaArrays
internal import StableHLO

/// The average of a value over axes, as it stands in a program.
struct Mean {
  /// What is averaged.
  var operand: Value
  /// The axes of the operand that are averaged over, in rising order.
  let axes: [Int]
  /// How many elements one average is taken of.
  let count: Int
  /// The sum before its division.
  let sum: Value
  /// What the sum is multiplied by: 1 / count, or that as the element type rounds it.
  let factor: Double
}

extension Rewriting {
  /// The operands of an element-wise operation, if that is what computes the value.
  func operands(of operation: Elementwise, _ value: Value) -> [Value]? {
    guard let definition = definition(of: value), definition.operation == .elementwise(operation),
      definition.attributes.isEmpty
    else { return nil }
    return definition.operands
  }

  /// The number every element of a floating-point constant has.
  func splatNumber(of value: Value) -> Double? {
    let type = type(of: value)
    guard type.scalar.isFloatingPoint, let bits = splatBits(of: value) else { return nil }
    return TensorValue(type.with(shape: []), bits: [bits]).doubles[0]
  }

  /// What a value is the sum of, from zero, and over which axes.
  func sum(_ value: Value) -> (operand: Value, axes: [Int])? {
    guard let definition = definition(of: value), definition.attributes.isEmpty,
      case .reduce(.named(.add), let axes) = definition.operation, definition.operands.count == 2,
      splatNumber(of: definition.operands[1]) == 0
    else { return nil }
    return (definition.operands[0], axes.sorted())
  }

  /// What a value is a copy of along further axes: element `i` of `source` stands wherever axis `axes[k]` has
  /// the position that axis `k` has in the source.
  func broadcast(_ value: Value) -> (source: Value, axes: [Int])? {
    guard let definition = definition(of: value), definition.attributes.isEmpty,
      case .broadcastInDim(let axes) = definition.operation
    else { return nil }
    return (definition.operands[0], axes)
  }

  /// The average that a value is: a sum divided by the number of its addends, or multiplied by the
  /// number's reciprocal as the element type rounds it.
  func mean(_ value: Value) -> Mean? { definition(of: value).flatMap { mean(of: $0) } }

  /// The average that an instruction gives.
  func mean(of instruction: Instruction) -> Mean? {
    let operands = instruction.operands
    guard instruction.attributes.isEmpty, case .elementwise(let operation) = instruction.operation else {
      return nil
    }
    if operation == .divide, let divisor = splatNumber(of: operands[1]) {
      return mean(summing: operands[0], factor: 1 / divisor) { Double($0) == divisor }
    }
    guard operation == .multiply else { return nil }
    for (sum, factor) in [(operands[0], operands[1]), (operands[1], operands[0])] {
      guard let factor = splatNumber(of: factor) else { continue }
      let scalar = type(of: sum).scalar
      return mean(summing: sum, factor: factor) { (1 / Double($0)).rounded(to: scalar) == factor }
    }
    return nil
  }

  private func mean(summing value: Value, factor: Double, where isCount: (Int) -> Bool) -> Mean? {
    guard let (operand, axes) = sum(value) else { return nil }
    let shape = type(of: operand).shape
    let count = axes.reduce(1) { $0 * shape[$1] }
    guard count > 0, isCount(count) else { return nil }
    return Mean(operand: operand, axes: axes, count: count, sum: value, factor: factor)
  }

  /// Whether all elements along the axes are the same: a constant of one number, a broadcast along them, or
  /// element-wise math of such values.
  func isConstant(_ value: Value, along axes: [Int], depth: Int = 8) -> Bool {
    guard let definition = definition(of: value), depth > 0 else { return false }
    switch definition.operation {
    case .constant(let literal): return literal.splatBits != nil
    case .broadcastInDim(let places):
      let shape = type(of: definition.operands[0]).shape
      return zip(places, shape.dimensions).allSatisfy { !axes.contains($0) || $1 == 1 }
    case .elementwise, .compare, .convert:
      return definition.operands.allSatisfy { isConstant($0, along: axes, depth: depth - 1) }
    case .iota, .select, .clamp, .bitcastConvert, .reducePrecision, .reshape, .transpose, .slice,
      .dynamicSlice, .dynamicUpdateSlice, .pad, .concatenate, .reduce, .dotGeneral, .while, .call, .check,
      .optimizationBarrier:
      return false
    }
  }
}

extension Double {
  /// The number as the element type rounds it.
  func rounded(to scalar: ScalarType) -> Double? { converted(to: scalar)?.doubles[0] }

  /// The bits of the number as the element type rounds it.
  func bits(as scalar: ScalarType) -> UInt64 { converted(to: scalar)?.bits[0] ?? 0 }

  private func converted(to scalar: ScalarType) -> TensorValue? {
    let value = TensorValue(TensorType(.f64, []), .floats([self]))
    return try? Operation.convert.evaluate([value], resultTypes: [TensorType(scalar, [])])[0]
  }
}
