#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension HostCompiler {
  /// Finds the compiler: what `NORMA_CC` names, else clang, cc or gcc on `PATH`, else the clang that
  /// came with Swift, else one at a usual place.
  ///
  /// Nothing is started here; a compiler that does not work shows at the first compile.
  package static func found(
    in settings: HostSettings = .current
  ) throws(HostError) -> HostCompiler {
    if let setting = settings.compiler {
      guard let path = executable(setting, in: settings.searchPath) else {
        throw HostError(.wrongSetting(value: setting))
      }
      return HostCompiler(path: path)
    }
    let names = ["clang", "cc", "gcc"]
    let places = names + besideSwift(settings.searchPath) + usualPlaces
    for place in places {
      if let path = executable(place, in: settings.searchPath) { return HostCompiler(path: path) }
    }
    throw HostError(.noCompiler(searched: names.map { "\($0) on PATH" } + usualPlaces))
  }

  private static var usualPlaces: [String] {
    #if canImport(Darwin)
      let developer = "/Applications/Xcode.app/Contents/Developer"
      return [
        "/Library/Developer/CommandLineTools/usr/bin/clang",
        developer + "/Toolchains/XcodeDefault.xctoolchain/usr/bin/clang",
      ]
    #else
      return ["/usr/bin/clang", "/usr/bin/cc", "/usr/local/bin/clang"]
    #endif
  }

  /// The clang in the folder where the `swift` on `PATH` really stands.
  private static func besideSwift(_ searchPath: [String]) -> [String] {
    guard let swift = executable("swift", in: searchPath), let real = realPath(swift) else { return [] }
    return [real.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/clang"]
  }

  /// The full path of a program given as a path or as a name on `searchPath`; nil if none can be run.
  package static func executable(_ name: String, in searchPath: [String]) -> String? {
    if name.contains("/") { return canRun(name) ? realPath(name) ?? name : nil }
    return searchPath.lazy.filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }.first(where: canRun)
  }

  private static func canRun(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return unsafe access(path, X_OK) == 0
  }
}

/// A path with every link followed; nil if it leads nowhere.
func realPath(_ path: String) -> String? {
  guard let resolved = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}
