public import NormaArrays
public import NormaLayers
internal import NormaRuntime
internal import NormaTracing
internal import StableHLO

extension Layer {
  /// Applies the layer to an array: compiled at the first call for its type and shape, run from then on.
  ///
  /// - Throws: `NormaError` where the layer does not fit the array, or a kernel does not compile.
  public func callAsFunction(_ x: NDArray) throws(NormaError) -> NDArray {
    let module: Module
    do throws(TracingError) { module = try program(for: TensorType(x.scalarType, x.shape)) } catch {
      throw .tracing(error)
    }
    do throws(ExecutionError) {
      let executable = try CompiledPrograms.shared.executable(for: module)
      return try executable([x] + parameters.compactMap(\.parameter.array))[0]
    } catch {
      throw .execution(error)
    }
  }
}

/// Programs that were compiled for layers called on arrays. A class because all calls share it.
private final class CompiledPrograms: Sendable {
  static let shared = CompiledPrograms()
  private let compiled = Locked<[Module: Executable]>([:])

  /// The compiled form of a program, made once.
  func executable(for module: Module) throws(ExecutionError) -> Executable {
    if let known = compiled.withLock({ $0[module] }) { return known }
    let made = try Executable(module)
    compiled.withLock { programs in
      if programs.count >= Self.limit { programs.removeAll() }
      programs[module] = made
    }
    return made
  }

  /// Programs kept; shapes vary endlessly in some uses, and compiling again from the disk cache is cheap.
  private static let limit = 256
}
