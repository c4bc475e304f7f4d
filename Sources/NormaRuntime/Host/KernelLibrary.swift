package import NormaKernels

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A loaded shared library; whoever holds a kernel from it keeps it loaded.
///
/// A class because it has identity: the mapping ends with the last reference. It is closed then,
/// for a search over schedules loads thousands, and nothing in a kernel outlives its calls
/// (no threads, no static state, no pointers handed out).
package final class KernelLibrary: Sendable {
  private let handle: LibraryHandle

  /// Loads a library from verified bytes.
  ///
  /// The bytes are written to a new file that only this process names, loaded, and unlinked: what runs
  /// is what was verified, whatever happens to the cache meanwhile. The name is never used twice
  /// because the loader takes a known name for the library it already has.
  convenience init(_ bytes: [UInt8], in folder: String) throws(HostError) {
    let path = "\(folder)/load-\(HostFile.uniqueName()).so"
    try HostFile.create(path, bytes)
    defer { HostFile.remove(path) }
    try self.init(at: path)
  }

  /// Loads the library at a path that no library was loaded from before.
  init(at path: String) throws(HostError) { handle = try LibraryHandle(path) }

  /// The kernel of the given name; it keeps the library loaded.
  package func kernel(named symbol: String) throws(HostError) -> LoadedKernel {
    let function = unsafe try unsafeBitCast(address(of: symbol), to: LoadedKernel.Function.self)
    return unsafe LoadedKernel(function: function, library: self)
  }

  /// The kernel of a source that this library was compiled from, with all its functions.
  package func kernel(of source: CSource) throws(HostError) -> LoadedKernel {
    let function = unsafe try unsafeBitCast(address(of: source.symbol), to: LoadedKernel.Function.self)
    var columns: LoadedKernel.ColumnFunction?
    if let symbol = source.columnSymbol {
      unsafe columns = unsafe try unsafeBitCast(address(of: symbol), to: LoadedKernel.ColumnFunction.self)
    }
    var segments: SegmentFunctions?
    if let symbols = source.segmentSymbols {
      unsafe segments = unsafe try SegmentFunctions(
        pass: unsafeBitCast(address(of: symbols.pass), to: SegmentFunctions.Pass.self),
        merge: unsafeBitCast(address(of: symbols.merge), to: SegmentFunctions.Merge.self))
    }
    return unsafe LoadedKernel(function: function, columns: columns, segments: segments, library: self)
  }

  private func address(of symbol: String) throws(HostError) -> UnsafeMutableRawPointer {
    guard let address = unsafe handle.address(of: symbol) else { throw HostError(.missingSymbol(symbol)) }
    return unsafe address
  }
}

/// The one owner of a `dlopen` handle.
@safe struct LibraryHandle: ~Copyable, @unchecked Sendable {
  private let handle: UnsafeMutableRawPointer

  /// Opens the library at a path, or one the system finds by name; binds every symbol at once.
  init(_ path: String) throws(HostError) {
    guard let handle = unsafe dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      let problem = unsafe dlerror().map { unsafe String(cString: $0) } ?? "no reason given"
      throw HostError(.notLoaded(problem: problem))
    }
    unsafe self.handle = unsafe handle
  }

  deinit { unsafe dlclose(handle) }

  /// The address of a symbol, or nil.
  func address(of symbol: String) -> UnsafeMutableRawPointer? { unsafe dlsym(handle, symbol) }
}
