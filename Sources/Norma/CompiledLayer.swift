public import NormaArrays
internal import NormaLayers
public import NormaRuntime
internal import NormaTracing
internal import StableHLO

/// A layer compiled for rows of one shape. It reads and writes the caller's memory, any number of rows
/// at a time, and allocates nothing when it is called; where rows are spread over threads, Dispatch makes
/// two small objects for the closure.
///
/// Results do not depend on the number of rows, on threads, or on where the memory lies. A layer that does
/// not become a single kernel which treats rows apart, and any layer on a machine without a C compiler, is
/// run on copies instead.
public struct CompiledLayer<Input: TensorScalar, Output: TensorScalar>: Sendable {
  /// The axes a row is made of.
  public let rowShape: Shape
  /// Elements in a row.
  private let width: Int
  private let layer: any Layer
  /// The layer's kernel, or nil where it is no single one.
  package let rows: RowFunction?

  /// Compiles a layer.
  ///
  /// - Parameter programs: What was compiled before.
  package init(
    _ layer: some Layer, rowShape: Shape, threads: Int?, programs: CompiledPrograms = .shared
  ) throws(NormaError) {
    (self.rowShape, self.layer) = (rowShape, layer)
    width = rowShape.elementCount
    guard width > 0 else { throw .emptyRows(rowShape) }
    // Two rows, so that what differs from row to row is told apart from what all rows share.
    let input = TensorType(Input.scalarType, Shape([2] + rowShape.dimensions))
    let module: Module
    do throws(TracingError) { module = try layer.program(for: input) } catch { throw .tracing(error) }
    let executable: Executable
    do throws(ExecutionError) {
      executable = try programs.executable(for: module, threads: threads, forAnyRows: true)
    } catch {
      throw .execution(error)
    }
    // The layer's own parameters, in the program's order after `x`.
    let parameters = layer.parameters.compactMap(\.parameter.array).map { $0.contiguous() }
    rows = RowFunction(executable, tracedForRows: 2, parameters: parameters)
    try Self.checkResult(of: executable, rowShape)
  }

  private static func checkResult(of executable: Executable, _ rowShape: Shape) throws(NormaError) {
    let expected = TensorType(Output.scalarType, Shape([2] + rowShape.dimensions))
    guard executable.resultTypes == [expected] else {
      let found = executable.resultTypes.first ?? expected
      throw .execution(ExecutionError(.type(role: "result", index: 0, expected: expected, found: found)))
    }
  }

  /// Applies the layer to rows that stand one after another.
  ///
  /// - Parameters:
  ///   - x: Rows of `rowShape.elementCount` elements each, densely packed.
  ///   - y: As many elements as `x`.
  /// - Throws: `ExecutionError` where the counts do not fit.
  public func callAsFunction(_ x: Span<Input>, into y: inout MutableSpan<Output>) throws(ExecutionError) {
    guard x.count % width == 0 else {
      throw ExecutionError(
        .elementCount(role: "argument", index: 0, expected: "a multiple of \(width)", found: x.count))
    }
    guard y.count == x.count else {
      throw ExecutionError(.elementCount(role: "result", index: 0, expected: "\(x.count)", found: y.count))
    }
    guard x.count > 0 else { return }
    unsafe try x.withUnsafeBytes { x throws(ExecutionError) in
      unsafe try y.withUnsafeMutableBytes { y throws(ExecutionError) in
        unsafe try run(x, into: y)
      }
    }
  }

  private func run(_ x: UnsafeRawBufferPointer, into y: UnsafeMutableRawBufferPointer) throws(ExecutionError)
  {
    let count = x.count / (width * MemoryLayout<Input>.stride)
    guard let source = x.baseAddress, let target = y.baseAddress else { return }
    if let rows { return unsafe rows(source, into: target, rows: count) }
    let shape = Shape([count] + rowShape.dimensions)
    let array = unsafe NDArray(copying: x, as: Input.scalarType, shape: shape)
    do throws(NormaError) { unsafe try layer(array).copyElements(to: target) } catch {
      switch error {
      case .execution(let error): throw error
      case .tracing, .emptyRows: throw ExecutionError(.program("\(error)"))
      }
    }
  }
}
