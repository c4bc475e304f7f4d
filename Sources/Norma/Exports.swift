// What `import Norma` gives.

/// `NDArray`, `Shape`, `ScalarType`, `BFloat16`; `.npy` and `.safetensors` files.
@_exported public import NormaArrays
/// `LayerNorm`, `RMSNorm`, `GroupNorm`, `Softmax`, `Linear`, `GELU` and more, the `Layer` protocol and the catalogue.
@_exported public import NormaLayers
/// `Executable`, `Engine`, `ExecutionError`.
@_exported public import NormaRuntime
/// `Tensor` and its mathematics, `trace`, `Parameter`.
@_exported public import NormaTracing
/// `gradient`, `valueAndGradient`, `vmap`: of closures over tensors, and of programs.
@_exported public import NormaTransforms
/// `Module`, `Function`, `TensorType`: programs as values, their text, and the reference interpreter.
@_exported public import StableHLO
