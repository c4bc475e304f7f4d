import Foundation
import NormaArrays
import NormaRuntime
import StableHLO
import Testing

/// One emitter writes the kernels of all processors: those of other ones, compiled and run here, are as right as those of
/// this one, and where they multiply and add with one rounding they give the same bits.
@Suite struct `Kernels for other processors` {
  @Test(
    .enabled(if: Target.hasX86(), "the processor is no x86-64, or there is no compiler"),
    arguments: LayerTrial.types)
  func `of SSE2`(type: ScalarType) throws { try check(.sse2, type) }

  @Test(.enabled(if: Target.hasX86("avx2", "fma"), "the processor has no AVX2"), arguments: LayerTrial.types)
  func `of AVX2`(type: ScalarType) throws { try check(.avx2, type) }

  @Test(
    .enabled(if: Target.hasX86("avx512vl", "avx512dq"), "the processor has no AVX-512"),
    arguments: [ScalarType.f32, .bf16])
  func `of AVX-512`(type: ScalarType) throws { try check(.avx512, type) }

  @Test(.enabled(if: Target.hasARM, Target.howToHaveARM), arguments: LayerTrial.types)
  func `of NEON`(type: ScalarType) throws { try check(.neon, type) }

  @Test(.enabled(if: Target.hasARM, Target.howToHaveARM), arguments: [ScalarType.bf16, .f16])
  func `of NEON with 16-bit floats`(type: ScalarType) throws { try check(.neon16, type) }

  private func check(_ target: Target, _ type: ScalarType) throws {
    var tried: [(trial: LayerTrial, name: String, program: CrossProgram)] = []
    for trial in try LayerTrial.all(type) {
      if let program = try CrossProgram(trial.executable, named: trial.name, arguments: trial.arguments) {
        tried.append((trial, trial.name, program))
      }
    }
    // All but those with products.
    #expect(tried.count >= 24)
    var output = try CrossProgram.run(tried.map { ($0.name, $0.program) }, on: target)
    for (trial, name, program) in tried {
      let found = trial.native.map { output.takeFirst($0.scalarType, $0.shape) }
      #expect(trial.fault(in: trial.native) == nil, "this machine")
      #expect(trial.fault(in: found) == nil, "\(target)")
      guard target.fuses, !(type == .f64 && program.callsLibrary) else { continue }
      let isSame = zip(trial.native, found).allSatisfy { $0.hasBits(of: $1) }
      #expect(isSame, "\(name) of \(target) differs from this machine's")
    }
    #expect(output.isEmpty)
  }
}

extension Data {
  /// The array that the first bytes hold, which are taken away.
  fileprivate mutating func takeFirst(_ scalar: ScalarType, _ shape: Shape) -> NDArray {
    let count = scalar.byteCount * shape.elementCount
    let array = unsafe withUnsafeBytes { bytes in
      unsafe NDArray(copying: UnsafeRawBufferPointer(rebasing: bytes.prefix(count)), as: scalar, shape: shape)
    }
    removeFirst(count)
    return array
  }
}

extension NDArray {
  /// True where every number has the same bits. What is no number may be any: processors make them of another sign.
  fileprivate func hasBits(of other: NDArray) -> Bool {
    zip(numbers, other.numbers).allSatisfy { $0.bitPattern == $1.bitPattern || ($0.isNaN && $1.isNaN) }
  }
}
