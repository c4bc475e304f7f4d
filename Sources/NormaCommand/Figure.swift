/// Numbers as people read them: three digits and a unit.
enum Figure {
  /// Seconds: `4.91 ms`.
  static func seconds(_ value: Double) -> String {
    if value >= 120 { return "\(Int(value) / 60) min \(Int(value) % 60) s" }
    let (scale, unit): (Double, String) =
      value >= 1 ? (1, "s") : value >= 1e-3 ? (1e3, "ms") : value >= 1e-6 ? (1e6, "us") : (1e9, "ns")
    return "\(threeDigits(value * scale)) \(unit)"
  }

  /// Bytes in powers of ten, as rates count them: `93.8 MB`.
  static func bytes(_ count: Int) -> String {
    var (value, units) = (Double(count), ["B", "kB", "MB", "GB", "TB"][...])
    while value >= 999.5, units.count > 1 {
      value /= 1000
      units = units.dropFirst()
    }
    return count < 1000 ? "\(count) B" : "\(threeDigits(value)) \(units.first ?? "B")"
  }

  /// A whole number with its thousands apart: `30,522`.
  static func count(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    let groups = digits.indices.map { index in
      index > 0 && (digits.count - index).isMultiple(of: 3) ? ",\(digits[index])" : "\(digits[index])"
    }
    return (value < 0 ? "-" : "") + groups.joined()
  }

  /// A whole number in powers of 1024 where it is one: `64`, `4k`, `1M`.
  static func short(_ value: Int) -> String {
    if value >= 1 << 20, value.isMultiple(of: 1 << 20) { return "\(value >> 20)M" }
    return value >= 1 << 10 && value.isMultiple(of: 1 << 10) ? "\(value >> 10)k" : "\(value)"
  }

  /// Three significant digits: `0.634`, `19.1`, `512`.
  static func threeDigits(_ value: Double) -> String {
    guard value.isFinite else { return "\(value)" }
    let size = value.magnitude
    return fixed(value, decimals: size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3)
  }

  /// A part of one as percent, its sign shown: `+12.3 %`, `15 %`.
  static func percent(_ value: Double, signed: Bool = true) -> String {
    signed
      ? "\(value < 0 ? "" : "+")\(fixed(100 * value, decimals: 1)) %" : "\(fixed(100 * value, decimals: 0)) %"
  }

  /// A number with so many digits after the point.
  static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return "\(value)" }
    let scale = [1, 10, 100, 1000][min(max(decimals, 0), 3)]
    let scaled = Int((value.magnitude * Double(scale)).rounded())
    let sign = value < 0 && scaled != 0 ? "-" : ""
    guard scale > 1 else { return "\(sign)\(scaled)" }
    let fraction = String(scaled % scale)
    return "\(sign)\(scaled / scale)." + String(repeating: "0", count: decimals - fraction.count) + fraction
  }
}
