internal import NormaArrays

/// The first device of a plugin, and the programs compiled for it.
///
/// A class because it has identity. One serves the whole process and lasts as long: plugins do not like to be
/// opened twice, and their threads may still run when a process ends.
package final class XLAClient: Sendable {
  /// The plugin behind the device.
  package let plugin: Plugin
  /// The plugin's name for the kind of device, for example `cpu` or `cuda`.
  package let platform: String
  /// The plugin's client, and its first device.
  let handle: UInt, device: UInt
  private let programs = Locked(RecentPrograms())

  /// The device of this process: that of the plugin that is found first.
  package static let standard: Result<XLAClient, XLAError> = .init { () throws(XLAError) -> XLAClient in
    try XLAClient(Plugin(at: Plugin.path()))
  }

  /// Opens the first device of a plugin.
  init(_ plugin: Plugin) throws(XLAError) {
    self.plugin = plugin
    // Options and their number; callbacks for several processes; the client; a last callback.
    handle = try plugin.call(.createClient, [0, 0, 0, 0, 0, 0, 0, 0, 0])[6]
    let name = try plugin.call(.platformName, [handle, 0, 0])
    platform = CallMemory().string(at: name[1], count: name[2])
    let devices = try plugin.call(.addressableDevices, [handle, 0, 0])
    guard let first = CallMemory().words(at: devices[1], count: min(1, Int(devices[2]))).first else {
      throw XLAError(.noDevice(platform: platform))
    }
    device = first
  }

  /// The compiled program of a StableHLO text: kept from an earlier call, or compiled now.
  ///
  /// Asked twice at once for one text, it compiles once.
  func program(_ text: String, resultCount: Int) throws(XLAError) -> LoadedProgram {
    let slot = programs.withLock { $0.slot(for: text) }
    return try slot.program.withLock { program throws(XLAError) in
      if let program { return program }
      let made = try LoadedProgram(compiling: text, resultCount: resultCount, on: self)
      program = made
      return made
    }
  }
}

/// The programs that were asked for last, by their text.
private struct RecentPrograms {
  /// One text's program. Its lock is held while it is compiled, so that others wait for it.
  final class Slot: Sendable {
    let program = Locked<LoadedProgram?>(nil)
  }

  /// How many are kept; a program in use outlives its place here.
  private static let limit = 256
  private var slots: [String: Slot] = [:]
  private var order: [String] = []

  mutating func slot(for text: String) -> Slot {
    if let slot = slots[text] { return slot }
    if order.count == Self.limit { slots[order.removeFirst()] = nil }
    let slot = Slot()
    slots[text] = slot
    order.append(text)
    return slot
  }
}
