internal import NormaArrays
internal import StableHLO

extension Tensor {
  /// The sum over axes. f16 and bf16 are summed in f32 and rounded once.
  public func sum(
    over axes: Axes, keepingDimensions: Bool = false, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    let source = SourceLine(file: file, line: line)
    return inStatisticsType { $0.reduced(.add, axes, keepingDimensions, named: "sum", at: source) }
  }

  /// The mean over axes: sum / count. f16 and bf16 are averaged in f32 and rounded once.
  public func mean(
    over axes: Axes, keepingDimensions: Bool = false, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    let source = SourceLine(file: file, line: line)
    guard isFloatingPoint(for: "mean", at: source) else { return self }
    let count = (axes.resolved(rank: rank) ?? []).reduce(1) { $0 * shape[$1] }
    return inStatisticsType {
      $0.reduced(.add, axes, keepingDimensions, named: "mean", at: source) / Double(count)
    }
  }

  /// The mean squared distance from the mean over axes, in two passes: mean((x - mean(x))^2).
  ///
  /// Never mean(x^2) - mean(x)^2, which loses every digit once the mean is much greater than the
  /// deviation. f16 and bf16 are taken in f32 and rounded once.
  public func variance(
    over axes: Axes, keepingDimensions: Bool = false, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    inStatisticsType { x in
      let centred = x - x.mean(over: axes, keepingDimensions: true, file: file, line: line)
      return centred.square().mean(over: axes, keepingDimensions: keepingDimensions, file: file, line: line)
    }
  }

  /// The greatest element over axes; NaN if there is one.
  public func maximum(
    over axes: Axes, keepingDimensions: Bool = false, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    reduced(
      .maximum, axes, keepingDimensions, named: "maximum",
      at: SourceLine(file: file, line: line))
  }

  /// The least element over axes; NaN if there is one.
  public func minimum(
    over axes: Axes, keepingDimensions: Bool = false, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    reduced(
      .minimum, axes, keepingDimensions, named: "minimum",
      at: SourceLine(file: file, line: line))
  }

  /// What the closure makes of this tensor in at least f32, rounded once to the element type.
  public func inStatisticsType(_ body: (Tensor) throws -> Tensor) rethrows -> Tensor {
    try body(converted(to: scalar.statisticsType)).converted(to: scalar)
  }

  private func reduced(
    _ operation: Elementwise, _ axes: Axes, _ keepingDimensions: Bool, named name: String,
    at source: SourceLine
  ) -> Tensor {
    guard let dimensions = axes.resolved(rank: rank), let bits = operation.neutralBits(for: scalar) else {
      fail(
        .axis, "`\(name)(over: \(axes))` needs distinct axes of its tensor, but received \(type.brief).",
        at: source)
      return self
    }
    let rest = (0..<rank).filter { !dimensions.contains($0) }.map { shape[$0] }
    let kept = (0..<rank).map { dimensions.contains($0) ? 1 : shape[$0] }
    let start = constant(Literal(TensorType(scalar, []), .splat(bits)))
    let reduced = Tensor.recorded(
      .reduce(.named(operation), dimensions: dimensions), on: [self, start],
      type: type.with(shape: Shape(rest)), at: source)
    return keepingDimensions ? reduced.reshaped(to: Shape(kept)) : reduced
  }

  private func isFloatingPoint(for name: String, at source: SourceLine) -> Bool {
    if !scalar.isFloatingPoint {
      fail(
        .elementType,
        "`\(name)` needs floating-point elements, but received \(type.brief). Convert it with `converted(to: .f32)`.",
        at: source)
    }
    return scalar.isFloatingPoint
  }
}
