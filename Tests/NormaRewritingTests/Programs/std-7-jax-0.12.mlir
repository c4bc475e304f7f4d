// python print.py std 7 5 2 3 2, with JAX 0.12.0.1 and Equinox 0.13.8
module @jit_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf32>, %arg1: tensor<7xf32>, %arg2: tensor<5x7xf32>, %arg3: tensor<5xf32>, %arg4: tensor<7x5xf32>, %arg5: tensor<7xf32>, %arg6: tensor<7xf32>, %arg7: tensor<7xf32>, %arg8: tensor<5x7xf32>, %arg9: tensor<5xf32>, %arg10: tensor<7x5xf32>, %arg11: tensor<7xf32>, %arg12: tensor<2x3x7xf32>) -> (tensor<7xf32> {jax.result_info = "result[0].norm.weight"}, tensor<7xf32> {jax.result_info = "result[0].norm.bias"}, tensor<5x7xf32> {jax.result_info = "result[0].up.weight"}, tensor<5xf32> {jax.result_info = "result[0].up.bias"}, tensor<7x5xf32> {jax.result_info = "result[0].down.weight"}, tensor<7xf32> {jax.result_info = "result[0].down.bias"}, tensor<7xf32> {jax.result_info = "result[1].norm.weight"}, tensor<7xf32> {jax.result_info = "result[1].norm.bias"}, tensor<5x7xf32> {jax.result_info = "result[1].up.weight"}, tensor<5xf32> {jax.result_info = "result[1].up.bias"}, tensor<7x5xf32> {jax.result_info = "result[1].down.weight"}, tensor<7xf32> {jax.result_info = "result[1].down.bias"}) {
    %cst = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %0 = call @standardize(%arg12, %cst) : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<2x3x7xf32>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %2 = stablehlo.broadcast_in_dim %1, dims = [1, 2] : (tensor<1x7xf32>) -> tensor<1x1x7xf32>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %4 = stablehlo.multiply %0, %3 : tensor<2x3x7xf32>
    %5 = stablehlo.broadcast_in_dim %arg1, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %6 = stablehlo.broadcast_in_dim %5, dims = [1, 2] : (tensor<1x7xf32>) -> tensor<1x1x7xf32>
    %7 = stablehlo.broadcast_in_dim %6, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %8 = stablehlo.add %4, %7 : tensor<2x3x7xf32>
    %9 = stablehlo.dot_general %arg2, %8, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<5x7xf32>, tensor<2x3x7xf32>) -> tensor<5x2x3xf32>
    %10 = stablehlo.transpose %9, dims = [1, 2, 0] : (tensor<5x2x3xf32>) -> tensor<2x3x5xf32>
    %11 = stablehlo.broadcast_in_dim %arg3, dims = [1] : (tensor<5xf32>) -> tensor<1x5xf32>
    %12 = stablehlo.broadcast_in_dim %11, dims = [1, 2] : (tensor<1x5xf32>) -> tensor<1x1x5xf32>
    %13 = stablehlo.broadcast_in_dim %12, dims = [0, 1, 2] : (tensor<1x1x5xf32>) -> tensor<2x3x5xf32>
    %14 = stablehlo.add %10, %13 : tensor<2x3x5xf32>
    %15 = stablehlo.multiply %14, %14 : tensor<2x3x5xf32>
    %16 = stablehlo.multiply %15, %14 : tensor<2x3x5xf32>
    %17 = stablehlo.multiply %14, %14 : tensor<2x3x5xf32>
    %cst_0 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %18 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %19 = stablehlo.multiply %18, %17 : tensor<2x3x5xf32>
    %cst_1 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %20 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %21 = stablehlo.multiply %20, %16 : tensor<2x3x5xf32>
    %22 = stablehlo.add %14, %21 : tensor<2x3x5xf32>
    %cst_2 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %23 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %24 = stablehlo.multiply %23, %22 : tensor<2x3x5xf32>
    %25 = stablehlo.tanh %24 : tensor<2x3x5xf32>
    %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %26 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %27 = stablehlo.add %26, %25 : tensor<2x3x5xf32>
    %cst_4 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %28 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %29 = stablehlo.subtract %28, %25 : tensor<2x3x5xf32>
    %30 = stablehlo.multiply %27, %29 : tensor<2x3x5xf32>
    %cst_5 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %31 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %32 = stablehlo.add %31, %25 : tensor<2x3x5xf32>
    %cst_6 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %33 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %34 = stablehlo.multiply %33, %32 : tensor<2x3x5xf32>
    %35 = stablehlo.multiply %14, %34 : tensor<2x3x5xf32>
    %36 = stablehlo.dot_general %arg4, %35, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<7x5xf32>, tensor<2x3x5xf32>) -> tensor<7x2x3xf32>
    %37 = stablehlo.transpose %36, dims = [1, 2, 0] : (tensor<7x2x3xf32>) -> tensor<2x3x7xf32>
    %38 = stablehlo.broadcast_in_dim %arg5, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %39 = stablehlo.broadcast_in_dim %38, dims = [1, 2] : (tensor<1x7xf32>) -> tensor<1x1x7xf32>
    %40 = stablehlo.broadcast_in_dim %39, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %41 = stablehlo.add %37, %40 : tensor<2x3x7xf32>
    %42 = stablehlo.add %arg12, %41 : tensor<2x3x7xf32>
    %cst_7 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %43:7 = call @standardize_0(%42, %cst_7) : (tensor<2x3x7xf32>, tensor<f32>) -> (tensor<2x3x7xf32>, tensor<2x3x7xf32>, tensor<2x3x1xf32>, tensor<2x3x1xf32>, tensor<2x3x1xf32>, tensor<2x3x1xf32>, tensor<2x3x7xf32>)
    %44 = stablehlo.broadcast_in_dim %arg6, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %45 = stablehlo.broadcast_in_dim %44, dims = [1, 2] : (tensor<1x7xf32>) -> tensor<1x1x7xf32>
    %46 = stablehlo.broadcast_in_dim %45, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %47 = stablehlo.multiply %43#0, %46 : tensor<2x3x7xf32>
    %48 = stablehlo.broadcast_in_dim %arg7, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %49 = stablehlo.broadcast_in_dim %48, dims = [1, 2] : (tensor<1x7xf32>) -> tensor<1x1x7xf32>
    %50 = stablehlo.broadcast_in_dim %49, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %51 = stablehlo.add %47, %50 : tensor<2x3x7xf32>
    %52 = stablehlo.dot_general %arg8, %51, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<5x7xf32>, tensor<2x3x7xf32>) -> tensor<5x2x3xf32>
    %53 = stablehlo.transpose %52, dims = [1, 2, 0] : (tensor<5x2x3xf32>) -> tensor<2x3x5xf32>
    %54 = stablehlo.broadcast_in_dim %arg9, dims = [1] : (tensor<5xf32>) -> tensor<1x5xf32>
    %55 = stablehlo.broadcast_in_dim %54, dims = [1, 2] : (tensor<1x5xf32>) -> tensor<1x1x5xf32>
    %56 = stablehlo.broadcast_in_dim %55, dims = [0, 1, 2] : (tensor<1x1x5xf32>) -> tensor<2x3x5xf32>
    %57 = stablehlo.add %53, %56 : tensor<2x3x5xf32>
    %58 = stablehlo.multiply %57, %57 : tensor<2x3x5xf32>
    %59 = stablehlo.multiply %58, %57 : tensor<2x3x5xf32>
    %60 = stablehlo.multiply %57, %57 : tensor<2x3x5xf32>
    %cst_8 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %61 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %62 = stablehlo.multiply %61, %60 : tensor<2x3x5xf32>
    %cst_9 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %63 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %64 = stablehlo.multiply %63, %59 : tensor<2x3x5xf32>
    %65 = stablehlo.add %57, %64 : tensor<2x3x5xf32>
    %cst_10 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %66 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %67 = stablehlo.multiply %66, %65 : tensor<2x3x5xf32>
    %68 = stablehlo.tanh %67 : tensor<2x3x5xf32>
    %cst_11 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %69 = stablehlo.broadcast_in_dim %cst_11, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %70 = stablehlo.add %69, %68 : tensor<2x3x5xf32>
    %cst_12 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %71 = stablehlo.broadcast_in_dim %cst_12, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %72 = stablehlo.subtract %71, %68 : tensor<2x3x5xf32>
    %73 = stablehlo.multiply %70, %72 : tensor<2x3x5xf32>
    %cst_13 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %74 = stablehlo.broadcast_in_dim %cst_13, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %75 = stablehlo.add %74, %68 : tensor<2x3x5xf32>
    %cst_14 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %76 = stablehlo.broadcast_in_dim %cst_14, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %77 = stablehlo.multiply %76, %75 : tensor<2x3x5xf32>
    %78 = stablehlo.multiply %57, %77 : tensor<2x3x5xf32>
    %79 = stablehlo.dot_general %arg10, %78, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<7x5xf32>, tensor<2x3x5xf32>) -> tensor<7x2x3xf32>
    %80 = stablehlo.transpose %79, dims = [1, 2, 0] : (tensor<7x2x3xf32>) -> tensor<2x3x7xf32>
    %81 = stablehlo.broadcast_in_dim %arg11, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %82 = stablehlo.broadcast_in_dim %81, dims = [1, 2] : (tensor<1x7xf32>) -> tensor<1x1x7xf32>
    %83 = stablehlo.broadcast_in_dim %82, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %84 = stablehlo.add %80, %83 : tensor<2x3x7xf32>
    %85 = stablehlo.add %42, %84 : tensor<2x3x7xf32>
    %cst_15 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %86 = stablehlo.broadcast_in_dim %cst_15, dims = [] : (tensor<f32>) -> tensor<2x3x7xf32>
    %87 = stablehlo.multiply %86, %85 : tensor<2x3x7xf32>
    %cst_16 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %cst_17 = stablehlo.constant dense<4.200000e+01> : tensor<f32>
    %88 = stablehlo.divide %cst_16, %cst_17 : tensor<f32>
    %89 = stablehlo.broadcast_in_dim %88, dims = [] : (tensor<f32>) -> tensor<2x3x7xf32>
    %90 = stablehlo.multiply %89, %87 : tensor<2x3x7xf32>
    %cst_18 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %91 = stablehlo.reduce(%90 init: %cst_18) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %92 = stablehlo.reshape %91 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_19 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %93 = stablehlo.reduce(%92 init: %cst_19) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %94 = stablehlo.broadcast_in_dim %93, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_20 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %95 = stablehlo.reduce(%94 init: %cst_20) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %96 = stablehlo.transpose %90, dims = [2, 0, 1] : (tensor<2x3x7xf32>) -> tensor<7x2x3xf32>
    %97 = stablehlo.dot_general %96, %arg10, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<7x2x3xf32>, tensor<7x5xf32>) -> tensor<2x3x5xf32>
    %98 = stablehlo.dot_general %96, %78, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<7x2x3xf32>, tensor<2x3x5xf32>) -> tensor<7x5xf32>
    %99 = stablehlo.multiply %57, %97 : tensor<2x3x5xf32>
    %100 = stablehlo.multiply %97, %77 : tensor<2x3x5xf32>
    %cst_21 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %101 = stablehlo.broadcast_in_dim %cst_21, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %102 = stablehlo.multiply %101, %99 : tensor<2x3x5xf32>
    %103 = stablehlo.multiply %102, %73 : tensor<2x3x5xf32>
    %cst_22 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %104 = stablehlo.broadcast_in_dim %cst_22, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %105 = stablehlo.multiply %104, %103 : tensor<2x3x5xf32>
    %106 = stablehlo.add %100, %105 : tensor<2x3x5xf32>
    %cst_23 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %107 = stablehlo.broadcast_in_dim %cst_23, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %108 = stablehlo.multiply %107, %105 : tensor<2x3x5xf32>
    %109 = stablehlo.multiply %108, %62 : tensor<2x3x5xf32>
    %110 = stablehlo.add %106, %109 : tensor<2x3x5xf32>
    %cst_24 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %111 = stablehlo.reduce(%110 init: %cst_24) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x5xf32>, tensor<f32>) -> tensor<5xf32>
    %112 = stablehlo.reshape %111 : (tensor<5xf32>) -> tensor<1x1x5xf32>
    %cst_25 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %113 = stablehlo.reduce(%112 init: %cst_25) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x5xf32>, tensor<f32>) -> tensor<5xf32>
    %114 = stablehlo.broadcast_in_dim %113, dims = [1] : (tensor<5xf32>) -> tensor<1x5xf32>
    %cst_26 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %115 = stablehlo.reduce(%114 init: %cst_26) applies stablehlo.add across dimensions = [0] : (tensor<1x5xf32>, tensor<f32>) -> tensor<5xf32>
    %116 = stablehlo.transpose %110, dims = [2, 0, 1] : (tensor<2x3x5xf32>) -> tensor<5x2x3xf32>
    %117 = stablehlo.dot_general %116, %arg8, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<5x2x3xf32>, tensor<5x7xf32>) -> tensor<2x3x7xf32>
    %118 = stablehlo.dot_general %116, %51, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<5x2x3xf32>, tensor<2x3x7xf32>) -> tensor<5x7xf32>
    %cst_27 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %119 = stablehlo.reduce(%117 init: %cst_27) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %120 = stablehlo.reshape %119 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_28 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %121 = stablehlo.reduce(%120 init: %cst_28) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %122 = stablehlo.broadcast_in_dim %121, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_29 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %123 = stablehlo.reduce(%122 init: %cst_29) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %124 = stablehlo.multiply %43#0, %117 : tensor<2x3x7xf32>
    %cst_30 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %125 = stablehlo.reduce(%124 init: %cst_30) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %126 = stablehlo.reshape %125 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %127 = stablehlo.broadcast_in_dim %45, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %128 = stablehlo.multiply %117, %127 : tensor<2x3x7xf32>
    %cst_31 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %129 = stablehlo.reduce(%126 init: %cst_31) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %130 = stablehlo.broadcast_in_dim %129, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_32 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %131 = stablehlo.reduce(%130 init: %cst_32) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %132 = call @standardize_2(%43#1, %43#2, %43#3, %43#4, %43#5, %43#6, %128) : (tensor<2x3x7xf32>, tensor<2x3x1xf32>, tensor<2x3x1xf32>, tensor<2x3x1xf32>, tensor<2x3x1xf32>, tensor<2x3x7xf32>, tensor<2x3x7xf32>) -> tensor<2x3x7xf32>
    %133 = stablehlo.add %90, %132 : tensor<2x3x7xf32>
    %cst_33 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %134 = stablehlo.reduce(%133 init: %cst_33) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %135 = stablehlo.reshape %134 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_34 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %136 = stablehlo.reduce(%135 init: %cst_34) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %137 = stablehlo.broadcast_in_dim %136, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_35 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %138 = stablehlo.reduce(%137 init: %cst_35) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %139 = stablehlo.transpose %133, dims = [2, 0, 1] : (tensor<2x3x7xf32>) -> tensor<7x2x3xf32>
    %140 = stablehlo.dot_general %139, %arg4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<7x2x3xf32>, tensor<7x5xf32>) -> tensor<2x3x5xf32>
    %141 = stablehlo.dot_general %139, %35, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<7x2x3xf32>, tensor<2x3x5xf32>) -> tensor<7x5xf32>
    %142 = stablehlo.multiply %14, %140 : tensor<2x3x5xf32>
    %143 = stablehlo.multiply %140, %34 : tensor<2x3x5xf32>
    %cst_36 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %144 = stablehlo.broadcast_in_dim %cst_36, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %145 = stablehlo.multiply %144, %142 : tensor<2x3x5xf32>
    %146 = stablehlo.multiply %145, %30 : tensor<2x3x5xf32>
    %cst_37 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %147 = stablehlo.broadcast_in_dim %cst_37, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %148 = stablehlo.multiply %147, %146 : tensor<2x3x5xf32>
    %149 = stablehlo.add %143, %148 : tensor<2x3x5xf32>
    %cst_38 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %150 = stablehlo.broadcast_in_dim %cst_38, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %151 = stablehlo.multiply %150, %148 : tensor<2x3x5xf32>
    %152 = stablehlo.multiply %151, %19 : tensor<2x3x5xf32>
    %153 = stablehlo.add %149, %152 : tensor<2x3x5xf32>
    %cst_39 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %154 = stablehlo.reduce(%153 init: %cst_39) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x5xf32>, tensor<f32>) -> tensor<5xf32>
    %155 = stablehlo.reshape %154 : (tensor<5xf32>) -> tensor<1x1x5xf32>
    %cst_40 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %156 = stablehlo.reduce(%155 init: %cst_40) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x5xf32>, tensor<f32>) -> tensor<5xf32>
    %157 = stablehlo.broadcast_in_dim %156, dims = [1] : (tensor<5xf32>) -> tensor<1x5xf32>
    %cst_41 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %158 = stablehlo.reduce(%157 init: %cst_41) applies stablehlo.add across dimensions = [0] : (tensor<1x5xf32>, tensor<f32>) -> tensor<5xf32>
    %159 = stablehlo.transpose %153, dims = [2, 0, 1] : (tensor<2x3x5xf32>) -> tensor<5x2x3xf32>
    %160 = stablehlo.dot_general %159, %arg2, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<5x2x3xf32>, tensor<5x7xf32>) -> tensor<2x3x7xf32>
    %161 = stablehlo.dot_general %159, %8, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<5x2x3xf32>, tensor<2x3x7xf32>) -> tensor<5x7xf32>
    %cst_42 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %162 = stablehlo.reduce(%160 init: %cst_42) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %163 = stablehlo.reshape %162 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_43 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %164 = stablehlo.reduce(%163 init: %cst_43) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %165 = stablehlo.broadcast_in_dim %164, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_44 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %166 = stablehlo.reduce(%165 init: %cst_44) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %167 = stablehlo.multiply %0, %160 : tensor<2x3x7xf32>
    %cst_45 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %168 = stablehlo.reduce(%167 init: %cst_45) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %169 = stablehlo.reshape %168 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_46 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %170 = stablehlo.reduce(%169 init: %cst_46) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %171 = stablehlo.broadcast_in_dim %170, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_47 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %172 = stablehlo.reduce(%171 init: %cst_47) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    return %172, %166, %161, %158, %141, %138, %131, %123, %118, %115, %98, %95 : tensor<7xf32>, tensor<7xf32>, tensor<5x7xf32>, tensor<5xf32>, tensor<7x5xf32>, tensor<7xf32>, tensor<7xf32>, tensor<7xf32>, tensor<5x7xf32>, tensor<5xf32>, tensor<7x5xf32>, tensor<7xf32>
  }
  func.func private @standardize(%arg0: tensor<2x3x7xf32>, %arg1: tensor<f32>) -> tensor<2x3x7xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<2x3xf32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<2x3xf32>) -> tensor<2x3x1xf32>
    %cst_0 = stablehlo.constant dense<7.000000e+00> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %3 = stablehlo.divide %1, %2 : tensor<2x3x1xf32>
    %4 = chlo.square %arg0 : tensor<2x3x7xf32> -> tensor<2x3x7xf32>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %5 = stablehlo.reduce(%4 init: %cst_1) applies stablehlo.add across dimensions = [2] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<2x3xf32>
    %6 = stablehlo.broadcast_in_dim %5, dims = [0, 1] : (tensor<2x3xf32>) -> tensor<2x3x1xf32>
    %cst_2 = stablehlo.constant dense<7.000000e+00> : tensor<f32>
    %7 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %8 = stablehlo.divide %6, %7 : tensor<2x3x1xf32>
    %9 = chlo.square %3 : tensor<2x3x1xf32> -> tensor<2x3x1xf32>
    %10 = stablehlo.subtract %8, %9 : tensor<2x3x1xf32>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %11 = call @clip(%10, %c) : (tensor<2x3x1xf32>, tensor<i32>) -> tensor<2x3x1xf32>
    %12 = stablehlo.broadcast_in_dim %3, dims = [0, 1, 2] : (tensor<2x3x1xf32>) -> tensor<2x3x7xf32>
    %13 = stablehlo.subtract %arg0, %12 : tensor<2x3x7xf32>
    %14 = stablehlo.convert %arg1 : tensor<f32>
    %15 = stablehlo.broadcast_in_dim %14, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %16 = stablehlo.add %11, %15 : tensor<2x3x1xf32>
    %17 = stablehlo.rsqrt %16 : tensor<2x3x1xf32>
    %18 = stablehlo.broadcast_in_dim %17, dims = [0, 1, 2] : (tensor<2x3x1xf32>) -> tensor<2x3x7xf32>
    %19 = stablehlo.multiply %13, %18 : tensor<2x3x7xf32>
    return %19 : tensor<2x3x7xf32>
  }
  func.func private @clip(%arg0: tensor<2x3x1xf32>, %arg1: tensor<i32>) -> tensor<2x3x1xf32> {
    %0 = stablehlo.convert %arg1 : (tensor<i32>) -> tensor<f32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %2 = stablehlo.maximum %1, %arg0 : tensor<2x3x1xf32>
    return %2 : tensor<2x3x1xf32>
  }
  func.func private @standardize_0(%arg0: tensor<2x3x7xf32>, %arg1: tensor<f32>) -> (tensor<2x3x7xf32>, tensor<2x3x7xf32>, tensor<2x3x1xf32>, tensor<2x3x1xf32>, tensor<2x3x1xf32>, tensor<2x3x1xf32>, tensor<2x3x7xf32>) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<2x3xf32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<2x3xf32>) -> tensor<2x3x1xf32>
    %cst_0 = stablehlo.constant dense<7.000000e+00> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %3 = stablehlo.divide %1, %2 : tensor<2x3x1xf32>
    %4 = chlo.square %arg0 : tensor<2x3x7xf32> -> tensor<2x3x7xf32>
    %cst_1 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %5 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<2x3x7xf32>
    %6 = stablehlo.multiply %5, %arg0 : tensor<2x3x7xf32>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %7 = stablehlo.reduce(%4 init: %cst_2) applies stablehlo.add across dimensions = [2] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<2x3xf32>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0, 1] : (tensor<2x3xf32>) -> tensor<2x3x1xf32>
    %cst_3 = stablehlo.constant dense<7.000000e+00> : tensor<f32>
    %9 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %10 = stablehlo.divide %8, %9 : tensor<2x3x1xf32>
    %11 = chlo.square %3 : tensor<2x3x1xf32> -> tensor<2x3x1xf32>
    %cst_4 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %12 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %13 = stablehlo.multiply %12, %3 : tensor<2x3x1xf32>
    %14 = stablehlo.subtract %10, %11 : tensor<2x3x1xf32>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %15:2 = call @clip_1(%14, %c) : (tensor<2x3x1xf32>, tensor<i32>) -> (tensor<2x3x1xf32>, tensor<2x3x1xf32>)
    %16 = stablehlo.broadcast_in_dim %3, dims = [0, 1, 2] : (tensor<2x3x1xf32>) -> tensor<2x3x7xf32>
    %17 = stablehlo.subtract %arg0, %16 : tensor<2x3x7xf32>
    %18 = stablehlo.convert %arg1 : tensor<f32>
    %19 = stablehlo.broadcast_in_dim %18, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %20 = stablehlo.add %15#0, %19 : tensor<2x3x1xf32>
    %21 = stablehlo.rsqrt %20 : tensor<2x3x1xf32>
    %22 = stablehlo.divide %21, %20 : tensor<2x3x1xf32>
    %cst_5 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %23 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %24 = stablehlo.multiply %23, %22 : tensor<2x3x1xf32>
    %25 = stablehlo.broadcast_in_dim %21, dims = [0, 1, 2] : (tensor<2x3x1xf32>) -> tensor<2x3x7xf32>
    %26 = stablehlo.multiply %17, %25 : tensor<2x3x7xf32>
    return %26, %6, %13, %15#1, %24, %21, %17 : tensor<2x3x7xf32>, tensor<2x3x7xf32>, tensor<2x3x1xf32>, tensor<2x3x1xf32>, tensor<2x3x1xf32>, tensor<2x3x1xf32>, tensor<2x3x7xf32>
  }
  func.func private @clip_1(%arg0: tensor<2x3x1xf32>, %arg1: tensor<i32>) -> (tensor<2x3x1xf32>, tensor<2x3x1xf32>) {
    %0 = stablehlo.convert %arg1 : (tensor<i32>) -> tensor<f32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %2 = stablehlo.maximum %1, %arg0 : tensor<2x3x1xf32>
    %3 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %4 = stablehlo.compare GT, %arg0, %3, FLOAT : (tensor<2x3x1xf32>, tensor<2x3x1xf32>) -> tensor<2x3x1xi1>
    %5 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %6 = stablehlo.compare EQ, %arg0, %5, FLOAT : (tensor<2x3x1xf32>, tensor<2x3x1xf32>) -> tensor<2x3x1xi1>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %7 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %8 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %cst_1 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %9 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %10 = stablehlo.select %6, %9, %8 : tensor<2x3x1xi1>, tensor<2x3x1xf32>
    %11 = stablehlo.select %4, %7, %10 : tensor<2x3x1xi1>, tensor<2x3x1xf32>
    return %2, %11 : tensor<2x3x1xf32>, tensor<2x3x1xf32>
  }
  func.func private @standardize_2(%arg0: tensor<2x3x7xf32>, %arg1: tensor<2x3x1xf32>, %arg2: tensor<2x3x1xf32>, %arg3: tensor<2x3x1xf32>, %arg4: tensor<2x3x1xf32>, %arg5: tensor<2x3x7xf32>, %arg6: tensor<2x3x7xf32>) -> tensor<2x3x7xf32> {
    %0 = stablehlo.multiply %arg5, %arg6 : tensor<2x3x7xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<2x3xf32>
    %2 = stablehlo.reshape %1 : (tensor<2x3xf32>) -> tensor<2x3x1xf32>
    %3 = stablehlo.broadcast_in_dim %arg4, dims = [0, 1, 2] : (tensor<2x3x1xf32>) -> tensor<2x3x7xf32>
    %4 = stablehlo.multiply %arg6, %3 : tensor<2x3x7xf32>
    %5 = stablehlo.multiply %2, %arg3 : tensor<2x3x1xf32>
    %6 = stablehlo.negate %4 : tensor<2x3x7xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %7 = stablehlo.reduce(%6 init: %cst_0) applies stablehlo.add across dimensions = [2] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<2x3xf32>
    %8 = stablehlo.reshape %7 : (tensor<2x3xf32>) -> tensor<2x3x1xf32>
    %9 = call @clip_3(%arg2, %5) : (tensor<2x3x1xf32>, tensor<2x3x1xf32>) -> tensor<2x3x1xf32>
    %10 = stablehlo.negate %9 : tensor<2x3x1xf32>
    %11 = stablehlo.multiply %10, %arg1 : tensor<2x3x1xf32>
    %12 = stablehlo.add %8, %11 : tensor<2x3x1xf32>
    %cst_1 = stablehlo.constant dense<7.000000e+00> : tensor<f32>
    %13 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %14 = stablehlo.divide %9, %13 : tensor<2x3x1xf32>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %15 = stablehlo.reduce(%14 init: %cst_2) applies stablehlo.add across dimensions = [2] : (tensor<2x3x1xf32>, tensor<f32>) -> tensor<2x3xf32>
    %16 = stablehlo.broadcast_in_dim %15, dims = [0, 1] : (tensor<2x3xf32>) -> tensor<2x3x7xf32>
    %17 = stablehlo.multiply %16, %arg0 : tensor<2x3x7xf32>
    %18 = stablehlo.add %4, %17 : tensor<2x3x7xf32>
    %cst_3 = stablehlo.constant dense<7.000000e+00> : tensor<f32>
    %19 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %20 = stablehlo.divide %12, %19 : tensor<2x3x1xf32>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %21 = stablehlo.reduce(%20 init: %cst_4) applies stablehlo.add across dimensions = [2] : (tensor<2x3x1xf32>, tensor<f32>) -> tensor<2x3xf32>
    %22 = stablehlo.broadcast_in_dim %21, dims = [0, 1] : (tensor<2x3xf32>) -> tensor<2x3x7xf32>
    %23 = stablehlo.add %18, %22 : tensor<2x3x7xf32>
    return %23 : tensor<2x3x7xf32>
  }
  func.func private @clip_3(%arg0: tensor<2x3x1xf32>, %arg1: tensor<2x3x1xf32>) -> tensor<2x3x1xf32> {
    %0 = stablehlo.multiply %arg1, %arg0 : tensor<2x3x1xf32>
    return %0 : tensor<2x3x1xf32>
  }
}
