import NormaArrays
import NormaTracing
import NormaTransforms
import StableHLO
import Testing

/// The step of the central differences: their error is about step^2 times the third derivative, plus 2^-53 / step.
private let step = 1e-5
/// Third derivatives below 10^2 and values below 10^2 leave errors of 10^-8 and 10^-9; a wrong rule is off by 10^-2.
private let tolerance = 1e-6

/// Distinct values in 0.3 ..< 0.9, in no order, the same every time.
func sample(_ type: TensorType, seed: Int = 0) -> NDArray {
  let count = type.elementCount
  let values = (0..<count).map { (place: Int) -> Double in
    let mixed = ((place + 1) * 61 + seed * 37) % 101
    return 0.3 + 0.6 * Double(mixed) / 101
  }
  return NDArray(values, shape: type.shape)
}

/// The elements of the one result or the chosen one.
func run(_ module: Module, _ inputs: [NDArray], result: Int = 0) throws -> [Double] {
  try Interpreter(module).run("main", inputs)[result].elements(as: Double.self)
}

/// Expects the gradient of a scalar program, in every argument, to be the quotient of small differences, and
/// the gradient program to be valid and to survive printing and parsing.
func expectGradient(_ module: Module, _ inputs: [NDArray], _ comment: String) throws {
  let gradient = try module.valueAndGradient()
  try gradient.verify()
  #expect(try Module(parsing: gradient.text).text == gradient.text)
  #expect(try run(gradient, inputs) == run(module, inputs))
  for (position, input) in inputs.enumerated() {
    let found = try run(gradient, inputs, result: position + 1)
    let elements = input.elements(as: Double.self)
    for index in elements.indices {
      let values = try [step, -step].map { offset in
        var (moved, arguments) = (elements, inputs)
        moved[index] += offset
        arguments[position] = NDArray(moved, shape: input.shape)
        return try run(module, arguments)[0]
      }
      let expected = (values[0] - values[1]) / (2 * step)
      let isClose = abs(found[index] - expected) <= tolerance * max(1, abs(expected))
      #expect(isClose, "\(comment): argument \(position)[\(index)] \(found[index]), not \(expected)")
    }
  }
}

/// A program that weighs each element of a tensor's math differently and sums.
func weighed(_ types: [TensorType], _ body: ([Tensor]) -> Tensor) throws -> Module {
  try trace(types) { x in
    let y = body(x)
    let places = y.recordedBeside(.iota(dimension: 0), type: TensorType(.f64, [y.shape.elementCount]))
    return (y.reshaped(to: places.shape) * (places * 0.7 + 0.4).cos()).sum(over: .all)
  }
}

/// The sum of all elements of some results, each times its cotangent.
func weighedSum(_ results: [Tensor], by cotangents: [Tensor]) -> Tensor {
  let sums = zip(results, cotangents).map { ($0 * $1).sum(over: .all) }
  return sums.dropFirst().reduce(sums[0], +)
}
