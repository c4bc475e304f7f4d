/// One axis of a tensor: counted from the front, or from the end with negative numbers.
public struct Axis: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// The position; -1 is the last axis.
  public let position: Int

  /// The axis at a position; negative positions count from the end.
  public init(_ position: Int) { self.position = position }
  /// The axis at a position written as a number.
  public init(integerLiteral position: Int) { self.position = position }

  /// The first axis.
  public static let first: Axis = 0
  /// The last axis.
  public static let last: Axis = -1

  /// The position from the front in a tensor of the given rank, or nil outside it.
  package func resolved(rank: Int) -> Int? {
    let index = position < 0 ? position + rank : position
    return (0..<rank).contains(index) ? index : nil
  }
}

/// The axes a reduction runs over.
public struct Axes: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// How the axes are chosen.
  private enum Choice: Hashable {
    case all
    case last(Int)
    case listed([Axis])
  }

  private let choice: Choice

  /// Every axis.
  public static let all = Axes(.all)
  /// The last axis.
  public static let last = Axes(.last(1))
  /// The last `count` axes.
  public static func last(_ count: Int) -> Axes { Axes(.last(count)) }

  /// The given axes, in any order.
  public init(_ axes: [Axis]) { self.init(.listed(axes)) }
  /// Axes written as `[0, -1]`.
  public init(arrayLiteral axes: Axis...) { self.init(.listed(axes)) }
  private init(_ choice: Choice) { self.choice = choice }

  /// Ascending positions in a tensor of the given rank; nil if one lies outside or is named twice.
  func resolved(rank: Int) -> [Int]? {
    switch choice {
    case .all: return Array(0..<rank)
    case .last(let count): return (0...rank).contains(count) ? Array(rank - count..<rank) : nil
    case .listed(let axes):
      let positions = axes.compactMap { $0.resolved(rank: rank) }
      return Set(positions).count == axes.count ? positions.sorted() : nil
    }
  }
}

extension Axes: CustomStringConvertible {
  /// The choice as it is written.
  public var description: String {
    switch choice {
    case .all: ".all"
    case .last(1): ".last"
    case .last(let count): ".last(\(count))"
    case .listed(let axes): "[" + axes.map { "\($0.position)" }.joined(separator: ", ") + "]"
    }
  }
}
