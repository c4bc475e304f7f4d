/// A value of a function: the result of an instruction or a parameter. Its type stands in
/// `Function.types` at `index`, for values of nested regions too.
public struct Value: Hashable, Sendable {
  /// The position in `Function.types`.
  public let index: Int

  /// The value at the given position.
  public init(_ index: Int) { self.index = index }
}

/// An attribute that has no meaning here and is kept as written, for example `mhlo.sharding = "..."`.
public struct Attribute: Hashable, Sendable {
  /// The name, for example `jax.result_info`.
  public var name: String
  /// The text after `=`, white space between tokens normalised; nil for a unit attribute.
  public var text: String?

  /// The attribute `name = text`, or `name` alone.
  public init(_ name: String, _ text: String? = nil) { (self.name, self.text) = (name, text) }
}

/// A place in a source text, counted from 1.
public struct SourcePosition: Hashable, Sendable {
  /// Line and column, the column in characters.
  public var line: Int, column: Int

  /// The place at a line and column.
  public init(line: Int, column: Int) { (self.line, self.column) = (line, column) }
}

/// An operation applied to values.
public struct Instruction: Hashable, Sendable {
  /// What is computed.
  public var operation: Operation
  /// The values it reads.
  public var operands: [Value]
  /// The values it defines.
  public var results: [Value]
  /// Attributes kept as written.
  public var attributes: [Attribute]
  /// The text inside a trailing `loc(...)`, kept as written.
  public var location: String?
  /// Where the instruction stood in its source text; no part of equality.
  public var position: SourcePosition?

  /// An instruction computing `results` from `operands`.
  public init(
    _ operation: Operation, operands: [Value], results: [Value], attributes: [Attribute] = [],
    location: String? = nil, position: SourcePosition? = nil
  ) {
    self.operation = operation
    self.operands = operands
    self.results = results
    self.attributes = attributes
    self.location = location
    self.position = position
  }

  /// Equal but for the position in a source text.
  public static func == (left: Instruction, right: Instruction) -> Bool {
    left.operation == right.operation && left.operands == right.operands
      && left.results == right.results && left.attributes == right.attributes
      && left.location == right.location
  }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(operation)
    hasher.combine(operands)
    hasher.combine(results)
  }
}

/// Instructions in order, with parameters at the start and returned values at the end. It may read
/// values of the regions around it.
public struct Region: Hashable, Sendable {
  /// The values the region is entered with.
  public var parameters: [Value]
  /// The instructions, each after those it reads.
  public var instructions: [Instruction]
  /// The values the region yields.
  public var results: [Value]
  /// The text inside `loc(...)` of the instruction that returns, kept as written.
  public var location: String?

  /// A region of the given parts.
  public init(
    parameters: [Value], instructions: [Instruction], results: [Value], location: String? = nil
  ) {
    (self.parameters, self.instructions, self.results) = (parameters, instructions, results)
    self.location = location
  }
}

/// A function: a region with a name, and the types of all its values.
public struct Function: Hashable, Sendable {
  /// The symbol name without `@`.
  public var name: String
  /// True for `func.func public`.
  public var isPublic: Bool
  /// The type of each value, indexed by `Value.index`.
  public var types: [TensorType]
  /// Parameters, instructions and results.
  public var body: Region
  /// Attributes of each parameter, kept as written.
  public var parameterAttributes: [[Attribute]]
  /// Attributes of each result, kept as written.
  public var resultAttributes: [[Attribute]]
  /// Attributes of the function itself, kept as written.
  public var attributes: [Attribute]
  /// The text inside `loc(...)` of each parameter, kept as written.
  public var parameterLocations: [String?]
  /// The text inside a trailing `loc(...)`, kept as written.
  public var location: String?

  /// A function of the given parts; attribute lists default to one empty list for each parameter and result,
  /// locations to none.
  public init(
    name: String, isPublic: Bool = true, types: [TensorType], body: Region,
    parameterAttributes: [[Attribute]]? = nil, resultAttributes: [[Attribute]]? = nil,
    attributes: [Attribute] = [], parameterLocations: [String?]? = nil, location: String? = nil
  ) {
    self.name = name
    self.isPublic = isPublic
    self.types = types
    self.body = body
    self.parameterAttributes =
      parameterAttributes ?? Array(repeating: [], count: body.parameters.count)
    self.resultAttributes = resultAttributes ?? Array(repeating: [], count: body.results.count)
    self.attributes = attributes
    self.parameterLocations =
      parameterLocations ?? Array(repeating: nil, count: body.parameters.count)
    self.location = location
  }

  /// The type of a value.
  public func type(of value: Value) -> TensorType { types[value.index] }
  /// The types of the parameters, in order.
  public var parameterTypes: [TensorType] { body.parameters.map(type(of:)) }
  /// The types of the results, in order.
  public var resultTypes: [TensorType] { body.results.map(type(of:)) }
}

/// A program: functions that may call each other. `main` is where it starts.
public struct Module: Hashable, Sendable {
  /// The symbol name without `@`, or nil.
  public var name: String?
  /// Attributes of the module, kept as written.
  public var attributes: [Attribute]
  /// The functions in source order.
  public var functions: [Function]
  /// Aliases at the top level, `#loc1 = loc(...)`, as (name, text) pairs kept as written; meshes,
  /// `sdy.mesh @mesh = <...>`, too.
  public var aliases: [Attribute]
  /// The text inside a trailing `loc(...)`, kept as written.
  public var location: String?

  /// A module of the given parts.
  public init(
    name: String? = nil, attributes: [Attribute] = [], functions: [Function],
    aliases: [Attribute] = [], location: String? = nil
  ) {
    (self.name, self.attributes) = (name, attributes)
    (self.functions, self.aliases) = (functions, aliases)
    self.location = location
  }

  /// Hashes a few figures of what `==` compares, which tell programs apart almost always: a program is looked up far
  /// more often than it is compiled.
  public func hash(into hasher: inout Hasher) {
    for function in functions {
      hasher.combine(function.types.count)
      hasher.combine(function.body.instructions.count)
      hasher.combine(function.body.parameters.first.map(function.type(of:)))
    }
  }

  /// The function with the given name, or nil.
  public func function(named name: String) -> Function? { functions.first { $0.name == name } }
}
