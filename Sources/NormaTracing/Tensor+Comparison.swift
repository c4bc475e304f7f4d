internal import NormaArrays
internal import StableHLO

// The operators that the standard library's SIMD types use for element-wise comparison.
extension Tensor {
  /// True where the elements are equal.
  public static func .== (left: Tensor, right: Tensor) -> Tensor { compare(.equal, left, right, as: "`.==`") }
  /// True where the elements differ.
  public static func .!= (left: Tensor, right: Tensor) -> Tensor {
    compare(.notEqual, left, right, as: "`.!=`")
  }
  /// True where the left element is less.
  public static func .< (left: Tensor, right: Tensor) -> Tensor { compare(.less, left, right, as: "`.<`") }
  /// True where the left element is less or equal.
  public static func .<= (left: Tensor, right: Tensor) -> Tensor {
    compare(.lessOrEqual, left, right, as: "`.<=`")
  }
  /// True where the left element is greater.
  public static func .> (left: Tensor, right: Tensor) -> Tensor { compare(.greater, left, right, as: "`.>`") }
  /// True where the left element is greater or equal.
  public static func .>= (left: Tensor, right: Tensor) -> Tensor {
    compare(.greaterOrEqual, left, right, as: "`.>=`")
  }

  /// True where the element equals a number.
  public static func .== (left: Tensor, right: Double) -> Tensor { left .== left.filled(with: right) }
  /// True where the element differs from a number.
  public static func .!= (left: Tensor, right: Double) -> Tensor { left .!= left.filled(with: right) }
  /// True where the element is less than a number.
  public static func .< (left: Tensor, right: Double) -> Tensor { left .< left.filled(with: right) }
  /// True where the element is less than or equal to a number.
  public static func .<= (left: Tensor, right: Double) -> Tensor { left .<= left.filled(with: right) }
  /// True where the element is greater than a number.
  public static func .> (left: Tensor, right: Double) -> Tensor { left .> left.filled(with: right) }
  /// True where the element is greater than or equal to a number.
  public static func .>= (left: Tensor, right: Double) -> Tensor { left .>= left.filled(with: right) }

  /// Both, bit by bit; for booleans, true where both are.
  public static func .& (left: Tensor, right: Tensor) -> Tensor { combine(.and, left, right, as: "`.&`") }
  /// Either, bit by bit; for booleans, true where one is.
  public static func .| (left: Tensor, right: Tensor) -> Tensor { combine(.or, left, right, as: "`.|`") }

  /// The elements, but those of `replacement` where `mask` is true.
  public func replacing(
    with replacement: Tensor, where mask: Tensor, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    let source = SourceLine(file: file, line: line)
    guard let branches = Tensor.aligned([replacement, self], for: "`replacing(with:where:)`", at: source),
      mask.scalar == .i1, mask.shape.broadcast(with: branches[0].shape) == branches[0].shape
    else {
      fail(
        .shape,
        "`replacing(with:where:)` needs a mask of i1 that broadcasts to \(type.brief), but received \(mask.type.brief).",
        at: source)
      return self
    }
    let operands = [mask.broadcast(to: branches[0].shape)] + branches
    return Tensor.recorded(.select, on: operands, type: branches[0].type, at: source)
  }

  /// The elements, but a number where `mask` is true.
  public func replacing(with replacement: Double, where mask: Tensor) -> Tensor {
    replacing(with: filled(with: replacement), where: mask)
  }

  private static func compare(
    _ direction: ComparisonDirection, _ left: Tensor, _ right: Tensor, as name: String
  ) -> Tensor {
    guard let operands = aligned([left, right], for: name) else {
      return left.placeholder(left.type.with(scalar: .i1))
    }
    let scalar = left.scalar
    let kind: ComparisonKind =
      scalar.isFloatingPoint ? .float : scalar.isSignedInteger ? .signed : .unsigned
    return recorded(.compare(direction, kind), on: operands, type: operands[0].type.with(scalar: .i1))
  }
}
