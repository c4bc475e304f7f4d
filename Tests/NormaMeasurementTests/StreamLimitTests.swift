import NormaRuntime
import Testing

@testable import NormaMeasurement

private let cache = (try? HostCompiler.found()).map { KernelCache(compiler: $0, folder: nil) }

@Suite struct StreamLimitTests {
  @Test func `without a compiler memcpy alone is measured`() {
    let limit = StreamLimit(.copy, byteCount: 200_000, threads: RowParallelism(threads: 2), cache: nil)
    let traffic = limit.traffic
    #expect(traffic == 204_800)
    let names = limit.candidates().map(\.name), rate = limit.measured(rounds: 1)
    #expect(names == ["memcpy"] && rate.gigabytesPerSecond > 0)
    let sum = StreamLimit(.init(read: [4, 4], written: [4]), byteCount: 200_000, cache: nil)
    #expect(sum.candidates().isEmpty)
  }

  @Test(
    .enabled(if: cache != nil, "no C compiler on this machine"),
    arguments: [
      (StreamLimit.Streams.copy, ["memcpy", "streaming copy"]),
      (
        .init(read: [2, 2], written: [2]),
        ["loop of 2+2 -> 2 bytes an element", "streaming loop of 2+2 -> 2 bytes an element"]
      ),
      (
        .init(read: [4, 4], written: [4, 4]),
        ["loop of 4+4 -> 4+4 bytes an element", "streaming loop of 4+4 -> 4+4 bytes an element"]
      ),
      (
        .init(read: [4], written: [1]),
        ["loop of 4 -> 1 bytes an element", "streaming loop of 4 -> 1 bytes an element"]
      ),
      (
        .init(read: [2], written: [8]),
        ["loop of 2 -> 8 bytes an element", "streaming loop of 2 -> 8 bytes an element"]
      ),
    ])
  func `every byte of every stream is moved`(streams: StreamLimit.Streams, names: [String]) {
    let limit = StreamLimit(streams, byteCount: 1 << 20, threads: RowParallelism(threads: 2), cache: cache)
    let candidates = limit.candidates(), traffic = limit.traffic
    #expect(candidates.map(\.name) == names)
    let block = streams.all.reduce(0, +) * 1024
    #expect(traffic >= 1 << 20 && traffic < 1 << 20 + block && traffic.isMultiple(of: block))
    for candidate in candidates {
      limit.spoil()
      let before = limit.isMoved
      candidate.run()
      let after = limit.isMoved
      #expect(!before && after)
    }
  }
}
