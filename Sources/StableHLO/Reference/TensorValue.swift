internal import NormaArrays

/// A tensor while it is interpreted: a type and its elements in row-major order.
package struct TensorValue: Sendable {
  /// The elements of floats, or of integers and booleans.
  package enum Elements: Sendable {
    /// Values already rounded to the element type.
    case floats([Double])
    /// Integers in the range of the element type; `ui64` as its bit pattern, `i1` as 0 or 1.
    case integers([Int64])
  }

  /// The type.
  package let type: TensorType
  /// The elements in row-major order, as many as the type has.
  package let elements: Elements

  /// A tensor of elements that are already values of the type.
  package init(_ type: TensorType, _ elements: Elements) {
    (self.type, self.elements) = (type, elements)
  }

  /// A tensor of floats, which are rounded to the element type here.
  init(rounding floats: [Double], to type: TensorType) {
    self.init(type, .floats(floats.rounded(to: type.scalar)))
  }

  /// A tensor of integers, which are wrapped into the element type here.
  init(wrapping integers: [Int64], to type: TensorType) {
    self.init(type, .integers(integers.wrapped(to: type.scalar)))
  }

  /// The tensor of the given bit patterns, zero-extended.
  package init(_ type: TensorType, bits: [UInt64]) {
    if type.scalar.isFloatingPoint {
      let format = BinaryFormat(type.scalar)
      self.init(type, .floats(bits.map { format.value(ofBits: $0) }))
    } else {
      self.init(type, .integers(bits.map { type.scalar.wrapped(Int64(bitPattern: $0)) }))
    }
  }

  /// The bit pattern of each element, zero-extended.
  package var bits: [UInt64] {
    switch elements {
    case .floats(let floats):
      let format = BinaryFormat(type.scalar)
      return floats.map { format.bits(of: $0) }
    case .integers(let integers): return integers.map { type.scalar.bits(of: $0) }
    }
  }

  /// The elements as numbers: floats as they are, integers as the nearest `Double`.
  package var doubles: [Double] {
    switch elements {
    case .floats(let floats): floats
    case .integers(let integers):
      type.scalar == .ui64 ? integers.map { Double(UInt64(bitPattern: $0)) } : integers.map { Double($0) }
    }
  }

  /// The integers; floats truncated, which no valid program asks for.
  var integers: [Int64] {
    switch elements {
    case .integers(let integers): integers
    case .floats(let floats): floats.map { ScalarType.i64.truncating($0) }
    }
  }

  /// The same elements under a type of the same element type and count.
  func reshaped(to type: TensorType) -> TensorValue { TensorValue(type, elements) }

  /// The single element of a scalar repeated to fill a type of the same element type.
  func repeated(as type: TensorType) -> TensorValue {
    switch elements {
    case .floats(let floats):
      TensorValue(type, .floats(Array(repeating: floats[0], count: type.elementCount)))
    case .integers(let integers):
      TensorValue(type, .integers(Array(repeating: integers[0], count: type.elementCount)))
    }
  }
}
