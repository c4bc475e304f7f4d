import Dispatch
import NormaArrays
import NormaLayers
import NormaRuntime
import NormaTracing
import StableHLO
import Testing

/// How callers may hand over memory, and from where.
@Suite struct ArgumentTests {
  private static let wide = numbers([6, 100])

  private static func numbers(_ shape: Shape, seed: Int = 0) -> NDArray {
    let elements: [Float] = (0..<shape.elementCount).map { place in
      let number = (place * 7919 + seed * 977) % 1009
      return Float(number) / 64 - 7
    }
    return NDArray(elements, shape: shape)
  }

  /// Views of a wider array: rows apart, columns apart, rows in every second place, turned around.
  private static let views: [NDArray] = [
    wide.sliced(axis: 1, 10..<50), wide.sliced(axis: 1, 10..<90, step: 2),
    wide.sliced(axis: 1, 0..<40).sliced(axis: 0, 0..<6, step: 2), wide.sliced(axis: 1, 0..<6).transposed(),
    wide.sliced(axis: 1, 99..<100),
  ]

  @Test(arguments: views.indices)
  func `a strided argument means what its packed copy means`(index: Int) throws {
    let view = Self.views[index]
    let layer = LayerNorm(view.shape[1])
    let executable = try Executable(layer.program(for: TensorType(.f32, view.shape)))
    let parameters = layer.parameters.compactMap(\.parameter.array)
    let found = try executable([view] + parameters)[0]
    #expect(found.isBitwiseEqual(to: try executable([view.contiguous()] + parameters)[0]))
  }

  @Test func `a strided argument is right for a product, a movement and a result too`() throws {
    let view = Self.wide.sliced(axis: 1, 3..<9)
    let module = try trace(Input("x", TensorType(.f32, [6, 6]))) { x in
      [x, x.transposed([1, 0]), x.matmul(x), x.reshaped(to: [36]) * 2]
    }
    let executable = try Executable(module)
    for (a, b) in zip(try executable([view]), try executable([view.contiguous()])) {
      #expect(a.isBitwiseEqual(to: b))
    }
  }

  @Test func `one program may run on several threads at once`() throws {
    let module = try trace(Input("x", TensorType(.f32, [64, 96]))) { x in
      let y = x - x.mean(over: .last, keepingDimensions: true)
      return y.matmul(y.transposed([1, 0])) + 1
    }
    let executable = try Executable(module)
    let inputs = (0..<8).map { Self.numbers([64, 96], seed: $0) }
    let alone = try inputs.map { try executable([$0])[0] }
    DispatchQueue.concurrentPerform(iterations: 64) { task in
      let found = try? executable([inputs[task % 8]])
      #expect(found?[0].isBitwiseEqual(to: alone[task % 8]) == true)
    }
  }

  @Test func `results do not depend on the number of threads`() throws {
    let layer = LayerNorm(1000)
    let module = try layer.program(for: TensorType(.f32, [301, 1000]))
    let arguments = [Self.numbers([301, 1000])] + layer.parameters.compactMap(\.parameter.array)
    let one = try Executable(module, threads: 1)(arguments)[0]
    #expect(try Executable(module, threads: 5)(arguments)[0].isBitwiseEqual(to: one))
  }
}
