import NormaArrays
import NormaKernels
import NormaRuntime
import NormaTracing
import StableHLO
import Testing

/// The backward pass of a norm, written out: what one kernel must read and give.
@Suite struct BackwardPlanTests {
  private static let rows = TensorType(.f32, [70, 96])
  private static let columns = TensorType(.f32, [96])

  /// LayerNorm forward, a product that uses it, and its backward: x, dy and the product's cotangent.
  private static func step() throws -> Module {
    let inputs = [rows, columns, columns, rows]
    return try trace(name: "main", inputs) { tensors in
      let (x, weight, bias, dy) = (tensors[0], tensors[1], tensors[2], tensors[3])
      let mean = x.mean(over: .last, keepingDimensions: true)
      let centred = x - mean
      let variance = (centred * centred).mean(over: .last, keepingDimensions: true)
      let rstd = (variance + 1e-5).rsqrt()
      let normalized = centred * rstd
      let y = normalized * weight + bias
      let product = y.matmul(y.transposed([1, 0])).matmul(dy)
      let slope = product * weight
      let along = (slope * normalized).mean(over: .last, keepingDimensions: true)
      let dx = rstd * (slope - slope.mean(over: .last, keepingDimensions: true) - normalized * along)
      return [dx, (product * normalized).sum(over: [0]), product.sum(over: [0])]
    }
  }

  @Test func `one kernel reads x and dy once and gives dx and both column sums`() throws {
    let plan = try Plan.standard(for: Self.step())
    let kernel = try #require(plan.steps.kernels.last)
    #expect(plan.steps.kernels.count == 2)
    #expect(kernel.kernel.inputs.map(\.layout).count { $0 == .element } == 2)
    #expect(kernel.kernel.outputs.map(\.reduction) == [nil, .sum, .sum])
  }

  /// The centred x and the normalized x are computed again from x and two values a row.
  @Test func `statistics pass between kernels in f64, and nothing along the row does`() throws {
    let plan = try Plan.standard(for: Self.step())
    let (forward, backward) = (plan.steps.kernels[0], plan.steps.kernels[1])
    #expect(forward.kernel.outputs.map(\.layout) == [.element, .row, .row])
    #expect(forward.kernel.outputs.map(\.type) == [.f32, .f64, .f64])
    let shared = Set(forward.outputs).intersection(backward.inputs)
    #expect(shared.count == 2 && shared.allSatisfy { plan.function.type(of: $0).scalar == .f64 })
  }

  /// The reciprocal root is a factor of one sum, which need not wait for it: alone, x and dy take three passes.
  @Test func `a factor of a row does not keep its sum waiting`() throws {
    let (rows, columns) = (Input("x", Self.rows), Input("weight", Self.columns))
    let module = try trace(rows, columns, Input("dy", Self.rows)) { x, weight, dy in
      let centred = x - x.mean(over: .last, keepingDimensions: true)
      let rstd = ((centred * centred).mean(over: .last, keepingDimensions: true) + 1e-5).rsqrt()
      let slope = dy * weight
      let along = (slope * (centred * rstd)).mean(over: .last, keepingDimensions: true)
      return rstd * (slope - slope.mean(over: .last, keepingDimensions: true) - centred * rstd * along)
    }
    let kernels = try Plan.standard(for: module).steps.kernels
    #expect(kernels.count == 1)
    #expect(kernels[0].kernel.sweeps.map(\.reductions.count) == [4, 0])
  }

  /// A mean rounded to f32 would be off by 3e-5 of the deviation at an offset of a thousand deviations.
  @Test(arguments: [0, 1e3, 1e5]) func `the backward pass is right at any offset`(offset: Double) throws {
    let module = try Self.step()
    var seed = Seed(state: 5)
    let inputs = [Self.rows, Self.columns, Self.columns, Self.rows].enumerated().map { index, type in
      let values = (0..<type.elementCount).map { _ in
        Float(Double.random(in: -1...1, using: &seed) + (index == 0 ? offset : 0))
      }
      return NDArray(values, shape: type.shape)
    }
    let found = try Executable(module)(inputs)
    let wide = inputs.map { $0.converted(to: .f64) }
    let meant = try Interpreter(promotedToDouble(module)).run("main", wide)
    for (found, meant) in zip(found, meant) {
      let (found, meant) = (found.values, meant.values)
      let largest = meant.map(abs).max() ?? 0
      let error = zip(found, meant).map { abs($0 - $1) }.max() ?? 0
      #expect(error < 4e-6 * largest, "\(error / largest)")
    }
  }
}
