/// A loop nest over an index space that moves through a source and a target array at once; the
/// innermost axis is handed out as a run.
///
/// Axes that move through both arrays alike are merged, so that runs are as long as they can be.
struct StridedWalk {
  /// One axis: how often it is stepped, and how far each step moves in source and target.
  struct Axis {
    var extent: Int
    var source: Int
    var target: Int
  }

  /// A stretch of the innermost axis: where it starts and how it steps.
  struct Run {
    var source: Int
    var target: Int
    let count: Int
    let sourceStride: Int
    let targetStride: Int
  }

  private let axes: [Axis]
  private let start: (source: Int, target: Int)

  init(_ axes: [Axis], source: Int = 0, target: Int = 0) {
    var merged: [Axis] = []
    for axis in axes where axis.extent != 1 {
      if let outer = merged.last, outer.source == axis.source * axis.extent,
        outer.target == axis.target * axis.extent
      {
        merged[merged.count - 1] = Axis(
          extent: outer.extent * axis.extent, source: axis.source, target: axis.target)
      } else {
        merged.append(axis)
      }
    }
    self.axes = merged
    start = (source, target)
  }

  /// Calls `body` with each run, in row-major order of the index space.
  @inline(__always)
  func forEachRun(_ body: (Run) -> Void) {
    if axes.contains(where: { $0.extent == 0 }) { return }
    let inner = axes.last ?? Axis(extent: 1, source: 0, target: 0)
    let outer = axes.dropLast()
    var index = Array(repeating: 0, count: outer.count)
    var run = Run(
      source: start.source, target: start.target, count: inner.extent,
      sourceStride: inner.source, targetStride: inner.target)
    while true {
      body(run)
      guard step(&index, &run, outer) else { return }
    }
  }

  /// Moves on to the next run; false after the last one.
  private func step(_ index: inout [Int], _ run: inout Run, _ outer: ArraySlice<Axis>) -> Bool {
    for position in stride(from: outer.count - 1, through: 0, by: -1) {
      let axis = outer[position]
      index[position] += 1
      run.source += axis.source
      run.target += axis.target
      if index[position] < axis.extent { return true }
      run.source -= axis.source * axis.extent
      run.target -= axis.target * axis.extent
      index[position] = 0
    }
    return false
  }
}

extension StridedWalk {
  /// Copies each source element of the walk to its target.
  func copy<Element>(_ source: [Element], into target: inout [Element]) {
    forEachRun { run in
      var (from, to) = (run.source, run.target)
      for _ in 0..<run.count {
        target[to] = source[from]
        from += run.sourceStride
        to += run.targetStride
      }
    }
  }

  /// The target with the source's elements copied in.
  func copied(_ source: TensorValue, into target: TensorValue) -> TensorValue {
    switch (source.elements, target.elements) {
    case (.floats(let from), .floats(var to)):
      copy(from, into: &to)
      return TensorValue(target.type, .floats(to))
    case (.integers(let from), .integers(var to)):
      copy(from, into: &to)
      return TensorValue(target.type, .integers(to))
    case (.floats, .integers), (.integers, .floats): return target
    }
  }
}
