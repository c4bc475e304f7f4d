/// A `.npy` file being made, mapped into memory: results larger than memory are written straight into it.
///
/// The target appears, complete, with `commit`; without it nothing is left. The disk's room is reserved at once, so a
/// full disk is an error here and not a crash later.
public struct MappedOutput: ~Copyable {
  /// The array in the file, zeros at first. Kernels write through its address; its views see what they write.
  package let array: NDArray
  private var file: OutputFile

  /// Creates the file beside its target.
  ///
  /// - Throws: when the directory cannot be written or the disk is full.
  public init(npy path: String, of scalarType: ScalarType, shape: Shape) throws(ArrayError) {
    let header = NPYHeader(scalarType, shape: shape).bytes
    let byteCount = header.count + shape.elementCount * scalarType.byteCount
    let file = try OutputFile(replacing: path)
    try file.write(header)
    try file.reserve(byteCount: byteCount)
    let storage = try file.map(byteCount: byteCount)
    self.file = file
    array = NDArray(
      scalarType, shape: shape, strides: shape.strides, storage: storage, byteOffset: header.count)
  }

  /// Lends the elements in row-major order for changing; what is written goes to the file.
  ///
  /// - Precondition: `Element` is the Swift type of the array's elements.
  public mutating func withMutableSpan<Element: TensorScalar, Result, Failure: Error>(
    of type: Element.Type, _ body: (inout MutableSpan<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try array.lendMutableSpan(of: type, body)
  }

  /// Gives the file its name, replacing what stood there.
  public consuming func commit() throws(ArrayError) { try file.commit() }
}
