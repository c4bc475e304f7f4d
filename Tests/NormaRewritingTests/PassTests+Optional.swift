import NormaRewriting

extension PassTests {
  /// x * rsqrt(mean(x^2) + e), in `%y`.
  private static let norm = """
    %z = stablehlo.constant dense<0.0> : tensor<f32>
    %d = stablehlo.constant dense<9.0> : tensor<4xf32>
    %e = stablehlo.constant dense<0.25> : tensor<4xf32>
    %xx = stablehlo.multiply %x, %x : tensor<4x9xf32>
    %s = stablehlo.reduce(%xx init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
    %m = stablehlo.divide %s, %d : tensor<4xf32>
    %me = stablehlo.add %m, %e : tensor<4xf32>
    %r = stablehlo.rsqrt %me : tensor<4xf32>
    %rs = stablehlo.broadcast_in_dim %r, dims = [0] : (tensor<4xf32>) -> tensor<4x9xf32>
    %y = stablehlo.multiply %x, %rs : tensor<4x9xf32>

    """

  static let optionalExamples = [
    Example(
      "RMS norm as L2 norm", .l2Norm, "(%x: tensor<4x9xf32>, %g: tensor<9xf32>) -> tensor<4x9xf32>",
      before: norm + """
        %gs = stablehlo.broadcast_in_dim %g, dims = [1] : (tensor<9xf32>) -> tensor<4x9xf32>
        %0 = stablehlo.multiply %gs, %y : tensor<4x9xf32>
        return %0 : tensor<4x9xf32>
        """,
      after: """
        %z = stablehlo.constant dense<0.0> : tensor<f32>
        %xx = stablehlo.multiply %x, %x : tensor<4x9xf32>
        %s = stablehlo.reduce(%xx init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
        %d = stablehlo.constant dense<3.0> : tensor<9xf32>
        %w = stablehlo.multiply %d, %g : tensor<9xf32>
        %ws = stablehlo.broadcast_in_dim %w, dims = [1] : (tensor<9xf32>) -> tensor<4x9xf32>
        %e = stablehlo.constant dense<2.25> : tensor<4xf32>
        %se = stablehlo.add %s, %e : tensor<4xf32>
        %l = stablehlo.sqrt %se : tensor<4xf32>
        %ls = stablehlo.broadcast_in_dim %l, dims = [0] : (tensor<4xf32>) -> tensor<4x9xf32>
        %0 = stablehlo.multiply %x, %ws : tensor<4x9xf32>
        %1 = stablehlo.divide %0, %ls : tensor<4x9xf32>
        return %1 : tensor<4x9xf32>
        """),
    Example(
      "norm of another value than the one it scales, norm without weights", .l2Norm,
      "(%x: tensor<4x9xf32>, %u: tensor<4x9xf32>, %g: tensor<9xf32>) -> (tensor<4x9xf32>, tensor<4x9xf32>)",
      unchanged: norm + """
        %gs = stablehlo.broadcast_in_dim %g, dims = [1] : (tensor<9xf32>) -> tensor<4x9xf32>
        %0 = stablehlo.multiply %u, %rs : tensor<4x9xf32>
        %1 = stablehlo.multiply %0, %gs : tensor<4x9xf32>
        return %1, %y : tensor<4x9xf32>, tensor<4x9xf32>
        """),
    Example(
      "norm before a product, on the right", .normIntoLinear,
      "(%x: tensor<4x9xf32>, %g: tensor<9xf32>, %w: tensor<2x9x3xf32>) -> tensor<2x3x4xf32>",
      before: norm + """
        %gs = stablehlo.broadcast_in_dim %g, dims = [1] : (tensor<9xf32>) -> tensor<4x9xf32>
        %0 = stablehlo.multiply %y, %gs : tensor<4x9xf32>
        %1 = stablehlo.dot_general %w, %0, contracting_dims = [1] x [1] : (tensor<2x9x3xf32>, tensor<4x9xf32>) -> tensor<2x3x4xf32>
        return %1 : tensor<2x3x4xf32>
        """,
      after: norm + """
        %gs = stablehlo.broadcast_in_dim %g, dims = [1] : (tensor<9xf32>) -> tensor<2x9x3xf32>
        %gw = stablehlo.multiply %w, %gs : tensor<2x9x3xf32>
        %0 = stablehlo.dot_general %gw, %x, contracting_dims = [1] x [1] : (tensor<2x9x3xf32>, tensor<4x9xf32>) -> tensor<2x3x4xf32>
        %r2 = stablehlo.broadcast_in_dim %r, dims = [2] : (tensor<4xf32>) -> tensor<2x3x4xf32>
        %1 = stablehlo.multiply %0, %r2 : tensor<2x3x4xf32>
        return %1 : tensor<2x3x4xf32>
        """),
    Example(
      "norm that something else reads, product over the rows", .normIntoLinear,
      "(%x: tensor<4x9xf32>, %w: tensor<9x3xf32>, %u: tensor<4x3xf32>) -> (tensor<4x3xf32>, tensor<9x3xf32>, tensor<4x9xf32>)",
      unchanged: norm + """
        %0 = stablehlo.dot_general %y, %w, contracting_dims = [1] x [0] : (tensor<4x9xf32>, tensor<9x3xf32>) -> tensor<4x3xf32>
        %y2 = stablehlo.multiply %y, %rs : tensor<4x9xf32>
        %1 = stablehlo.dot_general %y2, %u, contracting_dims = [0] x [0] : (tensor<4x9xf32>, tensor<4x3xf32>) -> tensor<9x3xf32>
        return %0, %1, %y : tensor<4x3xf32>, tensor<9x3xf32>, tensor<4x9xf32>
        """),
    Example(
      "two-pass variance as asked for", .plainVariance, "(%x: tensor<4x9xf32>) -> tensor<4xf32>",
      before: centring + """

        %cc = stablehlo.multiply %c, %c : tensor<4x9xf32>
        %0 = stablehlo.reduce(%cc init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
        %1 = stablehlo.divide %0, %d : tensor<4xf32>
        return %1 : tensor<4xf32>
        """,
      after: """
        %z = stablehlo.constant dense<0.0> : tensor<f32>
        %d = stablehlo.constant dense<9.0> : tensor<4xf32>
        %s = stablehlo.reduce(%x init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
        %m = stablehlo.divide %s, %d : tensor<4xf32>
        %xx = chlo.square %x : tensor<4x9xf32> -> tensor<4x9xf32>
        %zz = stablehlo.constant dense<0.0> : tensor<f32>
        %0 = stablehlo.reduce(%xx init: %zz) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
        %dd = stablehlo.constant dense<9.0> : tensor<4xf32>
        %1 = stablehlo.divide %0, %dd : tensor<4xf32>
        %2 = chlo.square %m : tensor<4xf32> -> tensor<4xf32>
        %3 = stablehlo.subtract %1, %2 : tensor<4xf32>
        %o = stablehlo.constant dense<0.0> : tensor<4xf32>
        %4 = stablehlo.maximum %o, %3 : tensor<4xf32>
        return %4 : tensor<4xf32>
        """),
  ]
}
