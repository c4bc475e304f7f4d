import NormaKernels
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The C of a few kernels, kept in `Goldens`. With `NORMA_UPDATE_GOLDENS=1` the files are written anew
/// instead of compared.
@Suite struct GoldenTests {
  private static let folder =
    "\(#filePath)".split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/Goldens"
  private static let updates = unsafe getenv("NORMA_UPDATE_GOLDENS").map { unsafe String(cString: $0) } == "1"

  @Test(arguments: SampleKernels.kept.map(\.name))
  func `a kernel is written as the file says`(name: String) throws {
    let kernel = try #require(SampleKernels.kept.first { $0.name == name }?.kernel)
    let source = kernel.source(schedule: .heuristic(for: kernel))
    #expect(!source.text.contains("#include"))
    let path = "\(Self.folder)/\(name).c"
    if Self.updates { try Self.write(source.text, to: path) }
    let kept = try #require(Self.contents(of: path), "there is no \(path)")
    #expect(source.text == kept, "\(Self.firstDifference(source.text, kept))")
  }

  private static func firstDifference(_ found: String, _ kept: String) -> String {
    let lines = zip(found.split(separator: "\n"), kept.split(separator: "\n")).enumerated()
    guard let (number, (new, old)) = lines.first(where: { $0.1.0 != $0.1.1 }) else { return "one is longer" }
    return "line \(number + 1), empty ones aside, is \"\(new)\", and was \"\(old)\""
  }

  private static func contents(of path: String) -> String? {
    guard let file = unsafe fopen(path, "r") else { return nil }
    defer { unsafe fclose(file) }
    var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while case let count = unsafe fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) throws {
    guard let file = unsafe fopen(path, "w") else {
      Issue.record("\(path) cannot be written")
      return
    }
    defer { unsafe fclose(file) }
    let bytes = Array(text.utf8)
    let written = unsafe fwrite(bytes, 1, bytes.count, file)
    #expect(written == bytes.count)
  }
}
