package import NormaArrays

/// Values combined over rows: each chunk of rows leaves one partial result for each column, and the
/// partial results of all chunks are combined in f64, in order.
///
/// The chunks depend on the width and the element types alone, so that no thread count and no schedule
/// changes a bit. Within a chunk of n rows, f32 sums have an error of at most (n - 1) * 2^-24 of the sum
/// of magnitudes; the chunks add n' * 2^-53 of it.
extension RowKernel {
  /// The positions in `outputs` of what is combined over rows.
  package var columnOutputs: [Int] { outputs.indices.filter { outputs[$0].reduction != nil } }

  /// Rows of a chunk: of elements of 16 bits twice as many, whose own rounding is far above what the longer sums lose, so that
  /// partial results take 1/32 of the memory of the elements in any case (LayerNorm's gradient bf16 65,536 x 1024 in 0.94 of
  /// the time). Few rows that are wide make smaller chunks, down to four rows, so that there is work for several threads;
  /// always an even number, so that two rows may be taken at once.
  package var rowsPerChunk: Int {
    let elements = inputs.filter { $0.layout == .element }
    let scale = elements.allSatisfy { $0.type.byteCount == 2 } ? 2 : 1
    return min(32 * scale, max(4, scale * 262_144 / max(1, width) / 2 * 2))
  }

  /// The number of chunks of a number of rows; of rows that interleave each tile is one.
  package func chunks(rows: Int) -> Int {
    isInterleaved ? tasks(rows: rows) : (rows + rowsPerChunk - 1) / rowsPerChunk
  }

  /// The element type of partial results: f64 where the last pass is carried in it.
  package var partialType: ScalarType {
    let emitter = CEmitter(kernel: self, schedule: .heuristic(for: self))
    return emitter.partialType
  }

  /// Bytes of the partial results of each column output over a number of rows.
  package func partialByteCount(rows: Int) -> Int { chunks(rows: rows) * width * partialType.byteCount }
}
