internal import NormaArrays
internal import StableHLO

/// Names for a kernel's values in generated code and in printed kernels: what a value is, `row_` before
/// values that a row has one of, and a number where a name would stand twice.
package struct CNames {
  /// A name for each node.
  package let nodes: [String]

  /// Names for the nodes of a kernel.
  package init(_ kernel: RowKernel) {
    var taken: [String: Int] = [:]
    nodes = kernel.nodes.indices.map { index in
      let stem = Self.stem(of: index, in: kernel)
      let count = taken[stem, default: 0] + 1
      taken[stem] = count
      return count == 1 ? stem : "\(stem)_\(count)"
    }
  }

  private static func stem(of index: Int, in kernel: RowKernel) -> String {
    let node = kernel.nodes[index]
    if case .constant = node.operation { return "constant" }
    if case .input(let input) = node.operation { return "x\(input)" }
    if kernel.summand(ofMean: index) != nil { return "row_mean" }
    let prefix =
      switch node.layout {
      case .element: ""
      case .row: "row_"
      case .column: "column_"
      case .scalar: "scalar_"
      }
    return prefix + noun(for: node.operation)
  }

  private static func noun(for operation: KernelOperation) -> String {
    switch operation {
    case .input, .constant: "value"
    case .elementwise(let elementwise): noun(for: elementwise)
    case .compare: "comparison"
    case .select: "choice"
    case .clamp: "clamped"
    case .convert: "rounded"
    case .reduce(let reduction): reduction.rawValue
    }
  }

  private static func noun(for operation: Elementwise) -> String {
    switch operation {
    case .add: "total"
    case .subtract: "difference"
    case .multiply: "scaled"
    case .divide: "quotient"
    case .square: "square"
    case .sqrt: "root"
    case .rsqrt: "reciprocal_root"
    case .maximum: "larger"
    case .minimum: "smaller"
    case .and: "conjunction"
    case .or: "disjunction"
    case .xor: "exclusive"
    case .not: "complement"
    default: operation.rawValue
    }
  }
}

extension RowKernel {
  /// The value of a constant node of a floating-point type, or nil.
  package func constant(_ node: Int) -> Double? {
    guard case .constant(let bits) = nodes[node].operation else { return nil }
    return nodes[node].type.floatingPointValue(bits: bits)
  }
}

extension ScalarType {
  /// The value of a bit pattern, or nil for types that are not floating-point.
  package func floatingPointValue(bits: UInt64) -> Double? {
    switch self {
    case .f64: Double(bitPattern: bits)
    case .f32: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .bf16: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits) << 16))
    case .f16: Self.halfValue(UInt16(truncatingIfNeeded: bits))
    case .i64, .i32, .i16, .i8, .ui64, .ui32, .ui16, .ui8, .i1: nil
    }
  }

  /// The value of an IEEE binary16 pattern: sign, 5 exponent bits, 10 fraction bits.
  private static func halfValue(_ bits: UInt16) -> Double {
    let sign: Double = bits >> 15 == 0 ? 1 : -1
    let exponent = Int(bits >> 10 & 31)
    let fraction = Double(bits & 1023) / 1024
    switch exponent {
    case 0: return sign * fraction * 0x1p-14
    case 31: return fraction == 0 ? sign * .infinity : .nan
    default: return sign * (1 + fraction) * Double(sign: .plus, exponent: exponent - 15, significand: 1)
    }
  }
}
