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

  @Option(help: ArgumentHelp("Groups of channels, for GroupNorm.", valueName: "count"))
  var groups: Int?

  @Option(help: ArgumentHelp("Width of the rows that a linear map gives.", valueName: "count"))
  var features: Int?

  @Option(help: ArgumentHelp("Width inside the blocks of a model.", valueName: "count"))
  var hidden: Int?

  @Option(help: ArgumentHelp("Blocks of a model.", valueName: "count"))
  var blocks: Int?

  /// The names of the options that were given.
  var given: [String] {
    [("--epsilon", epsilon != nil), ("--convention", convention != nil), ("--axes", axes != nil)]
      .filter(\.1).map(\.0) + counts.map { "--\($0.choice.rawValue)" }
  }

  /// The counts that were given.
  private var counts: [(choice: LayerChoice, count: Int)] {
    LayerChoice.allCases.compactMap { choice in count(choice).map { (choice, $0) } }
  }

  private func count(_ choice: LayerChoice) -> Int? {
    switch choice {
    case .groups: groups
    case .features: features
    case .hidden: hidden
    case .blocks: blocks
    }
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
      let found = family.takesChannels ? "takes all axes but the first" : "normalizes the last axis only"
      throw .usage("\(family.name) \(found); --axes \(axes) is for layernorm")
    }
    for (choice, count) in counts {
      guard family.choices.contains(choice) else {
        throw .usage("\(family.name) has no \(choice.rawValue) to choose: y = \(family.formula)")
      }
      guard count >= 1 else { throw .usage("--\(choice.rawValue) must be at least 1, and is \(count)") }
    }
  }

  /// The shape of one row of arrays of a shape.
  func row(of shape: Shape, for family: LayerFamily, named name: String) throws(Failure) -> Shape {
    let count = rowRank(for: family, rank: shape.rank)
    guard shape.rank >= count else {
      throw Failure("\(name) has the shape \(shape), too few axes for rows of \(count)")
    }
    return Shape(Array(shape.dimensions.suffix(count)))
  }

  /// How many axes a row has in an array of a rank.
  func rowRank(for family: LayerFamily, rank: Int) -> Int {
    axes ?? (family.takesChannels ? max(1, rank - 1) : 1)
  }

  /// What is chosen, for rows of a shape.
  func options(row: Shape, weight: Parameter? = nil, bias: Parameter? = nil) -> LayerOptions {
    var options = LayerOptions(
      normalizedShape: row, epsilon: epsilon, convention: convention?.value ?? .standard, weight: weight,
      bias: bias)
    options.groups = groups ?? options.groups
    options.features = features
    options.hidden = hidden
    options.blocks = blocks ?? options.blocks
    return options
  }

  /// What is chosen, in words: `epsilon 1e-05, weight, bias`.
  func words(for family: LayerFamily, parameters: [String]) -> String {
    let epsilon = (epsilon ?? family.defaultEpsilon).map { ["epsilon \($0)"] } ?? []
    let convention = convention.map { [$0.value.rawValue] } ?? []
    let axes = (axes ?? 1) > 1 ? ["\(axes ?? 1) axes"] : []
    let counts = counts.map { "\($0.choice.rawValue) \($0.count)" }
    return (convention + axes + epsilon + counts + parameters).joined(separator: ", ")
  }
}
