internal import NormaArrays
internal import StableHLO

extension Plan: CustomStringConvertible {
  /// The steps in order, a line each: what runs, on which values, and why the interpreter must help.
  public var description: String {
    steps.enumerated().map { index, step in "\(index + 1). \(describe(step))" }.joined(separator: "\n")
  }

  private func describe(_ step: Step) -> String {
    switch step {
    case .kernel(let kernel):
      let types = kernel.outputs.map { function.type(of: $0).description }.joined(separator: ", ")
      let sideBySide = kernel.kernel.isInterleaved ? ", \(kernel.kernel.interleave) side by side" : ""
      let rows = "\(kernel.rows) rows of \(kernel.kernel.width)\(sideBySide)"
      return "kernel       \(kernel.kernel.name): \(rows) -> \(types)"
    case .product(let instruction): return "product      " + describe(instruction)
    case .movement(let instruction): return "movement     " + describe(instruction)
    case .interpreted(let instruction):
      return "interpreter  \(describe(instruction)): \(function.reasonForInterpreter(of: instruction))"
    }
  }

  private func describe(_ instruction: Instruction) -> String {
    let types = instruction.results.map { function.type(of: $0).description }.joined(separator: ", ")
    return "\(instruction.operation.specificationName) -> \(types)"
  }
}

extension Function {
  /// Why an instruction runs in the interpreter, as one step.
  func reasonForInterpreter(of instruction: Instruction) -> String {
    let name = instruction.operation.specificationName
    let types = instruction.operands.map { type(of: $0).scalar }
    let odd = types.first { !$0.isFloatingPoint && $0 != .i1 }
    switch instruction.operation {
    case .constant, .iota: return "computed once, when the program is compiled"
    case .reduce(.named, let dimensions):
      if let odd { return "kernels reduce no \(odd)" }
      return "kernels reduce neighbouring axes or all others, not \(dimensions)"
    case .reduce(.region, _): return "kernels reduce by named operations only"
    case .elementwise, .compare, .select, .clamp, .convert:
      return odd.map { "kernels compute no \($0)" } ?? "\(name) has no form in kernels"
    case .bitcastConvert, .reducePrecision, .broadcastInDim, .reshape, .transpose, .slice, .dynamicSlice,
      .dynamicUpdateSlice, .pad, .concatenate, .dotGeneral, .while, .call, .check, .optimizationBarrier:
      return "\(name) has no compiled form"
    }
  }
}
