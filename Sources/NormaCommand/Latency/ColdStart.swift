internal import Norma
internal import NormaArrays
internal import NormaLayers
internal import NormaMeasurement
internal import NormaRuntime
internal import StableHLO

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// How long it takes until a layer can be called, in seconds: medians.
struct ColdStart {
  /// `compile(layer, rowShape:of:)` where no kernel is kept: traced, rewritten, fused, compiled by the C compiler, loaded.
  let first: Double
  /// The same where the cache's folder has the kernel.
  let fromDisk: Double
  /// The same where this process has compiled the program: what is left is to trace the layer.
  let tracedAgain: Double
  /// A program that this process has compiled, compiled again.
  let fromMemory: Double

  /// Compiles a layer in each way, in an empty folder of its own each time.
  init<Element: TensorScalar>(
    _ layer: any Layer, width: Int, of element: Element.Type, rounds: Int
  ) throws {
    let compiler = try KernelCache.standard.get().compiler
    let module = try layer.program(for: TensorType(Element.scalarType, [2, width]))
    var (first, disk, traced, memory) = ([Double](), [Double](), [Double](), [Double]())
    for round in 0..<rounds {
      let folder = "\(Self.temporaryFolder)/norma-latency-\(getpid())-\(round)"
      let fresh = KernelCache(compiler: compiler, folder: folder)
      defer { fresh.removeKept() }
      let programs = CompiledPrograms(cache: fresh)
      first.append(try Stopwatch.seconds { try Self.compile(layer, width, element, programs) })
      traced.append(try Stopwatch.seconds { try Self.compile(layer, width, element, programs) })
      _ = try programs.executable(for: module)
      memory.append(try Stopwatch.seconds { _ = try programs.executable(for: module) })
      let again = CompiledPrograms(cache: KernelCache(compiler: compiler, folder: folder))
      disk.append(try Stopwatch.seconds { try Self.compile(layer, width, element, again) })
    }
    (self.first, fromDisk) = (Statistics(first).median, Statistics(disk).median)
    (tracedAgain, fromMemory) = (Statistics(traced).median, Statistics(memory).median)
  }

  private static func compile<Element: TensorScalar>(
    _ layer: some Layer, _ width: Int, _ element: Element.Type, _ programs: CompiledPrograms
  ) throws {
    _ = try CompiledLayer<Element, Element>(layer, rowShape: [width], threads: nil, programs: programs)
  }

  private static var temporaryFolder: String {
    unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
  }
}
