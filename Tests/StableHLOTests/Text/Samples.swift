/// Small programs as Norma prints them, one for each family of operations.
enum Samples {
  /// All of them, by name.
  static let all: [String: String] = [
    "elementwise": elementwise, "constants": constants, "movement": movement, "products": products,
    "reductions": reductions, "loops": loops, "calls": calls, "kept": kept,
  ]

  static let elementwise = """
    module {
      func.func public @main(%arg0: tensor<2x3xf32>, %arg1: tensor<2x3xf32>, %arg2: tensor<2x3xi1>, %arg3: tensor<f32>) -> tensor<2x3xf32> {
        %0 = stablehlo.add %arg0, %arg1 : tensor<2x3xf32>
        %1 = chlo.square %0 : tensor<2x3xf32> -> tensor<2x3xf32>
        %2 = stablehlo.is_finite %1 : (tensor<2x3xf32>) -> tensor<2x3xi1>
        %3 = stablehlo.compare LT, %0, %1, FLOAT : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
        %4 = stablehlo.compare EQ, %0, %1 : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
        %5 = stablehlo.select %arg2, %0, %1 : tensor<2x3xi1>, tensor<2x3xf32>
        %6 = stablehlo.clamp %arg3, %5, %arg3 : (tensor<f32>, tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
        %7 = stablehlo.clamp %5, %5, %6 : tensor<2x3xf32>
        %8 = stablehlo.convert %7 : (tensor<2x3xf32>) -> tensor<2x3xbf16>
        %9 = stablehlo.convert %8 : tensor<2x3xbf16>
        %10 = stablehlo.bitcast_convert %9 : (tensor<2x3xbf16>) -> tensor<2x3xui16>
        %11 = stablehlo.reduce_precision %7, format = e5m10 : tensor<2x3xf32>
        %12:2 = stablehlo.optimization_barrier %11, %arg2 : tensor<2x3xf32>, tensor<2x3xi1>
        return %12#0 : tensor<2x3xf32>
      }
    }

    """

  static let constants = """
    module @constants {
      func.func public @main() -> (tensor<2x2xi32>, tensor<3xf32>, tensor<i1>) {
        %c = stablehlo.constant dense<[[1, -2], [3, 4]]> : tensor<2x2xi32>
        %cst = stablehlo.constant dense<[1.500000e+00, 0x7FC00000, -0.000000e+00]> : tensor<3xf32>
        %c_0 = stablehlo.constant dense<true> : tensor<i1>
        %cst_1 = stablehlo.constant dense<> : tensor<0x4xf64>
        %0 = stablehlo.iota dim = 1 : tensor<2x3xui8>
        return %c, %cst, %c_0 : tensor<2x2xi32>, tensor<3xf32>, tensor<i1>
      }
    }

    """

  static let movement = """
    module {
      func.func public @main(%arg0: tensor<2x3xf32>, %arg1: tensor<f32>, %arg2: tensor<i32>) -> tensor<3x2xf32> {
        %0 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<f32>) -> tensor<2x3xf32>
        %1 = stablehlo.transpose %0, dims = [1, 0] : (tensor<2x3xf32>) -> tensor<3x2xf32>
        %2 = stablehlo.reshape %1 : (tensor<3x2xf32>) -> tensor<6xf32>
        %3 = stablehlo.slice %2 [1:6:2] : (tensor<6xf32>) -> tensor<3xf32>
        %4 = stablehlo.slice %arg0 [0:1, 1:3] : (tensor<2x3xf32>) -> tensor<1x2xf32>
        %5 = stablehlo.dynamic_slice %arg0, %arg2, %arg2, sizes = [1, 2] : (tensor<2x3xf32>, tensor<i32>, tensor<i32>) -> tensor<1x2xf32>
        %6 = stablehlo.dynamic_update_slice %arg0, %5, %arg2, %arg2 : (tensor<2x3xf32>, tensor<1x2xf32>, tensor<i32>, tensor<i32>) -> tensor<2x3xf32>
        %7 = stablehlo.pad %arg0, %arg1, low = [1, 0], high = [-1, 2], interior = [0, 1] : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x7xf32>
        %8 = stablehlo.concatenate %arg0, %0, dim = 0 : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<4x3xf32>
        return %1 : tensor<3x2xf32>
      }
    }

    """

  static let products = """
    module {
      func.func public @main(%arg0: tensor<4x2x3xf32>, %arg1: tensor<4x3x5xf32>) -> tensor<4x2x5xf32> {
        %0 = stablehlo.dot_general %arg0, %arg1, batching_dims = [0] x [0], contracting_dims = [2] x [1], precision = [DEFAULT, HIGHEST] : (tensor<4x2x3xf32>, tensor<4x3x5xf32>) -> tensor<4x2x5xf32>
        %1 = stablehlo.dot_general %arg0, %arg1, contracting_dims = [0, 2] x [0, 1] : (tensor<4x2x3xf32>, tensor<4x3x5xf32>) -> tensor<2x5xf32>
        return %0 : tensor<4x2x5xf32>
      }
    }

    """

  static let reductions = """
    module {
      func.func public @main(%arg0: tensor<2x3xf32>, %arg1: tensor<2x3xi32>, %arg2: tensor<f32>, %arg3: tensor<i32>) -> (tensor<2xf32>, tensor<2xi32>) {
        %0 = stablehlo.reduce(%arg0 init: %arg2) applies stablehlo.add across dimensions = [1] : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>
        %1 = stablehlo.reduce(%arg0 init: %arg2) across dimensions = [1] : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>
         reducer(%left: tensor<f32>, %right: tensor<f32>) {
          %reduced = stablehlo.subtract %left, %right : tensor<f32>
          stablehlo.return %reduced : tensor<f32>
        }
        %2:2 = stablehlo.reduce(%arg0 init: %arg2), (%arg1 init: %arg3) across dimensions = [1] : (tensor<2x3xf32>, tensor<2x3xi32>, tensor<f32>, tensor<i32>) -> (tensor<2xf32>, tensor<2xi32>)
         reducer(%arg4: tensor<f32>, %arg6: tensor<f32>) (%arg5: tensor<i32>, %arg7: tensor<i32>) {
          %3 = stablehlo.compare GT, %arg4, %arg6, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
          %4 = stablehlo.select %3, %arg4, %arg6 : tensor<i1>, tensor<f32>
          %5 = stablehlo.select %3, %arg5, %arg7 : tensor<i1>, tensor<i32>
          stablehlo.return %4, %5 : tensor<f32>, tensor<i32>
        }
        return %2#0, %2#1 : tensor<2xf32>, tensor<2xi32>
      }
    }

    """

  static let loops = """
    module {
      func.func public @main(%arg0: tensor<2xf32>, %arg1: tensor<i32>) -> tensor<2xf32> {
        %c = stablehlo.constant dense<0> : tensor<i32>
        %0:2 = stablehlo.while(%iterArg = %c, %iterArg_0 = %arg0) : tensor<i32>, tensor<2xf32> attributes {note = "loop"}
        cond {
          %1 = stablehlo.compare LT, %iterArg, %arg1, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
          stablehlo.return %1 : tensor<i1>
        } do {
          %c_1 = stablehlo.constant dense<1> : tensor<i32>
          %1 = stablehlo.add %iterArg, %c_1 : tensor<i32>
          %2 = func.call @twice(%iterArg_0) : (tensor<2xf32>) -> tensor<2xf32>
          stablehlo.return %1, %2 : tensor<i32>, tensor<2xf32>
        }
        return %0#1 : tensor<2xf32>
      }
      func.func private @twice(%arg0: tensor<2xf32>) -> tensor<2xf32> {
        %0 = stablehlo.add %arg0, %arg0 : tensor<2xf32>
        return %0 : tensor<2xf32>
      }
    }

    """

  static let calls = """
    module @"a name" {
      func.func public @main(%arg0: tensor<i64>) -> tensor<i64> {
        %0:2 = call @_pair(%arg0) {note} : (tensor<i64>) -> (tensor<i64>, tensor<i64>)
        call @"no result"() : () -> ()
        stablehlo.custom_call @check.expect_eq(%0#0, %0#1) {has_side_effect = true} : (tensor<i64>, tensor<i64>) -> ()
        return %0#1 : tensor<i64>
      }
      func.func private @_pair(%arg0: tensor<i64>) -> (tensor<i64>, tensor<i64>) {
        return %arg0, %arg0 : tensor<i64>, tensor<i64>
      }
      func.func private @"no result"() {
        return
      }
    }

    """

  static let kept = """
    #loc = loc(unknown)
    #loc1 = loc("x")
    #loc2 = loc("jit(f)/add"(callsite("f"("a.py":1:2 to :9) at #loc1)))
    module @jit_f attributes {mhlo.num_partitions = 1 : i32, "odd name" = [{a = 1}, #dialect.of<"me", [1]>]} {
      sdy.mesh @mesh = <["a"=1, "b"=1]> {stablehlo.mesh = {axes = []}} loc(#loc)
      func.func public @main(%arg0: tensor<2xf32> {mhlo.sharding = "{replicated}"} loc(#loc1), %arg1: tensor<2xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"a"}]>}) -> (tensor<2xf32> {jax.result_info = "result[0]"}) attributes {unit} {
        %0 = stablehlo.add %arg0, %arg1 {mhlo.frontend_attributes = {key = "->"}} : tensor<2xf32> loc(#loc2)
        %cst = stablehlo.constant {note = 1 : i32} dense<1.000000e+00> : tensor<2xf32> loc("c")
        return %0 : tensor<2xf32> loc(#loc)
      } loc(#loc)
    } loc(#loc)

    """
}
