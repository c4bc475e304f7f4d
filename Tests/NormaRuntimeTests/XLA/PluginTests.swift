import StableHLO
import Testing

@testable import NormaRuntime

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where a plugin is looked for, and which are refused.
@Suite struct PluginTests {
  /// A folder of data and one of Python, each with a file in place of the plugin or without.
  private func settings(
    _ folder: String, installed: Bool = false, active: Bool = false, named: String? = nil
  ) throws -> HostSettings {
    let packages = "\(folder)/env/lib/python3.12/site-packages/xla_plugins/xla_cpu_pjrt"
    for (path, isThere) in [("\(folder)/data/norma/pjrt", installed), (packages, active)] where isThere {
      makeFolders(path)
      try HostFile.create("\(path)/xla_cpu_pjrt.so", [0])
    }
    return HostSettings { name in
      ["XDG_DATA_HOME": "\(folder)/data", "VIRTUAL_ENV": "\(folder)/env", "NORMA_PJRT_PLUGIN": named ?? ""][
        name]
    }
  }

  private func makeFolders(_ path: String) {
    for folder in Self.folders(to: path) { _ = unsafe mkdir(folder, 0o700) }
  }

  /// The folders on the way to a path, outermost first.
  private static func folders(to path: String) -> [String] {
    path.split(separator: "/").reduce(into: []) { $0.append(($0.last ?? "") + "/\($1)") }
  }

  /// Removes what `settings` has made.
  private func remove(_ folder: String) {
    for path in [
      "\(folder)/data/norma/pjrt", "\(folder)/env/lib/python3.12/site-packages/xla_plugins/xla_cpu_pjrt",
    ] {
      discard(path)
      for folder in Self.folders(to: path).reversed().dropLast(1) { _ = unsafe rmdir(folder) }
    }
  }

  #if !canImport(Darwin)
    @Test func `the installed plugin goes before that of Python, and the named one before both`() throws {
      let folder = try scratchFolder()
      defer { remove(folder) }
      let active = "env/lib/python3.12/site-packages/xla_plugins/xla_cpu_pjrt/xla_cpu_pjrt.so"
      #expect(try Plugin.path(in: settings(folder, active: true)) == "\(folder)/\(active)")
      let installed = "\(folder)/data/norma/pjrt/xla_cpu_pjrt.so"
      #expect(try Plugin.path(in: settings(folder, installed: true)) == installed)
      #expect(try Plugin.path(in: settings(folder, named: "\(folder)/\(active)")) == "\(folder)/\(active)")
    }

    @Test func `where there is none the error says where it was looked for, and what installs it`() throws {
      let error = #expect(throws: XLAError.self) { try Plugin.path(in: settings("/nowhere")) }
      #expect(
        error.map { "\($0)" }
          == "XLA runs programs through a PJRT plugin, and none was found (looked for "
          + "/nowhere/data/norma/pjrt/xla_cpu_pjrt.so, "
          + "/nowhere/env/lib/python3*/site-packages/xla_plugins/xla_cpu_pjrt/xla_cpu_pjrt.so). "
          + "Run `make setup` in a clone of Norma, or let NORMA_PJRT_PLUGIN name one.")
    }
  #endif

  @Test func `a variable that names no file is told`() throws {
    let error = #expect(throws: XLAError.self) { try Plugin.path(in: settings("/nowhere", named: "/no.so")) }
    #expect(
      error.map { "\($0)" }
        == "NORMA_PJRT_PLUGIN must name a PJRT plugin, a shared library, and \"/no.so\" is no file. "
        + "Set it to the library's full path, or unset it to have one found.")
  }
}

/// Libraries that are no plugin, or one that is not spoken to. They are made by the C compiler.
@Suite(.enabled(if: hostCompiler != nil, "no C compiler on this machine")) struct ForeignPluginTests {
  /// What loading a library made from C says.
  private func message(_ source: String) throws -> String {
    let compiler = try #require(hostCompiler)
    let folder = try scratchFolder()
    defer { discard(folder) }
    let (code, library) = ("\(folder)/plugin.c", "\(folder)/plugin.so")
    try HostFile.create(code, Array(source.utf8))
    try compiler.compile(code, into: library)
    let error = #expect(throws: XLAError.self) { try Plugin(at: library) }
    return error.map { "\($0)" }?.replacing(library, with: "plugin.so") ?? ""
  }

  /// A plugin whose functions all give an error with a message, or nothing.
  private func plugin(major: Int, byteCount: Int, function: String = "fail") -> String {
    """
    #include <stddef.h>
    #include <stdint.h>
    struct version { size_t size; void *extensions; int major, minor; };
    struct table { size_t size; void *extensions; struct version version; void *functions[140]; };
    static void *fail(size_t *arguments) { return (void *)8; }
    static void say(size_t *arguments) { arguments[3] = (size_t)"not today\\n"; arguments[4] = 10; }
    static void ignore(size_t *arguments) { (void)arguments; }
    static struct table table = {\(byteCount), 0, {24, 0, \(major), 7}, {0}};
    void *GetPjrtApi(void) {
      for (int i = 0; i < 140; i++) table.functions[i] = (void *)\(function);
      table.functions[0] = (void *)ignore;
      table.functions[1] = (void *)say;
      return &table;
    }
    """
  }

  @Test func `a library without the entry point is none`() throws {
    #expect(
      try message("int nothing;")
        == "plugin.so is no PJRT plugin that can be loaded: it does not define GetPjrtApi. "
        + "Let NORMA_PJRT_PLUGIN name another one.")
  }

  @Test func `another major version is refused`() throws {
    #expect(
      try message(plugin(major: 1, byteCount: 984))
        == "a PJRT plugin must speak version 0 of the interface, and plugin.so speaks 1.7. "
        + "Let NORMA_PJRT_PLUGIN name another one.")
  }

  @Test func `a table that ends before what is called is refused`() throws {
    #expect(
      try message(plugin(major: 0, byteCount: 600))
        == "the PJRT plugin plugin.so, version 0.7, lacks functions that are needed: its table has "
        + "600 bytes of 608. Install a newer one.")
  }

  @Test func `a function that is left out is told`() throws {
    #expect(
      try message(plugin(major: 0, byteCount: 984, function: "0"))
        == "the PJRT plugin plugin.so has no function to start its plugin. Install another one.")
  }

  @Test func `the message of an error is the plugin's`() throws {
    #expect(
      try message(plugin(major: 0, byteCount: 984)) == "XLA could not start its plugin: not today")
  }
}

/// The bytes that plugins are handed.
@Suite struct PluginStructureTests {
  @Test func `a structure says its size, and has zeros behind its fields`() {
    var memory = CallMemory()
    let address = memory.address(ofFields: [7, 8])
    let words = memory.words(at: address, count: 20)
    let fields = memory.fields(at: address, count: 2)
    #expect(words == [160, 0, 7, 8] + Array(repeating: 0, count: 16))
    #expect(fields == [7, 8])
    let text = memory.text(Array("nine bytes".utf8))
    let string = memory.string(at: text.address, count: text.count)
    #expect(string == "nine bytes")
  }

  @Test func `the compile options are those that XLA's own library writes`() {
    let override = Array("xla_allow_excess_precision".utf8)
    // Field 3 { field 4: 1, field 5: 1 }, field 7 { field 1: name, field 2 { field 2: 0 } }.
    #expect(
      CompileOptions.bytes == [0x1a, 4, 0x20, 1, 0x28, 1, 0x3a, 32, 0x0a, 26] + override + [0x12, 2, 0x10, 0])
  }
}
