internal import NormaArrays
internal import NormaMeasurement
internal import NormaRuntime
internal import StableHLO

/// `norma run FILE.mlir`: reads arrays, runs `@main`, and prints or writes the results.
struct ProgramRun {
  private let path: String
  private let options: Run
  private let main: Function
  private let module: Module

  /// Reads the program, and requires that the options fit it.
  init(_ path: String, _ options: Run) throws(Failure) {
    (self.path, self.options) = (path, options)
    module = try TextFile.module(at: path)
    guard let main = module.function(named: "main") else { throw Failure(module.withoutMain(at: path)) }
    self.main = main
    let refused =
      options.choices.given
      + [
        ("--weight", options.weight != nil), ("--bias", options.bias != nil),
        ("--dtype", options.dtype != nil),
        ("--verify", options.verify),
      ].filter(\.1).map(\.0)
    guard refused.isEmpty else {
      throw .usage("\(refused.joined(separator: ", ")): for layers, and \(path) is a program")
    }
    try checkCounts()
  }

  private func checkCounts() throws(Failure) {
    let (types, given) = (main.parameterTypes, options.input.count)
    guard given == types.count else {
      let list = types.enumerated().map { "\n  --input \($0 + 1): \($1.brief)" }.joined()
      throw .usage(
        "\(path): @main takes \(counted(types.count, "argument")), and \(given) --input were given\(list)")
    }
    let (results, outputs) = (main.resultTypes, options.output.count)
    guard outputs == 0 || outputs == results.count else {
      let list = results.enumerated().map { "\n  --output \($0 + 1): \($1.brief)" }.joined()
      throw .usage(
        "\(path): @main has \(counted(results.count, "result")), and \(outputs) --output were given\(list)")
    }
  }

  // MARK: - Running

  /// Runs the program and prints the report; throws where a `check.*` does not hold.
  func run() throws {
    let arguments = try zip(options.input, main.parameterTypes).enumerated().map { index, pair in
      try argument(index, pair.0, pair.1)
    }
    let pipeline = try options.rewrites.pipeline()
    let executable = try located { () throws(ExecutionError) in
      try Executable(
        module, engine: options.engine.value, threads: options.threads, pipeline: pipeline)
    }
    let destinations = try zip(options.output, main.resultTypes).map { output, type in
      try Destination(output, of: type.scalar, shape: type.shape)
    }
    let results =
      destinations.isEmpty
      ? main.resultTypes.map { NDArray(uninitialized: $0.scalar, shape: $0.shape) }
      : destinations.map(\.array)
    let seconds = try measured { () throws(ExecutionError) in try executable.run(arguments, into: results) }
    try Destination.commit(destinations)
    let report = ProgramReport(
      path: path, module: module, options: options, engine: executable.engine,
      results: results, seconds: seconds)
    StandardOutput.write(options.json ? try JSONReport.text(report.values) : report.text)
  }

  /// The seconds that each run took: one, or those of `--repeat`, before which one warms up.
  private func measured(_ work: () throws(ExecutionError) -> Void) throws(Failure) -> Statistics {
    if options.repetitions != nil { try located(work) }
    var seconds: [Double] = []
    for _ in 0..<(options.repetitions ?? 1) {
      let start = ContinuousClock.now
      try located(work)
      seconds.append((ContinuousClock.now - start) / .seconds(1))
    }
    return Statistics(seconds)
  }

  /// What a closure gives; its errors name the file, before the line and column that they begin with.
  private func located<Value>(_ work: () throws(ExecutionError) -> Value) throws(Failure) -> Value {
    do throws(ExecutionError) { return try work() } catch {
      // What is wrong at a place begins with its line.
      let place = "\(error)".first?.isNumber == true ? "\(path):" : "\(path): "
      throw Failure("\(place)\(error)", error.checkFailure == nil ? .failure : .checkFailed)
    }
  }

  private func argument(_ index: Int, _ reference: String, _ type: TensorType) throws -> NDArray {
    let array = try ArrayReference(reference).load()
    guard TensorType(array.scalarType, array.shape) == type else {
      throw Failure(
        "\(path): argument \(index + 1) of @main must be \(type.brief), and \(reference) is \(array)")
    }
    return array
  }
}

extension TensorType {
  /// The type as arrays are described: `f32[8, 512]`.
  fileprivate var brief: String { "\(scalar)\(shape)" }
}

/// A number of things: `1 result`, `2 results`.
func counted(_ count: Int, _ thing: String) -> String {
  "\(Figure.count(count)) \(thing)\(count == 1 ? "" : "s")"
}
