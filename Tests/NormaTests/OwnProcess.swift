import Foundation

/// This test program, started again for one suite in another environment.
enum OwnProcess {
  /// Runs a suite and gives how the process ended and all that it printed.
  static func run(suite: String, environment: [String: String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    process.arguments = ["--testing-library", "swift-testing", "--filter", suite]
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// The value of a variable that this process was started with.
  static func setting(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }
}

/// The text of a file.
func text(at path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
