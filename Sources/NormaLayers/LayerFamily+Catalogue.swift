internal import NormaArrays
internal import NormaTracing

extension LayerFamily {
  /// Every layer Norma brings.
  public static let catalogue = norms + activations + aroundNorms + withProducts

  private static let norms: [LayerFamily] = [
    LayerFamily(
      name: "layernorm", title: "LayerNorm",
      formula: "(x - mean(x)) * rsqrt(variance(x) + epsilon) * weight + bias",
      defaultEpsilon: 1e-5, parameterNames: ["weight", "bias"], spansSeveralAxes: true
    ) {
      LayerNorm(
        normalizedShape: $0.normalizedShape, epsilon: $0.epsilon ?? 1e-5, weight: $0.weight, bias: $0.bias)
    } untrained: {
      LayerNorm(normalizedShape: $0.normalizedShape, epsilon: $0.epsilon ?? 1e-5, parameterType: $1)
    },
    LayerFamily(
      name: "rmsnorm", title: "RMSNorm", formula: "x * rsqrt(mean(x^2) + epsilon) * weight",
      defaultEpsilon: 1e-6, parameterNames: ["weight"], conventions: RMSNorm.Convention.allCases
    ) {
      RMSNorm($0.width, epsilon: $0.epsilon ?? 1e-6, convention: $0.convention, weight: $0.weight)
    } untrained: {
      RMSNorm($0.width, epsilon: $0.epsilon ?? 1e-6, convention: $0.convention, parameterType: $1)
    },
    LayerFamily(
      name: "layernorm-channels", title: "LayerNorm(axis: 1)",
      formula: "(x - mean(x)) * rsqrt(variance(x) + epsilon) * weight + bias, over channels",
      defaultEpsilon: 1e-5, parameterNames: ["weight", "bias"], takesChannels: true
    ) {
      LayerNorm(
        normalizedShape: [$0.channels], axis: 1, epsilon: $0.epsilon ?? 1e-5, weight: $0.weight, bias: $0.bias
      )
    } untrained: {
      LayerNorm(normalizedShape: [$0.channels], axis: 1, epsilon: $0.epsilon ?? 1e-5, parameterType: $1)
    },
    LayerFamily(
      name: "rmsnorm-channels", title: "RMSNorm(axis: 1)",
      formula: "x * rsqrt(mean(x^2) + epsilon) * weight, over channels",
      defaultEpsilon: 1e-6, parameterNames: ["weight"], conventions: RMSNorm.Convention.allCases,
      takesChannels: true
    ) {
      RMSNorm(
        $0.channels, axis: 1, epsilon: $0.epsilon ?? 1e-6, convention: $0.convention, weight: $0.weight)
    } untrained: {
      RMSNorm(
        $0.channels, axis: 1, epsilon: $0.epsilon ?? 1e-6, convention: $0.convention, parameterType: $1)
    },
    LayerFamily(
      name: "l2norm", title: "L2Norm", formula: "x * rsqrt(sum(x^2) + epsilon)", defaultEpsilon: 1e-12
    ) {
      L2Norm(epsilon: $0.epsilon ?? 1e-12)
    } untrained: { options, _ in
      L2Norm(epsilon: options.epsilon ?? 1e-12)
    },
    LayerFamily(
      name: "groupnorm", title: "GroupNorm",
      formula: "(x - mean(x)) * rsqrt(variance(x) + epsilon) * weight + bias, over groups of channels",
      defaultEpsilon: 1e-5, parameterNames: ["weight", "bias"], choices: [.groups], takesChannels: true
    ) {
      GroupNorm(
        groups: $0.groups, channels: $0.channels, epsilon: $0.epsilon ?? 1e-5, weight: $0.weight,
        bias: $0.bias)
    } untrained: {
      GroupNorm(groups: $0.groups, channels: $0.channels, epsilon: $0.epsilon ?? 1e-5, parameterType: $1)
    },
    LayerFamily(
      name: "batchnorm", title: "BatchNorm",
      formula: "(x - mean) * rsqrt(variance + epsilon) * weight + bias, by channels", defaultEpsilon: 1e-5,
      parameterNames: ["mean", "variance", "weight", "bias"], mapsRowsApart: false, takesChannels: true
    ) {
      BatchNorm(channels: $0.channels, epsilon: $0.epsilon ?? 1e-5)
    } untrained: {
      BatchNorm(channels: $0.channels, epsilon: $0.epsilon ?? 1e-5, parameterType: $1)
    },
    LayerFamily(
      name: "softmax", title: "Softmax", formula: "exp(x - max(x)) / sum(exp(x - max(x)))"
    ) { _ in
      Softmax()
    } untrained: { _, _ in
      Softmax()
    },
  ]

  private static let activations: [LayerFamily] = [
    LayerFamily(name: "gelu", title: "GELU", formula: "x/2 * erfc(-x / sqrt(2))") { _ in
      GELU()
    } untrained: { _, _ in
      GELU()
    },
    LayerFamily(
      name: "gelu-tanh", title: "GELU(.tanh)",
      formula: "x/2 * (1 + tanh(sqrt(2/pi) * (x + 0.044715 x^3)))"
    ) { _ in
      GELU(.tanh)
    } untrained: { _, _ in
      GELU(.tanh)
    },
    LayerFamily(name: "silu", title: "SiLU", formula: "x / (1 + exp(-x))") { _ in
      SiLU()
    } untrained: { _, _ in
      SiLU()
    },
  ]

  private static let withProducts: [LayerFamily] = [
    LayerFamily(
      name: "linear", title: "Linear", formula: "x weight^T + bias", parameterNames: ["weight", "bias"],
      choices: [.features], mapsRowsApart: false
    ) {
      linear($0, .f32)
    } untrained: {
      linear($0, $1)
    },
    LayerFamily(
      name: "rmsnorm-linear-silu", title: "RMSNormLinearSiLU", formula: "silu(linear(rmsnorm(x)))",
      defaultEpsilon: 1e-6, parameterNames: ["norm.weight", "linear.weight"], choices: [.features],
      mapsRowsApart: false
    ) {
      rmsNormLinearSiLU($0, .f32)
    } untrained: {
      rmsNormLinearSiLU($0, $1)
    },
    LayerFamily(
      name: "residual-mlp", title: "ResidualMLP",
      formula: "x + down(gelu(up(layernorm(x)))), block after block", defaultEpsilon: 1e-5,
      parameterNames: ResidualMLP(1, hidden: 1).parameters.map(\.name), choices: [.hidden, .blocks],
      mapsRowsApart: false, loss: { $0.square().mean(over: .all) }
    ) {
      residualMLP($0, .f32)
    } untrained: {
      residualMLP($0, $1)
    },
  ]

  private static func linear(_ options: LayerOptions, _ type: ScalarType) -> Linear {
    Linear(options.width, options.features ?? options.width, parameterType: type)
  }

  private static func rmsNormLinearSiLU(_ options: LayerOptions, _ type: ScalarType) -> RMSNormLinearSiLU {
    RMSNormLinearSiLU(
      options.width, options.features ?? options.width, epsilon: options.epsilon ?? 1e-6, parameterType: type)
  }

  private static func residualMLP(_ options: LayerOptions, _ type: ScalarType) -> ResidualMLP {
    ResidualMLP(
      options.width, hidden: options.hidden ?? options.width, blocks: options.blocks,
      epsilon: options.epsilon ?? 1e-5, parameterType: type)
  }
}
