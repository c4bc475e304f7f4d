internal import NormaArrays
internal import StableHLO

/// Kernels whose rows are divided; see `RowSegments`.
///
/// A pass is a function that knows nothing of the other passes but what they left for the row, and works on some segments:
/// to the statements of a pass a segment is a row of its own. After a pass another function merges what the segments
/// left. Passes run over the row in turns from its start and from its end: what was read last is still near.
extension CEmitter {
  /// Columns ahead of those being worked on that a pass asks for. Measured on 16 rows of 4,194,304, AVX-512: a sum of
  /// squares of f32 reads 18 GB/s on one thread without asking, 32 with 4 KiB, 35 with 8 KiB or more. The last pass finds row,
  /// weight and bias of bf16 in the last cache, where asking for all three takes 0.78 of the time of asking for the row.
  static let segmentReadsAhead = 2048

  /// The functions that the runtime calls.
  static func segmentSymbols(of kernel: RowKernel) -> SegmentSymbols {
    SegmentSymbols(pass: "\(kernel.name)_segments", merge: "\(kernel.name)_merge")
  }

  var segmentSymbols: SegmentSymbols { Self.segmentSymbols(of: kernel) }

  /// The functions of a kernel whose rows are divided, the last of them for one thread.
  mutating func segmentedFunction(_ segments: RowSegments) -> String {
    // What is asked for ahead lies in the same row.
    schedule.prefetch = nil
    var functions = sweeps.indices.map { passFunction($0, segments) }
    functions.append(passesFunction(sweeps.count, segments))
    functions.append(mergeFunction(segments))
    functions.append(rowFunction(segments))
    let columns = columnFunction().drop { $0.isEmpty }
    if !columns.isEmpty { functions.append(columns.joined(separator: "\n")) }
    return functions.joined(separator: "\n\n")
  }

  // MARK: - A pass

  private mutating func passFunction(_ index: Int, _ segments: RowSegments) -> String {
    let loop =
      index % 2 == 0
      ? "for (integer segment = first_segment; segment < end_segment; ++segment) {"
      : "for (integer segment = end_segment - 1; segment >= first_segment; --segment) {"
    var lines = [
      "static void \(kernel.name)_pass_\(index + 1)(void *const *operands, const integer *row_strides, integer row, integer first_segment, integer end_segment, double *partials, integer streams) {",
      "  (void)row_strides, (void)partials, (void)streams;",
    ]
    let stores = canStream && !sweeps[index].stores.isEmpty
    if stores, schedule.streaming == .always { lines.append("  streams = 1;") }
    lines += rowValues(forPass: index, segments).map { "  " + $0 } + ["  " + loop]
    lines += segmentBody(index, segments).map { "    " + $0 } + ["  }"]
    if stores { lines.append("  if (streams) __atomic_thread_fence(__ATOMIC_SEQ_CST);") }
    return (lines + ["}"]).joined(separator: "\n")
  }

  /// The statements for one segment; the last one may be longer.
  private mutating func segmentBody(_ pass: Int, _ segments: RowSegments) -> [String] {
    let start = "segment * \(segments.columns)"
    if segments.lastColumns == segments.columns {
      return self.segment(pass, segments, columns: segments.columns, from: start)
    }
    var lines = ["if (segment < \(segments.count - 1)) {"]
    lines += self.segment(pass, segments, columns: segments.columns, from: start).map { "  " + $0 }
    lines.append("} else {")
    lines += self.segment(pass, segments, columns: segments.lastColumns, from: start).map { "  " + $0 }
    return lines + ["}"]
  }

  private mutating func segment(
    _ pass: Int, _ segments: RowSegments, columns: Int, from start: String
  ) -> [String] {
    var lines = ["const integer first = \(start);"] + pointers(forSweep: pass, columns: columns)
    var segment = narrowed(to: columns)
    let streamed = sweeps[pass].stores.filter { kernel.outputs[$0].layout == .element }
    lines += streamed.isEmpty ? [] : segment.streamConditions(streamed)
    lines += segment.pass(pass)
    functions = segment.functions
    return lines
      + sweeps[pass].reductions.map { "\(partial(of: $0, segments)) = \(names[$0]);" }
  }

  /// The emitter of a part of the row, which is a row to it.
  private func narrowed(to columns: Int) -> CEmitter {
    var part = self
    part.kernel.width = columns
    part.split = []
    part.readsAhead = Self.segmentReadsAhead
    return part
  }

  /// Pointers to the columns from `first` on, of what a sweep reads and stores along the row.
  mutating func pointers(forSweep sweep: Int, columns: Int) -> [String] {
    var lines = inputs(ofPass: sweep).filter { kernel.inputs[$0].layout.variesAlongRow }.map {
      pointer(toInput: $0, offset: " + first")
    }
    let stores = sweeps[sweep].stores
    lines += stores.filter { kernel.outputs[$0].reduction == nil }.map {
      pointer(toOutput: $0, offset: " + first")
    }
    if stores.contains(where: { kernel.outputs[$0].reduction != nil }) {
      lines += partialPointers(segment: columns)
    }
    return lines
  }

  /// The inputs that a pass reads.
  func inputs(ofPass index: Int) -> [Int] {
    let read = varyingNodes(inPass: index).compactMap { node -> Int? in
      if case .input(let input) = kernel.nodes[node].operation { input } else { nil }
    }
    return Set(read).sorted()
  }

  /// What a segment leaves of a reduction.
  func partial(of node: Int, _ segments: RowSegments) -> String {
    let start = firstPartial(of: node, segments)
    return "partials[\(start == 0 ? "" : "\(start) + ")segment]"
  }

  /// A reduction over the whole row, kept behind what the segments leave of it.
  func total(of node: Int, _ segments: RowSegments) -> String {
    "partials[\(firstPartial(of: node, segments) + segments.count)]"
  }

  private func firstPartial(of node: Int, _ segments: RowSegments) -> Int {
    kernel.nodes[..<node].count(where: \.isReduction) * (segments.count + 1)
  }

  // MARK: - All of it

  private func passesFunction(_ count: Int, _ segments: RowSegments) -> String {
    let cases = (0..<count).map {
      "    case \($0): \(kernel.name)_pass_\($0 + 1)(operands, row_strides, row, first_segment, end_segment, partials, streams); break;"
    }
    let lines =
      [
        "void \(segmentSymbols.pass)(void *const *operands, const integer *row_strides, integer first_row, integer end_row, integer pass, integer first_segment, integer end_segment, double *partials, integer streams) {",
        "  for (integer row = first_row; row < end_row; ++row, partials += \(segments.partialsPerRow))",
        "    switch (pass) {",
      ] + cases + ["    }", "}"]
    return lines.joined(separator: "\n")
  }

  /// The function that other kernels consist of: whole rows, here segment by segment.
  private func rowFunction(_ segments: RowSegments) -> String {
    """
    void \(kernel.name)(void *const *operands, const integer *row_strides, integer first_row, integer end_row, integer streams) {
      double partials[\(max(1, segments.partialsPerRow))];
      for (integer row = first_row; row < end_row; ++row)
        for (integer pass = 0; pass < \(segments.passes); ++pass) {
          \(segmentSymbols.pass)(operands, row_strides, row, row + 1, pass, 0, \(segments.count), partials, streams);
          \(segmentSymbols.merge)(operands, row_strides, row, row + 1, pass, partials);
        }
    }
    """
  }
}
