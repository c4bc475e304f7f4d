extension Module: CustomStringConvertible {
  /// The program as StableHLO text, in the form that JAX prints. Parsing it gives the program back, where
  /// values are numbered in the order of their definition.
  public var text: String {
    var printer = Printer()
    printer.print(self)
    return printer.text
  }

  /// The program as StableHLO text.
  public var description: String { text }
}

extension Function: CustomStringConvertible {
  /// The function as StableHLO text.
  public var text: String {
    var printer = Printer()
    printer.print(self)
    return printer.text
  }

  /// The function as StableHLO text.
  public var description: String { text }
}

/// Writes StableHLO text.
struct Printer {
  /// What is written so far.
  private(set) var text = ""
  /// Blanks before each line.
  private var indentation = 0
  /// True within a region of an instruction, where the names of functions' operations take their dialect.
  private(set) var isInRegion = false
  /// The names of the values of the function being printed.
  var names = ValueNames()
  /// The types of the values of the function being printed.
  var types: [TensorType] = []

  /// Writes a line.
  mutating func line(_ content: String) {
    text += String(repeating: " ", count: indentation)
    text += content
    text += "\n"
  }

  /// Writes lines further to the right.
  mutating func indented(by depth: Int = 2, _ write: (inout Printer) -> Void) {
    indentation += depth
    write(&self)
    indentation -= depth
  }

  // MARK: - Modules and functions

  /// Writes a module.
  mutating func print(_ module: Module) {
    for alias in module.aliases where !alias.isMesh { line(spelled(alias)) }
    let name = module.name.map { " " + symbol($0) } ?? ""
    let attributes = module.attributes.isEmpty ? "" : " attributes" + spelled(module.attributes)
    line("module\(name)\(attributes) {")
    indented { printer in
      for mesh in module.aliases where mesh.isMesh { printer.line(printer.spelled(mesh)) }
      for function in module.functions { printer.print(function) }
    }
    line("}" + spelled(location: module.location))
  }

  /// Writes a function.
  mutating func print(_ function: Function) {
    types = function.types
    names = ValueNames(count: function.types.count)
    names.enterFunction(function.body)
    let visibility = function.isPublic ? "public" : "private"
    let attributes = function.attributes.isEmpty ? "" : " attributes" + spelled(function.attributes)
    line(
      "func.func \(visibility) \(symbol(function.name))(\(parameters(of: function)))"
        + results(of: function) + attributes + " {")
    indented { $0.print(body: function.body, return: "return") }
    line("}" + spelled(location: function.location))
  }

  private func parameters(of function: Function) -> String {
    function.body.parameters.enumerated().map { position, value in
      name(value) + ": \(type(value))" + spelled(function.parameterAttributes.at(position) ?? [])
        + spelled(location: function.parameterLocations.at(position) ?? nil)
    }.joined(separator: ", ")
  }

  private func results(of function: Function) -> String {
    let results = function.body.results.enumerated().map { position, value in
      "\(type(value))" + spelled(function.resultAttributes.at(position) ?? [])
    }
    if results.isEmpty { return "" }
    let bare = results.count == 1 && (function.resultAttributes.first ?? []).isEmpty
    return " -> " + (bare ? results[0] : "(" + results.joined(separator: ", ") + ")")
  }

  /// Writes the instructions of a region and its return.
  mutating func print(body region: Region, return keyword: String) {
    let outer = isInRegion
    isInRegion = keyword != "return"
    defer { isInRegion = outer }
    for instruction in region.instructions { print(instruction) }
    let values = region.results.isEmpty ? "" : " " + list(region.results) + " : " + typeList(region.results)
    line(keyword + values + spelled(location: region.location))
  }

  // MARK: - Pieces

  /// The name of a value.
  func name(_ value: Value) -> String { names[value] }
  /// The type of a value.
  func type(_ value: Value) -> TensorType { types[value.index] }
  /// `%a, %b`.
  func list(_ values: [Value]) -> String { values.map(name).joined(separator: ", ") }
  /// `T, U`.
  func typeList(_ values: [Value]) -> String { values.map { type($0).description }.joined(separator: ", ") }

  /// `(T, U) -> V`.
  func functionType(_ instruction: Instruction) -> String {
    let results = typeList(instruction.results)
    let inputs = "(" + typeList(instruction.operands) + ") -> "
    return inputs + (instruction.results.count == 1 ? results : "(" + results + ")")
  }

  /// `T` where all types are equal, `(T, U) -> V` otherwise.
  func sameType(_ instruction: Instruction) -> String {
    guard instruction.results.count == 1 else { return functionType(instruction) }
    let result = type(instruction.results[0])
    return instruction.operands.allSatisfy { type($0) == result } ? "\(result)" : functionType(instruction)
  }

  /// ` {a = 1, b}` or nothing.
  func spelled(_ attributes: [Attribute]) -> String {
    attributes.isEmpty ? "" : " {" + attributes.map(spelled).joined(separator: ", ") + "}"
  }

  private func spelled(_ attribute: Attribute) -> String {
    attribute.text.map { attribute.name + " = " + $0 } ?? attribute.name
  }

  /// ` loc(...)` or nothing.
  func spelled(location: String?) -> String { location.map { " loc(\($0))" } ?? "" }

  /// `@name`, in quotes where it is no plain name.
  func symbol(_ name: String) -> String {
    let plain = name.utf8.first?.isLetter == true && name.utf8.allSatisfy(\.isNamePart)
    return "@" + (plain ? name : Escapes.quoted(name))
  }
}

extension Array {
  /// The element at a position, or nil outside.
  fileprivate func at(_ position: Int) -> Element? { indices.contains(position) ? self[position] : nil }
}
