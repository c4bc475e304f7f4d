import NormaArrays
import StableHLO

extension RandomProgram {
  mutating func addMovement() {
    guard let operand = value() else { return }
    switch Int.random(in: 0..<9, using: &seed) {
    case 0, 1: addReshape(operand)
    case 2: addTranspose(operand)
    case 3, 4: addBroadcast(operand)
    case 5: addSlice(operand)
    case 6: addPad(operand)
    case 7: addConcatenation(operand)
    default: addProduct()
    }
  }

  /// A value brought to a shape: its axes matched to equal extents in order, or nil where they cannot be.
  mutating func broadcast(_ value: Value, to shape: Shape) -> Value? {
    let type = self[value].type
    if type.shape == shape { return value }
    var (axes, next) = ([Int](), 0)
    for (axis, extent) in type.shape.dimensions.enumerated() {
      // The last axes that leave room for the rest, or the first: both are norms' everyday life.
      let room = (next..<max(next, shape.rank - (type.rank - axis - 1)))
      let fitting = room.filter { shape[$0] == extent || extent == 1 }
      guard let place = Bool.random(using: &seed) ? fitting.first : fitting.last else { return nil }
      axes.append(place)
      next = place + 1
    }
    return add(.broadcastInDim(dimensions: axes), [value], type.with(shape: shape))
  }

  private mutating func addBroadcast(_ operand: Value) {
    let type = self[operand].type
    if chance(2) {
      _ = broadcast(operand, to: Shape(extents))
      return
    }
    let rank = min(4, type.rank + Int.random(in: 0...2, using: &seed))
    guard type.elementCount <= 400, rank >= type.rank else { return }
    var axes = Array(Array(0..<rank).shuffled(using: &seed).prefix(type.rank))
    if !chance(4) { axes.sort() }
    var shape = (0..<rank).map { _ in pick([1, 2, 3]) ?? 1 }
    for (axis, place) in axes.enumerated() where type.shape[axis] != 1 { shape[place] = type.shape[axis] }
    add(.broadcastInDim(dimensions: axes), [operand], type.with(shape: Shape(shape)))
  }

  private mutating func addReshape(_ operand: Value) {
    let type = self[operand].type
    var shape = type.shape.dimensions.filter { $0 != 1 }
    if shape.count > 1, chance(2) {
      let place = Int.random(in: 0..<shape.count - 1, using: &seed)
      shape[place] *= shape.remove(at: place + 1)
    } else if let place = shape.firstIndex(where: { $0 > 2 && $0 % 2 == 0 }), shape.count < 4, chance(2) {
      shape[place] /= 2
      shape.insert(2, at: place + (chance(2) ? 1 : 0))
    }
    while shape.count < 4, chance(3) { shape.insert(1, at: Int.random(in: 0...shape.count, using: &seed)) }
    add(.reshape, [operand], type.with(shape: Shape(shape)))
  }

  private mutating func addTranspose(_ operand: Value) {
    let type = self[operand].type
    let permutation = Array(0..<type.rank).shuffled(using: &seed)
    add(
      .transpose(permutation: permutation), [operand],
      type.with(shape: Shape(permutation.map { type.shape[$0] })))
  }

  private mutating func addSlice(_ operand: Value) {
    let type = self[operand].type
    var (start, limit, steps, shape) = ([Int](), [Int](), [Int](), [Int]())
    for extent in type.shape.dimensions {
      let first = Int.random(in: 0...extent / 2, using: &seed)
      let end = Int.random(in: first...extent, using: &seed)
      let step = chance(2) ? 1 : Int.random(in: 1...3, using: &seed)
      (start, limit, steps) = (start + [first], limit + [end], steps + [step])
      shape.append((end - first + step - 1) / step)
    }
    add(.slice(start: start, limit: limit, strides: steps), [operand], type.with(shape: Shape(shape)))
  }

  private mutating func addPad(_ operand: Value) {
    let type = self[operand].type
    guard let filler = value({ $0.type == type.with(shape: []) }) ?? splat(type.with(shape: [])) else {
      return
    }
    let low = (0..<type.rank).map { _ in Int.random(in: -2...2, using: &seed) }
    let high = (0..<type.rank).map { _ in Int.random(in: -2...2, using: &seed) }
    let interior = (0..<type.rank).map { _ in chance(2) ? 0 : Int.random(in: 0...2, using: &seed) }
    let shape = (0..<type.rank).map {
      low[$0] + high[$0] + type.shape[$0] + max(type.shape[$0] - 1, 0) * interior[$0]
    }
    guard shape.allSatisfy({ $0 >= 0 }), shape.reduce(1, *) <= 3000 else { return }
    add(.pad(low: low, high: high, interior: interior), [operand, filler], type.with(shape: Shape(shape)))
  }

  private mutating func addConcatenation(_ operand: Value) {
    let type = self[operand].type
    guard type.rank > 0, type.elementCount <= 1500 else { return }
    let axis = Int.random(in: 0..<type.rank, using: &seed)
    let other = value {
      $0.type.scalar == type.scalar && $0.type.rank == type.rank
        && (0..<type.rank).allSatisfy { $0 == axis } == false
        && Self.agree($0.type.shape, type.shape, but: axis)
    }
    let operands = [operand, other ?? operand] + (chance(3) ? [operand] : [])
    var shape = type.shape.dimensions
    shape[axis] = operands.reduce(0) { $0 + self[$1].type.shape[axis] }
    add(.concatenate(dimension: axis), operands, type.with(shape: Shape(shape)))
  }

  private static func agree(_ left: Shape, _ right: Shape, but axis: Int) -> Bool {
    (0..<left.rank).allSatisfy { $0 == axis || left[$0] == right[$0] }
  }

  /// A product over an axis that two values share.
  private mutating func addProduct() {
    guard let left = value({ $0.type.scalar.isFloatingPoint && $0.type.rank > 0 }) else { return }
    let type = self[left].type
    let axis = Int.random(in: 0..<type.rank, using: &seed)
    guard
      let right = value({
        $0.type.scalar == type.scalar && $0.type.shape.dimensions.contains(type.shape[axis])
      }),
      let other = self[right].type.shape.dimensions.firstIndex(of: type.shape[axis])
    else { return }
    let free = (0..<type.rank).filter { $0 != axis }.map { type.shape[$0] }
    let rightShape = self[right].type.shape
    let rest = (0..<rightShape.rank).filter { $0 != other }.map { rightShape[$0] }
    guard free.count + rest.count <= 4, (free + rest).reduce(1, *) <= 2000 else { return }
    add(
      .dotGeneral(DotDimensions(leftContracting: [axis], rightContracting: [other])), [left, right],
      type.with(shape: Shape(free + rest)))
  }
}
