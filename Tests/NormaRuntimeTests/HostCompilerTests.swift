import Testing

@testable import NormaRuntime

@Suite struct HostCompilerTests {
  @Test func `NORMA_CC comes first and must name something that runs`() throws {
    let folder = try scratchFolder()
    defer { discard(folder) }
    let mine = try script("exit 0", in: folder)
    var settings = HostSettings { _ in nil }
    settings.compiler = mine
    #expect(try HostCompiler.found(in: settings).path == mine)
    settings.compiler = "\(folder)/none"
    let error = #expect(throws: HostError.self) { try HostCompiler.found(in: settings) }
    #expect(
      error?.description
        == "NORMA_CC must name a C compiler that can be run, and \"\(folder)/none\" is none. "
        + "Set it to the compiler's full path, or unset it to have one found.")
  }

  @Test(arguments: [["clang", "cc", "gcc"], ["cc", "gcc"], ["gcc"]])
  func `clang is preferred to cc and cc to gcc, wherever on PATH they stand`(names: [String]) throws {
    let (first, second) = (try scratchFolder(), try scratchFolder())
    defer { [first, second].forEach(discard) }
    // The least wanted stands first on PATH.
    for (name, folder) in zip(names.reversed(), [first, second, second]) {
      try HostFile.create("\(folder)/\(name)", Array("#!/bin/sh\n".utf8))
    }
    var settings = HostSettings { _ in nil }
    settings.searchPath = [first, "relative", second]
    let found = try HostCompiler.found(in: settings).path
    #expect(found == "\(names.count > 1 ? second : first)/\(names[0])")
  }

  @Test func `empty variables count as unset and wrong thread counts are left out`() {
    let variables = ["NORMA_CC": "", "NORMA_THREADS": "-3", "HOME": "/h", "PATH": "/a:/b"]
    let settings = HostSettings { variables[$0] }
    #expect(settings.compiler == nil)
    #expect(settings.threads == nil)
    #expect(settings.searchPath == ["/a", "/b"])
    #expect(HostSettings { $0 == "NORMA_CACHE" ? "/c" : "/x" }.cacheFolder == "/c")
  }

  /// A stand-in compiler, and a part of the message that using it must give.
  @Test(arguments: [
    ("echo 'k.c:3:1: error: bad'; exit 1", "refused a kernel (exit status 1): k.c:3:1: error: bad"),
    ("kill -9 $$", "was ended by signal 9"),
    ("sleep 100 & sleep 100", "did not finish within 0.2 s"),
    ("while :; do echo noise; done", "did not finish within 0.2 s"),
    ("exit 0", "left no usable shared library"),
    ("while [ \"$1\" != -o ]; do shift; done; echo garbage > $2", "left no usable shared library"),
  ])
  func `a compiler that fails is named with its command and the kept source`(
    body: String, message: String
  ) throws {
    let folder = try scratchFolder()
    defer { discard(folder) }
    let compiler = HostCompiler(path: try script(body, in: folder), limit: .milliseconds(200))
    let error = #expect(throws: HostError.self) {
      try KernelBuild("int x;", with: compiler, in: folder)
    }
    let text = try #require(error?.description)
    #expect(text.contains(message))
    #expect(text.contains("command: \(compiler.path)"))
    let kept = try #require(text.split(separator: "source kept in: ").last.map(String.init))
    #expect(try HostFile.contents(of: kept) == Array("int x;".utf8))
    #expect(files(in: folder).count == 2, "the stand-in and the source, nothing else")
  }

  @Test func `a compiler that is no program is an error, not a crash`() throws {
    let folder = try scratchFolder()
    defer { discard(folder) }
    try HostFile.create("\(folder)/cc", [0, 1, 2, 3])
    let error = #expect(throws: HostError.self) {
      try KernelBuild("int x;", with: HostCompiler(path: "\(folder)/cc"), in: folder)
    }
    #expect(error?.description.contains("could not be started: Exec format error") == true)
  }

  @Test(.enabled(if: hostCompiler != nil, "no C compiler on this machine"))
  func `the machine's compiler tells its version and shows the first diagnostic`() throws {
    let compiler = try #require(hostCompiler)
    #expect(try !compiler.version().isEmpty)
    let error = #expect(throws: HostError.self) {
      try KernelCache(compiler: compiler, folder: nil).kernel("f", in: "void f(void) { undeclared(); }")
    }
    let text = try #require(error?.description)
    #expect(text.contains("undeclared"))
    let kept = try #require(text.split(separator: "source kept in: ").last.map(String.init))
    let folder = kept.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    #expect(files(in: folder).count == 1)
    discard(folder)
  }
}
