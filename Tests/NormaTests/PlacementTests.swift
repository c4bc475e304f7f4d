import Norma
import Testing

/// Where rows lie in memory, and how far apart they stand, does not show in results.
@Suite struct PlacementTests {
  @Test(arguments: Formula.allCases, FloatingType.allCases)
  func `spans may start at any offset from a cache line`(formula: Formula, type: FloatingType) throws {
    try type.open { opened in
      for width in [1, 3, 17, 64] { try checkOffsets(formula, width: width, as: opened) }
    }
  }

  private func checkOffsets<Element: TensorScalar & BinaryFloatingPoint>(
    _ formula: Formula, width: Int, as type: Element.Type
  ) throws {
    let trial = Trial<Element>(formula, width: width)
    let (rows, line) = (5, 64 / MemoryLayout<Element>.size)
    let x = trial.rows(rows)
    let meant = try trial.results(x)
    let compiled = try compile(trial.layer, rowShape: [width], of: type)
    for offset in 0..<line {
      let target = (offset * 5 + 3) % line
      // Arrays are aligned to cache lines.
      let source = NDArray([Element](repeating: .nan, count: offset) + x, shape: [offset + x.count])
      var result = NDArray(repeating: Element(77), shape: [x.count + 2 * line])
      try source.withSpan(of: type) { source in
        try result.withMutableSpan(of: type) { result in
          var part = result._mutatingExtracting(target..<target + x.count)
          try compiled(source.extracting(offset...), into: &part)
        }
      }
      let found = result.elements(as: type)
      #expect(Array(found[target..<target + x.count]).hasSameBits(as: meant), "from \(offset) to \(target)")
      let around = found[..<target] + found[(target + x.count)...]
      #expect(around.allSatisfy { $0 == 77 }, "written beyond the rows, from \(offset) to \(target)")
      let view = source[offset..<source.elementCount].reshaped(to: [rows, width])
      #expect(try trial.layer(view).elements(as: type).hasSameBits(as: meant), "a view from \(offset)")
    }
  }

  /// Views of an array of shape [8, 6, 40], and the width of their rows.
  static let views: [String: @Sendable (NDArray) -> NDArray] = [
    "some columns": { $0.sliced(axis: 2, 3..<20) },
    "one column": { $0.sliced(axis: 2, 7..<8) },
    "every second column": { $0.sliced(axis: 2, 0..<40, step: 2) },
    "every second row": { $0.sliced(axis: 1, 0..<6, step: 2) },
    "every third matrix": { $0.sliced(axis: 0, 0..<8, step: 3) },
    "a corner": { $0.sliced(axis: 0, 2..<5).sliced(axis: 1, 1..<4).sliced(axis: 2, 5..<22) },
    "columns of one matrix": { $0[3].sliced(axis: 1, 1..<34) },
    "one row": { $0[3][2] },
    "part of one row": { $0[3][2].sliced(axis: 0, 1..<18) },
    "every third element of one row": { $0[3][2].sliced(axis: 0, 0..<40, step: 3) },
    "rows as columns": { $0.transposed([0, 2, 1]) },
    "leading axes swapped": { $0.transposed([1, 0, 2]) },
    "all axes reversed": { $0.transposed() },
    "no rows": { $0.sliced(axis: 1, 3..<3) },
  ]

  @Test(arguments: Formula.allCases, views.keys.sorted())
  func `strided views give the bits of a copy`(formula: Formula, name: String) throws {
    let view = try #require(Self.views[name])
    for type in FloatingType.allCases { try type.open { try checkView(formula, view, as: $0) } }
  }

  private func checkView<Element: TensorScalar & BinaryFloatingPoint>(
    _ formula: Formula, _ view: (NDArray) -> NDArray, as type: Element.Type
  ) throws {
    let x = view(NDArray(Trial<Element>(formula, width: 40).rows(48), shape: [8, 6, 40]))
    let layer = Trial<Element>(formula, width: x.shape.dimensions.last ?? 1).layer
    let copy = NDArray(x.elements(as: type), shape: x.shape)
    #expect(try layer(x).isBitwiseEqual(to: layer(copy)))
  }

  @Test(arguments: Formula.allCases)
  func `strided rows give the same bits on many threads`(formula: Formula) throws {
    let trial = Trial<Float>(formula, width: 64)
    let pattern = trial.rows(1000)
    let x = NDArray(Array([pattern, pattern, pattern].joined()), shape: [1500, 128]).sliced(axis: 1, 31..<95)
    let program = try trial.layer.program(for: TensorType(.f32, x.shape))
    let arguments = [x] + trial.layer.parameters.compactMap(\.parameter.array)
    let packed = [x.contiguous()] + arguments.dropFirst()
    let meant = try compile(program, threads: 1)(packed)[0]
    let found = try compile(program, threads: 5)(arguments)[0]
    #expect(found.isBitwiseEqual(to: meant))
  }
}
