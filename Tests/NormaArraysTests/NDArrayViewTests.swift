import NormaArrays
import Testing

struct NDArrayViewTests {
  /// Elements count up, so that an element's value is its row-major place in the original.
  static func counting(_ shape: Shape) -> NDArray {
    NDArray((0..<shape.elementCount).map { Int32($0) }, shape: shape)
  }

  /// The same elements, read one by one through index arithmetic that knows nothing of runs.
  static func read(_ array: NDArray) -> [Int32] {
    guard array.shape.rank > 0 else { return array.elements(as: Int32.self) }
    return (0..<array.shape[0]).flatMap { read(array[$0]) }
  }

  @Test func `indexing and slicing share memory`() {
    let array = Self.counting([4, 3, 2])
    #expect(array[2].shape == [3, 2] && array[2].elements(as: Int32.self) == [12, 13, 14, 15, 16, 17])
    #expect(array[1..<3].elements(as: Int32.self) == (6..<18).map { Int32($0) })
    let columns = array.sliced(axis: 1, 0..<3, step: 2)
    #expect(columns.shape == [4, 2, 2] && columns.strides == [6, 4, 1] && !columns.isContiguous)
    #expect(columns[0].elements(as: Int32.self) == [0, 1, 4, 5])
    #expect(columns.storage === array.storage && array[2].storage === array.storage)
    #expect(array[4..<4].elements(as: Int32.self) == [])
  }

  @Test func `a transpose is a view with its strides exchanged`() {
    let array = Self.counting([2, 3])
    #expect(array.transposed().strides == [1, 3] && array.transposed().storage === array.storage)
    #expect(array.transposed().elements(as: Int32.self) == [0, 3, 1, 4, 2, 5])
    #expect(array.transposed().contiguous().strides == [2, 1])
    #expect(Self.counting([2, 3, 4]).transposed([2, 0, 1]).shape == [4, 2, 3])
  }

  @Test func `a reshape is a view where strides can say it and a copy elsewhere`() {
    let array = Self.counting([4, 6])
    #expect(array.reshaped(to: [2, 2, 3, 2]).storage === array.storage)
    let columns = array.sliced(axis: 1, 0..<6, step: 2)
    let split = columns.reshaped(to: [2, 2, 1, 3, 1])
    #expect(split.storage === array.storage && Self.read(split) == Self.read(columns))
    let gaps = array.sliced(axis: 1, 0..<4, step: 2)
    let flat = gaps.reshaped(to: [8])
    #expect(flat.storage !== array.storage && flat.elements(as: Int32.self) == Self.read(gaps))
    #expect(array.transposed().reshaped(to: [6, 2, 2]).storage === array.storage)
    #expect(NDArray(zeros: .f32, shape: [0, 3]).reshaped(to: [7, 0]).shape == [7, 0])
  }

  @Test func `any chain of views reads what index arithmetic reads`() {
    var random = SplitMix(seed: 7)
    for _ in 0..<400 {
      var array = Self.counting(Shape((0..<random.below(5)).map { _ in 1 + random.below(4) }))
      for _ in 0..<4 { array = Self.randomView(of: array, &random) }
      #expect(array.elements(as: Int32.self) == Self.read(array))
      #expect(array.contiguous().isBitwiseEqual(to: array) && array.contiguous().isContiguous)
    }
  }

  static func randomView(of array: NDArray, _ random: inout SplitMix) -> NDArray {
    guard array.shape.rank > 0 else { return array }
    switch random.below(4) {
    case 0: return array.transposed(Array(0..<array.shape.rank).shuffled(using: &random))
    case 1:
      let (axis, step) = (random.below(array.shape.rank), 1 + random.below(2))
      let low = random.below(array.shape[axis] + 1)
      return array.sliced(axis: axis, low..<low + random.below(array.shape[axis] - low + 1), step: step)
    case 2:
      let reshaped = array.reshaped(to: Shape(array.shape.dimensions.shuffled(using: &random)))
      #expect(reshaped.elements(as: Int32.self) == array.elements(as: Int32.self))
      return reshaped
    default: return array.shape[0] > 0 ? array[random.below(array.shape[0])] : array
    }
  }
}

/// A small generator with a seed, so that a failure can be repeated (Steele, Lea and Flood: SplitMix64).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }

  /// A number in 0..<limit.
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
