import NormaRewriting

extension PassTests {
  static let neutralExamples = [
    Example(
      "neutral elements", .neutralElements, "(%x: tensor<4xf32>) -> tensor<4xf32>",
      before: """
        %z = stablehlo.constant dense<0.0> : tensor<4xf32>
        %m = stablehlo.constant dense<-0.0> : tensor<4xf32>
        %o = stablehlo.constant dense<1.0> : tensor<4xf32>
        %0 = stablehlo.add %z, %x : tensor<4xf32>
        %1 = stablehlo.subtract %0, %m : tensor<4xf32>
        %2 = stablehlo.multiply %o, %1 : tensor<4xf32>
        %3 = stablehlo.divide %2, %o : tensor<4xf32>
        %4 = stablehlo.negate %3 : tensor<4xf32>
        %5 = stablehlo.negate %4 : tensor<4xf32>
        return %5 : tensor<4xf32>
        """,
      after: "return %x : tensor<4xf32>"),
    Example(
      "choice between a value and itself", .neutralElements,
      "(%p: tensor<i1>, %x: tensor<4xf32>) -> tensor<4xf32>",
      before: """
        %0 = stablehlo.select %p, %x, %x : tensor<i1>, tensor<4xf32>
        return %0 : tensor<4xf32>
        """,
      after: "return %x : tensor<4xf32>"),
    Example(
      "neutral elements on the other side, product with zero", .neutralElements,
      "(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>)",
      unchanged: """
        %z = stablehlo.constant dense<0.0> : tensor<4xf32>
        %o = stablehlo.constant dense<1.0> : tensor<4xf32>
        %0 = stablehlo.subtract %z, %x : tensor<4xf32>
        %1 = stablehlo.divide %o, %x : tensor<4xf32>
        %2 = stablehlo.multiply %x, %z : tensor<4xf32>
        return %0, %1, %2 : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
        """),
  ]

  static let productExamples = [
    Example(
      "transpose before a product", .transposedProducts,
      "(%x: tensor<2x3x5xf32>, %w: tensor<5x7xf32>) -> tensor<2x3x7xf32>",
      before: """
        %0 = stablehlo.transpose %x, dims = [2, 0, 1] : (tensor<2x3x5xf32>) -> tensor<5x2x3xf32>
        %1 = stablehlo.dot_general %0, %w, contracting_dims = [0] x [0] : (tensor<5x2x3xf32>, tensor<5x7xf32>) -> tensor<2x3x7xf32>
        return %1 : tensor<2x3x7xf32>
        """,
      after: """
        %0 = stablehlo.dot_general %x, %w, contracting_dims = [2] x [0] : (tensor<2x3x5xf32>, tensor<5x7xf32>) -> tensor<2x3x7xf32>
        return %0 : tensor<2x3x7xf32>
        """),
    Example(
      "transpose after a product", .transposedProducts,
      "(%w: tensor<7x5xf32>, %x: tensor<2x3x5xf32>) -> tensor<2x3x7xf32>",
      before: """
        %0 = stablehlo.dot_general %w, %x, contracting_dims = [1] x [2], precision = [HIGH, DEFAULT] : (tensor<7x5xf32>, tensor<2x3x5xf32>) -> tensor<7x2x3xf32>
        %1 = stablehlo.transpose %0, dims = [1, 2, 0] : (tensor<7x2x3xf32>) -> tensor<2x3x7xf32>
        return %1 : tensor<2x3x7xf32>
        """,
      after: """
        %0 = stablehlo.dot_general %x, %w, contracting_dims = [2] x [1], precision = [DEFAULT, HIGH] : (tensor<2x3x5xf32>, tensor<7x5xf32>) -> tensor<2x3x7xf32>
        return %0 : tensor<2x3x7xf32>
        """),
    Example(
      "transpose that changes the order of free axes, product that others read too", .transposedProducts,
      "(%x: tensor<2x3x5xf32>, %w: tensor<5x7xf32>) -> (tensor<3x2x7xf32>, tensor<5x3xf32>, tensor<3x5xf32>)",
      unchanged: """
        %0 = stablehlo.transpose %x, dims = [2, 1, 0] : (tensor<2x3x5xf32>) -> tensor<5x3x2xf32>
        %1 = stablehlo.dot_general %0, %w, contracting_dims = [0] x [0] : (tensor<5x3x2xf32>, tensor<5x7xf32>) -> tensor<3x2x7xf32>
        %2 = stablehlo.dot_general %w, %1, contracting_dims = [1] x [2], batching_dims = [] x [] : (tensor<5x7xf32>, tensor<3x2x7xf32>) -> tensor<5x3x2xf32>
        %3 = stablehlo.slice %2 [0:5, 0:3, 0:1] : (tensor<5x3x2xf32>) -> tensor<5x3x1xf32>
        %4 = stablehlo.reshape %3 : (tensor<5x3x1xf32>) -> tensor<5x3xf32>
        %5 = stablehlo.dot_general %4, %4, batching_dims = [1] x [1], contracting_dims = [0] x [0] : (tensor<5x3xf32>, tensor<5x3xf32>) -> tensor<3xf32>
        %6 = stablehlo.broadcast_in_dim %5, dims = [0] : (tensor<3xf32>) -> tensor<3x5xf32>
        return %1, %4, %6 : tensor<3x2x7xf32>, tensor<5x3xf32>, tensor<3x5xf32>
        """),
  ]

  /// x - mean(x) of 4 rows of 9, in `%c`.
  static let centring = """
    %z = stablehlo.constant dense<0.0> : tensor<f32>
    %d = stablehlo.constant dense<9.0> : tensor<4xf32>
    %s = stablehlo.reduce(%x init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
    %m = stablehlo.divide %s, %d : tensor<4xf32>
    %b = stablehlo.broadcast_in_dim %m, dims = [0] : (tensor<4xf32>) -> tensor<4x9xf32>
    %c = stablehlo.subtract %x, %b : tensor<4x9xf32>
    """

  static let centredExamples = [
    Example(
      "scaled sum of centred values", .centredSum,
      "(%x: tensor<4x9xf32>, %v: tensor<4xf32>) -> tensor<4xf32>",
      before: centring + """

        %vb = stablehlo.broadcast_in_dim %v, dims = [0] : (tensor<4xf32>) -> tensor<4x9xf32>
        %two = stablehlo.constant dense<2.0> : tensor<4x9xf32>
        %0 = stablehlo.multiply %two, %c : tensor<4x9xf32>
        %1 = stablehlo.multiply %vb, %0 : tensor<4x9xf32>
        %2 = stablehlo.negate %1 : tensor<4x9xf32>
        %3 = stablehlo.reduce(%2 init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
        return %3 : tensor<4xf32>
        """,
      after: "%0 = stablehlo.constant dense<0.0> : tensor<4xf32>\nreturn %0 : tensor<4xf32>"),
    Example(
      "centred terms of a sum", .centredSum,
      "(%x: tensor<4x9xf32>, %a: tensor<4x9xf32>) -> tensor<4xf32>",
      before: centring + """

        %two = stablehlo.constant dense<2.0> : tensor<4x9xf32>
        %0 = stablehlo.multiply %two, %c : tensor<4x9xf32>
        %1 = stablehlo.add %0, %a : tensor<4x9xf32>
        %2 = stablehlo.add %1, %x : tensor<4x9xf32>
        %3 = stablehlo.add %2, %0 : tensor<4x9xf32>
        %4 = stablehlo.reduce(%3 init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
        return %4 : tensor<4xf32>
        """,
      after: """
        %z = stablehlo.constant dense<0.0> : tensor<f32>
        %0 = stablehlo.add %a, %x : tensor<4x9xf32>
        %1 = stablehlo.reduce(%0 init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
        return %1 : tensor<4xf32>
        """),
    Example(
      "what rounding left in a mean, sum along the other axis, factor that varies along the row", .centredSum,
      "(%x: tensor<4x9xf32>, %w: tensor<9xf32>) -> (tensor<4xf32>, tensor<9xf32>, tensor<4xf32>)",
      unchanged: centring + """

        %two = stablehlo.constant dense<2.0> : tensor<4x9xf32>
        %0 = stablehlo.reduce(%c init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
        %1 = stablehlo.multiply %two, %c : tensor<4x9xf32>
        %2 = stablehlo.reduce(%1 init: %z) applies stablehlo.add across dimensions = [0] : (tensor<4x9xf32>, tensor<f32>) -> tensor<9xf32>
        %wb = stablehlo.broadcast_in_dim %w, dims = [1] : (tensor<9xf32>) -> tensor<4x9xf32>
        %3 = stablehlo.multiply %wb, %c : tensor<4x9xf32>
        %4 = stablehlo.reduce(%3 init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
        return %0, %2, %4 : tensor<4xf32>, tensor<9xf32>, tensor<4xf32>
        """),
    Example(
      "mean by a wrong count, sum that starts from one", .centredSum,
      "(%x: tensor<4x9xf32>) -> (tensor<4xf32>, tensor<4xf32>)",
      unchanged: centring.replacing(
        "%d = stablehlo.constant dense<9.0>", with: "%d = stablehlo.constant dense<8.0>")
          + """

          %two = stablehlo.constant dense<2.0> : tensor<4x9xf32>
          %1 = stablehlo.multiply %two, %c : tensor<4x9xf32>
          %2 = stablehlo.reduce(%1 init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
          %o = stablehlo.constant dense<1.0> : tensor<f32>
          %3 = stablehlo.reduce(%1 init: %o) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
          return %2, %3 : tensor<4xf32>, tensor<4xf32>
          """),
  ]
}
