import Foundation
import NormaArrays
import NormaLayers
import NormaMeasurement
import NormaRuntime
import NormaTransforms
import StableHLO
import Testing

/// Implementations measured beside each other, and their results judged.
@Suite struct `A bench` {
  private func bench(
    _ name: String, rows: Int, width: Int, _ scalar: ScalarType = .f32, _ direction: Direction = .forward
  ) throws -> BenchCase {
    let family = try #require(LayerFamily.named(name))
    let layer = family.untrained(normalizedShape: [width], parameterType: scalar)
    return try BenchCase(
      layer: name, input: TensorType(scalar, [rows, width]), direction: direction, epsilon: nil
    ) {
      direction == .forward ? try layer.program(for: $0) : try family.gradientProgram(of: layer, for: $0)
    }
  }

  private func runner(_ manners: [FakePeer.Manner] = [], patience: Double = 30) throws -> BenchRunner {
    let peer = try FakePeer(manners)
    defer { withExtendedLifetime(peer) {} }
    let peers = try Peer.list(in: peer.folder.path())
    return try BenchRunner(
      peers: peers, settings: .init(rounds: 2, patience: .milliseconds(Int(patience * 1000))))
  }

  @Test(
    arguments: ["layernorm", "rmsnorm", "softmax", "l2norm"].flatMap { name in
      Direction.allCases.map { (name, $0) }
    }, [ScalarType.f32, .bf16])
  func `Norma is measured in both ways, and is right`(_ subject: (String, Direction), scalar: ScalarType)
    throws
  {
    let result = try runner().run(bench(subject.0, rows: 96, width: 40, scalar, subject.1))
    let norma = try #require(result.norma)
    #expect(norma.problem == nil)
    #expect(Set(norma.timings.keys) == Set(Way.allCases))
    for timing in norma.timings.values {
      let judgement = try #require(timing.judgement)
      #expect(judgement.holds, "\(judgement)")
      #expect(judgement.rowsCompared == 96 && judgement.unwritten == 0)
    }
    #expect(result.limit != nil)
  }

  @Test func `bytes are those of every argument and result, once`() throws {
    #expect(try bench("layernorm", rows: 8, width: 16).byteCount == (2 * 8 * 16 + 2 * 16) * 4)
    // x, weight, bias, dy and their gradients.
    let backward = try bench("layernorm", rows: 8, width: 16, .bf16, .backward)
    #expect(backward.byteCount == (3 * 8 * 16 + 4 * 16) * 2)
  }

  @Test func `a peer's results are compared with float64, and a wrong one is shown`() throws {
    let result = try runner([.right, .wrong, .silent]).run(bench("softmax", rows: 4, width: 1))
    let lines = result.lines.dropFirst()
    #expect(lines.map(\.title) == ["Fake right", "Fake wrong", "Fake silent"])
    #expect(lines.map(\.holds) == [true, false, false])
    #expect(lines.map { $0.timings[.call]?.judgement?.unwritten } == [0, 0, 4])
    #expect(lines.allSatisfy { $0.seconds(.call) == 0.001 && $0.problem == nil })
    #expect(result.fastestPeer(.call) != nil && result.fastestPeer(.into) == nil)
  }

  @Test(
    arguments: [
      (FakePeer.Manner.crash, "crashed: it left with status 3: something broke"),
      (.hang, "did not answer within 0.5 s and was stopped"),
      (.garbage, "answered with what is no JSON object: hello there"),
      (.refuse, "has no such layer"), (.nonsense, "told no time for each of 1 calls"),
    ])
  func `a peer that does not do its part is a line, and the others go on`(
    manner: FakePeer.Manner, words: String
  ) throws {
    let runner = try runner([manner, .right], patience: 0.5)
    let result = try runner.run(bench("softmax", rows: 4, width: 1))
    #expect(result.lines.map(\.problem) == [nil, words, nil])
    #expect(result.lines.map(\.timings.isEmpty) == [false, true, false])
    let isFinal = manner == .hang || manner == .garbage
    #expect(runner.absent.map(\.problem) == (isFinal ? [words] : []))
    #expect(try runner.run(bench("softmax", rows: 4, width: 1)).lines.count == (isFinal ? 2 : 3))
  }

  @Test func `a peer that is not there is named`() throws {
    let peer = try FakePeer([.right])
    let list = #"[{"name": "x", "title": "X", "command": ["./nothing/here"]}]"#
    try list.write(to: peer.folder.appending(path: "peers.json"), atomically: true, encoding: .utf8)
    let runner = try BenchRunner(peers: try Peer.list(in: peer.folder.path()), settings: .init(rounds: 1))
    #expect(runner.absent.map(\.problem) == ["is not installed: `make peers` installs it"])
    #expect(runner.present.isEmpty)
  }

  @Test func `cold caches cost time but no result`() throws {
    let runner = try BenchRunner(peers: [], settings: .init(rounds: 1, cache: .cold))
    let result = try runner.run(bench("rmsnorm", rows: 4, width: 8))
    #expect(result.norma?.holds == true)
  }
}
