/// What stands before the elements in a `.npy` file.
///
/// Source: NumPy, `numpy.lib.format`, versions 1.0, 2.0 and 3.0.
struct NPYHeader: Hashable {
  var scalarType: ScalarType
  var shape: Shape
  /// True when the first axis runs fastest.
  var isFortranOrder = false
  /// True when each element's most significant byte comes first.
  var isBigEndian = false

  init(_ scalarType: ScalarType, shape: Shape) { (self.scalarType, self.shape) = (scalarType, shape) }

  /// Strides in elements.
  var strides: [Int] {
    isFortranOrder ? Shape(shape.dimensions.reversed()).strides.reversed() : shape.strides
  }

  /// The bytes of all elements.
  var byteCount: Int { shape.elementCount * scalarType.byteCount }
}

// MARK: - Writing

extension NPYHeader {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// The header as `numpy.save` writes it; the elements after it begin at a multiple of 64.
  var bytes: [UInt8] {
    let axes = shape.dimensions.map(String.init)
    let tuple = axes.count == 1 ? "(\(axes[0]),)" : "(\(axes.joined(separator: ", ")))"
    let order = isFortranOrder ? "True" : "False"
    var text = "{'descr': '\(descriptor)', 'fortran_order': \(order), 'shape': \(tuple), }"
    // NumPy leaves room for the growing axis to take 21 digits, so that appending can rewrite the header in place.
    if let growing = isFortranOrder ? axes.last : axes.first {
      text += String(repeating: " ", count: 21 - growing.utf8.count)
    }
    let isLong = text.utf8.count + 1 + 10 + 64 > 65535
    let prefix = isLong ? 12 : 10
    text += String(repeating: " ", count: 64 - (prefix + text.utf8.count + 1) % 64) + "\n"
    let length = (0..<prefix - 8).map { UInt8(truncatingIfNeeded: text.utf8.count >> (8 * $0)) }
    return Self.magic + [isLong ? 2 : 1, 0] + length + Array(text.utf8)
  }

  /// NumPy's name of the element type; bf16 is written as `ml_dtypes` arrays are saved, as two opaque bytes.
  private var descriptor: String {
    let order = isBigEndian ? ">" : "<"
    let size = scalarType.byteCount
    return switch scalarType {
    case .bf16: "<V2"
    case .i1: "|b1"
    case .i8: "|i1"
    case .ui8: "|u1"
    case .f64, .f32, .f16: "\(order)f\(size)"
    case .i64, .i32, .i16: "\(order)i\(size)"
    case .ui64, .ui32, .ui16: "\(order)u\(size)"
    }
  }
}
