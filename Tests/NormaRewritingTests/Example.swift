import NormaRewriting
import StableHLO
import Testing

/// A pass with the body of a function before and after it.
struct Example: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let pass: Pass
  /// The parameters and results of the function, for example `(%arg0: tensor<4xf32>) -> tensor<4xf32>`.
  let signature: String
  let before: String
  let after: String

  init(_ name: String, _ pass: Pass, _ signature: String, before: String, after: String) {
    (testDescription, self.pass, self.signature) = (name, pass, signature)
    (self.before, self.after) = (before, after)
  }

  /// An example of a pass that must leave the function as it is.
  init(_ name: String, _ pass: Pass, _ signature: String, unchanged body: String) {
    self.init(name, pass, signature, before: body, after: body)
  }

  /// The function with the given body, as a module.
  func module(_ body: String) throws -> Module {
    try Module(parsing: "func.func public @main\(signature) {\n\(body)\n}")
  }
}

/// The text after the given passes and the removal of what they leave behind.
func text(_ module: Module, after passes: Pass...) throws -> String {
  let result = passes.reduce(Pass.deadCode(module)) { $1($0) }
  let clean = Pass.deadCode(result)
  try clean.verify()
  return clean.text
}
