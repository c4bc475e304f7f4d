internal import NormaArrays
internal import StableHLO

/// Statistics of rows that pass from one kernel to another.
///
/// A kernel that sums carries f32 values of a row in f64: a mean rounded to f32 is off by 2^-25 of itself,
/// which at a thousand times the deviation is 3e-5 of the centred values. So they pass between kernels in
/// f64, as values of their own; a row has few of them.
extension Fusion {
  mutating func widenRowValues() {
    var wide: [Value: Value] = [:]
    for index in drafts.indices {
      guard case .cluster(var reader) = drafts[index] else { continue }
      for (position, input) in reader.inputs.enumerated()
      where input.layout == .row || input.layout == .scalar {
        guard let value = wide[holder(of: input.value)] ?? widened(holder(of: input.value)) else { continue }
        wide[holder(of: input.value)] = value
        reader.replaceInput(position, by: value, type: .f64)
      }
      drafts[index] = .cluster(reader)
    }
  }

  /// The f64 form of a value that a kernel computes for each row, which the kernel now stores too; nil for
  /// other values.
  private mutating func widened(_ value: Value) -> Value? {
    guard let index = availability[value], index >= 0, case .cluster(var cluster) = drafts[index],
      function.type(of: value).scalar == .f32, cluster.nodes.contains(where: \.carriesWide),
      let anchor = cluster.anchors.first(where: { $0.view == .init(value: value, layout: .row) }),
      cluster.nodes[anchor.node].operation != .convert
    else { return nil }
    let wide = Value(function.types.count)
    function.types.append(TensorType(.f64, function.type(of: value).shape))
    cluster.anchors.append(.init(view: .init(value: wide, layout: .row), node: anchor.node))
    drafts[index] = .cluster(cluster)
    availability[wide] = index
    return wide
  }
}
