public import NormaArrays
public import NormaTracing

/// A block that adds to its input: y = x + down(gelu(up(norm(x)))), with the tanh form of GELU.
///
/// Source: the block of the model by which a report to Equinox compares its `LayerNorm` with one-pass variance.
public struct ResidualBlock: Layer {
  /// Normalizes the rows.
  public var norm: LayerNorm
  /// Maps them to the hidden width.
  public var up: Linear
  /// And back.
  public var down: Linear

  /// A block as it stands before training.
  public init(
    _ width: Int, hidden: Int, epsilon: Double = 1e-5, seed: UInt64 = 0, parameterType: ScalarType = .f32
  ) {
    norm = LayerNorm(normalizedShape: [width], epsilon: epsilon, parameterType: parameterType)
    up = Linear(width, hidden, seed: 2 * seed, parameterType: parameterType)
    down = Linear(hidden, width, seed: 2 * seed + 1, parameterType: parameterType)
  }

  /// The parameters of `norm`, `up`, then `down`.
  public mutating func visitParameters(_ visit: ParameterVisitor) {
    visit("norm", &norm)
    visit("up", &up)
    visit("down", &down)
  }

  /// The rows and what the block adds, of the same type as `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor { x + down(GELU(.tanh)(up(norm(x)))) }
}

/// Residual blocks one after another.
///
/// Source: the model of that report, with 8 blocks of width 64. Its loss is the mean square of the result.
public struct ResidualMLP: Layer {
  /// The blocks in order.
  public var blocks: [ResidualBlock]

  /// A model as it stands before training; every block starts from other weights.
  public init(
    _ width: Int, hidden: Int, blocks: Int = 8, epsilon: Double = 1e-5, parameterType: ScalarType = .f32
  ) {
    self.blocks = (0..<max(0, blocks)).map {
      ResidualBlock(width, hidden: hidden, epsilon: epsilon, seed: UInt64($0), parameterType: parameterType)
    }
  }

  /// The parameters of each block.
  public mutating func visitParameters(_ visit: ParameterVisitor) { visit("blocks", &blocks) }

  /// The rows after all blocks, of the same type as `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    x.requireFloatingPoint(in: self)
    return blocks.reduce(x) { x, block in block(x) }
  }
}
