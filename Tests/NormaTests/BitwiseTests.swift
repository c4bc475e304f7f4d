import Norma
import Testing

/// Results are the same bits however the work is divided and wherever the memory lies.
@Suite struct BitwiseTests {
  @Test(arguments: Formula.allCases, FloatingType.allCases)
  func `one thread and many give the same bits`(formula: Formula, type: FloatingType) throws {
    try type.open { opened in
      for width in [3, 64, 1000] { try checkThreads(formula, width: width, as: opened) }
    }
  }

  /// 512 KiB in and out: four times what stays on one thread.
  private func checkThreads<Element: TensorScalar & BinaryFloatingPoint>(
    _ formula: Formula, width: Int, as type: Element.Type
  ) throws {
    let trial = Trial<Element>(formula, width: width)
    let rows = (256 << 10) / (width * MemoryLayout<Element>.size)
    let pattern = trial.rows(min(rows, 97))
    let x = Array(
      (0..<(rows * width + pattern.count - 1) / pattern.count).map { _ in pattern }.joined().prefix(
        rows * width))
    let alone = try run(trial, x, threads: 1)
    for threads in [2, 7] {
      #expect(
        try run(trial, x, threads: threads).hasSameBits(as: alone), "\(threads) threads, width \(width)")
    }
    // The rows repeat, so the result must too.
    #expect(
      Array(alone.prefix(rows * width - pattern.count)).hasSameBits(as: Array(alone.dropFirst(pattern.count)))
    )
  }

  private func run<Element: TensorScalar & BinaryFloatingPoint>(
    _ trial: Trial<Element>, _ x: [Element], threads: Int
  ) throws -> [Element] {
    let compiled = try compile(trial.layer, rowShape: [trial.width], of: Element.self, threads: threads)
    var y = [Element](repeating: 0, count: x.count)
    var span = y.mutableSpan
    try compiled(x.span, into: &span)
    return y
  }

  @Test(arguments: Formula.allCases, FloatingType.allCases)
  func `a row gives the same bits alone and anywhere among a thousand`(formula: Formula, type: FloatingType)
    throws
  {
    try type.open { opened in
      for width in [1, 3, 17, 64] { try checkBatch(formula, width: width, as: opened) }
    }
  }

  private func checkBatch<Element: TensorScalar & BinaryFloatingPoint>(
    _ formula: Formula, width: Int, as type: Element.Type
  ) throws {
    let trial = Trial<Element>(formula, width: width)
    let row = trial.rows(1, offset: 100, seed: 11)
    let alone = try trial.results(row)
    let single = try trial.layer(NDArray(row, shape: [width])).elements(as: type)
    #expect(single.hasSameBits(as: alone), "rank 1, width \(width)")
    var x = trial.rows(1000)
    let places = [0, 1, 499, 999]
    for place in places { x.replaceSubrange(place * width..<(place + 1) * width, with: row) }
    let found = try trial.results(x)
    for place in places {
      #expect(
        Array(found[place * width..<(place + 1) * width]).hasSameBits(as: alone),
        "row \(place), width \(width)")
    }
    let deep = try trial.layer(NDArray(x, shape: [10, 4, 25, width])).elements(as: type)
    #expect(deep.hasSameBits(as: found), "rank 4, width \(width)")
  }
}
