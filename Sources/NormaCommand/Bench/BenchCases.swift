internal import NormaArrays
internal import NormaLayers
internal import NormaMeasurement
internal import StableHLO

/// What a bench measures: every layer in every shape, type and direction.
struct BenchCases {
  private let families: [LayerFamily]
  private let shapes: [Shape]
  private let scalars: [ScalarType]
  private let directions: [Direction]

  /// Requires that the options name layers that can be measured, and shapes that fit them.
  init(_ options: Bench) throws(Failure) {
    let names = options.layers.isEmpty ? Bench.standardLayers : options.layers
    var families: [LayerFamily] = []
    for name in names { families.append(try Self.family(name)) }
    self.families = families
    let shapes = options.shape.map(\.shape)
    self.shapes = shapes.isEmpty ? Bench.standardShapes.compactMap { Extents(argument: $0)?.shape } : shapes
    scalars = options.dtype.isEmpty ? [.f32] : options.dtype.map(\.value.scalar)
    directions = options.direction.isEmpty ? [.forward] : options.direction.map(\.value)
    for shape in self.shapes where shape.rank < 2 || shape.elementCount == 0 {
      throw .usage("--shape must have rows and a width, none of them 0, and is \(shape)")
    }
  }

  private static func family(_ name: String) throws(Failure) -> LayerFamily {
    guard case .layer(let family) = try Subject(name) else {
      throw .usage(
        "bench measures layers, and '\(name)' is a program: `norma run \(name) --repeat 20` times it")
    }
    guard family.mapsRowsApart else {
      let names = LayerFamily.catalogue.filter(\.mapsRowsApart).map(\.name).joined(separator: ", ")
      throw .usage("bench measures layers whose rows do not depend on each other: \(names); not \(name)")
    }
    return family
  }

  /// The cases, shape by shape.
  var all: [BenchCase] {
    get throws {
      try families.flatMap { family in
        try directions.flatMap { direction in
          try scalars.flatMap { scalar in
            try shapes.map { try Self.bench(family, direction, TensorType(scalar, $0)) }
          }
        }
      }
    }
  }

  private static func bench(
    _ family: LayerFamily, _ direction: Direction, _ input: TensorType
  ) throws -> BenchCase {
    let row = Shape(Array(input.shape.dimensions.suffix(family.takesChannels ? input.rank - 1 : 1)))
    let layer = family.untrained(LayerOptions(normalizedShape: row), input.scalar)
    return try BenchCase(
      layer: family.name, input: input, direction: direction, epsilon: family.defaultEpsilon
    ) { type in
      switch direction {
      case .forward: try layer.program(for: type)
      case .backward: try family.gradientProgram(of: layer, for: type)
      }
    }
  }
}
