/// The options of every compile, as the bytes of a `CompileOptionsProto` of XLA's.
///
/// Written by hand because there are three: protocol buffers put before each field one byte, `number << 3 | kind`,
/// where kind 0 is an integer and kind 2 a length and as many bytes. The numbers are those of XLA's
/// `compile_options.proto`.
enum CompileOptions {
  /// One replica and one partition; and no more precision than the program's types have.
  ///
  /// By default XLA may leave out a conversion to a narrow type and back. Here conversions are meant.
  static let bytes: [UInt8] =
    message(3, integer(4, 1) + integer(5, 1))  // executable_build_options { num_replicas, num_partitions }
    + override("xla_allow_excess_precision", message(2, integer(2, 0)))  // value { bool_field }

  /// An entry of `env_option_overrides`, field 7: a map's entry is its key, field 1, and its value, field 2.
  private static func override(_ name: String, _ value: [UInt8]) -> [UInt8] {
    message(7, message(1, Array(name.utf8)) + value)
  }

  private static func integer(_ number: UInt8, _ value: UInt8) -> [UInt8] { [number << 3, value] }

  /// A field that is bytes, fewer than 128 as a length of one byte needs.
  private static func message(_ number: UInt8, _ body: [UInt8]) -> [UInt8] {
    [number << 3 | 2, UInt8(body.count)] + body
  }
}
