import Norma
import Testing

/// The Swift of the README and of the library's page is compiled here, line for line, and does what it says.
@Suite struct ReadmeTests {
  static let (rows, width) = (512, 1024)
  static let shape: Shape = [rows, width]
  private let x = Rows.noise(rows * width, offset: -2.3, scale: 0.5, seed: 1).map { Float($0) }
  private let other = Rows.noise(rows * width, offset: 0.2, scale: 2, seed: 2).map { Float($0) }
  private let weight = Rows.noise(width, offset: 1, scale: 0.5, seed: 3).map { Float($0) }
  /// Rows that are judged: the formulas are slow.
  private let judged = [0, 1, 200, 511]

  /// True where XLA has a plugin.
  static let hasXLA =
    (try? compile(Module(parsing: "func.func @main() {\n  return\n}"), engine: .xla)) != nil

  @Test(arguments: [
    ("README.md", 6), ("Sources/Norma/Norma.docc/Norma.md", 4), ("Sources/Norma/Norma.docc/Engines.md", 1),
  ])
  func `every Swift block of the pages stands in the examples`(page: String, count: Int) throws {
    let blocks = try swiftBlocks(of: page)
    let compiled = try lines(of: "Tests/NormaTests/ReadmeExamples.swift")
    #expect(blocks.count == count)
    for block in blocks {
      #expect(
        compiled.firstRange(of: block) != nil,
        "not in ReadmeExamples.swift:\n\(block.joined(separator: "\n"))")
    }
  }

  @Test func `a layer is called on arrays and on rows of the caller`() throws {
    let arrays = try ReadmeExamples.arrays(NDArray(x, shape: Self.shape)).elements(as: Float.self)
    var spans = [Float](repeating: 0, count: x.count)
    try ReadmeExamples.rows(x, &spans)
    #expect(spans == arrays)
    let trial = Trial<Float>(
      .layerNorm, width: Self.width, weight: .init(repeating: 1, count: Self.width),
      bias: .init(repeating: 0, count: Self.width))
    for row in judged { #expect(Judge.error(of: arrays[range(row)], meant: trial.meant(x[range(row)])) <= 1) }
  }

  @Test(.enabled(if: hasXLA, "no XLA plugin on this machine"))
  func `a layer on XLA is right where its mean is small`() throws {
    let found = try ReadmeExamples.onXLA(NDArray(other, shape: Self.shape)).elements(as: Float.self)
    let ones = [Float](repeating: 1, count: Self.width), zeros = [Float](repeating: 0, count: Self.width)
    let trial = Trial<Float>(.layerNorm, width: Self.width, weight: ones, bias: zeros)
    for row in judged {
      #expect(Judge.error(of: found[range(row)], meant: trial.meant(other[range(row)])) <= 1)
    }
  }

  @Test func `the gated norm is one kernel and right`() throws {
    let (y, executable) = try ReadmeExamples.gated(
      NDArray(x, shape: Self.shape), NDArray(other, shape: Self.shape), NDArray(weight, shape: [Self.width]))
    #expect(executable.plan?.isOneKernel == true)
    let found = y.elements(as: Float.self)
    let trial = Trial<Float>(.rmsNorm, width: Self.width, weight: weight, bias: weight)
    for row in judged {
      let gates = other[range(row)].map { Double($0) * Formula.logistic(Double($0)) }
      let meant = zip(trial.meant(x[range(row)]), gates).map { $0 * $1 }
      #expect(Judge.error(of: found[range(row)], meant: meant) <= 1)
    }
  }

  @Test func `a model's loss falls along its gradient by the gradient's square`() throws {
    let model = ResidualMLP(8, hidden: 12, blocks: 2)
    let x = NDArray(Array(x.prefix(256 * 8)), shape: [256, 8])
    let slopes = try ReadmeExamples.training(x, model)
    var next = slopes.dropFirst().makeIterator()
    let squares = slopes.dropFirst().flatMap { $0.elements(as: Float.self) }.map { Double($0 * $0) }
    let step = 1e-3
    let moved = model.mapParameters { parameter in
      guard let weights = parameter.parameter.array, let slope = next.next() else {
        return parameter.parameter
      }
      let values = zip(weights.elements(as: Float.self), slope.elements(as: Float.self))
      return Parameter(NDArray(values.map { $0 - Float(step) * $1 }, shape: weights.shape))
    }
    let after = try ReadmeExamples.training(x, moved)[0].elements(as: Float.self)[0]
    let before = slopes[0].elements(as: Float.self)[0]
    let expected = step * squares.reduce(0, +)
    // The step's square leaves less than a tenth of the change.
    #expect(abs(Double(before - after) / expected - 1) < 0.1)
  }

  @Test func `the residual sum and its norm are one kernel and right`() throws {
    let (results, executable) = try ReadmeExamples.residual(
      NDArray(x, shape: Self.shape), NDArray(other, shape: Self.shape))
    #expect(executable.plan?.isOneKernel == true)
    let sums = zip(x, other).map { $0 + $1 }
    #expect(results[0].elements(as: Float.self) == sums)
    let found = results[1].elements(as: Float.self)
    let trial = Trial<Float>(
      .layerNorm, width: Self.width, weight: .init(repeating: 1, count: Self.width),
      bias: .init(repeating: 0, count: Self.width))
    for row in judged {
      #expect(Judge.error(of: found[range(row)], meant: trial.meant(sums[range(row)])) <= 1)
    }
  }

  private func range(_ row: Int) -> Range<Int> { row * Self.width..<(row + 1) * Self.width }
}

/// The Swift blocks of a Markdown file of the repository, as trimmed lines.
private func swiftBlocks(of file: String) throws -> [[String]] {
  var (blocks, current) = ([[String]](), [String]?.none)
  for line in try lines(of: file) {
    if line.hasPrefix("```") {
      if let block = current { blocks.append(block) }
      current = current == nil && line == "```swift" ? [] : nil
    } else {
      current?.append(line)
    }
  }
  return blocks
}

/// The lines of a file of the repository without the spaces around them; empty lines left out.
private func lines(of file: String) throws -> [String] {
  let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
  return try text(at: "\(root)/\(file)").split(whereSeparator: \.isNewline).map { line in
    String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }.filter { !$0.isEmpty }
}
