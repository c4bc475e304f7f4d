/// The values of a function while it runs.
struct Frame {
  /// The function that runs.
  let function: Function
  private var values: [TensorValue?]

  init(_ function: Function) {
    self.function = function
    values = Array(repeating: nil, count: function.types.count)
  }

  /// The tensor a value holds, if it is known.
  subscript(value: Value) -> TensorValue? {
    get { values[value.index] }
    set { values[value.index] = newValue }
  }

  /// Lets values hold tensors, pairwise.
  mutating func bind(_ names: [Value], _ tensors: [TensorValue]) {
    for (name, tensor) in zip(names, tensors) { values[name.index] = tensor }
  }

  /// The tensors that values hold.
  ///
  /// - Throws: `undefined` where one holds none, which no verified program leads to.
  func values(of names: [Value]) throws(InterpreterError) -> [TensorValue] {
    var tensors: [TensorValue] = []
    tensors.reserveCapacity(names.count)
    for name in names {
      guard let tensor = values[name.index] else {
        throw InterpreterError(.undefined(operation: "value \(name.index)", operands: []))
      }
      tensors.append(tensor)
    }
    return tensors
  }
}

extension Function {
  /// For each instruction of the body, the values that nothing reads after it.
  var lastReads: [[Value]] {
    var later = Set(body.results)
    var dead: [[Value]] = []
    for instruction in body.instructions.reversed() {
      let inner = instruction.operation.regions.flatMap(\.definedValues)
      let ending = Set(instruction.reads + instruction.results + inner).subtracting(later)
      dead.append(Array(ending))
      later.formUnion(ending)
    }
    return dead.reversed()
  }
}
