#if os(Linux)
  import Foundation
  import Glibc
  import Norma
  import Testing

  /// A compiled layer called on the caller's memory allocates nothing.
  ///
  /// A counting `malloc` is compiled with the machine's C compiler and loaded before the C library of a
  /// process of its own, so that allocations which are freed at once are counted too.
  @Suite struct AllocationTests {
    @Test(
      .enabled(if: AllocationCounter.compiler != nil, "needs a C compiler"),
      .disabled(if: AllocationCounter.isReplaced, "a sanitizer replaces malloc itself"))
    func `a call allocates nothing`() throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "norma-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let library = try AllocationCounter.compiled(in: folder)
      let (status, output) = try OwnProcess.run(suite: "CountedCalls", environment: ["LD_PRELOAD": library])
      #expect(status == 0, "\(output.split(separator: "\n").filter { $0.contains("recorded an issue") })")
      #expect(output.contains("3 tests"))
    }
  }

  /// What runs in a process whose allocations are counted.
  @Suite(
    .serialized,
    .enabled(if: AllocationCounter.count != nil, "run by AllocationTests in a process of its own"))
  struct CountedCalls {
    @Test func `the counter counts`() throws {
      let count = try allocations { (0..<3).map { [Int](repeating: $0, count: 100) }.count }
      #expect(count >= 3)
    }

    @Test(arguments: Formula.allCases)
    func `a call on the caller's thread allocates nothing`(formula: Formula) throws {
      for type in FloatingType.allCases {
        let count = try type.open { try allocationsOfCall(formula, rows: 8, threads: nil, as: $0) }
        #expect(count == 0, "\(type)")
      }
    }

    @Test(arguments: Formula.allCases)
    func `a call on several threads allocates nothing but the work it hands out`(formula: Formula) throws {
      let count = try allocationsOfCall(formula, rows: 4096, threads: 2, as: Float.self)
      // A closure that other threads call is boxed: three times without optimization, whatever the rows.
      #expect(count <= 3)
    }

    private func allocationsOfCall<Element: TensorScalar & BinaryFloatingPoint>(
      _ formula: Formula, rows: Int, threads: Int?, as type: Element.Type
    ) throws -> Int {
      let trial = Trial<Element>(formula, width: 64)
      let compiled = try compile(trial.layer, rowShape: [64], of: type, threads: threads)
      let x = [Element](repeating: 0.5, count: rows * 64)
      var y = x
      var span = y.mutableSpan
      return try allocations { try compiled(x.span, into: &span) }
    }

    /// The fewest allocations of several calls: the first ones make what later ones use again, and other
    /// threads of the test program may allocate meanwhile.
    private func allocations<Result>(of body: () throws -> Result) throws -> Int {
      var fewest = Int.max
      for _ in 0..<20 {
        let before = AllocationCounter.count ?? 0
        _ = try body()
        fewest = min(fewest, (AllocationCounter.count ?? .max) - before)
      }
      return fewest
    }
  }

  /// A library that counts allocations, and what it counted in this process.
  enum AllocationCounter {
    /// Allocations so far, or nil where the counter is not loaded.
    static var count: Int? { function.map { $0() } }

    /// True in a process whose sanitizer brings an allocator of its own.
    static let isReplaced = unsafe dlsym(nil, "__asan_init") != nil || dlsym(nil, "__tsan_init") != nil

    private static let function = unsafe dlsym(nil, "norma_allocations").map {
      unsafe unsafeBitCast($0, to: (@convention(c) () -> Int).self)
    }

    /// A compiler for the counter.
    static let compiler =
      ["/usr/bin/clang", "/usr/bin/cc", "/usr/bin/gcc"].first(where: FileManager.default.isExecutableFile)
      ?? (OwnProcess.setting("PATH") ?? "").split(separator: ":").lazy.map { "\($0)/clang" }
      .first(where: FileManager.default.isExecutableFile)

    static let source = """
      #include <stddef.h>
      #include <errno.h>
      void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);
      void *__libc_memalign(size_t, size_t);
      static _Atomic long count;
      long norma_allocations(void) { return count; }
      void *malloc(size_t size) { ++count; return __libc_malloc(size); }
      void *calloc(size_t n, size_t size) { ++count; return __libc_calloc(n, size); }
      void *realloc(void *old, size_t size) { ++count; return __libc_realloc(old, size); }
      void *memalign(size_t alignment, size_t size) { ++count; return __libc_memalign(alignment, size); }
      void *aligned_alloc(size_t alignment, size_t size) { ++count; return __libc_memalign(alignment, size); }
      int posix_memalign(void **result, size_t alignment, size_t size) {
        ++count;
        *result = __libc_memalign(alignment, size);
        return *result ? 0 : ENOMEM;
      }
      """

    /// The path of the compiled library.
    static func compiled(in folder: URL) throws -> String {
      let (source, library) = (folder.appending(path: "count.c"), folder.appending(path: "count.so"))
      try Data(Self.source.utf8).write(to: source)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: try #require(compiler))
      process.arguments = ["-O2", "-shared", "-fPIC", "-o", library.path, source.path]
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      return library.path
    }
  }
#endif
