public import NormaArrays
public import NormaTracing

/// A kind of layer as the command, the tests, the benchmark and the documentation see it.
public struct LayerFamily: Sendable {
  /// The name on the command line, for example `layernorm`.
  public let name: String
  /// The name of the Swift type.
  public let title: String
  /// The formula, one line.
  public let formula: String
  /// The epsilon used if none is given; nil if the formula has none.
  public internal(set) var defaultEpsilon: Double?
  /// The names of the parameters, in the program's order.
  public internal(set) var parameterNames: [String] = []
  /// The conventions that can be chosen; empty if there is nothing to choose.
  public internal(set) var conventions: [RMSNorm.Convention] = []
  /// What else can be chosen.
  public internal(set) var choices: Set<LayerChoice> = []
  /// Whether a row may span several trailing axes.
  public internal(set) var spansSeveralAxes = false
  /// The names of the inputs, all of one type; several for a block around a layer.
  public internal(set) var inputNames = ["x"]
  /// The names of the results.
  public internal(set) var resultNames = ["y"]
  /// Whether training takes a derivative: false for what is rounded to integers.
  public internal(set) var isDifferentiable = true
  /// Whether each row gives a row of every result by itself, by a weight and a bias at most: then rows can be
  /// run part by part, and judged one by one.
  public internal(set) var mapsRowsApart = true
  /// Whether a row is all axes but the first, of which the first counts channels.
  public internal(set) var takesChannels = false
  /// The scalar that training lowers, for a model; nil for a layer, whose cotangent comes from what follows it.
  public internal(set) var loss: (@Sendable (Tensor) -> Tensor)?
  /// Builds a layer with the weight and the bias of the options; a family with other parameters takes those
  /// of the untrained layer.
  public let build: @Sendable (LayerOptions) -> any Block
  /// Builds a layer as it stands before training, with every parameter the family has, of an element type.
  public let untrained: @Sendable (LayerOptions, ScalarType) -> any Block

  /// The layer as it stands before training, with every parameter the family has.
  public func untrained(
    normalizedShape: Shape, convention: RMSNorm.Convention = .standard, parameterType: ScalarType = .f32
  ) -> any Block {
    untrained(LayerOptions(normalizedShape: normalizedShape, convention: convention), parameterType)
  }

  /// Whether one array gives one of the same type.
  public var isLayer: Bool { inputNames.count == 1 && resultNames.count == 1 }

  /// The shape of weight and bias for rows of a shape.
  public func parameterShape(for row: Shape) -> Shape {
    takesChannels ? Shape(Array(row.dimensions.prefix(1))) : row
  }

  /// The family with the given name, or nil.
  public static func named(_ name: String) -> LayerFamily? { catalogue.first { $0.name == name } }
}
