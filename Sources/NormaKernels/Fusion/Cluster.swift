internal import NormaArrays
internal import StableHLO

/// A kernel under construction: nodes, and which values of the program they stand for.
///
/// A value is kept, so that an attempt to add to it can be given up by dropping the copy.
struct Cluster {
  /// A value as a kernel sees it. The same value may be read once per row and once per element.
  struct View: Hashable {
    var value: Value
    var layout: Layout
  }

  /// A value that the program computes here: the node that holds it, or what is reduced over the rows to it.
  struct Anchor: Hashable {
    var view: View
    var node: Int
    var reduction: RowReduction?
  }

  var space: RowSpace
  /// The shape that suggests a width where the operations leave it open.
  let shape: Shape
  private(set) var nodes: [KernelNode] = []
  private(set) var inputs: [View] = []
  /// The node that stands for a value.
  private(set) var bindings: [View: Int] = [:]
  /// The values that the program computes here, in order.
  var anchors: [Anchor] = []
  private var shared: [KernelNode: Int] = [:]

  init(shape: Shape) {
    space = RowSpace(elementCount: shape.elementCount)
    self.shape = shape
  }

  /// The position of a node, shared with an equal one.
  mutating func add(_ node: KernelNode) -> Int {
    if let position = shared[node] { return position }
    nodes.append(node)
    shared[node] = nodes.count - 1
    return nodes.count - 1
  }

  /// Adds a node for an operation on nodes; what it depends on follows from theirs.
  mutating func add(_ operation: KernelOperation, _ operands: [Int], type: ScalarType) -> Int {
    let layout = operands.reduce(Layout.scalar) { $0.joined(with: nodes[$1].layout) }
    return add(KernelNode(operation, operands, type: type, layout: layout))
  }

  /// Reads a value that exists before the kernel runs.
  mutating func read(_ view: View, type: ScalarType) -> Int {
    inputs.append(view)
    return add(KernelNode(.input(inputs.count - 1), [], type: type, layout: view.layout))
  }

  /// Reads another value in the place of an input.
  mutating func replaceInput(_ position: Int, by value: Value, type: ScalarType) {
    inputs[position].value = value
    for index in nodes.indices where nodes[index].operation == .input(position) { nodes[index].type = type }
  }

  /// The node that stands for a value, seen in this layout or in one that is the same here: with one row,
  /// the row's value is one value and its elements are the columns; with one column, likewise.
  func bound(_ view: View) -> Int? {
    if let node = bindings[view] { return node }
    return space.same(as: view.layout).lazy.compactMap { bindings[View(value: view.value, layout: $0)] }.first
  }

  /// Remembers the node that stands for a value.
  mutating func bind(_ view: View, to node: Int) { bindings[view] = node }

  /// Remembers a value that the program computes here.
  mutating func anchor(_ view: View, at node: Int) {
    bind(view, to: node)
    anchors.append(Anchor(view: view, node: node))
  }
}
