/// What makes a module no valid program, and where.
public struct VerificationError: Error, Hashable, Sendable {
  /// The function concerned, without `@`; nil where the module as a whole is.
  public let function: String?
  /// Where the instruction stands in the source text, where that is known.
  public let position: SourcePosition?
  /// The operation concerned, as the specification names it.
  public let operation: String?
  /// The constraint's label in the specification, or a word for a rule of programs as a whole.
  public let label: String
  /// What must hold and what was found.
  public let reason: String

  /// An error in a function, at an instruction where one is given.
  init(
    _ label: String, _ reason: String, function: String? = nil, instruction: Instruction? = nil
  ) {
    self.function = function
    self.position = instruction?.position
    self.operation = instruction?.operation.specificationName
    self.label = label
    self.reason = reason
  }
}

extension VerificationError: CustomStringConvertible {
  /// For example `3:5: @main: reduce (C4): axis 3 is outside rank 2`.
  public var description: String {
    let place = position.map { "\($0.line):\($0.column): " } ?? ""
    let inside = function.map { "@\($0): " } ?? ""
    return place + inside + (operation.map { "\($0) " } ?? "") + "(\(label)): \(reason)"
  }
}
