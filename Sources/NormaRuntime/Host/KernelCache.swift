internal import NormaArrays
package import NormaKernels
import Logging

/// Compiled kernels: in memory, else on disk, else compiled now.
///
/// A class because it has identity: all who ask it share one loaded library per source. Its methods
/// may be called from any thread; asked twice at once for one source, it compiles once.
package final class KernelCache: Sendable {
  /// The compiler behind the cache.
  package let compiler: HostCompiler
  private let processor = Processor.current
  private let store: KernelStore?
  private let slots = Locked<[String: Slot]>([:])

  /// One source's library. The lock is held while it is made, so that others wait for it.
  private final class Slot: Sendable {
    let library = Locked<KernelLibrary?>(nil)
  }

  /// A cache over a folder; nil keeps kernels in memory alone. A folder that cannot be used, or that
  /// others could change, is left alone with a warning in the log.
  package init(compiler: HostCompiler, folder: String?, byteLimit: Int = 256 << 20) {
    self.compiler = compiler
    store = folder.flatMap { folder in
      do throws(HostError) {
        return try KernelStore(at: folder, limit: byteLimit)
      } catch {
        kernelLog.warning("compiled kernels are not kept on disk: \(error)")
        return nil
      }
    }
  }

  /// The cache of this process: the compiler and the folder that the environment names.
  package static let standard: Result<KernelCache, HostError> = .init {
    () throws(HostError) -> KernelCache in
    KernelCache(compiler: try .found(), folder: HostSettings.current.cacheFolder)
  }

  /// The folder on disk, or nil where there is none to use.
  package var folder: String? { store?.path }

  /// The kernel `symbol` of a C source, compiled if it is met for the first time on this machine.
  package func kernel(_ symbol: String, in source: String) throws(HostError) -> LoadedKernel {
    try library(of: source).kernel(named: symbol)
  }

  /// The kernel of an emitted source, with all its functions, compiled if it is met for the first time on this machine.
  package func kernel(_ source: CSource) throws(HostError) -> LoadedKernel {
    try library(of: source.text).kernel(of: source)
  }

  /// The loaded library of a C source.
  package func library(of source: String) throws(HostError) -> KernelLibrary {
    let slot = slots.withLock { slots in
      if let slot = slots[source] { return slot }
      let slot = Slot()
      slots[source] = slot
      return slot
    }
    return try slot.library.withLock { library throws(HostError) in
      if let library { return library }
      let made = try self.made(from: source)
      library = made
      return made
    }
  }

  /// Lets go of all libraries in memory; those in use stay loaded until their kernels are gone.
  package func forgetLoaded() { slots.withLock { $0 = [:] } }

  /// Removes what is kept on disk, and the folder with it if nothing else is there.
  package func removeKept() { store?.removeAll() }

  // MARK: -

  private func made(from source: String) throws(HostError) -> KernelLibrary {
    let key = KernelKey(source: source, compiler: compiler, processor: processor)
    guard let store else { return try KernelBuild.inTemporaryFolder(source, with: compiler).library }
    if let library = fromDisk(store, key) { return library }
    let build = try build(source, in: store)
    do throws(HostError) {
      try store.keep(build.bytes, source: source, for: key)
    } catch {
      kernelLog.warning("a compiled kernel is not kept on disk: \(error)")
    }
    return build.library
  }

  private func fromDisk(_ store: KernelStore, _ key: KernelKey) -> KernelLibrary? {
    guard let bytes = store.library(for: key) else { return nil }
    do throws(HostError) {
      return try KernelLibrary(bytes, in: store.path)
    } catch {
      kernelLog.warning("a kept kernel could not be loaded, compiling again: \(error)")
      return nil
    }
  }

  /// Compiles in the cache's folder; where that cannot be written or run from, in a temporary one.
  private func build(_ source: String, in store: KernelStore) throws(HostError) -> KernelBuild {
    do throws(HostError) {
      return try KernelBuild(source, with: compiler, in: store.path)
    } catch {
      guard case .file = error.reason else { throw error }
      kernelLog.warning("the kernel cache cannot be written, compiling in a temporary folder: \(error)")
      return try .inTemporaryFolder(source, with: compiler)
    }
  }
}
