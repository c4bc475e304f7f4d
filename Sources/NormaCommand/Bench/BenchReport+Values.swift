internal import NormaArrays
internal import NormaMeasurement
internal import NormaRuntime
internal import StableHLO

extension BenchReport {
  /// The report for machines: seconds, bytes, billions of bytes a second, ULP.
  struct Values: Encodable {
    let date: String, machine: String, threads: Int, rounds: Int, cache: String, bytesFormula: String
    let method: [String]
    let peers: [PeerValues], absent: [Absence]
    let cases: [CaseValues]
    let sweeps: [SweepValues]
  }

  struct PeerValues: Encodable {
    let title: String, version: String
  }

  struct Absence: Encodable {
    let title: String, problem: String
  }

  /// One case.
  struct CaseValues: Encodable {
    let layer: String, direction: String, dtype: String, shape: [Int], bytes: Int
    let limit: LimitValues?
    let implementations: [LineValues]
  }

  struct LimitValues: Encodable {
    let title: String, seconds: Double, gigabytesPerSecond: Double
  }

  /// A layer over growing numbers of rows.
  struct SweepValues: Encodable {
    let layer: String, direction: String, dtype: String, shape: [Int], isLinear: Bool, verdict: String
    let points: [PointValues], levels: [LevelValues]
  }

  struct PointValues: Encodable {
    let rows: Int, bytes: Int, level: String, medianSeconds: Double, leastSeconds: Double,
      secondsPerRow: Double
    /// Over the time of a row among half as many; only where that must be 1.
    let step: Double?
  }

  struct LevelValues: Encodable {
    let name: String, bytes: Int?
  }

  /// One implementation.
  struct LineValues: Encodable {
    let title: String, problem: String?, holds: Bool
    let call: TimingValues?, into: TimingValues?
  }

  /// One way of one implementation.
  struct TimingValues: Encodable {
    let medianSeconds: Double, leastSeconds: Double, mostSeconds: Double, calls: Int
    let gigabytesPerSecond: Double, ofLimit: Double?, toFastestPeer: Double?
    let errorUlp: Double?, errorOverAllowed: Double?, unwrittenElements: Int?, rowsCompared: Int?,
      holds: Bool?
  }

  /// The values of this report.
  var values: Values {
    Values(
      date: date, machine: machine, threads: settings.threads.threads, rounds: settings.rounds,
      cache: settings.cache.rawValue, bytesFormula: BenchCase.byteFormula, method: method,
      peers: present.map { PeerValues(title: $0.title, version: $0.version) },
      absent: absent.map { Absence(title: $0.title, problem: $0.problem) },
      cases: results.map(\.values), sweeps: sweeps.map(\.values))
  }
}

extension BenchResult {
  fileprivate var values: BenchReport.CaseValues {
    BenchReport.CaseValues(
      layer: bench.layer, direction: bench.direction.rawValue, dtype: bench.input.scalar.rawValue,
      shape: bench.input.shape.dimensions, bytes: bench.byteCount,
      limit: limit.map {
        BenchReport.LimitValues(
          title: $0.title, seconds: $0.seconds, gigabytesPerSecond: gigabytesPerSecond($0.seconds))
      },
      implementations: lines.map { line in
        BenchReport.LineValues(
          title: line.title, problem: line.problem, holds: line.holds, call: values(of: line, .call),
          into: values(of: line, .into))
      })
  }

  /// The values of one way.
  func values(of line: BenchLine, _ way: Way) -> BenchReport.TimingValues? {
    line.timings[way].map { timing in
      let judgement = timing.judgement
      return BenchReport.TimingValues(
        medianSeconds: timing.seconds.median, leastSeconds: timing.seconds.minimum,
        mostSeconds: timing.seconds.maximum, calls: timing.seconds.sorted.count,
        gigabytesPerSecond: gigabytesPerSecond(timing.seconds.median),
        ofLimit: limit.map { $0.seconds / timing.seconds.median }, toFastestPeer: toPeers(line, way),
        errorUlp: judgement?.error, errorOverAllowed: judgement?.excess,
        unwrittenElements: judgement?.unwritten, rowsCompared: judgement?.rowsCompared,
        holds: judgement?.holds)
    }
  }
}

extension RowsSweep {
  fileprivate var values: BenchReport.SweepValues {
    let steps = Dictionary(uniqueKeysWithValues: steps.map { ($0.to.rows, $0.ratio) })
    return BenchReport.SweepValues(
      layer: bench.layer, direction: bench.direction.rawValue, dtype: bench.input.scalar.rawValue,
      shape: bench.input.shape.dimensions, isLinear: isLinear, verdict: verdict,
      points: points.map {
        BenchReport.PointValues(
          rows: $0.rows, bytes: $0.byteCount, level: level(of: $0.byteCount).name,
          medianSeconds: $0.seconds.median, leastSeconds: $0.seconds.minimum,
          secondsPerRow: $0.secondsPerRow, step: steps[$0.rows])
      },
      levels: levels.map { BenchReport.LevelValues(name: $0.name, bytes: $0.byteCount) })
  }
}
