internal import NormaArrays
internal import StableHLO

extension RowKernel {
  /// The kernel as C with GNU vector extensions, run as the schedule says.
  ///
  /// - Parameter notes: Lines for the comment at the top, for example the rewrites that were applied.
  /// - Returns: A translation unit that needs no header and exports one function.
  public func source(schedule: Schedule, notes: [String] = []) -> CSource {
    let comment = CEmitter(kernel: self, schedule: schedule).comment(notes)
    return CSource(
      symbol: name, columnSymbol: columnOutputs.isEmpty ? nil : name + CEmitter.columnSuffix,
      segmentSymbols: segments.map { _ in CEmitter.segmentSymbols(of: self) },
      text: comment + "\n\n" + code(schedule: schedule))
  }

  /// The C without the comment above it.
  func code(schedule: Schedule) -> String {
    var emitter = CEmitter(kernel: self, schedule: schedule)
    let body = emitter.function().replacing("\(CEmitter.rowMark)", with: "")
    return emitter.prelude() + "\n\n" + body + "\n"
  }
}

/// Writes one kernel as C. A pass is a loop over vectors of sixteen columns, or over groups of them; the same
/// statements stand once more for the columns that are left.
struct CEmitter {
  var kernel: RowKernel
  var schedule: Schedule
  /// The type of values that a row has one of, and of passes that sum.
  let precision: Precision
  /// The type of the vectors in the statements being written.
  var mode: Precision
  /// The pass that is being written.
  var currentPass = 0
  let names: [String]
  let levels: [Int]
  var sweeps: [Sweep]
  /// The nodes that read each node.
  let users: [[Int]]
  /// The nodes along the row that each pass needs, as if nothing were kept from the passes before.
  var needs: [[Int]]
  /// The prelude's functions that the body calls.
  var functions: [CFunction] = []
  /// The per-row values whose two f32 parts have been defined.
  var split = Set<Int>()
  /// The inputs whose vectors have been read for sixteen rows.
  var kept = Set<Int>()
  /// The rows that the statements being written are for.
  var together = RowsTogether.one
  /// Columns ahead in the same row that passes ask for; nil where it is whole rows that are asked for.
  var readsAhead: Int?
  /// The rounding to eight bits that each output stores, if it is one.
  let roundings: [ScaledRounding?]
  /// True where rows need not start at a whole vector.
  let startsAnywhere: Bool
  /// How tiles of rows that interleave are written; see `CEmitter+HalfTiles`.
  var tileForm = TileForm.wide
  /// True where a condition on what a row has one of is asked for each of several rows.
  var asksEachLane: Bool
  /// True where rows are divided into segments, whose passes leave each other nothing but what is merged.
  let isDivided: Bool

  /// Elements in a vector, for every type: 64 bytes of f32, 128 of f64.
  static let lanes = 16

  init(kernel: RowKernel, schedule: Schedule) {
    (self.kernel, self.schedule) = (kernel, schedule)
    precision = kernel.precision
    mode = kernel.precision
    names = zip(CNames(kernel).nodes, kernel.nodes).map { name, node in
      Self.marked(name, isOwn: node.layout.differsByRow)
    }
    let (levels, sweeps) = (kernel.sweepLevels, kernel.sweeps)
    (self.levels, self.sweeps) = (levels, sweeps)
    users = kernel.users
    needs = sweeps.map { kernel.varyingNodes(from: kernel.roots(of: $0)) }
    roundings = kernel.outputs.indices.map { kernel.scaledRounding(storedBy: $0) }
    startsAnywhere = kernel.width % Self.lanes != 0
    asksEachLane = kernel.isInterleaved
    isDivided = kernel.segments != nil
    if takesHalfTiles { tileForm = .halves }
  }

  /// Calls a function of the prelude, so that it is written out.
  mutating func use(_ function: CFunction) -> String {
    functions.append(function)
    return function.name
  }

  // MARK: - The parts of the file

  func comment(_ notes: [String]) -> String {
    let lines = kernel.description.split(separator: "\n") + schedule.description.split(separator: "\n")
    let division = kernel.segments.map { ["\($0)"] } ?? []
    return (lines.map(String.init) + division + notes).map { "// " + $0 }.joined(separator: "\n")
  }

  func prelude() -> String {
    var ordered: [CFunction] = []
    for function in functions { function.ordered(into: &ordered) }
    let types =
      [
        "// Sixteen values at a time; masks are -1 where a condition holds.",
        "typedef __INT64_TYPE__ integer;",
      ]
      + [Precision.double, .single].map(\.declarations)
    return ([types.joined(separator: "\n")] + ordered.map(\.text)).joined(separator: "\n\n")
  }

  mutating func function() -> String {
    if let segments = kernel.segments { return segmentedFunction(segments) }
    var lines = [
      "void \(kernel.name)(void *const *operands, const integer *row_strides, integer first_row, integer end_row, integer streams) {"
    ]
    if !kernel.inputs.contains(where: \.layout.differsByRow)
      && !kernel.outputs.contains(where: \.layout.differsByRow)
    {
      lines.append("  (void)row_strides;")
    }
    if canStream, schedule.streaming == .always { lines.append("  streams = 1;") }
    lines += sharedByRows().map { "  " + $0 }
    let several = severalRowsFunction()
    lines.append("  for (integer row = first_row; row < end_row; ++row) {")
    lines += (several.isEmpty ? [] : severalRowsAttempt()).map { "    " + $0 }
    let rest = restFunction()
    lines += (kernel.isInterleaved ? tile() : row()).map { "    " + $0 }
    lines.append("  }")
    lines.append(canStream ? "  if (streams) __atomic_thread_fence(__ATOMIC_SEQ_CST);" : "  (void)streams;")
    lines.append("}")
    return (several + rest + lines + columnFunction()).joined(separator: "\n")
  }

  /// Everything that happens for one row.
  mutating func row() -> [String] {
    var lines = rowPointers()
    lines += scalars(level: 0, layouts: [.row])
    lines += heldBuffers()
    for index in sweeps.indices {
      lines += inTurn(pass(index), inPass: index)
      lines += scalars(level: index + 1, layouts: [.row, .scalar])
    }
    return lines + perRowStores()
  }

  // MARK: - Pointers

  /// Pointers and numbers that are the same for every row.
  mutating func sharedByRows() -> [String] { sharedPointers() + scalars(level: 0, layouts: [.scalar]) }

  private mutating func sharedPointers() -> [String] {
    var lines: [String] = []
    for (index, input) in kernel.inputs.enumerated() where input.layout == .column || input.layout == .scalar
    {
      lines.append(pointer(toInput: index))
    }
    for (index, output) in kernel.outputs.enumerated()
    where (output.layout == .column || output.layout == .scalar) && output.reduction == nil {
      lines.append(pointer(toOutput: index))
    }
    return lines
  }

  /// Pointers to this row's elements.
  private mutating func rowPointers() -> [String] {
    rowPointers(toInputs: Array(kernel.inputs.indices), outputs: Array(kernel.outputs.indices))
  }

  /// Pointers to this row's elements of some operands.
  mutating func rowPointers(toInputs inputs: [Int], outputs: [Int]) -> [String] {
    var lines = inputs.filter { kernel.inputs[$0].layout.differsByRow }.map { pointer(toInput: $0) }
    lines += outputs.filter { kernel.outputs[$0].layout.differsByRow }.map { pointer(toOutput: $0) }
    lines += streamConditions(outputs.filter { kernel.outputs[$0].layout == .element })
    return lines + (outputs.contains { kernel.outputs[$0].reduction != nil } ? partialPointers() : [])
  }

  /// The pointer to an input's elements in this row, or to those that all rows share.
  ///
  /// - Parameters:
  ///   - row: What row strides are counted by; nil for the row being written.
  ///   - offset: What leads to the first element that is worked on, for example ` + first`.
  mutating func pointer(toInput index: Int, row: String? = nil, offset: String = "") -> String {
    let input = kernel.inputs[index]
    functions.append(.load(input.type, precision))
    let start = start(of: index, "const \(input.type)", bytes: "const char", input.layout, row: row)
    return "const \(input.type) *const \(x(index))_at = \(start)\(offset);"
  }

  /// The pointer to an output's elements, as `pointer(toInput:row:offset:)`.
  func pointer(toOutput index: Int, row: String? = nil, offset: String = "") -> String {
    let output = kernel.outputs[index]
    let operand = kernel.inputs.count + index
    let start = start(of: operand, "\(output.type)", bytes: "char", output.layout, row: row)
    return "\(output.type) *const \(y(index))_at = \(start)\(offset);"
  }

  private func start(
    of operand: Int, _ element: String, bytes: String, _ layout: Layout, row: String?
  ) -> String {
    guard layout.differsByRow else { return "(\(element) *)operands[\(operand)]" }
    return "(\(element) *)((\(bytes) *)operands[\(operand)] + \(row ?? rowNumber) * row_strides[\(operand)])"
  }

  /// True where whole vectors are stored, which may go past the caches.
  var canStream: Bool {
    schedule.streaming != .never
      && (kernel.isInterleaved ? kernel.interleave % kernel.rowsPerVector == 0 : kernel.width >= Self.lanes)
      && kernel.outputs.contains { $0.layout == .element }
  }

  /// Whether each output's vectors stand where whole cache lines do; see `CEmitter+Streams`.
  func streamConditions(_ outputs: [Int]) -> [String] {
    guard canStream, !stages, !outputs.isEmpty else { return [] }
    let conditions = outputs.map { index in
      let bytes = storedColumns * kernel.outputs[index].type.byteCount
      let start = startsAtLine ? "(\(y(index))_at + head)" : "\(y(index))_at"
      return "const int \(y(index))_streams = streams && (__UINTPTR_TYPE__)\(start) % \(bytes) == 0;"
    }
    return (startsAtLine ? [head(of: outputs)] : []) + conditions
  }

  mutating func perRowStores() -> [String] {
    kernel.outputs.indices.filter { !kernel.outputs[$0].layout.variesAlongRow }.map { index in
      let output = kernel.outputs[index]
      return "\(use(.store(output.type, mode)))(\(y(index))_at, \(vector(output.node)), 1);"
    }
  }
}
