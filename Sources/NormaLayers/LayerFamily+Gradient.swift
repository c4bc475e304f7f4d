internal import NormaArrays
public import NormaTracing
public import NormaTransforms
public import StableHLO

extension Block {
  /// The program of the block's derivative: it takes the inputs, the block's parameters and a cotangent for each
  /// floating-point result, `dy` of a layer's one, and returns the cotangents of the inputs and of each floating-point
  /// parameter.
  ///
  /// - Throws: `TransformError` where the layer does not fit such an input, or has no derivative.
  public func vjpProgram(for input: TensorType) throws(TransformError) -> Module {
    let program: Module
    do throws(TracingError) { program = try self.program(for: input) } catch { throw TransformError(error) }
    return try program.vjp()
  }
}

extension Layer {
  /// The program of a training step's gradient: it takes `x` and the layer's parameters and returns the gradient of
  /// the loss in each floating-point parameter, in order. The layer is written for one row and batched over
  /// every axis of the input but the last.
  ///
  /// - Parameter loss: makes a scalar of the results of all rows.
  /// - Throws: `TransformError` where the layer does not fit such an input, or has no derivative.
  public func lossGradientProgram(
    for input: TensorType, loss: (Tensor) -> Tensor
  ) throws(TransformError) -> Module {
    do throws(TracingError) {
      return try trace(Input("x", input), self) { x, layer in
        valueAndGradient(of: layer, at: x) { layer, x in
          loss(x.batched(to: 1) { layer($0) })
        }.gradient
      }
    } catch {
      throw TransformError(error)
    }
  }
}

extension LayerFamily {
  /// The program of the gradient that training takes of a layer of this family: of a model's loss in each
  /// parameter, `(x, parameters) -> (dparameters)`, and of a layer `(x, parameters, dy) -> (dx, dparameters)`; of a block
  /// likewise, with all its inputs and results.
  ///
  /// - Throws: `TransformError` where the layer does not fit such an input.
  public func gradientProgram(
    of block: some Block, for input: TensorType
  ) throws(TransformError) -> Module {
    guard let loss, let layer = block as? any Layer else { return try block.vjpProgram(for: input) }
    return try layer.lossGradientProgram(for: input, loss: loss)
  }
}

extension Tensor {
  /// What a function of tensors of a lower rank makes of all of them: one batch for each leading axis.
  fileprivate func batched(to rank: Int, _ body: @escaping (Tensor) -> Tensor) -> Tensor {
    self.rank <= rank ? body(self) : vmap(over: self) { $0.batched(to: rank, body) }
  }
}
