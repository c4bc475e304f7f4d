import NormaArrays
import StableHLO

extension Estimate {
  /// The estimate of an operation's result in the program's type.
  ///
  /// One rounding to the type is added, unless the operation never rounds, or all operands are exact and
  /// so is every element of the result: then any carried type gives it.
  init?(
    _ operation: Operation, _ operands: [Estimate], type: TensorType, value: TensorValue
  ) {
    self.init(type: type, value: value, error: 0)
    guard let carried = operation.carriedError(operands, result: self), carried >= 0 else { return nil }
    let isKept = carried == 0 && isRepresentable && !operation.mayMissExactResult
    if operation.isRounded(from: operands.map(\.type.scalar), to: type.scalar), !isKept {
      // Library functions of f64 are good to a few units, all others round correctly. A conversion
      // rounds in float64 too, perhaps the other way.
      let units: Double = type.scalar == .f64 ? 8 : operation == .convert ? 2.001 : 1.001
      error = carried + units * type.scalar.roundoff * (largest + carried) + type.scalar.underflow
    } else {
      error = carried
    }
    // Half of the digits must be left, or the bound would hide a wrong result.
    guard error <= type.scalar.roundoff.squareRoot() * max(0.5, largest), largest < 4000 else { return nil }
  }
}

extension Operation {
  /// The error that the result has from its operands', before its own rounding; nil where unbounded.
  fileprivate func carriedError(_ x: [Estimate], result: Estimate) -> Double? {
    let largestError = x.map(\.error).max() ?? 0
    switch self {
    case .elementwise(let operation): return operation.carriedError(x, largest: result.largest)
    case .compare: return largestError == 0 ? 0 : nil
    case .convert: return result.type.scalar.isFloatingPoint || largestError == 0 ? largestError : nil
    case .reduce(.named(let operation), _): return operation.reductionError(x, result: result)
    case .dotGeneral: return result.productError(x)
    case .constant, .iota, .select, .clamp, .broadcastInDim, .reshape, .transpose, .slice, .pad, .concatenate,
      .bitcastConvert, .reducePrecision, .dynamicSlice, .dynamicUpdateSlice, .reduce(.region, _), .while,
      .call,
      .check, .optimizationBarrier:
      return largestError
    }
  }

  fileprivate func isRounded(from sources: [ScalarType], to type: ScalarType) -> Bool {
    guard type.isFloatingPoint else { return false }
    switch self {
    case .elementwise(let operation), .reduce(.named(let operation), _): return operation.isRounded
    case .convert: return sources.contains { !$0.isFloatingPoint || $0.roundoff < type.roundoff }
    case .dotGeneral: return true
    default: return false
    }
  }

  fileprivate var mayMissExactResult: Bool {
    switch self {
    case .elementwise(let operation): operation.isTranscendental
    case .reduce, .dotGeneral: true
    default: false
    }
  }
}

extension Elementwise {
  /// Sums of up to n elements, in any order: n errors, and n roundings of partial sums in f64 or f32.
  fileprivate func reductionError(_ x: [Estimate], result: Estimate) -> Double? {
    let count = Double(x[0].type.elementCount / max(1, result.type.elementCount) + 1)
    let largest = max(x[0].largest, x[1].largest)
    let error = max(x[0].error, x[1].error)
    switch self {
    case .maximum, .minimum, .and, .or: return error
    case .add:
      return count * error + count * count * largest * min(result.type.scalar.roundoff, 0x1p-24) / 2
    case .multiply:
      guard count * log2Bound(largest + error) < 12 else { return nil }
      let size = max(1, power(largest + error, count))
      return count * (error + largest * 0x1p-24) * size
    default: return nil
    }
  }

  private func log2Bound(_ x: Double) -> Double { x <= 1 ? 0 : Double(x.exponent + 1) }
  private func power(_ x: Double, _ count: Double) -> Double { (0..<Int(count)).reduce(1) { y, _ in y * x } }
}

extension Estimate {
  /// A sum of k products, each with the errors of its factors, summed in f32 or better in any order.
  fileprivate func productError(_ x: [Estimate]) -> Double {
    let extents = x[0].type.elementCount * x[1].type.elementCount
    let count = (Double(extents) / Double(max(1, type.elementCount))).squareRoot() + 1
    let (a, b) = (x[0], x[1])
    let each = a.largest * b.error + b.largest * a.error + a.error * b.error
    return count * each + count * count * a.largest * b.largest * min(type.scalar.roundoff, 0x1p-24)
  }
}
