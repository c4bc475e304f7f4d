import NormaRewriting

extension PassTests {
  /// mean(x^2) and mean(x) of 4 rows of 9, in `%q` and `%m`.
  private static let moments = """
    %z = stablehlo.constant dense<0.0> : tensor<f32>
    %d = stablehlo.constant dense<9.0> : tensor<4xf32>
    %s = stablehlo.reduce(%x init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
    %m = stablehlo.divide %s, %d : tensor<4xf32>
    %xx = stablehlo.multiply %x, %x : tensor<4x9xf32>
    %ss = stablehlo.reduce(%xx init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
    %q = stablehlo.divide %ss, %d : tensor<4xf32>

    """

  static let varianceExamples = [
    Example(
      "plain variance", .varianceForm, "(%x: tensor<4x9xf32>) -> tensor<4xf32>",
      before: moments + """
        %mm = chlo.square %m : tensor<4xf32> -> tensor<4xf32>
        %v = stablehlo.subtract %q, %mm : tensor<4xf32>
        return %v : tensor<4xf32>
        """,
      after: centring + """

        %cc = chlo.square %c : tensor<4x9xf32> -> tensor<4x9xf32>
        %zz = stablehlo.constant dense<0.0> : tensor<f32>
        %0 = stablehlo.reduce(%cc init: %zz) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
        %dd = stablehlo.constant dense<9.0> : tensor<4xf32>
        %1 = stablehlo.divide %0, %dd : tensor<4xf32>
        return %1 : tensor<4xf32>
        """),
    Example(
      "differences that are no variance", .varianceForm,
      "(%x: tensor<4x9xf32>, %y: tensor<4xf32>, %u: tensor<4x9xf32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>)",
      unchanged: moments + """
        %mm = stablehlo.multiply %m, %y : tensor<4xf32>
        %0 = stablehlo.subtract %q, %mm : tensor<4xf32>
        %yy = stablehlo.multiply %m, %m : tensor<4xf32>
        %1 = stablehlo.subtract %yy, %q : tensor<4xf32>
        %us = stablehlo.reduce(%u init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
        %um = stablehlo.divide %us, %d : tensor<4xf32>
        %uu = stablehlo.multiply %um, %um : tensor<4xf32>
        %2 = stablehlo.subtract %q, %uu : tensor<4xf32>
        return %0, %1, %2 : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
        """),
    Example(
      "guard of a mean of squares", .nonNegativeMaximum, "(%x: tensor<4x9xf32>) -> tensor<4xf32>",
      before: moments + """
        %zz = stablehlo.constant dense<0.0> : tensor<4xf32>
        %0 = stablehlo.maximum %zz, %q : tensor<4xf32>
        %1 = stablehlo.abs %0 : tensor<4xf32>
        return %1 : tensor<4xf32>
        """,
      after: moments + "return %q : tensor<4xf32>"),
    Example(
      "guard of a mean, of a difference, of squares that a negative number divides", .nonNegativeMaximum,
      "(%x: tensor<4x9xf32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>)",
      unchanged: moments + """
        %zz = stablehlo.constant dense<0.0> : tensor<4xf32>
        %0 = stablehlo.maximum %zz, %m : tensor<4xf32>
        %1 = stablehlo.subtract %q, %zz : tensor<4xf32>
        %2 = stablehlo.maximum %1, %zz : tensor<4xf32>
        %n = stablehlo.constant dense<-9.0> : tensor<4xf32>
        %3 = stablehlo.divide %ss, %n : tensor<4xf32>
        %4 = stablehlo.maximum %3, %zz : tensor<4xf32>
        return %0, %2, %4 : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
        """),
  ]

  /// v = mean(x^2) in `%q`, sum(x * g) in `%a`, and the derivative of maximum(0, v) in `%f`, as JAX writes it.
  private static let clamped =
    moments + """
      %zz = stablehlo.constant dense<0.0> : tensor<4xf32>
      %one = stablehlo.constant dense<1.0> : tensor<4xf32>
      %two = stablehlo.constant dense<2.0> : tensor<4xf32>
      %max = stablehlo.maximum %zz, %q : tensor<4xf32>
      %p = stablehlo.compare EQ, %q, %max, FLOAT : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xi1>
      %h = stablehlo.select %p, %one, %zz : tensor<4xi1>, tensor<4xf32>
      %t = stablehlo.compare EQ, %zz, %max, FLOAT : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xi1>
      %k = stablehlo.select %t, %two, %one : tensor<4xi1>, tensor<4xf32>
      %f = stablehlo.divide %h, %k : tensor<4xf32>
      %xg = stablehlo.multiply %x, %g : tensor<4x9xf32>
      %a = stablehlo.reduce(%xg init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>

      """

  static let clampedExamples = [
    Example(
      "derivative of a guard, scaling what vanishes with the variance", .clampedVarianceGradient,
      "(%x: tensor<4x9xf32>, %g: tensor<4x9xf32>) -> tensor<4xf32>",
      before: clamped + """
        %0 = stablehlo.multiply %a, %m : tensor<4xf32>
        %1 = stablehlo.multiply %0, %f : tensor<4xf32>
        return %1 : tensor<4xf32>
        """,
      after: """
        %z = stablehlo.constant dense<0.0> : tensor<f32>
        %d = stablehlo.constant dense<9.0> : tensor<4xf32>
        %s = stablehlo.reduce(%x init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
        %m = stablehlo.divide %s, %d : tensor<4xf32>
        %xg = stablehlo.multiply %x, %g : tensor<4x9xf32>
        %a = stablehlo.reduce(%xg init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
        %0 = stablehlo.multiply %a, %m : tensor<4xf32>
        return %0 : tensor<4xf32>
        """),
    Example(
      "derivative of a guard, scaling what does not vanish with the variance", .clampedVarianceGradient,
      "(%x: tensor<4x9xf32>, %g: tensor<4x9xf32>) -> (tensor<4xf32>, tensor<4xf32>)",
      unchanged: clamped + """
        %gg = stablehlo.reduce(%g init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x9xf32>, tensor<f32>) -> tensor<4xf32>
        %0 = stablehlo.multiply %gg, %f : tensor<4xf32>
        return %0, %a : tensor<4xf32>, tensor<4xf32>
        """),
  ]

  static let sumExamples = [
    Example(
      "sum of a sum", .nestedReductions, "(%x: tensor<2x3x5xf32>) -> tensor<5xf32>",
      before: """
        %z = stablehlo.constant dense<0.0> : tensor<f32>
        %0 = stablehlo.reduce(%x init: %z) applies stablehlo.add across dimensions = [0] : (tensor<2x3x5xf32>, tensor<f32>) -> tensor<3x5xf32>
        %1 = stablehlo.reduce(%0 init: %z) applies stablehlo.add across dimensions = [0] : (tensor<3x5xf32>, tensor<f32>) -> tensor<5xf32>
        return %1 : tensor<5xf32>
        """,
      after: """
        %z = stablehlo.constant dense<0.0> : tensor<f32>
        %0 = stablehlo.reduce(%x init: %z) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x5xf32>, tensor<f32>) -> tensor<5xf32>
        return %0 : tensor<5xf32>
        """),
    Example(
      "maximum of a sum, sum of a sum from one, sum of a sum that others read, product of a product",
      .nestedReductions,
      "(%x: tensor<2x3xf32>) -> (tensor<f32>, tensor<f32>, tensor<f32>, tensor<2xf32>, tensor<f32>)",
      unchanged: """
        %z = stablehlo.constant dense<0.0> : tensor<f32>
        %o = stablehlo.constant dense<1.0> : tensor<f32>
        %i = stablehlo.constant dense<0xFF800000> : tensor<f32>
        %0 = stablehlo.reduce(%x init: %z) applies stablehlo.add across dimensions = [0] : (tensor<2x3xf32>, tensor<f32>) -> tensor<3xf32>
        %1 = stablehlo.reduce(%0 init: %i) applies stablehlo.maximum across dimensions = [0] : (tensor<3xf32>, tensor<f32>) -> tensor<f32>
        %2 = stablehlo.reduce(%x init: %o) applies stablehlo.add across dimensions = [0] : (tensor<2x3xf32>, tensor<f32>) -> tensor<3xf32>
        %3 = stablehlo.reduce(%2 init: %z) applies stablehlo.add across dimensions = [0] : (tensor<3xf32>, tensor<f32>) -> tensor<f32>
        %4 = stablehlo.reduce(%x init: %z) applies stablehlo.add across dimensions = [1] : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>
        %5 = stablehlo.reduce(%4 init: %z) applies stablehlo.add across dimensions = [0] : (tensor<2xf32>, tensor<f32>) -> tensor<f32>
        %6 = stablehlo.reduce(%x init: %o) applies stablehlo.multiply across dimensions = [1] : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>
        %7 = stablehlo.reduce(%6 init: %o) applies stablehlo.multiply across dimensions = [0] : (tensor<2xf32>, tensor<f32>) -> tensor<f32>
        return %1, %3, %5, %4, %7 : tensor<f32>, tensor<f32>, tensor<f32>, tensor<2xf32>, tensor<f32>
        """),
    Example(
      "sum of negated values, of scaled values, of copies", .scaledSums,
      "(%x: tensor<2x3xf32>, %y: tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>, tensor<2xf32>)",
      before: """
        %z = stablehlo.constant dense<0.0> : tensor<f32>
        %0 = stablehlo.negate %x : tensor<2x3xf32>
        %1 = stablehlo.reduce(%0 init: %z) applies stablehlo.add across dimensions = [1] : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>
        %k = stablehlo.constant dense<-2.0> : tensor<2x3xf32>
        %2 = stablehlo.multiply %x, %k : tensor<2x3xf32>
        %3 = stablehlo.reduce(%2 init: %z) applies stablehlo.add across dimensions = [1] : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>
        %4 = stablehlo.broadcast_in_dim %y, dims = [0] : (tensor<2xf32>) -> tensor<2x3xf32>
        %5 = stablehlo.reduce(%4 init: %z) applies stablehlo.add across dimensions = [1] : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>
        return %1, %3, %5 : tensor<2xf32>, tensor<2xf32>, tensor<2xf32>
        """,
      after: """
        %z = stablehlo.constant dense<0.0> : tensor<f32>
        %0 = stablehlo.reduce(%x init: %z) applies stablehlo.add across dimensions = [1] : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>
        %1 = stablehlo.negate %0 : tensor<2xf32>
        %k = stablehlo.constant dense<-2.0> : tensor<2xf32>
        %2 = stablehlo.reduce(%x init: %z) applies stablehlo.add across dimensions = [1] : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>
        %3 = stablehlo.multiply %k, %2 : tensor<2xf32>
        %c = stablehlo.constant dense<3.0> : tensor<2xf32>
        %4 = stablehlo.multiply %c, %y : tensor<2xf32>
        return %1, %3, %4 : tensor<2xf32>, tensor<2xf32>, tensor<2xf32>
        """),
    Example(
      "scaled by less than one, copies that are transposed, negated values that others read", .scaledSums,
      "(%x: tensor<3x3xf32>, %y: tensor<3x3xf32>) -> (tensor<3xf32>, tensor<3x3xf32>, tensor<3xf32>, tensor<3x3xf32>)",
      unchanged: """
        %z = stablehlo.constant dense<0.0> : tensor<f32>
        %k = stablehlo.constant dense<0.5> : tensor<3x3xf32>
        %0 = stablehlo.multiply %x, %k : tensor<3x3xf32>
        %1 = stablehlo.reduce(%0 init: %z) applies stablehlo.add across dimensions = [1] : (tensor<3x3xf32>, tensor<f32>) -> tensor<3xf32>
        %2 = stablehlo.broadcast_in_dim %y, dims = [1, 0] : (tensor<3x3xf32>) -> tensor<3x3x2xf32>
        %3 = stablehlo.reduce(%2 init: %z) applies stablehlo.add across dimensions = [2] : (tensor<3x3x2xf32>, tensor<f32>) -> tensor<3x3xf32>
        %4 = stablehlo.negate %x : tensor<3x3xf32>
        %5 = stablehlo.reduce(%4 init: %z) applies stablehlo.add across dimensions = [0] : (tensor<3x3xf32>, tensor<f32>) -> tensor<3xf32>
        return %1, %3, %5, %4 : tensor<3xf32>, tensor<3x3xf32>, tensor<3xf32>, tensor<3x3xf32>
        """),
  ]
}
