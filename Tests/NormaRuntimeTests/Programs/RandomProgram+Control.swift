import NormaArrays
import StableHLO

extension RandomProgram {
  /// A call or a loop whose body acts on elements.
  mutating func addControl() {
    guard let left = value({ $0.type.scalar.isFloatingPoint }), let right = partner(of: left) else { return }
    if chance(2) { addCall(left, right) } else { addLoop(left, right) }
  }

  /// A call of `(x, y) -> (x - y) * y`, which a function for each type computes.
  private mutating func addCall(_ left: Value, _ right: Value) {
    let before = self
    let type = self[left].type
    guard let difference = add(.elementwise(.subtract), [left, right], type),
      let product = add(.elementwise(.multiply), [difference, right], type)
    else { return }
    let estimate = self[product]
    self = before
    let name = "twist\(estimates.count)"
    let body = Region(
      parameters: [Value(0), Value(1)],
      instructions: [
        Instruction(.elementwise(.subtract), operands: [Value(0), Value(1)], results: [Value(2)]),
        Instruction(.elementwise(.multiply), operands: [Value(2), Value(1)], results: [Value(3)]),
      ], results: [Value(3)])
    add(callee: Function(name: name, isPublic: false, types: Array(repeating: type, count: 4), body: body))
    add(Instruction(.call(name), operands: [left, right], results: [define(estimate)]))
  }

  /// Three times `x = min(x, y) - y`, where the loop reads `y` from around it.
  private mutating func addLoop(_ left: Value, _ right: Value) {
    let before = self
    let type = self[left].type
    var value = left
    for _ in 0..<3 {
      guard let smaller = add(.elementwise(.minimum), [value, right], type),
        let next = add(.elementwise(.subtract), [smaller, right], type)
      else { return }
      value = next
    }
    let estimate = self[value]
    self = before
    let counter = TensorType(.i32, [])
    guard let zero = number(0), let three = number(3), let one = number(1) else { return }
    let known = { (type: TensorType) in Estimate(type: type, value: estimate.value, error: 0) }
    let (i, x, flag) = (define(known(counter)), define(known(type)), define(known(TensorType(.i1, []))))
    let condition = Region(
      parameters: [i, x],
      instructions: [Instruction(.compare(.less, .signed), operands: [i, three], results: [flag])],
      results: [flag])
    let (j, z, k) = (define(known(counter)), define(known(type)), define(known(counter)))
    let (smaller, next) = (define(known(type)), define(known(type)))
    let body = Region(
      parameters: [j, z],
      instructions: [
        Instruction(.elementwise(.add), operands: [j, one], results: [k]),
        Instruction(.elementwise(.minimum), operands: [z, right], results: [smaller]),
        Instruction(.elementwise(.subtract), operands: [smaller, right], results: [next]),
      ], results: [k, next])
    let count = define(Estimate(type: counter, value: TensorValue(counter, .integers([3])), error: 0))
    add(
      Instruction(
        .while(condition: condition, body: body), operands: [zero, left], results: [count, define(estimate)]))
  }

  private mutating func number(_ value: Int) -> Value? {
    let type = TensorType(.i32, [])
    return add(.constant(Literal(type, .splat(UInt64(value)))), [], type)
  }
}
