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

// MARK: - Passes that are off

extension Pipeline {
  /// Passes that are off unless they are asked for by name, as they lose digits, gain nothing on a CPU, or pay only for some
  /// shapes; each says which.
  public static let optional: [Pass] = [.plainVariance, .l2Norm, .l2NormFloor, .normIntoLinear]

  /// The names of the standard passes that would undo an optional one.
  private static let opposites: [String: Set<String>] = ["plain-variance": ["variance-form"]]

  /// The pipeline with optional passes of the given names at its end, and without those that would undo them.
  ///
  /// - Throws: the first name, in alphabetical order, that no optional pass has.
  public func with(_ names: Set<String>) throws(UnknownPassError) -> Pipeline {
    let known = Self.optional.map(\.name)
    for name in names.sorted() where !known.contains(name) {
      throw UnknownPassError(name: name, known: known)
    }
    let undone = names.reduce(into: Set<String>()) { $0.formUnion(Self.opposites[$1] ?? []) }
    let added = Self.optional.filter { names.contains($0.name) }
    return Pipeline(
      passes.filter { !undone.contains($0.name) } + added + (added.isEmpty ? [] : [.deadCode]),
      verifiesEachPass: verifiesEachPass)
  }
}
