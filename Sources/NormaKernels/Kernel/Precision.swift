internal import NormaArrays
internal import StableHLO

/// The type in which a kernel's vectors are carried between its rounding points.
///
/// - `double`: kernels that sum. A product of two f32 values is exact in f64 and a sum of n of them has a
///   relative error of at most n * 2^-53, so a mean loses nothing at any offset. Sums of squares that only
///   a root is taken of, and passes that only store, go in f32 wherever a row's values fit; see
///   `CEmitter+Sums` and `CEmitter+Narrowing` for what that may cost, and the f64 form of the same pass
///   takes the other rows: squares of 1e30 do not overflow, squares of 1e-30 do not vanish.
///   Kernels that take a reciprocal root belong here too: in rows of one element the sums fall away.
/// - `single`: all other kernels of f32 and narrower types, which only act on elements or take extrema.
///   Each operation rounds to its type, as the program says.
///
/// In both, operations of type f16 and bf16 round to their type, and a conversion always rounds.
package enum Precision: Hashable, Sendable {
  case single, double
}

extension RowKernel {
  /// The type that this kernel's arithmetic is carried in.
  package var precision: Precision {
    nodes.contains(where: \.carriesWide) ? .double : .single
  }
}

extension KernelNode {
  /// True where the kernel's arithmetic must be carried in f64.
  var carriesWide: Bool { type == .f64 || needsWideOperands }

  /// True for sums, and for the root of a sum of squares, which f32 does not hold.
  var needsWideOperands: Bool {
    switch operation {
    case .reduce(let reduction): !reduction.isExact
    case .elementwise(let operation): operation == .rsqrt
    case .input, .constant, .compare, .select, .clamp, .convert: false
    }
  }
}
