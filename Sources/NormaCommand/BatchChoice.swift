internal import ArgumentParser
internal import NormaTransforms
internal import StableHLO

/// A batch on the command line: `8:0,-` is one of 8, along axis 0 of the first argument, which all share the second.
struct BatchChoice: ExpressibleByArgument {
  /// The extent of the batch.
  let size: Int
  /// For each argument of the program where the batch stands in it, or nil for one that all elements share.
  let axes: [Int?]

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let size = Int(parts[0]), size >= 0 else { return nil }
    let words = parts[1].split(separator: ",", omittingEmptySubsequences: false)
    guard words.allSatisfy({ $0 == "-" || Int($0) != nil }) else { return nil }
    (self.size, axes) = (size, words.map { Int($0) })
  }

  /// The program applied to every element of the batch.
  func callAsFunction(_ module: Module) throws(TransformError) -> Module {
    try module.vmapped(size, axes: axes)
  }
}
