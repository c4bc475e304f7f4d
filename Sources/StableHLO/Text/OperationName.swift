/// What an operation's name in a text stands for.
enum OperationName: Hashable {
  case elementwise(Elementwise)
  case constant, iota, compare, select, clamp, convert, bitcastConvert, reducePrecision
  case broadcastInDim, reshape, transpose, slice, dynamicSlice, dynamicUpdateSlice, pad, concatenate
  case reduce, dotGeneral, `while`, call, customCall, optimizationBarrier
  /// A call to the function that spells the operation out.
  case composite
  /// Ends a function.
  case functionReturn
  /// Ends a region of an operation.
  case regionReturn

  /// Every name a text may use.
  static let table: [String: OperationName] = {
    var table = fixed
    for operation in Elementwise.allCases { table[operation.spelling] = .elementwise(operation) }
    return table
  }()

  private static let fixed: [String: OperationName] = [
    "stablehlo.constant": .constant, "stablehlo.iota": .iota, "stablehlo.compare": .compare,
    "stablehlo.select": .select, "stablehlo.clamp": .clamp, "stablehlo.convert": .convert,
    "stablehlo.bitcast_convert": .bitcastConvert, "stablehlo.reduce_precision": .reducePrecision,
    "stablehlo.broadcast_in_dim": .broadcastInDim, "stablehlo.reshape": .reshape,
    "stablehlo.transpose": .transpose, "stablehlo.slice": .slice,
    "stablehlo.dynamic_slice": .dynamicSlice,
    "stablehlo.dynamic_update_slice": .dynamicUpdateSlice, "stablehlo.pad": .pad,
    "stablehlo.concatenate": .concatenate, "stablehlo.reduce": .reduce,
    "stablehlo.dot_general": .dotGeneral, "stablehlo.while": .while, "call": .call,
    "func.call": .call, "stablehlo.composite": .composite, "stablehlo.custom_call": .customCall,
    "stablehlo.optimization_barrier": .optimizationBarrier, "return": .functionReturn,
    "func.return": .functionReturn, "stablehlo.return": .regionReturn,
  ]

  /// The supported name that takes the fewest edits to reach, or nil where none is near.
  static func nearest(to name: String) -> String? {
    guard name.utf8.count <= 64 else { return nil }
    let written = Array(name.utf8)
    let ranked = table.keys.map { (distance: editDistance(written, Array($0.utf8)), name: $0) }
    guard let best = ranked.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }) else { return nil }
    let afterDialect = written.count - (written.lastIndex(of: UInt8(ascii: ".")) ?? -1) - 1
    return best.distance <= max(1, afterDialect / 3) ? best.name : nil
  }

  /// The insertions, deletions and replacements that lead from one text to the other.
  private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let replaced = diagonal + (byte == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}

extension Elementwise {
  /// The full name in StableHLO text.
  var spelling: String { (isCHLO ? "chlo." : "stablehlo.") + rawValue }
}
