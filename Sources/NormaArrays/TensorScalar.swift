/// A Swift type whose values are tensor elements, stored exactly as tensors store them.
///
/// The conformers are fixed, one for each `ScalarType`; other types have no meaning in a tensor.
public protocol TensorScalar: Sendable, BitwiseCopyable {
  /// The element type this Swift type stands for.
  static var scalarType: ScalarType { get }
}

/// What converting between element types needs: exact ways out and once-rounding ways in.
package protocol ConvertibleScalar: TensorScalar {
  /// A type among `Double`, `Int64` and `UInt64` that holds every value exactly.
  associatedtype Exact: ExactScalar
  /// The same value in the exact type.
  var exact: Exact { get }
  /// The value nearest to a number; see `NDArray.converted(to:)` for what happens out of range.
  init(nearest value: Double)
  /// The value nearest to an integer; integers wrap.
  init(nearest value: Int64)
  /// The value nearest to an integer; integers wrap.
  init(nearest value: UInt64)
}

/// `Double`, `Int64` and `UInt64`: between them they hold every element exactly.
package protocol ExactScalar {
  /// This value rounded once to an element type.
  func rounded<Target: ConvertibleScalar>(to target: Target.Type) -> Target
}

extension Double: ExactScalar {
  package func rounded<Target: ConvertibleScalar>(to target: Target.Type) -> Target { Target(nearest: self) }
}
extension Int64: ExactScalar {
  package func rounded<Target: ConvertibleScalar>(to target: Target.Type) -> Target { Target(nearest: self) }
}
extension UInt64: ExactScalar {
  package func rounded<Target: ConvertibleScalar>(to target: Target.Type) -> Target { Target(nearest: self) }
}

extension ScalarType {
  /// The Swift type that stores this element type.
  package var representation: any ConvertibleScalar.Type {
    switch self {
    case .f64: Double.self
    case .f32: Float.self
    case .f16: Float16.self
    case .bf16: BFloat16.self
    case .i64: Int64.self
    case .i32: Int32.self
    case .i16: Int16.self
    case .i8: Int8.self
    case .ui64: UInt64.self
    case .ui32: UInt32.self
    case .ui16: UInt16.self
    case .ui8: UInt8.self
    case .i1: Bool.self
    }
  }
}
