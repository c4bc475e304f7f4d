import Foundation
import Testing

/// The built command, run as users run it.
struct Command {
  /// What a finished command left.
  struct Outcome: Equatable {
    /// The exit status; 128 and the signal's number where a signal ended it.
    let status: Int32
    let output: String
    let errors: String
  }

  /// Beside the bundle of these tests.
  static let binary: URL = {
    let bundle =
      ProcessInfo.processInfo.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    var folder = URL(filePath: bundle).resolvingSymlinksInPath().deletingLastPathComponent()
    for _ in 0..<5 {
      let candidate = folder.appending(path: "norma")
      if FileManager.default.isExecutableFile(atPath: candidate.path()) { return candidate }
      folder.deleteLastPathComponent()
    }
    return folder.appending(path: "norma")
  }()

  /// The root of the repository.
  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Kernels of these tests, compiled once for all of them.
  private static let cache = Folder()

  /// The folder that the command works in.
  let folder: Folder
  /// Variables on top of those of this process.
  var environment: [String: String] = [:]

  init(in folder: Folder) { self.folder = folder }

  /// Runs `norma` with words, split at blanks.
  func callAsFunction(_ words: String) throws -> Outcome {
    try run(Self.binary, words.split(separator: " ").map(String.init))
  }

  /// Runs lines of a shell in which `norma` is the built command.
  func shell(_ script: String) throws -> Outcome { try run(URL(filePath: "/bin/sh"), ["-c", script]) }

  /// Starts lines of a shell without waiting for their end.
  func start(_ script: String) throws -> Process {
    let process = process(URL(filePath: "/bin/sh"), ["-c", script])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func run(_ program: URL, _ arguments: [String]) throws -> Outcome {
    let process = process(program, arguments)
    // Files, not pipes: a pipe that nobody reads stops who writes into it.
    let (output, errors) = (folder.url(".output"), folder.url(".errors"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0),
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  private func process(_ program: URL, _ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder.root
    process.standardInput = FileHandle.nullDevice
    var variables = ProcessInfo.processInfo.environment
    variables["PATH"] = Self.binary.deletingLastPathComponent().path() + ":" + (variables["PATH"] ?? "")
    variables["NORMA_CACHE"] = Self.cache.root.path()
    variables["NORMA_TUNED"] = "none"
    variables["COLUMNS"] = "80"
    process.environment = variables.merging(environment) { $1 }
    return process
  }
}

/// A folder of its own for one test, removed afterwards. A class because the folder has identity.
final class Folder: Sendable {
  let root: URL

  init() {
    root = FileManager.default.temporaryDirectory.appending(path: "norma-command-\(UUID().uuidString)/")
    try? FileManager.default.createDirectory(
      at: root, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// A file in the folder.
  func url(_ name: String) -> URL { root.appending(path: name) }

  /// Puts a text into the folder.
  func write(_ text: String, to name: String) throws {
    try text.write(to: url(name), atomically: false, encoding: .utf8)
  }

  /// The names of what stands in the folder, without the outputs of commands.
  var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: root.path())
        .filter { $0 != ".output" && $0 != ".errors" }.sorted()
    }
  }
}

extension String {
  /// The text with every time, rate, error and number of runs replaced, for they differ from run to run
  /// and from machine to machine; columns are closed up to two blanks.
  var withoutMeasurements: String {
    replacing(/[0-9.]+ (ns|us|ms|s|GB\/s)/, with: "<measured>")
      .replacing(/(ratio +)[0-9.]+/) { "\($0.1)<measured>" }
      .replacing(/\d+\.\d+ ULP/, with: "<measured>")
      .replacing(/median of \d+ runs/, with: "median of <n> runs")
      .replacing(/\d+ threads?/, with: "<n> threads")
      .replacing(/row \d+, column \d+/, with: "row <r>, column <c>")
      .replacing(/(\S)   +/) { "\($0.1)  " }
  }
}
