internal import NormaArrays
internal import NormaTracing

extension Tensor {
  /// x - mean(x). What rounding left in the mean is the same in every element: in f64 it is taken out by
  /// centring twice, so that a constant row gives zeros. Kernels carry the mean of narrower types in f64.
  func centred(over row: Axes) -> Tensor {
    let centred = self - mean(over: row, keepingDimensions: true)
    return scalar == .f64 ? centred - centred.mean(over: row, keepingDimensions: true) : centred
  }

  /// Both tensors in the wider of their types; of f16 and bf16, which hold different values, in f32.
  func promoted(with other: Tensor) -> (Tensor, Tensor) {
    let isDouble = scalar == .f64 || other.scalar == .f64
    let common = scalar == other.scalar ? scalar : isDouble ? .f64 : .f32
    return (converted(to: common), other.converted(to: common))
  }
}
