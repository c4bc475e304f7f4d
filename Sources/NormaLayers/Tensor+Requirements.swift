internal import NormaArrays
internal import NormaTracing
internal import StableHLO

extension Tensor {
  /// Requires the shape a layer normalizes in the axes that end at one; `build` spells the layer for another.
  func requireRows(
    of shape: Shape, endingAt axis: Axis = .last, in layer: some Block, build: (Shape) -> String
  ) {
    if axis != .last { require(axis, in: layer) }
    let end = (axis.resolved(rank: rank) ?? -1) + 1
    let found = Shape(Array(self.shape.dimensions.prefix(end).suffix(shape.rank)))
    let remedy =
      found.rank < shape.rank
      ? "Pass a tensor whose \(axis == .last ? "last axes" : "axes to \(axis.position)") are \(shape)."
      : "Build `\(build(found))`."
    let rows = shape.rank == 1 ? "\(shape[0])" : "\(shape)"
    require(
      found == shape, "`\(layer.spelling)` normalizes rows of \(rows) but received \(type.brief). \(remedy)")
  }

  /// Requires elements that can be divided and rooted.
  func requireFloatingPoint(in layer: some Block) {
    require(
      scalar.isFloatingPoint,
      "`\(layer.spelling)` needs floating-point elements but received \(type.brief). Convert it with `converted(to: .f32)`."
    )
  }

  /// Requires an epsilon that keeps the root real.
  func require(epsilon: Double, in layer: some Block) {
    require(
      epsilon.isFinite && epsilon >= 0,
      "`\(layer.spelling)` needs a finite epsilon of at least 0 but has \(epsilon). Pass for example `epsilon: 1e-5`."
    )
  }

  /// Requires a parameter of the shape it is applied to, of floating-point elements.
  func require(_ name: String, _ parameter: Parameter?, ofShape shape: Shape, in layer: some Block) {
    guard let type = parameter?.type else { return }
    require(
      type.shape == shape && type.scalar.isFloatingPoint,
      "`\(layer.spelling)` needs a \(name) of floating-point elements and shape \(shape) but has \(type.brief). Pass another \(name)."
    )
  }
}
