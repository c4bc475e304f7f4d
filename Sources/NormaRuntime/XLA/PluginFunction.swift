/// The functions of the PJRT C API that are called here, by their place in a plugin's table.
///
/// The table begins with its size in bytes, a list of extensions and the version; the functions follow, a pointer
/// each. Within major version 0 new ones are only added at the end. Source: `pjrt_c_api.h` of OpenXLA, version 0.81.
enum PluginFunction: Int, Hashable, Sendable, CaseIterable {
  case destroyError = 0
  case errorMessage = 1
  case initializePlugin = 3
  case pluginAttributes = 4
  case destroyEvent = 5
  case awaitEvent = 8
  case createClient = 10
  case platformName = 12
  case addressableDevices = 16
  case compile = 20
  case bufferFromHost = 22
  case destroyExecutable = 40
  case resultCount = 44
  case destroyLoadedExecutable = 50
  case executableOfLoaded = 51
  case execute = 55
  case destroyBuffer = 58
  case bufferToHost = 70

  /// Where the pointer stands in the table, in bytes.
  var offset: Int { 40 + 8 * rawValue }

  /// The bytes that a table has at least, if it holds every function that is called here.
  static var tableByteCount: Int { 8 + (allCases.map(\.offset).max() ?? 0) }

  /// What it does, for messages: `XLA could not compile the program`.
  var purpose: String {
    switch self {
    case .destroyError, .errorMessage, .destroyEvent, .destroyExecutable, .destroyLoadedExecutable,
      .destroyBuffer:
      "let go of what is done with"
    case .initializePlugin, .pluginAttributes, .platformName: "start its plugin"
    case .createClient, .addressableDevices: "open its device"
    case .compile, .executableOfLoaded, .resultCount: "compile the program"
    case .bufferFromHost: "take an argument"
    case .execute, .awaitEvent: "run the program"
    case .bufferToHost: "give a result"
    }
  }
}
