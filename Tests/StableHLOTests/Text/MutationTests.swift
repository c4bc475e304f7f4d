import StableHLO
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct MutationTests {
  /// How many damaged texts are tried: `NORMA_MUTATIONS`, or a few thousand.
  static let count = unsafe getenv("NORMA_MUTATIONS").flatMap { unsafe Int(String(cString: $0)) } ?? 4000
  /// The texts are tried in this many parts, side by side.
  static let parts = 8

  @Test(arguments: 0..<parts)
  func `a damaged text parses to what it prints, or is refused with a place inside it`(part: Int) throws {
    let quoted = Forms.all.map { Forms.program($0.other) }
    var mutator = Mutator(seed: part, texts: Samples.all.values + quoted)
    var parsed = 0
    for _ in 0..<Self.count / Self.parts {
      let text = mutator.next()
      do throws(ParseError) {
        let module = try Module(parsing: text)
        let printed = module.text
        let again = try Module(parsing: printed)
        if again != module { Issue.record("printed otherwise than parsed:\n\(text)") }
        parsed += 1
      } catch {
        let lines = text.utf8.reduce(1) { $0 + ($1 == 10 ? 1 : 0) }
        if !(1...lines).contains(error.position.line) { Issue.record("no such line: \(error)\n\(text)") }
      }
    }
    #expect(parsed > Self.count / Self.parts / 100, "damage that always breaks shows little")
  }

  @Test(arguments: [
    "(", "[", "{", "<", "\"func.func\"() ({", "loc(", "dense<[", "%0 = \"stablehlo.while\"() ({",
  ])
  func `deep nesting is an error, not an overflow of the stack`(piece: String) {
    let start = "func.func @main() attributes {a = "
    for prefix in ["", start, "func.func @main() {\n", "func.func @main() {\n%0 = stablehlo.constant dense<"]
    {
      let text = prefix + String(repeating: piece, count: 20_000)
      #expect(throws: ParseError.self) { try Module(parsing: text) }
    }
  }
}
