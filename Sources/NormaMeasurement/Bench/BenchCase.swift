package import NormaArrays
package import StableHLO

/// Which way a layer is run.
package enum Direction: String, Hashable, Sendable, CaseIterable {
  /// `(x, parameters) -> y`
  case forward
  /// `(x, parameters, dy) -> (dx, dparameters)`
  case backward
}

/// One line of thought of a bench: a layer, an input, a direction.
package struct BenchCase: Sendable {
  /// The name of the layer, as peers know it too.
  package let layer: String
  /// The type of the input, its rows along the first axis.
  package let input: TensorType
  /// Which way it is run.
  package let direction: Direction
  /// The layer's epsilon, if it has one.
  package let epsilon: Double?
  /// The program for the whole input.
  package let module: Module
  /// The types of the program's arguments and results.
  package let argumentTypes: [TensorType], resultTypes: [TensorType]
  /// The program for as many first rows.
  let program: @Sendable (TensorType) throws -> Module

  /// A case of a layer whose rows do not depend on each other, but for results that sum over all of them.
  ///
  /// - Parameter program: The layer's program for an input of a type.
  /// - Throws: What `program` throws.
  package init(
    layer: String, input: TensorType, direction: Direction, epsilon: Double?,
    program: @escaping @Sendable (TensorType) throws -> Module
  ) throws {
    (self.layer, self.input, self.direction, self.epsilon) = (layer, input, direction, epsilon)
    (module, self.program) = (try program(input), program)
    let main = module.function(named: "main")
    (argumentTypes, resultTypes) = (main?.parameterTypes ?? [], main?.resultTypes ?? [])
  }

  /// The bytes of all arguments and results, each counted once.
  package var byteCount: Int { (argumentTypes + resultTypes).reduce(0) { $0 + $1.byteCount } }

  /// The formula behind `byteCount`, in words.
  package static let byteFormula = "the bytes of every argument and every result once, parameters included"

  /// The arrays that are as large as the input: those that are read, and those that are written.
  package var streams: StreamLimit.Streams {
    func sizes(_ types: [TensorType]) -> [Int] {
      types.filter { $0.elementCount == input.elementCount }.map(\.scalar.byteCount)
    }
    return StreamLimit.Streams(read: sizes(argumentTypes), written: sizes(resultTypes))
  }

  /// The shape as it is written on the command line: `2048x1024`.
  package var extents: String { input.shape.dimensions.map(String.init).joined(separator: "x") }
  /// The extents of all axes but the first: `1024`.
  package var rowExtents: String {
    input.shape.dimensions.dropFirst().map(String.init).joined(separator: "x")
  }

  /// The number of rows: of all axes but the last.
  package var rows: Int { input.shape.dimensions.dropLast().reduce(1, *) }
  /// The extent of the last axis.
  package var width: Int { input.shape.dimensions.last ?? 1 }

  /// The arguments, the same in every run: noise around 0.5 for `x`, around 1 for the first parameter,
  /// around 0 for every other argument.
  package func arguments() -> [NDArray] {
    let firstParameter = argumentTypes.firstIndex { $0.rank < input.rank }
    return argumentTypes.enumerated().map { index, type in
      let offset: Float = index == 0 ? 0.5 : index == firstParameter ? 1 : 0
      let scale: Float = index == 0 ? 1.7 : 0.5
      return NDArray(noise: type, offset: offset, scale: scale, seed: UInt64(index + 1))
    }
  }
}

extension NDArray {
  /// Numbers in `offset - scale ..< offset + scale`, by splitmix64.
  ///
  /// Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators".
  init(noise type: TensorType, offset: Float, scale: Float, seed: UInt64) {
    let array = NDArray(uninitialized: .f32, shape: type.shape)
    unsafe array.withUnsafeMutableBytes { bytes in
      let values = unsafe bytes.bindMemory(to: Float.self)
      var state = seed &* 0xD1B5_4A32_D192_ED03
      for index in values.indices {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        let unit = Float(mixed >> 40) * 0x1p-23 - 1
        unsafe values[index] = offset + scale * unit
      }
    }
    self = array.converted(to: type.scalar)
  }
}
