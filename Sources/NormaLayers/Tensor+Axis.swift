internal import NormaArrays
internal import NormaTracing

extension Axis {
  /// The argument as it is written after others, or nothing for the last axis.
  var spelling: String { self == .last ? "" : "axis: \(position)" }

  /// The argument after another, or nothing for the last axis.
  var furtherSpelling: String { self == .last ? "" : ", \(spelling)" }

  /// The `count` neighbouring axes that end at this one.
  func ending(_ count: Int) -> Axes { Axes((0..<count).reversed().map { Axis(position - $0) }) }
}

extension Tensor {
  /// A parameter of a row aligned to the axes that end at one of `x`, so that it meets its own elements. It is
  /// converted before, for then its gradient is rounded last.
  func along(_ axis: Axis, of x: Tensor) -> Tensor {
    guard let last = axis.resolved(rank: x.rank), last < x.rank - 1 else { return self }
    return reshaped(to: Shape(shape.dimensions + Array(repeating: 1, count: x.rank - 1 - last)))
  }

  /// Requires an axis that the tensor has.
  func require(_ axis: Axis, in layer: some Block) {
    let name = axis == .last ? "the last axis" : "axis \(axis.position)"
    let remedy =
      rank == 0 ? ", which has none. Reshape it to [1]." : ". Name an axis from \(-rank) to \(rank - 1)."
    require(
      axis.resolved(rank: rank) != nil,
      "`\(layer.spelling)` normalizes \(name) but received \(type.brief)\(remedy)")
  }
}
