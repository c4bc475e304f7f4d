internal import ArgumentParser
internal import NormaArrays
internal import NormaLayers
internal import NormaMeasurement
internal import StableHLO

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What a bench measures: every layer named, in every shape, type and direction named. The options of the command are one
/// of these, and a list of cases is several.
struct BenchEntry: Decodable {
  /// Names of layers.
  var layers: [String]
  /// Shapes of the input: `4096x1024`.
  var shapes: [String]?
  /// Shapes whose rows are reached from 1 by doubling.
  var rowsUpTo: [String]?
  /// Element types; f32 where there are none.
  var dtypes: [String]?
  /// Directions; forward where there are none.
  var directions: [String]?

  /// The entries of a file: a JSON array of objects.
  ///
  /// - Throws: `Failure` where it cannot be read or is none.
  static func list(in path: String) throws(Failure) -> [BenchEntry] {
    let data: Data
    do { data = try Data(contentsOf: URL(filePath: path)) } catch {
      throw Failure("\(path): cannot be read, or is not there")
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do { return try decoder.decode([BenchEntry].self, from: data) } catch {
      throw Failure(
        "\(path): must be a JSON array of objects with `layers`, and with `shapes`, `rows_up_to`, `dtypes` and `directions` as needed, all arrays of strings"
      )
    }
  }

  /// The cases of the shapes, and those of the rows to be reached.
  ///
  /// - Throws: `Failure` where a name is none, or a shape does not fit; what a layer's program throws.
  func cases() throws -> (single: [BenchCase], sweeps: [BenchCase]) {
    (try cases(of: shapes ?? []), try cases(of: rowsUpTo ?? []))
  }

  private func cases(of shapes: [String]) throws -> [BenchCase] {
    let families = try layers.map(Self.family)
    let shapes = try shapes.map(Self.shape)
    return try families.flatMap { family in
      try (directions ?? ["forward"]).map { try Self.direction($0, of: family) }.flatMap { direction in
        try (dtypes ?? ["f32"]).map { try Self.value(LayerType.self, $0, "an element type").scalar }.flatMap {
          scalar in try shapes.map { try Self.bench(family, direction, TensorType(scalar, $0)) }
        }
      }
    }
  }

  private static func bench(
    _ family: LayerFamily, _ direction: Direction, _ input: TensorType
  ) throws -> BenchCase {
    let row = Shape(Array(input.shape.dimensions.suffix(family.takesChannels ? input.rank - 1 : 1)))
    let block = family.untrained(LayerOptions(normalizedShape: row), input.scalar)
    return try BenchCase(
      layer: family.name, input: input, direction: direction, epsilon: family.defaultEpsilon
    ) { type in
      switch direction {
      case .forward: try block.program(for: type)
      case .backward: try family.gradientProgram(of: block, for: type)
      }
    }
  }

  // MARK: - Names

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

  private static func direction(_ name: String, of family: LayerFamily) throws(Failure) -> Direction {
    let direction = try value(Direction.self, name, "a direction")
    guard direction == .forward || family.isDifferentiable else {
      throw .usage("\(family.name) rounds to integers and has no backward: measure it forward")
    }
    return direction
  }

  private static func shape(_ words: String) throws(Failure) -> Shape {
    guard let shape = Extents(argument: words)?.shape, shape.rank >= 2, shape.elementCount > 0 else {
      throw .usage("a shape must have rows and a width, none of them 0, and is \(words)")
    }
    return shape
  }

  private static func value<Value: RawRepresentable<String> & CaseIterable>(
    _ type: Value.Type, _ name: String, _ noun: String
  ) throws(Failure) -> Value {
    if let value = Value(rawValue: name) { return value }
    let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
    throw .usage("'\(name)' is not \(noun): \(known)")
  }
}
