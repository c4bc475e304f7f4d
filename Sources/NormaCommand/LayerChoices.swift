internal import ArgumentParser
internal import NormaArrays
internal import NormaLayers
internal import NormaTracing

/// The element types that layers compute in.
enum LayerType: String, CaseIterable, Sendable {
  case f64, f32, f16, bf16

  /// The element type.
  var scalar: ScalarType {
    switch self {
    case .f64: .f64
    case .f32: .f32
    case .f16: .f16
    case .bf16: .bf16
    }
  }
}

/// What can be chosen of a layer, in `run` and in `explain`.
struct LayerChoices: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Epsilon of a layer; each has its own default.", valueName: "number"))
  var epsilon: Double?

  @Option(help: "Where RMSNorm applies its weight and casts down.")
  var convention: Choice<RMSNorm.Convention>?

  @Option(help: ArgumentHelp("Trailing axes that form one row, for LayerNorm.", valueName: "count"))
  var axes: Int?

  /// The names of the options that were given.
  var given: [String] {
    [("--epsilon", epsilon != nil), ("--convention", convention != nil), ("--axes", axes != nil)]
      .filter(\.1).map(\.0)
  }

  /// Requires that the family has what was chosen.
  func check(for family: LayerFamily) throws(Failure) {
    if epsilon != nil && family.defaultEpsilon == nil {
      throw .usage("\(family.name) has no epsilon: y = \(family.formula)")
    }
    if convention != nil && family.conventions.isEmpty {
      throw .usage("\(family.name) has no conventions to choose from")
    }
    if let epsilon, !epsilon.isFinite || epsilon < 0 {
      throw .usage("--epsilon must be finite and at least 0, and is \(epsilon)")
    }
    if let axes, axes < 1 { throw .usage("--axes must be at least 1, and is \(axes)") }
    if let axes, axes > 1, !family.spansSeveralAxes {
      throw .usage("\(family.name) normalizes the last axis only; --axes \(axes) is for layernorm")
    }
  }

  /// The shape of one row of arrays of a shape.
  func row(of shape: Shape, named name: String) throws(Failure) -> Shape {
    let count = axes ?? 1
    guard shape.rank >= count else {
      throw Failure("\(name) has the shape \(shape), too few axes for rows of \(count)")
    }
    return Shape(Array(shape.dimensions.suffix(count)))
  }

  /// The layer of a family.
  func layer(
    of family: LayerFamily, row: Shape, weight: Parameter?, bias: Parameter?
  ) -> any Layer {
    family.build(
      LayerOptions(
        normalizedShape: row, epsilon: epsilon, convention: convention?.value ?? .standard, weight: weight,
        bias: bias))
  }

  /// What is chosen, in words: `epsilon 1e-05, weight, bias`.
  func words(for family: LayerFamily, parameters: [String]) -> String {
    let epsilon = (epsilon ?? family.defaultEpsilon).map { ["epsilon \($0)"] } ?? []
    let convention = convention.map { [$0.value.rawValue] } ?? []
    let axes = (axes ?? 1) > 1 ? ["\(axes ?? 1) axes"] : []
    return (convention + axes + epsilon + parameters).joined(separator: ", ")
  }
}
