internal import NormaArrays
internal import StableHLO

/// Sixteen short rows at a time.
///
/// A row of 64 has four vectors; folding its sums, and a root and a division for it alone, take more instructions than they do.
/// So a function of its own takes sixteen rows: each pass goes over them one after the other and leaves their sums as
/// vectors, which are folded together, sixteen folds in fewer instructions than two; what a row has one of is then a vector
/// with a lane for each row. Like the function for two rows (`CEmitter+Pairs`) it knows no other than the fast form of a
/// pass, and gives up before anything is combined over rows. Sums are folded in the same order and all else is done lane
/// by lane, so that no bit depends on the function that a row went through.
extension CEmitter {
  /// Bytes of the longest row that is a short one: sixteen of them are read twice from the nearest cache.
  private static let longestShortRow = 1024

  /// True where rows are short, each pass has a fast form, and nothing is read or stored that a row has one of.
  var rowsAreShort: Bool {
    guard precision == .double, kernel.longestInputRow <= Self.longestShortRow else { return false }
    let layouts = kernel.inputs.map(\.layout) + kernel.outputs.map(\.layout)
    return !layouts.contains(.row)
      && sweeps.indices.allSatisfy { index in
        mode(ofPass: index) == .single
          && sweeps[index].reductions.allSatisfy { kernel.nodes[$0].operation == .reduce(.sum) }
      }
  }

  /// The function that takes sixteen rows.
  mutating func shortRowsFunction() -> [String] {
    var emitter = self
    emitter.together = .sixteen
    var lines = [
      "static int \(kernel.name)_rows(void *const *operands, const integer *row_strides, integer first, integer streams) {"
    ]
    lines += emitter.sharedByRows().map { "  " + $0 }
    for index in sweeps.indices {
      lines += emitter.shortRowsPass(index).map { "  " + $0 }
      lines += emitter.scalars(level: index + 1, layouts: [.row, .scalar]).map { "  " + $0 }
    }
    functions = emitter.functions
    return lines + ["  return 1;", "}", ""]
  }

  private mutating func shortRowsPass(_ index: Int) -> [String] {
    defer { mode = precision }
    (currentPass, mode) = (index, .single)
    let (split, sums) = (splitNodes(inPass: index), sweeps[index].reductions)
    var lines = ["", "// Pass \(index + 1)."] + parts(split)
    if !split.isEmpty { lines.append(givingUp(unless: condition(split, inPass: index))) }
    lines += keptVectors(index)
    guard !sums.isEmpty else { return lines + forEachRow(index, sweep(index)) }
    lines += sums.flatMap { ["\(totals(of: $0).vector) \(names[$0])_rows[16];", "wide \(names[$0]);"] }
    var attempt = forEachRow(index, singleSweep(index))
    attempt += sums.map { sum in
      let folded = "\(use(.foldRows(totals(of: sum))))(\(names[sum])_rows)"
      return "\(names[sum]) = \(totals(of: sum) == .double ? folded : inDouble(folded));"
    }
    attempt += corrections(index)
    if variances(index).isEmpty { return lines + attempt + [givingUp(unless: fitting(sums))] }
    return lines + variances(index).flatMap { guessing($0) } + takingAgain(index, attempt)
  }

  // MARK: - What rows share

  /// Vectors that stay in registers while sixteen rows are taken: a processor with 32 needs half of them for a row.
  private static let keptVectors = 16

  /// True for an input, the same for all rows, whose vectors are read once for sixteen rows.
  ///
  /// The compiler cannot do that: to it a row that is stored may change them. LayerNorm f32 8192 x 128 0.84 of the time, 64
  /// columns 0.92, bf16 0.95.
  private func isKept(_ input: Int) -> Bool {
    guard together == .sixteen, kernel.inputs[input].layout == .column else { return false }
    let shared = kernel.inputs.count { $0.layout == .column }
    return kernel.width % storedColumns == 0 && shared * kernel.width <= Self.keptVectors * Self.lanes
  }

  /// The vector of the columns being worked on, where those of an input are kept.
  func keptVector(_ input: Int) -> String? {
    isKept(input) ? "\(x(input))_vectors[column / \(Self.lanes)]" : nil
  }

  /// The vectors that a pass is the first to use.
  private mutating func keptVectors(_ index: Int) -> [String] {
    inputs(ofPass: index).filter { isKept($0) && kept.insert($0).inserted }.flatMap { input in
      let name = "\(x(input))_vectors"
      let loads =
        takesHalves
        ? [
          "for (integer group = 0; group < \(kernel.width); group += \(storedColumns))",
          "  for (int part = 0; part < 2; ++part) \(name)[group / \(Self.lanes) + part] = \(load(input, .part));",
        ]
        : [
          "for (integer column = 0; column < \(kernel.width); column += \(Self.lanes)) \(name)[column / \(Self.lanes)] = \(load(input, .full));"
        ]
      return ["\(mode.vector) \(name)[\(kernel.width / Self.lanes)];"] + loads
    }
  }

  /// A loop over the rows, in which pointers are to a row's own elements.
  private mutating func forEachRow(_ index: Int, _ statements: [String]) -> [String] {
    let pointers = rowPointers(toInputs: inputs(ofPass: index), outputs: sweeps[index].stores)
    let lines = ["const integer row = first + place;"] + pointers + statements
    return ["for (int place = 0; place < 16; ++place) {"] + lines.map { "  " + $0 } + ["}"]
  }
}

extension CFunction {
  /// Sixteen vectors, each folded to a lane of the result in the order in which `fold` folds one.
  static func foldRows(_ p: Precision) -> CFunction {
    let (vector, prefix) = (p.vector, p.prefix)
    let steps = [8, 4, 2, 1].map { half in
      let lanes = (0..<16).map { $0 / half * 2 * half + $0 % half }
      let (low, high) = (lanes.map(String.init), lanes.map { String($0 + half) })
      return """
        static inline \(vector) \(prefix)halved_to_\(half)(\(vector) a, \(vector) b) {
          return __builtin_shufflevector(a, b, \(low.joined(separator: ", ")))
            + __builtin_shufflevector(a, b, \(high.joined(separator: ", ")));
        }
        """
    }
    return CFunction(
      name: "\(prefix)sums_of_rows",
      text: steps.joined(separator: "\n\n") + """


        static inline \(vector) \(prefix)sums_of_rows(const \(vector) *rows) {
          \(vector) sums[8];
          for (int i = 0; i < 8; ++i) sums[i] = \(prefix)halved_to_8(rows[2 * i], rows[2 * i + 1]);
          for (int i = 0; i < 4; ++i) sums[i] = \(prefix)halved_to_4(sums[2 * i], sums[2 * i + 1]);
          for (int i = 0; i < 2; ++i) sums[i] = \(prefix)halved_to_2(sums[2 * i], sums[2 * i + 1]);
          return \(prefix)halved_to_1(sums[0], sums[1]);
        }
        """)
  }
}
