internal import NormaArrays
internal import StableHLO

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What is said to a peer, one JSON object a line. `Peers/README.md` describes it for those who write one.
enum PeerRequest: Encodable {
  /// Import what is needed and say the version.
  case hello(threads: Int)
  /// Get ready for a case.
  case prepare(PeerCase)
  /// Time calls; `flush` bytes are written before each, 0 for warm caches.
  case run(way: Way, calls: Int, flush: Int)
  /// Write what the last call of a way gave to files.
  case write(way: Way, files: [String])
  /// Let go of the case.
  case release

  private enum Keys: String, CodingKey {
    case `do`, threads, layer, direction, dtype, shape, epsilon, inputs, outputs, way, calls, flush, files
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Keys.self)
    switch self {
    case .hello(let threads):
      try values.encode("hello", forKey: .do)
      try values.encode(threads, forKey: .threads)
    case .prepare(let bench):
      try values.encode("prepare", forKey: .do)
      try bench.encode(to: encoder)
    case .run(let way, let calls, let flush):
      try values.encode("run", forKey: .do)
      try values.encode(way, forKey: .way)
      try values.encode(calls, forKey: .calls)
      try values.encode(flush, forKey: .flush)
    case .write(let way, let files):
      try values.encode("write", forKey: .do)
      try values.encode(way, forKey: .way)
      try values.encode(files, forKey: .files)
    case .release: try values.encode("release", forKey: .do)
    }
  }

  /// The line.
  var line: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}

/// A case as a peer is told it.
struct PeerCase: Encodable {
  /// One array: its file holds the elements, little-endian, in row-major order.
  struct Array: Encodable {
    let path: String, dtype: String, shape: [Int]
  }

  let layer: String, direction: String, dtype: String, shape: [Int], epsilon: Double?
  let inputs: [Array], outputs: [Array]
}

/// What a peer answers: what was asked for, or why not.
struct PeerAnswer: Decodable {
  /// To `hello`: the name and version of what runs.
  var version: String?
  /// To `prepare`: the ways in which the case can be run.
  var ways: [Way]?
  /// To `run`: the seconds of each call.
  var seconds: [Double]?
  /// To `write`, `release`: that it was done.
  var done: Bool?
  /// To anything: why it cannot be done.
  var error: String?

  /// The answer in a line; nil where it is none.
  init?(_ line: String) {
    let decoder = JSONDecoder()
    guard let answer = try? decoder.decode(PeerAnswer.self, from: Data(line.utf8)) else { return nil }
    self = answer
  }
}
