extension NDArray {
  /// Opens a `.npy` file (versions 1 to 3, either byte order, C or Fortran order).
  ///
  /// The elements stay in the file, mapped; big-endian elements are copied into memory. A Fortran-order file is a
  /// transposed view.
  /// - Throws: when the file cannot be read, its header breaks the format, its type is unknown or its size is wrong.
  public init(npy path: String) throws(ArrayError) {
    let storage = try InputFile(path).map()
    let offset = try NPYHeader.dataOffset(from: storage.bytes(0..<12), file: path)
    let header = try NPYHeader(parsing: storage.bytes(0..<offset), file: path)
    let (found, promised) = (storage.memory.byteCount - offset, header.byteCount)
    guard found == promised else {
      let remedy =
        found < promised ? "the file is cut short" : "bytes follow the array; save one array to a file"
      throw ArrayError(
        .wrongSize, path,
        "must hold \(promised) bytes of \(header.scalarType)\(header.shape) but has \(found): \(remedy)")
    }
    let array = NDArray(
      header.scalarType, shape: header.shape, strides: header.strides, storage: storage, byteOffset: offset)
    self = header.isBigEndian ? array.byteSwapped() : array.usable()
  }

  /// Writes the array in row-major order as `numpy.save` does; the file appears complete or not at all.
  ///
  /// bf16 is written as `ml_dtypes` arrays are saved: load with `numpy.load(path).view(ml_dtypes.bfloat16)`.
  /// - Throws: when the file cannot be written or the disk is full.
  public func write(npy path: String) throws(ArrayError) {
    var file = try OutputFile(replacing: path)
    try file.write(NPYHeader(scalarType, shape: shape).bytes)
    try file.write(self)
    try file.commit()
  }
}
