#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

import Testing
@testable import NormaRuntime

/// A new folder under the system's place for temporary files, for its owner alone.
func scratchFolder() throws -> String {
  var template = Array("/tmp/norma-test-XXXXXX".utf8CString)
  let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
    unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
  }
  return try #require(made)
}

/// Removes a scratch folder and what lies in it.
func discard(_ folder: String) {
  for name in files(in: folder) { _ = unsafe remove("\(folder)/\(name)") }
  _ = unsafe rmdir(folder)
}

/// The names in a folder, sorted.
func files(in folder: String) -> [String] {
  guard let stream = unsafe opendir(folder) else { return [] }
  defer { unsafe closedir(stream) }
  var names: [String] = []
  while let item = unsafe readdir(stream) {
    let name = unsafe withUnsafePointer(to: &item.pointee.d_name) { field in
      unsafe field.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe String(cString: $0) }
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// A program that stands in for a compiler: a shell script, in a folder of its own.
func script(_ body: String, in folder: String) throws -> String {
  let path = "\(folder)/compiler-\(HostFile.uniqueName())"
  try HostFile.create(path, Array("#!/bin/sh\n\(body)\n".utf8))
  return path
}

/// The compiler of this machine, or nil where the tests that need one are skipped.
let hostCompiler: HostCompiler? = try? HostCompiler.found()

/// A kernel that multiplies rows of `width` floats by `factor`.
func scalingSource(by factor: Int, width: Int = 8) -> String {
  """
  #include <stdint.h>
  void scale(void *const *operands, const int64_t *row_strides, int64_t first_row, int64_t end_row, int64_t streams) {
    (void)streams;
    for (int64_t row = first_row; row < end_row; row++) {
      const float *x = (const float *)((const char *)operands[0] + row * row_strides[0]);
      float *y = (float *)((char *)operands[1] + row * row_strides[1]);
      for (int64_t i = 0; i < \(width); i++) y[i] = x[i] * \(factor).0f;
    }
  }
  """
}

/// Runs a scaling kernel over rows of eight ones and gives what it wrote.
func scaled(rows: Int = 2, by kernel: LoadedKernel, on threads: RowParallelism? = nil) -> [Float] {
  var x = [Float](repeating: 1, count: rows * 8), y = [Float](repeating: .nan, count: rows * 8)
  unsafe x.withUnsafeMutableBytes { x in
    unsafe y.withUnsafeMutableBytes { y in
      let operands = unsafe [x.baseAddress, y.baseAddress]
      if let threads {
        unsafe kernel.call(
          operands: operands, rowStrides: [32, 32], rows: rows, bytesPerRow: 64, on: threads)
      } else {
        unsafe kernel.call(operands: operands, rowStrides: [32, 32], firstRow: 0, endRow: rows)
      }
    }
  }
  return y
}
