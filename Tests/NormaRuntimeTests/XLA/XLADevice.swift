import NormaRuntime
import Testing

/// XLA's device, or nil where no plugin is found.
let xlaClient = try? XLAClient.standard.get()

extension Trait where Self == ConditionTrait {
  /// Only where a plugin is found: `make setup` installs one.
  static var needsXLA: Self { .enabled(if: xlaClient != nil, "no XLA plugin on this machine") }
}

extension Engine {
  /// The engines that this machine has.
  static var present: [Engine] { allCases.filter { $0 != .xla || xlaClient != nil } }
}
