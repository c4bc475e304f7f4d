public import NormaArrays
public import StableHLO

/// What to compute on rows of a fixed width: a graph of nodes from inputs to outputs, never how.
///
/// The number of rows is a run-time argument. Every kernel of a normalization, forward or backward, is
/// this value with other expressions: sweeps over the row, the reductions that end them, and stores.
///
/// Rows may interleave: a program that reduces a middle axis has for rows the columns of matrices, one matrix
/// after the other. Element c of row o * interleave + i then stands at (o * width + c) * interleave + i.
public struct RowKernel: Hashable, Sendable {
  /// The symbol of the generated function.
  public var name: String
  /// Elements in a row.
  public var width: Int
  /// Neighbouring rows whose elements of one column stand side by side; 1 where each row lies whole.
  public var interleave: Int
  /// The arrays that are read.
  public var inputs: [KernelOperand]
  /// The computation, each node after those it reads.
  public var nodes: [KernelNode]
  /// The arrays that are written.
  public var outputs: [KernelOutput]
  /// Which rows are wide enough to be divided into segments, and how.
  package var division = RowDivision.standard

  /// A kernel of the given parts.
  public init(
    name: String, width: Int, interleave: Int = 1, inputs: [KernelOperand], nodes: [KernelNode],
    outputs: [KernelOutput]
  ) {
    (self.name, self.width, self.interleave) = (name, width, interleave)
    (self.inputs, self.nodes, self.outputs) = (inputs, nodes, outputs)
  }
}

/// How the elements of an array belong to rows and columns.
public enum Layout: String, Hashable, Sendable, CaseIterable {
  /// One value for each element of each row.
  case element
  /// One value for each row.
  case row
  /// One value for each column, the same in every row.
  case column
  /// One value.
  case scalar

  /// The layout of a value computed from values of both layouts.
  package func joined(with other: Layout) -> Layout {
    switch (self, other) {
    case (.scalar, let layout), (let layout, .scalar): layout
    case (.row, .row): .row
    case (.column, .column): .column
    case (.element, _), (_, .element), (.row, .column), (.column, .row): .element
    }
  }

  /// Elements of an array of this layout over `rows` rows of `width`.
  package func elementCount(rows: Int, width: Int) -> Int {
    switch self {
    case .element: rows * width
    case .row: rows
    case .column: width
    case .scalar: 1
    }
  }

  /// True where the value differs along the row, so that it is computed for vectors of columns.
  package var variesAlongRow: Bool { self == .element || self == .column }

  /// True where each row has values of its own.
  package var differsByRow: Bool { self == .element || self == .row }
}

/// An array that a kernel reads.
public struct KernelOperand: Hashable, Sendable {
  /// How its elements belong to rows and columns.
  public var layout: Layout
  /// Its element type.
  public var type: ScalarType

  /// An operand of the given layout and element type.
  public init(_ layout: Layout, _ type: ScalarType) { (self.layout, self.type) = (layout, type) }
}

/// An array that a kernel writes.
public struct KernelOutput: Hashable, Sendable {
  /// The position of the node whose value is stored.
  public var node: Int
  /// How the stored elements belong to rows and columns; a per-row value may be stored per element.
  public var layout: Layout
  /// The element type that values are rounded to as they are stored.
  public var type: ScalarType
  /// How the values of all rows are combined into one for each column; nil for values that are stored as
  /// they are.
  public var reduction: RowReduction?

  /// An output that stores `node` in the given layout and type.
  public init(node: Int, layout: Layout, type: ScalarType) {
    (self.node, self.layout, self.type) = (node, layout, type)
  }

  /// An output per column that combines the values of `node` over all rows.
  public init(node: Int, reducingRowsBy reduction: RowReduction, type: ScalarType) {
    (self.node, layout, self.type) = (node, .column, type)
    self.reduction = reduction
  }
}

/// One step of a row kernel's computation.
public struct KernelNode: Hashable, Sendable {
  /// What is computed.
  public var operation: KernelOperation
  /// The positions of the nodes it reads.
  public var operands: [Int]
  /// The element type of the value.
  public var type: ScalarType
  /// What the value depends on.
  public var layout: Layout

  /// A node of the given parts.
  public init(_ operation: KernelOperation, _ operands: [Int], type: ScalarType, layout: Layout) {
    (self.operation, self.operands) = (operation, operands)
    (self.type, self.layout) = (type, layout)
  }
}

/// What a node of a row kernel computes.
public enum KernelOperation: Hashable, Sendable {
  /// The input at a position in `RowKernel.inputs`.
  case input(Int)
  /// A constant, as the bit pattern of the node's type.
  case constant(UInt64)
  case elementwise(Elementwise)
  case compare(ComparisonDirection)
  /// Operands: predicate, on true, on false.
  case select
  /// Operands: minimum, operand, maximum.
  case clamp
  /// Rounds to the node's type, even where arithmetic is carried wider.
  case convert
  /// The reduction of one operand along the row.
  case reduce(RowReduction)
}

/// The reductions along a row, or over all rows of a column.
public enum RowReduction: String, Hashable, Sendable, CaseIterable {
  case sum, product, maximum, minimum

  /// The reduction that applies a binary operation, or nil where row kernels have none.
  package init?(_ operation: Elementwise) {
    switch operation {
    case .add: self = .sum
    case .multiply: self = .product
    case .maximum: self = .maximum
    case .minimum: self = .minimum
    default: return nil
    }
  }

  /// The operation that combines two values.
  package var combination: Elementwise {
    switch self {
    case .sum: .add
    case .product: .multiply
    case .maximum: .maximum
    case .minimum: .minimum
    }
  }

  /// The value that a reduction starts from.
  package var identity: Double {
    switch self {
    case .sum: 0
    case .product: 1
    case .maximum: -Double.infinity
    case .minimum: Double.infinity
    }
  }

  /// True where the order of combination cannot change the result.
  package var isExact: Bool { self == .maximum || self == .minimum }
}
