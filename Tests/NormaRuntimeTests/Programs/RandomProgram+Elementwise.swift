import NormaArrays
import StableHLO

extension RandomProgram {
  /// Adds an operation of a kind drawn by chance.
  mutating func addOperation() {
    switch Int.random(in: 0..<24, using: &seed) {
    case 0..<5: addUnary()
    case 5..<11: addBinary()
    case 11: addComparison()
    case 12: addChoice()
    case 13: addConversion()
    case 14..<16: addReduction()
    case 16..<18: addCentring()
    case 18: addConstant()
    case 19..<23: addMovement()
    default: addControl()
    }
  }

  private static let unary = Elementwise.allCases.filter { $0.arity == 1 && $0 != .not }

  private mutating func addUnary() {
    guard let operand = value({ $0.type.scalar.isFloatingPoint }), let operation = pick(Self.unary) else {
      return
    }
    let type = self[operand].type
    add(.elementwise(operation), [operand], operation == .isFinite ? type.with(scalar: .i1) : type)
  }

  private mutating func addBinary() {
    guard let left = value(), let right = partner(of: left) else { return }
    let type = self[left].type
    let operations: [Elementwise] =
      if type.scalar == .i1 {
        [.and, .or, .xor]
      } else if type.scalar.isFloatingPoint {
        [
          .add, .subtract, .multiply, .divide, .maximum, .minimum, .power, .remainder, .add, .subtract,
          .multiply,
        ]
      } else {
        [.add, .subtract, .multiply, .maximum, .minimum, .and]
      }
    add(
      .elementwise(pick(operations) ?? .and), Bool.random(using: &seed) ? [left, right] : [right, left], type)
  }

  /// Another value of the same type, if need be broadcast to its shape or converted to its element type.
  mutating func partner(of value: Value) -> Value? {
    let type = self[value].type
    switch Int.random(in: 0..<4, using: &seed) {
    case 0, 1: if let found = self.value({ $0.type == type }), found != value || chance(3) { return found }
    case 2:
      if let narrow = self.value({ $0.type.scalar == type.scalar }) {
        return broadcast(narrow, to: type.shape)
      }
    default: break
    }
    guard let other = self.value({ $0.type.scalar != type.scalar && $0.type.scalar.isFloatingPoint }),
      type.scalar.isFloatingPoint,
      let converted = add(.convert, [other], self[other].type.with(scalar: type.scalar))
    else { return splat(type) }
    return broadcast(converted, to: type.shape)
  }

  private mutating func addComparison() {
    guard let left = value({ $0.isExact }), let right = partner(of: left),
      let direction = pick(ComparisonDirection.allCases)
    else { return }
    add(.compare(direction, nil), [left, right], self[left].type.with(scalar: .i1))
  }

  private mutating func addChoice() {
    guard let left = value({ $0.type.scalar != .i1 }) else { return }
    let type = self[left].type
    if chance(2), let low = splat(type.with(shape: [])),
      let high = splat(type.with(shape: chance(2) ? [] : type.shape))
    {
      guard self[high].type.shape == [] else { return }
      add(.clamp, [low, left, high], type)
    } else if let right = partner(of: left),
      let flags = value({ $0.type.scalar == .i1 && ($0.type.shape == type.shape || $0.type.rank == 0) })
        ?? splat(TensorType(.i1, []))
    {
      add(.select, [flags, left, right], type)
    }
  }

  private mutating func addConversion() {
    guard let operand = value(), let target: ScalarType = pick([.f32, .f32, .bf16, .f16, .f64, .i32, .i1])
    else { return }
    add(.convert, [operand], self[operand].type.with(scalar: target))
  }

  private mutating func addConstant() {
    if chance(3) {
      let type = TensorType(pick([.f32, .i32, .bf16]) ?? .f32, someShape())
      if type.rank > 0 { add(.iota(dimension: Int.random(in: 0..<type.rank, using: &seed)), [], type) }
    } else if chance(2) {
      splat(TensorType(pick([.f32, .bf16, .i32, .i1]) ?? .f32, someShape()))
    } else {
      dense(TensorType(pick([.f32, .f16, .i1]) ?? .f32, someShape()))
    }
  }

  /// A constant with one value at every place.
  @discardableResult
  mutating func splat(_ type: TensorType) -> Value? {
    let number = Double(pick([-2, -0.5, 0, 0.25, 1, 3]) ?? 1)
    let bits = TensorValue(NDArray([number], shape: []).converted(to: type.scalar)).bits[0]
    return add(.constant(Literal(type, type.elementCount == 0 ? .dense([]) : .splat(bits))), [], type)
  }

  private mutating func dense(_ type: TensorType) {
    let numbers = (0..<type.elementCount).map { _ in Double(Int.random(in: -6...6, using: &seed)) / 4 }
    let literal = TensorValue(NDArray(numbers, shape: type.shape).converted(to: type.scalar)).literal
    add(.constant(literal), [], type)
  }

  // MARK: - Reductions

  /// Reduces the last, the first, some, all or no axes.
  mutating func addReduction() {
    guard let operand = value() else { return }
    let rank = self[operand].type.rank
    let axes: [Int] =
      switch Int.random(in: 0..<6, using: &seed) {
      case 0, 1: Array((0..<rank).suffix(Int.random(in: 0...rank, using: &seed)))
      case 2: Array((0..<rank).prefix(Int.random(in: 0...rank, using: &seed)))
      default: (0..<rank).filter { _ in Bool.random(using: &seed) }
      }
    reduce(operand, over: chance(4) ? axes.reversed() : axes)
  }

  @discardableResult
  private mutating func reduce(_ operand: Value, over axes: [Int]) -> Value? {
    let type = self[operand].type
    let operation: Elementwise? =
      type.scalar == .i1 ? pick([.and, .or]) : pick([.add, .add, .add, .maximum, .minimum, .multiply])
    guard let operation, let start = start(of: operation, type.scalar) else { return nil }
    let kept = (0..<type.rank).filter { !axes.contains($0) }.map { type.shape[$0] }
    return add(
      .reduce(.named(operation), dimensions: axes), [operand, start], type.with(shape: Shape(kept)))
  }

  /// The identity in half of the cases; infinite ones are left to programs of their own, as no sum of
  /// them is known.
  private mutating func start(of operation: Elementwise, _ scalar: ScalarType) -> Value? {
    guard chance(2), operation == .add || operation == .multiply, scalar != .i1 else {
      return splat(TensorType(scalar, []))
    }
    let bits = operation.neutralBits(for: scalar) ?? 0
    return add(.constant(Literal(TensorType(scalar, []), .splat(bits))), [], TensorType(scalar, []))
  }

  /// What a norm does: a value less, or divided by, what its reduction gives.
  private mutating func addCentring() {
    guard let operand = value({ $0.type.scalar.isFloatingPoint && $0.type.rank > 0 }) else { return }
    let type = self[operand].type
    let axes =
      chance(3)
      ? (0..<type.rank).filter { _ in Bool.random(using: &seed) }
      : Array((0..<type.rank).suffix(Int.random(in: 1...type.rank, using: &seed)))
    guard let reduced = reduce(operand, over: axes) else { return }
    let kept = (0..<type.rank).filter { !axes.contains($0) }
    guard let wide = add(.broadcastInDim(dimensions: kept), [reduced], type) else { return }
    let operation: Elementwise = pick([.subtract, .add, .multiply, .divide, .maximum]) ?? .add
    add(.elementwise(operation), [operand, wide], type)
  }
}
