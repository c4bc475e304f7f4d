internal import NormaArrays
internal import StableHLO

/// How an instruction can take part in a plan.
enum Fusibility {
  /// Element-wise arithmetic, which joins a kernel.
  case elementwise
  /// A reduction along neighbouring axes, the first aside, which ends a pass of a kernel.
  case rowReduction(RowReduction)
  /// A reduction along the first axes, or all but neighbouring ones, which a kernel combines over its rows.
  case columnReduction(RowReduction)
  /// A reshape, broadcast or constant, which costs nothing inside a kernel.
  case transparent
  /// A step of its own.
  case product, movement, interpreted
}

extension Function {
  /// How an instruction can take part in a plan.
  func fusibility(of instruction: Instruction) -> Fusibility {
    let types = (instruction.operands + instruction.results).map(type(of:))
    let isCarried = types.allSatisfy { $0.scalar.isFloatingPoint || $0.scalar == .i1 }
    switch instruction.operation {
    case .elementwise(let operation):
      return isCarried && operation.hasKernelForm(on: types[0].scalar) ? .elementwise : .interpreted
    case .compare(_, let kind):
      return types[0].scalar.isFloatingPoint && kind != .totalOrder ? .elementwise : .interpreted
    case .select:
      return isCarried ? .elementwise : .interpreted
    case .convert:
      return isCarried || types[0].scalar.isFloatingPoint && types[1].scalar.isSmallInteger
        ? .elementwise : .interpreted
    case .clamp:
      return isCarried && types[0].scalar != .i1 ? .elementwise : .interpreted
    case .reduce(let reducer, let dimensions):
      return reduction(reducer, over: dimensions, types: types)
    case .constant(let literal):
      if case .splat = literal.elements, isCarried { return .transparent }
      return .interpreted
    case .reshape: return .transparent
    case .broadcastInDim: return .transparent
    case .transpose, .slice, .concatenate, .pad: return .movement
    case .dotGeneral: return .product
    case .iota, .bitcastConvert, .reducePrecision, .dynamicSlice, .dynamicUpdateSlice, .while, .call,
      .check, .optimizationBarrier:
      return .interpreted
    }
  }

  /// One input, reduced by a named operation along neighbouring axes or along all others, axes of extent 1 aside.
  private func reduction(_ reducer: Reducer, over dimensions: [Int], types: [TensorType]) -> Fusibility {
    guard case .named(let operation) = reducer, let reduction = RowReduction(operation), types.count == 3,
      types[0].scalar.isFloatingPoint
    else { return .interpreted }
    let shape = types[0].shape
    let rows = RowSplit(shape, along: dimensions)
    if let rows, rows.interleave == 1 || !isFirst(dimensions, of: shape) { return .rowReduction(reduction) }
    return RowSplit(shape, along: shape.axes(besides: dimensions)) == nil
      ? .interpreted : .columnReduction(reduction)
  }

  private func isFirst(_ axes: [Int], of shape: Shape) -> Bool {
    shape.wideAxes.first.map(axes.contains) ?? false
  }
}

extension Shape {
  /// The other axes.
  func axes(besides axes: [Int]) -> [Int] { (0..<rank).filter { !axes.contains($0) } }
}

/// What an instruction adds to a kernel.
enum KernelPart: Hashable {
  /// A value, seen in one of the layouts.
  case elementwise
  /// A reduction along the row.
  case row(RowReduction)
  /// A reduction over the rows, whose result exists when all rows are done.
  case column(RowReduction)
}

extension Elementwise {
  /// True where row kernels spell the operation for operands of a type.
  func hasKernelForm(on type: ScalarType) -> Bool {
    switch self {
    case .and, .or, .xor, .not: type == .i1
    case .shiftLeft, .shiftRightArithmetic, .shiftRightLogical: false
    case .abs, .cbrt, .ceil, .cosine, .exponential, .exponentialMinusOne, .floor, .isFinite, .log,
      .logPlusOne, .logistic, .negate, .roundNearestAfz, .roundNearestEven, .rsqrt, .sign, .sine, .sqrt,
      .tan, .tanh, .square, .erf, .erfc, .add, .divide, .maximum, .minimum, .multiply, .power, .remainder,
      .subtract:
      type.isFloatingPoint
    }
  }
}

extension ScalarType {
  /// True for integers that kernels store: those whose bounds every carried type holds, so that a value is clamped
  /// before it is converted. Kernels read none, and compute with none.
  var isSmallInteger: Bool {
    switch self {
    case .i8, .i16, .ui8, .ui16: true
    case .f64, .f32, .f16, .bf16, .i64, .i32, .ui64, .ui32, .i1: false
    }
  }
}
