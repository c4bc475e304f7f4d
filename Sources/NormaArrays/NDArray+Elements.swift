extension NDArray {
  /// All elements in row-major order.
  ///
  /// - Precondition: `Element` is the Swift type of `scalarType`.
  public func elements<Element: TensorScalar>(as type: Element.Type) -> [Element] {
    requireElements(of: type)
    guard elementCount > 0 else { return [] }
    return unsafe [Element](unsafeUninitializedCapacity: elementCount) { buffer, count in
      if let start = buffer.baseAddress { unsafe copyElements(to: start) }
      count = elementCount
    }
  }

  /// The elements' bytes in row-major order, little-endian.
  package var rowMajorBytes: [UInt8] {
    guard byteCount > 0 else { return [] }
    return unsafe [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
      if let start = buffer.baseAddress { unsafe copyElements(to: start) }
      count = byteCount
    }
  }

  /// This array in row-major order without gaps: itself if it is so already, a copy otherwise.
  public func contiguous() -> NDArray { isContiguous ? self : copied() }

  /// A row-major copy in memory of its own.
  package func copied() -> NDArray {
    let copy = NDArray(uninitialized: scalarType, shape: shape)
    unsafe copyElements(to: copy.mutableBaseAddress)
    return copy
  }

  /// Lends the elements in row-major order; a view with gaps is copied first.
  ///
  /// - Precondition: `Element` is the Swift type of `scalarType`.
  public func withSpan<Element: TensorScalar, Result, Failure: Error>(
    of type: Element.Type, _ body: (Span<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    requireElements(of: type)
    let array = contiguous()
    defer { withExtendedLifetime(array) {} }
    let start = unsafe array.baseAddress.assumingMemoryBound(to: Element.self)
    return try body(unsafe Span(_unsafeStart: start, count: elementCount))
  }

  /// Lends the elements in row-major order for changing.
  ///
  /// Memory that other arrays share, that has gaps, or that is a mapped input is copied first, so no other array changes.
  /// - Precondition: `Element` is the Swift type of `scalarType`.
  public mutating func withMutableSpan<Element: TensorScalar, Result, Failure: Error>(
    of type: Element.Type, _ body: (inout MutableSpan<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    requireElements(of: type)
    if !isContiguous || !storage.memory.isWritable || !isKnownUniquelyReferenced(&storage) { self = copied() }
    return try lendMutableSpan(of: type, body)
  }

  /// Lends the elements for changing, without copying first.
  ///
  /// - Precondition: contiguous, writable memory that nobody else reads meanwhile.
  package func lendMutableSpan<Element: TensorScalar, Result, Failure: Error>(
    of type: Element.Type, _ body: (inout MutableSpan<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    requireElements(of: type)
    precondition(isContiguous, "only a contiguous array can lend a span of its memory")
    defer { withExtendedLifetime(storage) {} }
    let start = unsafe mutableBaseAddress.assumingMemoryBound(to: Element.self)
    var span = unsafe MutableSpan(_unsafeStart: start, count: elementCount)
    return try body(&span)
  }

  private func requireElements<Element: TensorScalar>(of type: Element.Type) {
    precondition(
      Element.scalarType == scalarType,
      "the elements of \(self) are \(scalarType), but \(Element.self) stands for \(Element.scalarType)")
  }
}
