public import NormaArrays
public import NormaLayers
public import NormaRuntime
internal import NormaTracing
public import StableHLO

/// Compiles a program. The stages, each a function from one value to the next:
/// module -> standard rewrites -> plan of fused kernels -> C -> loaded code.
///
/// - Parameters:
///   - module: A program whose `@main` is to be run, from `trace` or from StableHLO text.
///   - engine: What runs it. Without a C compiler on the machine `cpu` becomes `interpreter`, with a warning.
///   - threads: Threads to use at most; nil for all processors.
/// A program that this process compiled for `cpu` before is found again, and shared by all who compile it.
/// - Throws: `ExecutionError` where the program is malformed or a kernel does not compile.
public func compile(
  _ module: Module, engine: Engine = .cpu, threads: Int? = nil
) throws(ExecutionError) -> Executable {
  switch engine {
  case .cpu: try CompiledPrograms.shared.executable(for: module, threads: threads)
  case .interpreter, .xla: try Executable(module, engine: engine, threads: threads)
  }
}

/// Compiles a layer for any number of rows of one shape, to be called on the caller's own memory.
///
/// ```swift
/// let norm = try compile(LayerNorm(4096), rowShape: [4096], of: Float.self)
/// var target = y.mutableSpan
/// try norm(x.span, into: &target)
/// ```
/// - Parameters:
///   - rowShape: The axes a row is made of, for example `[4096]`.
///   - element: The element type of inputs and results.
/// - Throws: `NormaError` where the layer does not fit such rows, or a kernel does not compile.
public func compile<Element: TensorScalar>(
  _ layer: some Layer, rowShape: Shape, of element: Element.Type, threads: Int? = nil
) throws(NormaError) -> CompiledLayer<Element, Element> {
  try CompiledLayer(layer, rowShape: rowShape, threads: threads)
}

/// Compiles a layer whose results have another element type than its inputs.
///
/// - Throws: `NormaError` where the layer does not fit, does not give such results, or a kernel does not
///   compile.
public func compile<Input: TensorScalar, Output: TensorScalar>(
  _ layer: some Layer, rowShape: Shape, from input: Input.Type, to output: Output.Type, threads: Int? = nil
) throws(NormaError) -> CompiledLayer<Input, Output> {
  try CompiledLayer(layer, rowShape: rowShape, threads: threads)
}
