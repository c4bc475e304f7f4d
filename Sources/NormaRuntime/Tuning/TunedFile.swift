internal import Logging
internal import NormaArrays

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The file that keeps this machine's tuned schedules, in a folder of the user's own.
///
/// It is JSON for people to read, and appears complete or not at all. Any number of processes may add to it.
package struct TunedFile: Sendable {
  /// Where it stands, whether or not there is one. Machines that share a folder have a file each.
  package let path: String
  private let folder: String
  private let machine: String

  /// The file in a folder.
  ///
  /// - Throws: where no folder is named.
  package init(
    in folder: String? = HostSettings.current.tunedFolder, for processor: Processor = .current
  ) throws(HostError) {
    guard let folder else { throw HostError(.noTunedFolder) }
    self.folder = folder
    machine = processor.tuningIdentity
    path = "\(folder)/schedules-\(shortDigest(of: machine).prefix(12)).json"
  }

  /// What stands in the file.
  private struct Content: Codable {
    /// The form of the file; another one is not read.
    static let form = 1

    var form = Self.form
    let machine: String
    let kernels: [TunedKernel]
  }

  /// The schedules in the file; none where there is no file.
  ///
  /// - Throws: where it cannot be read, is damaged, or is another machine's.
  package func read() throws(HostError) -> TunedSchedules {
    guard let bytes = try HostFile.contents(of: path) else { return TunedSchedules() }
    let content: Content
    do { content = try JSONDecoder().decode(Content.self, from: Data(bytes)) } catch {
      throw HostError(.tunedFile(path: path, problem: "it must be what `norma tune` wrote, and is damaged"))
    }
    guard content.form == Content.form else {
      throw HostError(
        .tunedFile(path: path, problem: "its form must be \(Content.form), and is \(content.form)"))
    }
    guard content.machine == machine else {
      throw HostError(
        .tunedFile(path: path, problem: "they are for \(content.machine), and this is \(machine)"))
    }
    return TunedSchedules(content.kernels)
  }

  /// Makes the folder where there is none.
  ///
  /// - Throws: where it cannot be made, or is not the user's alone.
  package func prepare() throws(HostError) { _ = try PrivateFolder(making: folder, setting: "NORMA_TUNED") }

  /// Adds an entry to what the file holds by now.
  ///
  /// - Throws: where the folder is not the user's alone, or the file cannot be written.
  package func add(_ kernel: TunedKernel) throws(HostError) {
    let folder = try PrivateFolder(making: folder, setting: "NORMA_TUNED")
    let lock = try FolderLock(folder)
    defer { lock.release() }
    var schedules: TunedSchedules
    do throws(HostError) { schedules = try read() } catch {
      kernelLog.warning("the file is replaced: \(error)")
      schedules = TunedSchedules()
    }
    schedules.add(kernel)
    let text = try text(of: Content(machine: machine, kernels: schedules.kernels))
    do throws(ArrayError) { try TextOutput.write(text, to: path) } catch {
      throw HostError(.file(operation: "write", path: path, problem: error.message))
    }
  }

  private func text(of content: Content) throws(HostError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do { return String(decoding: try encoder.encode(content), as: UTF8.self) + "\n" } catch {
      throw HostError(.file(operation: "write", path: path, problem: "\(error)"))
    }
  }
}

/// The right to change a folder's file, which one process has at a time. The system takes it back from a
/// process that ends.
private struct FolderLock {
  private let descriptor: CInt

  /// Waits until no one else has it.
  init(_ folder: PrivateFolder) throws(HostError) {
    let path = "\(folder.path)/lock"
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw HostFile.failure("open", path) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno != EINTR else { continue }
      let failure = HostFile.failure("lock", path)
      close(descriptor)
      throw failure
    }
  }

  func release() { close(descriptor) }
}
