import Testing

@testable import NormaArrays

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

struct OutputFileTests {
  @Test func `a mapped output appears with commit, complete`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("y.npy", [1, 2, 3])
    var output = try MappedOutput(npy: folder("y.npy"), of: .f32, shape: [2, 3])
    #expect(unsafe Int(bitPattern: output.array.baseAddress) % 64 == 0)
    output.withMutableSpan(of: Float.self) { span in
      for index in span.indices { span[index] = Float(index) }
    }
    #expect(try folder.bytes("y.npy") == [1, 2, 3])
    let array = output.array
    try output.commit()
    #expect(try NDArray(npy: folder("y.npy")).elements(as: Float.self) == [0, 1, 2, 3, 4, 5])
    #expect(array.elements(as: Float.self) == [0, 1, 2, 3, 4, 5] && folder.names == ["y.npy"])
  }

  @Test func `an output that is dropped leaves nothing and changes nothing`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("y.npy", [1, 2, 3])
    do { _ = try MappedOutput(npy: folder("y.npy"), of: .f32, shape: [2, 3]) }
    #expect(try folder.names == ["y.npy"] && folder.bytes("y.npy") == [1, 2, 3])
  }

  @Test func `an output without elements is a file too`() throws {
    let folder = try TemporaryFolder()
    try MappedOutput(npy: folder("y.npy"), of: .bf16, shape: [0, 7]).commit()
    #expect(try NDArray(npy: folder("y.npy")).shape == [0, 7])
  }

  @Test func `a system without nameless files keeps the same promises`() throws {
    let folder = try TemporaryFolder()
    do {
      let dropped = try OutputFile(replacing: folder("y.npy"), namelessly: false)
      try dropped.write([1, 2])
      #expect(folder.names.count == 1 && folder.names.allSatisfy { $0.hasPrefix(".norma-") })
    }
    #expect(folder.names.isEmpty)
    var file = try OutputFile(replacing: folder("y.npy"), namelessly: false)
    try file.write([1, 2])
    try file.commit()
    #expect(try folder.names == ["y.npy"] && folder.bytes("y.npy") == [1, 2])
  }

  @Test func `two outputs of one target do not meet`() throws {
    let folder = try TemporaryFolder()
    var first = try MappedOutput(npy: folder("y.npy"), of: .i32, shape: [1])
    var second = try MappedOutput(npy: folder("y.npy"), of: .i32, shape: [2])
    first.withMutableSpan(of: Int32.self) { $0[0] = 1 }
    second.withMutableSpan(of: Int32.self) { $0[1] = 2 }
    try first.commit()
    #expect(try NDArray(npy: folder("y.npy")).elements(as: Int32.self) == [1])
    try second.commit()
    #expect(try NDArray(npy: folder("y.npy")).elements(as: Int32.self) == [0, 2])
  }

  @Test func `a link to the target stays a link`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("real.npy", [1])
    #expect(unsafe symlink(folder("real.npy"), folder("link.npy")) == 0)
    try NDArray([7] as [Int8], shape: [1]).write(npy: folder("link.npy"))
    #expect(try NDArray(npy: folder("real.npy")).elements(as: Int8.self) == [7])
    var facts = stat()
    #expect(unsafe lstat(folder("link.npy"), &facts) == 0 && facts.st_mode & S_IFMT == S_IFLNK)
    #expect(folder.names == ["link.npy", "real.npy"])
  }

  @Test func `a target that cannot be written says why`() throws {
    let folder = try TemporaryFolder()
    let array = NDArray(zeros: .f32, shape: [2])
    func message(_ path: String) -> String {
      NPYErrorTests.message { () throws(ArrayError) in try array.write(npy: path) }
    }
    #expect(message(folder("none/y.npy")) == "cannot be written: No such file or directory")
    #expect(message(folder.path) == "is not a regular file, and only a regular file can be replaced")
    #expect(message("/dev/null") == "is not a regular file, and only a regular file can be replaced")
  }

  @Test func `a read-only folder is refused`() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      try #require(unsafe chmod(folder.path, 0o500) == 0)
      // The superuser may write anywhere, so the check is made as somebody else.
      if getuid() == 0 { try #require(unsafe chown(folder.path, 65534, 65534) == 0 && setuid(65534) == 0) }
      let error = #expect(throws: ArrayError.self) {
        try NDArray(zeros: .f32, shape: [2]).write(npy: folder("y.npy"))
      }
      #expect(error?.message == "cannot be written: Permission denied" && error?.reason == .unwritable)
      unsafe chmod(folder.path, 0o700)
    }
  }

  @Test func `a full disk is an error and leaves nothing`() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      // A limit on file sizes fails like a full disk, at the same calls.
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 4096, rlim_max: 4096)
      #if canImport(Darwin)
        try #require(unsafe setrlimit(RLIMIT_FSIZE, &limit) == 0)
      #else
        try #require(unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      #endif
      let expected = "is not written, for there is no room: File too large"
      let array = NDArray(zeros: .f32, shape: [4096])
      let written = #expect(throws: ArrayError.self) { try array.write(npy: folder("y.npy")) }
      #expect(written?.message == expected && written?.reason == .noSpace)
      let mapped = #expect(throws: ArrayError.self) {
        _ = try MappedOutput(npy: folder("y.npy"), of: .f32, shape: [4096])
      }
      #expect(mapped?.message == expected && folder.names.isEmpty)
    }
  }

  @Test func `a killed run leaves nothing`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      var output = try MappedOutput(npy: path + "/y.npy", of: .f32, shape: [1000])
      output.withMutableSpan(of: Float.self) { $0[0] = 1 }
      raise(SIGKILL)
    }
    #if os(Linux)
      #expect(folder.names.isEmpty)
    #else
      #expect(!folder.names.contains("y.npy"))
    #endif
  }
}
