import NormaArrays
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A folder of one test, removed with all it holds when the test ends.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/norma-tests-\(UInt64.random(in: .min ... .max))"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in the folder.
  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// The path of a new file of the given bytes.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: self(name)))
    return self(name)
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: self(name))))
  }

  /// Everything in the folder, hidden files too.
  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }
}

extension NDArray {
  /// An array of every kind of bit pattern that its type has; booleans are 0 and 1.
  static func sample(_ scalarType: ScalarType, shape: Shape, seed: UInt64 = 1) -> NDArray {
    var random = SplitMix(seed: seed)
    let array = NDArray(zeros: scalarType, shape: shape)
    unsafe array.withUnsafeMutableBytes { bytes in
      for index in bytes.indices {
        unsafe bytes[index] = UInt8(truncatingIfNeeded: random.next()) & (scalarType == .i1 ? 1 : 255)
      }
    }
    return array
  }
}
