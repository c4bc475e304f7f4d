/// A name that no pass has.
public struct UnknownPassError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name as it was given.
  public let name: String
  /// The names that could have been given.
  public let known: [String]

  /// The name and the names there are.
  public var description: String {
    "There is no rewrite `\(name)`. The rewrites are: \(known.joined(separator: ", "))."
  }
}

extension Pipeline {
  /// The names of the passes, each once, in order.
  public var names: [String] {
    passes.map(\.name).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  /// The pipeline without the passes of the given names.
  ///
  /// - Throws: the first name, in alphabetical order, that no pass of the pipeline has.
  public func without(_ names: Set<String>) throws(UnknownPassError) -> Pipeline {
    for name in names.sorted() where !self.names.contains(name) {
      throw UnknownPassError(name: name, known: self.names)
    }
    return Pipeline(passes.filter { !names.contains($0.name) }, verifiesEachPass: verifiesEachPass)
  }
}
