internal import NormaArrays
internal import NormaKernels
internal import NormaRuntime

extension RowKernel {
  /// The arrays with a value for each element, which a limit moves too; a copy for a kernel that reads or writes none.
  var streams: StreamLimit.Streams {
    let read = inputs.filter { $0.layout == .element }.map(\.type.byteCount)
    let written = outputs.filter { $0.layout == .element }.map(\.type.byteCount)
    return read.isEmpty || written.isEmpty ? .copy : StreamLimit.Streams(read: read, written: written)
  }
}
