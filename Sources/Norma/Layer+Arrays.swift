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
