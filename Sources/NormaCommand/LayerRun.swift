internal import NormaArrays
internal import NormaLayers
internal import NormaMeasurement
internal import NormaRuntime
internal import NormaTracing
internal import StableHLO

/// `norma run LAYER`: reads arrays, has the layer run and measured, and prints the report.
struct LayerRun {
  private let family: LayerFamily
  private let options: Run
  private let input: NDArray
  private let scalar: ScalarType
  private let row: Shape
  private let layer: any Block
  private let parameters: [(name: String, array: NDArray)]

  /// Reads what the options name, and requires that it fits the layer.
  init(_ family: LayerFamily, _ options: Run) throws {
    (self.family, self.options) = (family, options)
    try Self.check(options, family)
    input = try ArrayReference(options.input[0]).load()
    scalar = try Self.scalar(of: input, options)
    row = try options.choices.row(of: input.shape, for: family, named: options.input[0])
    let weight = try Self.parameter("--weight", options.weight, of: family, row)
    let bias = try Self.parameter("--bias", options.bias, of: family, row)
    layer = family.build(
      options.choices.options(
        row: row, weight: weight.map { Parameter($0) }, bias: bias.map { Parameter($0) }))
    parameters = [("weight", weight), ("bias", bias)].compactMap { name, array in array.map { (name, $0) } }
  }

  private static func check(_ options: Run, _ family: LayerFamily) throws(Failure) {
    try options.choices.check(for: family)
    guard family.mapsRowsApart, family.isLayer else {
      throw .usage(
        "\(family.name) takes or gives arrays that no option names, or rows of another shape; `norma export \(family.name)` prints it as a program to run"
      )
    }
    for (name, isGiven) in options.rewrites.given where isGiven {
      throw .usage("\(name) is for programs; `norma export \(family.name)` prints this layer as one")
    }
    guard options.repetitions == nil else {
      throw .usage("--repeat is for programs; a layer's run is measured in any case")
    }
    guard options.input.count == 1 else {
      throw .usage("\(family.name) takes one --input, and \(options.input.count) were given")
    }
    guard options.output.count <= 1 else {
      throw .usage("\(family.name) has one result, and \(options.output.count) --output were given")
    }
    for (name, isGiven) in [("weight", options.weight != nil), ("bias", options.bias != nil)]
    where isGiven && !family.parameterNames.contains(name) {
      throw .usage("\(family.name) has no \(name): y = \(family.formula)")
    }
  }

  /// The element type that the layer takes.
  private static func scalar(of array: NDArray, _ options: Run) throws(Failure) -> ScalarType {
    if let dtype = options.dtype?.value.scalar { return dtype }
    guard array.scalarType.isFloatingPoint else {
      throw Failure("\(options.input[0]) holds \(array); a layer needs floating point: add --dtype f32")
    }
    return array.scalarType
  }

  private static func parameter(
    _ option: String, _ reference: String?, of family: LayerFamily, _ row: Shape
  ) throws -> NDArray? {
    guard let reference else { return nil }
    let array = try ArrayReference(reference).load()
    let shape = family.parameterShape(for: row)
    guard array.shape == shape, array.scalarType.isFloatingPoint else {
      let reason = family.takesChannels ? "one for each channel" : "as a row is"
      throw Failure(
        "\(option) must be floating point of shape \(shape) \(reason), and \(reference) is \(array)")
    }
    return array
  }

  // MARK: - Running

  /// Runs the layer, prints the report, and throws where the result is not within its bound.
  func run() throws {
    let program = try RowProgram(
      of: input, as: scalar, rowRank: row.rank, parameters: parameters.map(\.array)
    ) { (type) throws(TracingError) in try layer.program(for: type) }
    var run = try RowRun(program, engine: options.engine.value, threads: options.threads)
    var verification = options.verify ? RowVerification(of: program) : nil
    let shape = input.shape
    let result = program.resultType(rows: program.rows).scalar
    let destination = try options.output.first.map { (output) throws(ArrayError) in
      try Destination(output, of: result, shape: shape)
    }
    let timing =
      run.isRepeatable
      ? try inMemory(&run, &verification, destination) : try streamed(&run, &verification, destination)
    let report = LayerReport(
      family: family, options: options, input: TensorType(scalar, shape), result: result,
      parameters: parameters.map(\.name),
      program: program, run: run, timing: timing, verification: verification)
    if report.holds, let destination { try Destination.commit([destination]) }
    StandardOutput.write(options.json ? try JSONReport.text(report.values) : report.text)
    guard report.holds else { throw try report.failure() }
  }

  /// Runs and times in memory, then verifies, then writes.
  private func inMemory(
    _ run: inout RowRun, _ verification: inout RowVerification?, _ destination: Destination?
  ) throws(ExecutionError) -> RowTiming {
    let program = run.program
    let type = program.resultType(rows: program.rows)
    let result = NDArray(uninitialized: type.scalar, shape: type.shape)
    let bar = ProgressBar("running", of: program.rows)
    let timing = try run.timed(into: result) { bar.advance($0) }
    bar.clear()
    if var judge = verification {
      let bar = ProgressBar("verifying", of: judge.rowsToCompare)
      defer { bar.clear() }
      try judge.compare(0..<program.rows, of: result, on: run.parallelism) { bar.advance($0) }
      verification = judge
    }
    if let destination { result.copy(to: destination.array) }
    return timing
  }

  /// Runs block by block, each verified at once: arrays may be larger than memory.
  private func streamed(
    _ run: inout RowRun, _ verification: inout RowVerification?, _ destination: Destination?
  ) throws(ExecutionError) -> RowTiming {
    let program = run.program
    let target = destination?.array.reshaped(to: program.resultType(rows: program.rows).shape)
    let threads = run.parallelism
    let bar = ProgressBar("running", of: program.rows)
    defer { bar.clear() }
    var judge = verification
    defer { verification = judge }
    return try run.streamed(into: target) { rows, result throws(ExecutionError) in
      try judge?.compare(rows, of: result, on: threads)
      bar.advance(rows.count)
    }
  }
}

extension NDArray {
  /// Copies all elements to a fresh array of the same type and as many elements.
  fileprivate func copy(to other: NDArray) {
    guard elementCount > 0 else { return }
    unsafe copyElements(to: other.mutableBaseAddress)
    withExtendedLifetime(other) {}
  }
}
