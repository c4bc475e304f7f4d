internal import NormaArrays
internal import StableHLO

extension Pass {
  /// Two reshapes, transposes or broadcasts in a row are one. A transpose or broadcast that only
  /// inserts, drops or moves axes of extent one is a reshape, and such a reshape before or after a broadcast
  /// is part of it.
  public static let movementChains = Pass(
    "movement-chains", "Chains of reshapes, transposes and broadcasts become one step.",
    law: ("broadcast(broadcast(x)), reshape(reshape(x)), broadcast(reshape(x)), ...", "one step from x")
  ) { instruction, rewriting in
    guard instruction.attributes.isEmpty, instruction.operands.count == 1 else { return nil }
    let result = rewriting.type(of: instruction.results[0])
    guard let step = rewriting.shorterStep(for: instruction, to: result.shape) else { return nil }
    return [rewriting.add(step.operation, [step.operand], type: result, insteadOf: instruction)]
  }
}

extension Rewriting {
  /// The operation on an earlier value that does what an instruction and the one before it do.
  fileprivate func shorterStep(
    for instruction: Instruction, to target: Shape
  ) -> (operation: Operation, operand: Value)? {
    let operand = instruction.operands[0]
    let shape = type(of: operand).shape
    let before = definition(of: operand)
    switch instruction.operation {
    case .broadcastInDim(let axes) where shape.moves(to: target, along: axes): return (.reshape, operand)
    case .transpose(let permutation) where shape.moves(to: target, along: permutation.inverse):
      return (.reshape, operand)
    default: break
    }
    guard let before, before.operands.count == 1 else { return nil }
    let (origin, originShape) = (before.operands[0], type(of: before.operands[0]).shape)
    switch (before.operation, instruction.operation) {
    case (.reshape, .reshape): return (.reshape, origin)
    case (.transpose(let first), .transpose(let second)):
      return (.transpose(permutation: second.map { first[$0] }), origin)
    case (.broadcastInDim(let first), .broadcastInDim(let second)):
      return (.broadcastInDim(dimensions: first.map { second[$0] }), origin)
    case (.reshape, .broadcastInDim(let axes)):
      guard let known = originShape.matching(shape) else { return nil }
      return originShape.completing(known.mapValues { axes[$0] }, rank: target.rank).map {
        (.broadcastInDim(dimensions: $0), origin)
      }
    case (.broadcastInDim(let axes), .reshape):
      guard let known = shape.matching(target) else { return nil }
      let kept = axes.indices.compactMap { axis in known[axes[axis]].map { (axis, $0) } }
      return originShape.completing(Dictionary(uniqueKeysWithValues: kept), rank: target.rank).map {
        (.broadcastInDim(dimensions: $0), origin)
      }
    default: return nil
    }
  }
}

extension [Int] {
  /// The permutation that undoes this one.
  fileprivate var inverse: [Int] {
    var inverse = self
    for (index, position) in enumerated() { inverse[position] = index }
    return inverse
  }
}

extension Shape {
  /// The axes of extent other than one.
  private var properAxes: [Int] { dimensions.indices.filter { dimensions[$0] != 1 } }

  /// Whether putting axis `i` at `axes[i]` of `target` keeps the elements and their order.
  fileprivate func moves(to target: Shape, along axes: [Int]) -> Bool {
    let proper = properAxes.map { axes[$0] }
    return elementCount == target.elementCount && proper == proper.sorted()
  }

  /// Each axis of extent other than one and its place in `other`; nil if the two shapes differ in more
  /// than axes of extent one.
  func matching(_ other: Shape) -> [Int: Int]? {
    let (own, theirs) = (properAxes, other.properAxes)
    guard own.map({ self[$0] }) == theirs.map({ other[$0] }) else { return nil }
    return Dictionary(uniqueKeysWithValues: zip(own, theirs))
  }

  /// A place for every axis: the known ones, and for each axis of extent one a free place in between. Nil if
  /// there is none.
  fileprivate func completing(_ known: [Int: Int], rank: Int) -> [Int]? {
    var places = [Int]()
    for axis in dimensions.indices {
      let next = (places.last ?? -1) + 1
      let place = known[axis] ?? (next..<max(next, rank)).first { !known.values.contains($0) }
      guard let place, !places.contains(place) else { return nil }
      places.append(place)
    }
    return places
  }
}
