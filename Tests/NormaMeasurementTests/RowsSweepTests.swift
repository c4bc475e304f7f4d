import NormaArrays
import NormaLayers
import NormaMeasurement
import StableHLO
import Testing

/// Whether the cost is linear in the rows.
@Suite struct `A sweep over rows` {
  private func bench(rows: Int) throws -> BenchCase {
    try BenchCase(layer: "rmsnorm", input: TensorType(.f32, [rows, 8]), direction: .forward, epsilon: nil) {
      try RMSNorm(8).program(for: $0)
    }
  }

  /// A sweep with these nanoseconds a row, of rows of 64 bytes, on a machine with a cache of 16 kB.
  private func sweep(_ nanoseconds: [Double]) throws -> RowsSweep {
    let points = nanoseconds.enumerated().map { index, time in
      RowsSweep.Point(
        rows: 1 << index, byteCount: 64 << index, seconds: Statistics([time * 1e-9 * Double(1 << index)]))
    }
    return RowsSweep(
      bench: try bench(rows: 1 << (nanoseconds.count - 1)), points: points,
      levels: [.init(name: "L1", byteCount: 16 << 10), .init(name: "memory", byteCount: nil)])
  }

  @Test func `what a call costs by itself, and the way to another level, are no steps`() throws {
    // 64 rows are 4 kB, 256 fill the cache, and of 300 a part is found in it.
    let sweep = try sweep([900, 400, 300, 200, 150, 120, 100, 105, 110, 300, 310])
    #expect(sweep.steps.map(\.from.rows) == [64, 128, 512])
    #expect(sweep.isLinear && sweep.worst?.from.rows == 64)
    #expect(sweep.level(of: 16 << 10).name == "L1" && sweep.level(of: 17 << 10).name == "L1-memory")
    #expect(sweep.level(of: 31 << 10).name == "L1-memory" && sweep.level(of: 32 << 10).name == "memory")
  }

  @Test func `sizes that two levels share are no steps`() throws {
    let points = [300, 400, 600, 1200].map {
      RowsSweep.Point(rows: $0, byteCount: 64 * $0, seconds: Statistics([Double($0) * 1e-9]))
    }
    let sweep = RowsSweep(
      bench: try bench(rows: 1200), points: points,
      levels: [.init(name: "L1", byteCount: 16 << 10), .init(name: "memory", byteCount: nil)])
    #expect(sweep.steps.map(\.from.rows) == [600])
  }

  @Test(arguments: [(116.0, false), (114.0, true), (86.0, true), (84.0, false)])
  func `a step within a level is told, up or down`(time: Double, isLinear: Bool) throws {
    let sweep = try sweep([100, 100, 100, 100, 100, 100, 100, time, time])
    #expect(sweep.isLinear == isLinear)
    #expect(sweep.worst?.from.rows == 64 && sweep.worst?.level.name == "L1")
  }

  @Test func `rows double from one to the last`() throws {
    let runner = try BenchRunner(peers: [], settings: .init(rounds: 1))
    let sweep = try runner.sweep(bench(rows: 11))
    #expect(sweep.points.map(\.rows) == [1, 2, 4, 8, 11])
    #expect(sweep.points.map(\.byteCount) == [1, 2, 4, 8, 11].map { 64 * $0 + 32 })
    #expect(sweep.points.allSatisfy { $0.secondsPerRow > 0 })
    #expect(sweep.levels.last?.name == "memory")
  }
}
