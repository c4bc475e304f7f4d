internal import NormaArrays
internal import NormaTracing

extension LayerFamily {
  /// Norms with what stands beside them in a model.
  static let aroundNorms: [LayerFamily] = [
    LayerFamily(
      name: "add-layernorm", title: "AddNorm(LayerNorm)", formula: "layernorm(sum), sum = x + residual",
      defaultEpsilon: 1e-5, parameterNames: ["weight", "bias"], spansSeveralAxes: true,
      inputNames: ["x", "residual"], resultNames: ["sum", "y"]
    ) {
      AddNorm(layerNorm($0))
    } untrained: {
      AddNorm(layerNorm($0, $1))
    },
    LayerFamily(
      name: "add-rmsnorm", title: "AddNorm(RMSNorm)", formula: "rmsnorm(sum), sum = x + residual",
      defaultEpsilon: 1e-6, parameterNames: ["weight"], conventions: RMSNorm.Convention.allCases,
      inputNames: ["x", "residual"], resultNames: ["sum", "y"]
    ) {
      AddNorm(rmsNorm($0))
    } untrained: {
      AddNorm(rmsNorm($0, $1))
    },
    LayerFamily(
      name: "layernorm-int8", title: "QuantizedNorm(LayerNorm)",
      formula: "round(layernorm(x) / scale), scale = max(|layernorm(x)|) / 127",
      defaultEpsilon: 1e-5, parameterNames: ["weight", "bias"],
      resultNames: ["q", "scale"], isDifferentiable: false
    ) {
      QuantizedNorm(layerNorm($0))
    } untrained: {
      QuantizedNorm(layerNorm($0, $1))
    },
    LayerFamily(
      name: "rmsnorm-int8", title: "QuantizedNorm(RMSNorm)",
      formula: "round(rmsnorm(x) / scale), scale = max(|rmsnorm(x)|) / 127",
      defaultEpsilon: 1e-6, parameterNames: ["weight"],
      resultNames: ["q", "scale"], isDifferentiable: false
    ) {
      QuantizedNorm(rmsNorm($0))
    } untrained: {
      QuantizedNorm(rmsNorm($0, $1))
    },
  ]

  private static func layerNorm(_ options: LayerOptions) -> LayerNorm {
    LayerNorm(
      normalizedShape: options.normalizedShape, epsilon: options.epsilon ?? 1e-5, weight: options.weight,
      bias: options.bias)
  }

  private static func layerNorm(_ options: LayerOptions, _ type: ScalarType) -> LayerNorm {
    LayerNorm(
      normalizedShape: options.normalizedShape, epsilon: options.epsilon ?? 1e-5, parameterType: type)
  }

  private static func rmsNorm(_ options: LayerOptions) -> RMSNorm {
    RMSNorm(
      options.width, epsilon: options.epsilon ?? 1e-6, convention: options.convention, weight: options.weight)
  }

  private static func rmsNorm(_ options: LayerOptions, _ type: ScalarType) -> RMSNorm {
    RMSNorm(
      options.width, epsilon: options.epsilon ?? 1e-6, convention: options.convention, parameterType: type)
  }
}
