extension Operation {
  /// The name under which the specification describes the operation, without a dialect.
  package var specificationName: String {
    switch self {
    case .constant: "constant"
    case .iota: "iota"
    case .elementwise(let elementwise): elementwise.rawValue
    case .compare: "compare"
    case .select: "select"
    case .clamp: "clamp"
    case .convert: "convert"
    case .bitcastConvert: "bitcast_convert"
    case .reducePrecision: "reduce_precision"
    case .broadcastInDim: "broadcast_in_dim"
    case .reshape: "reshape"
    case .transpose: "transpose"
    case .slice: "slice"
    case .dynamicSlice: "dynamic_slice"
    case .dynamicUpdateSlice: "dynamic_update_slice"
    case .pad: "pad"
    case .concatenate: "concatenate"
    case .reduce: "reduce"
    case .dotGeneral: "dot_general"
    case .while: "while"
    case .call: "call"
    case .check(let check): check.rawValue
    case .optimizationBarrier: "optimization_barrier"
    }
  }
}
