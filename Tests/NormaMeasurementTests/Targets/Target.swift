import Foundation
import Testing

@testable import NormaRuntime

/// A processor that kernels are compiled for and run on, this machine's own or an emulated one.
struct Target: CustomStringConvertible, Sendable {
  let description: String
  /// What tells the compiler of it.
  let flags: [String]
  /// What runs its programs: nothing for this machine's own.
  let emulator: String?
  /// True where the processor multiplies and adds with one rounding.
  let fuses: Bool

  static let sse2 = Target(description: "SSE2", flags: ["-march=x86-64"], emulator: nil, fuses: false)
  static let avx2 = Target(description: "AVX2", flags: ["-march=x86-64-v3"], emulator: nil, fuses: true)
  static let avx512 = Target(description: "AVX-512", flags: ["-march=x86-64-v4"], emulator: nil, fuses: true)
  static let neon = arm("NEON", "armv8-a")
  static let neon16 = arm("NEON with 16-bit floats", "armv8.2-a+fp16+bf16")

  private static func arm(_ name: String, _ architecture: String) -> Target {
    #if arch(arm64)
      Target(description: name, flags: ["-march=\(architecture)"], emulator: nil, fuses: true)
    #else
      // Linked whole, so that the emulator needs no libraries of the other processor's.
      Target(
        description: name,
        flags: ["--target=aarch64-linux-gnu", "-march=\(architecture)", "-static"],
        emulator: "qemu-aarch64", fuses: true)
    #endif
  }

  /// True where the machine's own processor has what a level of x86-64 asks for.
  static func hasX86(_ features: String...) -> Bool {
    #if arch(x86_64)
      hostCompiler != nil && features.allSatisfy(Processor.current.features.contains)
    #else
      false
    #endif
  }

  /// True where the compiler makes programs for arm64, and something runs them.
  static let hasARM: Bool = {
    guard let hostCompiler, let folder = try? Folder(),
      (try? Data("int main(void) { return 0; }".utf8).write(to: folder.file("empty.c"))) != nil
    else { return false }
    let program = folder.file("empty").path()
    let arguments = neon16.flags + ["-o", program, folder.file("empty.c").path()]
    guard (try? ChildProcess.run(hostCompiler.path, arguments, limit: .seconds(20)))?.ending == .exited(0)
    else { return false }
    let command = neon16.command(program)
    return (try? ChildProcess.run(command[0], Array(command.dropFirst()), limit: .seconds(20)))?.ending
      == .exited(0)
  }()

  /// Why there is none.
  static let howToHaveARM: Comment = "no way to make and run programs for arm64; `make setup` installs one"

  /// The words that run a program.
  func command(_ program: String) -> [String] {
    let found = emulator.flatMap { HostCompiler.executable($0, in: HostSettings.current.searchPath) }
    return [found ?? emulator, program].compactMap { $0 }
  }
}

/// The compiler of this machine, or nil where the tests that need one are skipped.
let hostCompiler: HostCompiler? = try? HostCompiler.found()

/// A folder for temporary files, removed when nobody holds it.
final class Folder: Sendable {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "norma-target-\(UUID().uuidString)/")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// A file in it.
  func file(_ name: String) -> URL { url.appending(path: name) }
}
