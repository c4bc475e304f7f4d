import Testing

@testable import NormaRuntime

/// The kept C of the kernels, compiled by what compilers there are.
@Suite(.enabled(if: hostCompiler != nil, "no C compiler on this machine"))
struct GoldenKernelTests {
  private static let folder =
    "\(#filePath)".split(separator: "/").dropLast(2).reduce("") { "\($0)/\($1)" }
    + "/NormaKernelsTests/Goldens"
  private static let goldens = files(in: folder).filter { $0.hasSuffix(".c") }

  /// clang and gcc, as far as they are installed.
  private static let compilers: [HostCompiler] = ["clang", "gcc"].compactMap { name in
    var settings = HostSettings.current
    settings.compiler = name
    return try? HostCompiler.found(in: settings)
  }

  /// Linked against libm alone: a function of any other library would be missing.
  @Test(arguments: goldens, compilers)
  func `a kernel compiles without a warning and needs nothing but libm`(file: String, compiler: HostCompiler)
    throws
  {
    let folder = try scratchFolder()
    defer { discard(folder) }
    var strict = compiler
    strict.flags += ["-Wall", "-Wextra", "-Werror", "-nostdlib", "-Wl,-z,defs"]
    try strict.compile("\(Self.folder)/\(file)", into: "\(folder)/kernel.so")
    #expect(files(in: folder) == ["kernel.so"])
  }

  @Test(arguments: compilers)
  func `the kept LayerNorm normalizes`(compiler: HostCompiler) throws {
    let bytes = try #require(try HostFile.contents(of: "\(Self.folder)/layer_norm_f32_40.c"))
    let source = String(decoding: bytes, as: UTF8.self)
    let kernel = try KernelCache(compiler: compiler, folder: nil).kernel("layer_norm", in: source)
    let x = (0..<120).map { Float($0 * 7919 % 101) / 8 }
    let columns = (0..<40).map { Float($0) / 16 }
    var y = [Float](repeating: .nan, count: 120)
    run(kernel, x, columns, &y)
    for row in 0..<3 {
      let values = x[row * 40..<row * 40 + 40].map { Double($0) }
      let mean = values.reduce(0, +) / 40
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 40
      for column in 0..<40 {
        let meant = ((values[column] - mean) / (variance + 1e-5).squareRoot() + 1) * Double(columns[column])
        #expect(abs(Double(y[row * 40 + column]) - meant) < 4e-7 * max(1, abs(meant)))
      }
    }
  }

  /// Weight and bias are the same columns.
  private func run(_ kernel: LoadedKernel, _ x: [Float], _ columns: [Float], _ y: inout [Float]) {
    unsafe x.withUnsafeBytes { x in
      unsafe columns.withUnsafeBytes { columns in
        unsafe y.withUnsafeMutableBytes { y in
          let shared = unsafe UnsafeMutableRawPointer(mutating: columns.baseAddress)
          let operands = unsafe [
            UnsafeMutableRawPointer(mutating: x.baseAddress), shared, shared, y.baseAddress,
          ]
          unsafe kernel.call(operands: operands, rowStrides: [160, 0, 0, 160], firstRow: 0, endRow: 3)
        }
      }
    }
  }
}
