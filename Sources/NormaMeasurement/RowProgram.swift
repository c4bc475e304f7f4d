package import NormaArrays
package import StableHLO

/// A layer as programs for parts of an array, whose rows do not depend on each other, and the arrays
/// that it is applied to.
package struct RowProgram: Sendable {
  /// The type of all rows as the first argument: the rows along the first axis.
  package let inputType: TensorType
  /// The other arguments, the same for every row.
  package let parameters: [NDArray]
  /// The blocks that an array which does not fit into memory is run in.
  package let blocks: RowBlocks
  /// The parts of those blocks that are verified at once, which takes a multiple of their memory.
  package let parts: RowBlocks
  private let source: NDArray
  private let modules: [Int: Module]

  /// Converted input of fewer bytes is held in memory; of more, it is converted block by block.
  private static let heldByteCount = 1 << 30
  /// Elements in a part: 8 MiB of f64, a multiple of which the interpreter holds.
  package static let partElementCount = 1 << 20
  /// Parts in a block: enough work to keep threads busy, little enough to show progress.
  private static let partsInBlock = 16

  /// Applies a layer to the rows of an array.
  ///
  /// - Parameters:
  ///   - array: Its last axes are a row, the others count rows.
  ///   - scalar: The element type that the array is converted to first; nil for its own.
  ///   - rowRank: How many axes a row has.
  ///   - partElementCount: About how many elements a part has, at least a row.
  ///   - program: The layer's program for an input of a type; it takes the parameters after the input.
  /// - Throws: What `program` throws.
  package init<Failure: Error>(
    of array: NDArray, as scalar: ScalarType? = nil, rowRank: Int, parameters: [NDArray],
    partElementCount: Int = Self.partElementCount,
    program: (TensorType) throws(Failure) -> Module
  ) throws(Failure) {
    let row = Array(array.shape.dimensions.suffix(rowRank))
    let rows = array.shape.dimensions.dropLast(rowRank).reduce(1, *)
    inputType = TensorType(scalar ?? array.scalarType, Shape([rows] + row))
    let isHeld = inputType.byteCount <= Self.heldByteCount
    source = (isHeld ? array.converted(to: inputType.scalar) : array).reshaped(to: inputType.shape)
    self.parameters = parameters
    let rowsInPart = max(1, partElementCount / max(1, row.reduce(1, *)))
    parts = RowBlocks(rows: rows, size: rowsInPart)
    blocks = RowBlocks(rows: rows, size: rowsInPart * Self.partsInBlock)
    var modules: [Int: Module] = [:]
    for count in blocks.rowCounts.union(parts.rowCounts).union([rows]) {
      modules[count] = try program(TensorType(inputType.scalar, Shape([count] + row)))
    }
    self.modules = modules
  }

  /// The number of rows.
  package var rows: Int { inputType.shape[0] }

  /// Some rows of the input, in the type that the layer takes.
  package func input(_ rows: Range<Int>) -> NDArray { source[rows].converted(to: inputType.scalar) }

  /// The program for so many rows: all of them, or those of a block or of a part.
  package func module(rows: Int) -> Module {
    guard let module = modules[rows] else { preconditionFailure("there is no program for \(rows) rows") }
    return module
  }

  /// The type of the result for so many rows.
  package func resultType(rows: Int) -> TensorType {
    guard let type = module(rows: rows).function(named: "main")?.resultTypes.first else {
      preconditionFailure("a layer's program has a `@main` with one result")
    }
    return type
  }

  /// Bytes that all rows read and write, each array once.
  package var byteCount: Int {
    parameters.reduce(inputType.byteCount + resultType(rows: rows).byteCount) { $0 + $1.byteCount }
  }
}
