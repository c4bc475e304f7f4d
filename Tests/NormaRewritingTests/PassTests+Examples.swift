import NormaRewriting
import StableHLO

extension PassTests {
  static let reductionExamples = [
    Example(
      "sum over an axis of extent one", .sizeOneReductions, "(%x: tensor<8x1xf32>) -> tensor<8xf32>",
      before: """
        %c = stablehlo.constant dense<0.0> : tensor<f32>
        %0 = stablehlo.reduce(%x init: %c) applies stablehlo.add across dimensions = [1] : (tensor<8x1xf32>, tensor<f32>) -> tensor<8xf32>
        return %0 : tensor<8xf32>
        """,
      after: """
        %0 = stablehlo.reshape %x : (tensor<8x1xf32>) -> tensor<8xf32>
        return %0 : tensor<8xf32>
        """),
    Example(
      "maximum over one proper axis and one of extent one", .sizeOneReductions,
      "(%x: tensor<8x1x4xf32>) -> tensor<8xf32>",
      before: """
        %c = stablehlo.constant dense<0xFF800000> : tensor<f32>
        %0 = stablehlo.reduce(%x init: %c) applies stablehlo.maximum across dimensions = [1, 2] : (tensor<8x1x4xf32>, tensor<f32>) -> tensor<8xf32>
        return %0 : tensor<8xf32>
        """,
      after: """
        %c = stablehlo.constant dense<0xFF800000> : tensor<f32>
        %0 = stablehlo.reshape %x : (tensor<8x1x4xf32>) -> tensor<8x4xf32>
        %1 = stablehlo.reduce(%0 init: %c) applies stablehlo.maximum across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
        return %1 : tensor<8xf32>
        """),
    Example(
      "sum that does not start from zero", .sizeOneReductions, "(%x: tensor<8x1xf32>) -> tensor<8xf32>",
      unchanged: """
        %c = stablehlo.constant dense<1.0> : tensor<f32>
        %0 = stablehlo.reduce(%x init: %c) applies stablehlo.add across dimensions = [1] : (tensor<8x1xf32>, tensor<f32>) -> tensor<8xf32>
        return %0 : tensor<8xf32>
        """),
    Example(
      "sum over proper axes", .sizeOneReductions, "(%x: tensor<1x4xf32>) -> tensor<1xf32>",
      unchanged: """
        %c = stablehlo.constant dense<0.0> : tensor<f32>
        %0 = stablehlo.reduce(%x init: %c) applies stablehlo.add across dimensions = [1] : (tensor<1x4xf32>, tensor<f32>) -> tensor<1xf32>
        return %0 : tensor<1xf32>
        """),
  ]

  static let sinkingExamples = [
    Example(
      "a kept axis sinks behind the root", .sinkReshapes, "(%x: tensor<8xf32>) -> tensor<8x1xf32>",
      before: """
        %c = stablehlo.constant dense<2.0> : tensor<8x1xf32>
        %0 = stablehlo.reshape %x : (tensor<8xf32>) -> tensor<8x1xf32>
        %1 = stablehlo.divide %0, %c : tensor<8x1xf32>
        %2 = stablehlo.rsqrt %1 : tensor<8x1xf32>
        return %2 : tensor<8x1xf32>
        """,
      after: """
        %c = stablehlo.constant dense<2.0> : tensor<8xf32>
        %0 = stablehlo.divide %x, %c : tensor<8xf32>
        %1 = stablehlo.rsqrt %0 : tensor<8xf32>
        %2 = stablehlo.reshape %1 : (tensor<8xf32>) -> tensor<8x1xf32>
        return %2 : tensor<8x1xf32>
        """),
    Example(
      "a reshape that regroups stays", .sinkReshapes, "(%x: tensor<8xf32>) -> tensor<2x4xf32>",
      unchanged: """
        %0 = stablehlo.reshape %x : (tensor<8xf32>) -> tensor<2x4xf32>
        %1 = stablehlo.negate %0 : tensor<2x4xf32>
        return %1 : tensor<2x4xf32>
        """),
    Example(
      "an operand that is not reshaped", .sinkReshapes,
      "(%x: tensor<8xf32>, %y: tensor<8x1xf32>) -> tensor<8x1xf32>",
      unchanged: """
        %0 = stablehlo.reshape %x : (tensor<8xf32>) -> tensor<8x1xf32>
        %1 = stablehlo.add %0, %y : tensor<8x1xf32>
        return %1 : tensor<8x1xf32>
        """),
  ]

  static let foldingExamples = [
    Example(
      "broadcast of a number", .constantFolding, "() -> tensor<8x4xf32>",
      before: """
        %c = stablehlo.constant dense<2.5> : tensor<f32>
        %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
        return %0 : tensor<8x4xf32>
        """,
      after: "%c = stablehlo.constant dense<2.5> : tensor<8x4xf32>\nreturn %c : tensor<8x4xf32>"),
    Example(
      "a quotient is rounded to its type", .constantFolding, "() -> tensor<4xbf16>",
      before: """
        %a = stablehlo.constant dense<1.0> : tensor<4xbf16>
        %b = stablehlo.constant dense<3.0> : tensor<4xbf16>
        %0 = stablehlo.divide %a, %b : tensor<4xbf16>
        return %0 : tensor<4xbf16>
        """,
      after: "%c = stablehlo.constant dense<0x3EAB> : tensor<4xbf16>\nreturn %c : tensor<4xbf16>"),
    Example(
      "selection by a constant", .constantFolding, "(%x: tensor<4xf32>, %y: tensor<4xf32>) -> tensor<4xf32>",
      before: """
        %a = stablehlo.constant dense<1> : tensor<4xi32>
        %b = stablehlo.constant dense<2> : tensor<4xi32>
        %0 = stablehlo.compare GT, %a, %b, SIGNED : (tensor<4xi32>, tensor<4xi32>) -> tensor<4xi1>
        %1 = stablehlo.select %0, %x, %y : tensor<4xi1>, tensor<4xf32>
        return %1 : tensor<4xf32>
        """, after: "return %y : tensor<4xf32>"),
    Example(
      "a function that implementations round differently", .constantFolding, "() -> tensor<f32>",
      unchanged: """
        %a = stablehlo.constant dense<1.0> : tensor<f32>
        %0 = stablehlo.exponential %a : tensor<f32>
        return %0 : tensor<f32>
        """),
    Example(
      "a constant of several numbers", .constantFolding, "() -> tensor<2x2xf32>",
      unchanged: """
        %a = stablehlo.constant dense<[1.0, 2.0]> : tensor<2xf32>
        %0 = stablehlo.broadcast_in_dim %a, dims = [1] : (tensor<2xf32>) -> tensor<2x2xf32>
        return %0 : tensor<2x2xf32>
        """),
  ]

  static let sharingExamples = [
    Example(
      "a sum in either order", .commonSubexpressions,
      "(%x: tensor<4xf32>, %y: tensor<4xf32>) -> tensor<4xf32>",
      before: """
        %0 = stablehlo.add %x, %y : tensor<4xf32>
        %1 = stablehlo.add %y, %x : tensor<4xf32>
        %2 = stablehlo.multiply %0, %1 : tensor<4xf32>
        return %2 : tensor<4xf32>
        """,
      after: """
        %0 = stablehlo.add %x, %y : tensor<4xf32>
        %1 = stablehlo.multiply %0, %0 : tensor<4xf32>
        return %1 : tensor<4xf32>
        """),
    Example(
      "a difference in either order", .commonSubexpressions,
      "(%x: tensor<4xf32>, %y: tensor<4xf32>) -> tensor<4xf32>",
      unchanged: """
        %0 = stablehlo.subtract %x, %y : tensor<4xf32>
        %1 = stablehlo.subtract %y, %x : tensor<4xf32>
        %2 = stablehlo.multiply %0, %1 : tensor<4xf32>
        return %2 : tensor<4xf32>
        """),
    Example(
      "optimization barriers keep apart", .commonSubexpressions, "(%x: tensor<4xf32>) -> tensor<4xf32>",
      unchanged: """
        %0 = stablehlo.optimization_barrier %x : tensor<4xf32>
        %1 = stablehlo.optimization_barrier %x : tensor<4xf32>
        %2 = stablehlo.add %0, %1 : tensor<4xf32>
        return %2 : tensor<4xf32>
        """),
    Example(
      "a loop reads what stands before it, and keeps its own", .commonSubexpressions,
      "(%x: tensor<f32>) -> (tensor<f32>, tensor<f32>)",
      before: """
        %a = stablehlo.negate %x : tensor<f32>
        %r = stablehlo.while(%i = %x) : tensor<f32>
          cond {
          %b = stablehlo.negate %x : tensor<f32>
          %p = stablehlo.compare LT, %i, %b, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
          stablehlo.return %p : tensor<i1>
        } do {
          %c = stablehlo.abs %x : tensor<f32>
          %d = stablehlo.add %i, %c : tensor<f32>
          stablehlo.return %d : tensor<f32>
        }
        %e = stablehlo.abs %x : tensor<f32>
        %f = stablehlo.add %a, %e : tensor<f32>
        return %r, %f : tensor<f32>, tensor<f32>
        """,
      after: """
        %a = stablehlo.negate %x : tensor<f32>
        %r = stablehlo.while(%i = %x) : tensor<f32>
          cond {
          %p = stablehlo.compare LT, %i, %a, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
          stablehlo.return %p : tensor<i1>
        } do {
          %c = stablehlo.abs %x : tensor<f32>
          %d = stablehlo.add %i, %c : tensor<f32>
          stablehlo.return %d : tensor<f32>
        }
        %e = stablehlo.abs %x : tensor<f32>
        %f = stablehlo.add %a, %e : tensor<f32>
        return %r, %f : tensor<f32>, tensor<f32>
        """),
  ]
}
