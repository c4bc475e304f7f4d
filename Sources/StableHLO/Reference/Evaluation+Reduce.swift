internal import NormaArrays

extension TensorValue {
  /// The reduction of one tensor by a named operation, in row-major order from the initial value; nil
  /// for operations that are reduced as a region is.
  ///
  /// Sums and products of floats are kept in `Double`, sums with a compensation, and rounded once.
  static func reduce(
    _ operation: Elementwise, _ input: TensorValue, _ initial: TensorValue, _ dimensions: [Int],
    as type: TensorType
  ) -> TensorValue? {
    let walk = reduction(of: input.type.shape, over: dimensions, to: type.shape)
    let unsigned = type.scalar.isUnsignedInteger
    switch (input.elements, initial.repeated(as: type).elements) {
    case (.floats(let x), .floats(let start)):
      let result: [Double]? =
        switch operation {
        case .add: walk.sums(x, from: start)
        case .multiply: walk.folded(x, from: start) { $0 * $1 }
        case .maximum: walk.folded(x, from: start) { maximumKeepingNaN($0, $1) }
        case .minimum: walk.folded(x, from: start) { minimumKeepingNaN($0, $1) }
        default: nil
        }
      return result.map { TensorValue(rounding: $0, to: type) }
    case (.integers(let x), .integers(let start)):
      let result: [Int64]? =
        switch operation {
        case .add where type.scalar == .i1: walk.folded(x, from: start) { $0 | $1 }
        case .add: walk.folded(x, from: start) { $0 &+ $1 }
        case .multiply: walk.folded(x, from: start) { $0 &* $1 }
        case .maximum: walk.folded(x, from: start) { precedes($0, $1, unsigned) ? $1 : $0 }
        case .minimum: walk.folded(x, from: start) { precedes($0, $1, unsigned) ? $0 : $1 }
        case .and: walk.folded(x, from: start) { $0 & $1 }
        case .or: walk.folded(x, from: start) { $0 | $1 }
        case .xor: walk.folded(x, from: start) { $0 ^ $1 }
        default: nil
        }
      return result.map { TensorValue(wrapping: $0, to: type) }
    case (.floats, .integers), (.integers, .floats): return nil
    }
  }

  /// The walk through an input whose targets are the positions of the reduced tensor.
  private static func reduction(of shape: Shape, over dimensions: [Int], to result: Shape) -> StridedWalk {
    var kept = result.strides.makeIterator()
    let axes = (0..<shape.rank).map { axis in
      let target = dimensions.contains(axis) ? 0 : kept.next() ?? 0
      return StridedWalk.Axis(extent: shape[axis], source: shape.strides[axis], target: target)
    }
    return StridedWalk(axes)
  }
}

extension StridedWalk {
  /// Folds each source element into its target, in order.
  @inline(__always)
  func folded<Element>(
    _ source: [Element], from start: [Element], _ step: (Element, Element) -> Element
  ) -> [Element] {
    var result = start
    forEachRun { run in
      if run.targetStride == 0 {
        var total = result[run.target]
        for index in 0..<run.count { total = step(total, source[run.source + index * run.sourceStride]) }
        result[run.target] = total
      } else {
        for index in 0..<run.count {
          let target = run.target + index * run.targetStride
          result[target] = step(result[target], source[run.source + index * run.sourceStride])
        }
      }
    }
    return result
  }

  /// Sums with the rounding errors of the additions added at the end.
  ///
  /// Source: Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", 1974.
  func sums(_ source: [Double], from start: [Double]) -> [Double] {
    var (totals, errors) = (start, Array(repeating: 0.0, count: start.count))
    forEachRun { run in
      for index in 0..<run.count {
        let target = run.target + index * run.targetStride
        let (x, total) = (source[run.source + index * run.sourceStride], totals[target])
        let sum = total + x
        errors[target] += total.magnitude >= x.magnitude ? (total - sum) + x : (x - sum) + total
        totals[target] = sum
      }
    }
    return combined(totals, errors) { $1.isFinite && $1 != 0 ? $0 + $1 : $0 }
  }
}
