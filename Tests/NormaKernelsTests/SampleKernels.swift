import NormaArrays
import NormaKernels
import StableHLO

/// Kernels written by hand, as fusion would make them.
enum SampleKernels {
  /// LayerNorm with weight and bias: the mean, the centred variance, and the output.
  static func layerNorm(width: Int, type: ScalarType = .f32) -> RowKernel {
    RowKernel(
      name: "layer_norm", width: width,
      inputs: [.init(.element, type), .init(.column, type), .init(.column, type)],
      nodes: [
        .init(.input(0), [], type: type, layout: .element),
        .init(.convert, [0], type: .f32, layout: .element),
        .init(.reduce(.sum), [1], type: .f32, layout: .row),
        .init(.constant(UInt64(Float(width).bitPattern)), [], type: .f32, layout: .scalar),
        .init(.elementwise(.divide), [2, 3], type: .f32, layout: .row),
        .init(.elementwise(.subtract), [1, 4], type: .f32, layout: .element),
        .init(.elementwise(.multiply), [5, 5], type: .f32, layout: .element),
        .init(.reduce(.sum), [6], type: .f32, layout: .row),
        .init(.elementwise(.divide), [7, 3], type: .f32, layout: .row),
        .init(.constant(UInt64(Float(1e-5).bitPattern)), [], type: .f32, layout: .scalar),
        .init(.elementwise(.add), [8, 9], type: .f32, layout: .row),
        .init(.elementwise(.rsqrt), [10], type: .f32, layout: .row),
        .init(.elementwise(.multiply), [5, 11], type: .f32, layout: .element),
        .init(.input(1), [], type: type, layout: .column),
        .init(.elementwise(.multiply), [12, 13], type: .f32, layout: .element),
        .init(.input(2), [], type: type, layout: .column),
        .init(.elementwise(.add), [14, 15], type: .f32, layout: .element),
      ],
      outputs: [.init(node: 16, layout: .element, type: type)])
  }

  /// Softmax: the largest value, the sum of exponentials, and their quotient.
  static func softmax(width: Int) -> RowKernel {
    RowKernel(
      name: "softmax", width: width, inputs: [.init(.element, .f32)],
      nodes: [
        .init(.input(0), [], type: .f32, layout: .element),
        .init(.reduce(.maximum), [0], type: .f32, layout: .row),
        .init(.elementwise(.subtract), [0, 1], type: .f32, layout: .element),
        .init(.elementwise(.exponential), [2], type: .f32, layout: .element),
        .init(.reduce(.sum), [3], type: .f32, layout: .row),
        .init(.elementwise(.divide), [3, 4], type: .f32, layout: .element),
      ],
      outputs: [.init(node: 5, layout: .element, type: .f32)])
  }
}

extension SampleKernels {
  /// RMSNorm without a weight, statistics in f32: the mean square, and the output.
  static func rmsNorm(width: Int, type: ScalarType) -> RowKernel {
    RowKernel(
      name: "rms_norm", width: width, inputs: [.init(.element, type)],
      nodes: [
        .init(.input(0), [], type: type, layout: .element),
        .init(.elementwise(.square), [0], type: .f32, layout: .element),
        .init(.reduce(.sum), [1], type: .f32, layout: .row),
        .init(.constant(UInt64(Float(width).bitPattern)), [], type: .f32, layout: .scalar),
        .init(.elementwise(.divide), [2, 3], type: .f32, layout: .row),
        .init(.constant(UInt64(Float(1e-6).bitPattern)), [], type: .f32, layout: .scalar),
        .init(.elementwise(.add), [4, 5], type: .f32, layout: .row),
        .init(.elementwise(.rsqrt), [6], type: .f32, layout: .row),
        .init(.elementwise(.multiply), [0, 7], type: .f32, layout: .element),
      ],
      outputs: [.init(node: 8, layout: .element, type: type)])
  }

  /// RMSNorm with a weight, rounded to eight bits by the row's largest value: a scale for each row, and the integers.
  static func roundedNorm(width: Int, type: ScalarType) -> RowKernel {
    var kernel = rmsNorm(width: width, type: type)
    kernel.name = "rounded_norm"
    kernel.inputs.append(.init(.column, type))
    kernel.nodes += [
      .init(.input(1), [], type: type, layout: .column),
      .init(.elementwise(.multiply), [8, 9], type: .f32, layout: .element),
      .init(.elementwise(.abs), [10], type: .f32, layout: .element),
      .init(.reduce(.maximum), [11], type: .f32, layout: .row),
      .init(.constant(UInt64(Float(127).bitPattern)), [], type: .f32, layout: .scalar),
      .init(.elementwise(.divide), [12, 13], type: .f32, layout: .row),
      .init(.elementwise(.divide), [10, 14], type: .f32, layout: .element),
      .init(.elementwise(.roundNearestEven), [15], type: .f32, layout: .element),
    ]
    kernel.outputs = [
      .init(node: 14, layout: .row, type: .f32), .init(node: 16, layout: .element, type: .i8),
    ]
    return kernel
  }

  /// A gate without a reduction: x * logistic(y), and whether it is above one.
  static func gate(width: Int) -> RowKernel {
    RowKernel(
      name: "gate", width: width, inputs: [.init(.element, .f32), .init(.element, .f32)],
      nodes: [
        .init(.input(0), [], type: .f32, layout: .element),
        .init(.input(1), [], type: .f32, layout: .element),
        .init(.elementwise(.logistic), [1], type: .f32, layout: .element),
        .init(.elementwise(.multiply), [0, 2], type: .f32, layout: .element),
        .init(.constant(UInt64(Float(1).bitPattern)), [], type: .f32, layout: .scalar),
        .init(.compare(.greater), [3, 4], type: .i1, layout: .element),
      ],
      outputs: [.init(node: 3, layout: .element, type: .f32), .init(node: 5, layout: .element, type: .i1)])
  }

  /// The gradient of a weight that scales rows of x: dx = dy * weight, and the sum over rows of dy * x.
  static func scaleGradient(width: Int) -> RowKernel {
    RowKernel(
      name: "scale_gradient", width: width,
      inputs: [.init(.element, .f32), .init(.element, .f32), .init(.column, .f32)],
      nodes: [
        .init(.input(0), [], type: .f32, layout: .element),
        .init(.input(1), [], type: .f32, layout: .element),
        .init(.input(2), [], type: .f32, layout: .column),
        .init(.elementwise(.multiply), [1, 2], type: .f32, layout: .element),
        .init(.elementwise(.multiply), [1, 0], type: .f32, layout: .element),
      ],
      outputs: [
        .init(node: 3, layout: .element, type: .f32), .init(node: 4, reducingRowsBy: .sum, type: .f32),
      ])
  }

  /// A kernel whose rows stand side by side, with as many of them in a group.
  static func interleaved(_ kernel: RowKernel, by interleave: Int) -> RowKernel {
    var kernel = kernel
    kernel.interleave = interleave
    return kernel
  }

  /// The kernels whose C is kept beside the tests, by the name of the file.
  static let kept: [(name: String, kernel: RowKernel)] = [
    ("layer_norm_f32_40", layerNorm(width: 40)), ("softmax_f32_7", softmax(width: 7)),
    ("rms_norm_bf16_72", rmsNorm(width: 72, type: .bf16)), ("gate_f32_24", gate(width: 24)),
    ("rounded_norm_bf16_112", roundedNorm(width: 112, type: .bf16)),
    ("scale_gradient_f32_40", scaleGradient(width: 40)),
    ("layer_norm_f32_512_in_segments", divided(layerNorm(width: 512))),
    ("layer_norm_f32_6_by_37", interleaved(layerNorm(width: 6), by: 37)),
    ("rms_norm_bf16_72_by_100", interleaved(rmsNorm(width: 72, type: .bf16), by: 100)),
    ("scale_gradient_f32_3_by_4096", interleaved(scaleGradient(width: 3), by: 4096)),
  ]

  /// The kernel with rows divided that are wide only to a test: segments of 256 columns, blocks of 128.
  static func divided(_ kernel: RowKernel) -> RowKernel {
    var kernel = kernel
    kernel.division = RowDivision(narrowestWidth: 512, columnsPerSegment: 256)
    return kernel
  }
}
