internal import NormaArrays
internal import NormaTracing
internal import StableHLO

extension Tape {
  /// What tensors that the tape was written from are owed of the cotangents of its values: for each the sum of
  /// what all uses owe it, and zeros where no value depends on it.
  func cotangents(
    of values: [Tensor], from seeds: [Tensor], withRespectTo tensors: [Tensor]
  ) throws(TransformError) -> [Tensor] {
    var cotangents: [Value: Tensor] = [:]
    for (value, seed) in zip(values, seeds) where active.contains(value.value) {
      cotangents[value.value] = cotangents[value.value].map { $0 + seed } ?? seed
    }
    for application in applications.reversed() {
      guard let cotangent = cotangents[application.result.value] else { continue }
      let isActive = application.operands.map { active.contains($0.value) }
      let parts = try application.cotangents(cotangent, wanted: isActive)
      for ((operand, part), isActive) in zip(zip(application.operands, parts), isActive) where isActive {
        guard let part else { continue }
        cotangents[operand.value] = cotangents[operand.value].map { $0 + part } ?? part
      }
    }
    return tensors.map { cotangents[$0.value] ?? $0.filled(with: 0) }
  }
}

extension Application {
  /// What each operand is owed of the result's cotangent; nil where the derivative is zero everywhere.
  ///
  /// - Parameter wanted: for each operand, whether its cotangent is asked for.
  func cotangents(_ dy: Tensor, wanted: [Bool]) throws(TransformError) -> [Tensor?] {
    let x = operands
    switch operation {
    case .elementwise(let elementwise): return elementwise.derivative(x, result, dy)
    case .select: return selectCotangents(dy)
    case .clamp: return clampCotangents(dy)
    case .convert: return [dy.converted(to: x[0].scalar)]
    case .reducePrecision: return [Tensor.recorded(operation, on: [dy], type: dy.type)]
    case .optimizationBarrier: return [dy]
    case .broadcastInDim(let dimensions): return [dy.summed(from: dimensions, to: x[0].type)]
    case .reshape: return [dy.reshaped(to: x[0].shape)]
    case .transpose(let permutation):
      return [dy.transposed(permutation.indices.map { Axis(permutation.firstIndex(of: $0) ?? 0) })]
    case .slice(let start, _, let strides): return [dy.scattered(from: start, by: strides, into: x[0].type)]
    case .dynamicSlice: return dynamicSliceCotangents(dy)
    case .dynamicUpdateSlice: return dynamicUpdateSliceCotangents(dy)
    case .pad(let low, let high, let interior): return padCotangents(dy, low, high, interior)
    case .concatenate(let dimension): return concatenateCotangents(dy, dimension)
    case .reduce(.named(let elementwise), let dimensions):
      return try reduceCotangents(dy, elementwise, dimensions, wanted: wanted)
    case .dotGeneral(let dot): return dot.cotangents(x[0], x[1], dy)
    case .constant, .iota, .compare: return x.map { _ in nil }
    case .bitcastConvert, .reduce(.region, _), .while, .call, .check:
      throw refusal("Take it out of the program.")
    }
  }

  /// The error for an operation without a derivative.
  func refusal(_ remedy: String) -> TransformError {
    TransformError(
      .operation, "A gradient passes through `\(operation.specificationName)`, which has none. \(remedy)",
      at: position)
  }
}
