import NormaArrays
import NormaRewriting
import StableHLO
import Testing

/// A product of transposed operands, transposed itself, drawn by chance.
private struct RandomProduct {
  let module: Module
  let inputs: [NDArray]

  init(seed: Int) throws {
    var seed = Seed(state: UInt64(seed))
    var builder = FunctionBuilder()
    // Axes: batching 2, contracting 3 and 5, left free 4 and 1, right free 7.
    let (left, right) = ([2, 3, 5, 4, 1].shuffled(using: &seed), [2, 3, 5, 7].shuffled(using: &seed))
    func operand(_ extents: [Int]) throws -> Value {
      let permutation = Array(extents.indices).shuffled(using: &seed)
      var shape = extents
      for (axis, place) in permutation.enumerated() { shape[place] = extents[axis] }
      let parameter = builder.parameter(TensorType(.f32, Shape(shape)))
      return try builder.add(.transpose(permutation: permutation), [parameter])
    }
    let operands = [try operand(left), try operand(right)]
    let contracting = [3, 5].shuffled(using: &seed)
    let dimensions = DotDimensions(
      leftBatching: [left.firstIndex(of: 2) ?? 0], rightBatching: [right.firstIndex(of: 2) ?? 0],
      leftContracting: contracting.compactMap(left.firstIndex),
      rightContracting: contracting.compactMap(right.firstIndex))
    let result = TensorType(.f32, Shape([2] + left.filter { [4, 1].contains($0) } + [7]))
    let product = try builder.add(.dotGeneral(dimensions), operands, resultType: result)
    let order = Bool.random(using: &seed) ? [0, 3, 1, 2] : [0, 1, 2, 3].shuffled(using: &seed)
    let transposed = try builder.add(.transpose(permutation: order), [product])
    let function = builder.finish(name: "main", results: [transposed])
    module = Module(functions: [function])
    inputs = function.parameterTypes.map { type in
      NDArray((0..<type.elementCount).map { _ in Float.random(in: -1...1, using: &seed) }, shape: type.shape)
    }
  }
}

@Suite struct TransposedProductTests {
  @Test func `products of transposed operands keep their bits`() throws {
    var removed = 0
    for seed in 0..<200 {
      let product = try RandomProduct(seed: seed)
      let rewritten = try Pipeline([.transposedProducts, .deadCode])(product.module).module
      removed += OpCounts(product.module).all - OpCounts(rewritten).all
      let (meant, found) = (
        try Interpreter(product.module).run("main", product.inputs)[0],
        try Interpreter(rewritten).run("main", product.inputs)[0]
      )
      #expect(
        found.elements(as: Float.self) == meant.elements(as: Float.self), "seed \(seed)\n\(rewritten.text)")
    }
    #expect(removed > 100)
  }
}
