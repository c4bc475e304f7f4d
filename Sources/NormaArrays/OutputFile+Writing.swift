#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension OutputFile {
  /// Appends bytes.
  borrowing func write(_ bytes: [UInt8]) throws(ArrayError) {
    try unsafe bytes.span.bytes.withUnsafeBytes { (bytes) throws(ArrayError) in try unsafe write(bytes) }
  }

  /// Appends an array's elements in row-major order; views are copied piece by piece, never as a whole when large.
  borrowing func write(_ array: NDArray) throws(ArrayError) {
    let piece = 64 << 20
    if !array.isContiguous && array.byteCount > piece {
      for index in 0..<array.shape[0] { try write(array[index]) }
    } else {
      let contiguous = array.contiguous()
      try unsafe contiguous.withUnsafeBytes { (bytes) throws(ArrayError) in try unsafe write(bytes) }
    }
  }

  /// Makes the file this long and reserves its room on the disk, so that writing to its mapping cannot fail later.
  borrowing func reserve(byteCount: Int) throws(ArrayError) {
    #if canImport(Darwin)
      var store = unsafe fstore_t(
        fst_flags: UInt32(F_ALLOCATEALL), fst_posmode: F_PEOFPOSMODE, fst_offset: 0,
        fst_length: off_t(byteCount), fst_bytesalloc: 0)
      guard unsafe fcntl(descriptor, F_PREALLOCATE, &store) == 0, ftruncate(descriptor, off_t(byteCount)) == 0
      else { throw failure(SystemError.last) }
    #else
      var number: CInt
      repeat { number = posix_fallocate(descriptor, 0, byteCount) } while number == EINTR
      guard number == 0 else { throw failure(SystemError(number: number)) }
    #endif
  }

  /// Maps the file for writing.
  borrowing func map(byteCount: Int) throws(ArrayError) -> TensorStorage {
    do throws(SystemError) {
      return TensorStorage(try TensorMemory(mapping: descriptor, byteCount: byteCount, isWritable: true))
    } catch {
      throw failure(error)
    }
  }

  private borrowing func write(_ bytes: UnsafeRawBufferPointer) throws(ArrayError) {
    var rest = unsafe bytes
    while unsafe !rest.isEmpty {
      let written = unsafe systemWrite(descriptor, rest)
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw failure(SystemError.last) }
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }
}

/// The system's `write`, which inside `OutputFile` hides behind the methods of that name.
private func systemWrite(_ descriptor: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
  // One call takes at most 2^31 bytes on both systems.
  unsafe write(descriptor, bytes.baseAddress, min(bytes.count, 1 << 30))
}
