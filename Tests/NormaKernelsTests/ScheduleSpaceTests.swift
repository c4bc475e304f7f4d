import NormaArrays
import Testing

@testable import NormaKernels

/// What a tuner may choose among.
@Suite struct `The space of schedules` {
  static let kernels: [RowKernel] =
    [3, 17, 40, 100].map { SampleKernels.layerNorm(width: $0) }
    + [
      SampleKernels.softmax(width: 257), SampleKernels.gate(width: 64),
      SampleKernels.scaleGradient(width: 100),
    ]

  @Test(arguments: kernels) func `begins with the heuristic's and has no code twice`(kernel: RowKernel) {
    let space = Schedule.space(for: kernel)
    #expect(space.first == .heuristic(for: kernel))
    let codes = space.map { kernel.code(schedule: $0) }
    #expect(Set(codes).count == codes.count)
    #expect(Set(space).isSubset(of: Schedule.combinations(for: kernel)))
  }

  @Test func `has every choice where it makes a difference`() {
    // No prefetch and three rows from three choices of passes, three ways to store, three ways to unroll, one row or several.
    #expect(Schedule.space(for: SampleKernels.layerNorm(width: 100)).count == 10 * 3 * 3 * 2)
    // Less than a vector: nothing is streamed, asked for or unrolled.
    #expect(Schedule.space(for: SampleKernels.layerNorm(width: 3)).count == 2)
    // A single pass is the first and the last.
    #expect(Schedule.space(for: SampleKernels.gate(width: 32)).count == 4 * 3 * 2)
  }

  @Test(arguments: kernels) func `has its neighbourhood within it`(kernel: RowKernel) {
    let (near, space) = (Schedule.neighbourhood(for: kernel), Schedule.space(for: kernel))
    #expect(near.first == .heuristic(for: kernel))
    #expect(Set(near.map { kernel.code(schedule: $0) }).isSubset(of: space.map { kernel.code(schedule: $0) }))
    #expect(near.count <= space.count)
  }

  /// A field without candidates would never be tuned.
  @Test func `has candidates for every field`() {
    let kernel = SampleKernels.layerNorm(width: 100)
    let heuristic = Schedule.heuristic(for: kernel)
    #expect(Schedule.axes(for: kernel).count == Mirror(reflecting: heuristic).children.count)
    for axis in Schedule.axes(for: kernel) { #expect(axis(heuristic).contains { $0 != heuristic }) }
  }

  @Test func `is written into the code`() {
    let kernel = SampleKernels.layerNorm(width: 100)
    func code(_ change: (inout Schedule) -> Void) -> String {
      var schedule = Schedule.heuristic(for: kernel)
      change(&schedule)
      return kernel.code(schedule: schedule)
    }
    let unrolled = code { $0.unroll = 2 }
    // The few vectors that a mean is guessed from are no pass.
    let loops =
      unrolled.components("for (integer group = ") + unrolled.components("for (integer column = 0")
      - unrolled.components("_sample = splat(0);")
    #expect(loops >= 3 && unrolled.components("#pragma clang loop unroll_count(2)\n") == loops)
    #expect(code { $0.unroll = nil }.components("#pragma") == 0)
    #expect(code { $0.streaming = .never }.components("store_past_caches") == 0)
    #expect(code { $0.streaming = .always }.components("  streams = 1;\n") == 1)
    #expect(code { $0.streaming = .bySize }.components("streams = 1;") == 0)
  }

  @Test func `a kernel's signature leaves out its name alone`() {
    var named = SampleKernels.layerNorm(width: 40)
    let signature = named.signature
    named.name = "other"
    #expect(named.signature == signature)
    var others = [
      SampleKernels.layerNorm(width: 41), SampleKernels.layerNorm(width: 40, type: .bf16),
      SampleKernels.softmax(width: 40),
    ]
    named.outputs[0].type = .bf16
    others.append(named)
    named = SampleKernels.layerNorm(width: 40)
    named.nodes[9].operation = .constant(UInt64(Float(1e-6).bitPattern))
    others.append(named)
    #expect(Set(others.map(\.signature) + [signature]).count == others.count + 1)
  }
}

extension String {
  /// How often a text stands in this one.
  fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
