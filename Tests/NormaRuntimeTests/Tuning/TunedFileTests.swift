import Dispatch
import NormaArrays
import NormaKernels
import NormaLayers
import StableHLO
import Testing

@testable import NormaRuntime

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The file that keeps tuned schedules.
@Suite struct `The file of tuned schedules` {
  /// The kernel of an RMSNorm of a width.
  static func kernel(_ width: Int = 64) throws -> RowKernel {
    let plan = try Plan.standard(for: RMSNorm(width).program(for: TensorType(.f32, [4, width])))
    guard case .kernel(let step) = plan.steps[0] else { throw HostError(.noTunedFolder) }
    return step.kernel
  }

  static func entry(
    _ kernel: RowKernel, _ regime: SizeRegime = .withinCaches, unroll: Int? = nil
  ) -> TunedKernel {
    let schedule = Schedule(
      prefetch: .init(distance: 4, pass: .last), streaming: .always, unroll: unroll)
    return TunedKernel(
      kernel, regime: regime, schedule: schedule, ofLimit: 0.875, speedup: 1.25, rows: 512, threads: 2,
      date: "2026-01-02T03:04:05Z")
  }

  private static func withFolder(_ body: (String) throws -> Void) throws {
    let folder = try scratchFolder()
    defer { discard(folder) }
    try body(folder)
  }

  @Test func `what is added is read again`() throws {
    try Self.withFolder { folder in
      let file = try TunedFile(in: folder)
      #expect(try file.read() == TunedSchedules())
      let entries = [Self.entry(try Self.kernel(64)), Self.entry(try Self.kernel(64), .beyondCaches)]
      for entry in entries + [Self.entry(try Self.kernel(100), unroll: 2)] { try file.add(entry) }
      let read = try TunedFile(in: folder).read()
      #expect(read.kernels.count == 3)
      #expect(read.choice(for: try Self.kernel(64), .withinCaches).tuned == entries[0])
      #expect(read.choice(for: try Self.kernel(100), .withinCaches).schedule.unroll == 2)
      // A later entry for the same takes the place of the one before.
      try file.add(Self.entry(try Self.kernel(100), unroll: 1))
      #expect(try file.read().kernels.count == 3)
      #expect(try file.read().choice(for: try Self.kernel(100), .withinCaches).schedule.unroll == 1)
    }
  }

  @Test func `what was not tuned is the heuristic's`() throws {
    let schedules = TunedSchedules([Self.entry(try Self.kernel(64))])
    for (kernel, regime) in [
      (try Self.kernel(64), SizeRegime.beyondCaches), (try Self.kernel(48), .withinCaches),
    ] {
      let choice = schedules.choice(for: kernel, regime)
      #expect(choice.tuned == nil && choice.schedule == .heuristic(for: kernel))
      #expect(choice.words == "by the cost model, without measuring")
    }
    #expect(
      schedules.choice(for: try Self.kernel(64), .withinCaches).words
        == "by tuning, within the caches, on 2026-01-02")
  }

  /// From a hand that edits the file, or from another version of Norma.
  @Test func `a schedule that is none for the kernel is left out`() throws {
    var entry = Self.entry(try Self.kernel(64))
    entry.schedule.unroll = -3
    let choice = TunedSchedules([entry]).choice(for: try Self.kernel(64), .withinCaches)
    #expect(try choice.tuned == nil && choice.schedule == .heuristic(for: Self.kernel(64)))
  }

  @Test(arguments: [
    "", "{", "[]", "null", #"{"form":1}"#, #"{"form":1,"machine":"x","kernels":[{"kernel":"y"}]}"#,
  ]) func `a damaged file is told, and replaced by the next entry`(text: String) throws {
    try Self.withFolder { folder in
      let file = try TunedFile(in: folder)
      try TextOutput.write(text, to: file.path)
      let error = #expect(throws: HostError.self) { try file.read() }
      #expect(
        error?.description == """
          the tuned schedules in \(file.path) are not used: it must be what `norma tune` wrote, and is damaged. \
          `norma tune` writes the file anew; or remove it.
          """)
      try file.add(Self.entry(try Self.kernel()))
      #expect(try file.read().kernels.count == 1)
    }
  }

  @Test func `a truncated file is told`() throws {
    try Self.withFolder { folder in
      let file = try TunedFile(in: folder)
      try file.add(Self.entry(try Self.kernel()))
      let bytes = try #require(try HostFile.contents(of: file.path))
      try TextOutput.write(String(decoding: bytes.prefix(bytes.count / 2), as: UTF8.self), to: file.path)
      #expect(throws: HostError.self) { try file.read() }
    }
  }

  @Test func `another machine has a file of its own, and its file is not read as this one's`() throws {
    try Self.withFolder { folder in
      let other = Processor(report: "model name: other\nflags: avx", architecture: "x86_64", cores: 1)
      let (mine, theirs) = (try TunedFile(in: folder), try TunedFile(in: folder, for: other))
      try theirs.add(Self.entry(try Self.kernel()))
      #expect(mine.path != theirs.path)
      #expect(try mine.read() == TunedSchedules())
      try HostFile.move(theirs.path, to: mine.path)
      let error = #expect(throws: HostError.self) { try mine.read() }
      #expect(error?.description.contains("they are for other, x86_64, last cache 32 MiB") == true)
    }
  }

  @Test func `writers at once lose nothing`() throws {
    try Self.withFolder { folder in
      let file = try TunedFile(in: folder)
      let kernels = try (1...24).map { try Self.kernel(16 * $0) }
      DispatchQueue.concurrentPerform(iterations: kernels.count) { index in
        try? file.add(Self.entry(kernels[index]))
      }
      #expect(try file.read().kernels.count == kernels.count)
      #expect(files(in: folder).count == 2, "the file and its lock, no drafts")
    }
  }

  @Test func `the folder is made for its owner alone, and one that is open to others is refused`() throws {
    try Self.withFolder { folder in
      let file = try TunedFile(in: "\(folder)/tuned")
      try file.add(Self.entry(try Self.kernel()))
      var status = stat()
      #expect(unsafe stat("\(folder)/tuned", &status) == 0 && status.st_mode & 0o777 == 0o700)
      _ = unsafe chmod("\(folder)/tuned", 0o755)
      let error = #expect(throws: HostError.self) { try file.add(Self.entry(try Self.kernel())) }
      #expect(error?.description.contains("let NORMA_TUNED name another folder") == true)
      discard("\(folder)/tuned")
    }
  }

  @Test func `the environment names the folder`() {
    func folder(_ variables: [String: String]) -> String? { HostSettings { variables[$0] }.tunedFolder }
    #expect(folder(["NORMA_CACHE": "/c"]) == "/c/tuned")
    #expect(folder(["NORMA_CACHE": "/c", "NORMA_TUNED": "/t"]) == "/t")
    #expect(folder(["NORMA_CACHE": "/c", "NORMA_TUNED": "none"]) == nil)
    #expect(folder([:]) == nil)
    let error = #expect(throws: HostError.self) { try TunedFile(in: nil) }
    #expect(error?.description.contains("Let NORMA_TUNED name one.") == true)
  }
}
