/// A JSON value (RFC 8259). Numbers keep their text, objects keep their order.
enum JSONValue: Hashable {
  case object([Member])
  case array([JSONValue])
  case string(String)
  case number(String)
  case boolean(Bool)
  case null

  /// One name and its value.
  struct Member: Hashable {
    let name: String
    let value: JSONValue
  }
}

/// Where JSON text breaks the rules, and what was expected there.
struct JSONError: Error, Hashable {
  let position: Int
  let message: String
}

// MARK: - Writing

extension JSONValue {
  /// A string as JSON text, with its quotes.
  static func text(_ string: String) -> String {
    let escaped = string.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\u{0}"..<"\u{20}":
        "\\u" + String(repeating: "0", count: scalar.value < 16 ? 3 : 2) + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }
}
