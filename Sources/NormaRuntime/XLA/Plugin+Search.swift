#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Plugin {
  /// The library's name in the wheel `xla-cpu-pjrt`.
  private static let libraryName = "xla_cpu_pjrt.so"

  /// The command that installs a plugin where it is found.
  package static let remedy = "make setup"

  /// Where the plugin stands: what `NORMA_PJRT_PLUGIN` names, else where `make setup` installs it, else in the
  /// Python environment that is active. A GPU's plugin is only taken if the variable names it.
  ///
  /// - Throws: `XLAError` where there is none, or the variable names no file.
  package static func path(in settings: HostSettings = .current) throws(XLAError) -> String {
    if let setting = settings.plugin {
      guard isFile(setting) else { throw XLAError(.wrongSetting(value: setting)) }
      return setting
    }
    let places = usualPlaces(settings)
    guard let found = places.lazy.compactMap(firstFile).first else {
      throw XLAError(.noPlugin(searched: places))
    }
    return found
  }

  /// Patterns of the paths where a plugin is looked for, in order.
  private static func usualPlaces(_ settings: HostSettings) -> [String] {
    let installed = settings.dataFolder.map { "\($0)/pjrt/\(libraryName)" }
    let active = settings.pythonEnvironment.map {
      "\($0)/lib/python3*/site-packages/xla_plugins/xla_cpu_pjrt/\(libraryName)"
    }
    return [installed, active].compactMap(\.self)
  }

  /// The first file, by name, whose path fits a pattern.
  private static func firstFile(_ pattern: String) -> String? {
    var matches = unsafe glob_t()
    defer { unsafe globfree(&matches) }
    guard unsafe glob(pattern, 0, nil, &matches) == 0 else { return nil }
    let paths = unsafe (0..<Int(matches.gl_pathc)).compactMap { index in
      unsafe matches.gl_pathv[index].map { unsafe String(cString: $0) }
    }
    return paths.first(where: isFile)
  }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
