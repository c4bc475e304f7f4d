#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the environment asks of the runtime, read once.
package struct HostSettings: Sendable {
  /// `NORMA_CC`: the C compiler, a path or a name on `PATH`.
  package var compiler: String?
  /// `NORMA_CACHE`: the folder that keeps compiled kernels.
  package var cacheFolder: String?
  /// `NORMA_TUNED`: the folder that keeps tuned schedules, or `none`; without it, `tuned` in that of the kernels.
  package var tunedFolder: String?
  /// `NORMA_THREADS`: how many threads one call may use.
  package var threads: Int?
  /// `NORMA_BLAS`: the library that multiplies matrices, or `none`.
  package var linearAlgebra: String?
  /// `NORMA_PJRT_PLUGIN`: the plugin through which XLA runs programs.
  package var plugin: String?
  /// `NORMA_PEERS`: the folder of the programs that `norma bench` compares with.
  package var peersFolder: String?
  /// The folder that keeps what was installed for Norma, that plugin for one.
  package var dataFolder: String?
  /// `VIRTUAL_ENV`: the Python environment that is active.
  package var pythonEnvironment: String?
  /// The folders of `PATH`, in order.
  package var searchPath: [String]

  /// The settings of this process.
  package static let current = HostSettings { unsafe getenv($0).map { unsafe String(cString: $0) } }

  /// The settings that an environment gives; empty variables count as unset.
  package init(environment: (String) -> String?) {
    func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
    compiler = value("NORMA_CC")
    cacheFolder = value("NORMA_CACHE") ?? Self.userCacheFolder(value)
    let tuned = value("NORMA_TUNED") ?? cacheFolder.map { $0 + "/tuned" }
    tunedFolder = tuned == "none" ? nil : tuned
    threads = value("NORMA_THREADS").flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil }
    linearAlgebra = value("NORMA_BLAS")
    plugin = value("NORMA_PJRT_PLUGIN")
    peersFolder = value("NORMA_PEERS")
    dataFolder = Self.userDataFolder(value)
    pythonEnvironment = value("VIRTUAL_ENV")
    searchPath = (value("PATH") ?? "").split(separator: ":").map(String.init)
  }

  private static func userCacheFolder(_ value: (String) -> String?) -> String? {
    #if canImport(Darwin)
      value("HOME").map { $0 + "/Library/Caches/norma" }
    #else
      value("XDG_CACHE_HOME").map { $0 + "/norma" } ?? value("HOME").map { $0 + "/.cache/norma" }
    #endif
  }

  private static func userDataFolder(_ value: (String) -> String?) -> String? {
    #if canImport(Darwin)
      value("HOME").map { $0 + "/Library/Application Support/norma" }
    #else
      value("XDG_DATA_HOME").map { $0 + "/norma" } ?? value("HOME").map { $0 + "/.local/share/norma" }
    #endif
  }
}
