internal import ArgumentParser
internal import NormaRewriting

/// Which rewrites a program takes.
struct RewriteChoices: ParsableArguments {
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Leave out a pass of the rewrites, by the name that explain lists.", valueName: "pass")
  )
  var without: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Add a pass that is off, by name: \(Pipeline.optional.map(\.name).joined(separator: ", ")).",
      valueName: "pass"))
  var with: [String] = []

  /// The standard passes but those of `--without`, and those of `--with`.
  func pipeline() throws(Failure) -> Pipeline {
    let pipeline: Pipeline
    do throws(UnknownPassError) { pipeline = try Pipeline.standard.without(Set(without)) } catch {
      throw .usage("--without: \(error)")
    }
    do throws(UnknownPassError) { return try pipeline.with(Set(with)) } catch {
      throw .usage("--with: \(error)")
    }
  }

  /// What was asked for, in words for a refusal.
  var given: [(name: String, isGiven: Bool)] { [("--without", !without.isEmpty), ("--with", !with.isEmpty)] }
}
