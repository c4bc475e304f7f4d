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
  /// The groups that `GroupNorm` divides the channels into.
  public var groups = 1
  /// The width of the rows that a linear map gives, or nil for as wide as those it takes.
  public var features: Int?
  /// The width inside the blocks of a model, or nil for that of its rows.
  public var hidden: Int?
  /// The blocks of a model.
  public var blocks = 8

  /// Options for rows of the given shape.
  public init(
    normalizedShape: Shape, epsilon: Double? = nil, convention: RMSNorm.Convention = .standard,
    weight: Parameter? = nil, bias: Parameter? = nil
  ) {
    (self.normalizedShape, self.epsilon, self.convention) = (normalizedShape, epsilon, convention)
    (self.weight, self.bias) = (weight, bias)
  }

  /// The extent of the last axis.
  var width: Int { normalizedShape.dimensions.last ?? 1 }
  /// The extent of the first axis of a row.
  var channels: Int { normalizedShape.dimensions.first ?? 1 }
}

/// One of the choices that not every family has.
public enum LayerChoice: String, Hashable, Sendable, CaseIterable {
  /// `LayerOptions.groups`
  case groups
  /// `LayerOptions.features`
  case features
  /// `LayerOptions.hidden`
  case hidden
  /// `LayerOptions.blocks`
  case blocks
}
