import Norma
import NormaKernels
import Testing

/// Shapes of every kind become one kernel each.
@Suite struct ShapeTests {
  /// Shapes of inputs, all of whose rows are along the last axis.
  static let shapes: [Shape] = [
    [1], [5], [1, 1], [7, 1], [1, 300], [2, 3, 4], [3, 1, 17], [2, 1, 1, 9], [1, 1, 6],
  ]

  @Test(arguments: Formula.allCases, shapes)
  func `any shape is one kernel and right`(formula: Formula, shape: Shape) throws {
    let trial = Trial<Float>(formula, width: shape.dimensions.last ?? 1)
    try check(trial.layer, trial, shape)
  }

  @Test(arguments: [Formula.layerNorm, .rmsNorm], shapes)
  func `layers without parameters are one kernel and right`(formula: Formula, shape: Shape) throws {
    let width = shape.dimensions.last ?? 1
    let layer: any Layer =
      formula == .rmsNorm
      ? RMSNorm(width, elementwiseAffine: false) : LayerNorm(width, elementwiseAffine: false)
    let (ones, zeros) = ([Float](repeating: 1, count: width), [Float](repeating: 0, count: width))
    try check(layer, Trial(formula, width: width, weight: ones, bias: zeros), shape)
  }

  @Test(arguments: [[2, 3] as Shape, [1, 8], [4, 1], [3, 2, 5]], [[], [1], [3], [2, 5]] as [Shape])
  func `LayerNorm over several axes is one kernel and right`(row: Shape, batch: Shape) throws {
    let trial = Trial<Float>(.layerNorm, width: row.elementCount)
    let layer = LayerNorm(
      normalizedShape: row, weight: Parameter(NDArray(trial.weight, shape: row)),
      bias: Parameter(NDArray(trial.bias, shape: row)))
    try check(layer, trial, Shape(batch.dimensions + row.dimensions))
  }

  @Test(arguments: [.layerNorm, .rmsNorm, .l2Norm, .softmax] as [Formula])
  func `without rows or without columns there is nothing to do`(formula: Formula) throws {
    for shape in [[0, 4], [4, 0], [0, 0], [2, 0, 3], [0]] as [Shape] {
      let trial = Trial<Float>(formula, width: shape.dimensions.last ?? 0)
      let found = try trial.layer(NDArray(zeros: .f32, shape: shape))
      #expect(found.shape == shape)
    }
  }

  private func check(_ layer: any Layer, _ trial: Trial<Float>, _ shape: Shape) throws {
    let x = trial.rows(shape.elementCount / trial.width)
    let found = try layer(NDArray(x, shape: shape))
    #expect(found.shape == shape)
    let elements = found.elements(as: Float.self)
    for start in stride(from: 0, to: x.count, by: trial.width) {
      let range = start..<start + trial.width
      #expect(
        Judge.error(of: elements[range], meant: trial.meant(x[range])) <= 1, "row \(start / trial.width)")
    }
    let plan = try #require(compile(layer.program(for: TensorType(.f32, shape))).plan)
    #expect(plan.steps.count == 1 && plan.isOneKernel, "\(plan)")
  }
}

extension Plan {
  /// True where a single kernel is the whole program.
  var isOneKernel: Bool {
    if steps.count == 1, case .kernel = steps[0] { true } else { false }
  }
}
