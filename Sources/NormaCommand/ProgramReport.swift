internal import NormaArrays
internal import NormaMeasurement
internal import NormaRuntime
internal import StableHLO

/// What `norma run FILE.mlir` tells: the time, and results or where they went.
struct ProgramReport {
  let path: String
  let module: Module
  let options: Run
  let engine: Engine
  let results: [NDArray]
  /// The time of each run.
  let seconds: Statistics

  /// The assertions of the program, which held.
  private var checks: Int {
    module.functions.flatMap(\.body.instructions).count { instruction in
      if case .check = instruction.operation { true } else { false }
    }
  }

  /// The report for people.
  var text: String {
    var table = Table()
    table.add("time", Figure.seconds(seconds.median), "\(runs), \(way)")
    if checks > 0 { table.add("checks", "\(Figure.count(checks)) \(checks == 1 ? "holds" : "hold")") }
    for (index, result) in results.enumerated() {
      let name = results.count == 1 ? "result" : "result \(index + 1)"
      if options.output.isEmpty {
        table.add(name, "\(result)", Excerpt.text(of: result))
      } else {
        table.add(name, "\(result)", options.output[index])
      }
    }
    return Style.onOutput.bold(path) + "\n" + table.text()
  }

  private var runs: String {
    seconds.sorted.count == 1
      ? "one run"
      : "median of \(Figure.count(seconds.sorted.count)) runs, \(Figure.seconds(seconds.minimum)) to \(Figure.seconds(seconds.maximum))"
  }

  private var way: String {
    switch engine {
    case .cpu: "compiled"
    case .interpreter: "in the interpreter"
    case .xla: "by XLA"
    }
  }

  /// The report for machines.
  struct Values: Encodable {
    let program: String, engine: String, seconds: Double, times: [Double], checks: Int
    let results: [Result]
  }

  /// One result: its file, or its first elements.
  struct Result: Encodable {
    let shape: [Int], dtype: String
    let output: String?, firstElements: [Double]?
  }

  /// The values of this report.
  var values: Values {
    Values(
      program: path, engine: engine.rawValue, seconds: seconds.median, times: seconds.sorted,
      checks: checks,
      results: results.enumerated().map { index, result in
        let isWritten = !options.output.isEmpty
        return Result(
          shape: result.shape.dimensions, dtype: result.scalarType.rawValue,
          output: isWritten ? options.output[index] : nil,
          firstElements: isWritten ? nil : Excerpt.elements(of: result))
      })
  }
}

/// The first elements of an array.
enum Excerpt {
  private static let count = 6

  /// At most six elements as numbers.
  static func elements(of array: NDArray) -> [Double] {
    first(of: array).converted(to: .f64).elements(as: Double.self)
  }

  /// At most six elements as text: `1.5 2 -0.25 ...`.
  static func text(of array: NDArray) -> String {
    let first = first(of: array)
    let words: [String] =
      switch first.scalarType {
      case .f64: first.elements(as: Double.self).map { "\($0)" }
      case .f32, .f16, .bf16: first.converted(to: .f32).elements(as: Float.self).map { "\($0)" }
      case .ui64: first.elements(as: UInt64.self).map { "\($0)" }
      case .i1: first.elements(as: Bool.self).map { "\($0)" }
      case .i64, .i32, .i16, .i8, .ui32, .ui16, .ui8:
        first.converted(to: .i64).elements(as: Int64.self).map { "\($0)" }
      }
    return (words + (array.elementCount > count ? ["..."] : [])).joined(separator: " ")
  }

  private static func first(of array: NDArray) -> NDArray {
    let flat = array.reshaped(to: [array.elementCount])
    return flat[0..<min(count, array.elementCount)]
  }
}
