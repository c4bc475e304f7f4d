/// A small generator of random numbers whose seed is known.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Damages texts: each kind of damage keeps most of the text as it was.
struct Mutator {
  private var random: SplitMix
  private let texts: [[UInt8]]
  private let pieces: [[UInt8]] = [
    "%0", "%arg0#9", "tensor<2xf32>", "tensor<99999999999x99999999999x0xf32>", "[[[[[[[[", "({", "})",
    "dense<", "\"0x",
    "loc(", "-", "9223372036854775808", "1.0e999999999999999999", "%0:9223372036854775807", "->", "\"", "{-#",
    "//",
    "stablehlo.while", "\u{E9}", "\\", "#", "@", "^bb0(", "0x", "tensor<", "array<i64: ", "<{", "}>",
  ].map { Array($0.utf8) }

  init(seed: Int, texts: [String]) {
    random = SplitMix(seed: seed)
    self.texts = texts.sorted().map { Array($0.utf8) }
  }

  /// One damaged text.
  mutating func next() -> String {
    var bytes = texts[Int.random(in: 0..<texts.count, using: &random)]
    for _ in 0..<Int.random(in: 1...3, using: &random) { damage(&bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func damage(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<7, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<7, using: &random)
    case 2: bytes.removeSubrange(token(bytes, at: place))
    case 3: bytes.insert(contentsOf: Array(bytes[token(bytes, at: place)]), at: place)
    case 4: bytes.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)], at: place)
    case 5: moveLine(&bytes, at: place)
    default: splice(&bytes, at: place)
    }
  }

  /// The run of bytes of one kind around a place.
  private func token(_ bytes: [UInt8], at place: Int) -> Range<Int> {
    let kind = isWord(bytes[place])
    var (start, end) = (place, place + 1)
    while start > 0, isWord(bytes[start - 1]) == kind { start -= 1 }
    while end < bytes.count, isWord(bytes[end]) == kind { end += 1 }
    return start..<end
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte > 47 && byte < 58 || byte > 63 || byte == 37 || byte == 46
  }

  private mutating func moveLine(_ bytes: inout [UInt8], at place: Int) {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    let from = Int.random(in: 0..<lines.count, using: &random)
    let line = Bool.random(using: &random) ? lines.remove(at: from) : lines[from]
    if place.isMultiple(of: 3) { lines.insert(line, at: Int.random(in: 0...lines.count, using: &random)) }
    bytes = Array(lines.joined(separator: [10]))
  }

  private mutating func splice(_ bytes: inout [UInt8], at place: Int) {
    let other = texts[Int.random(in: 0..<texts.count, using: &random)]
    bytes = Array(bytes[..<place]) + other[Int.random(in: 0..<other.count, using: &random)...]
  }
}
