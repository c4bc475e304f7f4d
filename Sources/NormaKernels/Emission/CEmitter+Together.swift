internal import NormaArrays

/// The rows that a function works on at once.
enum RowsTogether {
  case one
  /// See `CEmitter+Pairs`.
  case two
  /// See `CEmitter+Rows`.
  case sixteen

  var count: Int {
    switch self {
    case .one: 1
    case .two: 2
    case .sixteen: 16
    }
  }
}

extension CEmitter {
  private var rowsTogether: RowsTogether {
    guard schedule.pairs != .never, !heldNodes.contains(where: { kernel.nodes[$0].isCostly }), !startsAtLine,
      !sweeps.isEmpty, !kernel.isInterleaved
    else { return .one }
    return rowsAreShort ? .sixteen : .two
  }

  /// The function that takes several rows, or nothing where rows are taken one by one.
  mutating func severalRowsFunction() -> [String] {
    switch rowsTogether {
    case .one: []
    case .two: pairFunction()
    case .sixteen: shortRowsFunction()
    }
  }

  /// The attempt to take this row with those after it.
  func severalRowsAttempt() -> [String] {
    switch rowsTogether {
    case .one: []
    case .two: pairAttempt()
    case .sixteen: attempt("rows", rows: RowsTogether.sixteen.count)
    }
  }

  /// Leaves the function where a row needs what it does not know.
  func givingUp(unless condition: String) -> String { "if (!(\(condition))) return 0;" }

  // MARK: - What a row has one of

  /// The type of a number that each row has one of: a lane for each of sixteen.
  var perRowType: String { together == .sixteen ? precision.vector : precision.real }

  /// The definition of an f32 that each row has one of, from an expression in f64: an array for sixteen, a vector in a tile.
  mutating func single(_ name: String, _ value: String) -> [String] {
    if kernel.isInterleaved {
      return [
        "const wide \(name) = \(use(.round(.f32, .double)))(\(value));",
        "\(name)_of[group] = \(inSingle(name));",
      ]
    }
    guard together == .sixteen else {
      return ["const float \(name) = (float)\(value.contains(" ") ? "(\(value))" : value);"]
    }
    return ["f32 \(name)[16];", storingSingles(name, inSingle(value))]
  }

  /// Sixteen rows' f32 put into their array, from a vector.
  mutating func storingSingles(_ name: String, _ value: String) -> String {
    "\(use(.store(.f32, .single)))(\(name), \(value), 16);"
  }

  /// Such an f32 in an expression in f64.
  mutating func widened(_ name: String) -> String {
    together == .sixteen ? "\(use(.load(.f32, .double)))(\(name), 16)" : name
  }

  /// Such an f32 of the row being written, as a vector along the row.
  mutating func splatted(_ name: String) -> String {
    kernel.isInterleaved
      ? name : "\(use(.splat(.single)))(\(name)\(together == .sixteen ? "[place]" : ""))"
  }

  /// A condition on what a row has one of; in a tile a lane for each, for sixteen rows that it holds for all.
  mutating func holds(_ condition: CFunction, _ value: String) -> String {
    if asksEachLane { return "\(use(.inEachLane(condition)))(\(value))" }
    guard together == .sixteen else { return "\(use(condition))(\(value))" }
    return "\(use(.inAllLanes))(\(use(.inEachLane(condition)))(\(value)))"
  }
}
