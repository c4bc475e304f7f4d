internal import NormaArrays
internal import NormaKernels
internal import StableHLO

/// The memory behind a value of a compiled plan.
enum Place: Hashable, Sendable {
  case argument(Int)
  case result(Int)
  case arena(offset: Int)
  /// A value known when the program was compiled.
  case constant(Int)
}

/// A step of a plan, ready to run.
enum CompiledStep: Sendable {
  case kernel(CompiledKernel)
  case product(CompiledProduct)
  case movement(Movement, operands: [Place], result: Place)
  case interpreted(InterpretedStep)
}

extension CompiledStep {
  /// Values of f64 that a run of the step needs for what segments of rows leave.
  var partialCount: Int {
    switch self {
    case .kernel(let kernel): kernel.segmented?.partialCount ?? 0
    case .product, .movement, .interpreted: 0
    }
  }
}

/// A loaded kernel and the places of what it reads and writes.
///
/// A class because every call meets it: as a structure its ten references would be counted each time, in 0.5 us.
final class CompiledKernel: Sendable {
  let sizes: SizedKernel
  /// What the kernel is called with and threads divide: rows, or tiles of rows that interleave.
  let tasks: Int
  /// Rows, or groups of rows that interleave: what one stride leads from and to.
  let strides: Int
  /// Inputs, then outputs.
  let places: [Place]
  /// Bytes from one row to the next of each, densely packed; 0 for what all rows share. Where rows interleave, from one
  /// group of them to the next.
  let rowStrides: [Int64]
  /// Which operands have a value for each element, whose rows may stand further apart.
  let isElement: [Bool]
  let bytesPerTask: Int
  /// Of those bytes the ones that are written.
  private let bytesWrittenPerTask: Int
  let width: Int
  /// Elements that one stride leads past: a row, or a group of rows that interleave.
  let elementsPerStride: Int
  /// What is combined over rows: how many rows a chunk has, how many chunks there are, and for each such output its
  /// operand and the place of its result.
  let rowsPerChunk: Int
  let chunks: Int
  let columns: [(operand: Int, result: Place)]
  /// How the segments of rows are worked on, where rows are divided.
  let segmented: SegmentedRows?

  /// - Parameters:
  ///   - places: Where inputs and outputs are.
  ///   - scratch: Offsets in the arena of the partial results of outputs combined over rows.
  init(_ kernel: SizedKernel, _ step: KernelStep, places: [Place], scratch: [Int]) {
    sizes = kernel
    segmented = SegmentedRows(step.kernel)
    let (width, interleave) = (step.kernel.width, step.kernel.interleave)
    (self.width, elementsPerStride) = (width, width * interleave)
    tasks = step.kernel.tasks(rows: step.rows)
    strides = step.rows / interleave
    columns = step.kernel.columnOutputs.map { index in
      (step.inputs.count + index, places[step.inputs.count + index])
    }
    rowsPerChunk = columns.isEmpty || interleave > 1 ? 1 : step.kernel.rowsPerChunk
    chunks = step.kernel.chunks(rows: step.rows)
    var operandPlaces = places
    for (column, offset) in zip(columns, scratch) { operandPlaces[column.operand] = .arena(offset: offset) }
    self.places = operandPlaces
    rowStrides = step.kernel.operands.map { layout, type in
      switch layout {
      case .element: Int64(width * interleave * type.byteCount)
      case .row: Int64(interleave * type.byteCount)
      case .column, .scalar: 0
      }
    }
    isElement = step.kernel.operands.map { $0.layout == .element }
    let tasksPerStride = step.kernel.tasks(rows: interleave)
    bytesPerTask = step.kernel.bytesPerRow * interleave / tasksPerStride
    bytesWrittenPerTask = step.kernel.bytesWrittenPerRow * interleave / tasksPerStride
  }

  /// The bytes of a task that the caches are asked for. Results in new memory count twice: those of the call before are
  /// still alive, so that the next ones take another place. RMSNorm of 2048 x 1024 f32 with 32 MiB shared with others: 184 to
  /// 420 us through the caches, 225 past them.
  func bytesPerTask(resultsAreNew: Bool) -> Int { bytesPerTask + (resultsAreNew ? bytesWrittenPerTask : 0) }

  /// Does the first tasks with the operands that a workspace lists, spread over threads where that pays.
  func run(_ tasks: Int, in workspace: Workspace, on threads: RowParallelism, resultsAreNew: Bool = false) {
    let bytesPerTask = bytesPerTask(resultsAreNew: resultsAreNew)
    let kernel = sizes.kernel(rows: tasks, bytesPerRow: bytesPerTask)
    if let segmented, !segmented.staysNear(rows: tasks, threads: threads.threads) {
      return unsafe kernel.call(
        operands: workspace.operands, rowStrides: workspace.strides, rows: tasks,
        streams: SizeRegime(rows: tasks, bytesPerRow: bytesPerTask) == .beyondCaches,
        segmented: segmented, partials: workspace.partials, on: threads)
    }
    unsafe kernel.call(
      operands: workspace.operands, rowStrides: workspace.strides, rows: tasks, bytesPerRow: bytesPerTask,
      multiple: rowsPerChunk, on: threads)
  }
}

/// A product of two places into a third.
struct CompiledProduct: Sendable {
  let product: DotProduct
  let left: Place, right: Place, result: Place
  /// Memory for the parts of long sums, kept between runs.
  let scratch: WorkspacePool

  init(_ product: DotProduct, left: Place, right: Place, result: Place) {
    (self.product, self.left, self.right, self.result) = (product, left, right, result)
    scratch = WorkspacePool(arenaByteCount: product.partialByteCount)
  }
}

/// One instruction for the interpreter, as a program of its own.
struct InterpretedStep: Sendable {
  let interpreter: Interpreter
  let operands: [(place: Place, type: TensorType)]
  let results: [(place: Place, type: TensorType)]

  /// The program whose parameters are what the instruction reads, and whose results are its own.
  static func program(_ instruction: Instruction, of function: Function) -> Module {
    let reads = instruction.reads
    let body = Region(parameters: reads, instructions: [instruction], results: instruction.results)
    return Module(functions: [Function(name: "main", types: function.types, body: body)])
  }

  init(_ instruction: Instruction, of function: Function, place: (Value) -> Place) {
    interpreter = Interpreter(Self.program(instruction, of: function))
    operands = instruction.reads.map { (place($0), function.type(of: $0)) }
    results = instruction.results.map { (place($0), function.type(of: $0)) }
  }
}
