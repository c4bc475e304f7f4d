internal import NormaArrays

/// An array on a device: the plugin's buffer.
///
/// A class because it owns the buffer, and destroys it.
final class DeviceBuffer: Sendable {
  /// The plugin's buffer.
  let handle: UInt
  private let client: XLAClient
  /// The array that the buffer may still read, and the event that says when it no longer does.
  private let source: (array: NDArray, isFree: UInt)?

  /// Puts an array on the device. A CPU reads it in place where its memory is aligned, as Norma's is.
  init(_ array: NDArray, on client: XLAClient) throws(XLAError) {
    let array = array.isContiguous ? array : array.contiguous()
    var memory = CallMemory()
    let dimensions = memory.address(of: array.shape.dimensions.map { UInt($0) })
    let data = unsafe UInt(bitPattern: array.baseAddress)
    // Client, data, element type; extents and their number; no strides; how the data may be used; device, memory
    // and layout; the event after which the data is free, and the buffer.
    let found = try client.plugin.call(
      .bufferFromHost,
      [
        client.handle, data, array.scalarType.deviceCode, dimensions, UInt(array.shape.rank), 0, 0,
        Self.readInPlace, client.device, 0, 0, 0, 0,
      ], in: &memory)
    self.client = client
    handle = found[12]
    source = (array, found[11])
  }

  /// The buffer may use the data until it is destroyed, and never writes to it.
  private static let readInPlace: UInt = 2

  /// A buffer that the plugin made.
  init(owning handle: UInt, of client: XLAClient) {
    (self.handle, self.client, source) = (handle, client, nil)
  }

  deinit {
    client.plugin.destroy(handle, .destroyBuffer)
    // Where the data was read in place, it is free when nothing holds the buffer any longer.
    if let source { try? client.plugin.wait(for: source.isFree) }
  }

  /// Copies the elements, row-major and densely packed, into an array of the same type.
  func copy(into array: NDArray) throws(XLAError) {
    defer { withExtendedLifetime(array) {} }
    guard array.elementCount > 0 else { return }
    var memory = CallMemory()
    let layout = Self.rowMajor(rank: array.shape.rank, in: &memory)
    let target = unsafe UInt(bitPattern: array.mutableBaseAddress)
    let size = UInt(array.elementCount * array.scalarType.byteCount)
    // Buffer, layout, target and its size; the event after which it is written.
    let event = try client.plugin.call(.bufferToHost, [handle, layout, target, size, 0], in: &memory)[4]
    try client.plugin.wait(for: event)
  }

  /// The layout of an array here: axes from the last, which varies fastest, to the first, and no tiles.
  private static func rowMajor(rank: Int, in memory: inout CallMemory) -> UInt {
    let axes = memory.address(of: (0..<rank).reversed().map { UInt($0) })
    // Within the layout stands another structure, of exactly its size; the last word says which kind it is.
    let tiled: [UInt] = [56, 0, axes, UInt(rank), 0, 0, 0]
    return memory.address(ofFields: tiled + [0])
  }
}

extension ScalarType {
  /// The number of the element type in the PJRT C API.
  fileprivate var deviceCode: UInt {
    switch self {
    case .i1: 1
    case .i8: 2
    case .i16: 3
    case .i32: 4
    case .i64: 5
    case .ui8: 6
    case .ui16: 7
    case .ui32: 8
    case .ui64: 9
    case .f16: 10
    case .f32: 11
    case .f64: 12
    case .bf16: 13
    }
  }
}
