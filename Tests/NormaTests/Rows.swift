import Norma

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Rows of numbers that look random and are the same on every machine.
struct Rows {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A number in -1..<1 (SplitMix64; Steele, Lea and Flood, 2014).
  mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    return Double(Int64(bitPattern: z)) * 0x1p-63
  }

  /// offset + scale * noise.
  static func noise(_ count: Int, offset: Double = 0, scale: Double = 1, seed: UInt64 = 1) -> [Double] {
    var rows = Rows(seed: seed)
    return (0..<count).map { _ in offset + scale * rows.next() }
  }
}

/// The layers as formulas in Double, written apart from the tracer: what the kernels are judged by.
enum Formula: String, CaseIterable {
  case layerNorm, rmsNorm, l2Norm, softmax

  func row(_ x: ArraySlice<Double>, weight: [Double], bias: [Double], epsilon: Double) -> [Double] {
    let count = Double(x.count)
    switch self {
    case .layerNorm:
      let mean = x.reduce(0, +) / count
      let roughlyCentred = x.map { $0 - mean }
      // What rounding left in the mean matters for rows of f64.
      let rest = roughlyCentred.reduce(0, +) / count
      let centred = roughlyCentred.map { $0 - rest }
      let scale = 1 / (centred.reduce(0) { $0 + $1 * $1 } / count + epsilon).squareRoot()
      return centred.indices.map { centred[$0] * scale * weight[$0] + bias[$0] }
    case .rmsNorm:
      let scale = 1 / (x.reduce(0) { $0 + $1 * $1 } / count + epsilon).squareRoot()
      return zip(x, weight).map { $0 * scale * $1 }
    case .l2Norm:
      let scale = 1 / (x.reduce(0) { $0 + $1 * $1 } + epsilon).squareRoot()
      return x.map { $0 * scale }
    case .softmax:
      let largest = x.max() ?? 0
      let exponentials = x.map { exp($0 - largest) }
      let sum = exponentials.reduce(0, +)
      return exponentials.map { $0 / sum }
    }
  }

  /// The layer with the given parameters; without an epsilon, the one that users get.
  func layer(width: Int, weight: NDArray, bias: NDArray, epsilon: Double? = nil) -> any Layer {
    let epsilon = epsilon ?? usualEpsilon
    return switch self {
    case .layerNorm:
      LayerNorm(normalizedShape: [width], epsilon: epsilon, weight: Parameter(weight), bias: Parameter(bias))
    case .rmsNorm: RMSNorm(width, epsilon: epsilon, weight: Parameter(weight))
    case .l2Norm: L2Norm(epsilon: epsilon)
    case .softmax: Softmax()
    }
  }

  /// The usual epsilon as programs of f32 and narrower rows hold it.
  var epsilon: Double { Double(Float(usualEpsilon)) }

  /// The epsilon that users get.
  var usualEpsilon: Double {
    switch self {
    case .layerNorm: 1e-5
    case .rmsNorm: 1e-6
    case .l2Norm: 1e-12
    case .softmax: 0
    }
  }
}

extension Formula {
  /// 1 / (1 + exp(-x)).
  static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}
