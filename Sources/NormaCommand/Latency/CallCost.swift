internal import Norma
internal import NormaArrays
internal import NormaLayers
internal import NormaMeasurement
internal import NormaRuntime

/// The time of one row through a compiled layer, beside that of the kernel's C function alone, in seconds.
///
/// Both work on the same memory and take turns; a turn is as many calls as take about 20 microseconds, so that the clock's
/// own time does not show.
struct CallCost {
  /// Medians of a call: the C function through its pointer, and the layer through the public interface.
  let kernel: Double, call: Double
  /// The median of what a call takes longer than the kernel in the same round.
  let overhead: Double

  /// Measures a layer that is a single kernel.
  init<Element: TensorScalar>(
    _ layer: any Layer, width: Int, of element: Element.Type, rounds: Int
  ) throws {
    let compiled: CompiledLayer<Element, Element> = try Self.compiled(layer, width)
    guard let rows = compiled.rows else {
      throw Failure("the layer is no single kernel here: its calls run on copies; see `norma doctor`")
    }
    // Zeros: what a row holds does not change what a norm takes.
    let x = [UInt8](repeating: 0, count: width * MemoryLayout<Element>.stride)
    let source = unsafe x.withUnsafeBytes { unsafe [Element]($0.bindMemory(to: Element.self)) }
    var result = source
    func kernel(_ count: Int) {
      unsafe source.withUnsafeBytes { source in
        unsafe result.withUnsafeMutableBytes { target in
          guard let source = source.baseAddress, let target = target.baseAddress else { return }
          unsafe rows.withKernel(source, target) { kernel, operands, strides in
            for _ in 0..<count {
              unsafe kernel.call(operands: operands, rowStrides: strides, firstRow: 0, endRow: 1)
            }
          }
        }
      }
    }
    func call(_ count: Int) throws {
      var target = result.mutableSpan
      for _ in 0..<count { try compiled(source.span, into: &target) }
    }
    try call(1)
    kernel(1)
    let count = max(1, Int(20e-6 / max(1e-9, Stopwatch.seconds { kernel(100) } / 100)))
    var (kernels, calls) = ([Double](), [Double]())
    for _ in 0..<rounds {
      kernels.append(Stopwatch.seconds { kernel(count) } / Double(count))
      calls.append(try Stopwatch.seconds { try call(count) } / Double(count))
    }
    (self.kernel, self.call) = (Statistics(kernels).median, Statistics(calls).median)
    overhead = Statistics(zip(calls, kernels).map { $0 - $1 }).median
  }

  private static func compiled<Element: TensorScalar>(
    _ layer: some Layer, _ width: Int
  ) throws -> CompiledLayer<Element, Element> {
    try compile(layer, rowShape: [width], of: Element.self)
  }
}
