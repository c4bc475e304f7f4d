internal import NormaMeasurement

/// All that a bench measures.
struct BenchCases {
  /// Cases to be measured beside the limit and the peers, in order.
  let single: [BenchCase]
  /// Cases whose rows are reached from 1 by doubling.
  let sweeps: [BenchCase]

  /// Requires that the options, or the list they name, name layers that can be measured, and shapes that fit them.
  init(_ options: Bench) throws {
    let all = try Self.entries(options).map { try $0.cases() }
    (single, sweeps) = (all.flatMap(\.single), all.flatMap(\.sweeps))
  }

  private static func entries(_ options: Bench) throws(Failure) -> [BenchEntry] {
    guard let list = options.cases else { return [entry(options)] }
    let given = [
      ("a layer", !options.layers.isEmpty), ("--shape", !options.shape.isEmpty),
      ("--rows-up-to", !options.rowsUpTo.isEmpty), ("--dtype", !options.dtype.isEmpty),
      ("--direction", !options.direction.isEmpty),
    ].filter(\.1).map(\.0)
    guard given.isEmpty else {
      throw .usage("--cases names all that is measured; without \(given.joined(separator: ", ")), please")
    }
    return try BenchEntry.list(in: list)
  }

  private static func entry(_ options: Bench) -> BenchEntry {
    let shapes = options.shape.map(\.extents)
    let needsStandard = shapes.isEmpty && options.rowsUpTo.isEmpty
    return BenchEntry(
      layers: options.layers.isEmpty ? Bench.standardLayers : options.layers,
      shapes: needsStandard ? Bench.standardShapes : shapes, rowsUpTo: options.rowsUpTo.map(\.extents),
      dtypes: options.dtype.isEmpty ? nil : options.dtype.map(\.value.rawValue),
      directions: options.direction.isEmpty ? nil : options.direction.map(\.value.rawValue))
  }
}
