import NormaArrays
import NormaTracing
import StableHLO
import Testing

/// What a test looks at in a traced program.
struct TracedProgram {
  let function: Function

  init(_ module: Module) throws { function = try #require(module.function(named: "main")) }

  /// The names of the operations in order.
  var names: [String] { function.body.instructions.map(\.operation.specificationName) }
  /// The results as messages print them.
  var results: [String] { function.resultTypes.map(\.brief) }
  /// The parameters as messages print them.
  var parameters: [String] { function.parameterTypes.map(\.brief) }
  /// The first constant's bits.
  var constantBits: UInt64? {
    for case .constant(let literal) in function.body.instructions.map(\.operation) {
      return literal.bits(at: 0)
    }
    return nil
  }
}

/// The message `trace` throws for one tensor's math, and where.
func failure(_ type: TensorType, _ body: (Tensor) -> Tensor) throws -> TracingError {
  try #require(throws: TracingError.self) { try trace(type) { x in body(x) } }
}
