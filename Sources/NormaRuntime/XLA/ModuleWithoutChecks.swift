internal import NormaArrays
internal import StableHLO

/// An assertion about two results of XLA's.
struct HostCheck: Sendable {
  private let interpreter: Interpreter
  /// The types of the two operands.
  let types: [TensorType]

  /// The assertion that an instruction of a function makes.
  init(_ instruction: Instruction, of function: Function) {
    types = instruction.operands.map(function.type(of:))
    let parameters = instruction.operands.indices.map { Value($0) }
    var check = instruction
    check.operands = parameters
    let body = Region(parameters: parameters, instructions: [check], results: [])
    interpreter = Interpreter(Module(functions: [Function(name: "main", types: types, body: body)]))
  }

  /// Requires that it holds.
  func run(_ operands: [NDArray]) throws(ExecutionError) {
    do throws(InterpreterError) { _ = try interpreter.run("main", operands) } catch {
      throw ExecutionError(.interpreter(error))
    }
  }
}

/// A program whose assertions in `@main` have become results: the two operands of each, behind its own.
struct ModuleWithoutChecks {
  private(set) var module: Module
  private(set) var checks: [HostCheck] = []
  /// The number of results that the program itself has.
  let resultCount: Int

  /// - Throws: `XLAError` where an assertion stands inside a function or loop.
  init(_ module: Module) throws(XLAError) {
    self.module = module
    resultCount = module.function(named: "main")?.body.results.count ?? 0
    for index in module.functions.indices where module.functions[index].name == "main" { moveChecks(index) }
    for function in self.module.functions {
      try Self.requireNone(in: function.body)
    }
  }

  private mutating func moveChecks(_ index: Int) {
    let main = module.functions[index]
    let asserting = main.body.instructions.filter { $0.operation.check != nil }
    checks = asserting.map { HostCheck($0, of: main) }
    let operands = asserting.flatMap(\.operands)
    module.functions[index].body.instructions.removeAll { $0.operation.check != nil }
    module.functions[index].body.results += operands
    module.functions[index].resultAttributes += operands.map { _ in [] }
  }

  private static func requireNone(in region: Region) throws(XLAError) {
    for instruction in region.instructions {
      if let check = instruction.operation.check {
        let place = instruction.position.map { "\($0.line):\($0.column): " } ?? ""
        throw XLAError(.nestedCheck(place: place, check: check.rawValue))
      }
      for region in instruction.operation.regions { try requireNone(in: region) }
    }
  }
}

extension Operation {
  fileprivate var check: Check? { if case .check(let check) = self { check } else { nil } }
}
