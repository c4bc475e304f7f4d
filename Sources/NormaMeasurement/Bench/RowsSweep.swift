internal import NormaRuntime

/// The time of a layer over 1, 2, 4, ... rows of one width: does it grow as they do?
package struct RowsSweep: Sendable {
  /// The time of one number of rows.
  package struct Point: Hashable, Sendable {
    /// How many rows.
    package let rows: Int
    /// The bytes of all arguments and results.
    package let byteCount: Int
    /// Seconds of a call, the least first.
    package let seconds: Statistics

    /// The time of so many rows.
    package init(rows: Int, byteCount: Int, seconds: Statistics) {
      (self.rows, self.byteCount, self.seconds) = (rows, byteCount, seconds)
    }

    /// The median for each row, in seconds.
    package var secondsPerRow: Double { seconds.median / Double(rows) }
  }

  /// From one number of rows to the next, which is twice as many.
  package struct Step: Hashable, Sendable {
    package let from: Point, to: Point
    /// The level of memory that holds both.
    package let level: Level
    /// The time for each row, over that for half as many: 1 where the cost is linear.
    package var ratio: Double { to.secondsPerRow / from.secondsPerRow }
  }

  /// A level of the memory hierarchy, and the bytes that its threads find in it.
  package struct Level: Hashable, Sendable {
    /// `L2`, or `memory`.
    package let name: String
    /// The most bytes that it holds; nil for memory itself.
    package let byteCount: Int?

    package init(name: String, byteCount: Int?) { (self.name, self.byteCount) = (name, byteCount) }
  }

  /// What is run: the largest number of rows.
  package let bench: BenchCase
  /// The times, for few rows first.
  package let points: [Point]
  /// The levels, the nearest first, memory last.
  package let levels: [Level]

  /// The times of a layer, held against the levels of a machine.
  package init(bench: BenchCase, points: [Point], levels: [Level]) {
    (self.bench, self.points, self.levels) = (bench, points, levels)
  }

  /// The most rows.
  package var rows: Int { points.last?.rows ?? 1 }

  /// The rows from which the cost must be linear: below, what a call costs by itself shows.
  package static let firstLinear = 64
  /// How much more or less a row may cost among twice as many.
  package static let tolerance = 0.15

  /// The level that holds a number of bytes, or the two that share them: up to twice as many bytes as a level holds find a part
  /// of themselves in it, so that they are within neither.
  package func level(of byteCount: Int) -> Level {
    let place = levels.firstIndex { level in level.byteCount.map { byteCount <= $0 } ?? true }
    guard let place else { return Level(name: "memory", byteCount: nil) }
    guard place > 0, let nearer = levels[place - 1].byteCount, byteCount < 2 * nearer else {
      return levels[place]
    }
    return Level(name: "\(levels[place - 1].name)-\(levels[place].name)", byteCount: 2 * nearer)
  }

  /// The steps that must be linear: within one level, from 64 rows on. The way from one level to another is none.
  package var steps: [Step] {
    zip(points, points.dropFirst()).compactMap { from, to in
      let level = level(of: to.byteCount)
      guard from.rows >= Self.firstLinear, levels.contains(level), level == self.level(of: from.byteCount)
      else { return nil }
      return Step(from: from, to: to, level: level)
    }
  }

  /// The step that is farthest from linear.
  package var worst: Step? { steps.max { abs($0.ratio - 1) < abs($1.ratio - 1) } }

  /// True where no step is farther from linear than is allowed.
  package var isLinear: Bool { worst.map { abs($0.ratio - 1) <= Self.tolerance } ?? true }
}

extension RowsSweep.Level {
  /// The levels of this machine, as so many threads find them.
  package static func all(threads: Int) -> [RowsSweep.Level] {
    Processor.caches.map { .init(name: "L\($0.level)", byteCount: $0.byteCount(threads: threads)) }
      + [.init(name: "memory", byteCount: nil)]
  }
}
