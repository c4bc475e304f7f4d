internal import NormaArrays

/// The same program computed in float64: the oracle that errors are judged against.
///
/// Every float becomes `f64`; parameters too, which the caller widens exactly. Constants keep their
/// already rounded value. A conversion whose result type cannot hold every value of its operand type is
/// meant, and still rounds: to that type, subnormals kept, and back to `f64`. So does `reduce_precision`.
/// Bits are read (`bitcast_convert`) in the program's own types. Assertions are left out, as they speak
/// about the program's own precision.
package func promotedToDouble(_ module: Module) -> Module {
  var promoted = module
  promoted.functions = module.functions.map { function in
    var promotion = Promotion(function)
    return promotion.promoted()
  }
  return promoted
}

extension TensorType {
  /// The type with `f64` in place of another floating-point type.
  package var promotedToDouble: TensorType { scalar.isFloatingPoint ? with(scalar: .f64) : self }
}

extension Literal {
  /// The same values, floats as `f64`.
  fileprivate var promotedToDouble: Literal {
    guard type.scalar.isFloatingPoint, type.scalar != .f64 else { return self }
    if case .splat(let bits) = elements {
      let value = BinaryFormat(type.scalar).value(ofBits: bits)
      return Literal(type.promotedToDouble, .splat(value.bitPattern))
    }
    return TensorValue(self).converted(to: type.promotedToDouble).literal
  }
}

/// Rewrites one function.
private struct Promotion {
  private let original: Function
  private var function: Function

  init(_ function: Function) {
    original = function
    self.function = function
    self.function.types = function.types.map(\.promotedToDouble)
  }

  mutating func promoted() -> Function {
    function.body = promoted(function.body)
    return function
  }

  private mutating func promoted(_ region: Region) -> Region {
    var result = region
    result.instructions = region.instructions.flatMap { promoted($0) }
    return result
  }

  private mutating func promoted(_ instruction: Instruction) -> [Instruction] {
    var copy = instruction
    switch instruction.operation {
    case .constant(let literal): copy.operation = .constant(literal.promotedToDouble)
    case .while(let condition, let body):
      copy.operation = .while(condition: promoted(condition), body: promoted(body))
    case .reduce(.region(let region), let dimensions):
      copy.operation = .reduce(.region(promoted(region)), dimensions: dimensions)
    case .convert: return converted(instruction)
    case .bitcastConvert: return inOwnTypes(instruction)
    case .check: return []
    case .iota, .elementwise, .compare, .select, .clamp, .reducePrecision, .broadcastInDim, .reshape,
      .transpose, .slice, .dynamicSlice, .dynamicUpdateSlice, .pad, .concatenate, .reduce(.named, _),
      .dotGeneral, .call, .optimizationBarrier:
      break
    }
    return [copy]
  }

  /// A conversion: alone where it is exact or gives no float, else through the type it rounds to.
  private mutating func converted(_ instruction: Instruction) -> [Instruction] {
    let from = original.type(of: instruction.operands[0]).scalar
    let to = original.type(of: instruction.results[0]).scalar
    if !to.isFloatingPoint || to.holdsEveryValue(of: from) { return [instruction] }
    let rounded = temporary(original.type(of: instruction.results[0]))
    var (narrowing, widening) = (instruction, instruction)
    (narrowing.results, widening.operands) = ([rounded], [rounded])
    return [narrowing, widening]
  }

  /// An operation on bits: on operands brought back to their own type, its result widened.
  private mutating func inOwnTypes(_ instruction: Instruction) -> [Instruction] {
    var (steps, reading) = ([Instruction](), instruction)
    let operand = original.type(of: instruction.operands[0])
    if operand != operand.promotedToDouble {
      reading.operands = [temporary(operand)]
      steps.append(
        Instruction(.convert, operands: instruction.operands, results: reading.operands))
    }
    let result = original.type(of: instruction.results[0])
    if result != result.promotedToDouble { reading.results = [temporary(result)] }
    steps.append(reading)
    if reading.results != instruction.results {
      steps.append(
        Instruction(.convert, operands: reading.results, results: instruction.results))
    }
    return steps
  }

  private mutating func temporary(_ type: TensorType) -> Value {
    function.types.append(type)
    return Value(function.types.count - 1)
  }
}

extension ScalarType {
  /// Whether every value of another type is a value of this floating-point type.
  fileprivate func holdsEveryValue(of other: ScalarType) -> Bool {
    let own = BinaryFormat(self)
    if !other.isFloatingPoint {
      let bits = other.isSignedInteger ? other.bitWidth - 1 : other.bitWidth
      return bits <= own.mantissaBits + 1 && bits <= own.bias
    }
    let format = BinaryFormat(other)
    return format.exponentBits <= own.exponentBits && format.mantissaBits <= own.mantissaBits
  }
}
