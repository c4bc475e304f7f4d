extension LinearAlgebra {
  // The C interface of the BLAS in our own words. Order, then whether each operand is transposed; rows,
  // columns and inner extent; factor, left and its leading dimension, right likewise; factor of the
  // old result, result and its leading dimension.
  // Source: BLAS Technical Forum Standard, "C Interface to the Legacy BLAS".

  typealias Single32 =
    @convention(c) @Sendable (
      CInt, CInt, CInt, Int32, Int32, Int32, Float, UnsafeRawPointer, Int32, UnsafeRawPointer, Int32,
      Float, UnsafeMutableRawPointer, Int32
    ) -> Void
  typealias Double32 =
    @convention(c) @Sendable (
      CInt, CInt, CInt, Int32, Int32, Int32, Double, UnsafeRawPointer, Int32, UnsafeRawPointer, Int32,
      Double, UnsafeMutableRawPointer, Int32
    ) -> Void
  typealias Single64 =
    @convention(c) @Sendable (
      CInt, CInt, CInt, Int64, Int64, Int64, Float, UnsafeRawPointer, Int64, UnsafeRawPointer, Int64,
      Float, UnsafeMutableRawPointer, Int64
    ) -> Void
  typealias Double64 =
    @convention(c) @Sendable (
      CInt, CInt, CInt, Int64, Int64, Int64, Double, UnsafeRawPointer, Int64, UnsafeRawPointer, Int64,
      Double, UnsafeMutableRawPointer, Int64
    ) -> Void

  private static let rowMajor: CInt = 101

  /// Multiplies matrices of f32.
  func multiplySingle(_ call: Call) {
    let (a, b) = unsafe (call.leftLayout, call.rightLayout)
    switch functions {
    case .narrow(let function, _):
      unsafe function(
        Self.rowMajor, a.code, b.code, Int32(call.rows), Int32(call.columns), Int32(call.inner), 1,
        call.left, Int32(a.leading), call.right, Int32(b.leading), 0, call.result,
        Int32(call.resultLeading))
    case .wide(let function, _):
      unsafe function(
        Self.rowMajor, a.code, b.code, Int64(call.rows), Int64(call.columns), Int64(call.inner), 1,
        call.left, Int64(a.leading), call.right, Int64(b.leading), 0, call.result,
        Int64(call.resultLeading))
    }
  }

  /// Multiplies matrices of f64.
  func multiplyDouble(_ call: Call) {
    let (a, b) = unsafe (call.leftLayout, call.rightLayout)
    switch functions {
    case .narrow(_, let function):
      unsafe function(
        Self.rowMajor, a.code, b.code, Int32(call.rows), Int32(call.columns), Int32(call.inner), 1,
        call.left, Int32(a.leading), call.right, Int32(b.leading), 0, call.result,
        Int32(call.resultLeading))
    case .wide(_, let function):
      unsafe function(
        Self.rowMajor, a.code, b.code, Int64(call.rows), Int64(call.columns), Int64(call.inner), 1,
        call.left, Int64(a.leading), call.right, Int64(b.leading), 0, call.result,
        Int64(call.resultLeading))
    }
  }
}

extension StridedMatrix.Layout {
  /// `CblasNoTrans` or `CblasTrans`.
  fileprivate var code: CInt { isTransposed ? 112 : 111 }
}

extension LinearAlgebra.Functions {
  /// Takes the functions from a library; names that end in `64_` count in 64 bits.
  init?(in library: borrowing LibraryHandle, spelling: (String) -> String) {
    let (single, double) = (spelling("cblas_sgemm"), spelling("cblas_dgemm"))
    guard let single = unsafe library.address(of: single), let double = unsafe library.address(of: double)
    else { return nil }
    if spelling("").hasSuffix("64_") {
      self = unsafe .wide(
        unsafeBitCast(single, to: LinearAlgebra.Single64.self),
        unsafeBitCast(double, to: LinearAlgebra.Double64.self))
    } else {
      self = unsafe .narrow(
        unsafeBitCast(single, to: LinearAlgebra.Single32.self),
        unsafeBitCast(double, to: LinearAlgebra.Double32.self))
    }
  }
}
