import Dispatch
import Testing

@testable import NormaRuntime

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A compiler that counts: it writes a line to `FOLDER/count`, then calls the real one.
private func countingCompiler(in folder: String) throws -> HostCompiler {
  let real = try #require(hostCompiler)
  let path = try script("echo x >> \(folder)/count; exec \(real.path) \"$@\"", in: folder)
  return HostCompiler(path: path, flags: real.flags)
}

private func compiles(in folder: String) throws -> Int {
  try (HostFile.contents(of: "\(folder)/count") ?? []).count { $0 == UInt8(ascii: "\n") }
}

@Suite(.enabled(if: hostCompiler != nil, "no C compiler on this machine"))
struct KernelCacheTests {
  @Test func `a kernel is compiled once, then found in memory, then on disk`() throws {
    let (tools, folder) = (try scratchFolder(), try scratchFolder())
    defer { [tools, folder].forEach(discard) }
    let compiler = try countingCompiler(in: tools)
    let cache = KernelCache(compiler: compiler, folder: folder)
    for _ in 0..<2 {
      let kernel = try cache.kernel("scale", in: scalingSource(by: 3))
      #expect(scaled(by: kernel) == Array(repeating: 3, count: 16))
    }
    let later = KernelCache(compiler: compiler, folder: folder)
    #expect(scaled(by: try later.kernel("scale", in: scalingSource(by: 3)))[15] == 3)
    #expect(try compiles(in: tools) == 1)
    #expect(files(in: folder).count == 2)
    #expect(scaled(by: try later.kernel("scale", in: scalingSource(by: 5)))[15] == 5)
    #expect(try compiles(in: tools) == 2)
  }

  @Test func `a missing symbol is named`() throws {
    let cache = KernelCache(compiler: try #require(hostCompiler), folder: nil)
    let error = #expect(throws: HostError.self) { try cache.kernel("other", in: scalingSource(by: 3)) }
    #expect(error?.description == "the compiled kernel must define \"other\" and does not")
  }

  @Test func `threads that ask at once wait for one compile`() throws {
    let (tools, folder) = (try scratchFolder(), try scratchFolder())
    defer { [tools, folder].forEach(discard) }
    let cache = KernelCache(compiler: try countingCompiler(in: tools), folder: folder)
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      let kernel = try? cache.kernel("scale", in: scalingSource(by: 4))
      #expect(kernel.map { scaled(by: $0)[0] } == 4)
    }
    #expect(try compiles(in: tools) == 1)
  }

  @Test func `caches that share a folder never see half an entry`() throws {
    let folder = try scratchFolder()
    defer { discard(folder) }
    let compiler = try #require(hostCompiler)
    DispatchQueue.concurrentPerform(iterations: 6) { index in
      let cache = KernelCache(compiler: compiler, folder: folder)
      for factor in [2, 3] {
        let kernel = try? cache.kernel("scale", in: scalingSource(by: factor))
        #expect(kernel.map { scaled(by: $0)[index] } == Float(factor))
      }
    }
    #expect(files(in: folder).count == 4, "two entries of two files, no drafts")
  }

  /// Where a byte is flipped, counted from the front if positive, else from the end.
  @Test(arguments: [0, 100, 5000, -1, -40, -70, -96])
  func `an entry with a flipped bit is dropped and compiled again`(place: Int) throws {
    let (tools, folder) = (try scratchFolder(), try scratchFolder())
    defer { [tools, folder].forEach(discard) }
    let compiler = try countingCompiler(in: tools)
    let source = scalingSource(by: 7)
    _ = try KernelCache(compiler: compiler, folder: folder).kernel("scale", in: source)
    let entry = "\(folder)/\(try #require(files(in: folder).first { $0.hasSuffix(".so") }))"
    var bytes = try #require(try HostFile.contents(of: entry))
    bytes[place < 0 ? bytes.count + place : place] ^= 1
    HostFile.remove(entry)
    try HostFile.create(entry, bytes)
    for _ in 0..<2 {
      let cache = KernelCache(compiler: compiler, folder: folder)
      #expect(scaled(by: try cache.kernel("scale", in: source))[3] == 7)
    }
    #expect(try compiles(in: tools) == 2)
  }

  @Test(arguments: [0, 50, 96])
  func `a truncated entry is compiled again`(length: Int) throws {
    let folder = try scratchFolder()
    defer { discard(folder) }
    let compiler = try #require(hostCompiler)
    let key = KernelKey(source: scalingSource(by: 7), compiler: compiler, processor: .current)
    try HostFile.create("\(folder)/\(key).so", Array(repeating: 1, count: length))
    let cache = KernelCache(compiler: compiler, folder: folder)
    #expect(scaled(by: try cache.kernel("scale", in: scalingSource(by: 7)))[0] == 7)
  }

  @Test func `an entry of one key is not taken for another`() throws {
    let folder = try scratchFolder()
    defer { discard(folder) }
    let compiler = try #require(hostCompiler)
    _ = try KernelCache(compiler: compiler, folder: folder).kernel("scale", in: scalingSource(by: 2))
    let two = KernelKey(source: scalingSource(by: 2), compiler: compiler, processor: .current)
    let three = KernelKey(source: scalingSource(by: 3), compiler: compiler, processor: .current)
    try HostFile.move("\(folder)/\(two).so", to: "\(folder)/\(three).so")
    let cache = KernelCache(compiler: compiler, folder: folder)
    #expect(scaled(by: try cache.kernel("scale", in: scalingSource(by: 3)))[0] == 3)
  }

  @Test(arguments: [mode_t(0o755), 0o770, 0o500])
  func `a folder open to others or closed to writing is left alone, and kernels still compile`(
    mode: mode_t
  ) throws {
    let folder = try scratchFolder()
    defer { discard(folder) }
    _ = unsafe chmod(folder, mode)
    let cache = KernelCache(compiler: try #require(hostCompiler), folder: folder)
    #expect(scaled(by: try cache.kernel("scale", in: scalingSource(by: 9)))[0] == 9)
    // The system lets its administrator write anywhere.
    #expect(mode == 0o500 && geteuid() == 0 || files(in: folder).isEmpty)
  }

  @Test func `a folder below a file cannot be made, and kernels still compile`() throws {
    let folder = try scratchFolder()
    defer { discard(folder) }
    try HostFile.create("\(folder)/file", [])
    let cache = KernelCache(compiler: try #require(hostCompiler), folder: "\(folder)/file/cache")
    #expect(cache.folder == nil)
    #expect(scaled(by: try cache.kernel("scale", in: scalingSource(by: 9)))[0] == 9)
  }

  @Test func `the folder is made with its parents, for its owner alone`() throws {
    let folder = try scratchFolder()
    let store = try KernelStore(at: "\(folder)/a/b")
    var status = stat()
    #expect(unsafe stat(store.path, &status) == 0 && status.st_mode & 0o777 == 0o700)
    for path in ["\(folder)/a/b", "\(folder)/a", folder] { _ = unsafe rmdir(path) }
  }

  @Test func `the oldest entries go when the folder is full`() throws {
    let folder = try scratchFolder()
    defer { discard(folder) }
    let store = try KernelStore(at: folder, limit: 3000)
    let compiler = HostCompiler(path: "/none")
    let keys = (0..<4).map { KernelKey(source: "\($0)", compiler: compiler, processor: .current) }
    for (age, key) in keys.enumerated() {
      try store.keep(Array(repeating: 0, count: 1000), source: "", for: key)
      var times = [timeval(tv_sec: 1000 + age, tv_usec: 0), timeval(tv_sec: 1000 + age, tv_usec: 0)]
      _ = unsafe utimes("\(folder)/\(key).so", &times)
    }
    store.evict()
    #expect(keys.map { store.library(for: $0) != nil } == [false, false, true, true])
  }

  @Test func `the key covers source, options, compiler and processor`() {
    let compiler = HostCompiler(path: "/none", flags: ["-a"])
    let processor = Processor(report: "model name: one\nflags: avx", architecture: "x", cores: 1)
    let other = Processor(report: "model name: two\nflags: avx", architecture: "x", cores: 1)
    let keys = [
      KernelKey(source: "s", compiler: compiler, processor: processor),
      KernelKey(source: "t", compiler: compiler, processor: processor),
      KernelKey(source: "s", compiler: compiler, processor: other),
      KernelKey(source: "s", compiler: HostCompiler(path: "/no", flags: ["-a"]), processor: processor),
      KernelKey(source: "s", compiler: HostCompiler(path: "/none", flags: ["-b"]), processor: processor),
    ]
    #expect(Set(keys).count == keys.count)
    #expect(keys[0] == KernelKey(source: "s", compiler: compiler, processor: processor))
  }
}
