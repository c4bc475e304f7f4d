package import NormaArrays

/// What a kernel must move and compute: the limit that a time is held against.
public struct Traffic: Hashable, Sendable {
  /// Bytes read from arrays, each array counted once.
  public var bytesRead: Int
  /// Bytes written to arrays.
  public var bytesWritten: Int
  /// Arithmetic operations on elements, each pass over the row counted.
  public var operations: Int

  /// Bytes read and written.
  public var bytes: Int { bytesRead + bytesWritten }
}

extension RowKernel {
  /// Bytes and operations over a number of rows.
  public func traffic(rows: Int) -> Traffic {
    Traffic(
      bytesRead: inputs.reduce(0) {
        $0 + $1.layout.elementCount(rows: rows, width: width) * $1.type.byteCount
      },
      bytesWritten: outputs.reduce(0) {
        $0 + $1.layout.elementCount(rows: rows, width: width) * $1.type.byteCount
      },
      operations: rows * operationsPerRow)
  }

  /// What a call is given: inputs, then outputs.
  package var operands: [(layout: Layout, type: ScalarType)] {
    inputs.map { ($0.layout, $0.type) } + outputs.map { ($0.layout, $0.type) }
  }

  /// Bytes that one row reads and writes, those that all rows share left out.
  package var bytesPerRow: Int { bytesPerRow(of: operands) }

  /// Bytes that one row writes, what is combined over rows left out.
  package var bytesWrittenPerRow: Int { bytesPerRow(of: operands.suffix(outputs.count)) }

  private func bytesPerRow(of operands: some Sequence<(layout: Layout, type: ScalarType)>) -> Int {
    operands.reduce(0) { bytes, operand in
      switch operand.layout {
      case .element: bytes + width * operand.type.byteCount
      case .row: bytes + operand.type.byteCount
      case .column, .scalar: bytes
      }
    }
  }

  /// Operations for one row: per-row values once, values along the row in every pass that needs them.
  private var operationsPerRow: Int {
    let perRow = nodes.count { !$0.layout.variesAlongRow && !$0.isReduction && $0.isArithmetic }
    let alongRow = sweeps.map { sweep in
      let needed = varyingNodes(from: roots(of: sweep))
      let combined = sweep.stores.count { outputs[$0].reduction != nil }
      return needed.count { nodes[$0].isArithmetic } + sweep.reductions.count + combined
    }
    return perRow + width * alongRow.reduce(0, +)
  }
}

extension KernelNode {
  /// False for inputs and constants, and for conversions, which move with the loads and stores.
  var isArithmetic: Bool {
    switch operation {
    case .input, .constant, .convert: false
    case .elementwise, .compare, .select, .clamp, .reduce: true
    }
  }
}
