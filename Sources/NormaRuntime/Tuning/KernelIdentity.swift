import Crypto
package import NormaKernels

extension RowKernel {
  /// What tells this kernel from every other: a digest of what it computes, whatever its name, in hexadecimal.
  package var identity: String { shortDigest(of: signature) }
}

extension Processor {
  /// What tuned schedules hold for: the model, its extensions and its last cache.
  var tuningIdentity: String {
    "\(model), \(architecture), last cache \(lastCacheByteCount >> 20) MiB, features "
      + shortDigest(of: features.joined(separator: " "))
  }
}

/// The first 16 bytes of a text's SHA-256, in hexadecimal.
func shortDigest(of text: String) -> String {
  SHA256.hash(data: Array(text.utf8)).prefix(16)
    .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
