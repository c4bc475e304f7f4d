import Foundation
import NormaArrays
import NormaKernels
import StableHLO
import Testing

@testable import NormaRuntime

/// A plan of nothing but kernels as C: the kernels, and a function that reads arguments from standard input, runs the
/// kernels one after another, and writes the results to standard output.
struct CrossProgram {
  /// The kernels, a translation unit each.
  let kernels: [String]
  /// Declarations, and the function.
  let function: String
  /// The bytes that the function reads.
  let input: Data

  /// The program that an executable runs, with its kernels under names that begin as given; nil where a step is no kernel.
  init?(_ executable: Executable, named name: String, arguments: [NDArray]) throws {
    let plan = try #require(executable.plan)
    let steps = plan.steps.compactMap { if case .kernel(let step) = $0 { step } else { nil } }
    let compiled = executable.steps.compactMap { if case .kernel(let step) = $0 { step } else { nil } }
    guard steps.count == plan.steps.count, compiled.count == steps.count, executable.constants.isEmpty else {
      return nil
    }
    var (kernels, lines) = ([String](), [String]())
    for (index, (step, compiled)) in zip(steps, compiled).enumerated() {
      var kernel = step.kernel
      kernel.name = "\(name)_\(index)"
      let source = kernel.source(schedule: .heuristic(for: kernel))
      kernels.append(source.text)
      lines += Self.call(source, compiled)
    }
    let sizes = plan.function.resultTypes.map(\.byteCount)
    let declarations = steps.indices.map { "kernel \(name)_\($0); columns \(name)_\($0)_columns;" }
    function = """
      \(declarations.joined(separator: "\n"))
      static void \(name)(void) {
        \(arguments.enumerated().map { "char *argument_\($0) = take(\($1.byteCount));" }.joined(separator: " "))
        \(sizes.enumerated().map { "char *result_\($0) = space(\($1));" }.joined(separator: " "))
        char *arena = space(\(BufferPlan(for: plan).arenaByteCount)); (void)arena;
        \(lines.joined(separator: "\n  "))
        \(executable.copies.map { "memcpy(result_\($1), \(Self.address($0)), \(sizes[$1]));" }.joined(separator: " "))
        \(sizes.enumerated().map { "give(result_\($0), \($1));" }.joined(separator: " "))
      }
      """
    self.kernels = kernels
    input = arguments.reduce(into: Data()) { $0 += Data($1.rowMajorBytes) }
  }

  private static func call(_ source: CSource, _ step: CompiledKernel) -> [String] {
    let operands = step.places.map(address).joined(separator: ", ")
    let strides = step.rowStrides.map { "\($0)" }.joined(separator: ", ")
    let call =
      "{ void *o[] = {\(operands)}; const int64_t s[] = {\(strides)}; \(source.symbol)(o, s, 0, \(step.tasks), 1); }"
    guard let symbol = source.columnSymbol else { return [call] }
    let partials = step.columns.map { address(step.places[$0.operand]) }.joined(separator: ", ")
    let results = step.columns.map { address($0.result) }.joined(separator: ", ")
    let combination =
      "{ void *p[] = {\(partials)}; void *r[] = {\(results)}; \(symbol)(p, r, \(step.chunks), 0, \(step.width)); }"
    return [call, combination]
  }

  private static func address(_ place: Place) -> String {
    switch place {
    case .argument(let index): "argument_\(index)"
    case .result(let index): "result_\(index)"
    case .arena(let offset): "arena + \(offset)"
    case .constant(let index): "constant_\(index)"
    }
  }

  /// True where a kernel calls a function of the C library's, whose last digit is the library's: its builds for two
  /// processors may differ there.
  var callsLibrary: Bool {
    let call = /__builtin_(tanh|cbrt|cos|sin|tan|expm1|log|log1p|erf|erfc|pow|fmod)\(/
    return kernels.contains { $0.contains(call) }
  }

  // MARK: - Several at once

  /// Runs programs on a target, and gives what each wrote: its results, one after another.
  static func run(_ programs: [(name: String, program: CrossProgram)], on target: Target) throws -> Data {
    let folder = try Folder()
    let main =
      prelude + programs.map(\.program.function).joined(separator: "\n") + "\nint main(void) {\n"
      + programs.map { "  \($0.name)();\n" }.joined() + "  return fflush(stdout);\n}\n"
    var files = [folder.file("main.c")]
    try Data(main.utf8).write(to: files[0])
    for (index, kernel) in programs.flatMap(\.program.kernels).enumerated() {
      files.append(folder.file("kernel-\(index).c"))
      try Data(kernel.utf8).write(to: files[index + 1])
    }
    let compiler = try #require(hostCompiler)
    let general = compiler.flags.filter { !["-shared", "-fPIC"].contains($0) && !$0.hasSuffix("=native") }
    let program = folder.file("program").path()
    let arguments = target.flags + general + ["-o", program] + files.map { $0.path() } + ["-lm"]
    let child = try ChildProcess.run(compiler.path, arguments, limit: .seconds(300))
    try #require(child.ending == .exited(0), "\(child.output)")
    let input = folder.file("input"), output = folder.file("output")
    try programs.reduce(into: Data()) { $0 += $1.program.input }.write(to: input)
    let command = target.command(program).map { "'\($0)'" }.joined(separator: " ")
    let run = try ChildProcess.run(
      "/bin/sh", ["-c", "\(command) < '\(input.path())' > '\(output.path())'"], limit: .seconds(300))
    try #require(run.ending == .exited(0), "\(run.output)")
    return try Data(contentsOf: output)
  }

  private static let prelude = """
    #include <stdint.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <string.h>
    typedef void kernel(void *const *, const int64_t *, int64_t, int64_t, int64_t);
    typedef void columns(void *const *, void *const *, int64_t, int64_t, int64_t);
    static char *space(size_t size) {
      char *bytes = aligned_alloc(64, (size / 64 + 1) * 64);
      if (!bytes) exit(3);
      return memset(bytes, 0xFF, (size / 64 + 1) * 64);
    }
    static char *take(size_t size) {
      char *bytes = space(size);
      if (fread(bytes, 1, size, stdin) != size) exit(4);
      return bytes;
    }
    static void give(const char *bytes, size_t size) {
      if (fwrite(bytes, 1, size, stdout) != size) exit(5);
    }

    """
}
