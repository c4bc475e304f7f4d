/// A value that owns parameters: a layer, or a model made of layers.
///
/// One method both lists the parameters and replaces them, so the two cannot disagree:
///
/// ```swift
/// mutating func visitParameters(_ visit: ParameterVisitor) {
///   visit("weight", &weight)
///   visit("norm", &norm)
/// }
/// ```
public protocol ParameterContainer: Traceable where Traced == Self {
  /// Hands each parameter, or part that owns parameters, to `visit` with its name, in a fixed order.
  mutating func visitParameters(_ visit: ParameterVisitor)
}

/// A parameter and where it stands: `weight`, or `blocks.0.norm.weight` in a model.
public struct NamedParameter: Sendable {
  /// The names from the outermost part in, joined by dots.
  public let name: String
  /// The parameter.
  public let parameter: Parameter
}

/// What `visitParameters` hands the parameters to.
public struct ParameterVisitor {
  private let prefix: String
  private let action: (String, inout Parameter) -> Void

  init(prefix: String = "", action: @escaping (String, inout Parameter) -> Void) {
    (self.prefix, self.action) = (prefix, action)
  }

  /// Visits a parameter.
  public func callAsFunction(_ name: String, _ parameter: inout Parameter) {
    action(prefix + name, &parameter)
  }

  /// Visits a parameter that may be absent.
  public func callAsFunction(_ name: String, _ parameter: inout Parameter?) {
    guard var present = parameter else { return }
    action(prefix + name, &present)
    parameter = present
  }

  /// Visits the parameters of a part.
  public func callAsFunction(_ name: String, _ part: inout some ParameterContainer) {
    part.visitParameters(ParameterVisitor(prefix: prefix + name + ".", action: action))
  }

  /// Visits the parameters of each part, named by its position.
  public func callAsFunction(_ name: String, _ parts: inout [some ParameterContainer]) {
    for index in parts.indices { self("\(name).\(index)", &parts[index]) }
  }
}

extension ParameterContainer {
  /// The parameters in visiting order, with their names.
  public var parameters: [NamedParameter] {
    var (copy, found) = (self, [NamedParameter]())
    copy.visitParameters(
      ParameterVisitor { name, parameter in found.append(NamedParameter(name: name, parameter: parameter)) })
    return found
  }

  /// The same value with each parameter replaced by what the closure makes of it.
  public func mapParameters(_ transform: @escaping (NamedParameter) -> Parameter) -> Self {
    var copy = self
    copy.visitParameters(
      ParameterVisitor { name, parameter in
        parameter = transform(NamedParameter(name: name, parameter: parameter))
      })
    return copy
  }
}
