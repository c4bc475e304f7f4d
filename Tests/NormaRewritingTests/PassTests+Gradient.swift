import NormaRewriting

extension PassTests {
  /// x's mean in `%m`, (2/D)·v·x in `%t`, and the copies along each row of (r - 2·v·mean(x))/D in `%c`.
  private static let pair = """
    %z = stablehlo.constant dense<0.0> : tensor<f32>
    %d = stablehlo.constant dense<9.0> : tensor<4xf32>
    %s = stablehlo.reduce(%x init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
    %m = stablehlo.divide %s, %d : tensor<4xf32>
    %two = stablehlo.constant dense<2.0> : tensor<4x9xf32>
    %xx = stablehlo.multiply %two, %x : tensor<4x9xf32>
    %vd = stablehlo.divide %v, %d : tensor<4xf32>
    %vs = stablehlo.broadcast_in_dim %vd, dims = [0] : (tensor<4xf32>) -> tensor<4x9xf32>
    %t = stablehlo.multiply %vs, %xx : tensor<4x9xf32>
    %k = stablehlo.constant dense<FACTOR> : tensor<4xf32>
    %mm = stablehlo.multiply %k, %m : tensor<4xf32>
    %n = stablehlo.negate %v : tensor<4xf32>
    %nm = stablehlo.multiply %n, %mm : tensor<4xf32>
    %rr = stablehlo.add %r, %nm : tensor<4xf32>
    %rd = stablehlo.divide %rr, %d : tensor<4xf32>
    %c = stablehlo.broadcast_in_dim %rd, dims = [0] : (tensor<4xf32>) -> tensor<4x9xf32>
    %h = stablehlo.add %y, %t : tensor<4x9xf32>
    %0 = stablehlo.add %h, %c : tensor<4x9xf32>
    return %0 : tensor<4x9xf32>
    """

  /// The text with the mean as a product with 1/9.
  private static func byReciprocal(_ text: String) -> String {
    text.replacing(
      "%m = stablehlo.divide %s, %d",
      with: "%i = stablehlo.constant dense<0.11111111> : tensor<4xf32>\n%m = stablehlo.multiply %s, %i")
  }

  static let centredGradientExamples = [
    Example(
      "terms of x and its mean that nearly cancel", .centredGradient,
      "(%x: tensor<4x9xf32>, %y: tensor<4x9xf32>, %v: tensor<4xf32>, %r: tensor<4xf32>) -> tensor<4x9xf32>",
      before: pair.replacing("FACTOR", with: "2.0"),
      after: """
        %z = stablehlo.constant dense<0.0> : tensor<f32>
        %d = stablehlo.constant dense<9.0> : tensor<4xf32>
        %s = stablehlo.reduce(%x init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
        %m = stablehlo.divide %s, %d : tensor<4xf32>
        %two = stablehlo.constant dense<2.0> : tensor<4x9xf32>
        %vd = stablehlo.divide %v, %d : tensor<4xf32>
        %vs = stablehlo.broadcast_in_dim %vd, dims = [0] : (tensor<4xf32>) -> tensor<4x9xf32>
        %ms = stablehlo.broadcast_in_dim %m, dims = [0] : (tensor<4xf32>) -> tensor<4x9xf32>
        %c = stablehlo.subtract %x, %ms : tensor<4x9xf32>
        %cc = stablehlo.multiply %two, %c : tensor<4x9xf32>
        %t = stablehlo.multiply %vs, %cc : tensor<4x9xf32>
        %h = stablehlo.add %y, %t : tensor<4x9xf32>
        %rd = stablehlo.divide %r, %d : tensor<4xf32>
        %rs = stablehlo.broadcast_in_dim %rd, dims = [0] : (tensor<4xf32>) -> tensor<4x9xf32>
        %0 = stablehlo.add %h, %rs : tensor<4x9xf32>
        return %0 : tensor<4x9xf32>
        """),
    Example(
      "a mean that is a product with the rounded reciprocal", .centredGradient,
      "(%x: tensor<4x9xf32>, %y: tensor<4x9xf32>, %v: tensor<4xf32>, %r: tensor<4xf32>) -> tensor<4x9xf32>",
      before: byReciprocal(pair.replacing("FACTOR", with: "2.0")),
      after: byReciprocal(
        """
        %z = stablehlo.constant dense<0.0> : tensor<f32>
        %d = stablehlo.constant dense<9.0> : tensor<4xf32>
        %s = stablehlo.reduce(%x init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
        %m = stablehlo.divide %s, %d : tensor<4xf32>
        %two = stablehlo.constant dense<2.0> : tensor<4x9xf32>
        %vd = stablehlo.divide %v, %d : tensor<4xf32>
        %vs = stablehlo.broadcast_in_dim %vd, dims = [0] : (tensor<4xf32>) -> tensor<4x9xf32>
        %ms = stablehlo.broadcast_in_dim %m, dims = [0] : (tensor<4xf32>) -> tensor<4x9xf32>
        %c = stablehlo.subtract %x, %ms : tensor<4x9xf32>
        %cc = stablehlo.multiply %two, %c : tensor<4x9xf32>
        %t = stablehlo.multiply %vs, %cc : tensor<4x9xf32>
        %h = stablehlo.add %y, %t : tensor<4x9xf32>
        %rd = stablehlo.divide %r, %d : tensor<4xf32>
        %rs = stablehlo.broadcast_in_dim %rd, dims = [0] : (tensor<4xf32>) -> tensor<4x9xf32>
        %0 = stablehlo.add %h, %rs : tensor<4x9xf32>
        return %0 : tensor<4x9xf32>
        """)),
    Example(
      "terms of x and its mean by factors that differ", .centredGradient,
      "(%x: tensor<4x9xf32>, %y: tensor<4x9xf32>, %v: tensor<4xf32>, %r: tensor<4xf32>) -> tensor<4x9xf32>",
      unchanged: pair.replacing("FACTOR", with: "2.1")),
    Example(
      "terms of x and its mean by factors of one sign", .centredGradient,
      "(%x: tensor<4x9xf32>, %y: tensor<4x9xf32>, %v: tensor<4xf32>, %r: tensor<4xf32>) -> tensor<4x9xf32>",
      unchanged: pair.replacing("FACTOR", with: "-2.0")),
  ]
}
