public import NormaArrays
public import NormaTracing

/// What can be chosen when a layer of a family is built; a family ignores what it does not have.
public struct LayerOptions: Sendable {
  /// The extents of the trailing axes that form one row.
  public var normalizedShape: Shape
  /// The epsilon, or nil for the family's default.
  public var epsilon: Double?
  /// The convention of `RMSNorm`.
  public var convention: RMSNorm.Convention
  /// The weight, or nil for none.
  public var weight: Parameter?
  /// The bias, or nil for none.
  public var bias: Parameter?

  /// Options for rows of the given shape.
  public init(
    normalizedShape: Shape, epsilon: Double? = nil, convention: RMSNorm.Convention = .standard,
    weight: Parameter? = nil, bias: Parameter? = nil
  ) {
    (self.normalizedShape, self.epsilon, self.convention) = (normalizedShape, epsilon, convention)
    (self.weight, self.bias) = (weight, bias)
  }
}

/// A kind of layer as the command, the tests, the benchmark and the documentation see it.
public struct LayerFamily: Sendable {
  /// The name on the command line, for example `layernorm`.
  public let name: String
  /// The name of the Swift type.
  public let title: String
  /// The formula, one line.
  public let formula: String
  /// The epsilon used if none is given; nil if the formula has none.
  public let defaultEpsilon: Double?
  /// The names of the parameters, in the program's order.
  public let parameterNames: [String]
  /// The conventions that can be chosen; empty if there is nothing to choose.
  public let conventions: [RMSNorm.Convention]
  /// Whether a row may span several trailing axes.
  public let spansSeveralAxes: Bool
  /// Builds a layer.
  public let build: @Sendable (LayerOptions) -> any Layer

  /// The layer as it stands before training, with every parameter the family has.
  public func untrained(
    normalizedShape: Shape, convention: RMSNorm.Convention = .standard, parameterType: ScalarType = .f32
  ) -> any Layer {
    let neutral: Double = convention == .gemma ? 0 : 1
    var options = LayerOptions(normalizedShape: normalizedShape, convention: convention)
    options.weight = Parameter(filledWith: neutral, parameterType, normalizedShape)
    options.bias = Parameter(filledWith: 0, parameterType, normalizedShape)
    return build(options)
  }

  /// The family with the given name, or nil.
  public static func named(_ name: String) -> LayerFamily? { catalogue.first { $0.name == name } }

  /// Every layer Norma brings.
  public static let catalogue: [LayerFamily] = [
    LayerFamily(
      name: "layernorm", title: "LayerNorm",
      formula: "(x - mean(x)) * rsqrt(variance(x) + epsilon) * weight + bias",
      defaultEpsilon: 1e-5, parameterNames: ["weight", "bias"], conventions: [], spansSeveralAxes: true
    ) {
      LayerNorm(
        normalizedShape: $0.normalizedShape, epsilon: $0.epsilon ?? 1e-5, weight: $0.weight, bias: $0.bias)
    },
    LayerFamily(
      name: "rmsnorm", title: "RMSNorm", formula: "x * rsqrt(mean(x^2) + epsilon) * weight",
      defaultEpsilon: 1e-6, parameterNames: ["weight"], conventions: RMSNorm.Convention.allCases,
      spansSeveralAxes: false
    ) {
      RMSNorm(
        $0.normalizedShape.elementCount, epsilon: $0.epsilon ?? 1e-6, convention: $0.convention,
        weight: $0.weight)
    },
    LayerFamily(
      name: "l2norm", title: "L2Norm", formula: "x * rsqrt(sum(x^2) + epsilon)",
      defaultEpsilon: 1e-12, parameterNames: [], conventions: [], spansSeveralAxes: false
    ) { L2Norm(epsilon: $0.epsilon ?? 1e-12) },
    LayerFamily(
      name: "softmax", title: "Softmax", formula: "exp(x - max(x)) / sum(exp(x - max(x)))",
      defaultEpsilon: nil, parameterNames: [], conventions: [], spansSeveralAxes: false
    ) { _ in Softmax() },
  ]
}
