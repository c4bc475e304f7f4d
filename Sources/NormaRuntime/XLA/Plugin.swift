internal import NormaArrays

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A PJRT plugin that this process has loaded: a device of XLA's behind a table of C functions.
///
/// A class because it has identity. A plugin stays loaded until the process ends, for it has threads of its own.
package final class Plugin: Sendable {
  /// The version of the C API that a plugin was built with. The same major version means the same layout.
  package struct Version: Hashable, Sendable {
    package var major: Int, minor: Int

    /// The major version that is spoken here.
    static let spokenMajor = 0
  }

  /// Where the library stands.
  package let path: String
  /// The version of its interface.
  package let version: Version
  /// The address of the table.
  private let table: UInt

  /// Loads a plugin and prepares it; no device is opened yet.
  ///
  /// - Throws: `XLAError` where the library cannot be loaded, is no plugin, or speaks another version.
  package init(at path: String) throws(XLAError) {
    guard let library = unsafe dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      let problem = unsafe dlerror().map { unsafe String(cString: $0) } ?? "no reason given"
      throw XLAError(.notLoaded(path: path, problem: problem))
    }
    guard let entry = unsafe dlsym(library, "GetPjrtApi") else {
      throw XLAError(.notLoaded(path: path, problem: "it does not define GetPjrtApi"))
    }
    typealias Entry = @convention(c) () -> UnsafeRawPointer?
    guard let table = unsafe unsafeBitCast(entry, to: Entry.self)() else {
      throw XLAError(.notLoaded(path: path, problem: "its GetPjrtApi gives no table"))
    }
    self.path = path
    self.table = UInt(bitPattern: table)
    // Before the version stand four words: the table's size and extensions, the version's size and extensions.
    version = unsafe Version(
      major: Int(table.load(fromByteOffset: 32, as: Int32.self)),
      minor: Int(table.load(fromByteOffset: 36, as: Int32.self)))
    try checkTable(ofByteCount: unsafe table.load(as: Int.self))
    try call(.initializePlugin, [])
  }

  private func checkTable(ofByteCount count: Int) throws(XLAError) {
    guard version.major == Version.spokenMajor else {
      throw XLAError(.wrongVersion(path: path, found: version))
    }
    guard count >= PluginFunction.tableByteCount else {
      throw XLAError(.tooOld(path: path, found: version, byteCount: count))
    }
  }

  // MARK: - Calls

  private typealias Function = @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer?
  private typealias Procedure = @convention(c) (UnsafeMutableRawPointer) -> Void

  /// Calls a function with a structure of the given fields; the fields afterwards.
  ///
  /// - Throws: `XLAError` with the plugin's own message.
  @discardableResult
  func call(_ function: PluginFunction, _ fields: [UInt]) throws(XLAError) -> [UInt] {
    var memory = CallMemory()
    return try call(function, fields, in: &memory)
  }

  /// Calls a function with a structure of the given fields, which may hold addresses in `memory`.
  @discardableResult
  func call(
    _ function: PluginFunction, _ fields: [UInt], in memory: inout CallMemory
  ) throws(XLAError) -> [UInt] {
    let address = memory.address(ofFields: fields)
    let body = try unsafe pointer(to: function, as: Function.self)
    if let arguments = unsafe UnsafeMutableRawPointer(bitPattern: address),
      let failure = unsafe body(arguments)
    {
      throw XLAError(
        .refused(purpose: function.purpose, message: try message(of: UInt(bitPattern: failure))))
    }
    return memory.fields(at: address, count: fields.count)
  }

  /// Lets go of an object of the plugin's; nothing can be done where it refuses.
  func destroy(_ handle: UInt, _ function: PluginFunction) {
    guard handle != 0 else { return }
    _ = try? call(function, [handle])
  }

  /// Waits until an event has happened and lets go of it.
  func wait(for event: UInt) throws(XLAError) {
    guard event != 0 else { return }
    defer { destroy(event, .destroyEvent) }
    try call(.awaitEvent, [event])
  }

  /// The words of an error, which is destroyed.
  private func message(of error: UInt) throws(XLAError) -> String {
    var memory = CallMemory()
    let address = memory.address(ofFields: [error, 0, 0])
    try run(.errorMessage, address)
    let fields = memory.fields(at: address, count: 3)
    let text = memory.string(at: fields[1], count: fields[2])
    try run(.destroyError, memory.address(ofFields: [error]))
    return text
  }

  /// Calls one of the functions that give no error.
  private func run(_ function: PluginFunction, _ address: UInt) throws(XLAError) {
    let body = try unsafe pointer(to: function, as: Procedure.self)
    if let arguments = unsafe UnsafeMutableRawPointer(bitPattern: address) { unsafe body(arguments) }
  }

  private func pointer<Body>(to function: PluginFunction, as type: Body.Type) throws(XLAError) -> Body {
    let place = unsafe UnsafePointer<UnsafeRawPointer?>(bitPattern: table + UInt(function.offset))
    guard let body = unsafe place?.pointee else {
      throw XLAError(.missingFunction(path: path, purpose: function.purpose))
    }
    return unsafe unsafeBitCast(body, to: type)
  }
}
