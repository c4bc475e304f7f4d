import Crypto

/// What a compiled kernel depends on, as one digest: source, options, compiler and processor.
struct KernelKey: Hashable, Sendable, CustomStringConvertible {
  /// The 32 bytes of the digest.
  let digest: [UInt8]

  /// The key of a source text compiled by `compiler` for `processor`.
  init(source: String, compiler: HostCompiler, processor: Processor) {
    let parts =
      ["norma kernel 1", compiler.identity, processor.architecture, processor.model]
      + compiler.flags + processor.features + [source]
    var hash = SHA256()
    for part in parts {
      // Each part with its length, so that no two lists of parts look alike.
      hash.update(data: Array("\(part.utf8.count):".utf8))
      hash.update(data: Array(part.utf8))
    }
    digest = Array(hash.finalize())
  }

  /// The digest in hexadecimal: the name of the entry.
  var description: String { digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}

/// The last 96 bytes of a kept library: a mark, the key, and the digest of the library before it.
///
/// Behind the library rather than before it, so that tools still read the file as a library.
enum KernelSeal {
  private static let mark = Array("norma sealed kernel, version 001".utf8)

  /// The library with its seal.
  static func sealed(_ library: [UInt8], key: KernelKey) -> [UInt8] {
    library + mark + key.digest + Array(SHA256.hash(data: library))
  }

  /// The library in a sealed file; nil unless every byte of it is as it was sealed, for this key.
  static func opened(_ file: [UInt8], key: KernelKey) -> [UInt8]? {
    let size = file.count - mark.count - 64
    guard size > 0 else { return nil }
    let library = Array(file[..<size])
    let seal = mark + key.digest + Array(SHA256.hash(data: library))
    return file[size...].elementsEqual(seal) ? library : nil
  }
}
