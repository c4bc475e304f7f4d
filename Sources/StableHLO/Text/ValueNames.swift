internal import NormaArrays

/// The names of a function's values, chosen as MLIR chooses them: `%arg0` for parameters, `%c` and `%cst` for
/// constants, `%0` for other results, those of a region before those of the regions within it.
struct ValueNames {
  private var names: [String]
  private var used: Set<String> = []
  private var nextArgument = 0
  private var nextResult = 0
  private var nextConflict = 0

  /// No names yet for the given number of values.
  init(count: Int = 0) { names = Array(repeating: "%?", count: count) }

  /// The name of a value.
  subscript(value: Value) -> String { names[value.index] }

  /// Names the values of a function and of all its regions.
  mutating func enterFunction(_ body: Region) {
    for parameter in body.parameters { names[parameter.index] = argument() }
    nameResults(of: body)
  }

  private mutating func nameResults(of region: Region) {
    for instruction in region.instructions { nameResults(of: instruction) }
    for instruction in region.instructions {
      switch instruction.operation {
      case .while(let condition, let body):
        for region in [condition, body] {
          let outer = self
          for parameter in region.parameters { names[parameter.index] = unique("%iterArg") }
          leave(region, outer)
        }
      case .reduce(.region(let region), _):
        let outer = self
        for parameter in region.parameters { names[parameter.index] = argument() }
        leave(region, outer)
      default: break
      }
    }
  }

  /// Names what is within a region, then frees its names and numbers for the next one.
  private mutating func leave(_ region: Region, _ outer: ValueNames) {
    nameResults(of: region)
    (used, nextArgument) = (outer.used, outer.nextArgument)
    (nextResult, nextConflict) = (outer.nextResult, outer.nextConflict)
  }

  private mutating func nameResults(of instruction: Instruction) {
    guard let first = instruction.results.first else { return }
    if case .constant(let literal) = instruction.operation {
      names[first.index] = unique(literal.type.scalar.isFloatingPoint ? "%cst" : "%c")
    } else if instruction.results.count == 1 {
      names[first.index] = result()
    } else {
      let name = result()
      for (position, value) in instruction.results.enumerated() { names[value.index] = "\(name)#\(position)" }
    }
  }

  private mutating func argument() -> String {
    defer { nextArgument += 1 }
    return "%arg\(nextArgument)"
  }

  private mutating func result() -> String {
    defer { nextResult += 1 }
    return "%\(nextResult)"
  }

  private mutating func unique(_ base: String) -> String {
    var name = base
    while !used.insert(name).inserted {
      name = "\(base)_\(nextConflict)"
      nextConflict += 1
    }
    return name
  }
}
