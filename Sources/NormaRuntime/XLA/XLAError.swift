/// Why XLA did not run a program.
package struct XLAError: Error, Hashable, Sendable {
  /// The kinds of failure.
  package enum Reason: Hashable, Sendable {
    /// No plugin stands at any of the places searched.
    case noPlugin(searched: [String])
    /// `NORMA_PJRT_PLUGIN` names no file.
    case wrongSetting(value: String)
    /// A file is no plugin that can be loaded.
    case notLoaded(path: String, problem: String)
    /// A plugin of another major version, whose structures are others.
    case wrongVersion(path: String, found: Plugin.Version)
    /// A plugin whose table ends before what is called here.
    case tooOld(path: String, found: Plugin.Version, byteCount: Int)
    /// A plugin that leaves out a function.
    case missingFunction(path: String, purpose: String)
    /// A plugin that offers no device.
    case noDevice(platform: String)
    /// A call that the plugin refused: what was to be done, and its own message.
    case refused(purpose: String, message: String)
    /// The program is malformed.
    case program(String)
    /// An assertion where only XLA could see its operands.
    case nestedCheck(place: String, check: String)
    /// The compiled program gives another number of results than the program has.
    case resultCount(expected: Int, found: Int)
  }

  /// What happened.
  package let reason: Reason

  init(_ reason: Reason) { self.reason = reason }
}

extension XLAError: CustomStringConvertible {
  /// What must hold, what was found, what to do.
  package var description: String {
    switch reason {
    case .noPlugin(let searched):
      "XLA runs programs through a PJRT plugin, and none was found"
        + (searched.isEmpty ? "" : " (looked for \(searched.joined(separator: ", ")))")
        + ". Run `\(Plugin.remedy)` in a clone of Norma, or let NORMA_PJRT_PLUGIN name one."
    case .wrongSetting(let value):
      "NORMA_PJRT_PLUGIN must name a PJRT plugin, a shared library, and \"\(value)\" is no file. "
        + "Set it to the library's full path, or unset it to have one found."
    case .notLoaded(let path, let problem):
      "\(path) is no PJRT plugin that can be loaded: \(problem). Let NORMA_PJRT_PLUGIN name another one."
    case .wrongVersion(let path, let found):
      "a PJRT plugin must speak version \(Plugin.Version.spokenMajor) of the interface, and \(path) speaks "
        + "\(found.major).\(found.minor). Let NORMA_PJRT_PLUGIN name another one."
    case .tooOld(let path, let found, let byteCount):
      "the PJRT plugin \(path), version \(found.major).\(found.minor), lacks functions that are needed: its table has "
        + "\(byteCount) bytes of \(PluginFunction.tableByteCount). Install a newer one."
    case .missingFunction(let path, let purpose):
      "the PJRT plugin \(path) has no function to \(purpose). Install another one."
    case .noDevice(let platform):
      "a PJRT plugin must offer a device, and the one for \"\(platform)\" offers none"
    case .refused(let purpose, let message): "XLA could not \(purpose): \(message.trimmed)"
    case .program(let problem): problem
    case .nestedCheck(let place, let check):
      "\(place)\(check) must stand in @main itself, not in a function or loop, for XLA has no such assertion. "
        + "Run the program with the engine `cpu` or `interpreter`."
    case .resultCount(let expected, let found):
      "the program has \(expected) results, and XLA compiled it to \(found)"
    }
  }
}

extension String {
  /// Without white space at its end.
  fileprivate var trimmed: String {
    String(reversed().drop(while: \.isWhitespace).reversed())
  }
}
