extension NPYHeader {
  /// Headers longer than this are not believed; NumPy itself stops at 10,000 bytes.
  private static let greatestLength = 1 << 20

  /// Where the elements begin, told by the first 12 bytes of the file.
  static func dataOffset(from start: [UInt8], file: String) throws(ArrayError) -> Int {
    guard start.starts(with: magic) else {
      throw ArrayError(.wrongFormat, file, "is not a .npy file: it must begin with \\x93NUMPY")
    }
    guard start.count >= 12 else { throw ArrayError(.wrongSize, file, "ends inside its header") }
    let prefix: Int
    switch start[6] {
    case 1: prefix = 10
    case 2, 3: prefix = 12
    default:
      throw ArrayError(
        .wrongFormat, file, "has .npy version \(start[6]).\(start[7]); versions 1, 2 and 3 can be read")
    }
    let length = (8..<prefix).reversed().reduce(0) { $0 << 8 | Int(start[$1]) }
    guard length <= greatestLength else {
      throw ArrayError(.malformedHeader, file, "claims a header of \(length) bytes; no array needs that much")
    }
    return prefix + length
  }

  /// Reads the bytes up to the elements.
  init(parsing bytes: [UInt8], file: String) throws(ArrayError) {
    let offset = try Self.dataOffset(from: Array(bytes.prefix(12)), file: file)
    guard bytes.count >= offset else { throw ArrayError(.wrongSize, file, "ends inside its header") }
    var scanner = PythonScanner(bytes[(bytes[6] == 1 ? 10 : 12)..<offset], file: file)
    var fields = NPYFields()
    try scanner.scanDictionary { (key, scanner) throws(ArrayError) in try fields.scan(key, from: &scanner) }
    self = try fields.header(file: file)
  }
}

/// The three entries of the header's dictionary, as they are found.
private struct NPYFields {
  private var descriptor: String?
  private var isFortranOrder: Bool?
  private var dimensions: [Int]?

  mutating func scan(_ key: String, from scanner: inout PythonScanner) throws(ArrayError) {
    let isRepeated: Bool
    switch key {
    case "descr":
      isRepeated = descriptor != nil
      descriptor = try scanner.scanDescriptor()
    case "fortran_order":
      isRepeated = isFortranOrder != nil
      isFortranOrder = try scanner.scanBoolean()
    case "shape":
      isRepeated = dimensions != nil
      dimensions = try scanner.scanTuple()
    default:
      throw scanner.failure(
        "the header must hold 'descr', 'fortran_order' and 'shape' only, but has '\(key)'")
    }
    if isRepeated { throw scanner.failure("the header names '\(key)' twice") }
  }

  func header(file: String) throws(ArrayError) -> NPYHeader {
    guard let descriptor, let isFortranOrder, let dimensions else {
      let missing =
        descriptor == nil ? "descr" : isFortranOrder == nil ? "fortran_order" : "shape"
      throw ArrayError(.malformedHeader, file, "the header has no '\(missing)'")
    }
    let (scalarType, isBigEndian) = try Self.type(descriptor, file: file)
    guard let shape = Shape(checking: dimensions, elementBytes: scalarType.byteCount) else {
      let text = dimensions.map(String.init).joined(separator: ", ")
      throw ArrayError(
        .malformedHeader, file, "the shape (\(text)) is negative or larger than any memory")
    }
    var header = NPYHeader(scalarType, shape: shape)
    (header.isFortranOrder, header.isBigEndian) = (isFortranOrder, isBigEndian)
    return header
  }

  /// The element type NumPy's descriptor stands for.
  private static func type(_ descriptor: String, file: String) throws(ArrayError) -> (ScalarType, Bool) {
    if ["bfloat16", "<V2", "|V2", "V2"].contains(descriptor) { return (.bf16, false) }
    let hasOrder = descriptor.first.map { "<>=|".contains($0) } ?? false
    let kind = hasOrder ? String(descriptor.dropFirst()) : descriptor
    guard let type = kinds[kind] else {
      let known = "f2 f4 f8 i1 i2 i4 i8 u1 u2 u4 u8 b1 and bfloat16"
      throw ArrayError(
        .unsupportedType, file, "holds elements of NumPy type '\(descriptor)'; \(known) can be read")
    }
    return (type, descriptor.hasPrefix(">") && type.byteCount > 1)
  }

  private static let kinds: [String: ScalarType] = [
    "f8": .f64, "f4": .f32, "f2": .f16, "i8": .i64, "i4": .i32, "i2": .i16, "i1": .i8,
    "u8": .ui64, "u4": .ui32, "u2": .ui16, "u1": .ui8, "b1": .i1,
  ]
}
