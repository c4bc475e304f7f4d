extension Module {
  /// The deepest nesting of regions, and of functions that call each other, that a program may have.
  package static let nestingLimit = 64

  /// Checks that the module is a valid program: names, types, values before their use, regions,
  /// calls without recursion, and every constraint of every operation.
  ///
  /// - Throws: the first thing that does not hold, with its function, place and label.
  public func verify() throws(VerificationError) {
    var signatures: [String: Signature] = [:]
    for function in functions {
      guard signatures[function.name] == nil else {
        throw VerificationError("symbol", "two functions have this name", function: function.name)
      }
      signatures[function.name] = try Signature(of: function)
    }
    var callees: [String: Set<String>] = [:]
    for function in functions {
      var verifier = FunctionVerifier(function, signatures: signatures)
      try verifier.verify()
      callees[function.name] = verifier.callees
    }
    try verifyCallDepth(callees)
  }

  /// Checks that no function calls itself through others, and that chains of calls are short.
  ///
  /// Functions are peeled off from those that call nothing; what is left calls in a circle.
  private func verifyCallDepth(_ callees: [String: Set<String>]) throws(VerificationError) {
    var open = callees
    for _ in 0..<Module.nestingLimit {
      let leaves = Set(open.filter { $0.value.isEmpty }.keys)
      if leaves.isEmpty { break }
      open = open.filter { !leaves.contains($0.key) }.mapValues { $0.subtracting(leaves) }
    }
    guard let name = functions.map(\.name).first(where: { open[$0] != nil }) else { return }
    throw VerificationError(
      "call",
      "calls itself, or calls are nested deeper than \(Module.nestingLimit); recursion is not supported",
      function: name)
  }
}

/// What callers of a function see of it.
struct Signature {
  let parameters: [TensorType]
  let results: [TensorType]

  /// The signature of a function whose values all have a type that can be counted.
  init(of function: Function) throws(VerificationError) {
    let name = function.name
    if let type = function.types.first(where: { $0.shape.checkedElementCount == nil }) {
      throw VerificationError("size", "\(type) has more elements than can be counted", function: name)
    }
    let named = function.body.parameters + function.body.results
    if let value = named.first(where: { !function.types.indices.contains($0.index) }) {
      throw VerificationError("value", "value \(value.index) has no type", function: name)
    }
    guard function.parameterAttributes.count == function.body.parameters.count,
      function.resultAttributes.count == function.body.results.count
    else {
      throw VerificationError(
        "attributes", "there must be one attribute list for each parameter and result", function: name)
    }
    (parameters, results) = (function.parameterTypes, function.resultTypes)
  }
}
