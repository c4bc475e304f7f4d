#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A regular file opened for reading; closed when the value goes.
struct InputFile: ~Copyable {
  let path: String
  let byteCount: Int
  private let descriptor: CInt

  init(_ path: String) throws(ArrayError) {
    // Without O_NONBLOCK a named pipe would wait here for its writer.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw ArrayError(.unreadable, path, "cannot be opened for reading: \(SystemError.last.text)")
    }
    var facts = stat()
    let status = unsafe fstat(descriptor, &facts)
    guard status == 0, facts.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw ArrayError(.unreadable, path, "must be a regular file to be mapped, but is not one")
    }
    (self.path, self.descriptor, byteCount) = (path, descriptor, Int(facts.st_size))
  }

  deinit { close(descriptor) }

  /// Maps the whole file for reading. Cutting the file short while it is mapped kills the process that reads it.
  borrowing func map() throws(ArrayError) -> TensorStorage {
    guard byteCount > 0 else { throw ArrayError(.wrongFormat, path, "is empty, not an array file") }
    do throws(SystemError) {
      return TensorStorage(try TensorMemory(mapping: descriptor, byteCount: byteCount, isWritable: false))
    } catch {
      throw ArrayError(.unreadable, path, "cannot be mapped: \(error.text)")
    }
  }
}

extension TensorStorage {
  /// A copy of some bytes; the range is cut to what there is.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    let range = range.clamped(to: 0..<memory.byteCount)
    defer { withExtendedLifetime(self) {} }
    return unsafe Array(UnsafeRawBufferPointer(start: memory.start + range.lowerBound, count: range.count))
  }

}

extension NDArray {
  /// A mapped array as it is, or a copy where it cannot be used as it is: when it is misaligned for its type, or
  /// holds a boolean that is neither 0 nor 1.
  func usable() -> NDArray {
    if scalarType == .i1 { return withCleanBooleans() }
    let isAligned = unsafe UInt(bitPattern: baseAddress) % UInt(scalarType.byteCount) == 0
    return isAligned ? self : copiedAsIs()
  }

  /// The same bytes and strides in memory of its own; an element may stand at any address before.
  private func copiedAsIs() -> NDArray {
    let memory = TensorMemory(allocating: extentByteCount)
    unsafe memory.start.copyMemory(from: baseAddress, byteCount: extentByteCount)
    withExtendedLifetime(storage) {}
    return NDArray(
      scalarType, shape: shape, strides: strides, storage: TensorStorage(memory), byteOffset: 0)
  }

  /// Booleans whose bytes are all 0 or 1, as Swift demands; files may use any other byte for true.
  private func withCleanBooleans() -> NDArray {
    let isClean = unsafe withUnsafeBytes { bytes in unsafe bytes.allSatisfy { $0 <= 1 } }
    guard !isClean else { return self }
    let copy = copied()
    unsafe copy.withUnsafeMutableBytes { bytes in
      for index in bytes.indices where unsafe bytes[index] > 1 { unsafe bytes[index] = 1 }
    }
    return copy
  }

  /// The same elements with the bytes of each reversed, in memory of its own.
  func byteSwapped() -> NDArray {
    let copy = copiedAsIs()
    unsafe copy.withUnsafeMutableBytes { bytes in
      switch scalarType.byteCount {
      case 2: unsafe bytes.swapBytes(of: UInt16.self)
      case 4: unsafe bytes.swapBytes(of: UInt32.self)
      case 8: unsafe bytes.swapBytes(of: UInt64.self)
      default: break
      }
    }
    return copy
  }
}

extension UnsafeMutableRawBufferPointer {
  fileprivate func swapBytes<Bits: FixedWidthInteger & BitwiseCopyable>(of type: Bits.Type) {
    let elements = unsafe bindMemory(to: type)
    for index in elements.indices { unsafe elements[index] = elements[index].byteSwapped }
  }
}
