import Logging

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension LinearAlgebra {
  /// Loads a library. An OpenBLAS that is older than the processor takes it for one without AVX-512 (0.3.21
  /// takes a Zen 5 for a Haswell) and multiplies at two thirds of its speed, unless it is told better while it loads:
  /// by a variable of the environment, which is its only way. What the user has set there stays.
  static func load(_ path: String) throws(HostError) -> LibraryHandle {
    let variable = "OPENBLAS_CORETYPE"
    let needed = ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"]
    guard path.contains("openblas"), unsafe getenv(variable) == nil,
      needed.allSatisfy(Processor.current.features.contains)
    else { return try LibraryHandle(path) }
    unsafe setenv(variable, "SkylakeX", 1)
    defer { unsafe unsetenv(variable) }
    return try LibraryHandle(path)
  }

  /// The BLAS of this process, looked for once: what `NORMA_BLAS` names (`none` for none), else
  /// Accelerate on macOS, else OpenBLAS where the system's loader finds it. Nil means plain products.
  package static let found = search(in: .current)

  /// Looks for a BLAS; what `NORMA_BLAS` names and cannot be used is reported in the log.
  package static func search(in settings: HostSettings) -> LinearAlgebra? {
    guard let setting = settings.linearAlgebra else {
      for place in usualPlaces {
        if let library = try? LinearAlgebra(at: place) { return library }
      }
      return nil
    }
    guard setting != "none" else { return nil }
    do throws(HostError) {
      return try LinearAlgebra(at: setting)
    } catch {
      kernelLog.warning("NORMA_BLAS must name a BLAS with its C interface, and \(setting) is none: \(error)")
      return nil
    }
  }

  /// The names under which OpenBLAS and Accelerate are known to the loader, scipy's build of OpenBLAS last.
  private static var usualPlaces: [String] {
    #if canImport(Darwin)
      ["/System/Library/Frameworks/Accelerate.framework/Accelerate"]
    #else
      ["libopenblas.so.0", "libopenblas.so", "libscipy_openblas.so", "libscipy_openblas64_.so"]
    #endif
  }

  /// How builds of OpenBLAS change the names of the C interface: not at all, with 64-bit integers, and
  /// the two in the wheels of scipy and numpy.
  private static let spellings: [@Sendable (String) -> String] = [
    { $0 }, { "\($0)64_" }, { "scipy_\($0)" }, { "scipy_\($0)64_" },
  ]

  /// The functions of a library under the first spelling that it knows, and that spelling.
  static func functions(
    of library: borrowing LibraryHandle
  ) -> (Functions, (String) -> String)? {
    for spelling in spellings {
      if let functions = Functions(in: library, spelling: spelling) { return (functions, spelling) }
    }
    return nil
  }

  /// What OpenBLAS says of its build and of the processor it chose its code for.
  static func describe(_ library: borrowing LibraryHandle, _ spelling: (String) -> String) -> String? {
    typealias Text = @convention(c) () -> UnsafePointer<CChar>?
    let texts = ["openblas_get_config", "openblas_get_corename"].compactMap { name -> String? in
      guard let address = unsafe library.address(of: spelling(name)) else { return nil }
      return unsafe unsafeBitCast(address, to: Text.self)().map { unsafe String(cString: $0) }
    }
    return texts.first.map { config in
      texts.dropFirst().reduce(config) { $0.contains($1) ? $0 : "\($0) \($1)" }
    }
  }

  /// Has OpenBLAS work on the calling thread: the tiles of a product are spread over ours, so that the
  /// number of threads cannot change a result. It is a setting of the whole process.
  static func useOneThread(_ library: borrowing LibraryHandle, _ spelling: (String) -> String) {
    typealias SetThreads = @convention(c) (CInt) -> Void
    guard let address = unsafe library.address(of: spelling("openblas_set_num_threads")) else { return }
    unsafe unsafeBitCast(address, to: SetThreads.self)(1)
  }
}
