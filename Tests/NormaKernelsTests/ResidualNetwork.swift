import NormaArrays
import StableHLO

/// A stack of residual blocks, `x + tanh(layerNorm(x) W + b)`, and what its gradient computes: a program
/// as long as those that JAX exports for a model.
struct ResidualNetwork {
  private var builder = FunctionBuilder()
  private let type: TensorType
  private let rows: TensorType
  private let weights: Value
  private var columns: [Value] = []
  private var forward: [(input: Value, normalized: Value, scale: Value, activation: Value)] = []

  /// The function of a number of blocks: about 50 instructions each.
  static func function(blocks: Int, rows: Int = 32, width: Int = 64) throws -> Function {
    var network = try ResidualNetwork(rows: rows, width: width)
    return try network.function(blocks: blocks)
  }

  private init(rows: Int, width: Int) throws {
    type = TensorType(.f32, [rows, width])
    self.rows = TensorType(.f32, [rows])
    weights = builder.parameter(TensorType(.f32, [width, width]))
    columns = (0..<3).map { _ in builder.parameter(TensorType(.f32, [width])) }
  }

  private mutating func function(blocks: Int) throws -> Function {
    var x = builder.parameter(type)
    for block in 0..<blocks { x = try addBlock(x, number: block) }
    var gradient = x
    var results: [Value] = []
    for block in forward.reversed() { gradient = try addGradient(of: block, gradient, &results) }
    return builder.finish(name: "main", results: [x, gradient] + results)
  }

  // MARK: - Parts

  private mutating func constant(_ value: Float, _ type: TensorType) throws -> Value {
    let scalar = try builder.add(
      .constant(Literal(TensorType(.f32, []), .splat(UInt64(value.bitPattern)))), [])
    return type.rank == 0
      ? scalar : try builder.add(.broadcastInDim(dimensions: []), [scalar], resultType: type)
  }

  private mutating func binary(_ operation: Elementwise, _ a: Value, _ b: Value) throws -> Value {
    try builder.add(.elementwise(operation), [a, b])
  }

  private mutating func sum(_ x: Value, over axis: Int = 1) throws -> Value {
    try builder.add(.reduce(.named(.add), dimensions: [axis]), [x, constant(0, TensorType(.f32, []))])
  }

  private mutating func mean(_ x: Value) throws -> Value {
    try binary(.divide, sum(x), constant(Float(type.shape[1]), rows))
  }

  private mutating func spread(_ x: Value, along axis: Int = 0) throws -> Value {
    try builder.add(.broadcastInDim(dimensions: [axis]), [x], resultType: type)
  }

  private mutating func product(_ x: Value, contracting axis: Int) throws -> Value {
    try builder.add(.dotGeneral(DotDimensions(leftContracting: [1], rightContracting: [axis])), [x, weights])
  }

  private mutating func addBlock(_ x: Value, number: Int) throws -> Value {
    let centred = try binary(.subtract, x, spread(mean(x)))
    let variance = try mean(builder.add(.elementwise(.square), [centred]))
    // Another constant in each block keeps blocks from being shared.
    let shifted = try binary(.add, variance, constant(1e-5 * Float(number + 1), rows))
    let scale = try builder.add(.elementwise(.rsqrt), [shifted])
    let normalized = try binary(.multiply, centred, spread(scale))
    let affine = try binary(
      .add, binary(.multiply, normalized, spread(columns[0], along: 1)), spread(columns[1], along: 1))
    let linear = try binary(.add, product(affine, contracting: 0), spread(columns[2], along: 1))
    let activation = try builder.add(.elementwise(.tanh), [linear])
    forward.append((x, normalized, scale, activation))
    return try binary(.add, x, activation)
  }

  private mutating func addGradient(
    of block: (input: Value, normalized: Value, scale: Value, activation: Value), _ gradient: Value,
    _ results: inout [Value]
  ) throws -> Value {
    let slope = try binary(
      .subtract, constant(1, type), builder.add(.elementwise(.square), [block.activation]))
    let linear = try binary(.multiply, gradient, slope)
    let affine = try product(linear, contracting: 1)
    results += [
      try sum(linear, over: 0), try sum(affine, over: 0),
      try sum(binary(.multiply, affine, block.normalized), over: 0),
    ]
    let scaled = try binary(.multiply, affine, spread(columns[0], along: 1))
    let centred = try binary(.subtract, scaled, spread(mean(scaled)))
    let projection = try mean(binary(.multiply, scaled, block.normalized))
    let rest = try binary(.subtract, centred, binary(.multiply, block.normalized, spread(projection)))
    return try binary(.add, gradient, binary(.multiply, rest, spread(block.scale)))
  }
}
