internal import NormaArrays
public import StableHLO

/// Where each value of a plan lives while it runs: one arena for everything in between, in which
/// values that are never alive together share memory.
public struct BufferPlan: Hashable, Sendable {
  /// The memory behind a value.
  public enum Place: Hashable, Sendable {
    /// The caller's argument at a position.
    case argument(Int)
    /// The caller's result at a position.
    case result(Int)
    /// Bytes of the arena, from an offset.
    case arena(offset: Int)
  }

  /// The place of each value that a step reads or writes, reshaped values left to their holders.
  public private(set) var places: [Value: Place] = [:]
  /// Offsets in the arena of what steps need for themselves while they run: for a kernel that combines rows,
  /// the partial results of each such output, by the step's position.
  public private(set) var scratch: [Int: [Int]] = [:]
  /// Bytes of the arena.
  public private(set) var arenaByteCount = 0

  /// Every value starts at a multiple of a cache line.
  public static let alignment = 64

  /// Arguments and results stay where the caller has them; the first free gap of the arena that is large
  /// enough takes each other value for as long as a later step reads it.
  public init(for plan: Plan) {
    for (index, parameter) in plan.function.body.parameters.enumerated() {
      places[parameter] = .argument(index)
    }
    for (index, result) in plan.function.body.results.enumerated() {
      let holder = plan.holder(of: result)
      if places[holder] == nil { places[holder] = .result(index) }
    }
    let lastReads = plan.lastReads
    var live: [(range: Range<Int>, lastRead: Int)] = []
    for (index, step) in plan.steps.enumerated() {
      live.removeAll { $0.lastRead < index }
      /// Takes bytes of the arena until a step has run.
      func reserve(_ byteCount: Int, until lastRead: Int) -> Int {
        let size = byteCount.roundedUp(to: Self.alignment)
        let offset = Self.firstGap(of: size, beside: live.map(\.range))
        live.append((offset..<offset + size, lastRead))
        arenaByteCount = max(arenaByteCount, offset + size)
        return offset
      }
      for value in step.results where places[value] == nil {
        let offset = reserve(plan.function.type(of: value).byteCount, until: lastReads[value] ?? index)
        places[value] = .arena(offset: offset)
      }
      if case .kernel(let kernel) = step, !kernel.kernel.columnOutputs.isEmpty {
        let size = kernel.kernel.partialByteCount(rows: kernel.rows)
        scratch[index] = kernel.kernel.columnOutputs.map { _ in reserve(size, until: index) }
      }
    }
  }

  private static func firstGap(of size: Int, beside taken: [Range<Int>]) -> Int {
    var offset = 0
    for range in taken.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if range.lowerBound - offset >= size { return offset }
      offset = max(offset, range.upperBound)
    }
    return offset
  }
}

extension Plan {
  /// The last step that reads each value.
  fileprivate var lastReads: [Value: Int] {
    var last: [Value: Int] = [:]
    for (index, step) in steps.enumerated() {
      for value in step.reads { last[holder(of: value)] = index }
    }
    return last
  }
}

extension Int {
  /// The next multiple.
  fileprivate func roundedUp(to multiple: Int) -> Int { (self + multiple - 1) / multiple * multiple }
}
