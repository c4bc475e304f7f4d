internal import NormaArrays
internal import OrderedCollections
public import StableHLO

extension Plan {
  /// Fuses a program into as few steps as its data dependencies allow.
  ///
  /// Instructions are taken in order. One that acts on elements or reduces rows joins the latest kernel
  /// that it shares values with and whose rows and columns fit; reshapes, broadcasts, constants and
  /// cheap preparations of what is broadcast are not placed at all, but repeated inside every kernel
  /// that needs them. Everything else becomes a step of its own.
  ///
  /// What one kernel would store for another is computed again there, as long as that lowers the bytes that
  /// all steps move together: a backward kernel reads x and the row's mean, not the centred x. Whether the first
  /// axes count rows or are rows side by side is decided by the same count.
  ///
  /// - Parameter function: A function without calls.
  public init(fusing function: Function) {
    let function = function.reducingOuterAxes()
    let plan = Plan(fusing: function, .countRows)
    let other = function.hasLeadingAxes ? Plan(fusing: function, .goAlongRows) : plan
    self = other.byteCount < plan.byteCount ? other : plan
  }

  private init(fusing function: Function, _ leadingAxes: LeadingAxes) {
    var fusion = Fusion(function, leadingAxes)
    var best = fusion.plan()
    var recomputed = fusion.recomputable
    while !recomputed.isSubset(of: fusion.recomputed) {
      recomputed.formUnion(fusion.recomputed)
      fusion = Fusion(function, leadingAxes, recomputing: recomputed)
      let plan = fusion.plan()
      guard plan.byteCount < best.byteCount else { break }
      best = plan
      recomputed = fusion.recomputable
    }
    self = best
  }
}

/// The state of fusing one function.
struct Fusion {
  var function: Function
  /// How reductions along the first axes are taken.
  let leadingAxes: LeadingAxes
  /// The instruction that defines each value.
  private let definitions: [Value: Instruction]
  /// Values that kernels repeat instead of reading.
  private let repeated: Set<Value>
  /// Those of them that one kernel could have stored for another.
  let recomputed: Set<Value>
  var drafts: [Draft] = []
  /// The step after which a value is in memory; -1 for parameters.
  var availability: [Value: Int] = [:]
  private var aliases: [Value: Value] = [:]
  /// The clusters that read or compute a value, in order.
  var homes: [Value: OrderedSet<Int>] = [:]

  /// A step while the plan is made.
  enum Draft {
    case cluster(Cluster)
    case step(Step)
    /// A kernel that became part of an earlier one.
    case absorbed
  }

  init(_ function: Function, _ leadingAxes: LeadingAxes, recomputing recomputed: Set<Value> = []) {
    (self.function, self.leadingAxes) = (function, leadingAxes)
    self.recomputed = recomputed
    definitions = function.definitions
    repeated = function.repeatedValues.union(recomputed)
    for parameter in function.body.parameters { availability[parameter] = -1 }
  }

  mutating func plan() -> Plan {
    for instruction in function.body.instructions
    where !instruction.results.contains(where: repeated.contains) {
      place(instruction)
    }
    for result in function.body.results { materialise(result) }
    widenRowValues()
    return Plan(function: function, steps: finished(), aliases: aliases)
  }

  // MARK: - Placing instructions

  private mutating func place(_ instruction: Instruction) {
    switch function.fusibility(of: instruction) {
    case .transparent: return
    case .elementwise, .rowReduction, .columnReduction: fuse(instruction)
    case .product: append(.product(instruction))
    case .movement: append(.movement(instruction))
    case .interpreted: append(.interpreted(instruction))
    }
  }

  mutating func append(_ step: Step) {
    for operand in step.reads { materialise(operand) }
    drafts.append(.step(step))
    for result in step.results { availability[result] = drafts.count - 1 }
  }

  /// Brings a value into memory as a step's own result, if nothing has yet.
  mutating func materialise(_ value: Value) {
    guard availability[value] == nil, let instruction = definitions[value] else { return }
    switch instruction.operation {
    case .reshape: alias(value, to: instruction.operands[0])
    case .broadcastInDim(let dimensions):
      let operand = function.type(of: instruction.operands[0])
      if operand.elementCount == function.type(of: value).elementCount, dimensions == dimensions.sorted() {
        alias(value, to: instruction.operands[0])
      } else {
        append(.movement(instruction))
      }
    case .constant: append(.interpreted(instruction))
    default: place(instruction)
    }
  }

  private mutating func alias(_ value: Value, to operand: Value) {
    materialise(operand)
    aliases[value] = operand
    availability[value] = availability[operand]
  }

  // MARK: - What bindings ask

  func definition(of value: Value) -> Instruction? { definitions[value] }
  func isRepeated(_ value: Value) -> Bool { repeated.contains(value) }
  func isAvailable(_ value: Value, before index: Int) -> Bool {
    availability[value].map { $0 < index } ?? false
  }

  // MARK: - The end

  /// The drafts as steps, every value that a later step or the caller reads made an output. Equal kernels
  /// bear the name of the first, so that they are compiled once.
  private func finished() -> [Step] {
    let read = Set((readValues + function.body.results).map(holder))
    var names: [RowKernel: String] = [:]
    return drafts.enumerated().compactMap { index, draft -> Step? in
      switch draft {
      case .absorbed: return nil
      case .step(let step): return step
      case .cluster(let cluster):
        var step = cluster.finished(name: "", function: function, read: read, holder: holder)
        let name = names[step.kernel] ?? "norma_\(function.name.symbolCharacters)_\(index)"
        names[step.kernel] = name
        step.kernel.name = name
        return .kernel(step)
      }
    }
  }

  private var readValues: [Value] {
    drafts.flatMap { draft -> [Value] in
      switch draft {
      case .step(let step): step.reads
      case .cluster(let cluster): cluster.inputs.map(\.value)
      case .absorbed: []
      }
    }
  }

  func holder(of value: Value) -> Value {
    var value = value
    while let next = aliases[value] { value = next }
    return value
  }
}

extension String {
  /// The text with every character that a C name cannot hold replaced.
  fileprivate var symbolCharacters: String {
    String(map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }
}
