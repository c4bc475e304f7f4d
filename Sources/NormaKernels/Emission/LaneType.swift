/// The names of one vector type in generated code, and of the functions on it.
///
/// A kernel that sums has both: `wide` vectors of f64 where it sums, and `lanes` of f32 where it only
/// stores, which moves twice the elements an instruction.
extension Precision {
  /// The vector of sixteen values, and the mask of a comparison.
  var vector: String { self == .single ? "lanes" : "wide" }
  var mask: String { self == .single ? "mask" : "wide_mask" }
  /// One value, and one value of a mask.
  var real: String { self == .single ? "float" : "double" }
  var flag: String { self == .single ? "flag" : "wide_flag" }
  /// What the functions on wide vectors begin with.
  var prefix: String { self == .single ? "" : "wide_" }
  /// The suffix of the C library's functions, and of literals.
  var suffix: String { self == .single ? "f" : "" }

  /// The declarations of the types.
  var declarations: String {
    let (bytes, integer) = self == .single ? (64, "__INT32_TYPE__") : (128, "__INT64_TYPE__")
    return """
      typedef \(integer) \(flag);
      typedef \(real) \(vector) __attribute__((vector_size(\(bytes))));
      typedef \(flag) \(mask) __attribute__((vector_size(\(bytes))));
      """
  }
}
