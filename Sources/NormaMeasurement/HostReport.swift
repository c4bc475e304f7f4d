package import NormaRuntime

/// What Norma found on this machine, and how to install what it did not find.
package struct HostReport: Sendable {
  /// One thing that Norma looks for.
  package struct Item: Hashable, Sendable {
    /// What it is, for example `C compiler`.
    package var name: String
    /// True if it can be used.
    package var isFound: Bool
    /// What was found, or what follows from its absence.
    package var detail: String
    /// The command that installs it, where it is missing and a command can.
    package var remedy: String?
  }

  /// The things looked for, the most needed first.
  package let items: [Item]

  /// Looks around; starts the compiler once to ask its version and compile a probe.
  package init(
    settings: HostSettings = .current, processor: Processor = .current,
    linearAlgebra: LinearAlgebra? = .found
  ) {
    let compiler = Result { () throws(HostError) in try HostCompiler.found(in: settings) }
    items = [
      Self.describe(processor, threads: settings.threads ?? processor.cores),
      Self.describe(compiler), Self.describe(compiler, cacheAt: settings.cacheFolder),
      Self.describeTuned(in: settings.tunedFolder),
      Self.describe(linearAlgebra), Self.describePlugin(settings),
    ]
  }

  // MARK: -

  private static func describe(_ processor: Processor, threads: Int) -> Item {
    let features = processor.notableFeatures.joined(separator: " ")
    return Item(
      name: "processor", isFound: true,
      detail: "\(processor.model), \(processor.architecture), vectors of \(processor.vectorByteCount) bytes, "
        + "\(threads) of \(processor.cores) threads" + (features.isEmpty ? "" : " (\(features))"))
  }

  private static func describe(_ compiler: Result<HostCompiler, HostError>) -> Item {
    do {
      let compiler = try compiler.get()
      let version = try compiler.version()
      _ = try KernelCache(compiler: compiler, folder: nil).kernel(
        "norma_streaming", in: StreamLimit.source(.copy))
      return Item(name: "C compiler", isFound: true, detail: "\(compiler.path), \(version)")
    } catch {
      return Item(
        name: "C compiler", isFound: false,
        detail: "programs run in the interpreter, slowly: \(error)", remedy: install("clang"))
    }
  }

  private static func describe(
    _ compiler: Result<HostCompiler, HostError>, cacheAt folder: String?
  ) -> Item {
    let path = (try? compiler.get()).flatMap { KernelCache(compiler: $0, folder: folder).folder }
    let asked = folder.map { "\"\($0)\" cannot be used" } ?? "neither NORMA_CACHE nor HOME is set"
    return Item(
      name: "kernel cache", isFound: path != nil,
      detail: path ?? "kernels are compiled anew by every process: \(asked)",
      remedy: path != nil ? nil : folder.map { "mkdir -p '\($0)' && chmod 700 '\($0)'" })
  }

  /// The schedules that `norma tune` kept: that there are none yet is no fault.
  private static func describeTuned(in folder: String?) -> Item {
    do throws(HostError) {
      let file = try TunedFile(in: folder)
      let count = try file.read().kernels.count
      let found = count == 0 ? "none yet; `norma tune` keeps them in" : "\(count) in"
      return Item(name: "tuned schedules", isFound: true, detail: "\(found) \(file.path)")
    } catch {
      return Item(name: "tuned schedules", isFound: false, detail: "the cost model chooses: \(error)")
    }
  }

  private static func describe(_ library: LinearAlgebra?) -> Item {
    guard let library else {
      return Item(
        name: "BLAS", isFound: false, detail: "matrices are multiplied by plain code, slowly",
        remedy: install("libopenblas0"))
    }
    return Item(name: "BLAS", isFound: true, detail: "\(library.details) (\(library.path))")
  }

  private static func describePlugin(_ settings: HostSettings) -> Item {
    let name = "XLA plugin"
    do throws(XLAError) {
      let plugin = try Plugin(at: Plugin.path(in: settings))
      let language = plugin.versionAttribute("stablehlo_current_version").map { ", StableHLO \($0)" } ?? ""
      return Item(
        name: name, isFound: true,
        detail: "\(plugin.path), PJRT \(plugin.version.major).\(plugin.version.minor)\(language)")
    } catch {
      return Item(
        name: name, isFound: false, detail: "programs do not run on XLA: \(error)", remedy: Plugin.remedy)
    }
  }

  private static func install(_ package: String) -> String {
    #if canImport(Darwin)
      "xcode-select --install"
    #else
      "sudo apt-get install \(package)"
    #endif
  }
}
