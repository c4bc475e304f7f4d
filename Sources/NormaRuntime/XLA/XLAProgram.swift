internal import NormaArrays
internal import NormaRewriting
internal import StableHLO

/// A program on XLA's device, and the assertions of its `@main`, which are checked here.
struct XLAProgram: Sendable {
  private let loaded: LoadedProgram
  private let checks: [HostCheck]

  /// Compiles a program as it is, for it is to be an oracle: none of Norma's rewrites comes between its text and
  /// XLA, but for what keeps its meaning.
  ///
  /// - Throws: `XLAError` where the program is malformed, asserts something inside a function or loop, or is
  ///   refused by XLA.
  init(_ module: Module, on client: XLAClient) throws(XLAError) {
    do throws(VerificationError) { try module.verify() } catch { throw XLAError(.program("\(error)")) }
    let split = try ModuleWithoutChecks(module)
    checks = split.checks
    let given = split.resultCount + 2 * checks.count
    loaded = try client.program(Pass.forXLA.reduce(split.module) { $1($0) }.text, resultCount: given)
  }

  /// Runs on arrays and writes the results into others, all of the program's types.
  func run(_ arguments: [NDArray], into results: [NDArray]) throws(ExecutionError) {
    let checked = checks.map { check in
      check.types.map { NDArray(uninitialized: $0.scalar, shape: $0.shape) }
    }
    do throws(XLAError) { try loaded.run(arguments, into: results + checked.flatMap(\.self)) } catch {
      throw ExecutionError(.xla("\(error)"))
    }
    for (check, operands) in zip(checks, checked) { try check.run(operands) }
  }
}
