// python print.py std 7 5 2 3 2, with JAX 0.10.2 and Equinox 0.13.8
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
    %27 = stablehlo.subtract %26, %25 : tensor<2x3x5xf32>
    %cst_4 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %28 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %29 = stablehlo.add %28, %25 : tensor<2x3x5xf32>
    %cst_5 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %30 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %31 = stablehlo.multiply %30, %29 : tensor<2x3x5xf32>
    %32 = stablehlo.multiply %14, %31 : tensor<2x3x5xf32>
    %33 = stablehlo.dot_general %arg4, %32, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<7x5xf32>, tensor<2x3x5xf32>) -> tensor<7x2x3xf32>
    %34 = stablehlo.transpose %33, dims = [1, 2, 0] : (tensor<7x2x3xf32>) -> tensor<2x3x7xf32>
    %35 = stablehlo.broadcast_in_dim %arg5, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %36 = stablehlo.broadcast_in_dim %35, dims = [1, 2] : (tensor<1x7xf32>) -> tensor<1x1x7xf32>
    %37 = stablehlo.broadcast_in_dim %36, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %38 = stablehlo.add %34, %37 : tensor<2x3x7xf32>
    %39 = stablehlo.add %arg12, %38 : tensor<2x3x7xf32>
    %cst_6 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %40:7 = call @standardize_0(%39, %cst_6) : (tensor<2x3x7xf32>, tensor<f32>) -> (tensor<2x3x7xf32>, tensor<2x3x7xf32>, tensor<2x3x1xf32>, tensor<2x3x1xf32>, tensor<2x3x1xf32>, tensor<2x3x1xf32>, tensor<2x3x7xf32>)
    %41 = stablehlo.broadcast_in_dim %arg6, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %42 = stablehlo.broadcast_in_dim %41, dims = [1, 2] : (tensor<1x7xf32>) -> tensor<1x1x7xf32>
    %43 = stablehlo.broadcast_in_dim %42, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %44 = stablehlo.multiply %40#0, %43 : tensor<2x3x7xf32>
    %45 = stablehlo.broadcast_in_dim %arg7, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %46 = stablehlo.broadcast_in_dim %45, dims = [1, 2] : (tensor<1x7xf32>) -> tensor<1x1x7xf32>
    %47 = stablehlo.broadcast_in_dim %46, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %48 = stablehlo.add %44, %47 : tensor<2x3x7xf32>
    %49 = stablehlo.dot_general %arg8, %48, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<5x7xf32>, tensor<2x3x7xf32>) -> tensor<5x2x3xf32>
    %50 = stablehlo.transpose %49, dims = [1, 2, 0] : (tensor<5x2x3xf32>) -> tensor<2x3x5xf32>
    %51 = stablehlo.broadcast_in_dim %arg9, dims = [1] : (tensor<5xf32>) -> tensor<1x5xf32>
    %52 = stablehlo.broadcast_in_dim %51, dims = [1, 2] : (tensor<1x5xf32>) -> tensor<1x1x5xf32>
    %53 = stablehlo.broadcast_in_dim %52, dims = [0, 1, 2] : (tensor<1x1x5xf32>) -> tensor<2x3x5xf32>
    %54 = stablehlo.add %50, %53 : tensor<2x3x5xf32>
    %55 = stablehlo.multiply %54, %54 : tensor<2x3x5xf32>
    %56 = stablehlo.multiply %55, %54 : tensor<2x3x5xf32>
    %57 = stablehlo.multiply %54, %54 : tensor<2x3x5xf32>
    %cst_7 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %58 = stablehlo.broadcast_in_dim %cst_7, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %59 = stablehlo.multiply %58, %57 : tensor<2x3x5xf32>
    %cst_8 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %60 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %61 = stablehlo.multiply %60, %56 : tensor<2x3x5xf32>
    %62 = stablehlo.add %54, %61 : tensor<2x3x5xf32>
    %cst_9 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %63 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %64 = stablehlo.multiply %63, %62 : tensor<2x3x5xf32>
    %65 = stablehlo.tanh %64 : tensor<2x3x5xf32>
    %cst_10 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %66 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %67 = stablehlo.subtract %66, %65 : tensor<2x3x5xf32>
    %cst_11 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %68 = stablehlo.broadcast_in_dim %cst_11, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %69 = stablehlo.add %68, %65 : tensor<2x3x5xf32>
    %cst_12 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %70 = stablehlo.broadcast_in_dim %cst_12, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %71 = stablehlo.multiply %70, %69 : tensor<2x3x5xf32>
    %72 = stablehlo.multiply %54, %71 : tensor<2x3x5xf32>
    %73 = stablehlo.dot_general %arg10, %72, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<7x5xf32>, tensor<2x3x5xf32>) -> tensor<7x2x3xf32>
    %74 = stablehlo.transpose %73, dims = [1, 2, 0] : (tensor<7x2x3xf32>) -> tensor<2x3x7xf32>
    %75 = stablehlo.broadcast_in_dim %arg11, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %76 = stablehlo.broadcast_in_dim %75, dims = [1, 2] : (tensor<1x7xf32>) -> tensor<1x1x7xf32>
    %77 = stablehlo.broadcast_in_dim %76, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %78 = stablehlo.add %74, %77 : tensor<2x3x7xf32>
    %79 = stablehlo.add %39, %78 : tensor<2x3x7xf32>
    %cst_13 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %80 = stablehlo.broadcast_in_dim %cst_13, dims = [] : (tensor<f32>) -> tensor<2x3x7xf32>
    %81 = stablehlo.multiply %80, %79 : tensor<2x3x7xf32>
    %cst_14 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %cst_15 = stablehlo.constant dense<4.200000e+01> : tensor<f32>
    %82 = stablehlo.divide %cst_14, %cst_15 : tensor<f32>
    %83 = stablehlo.broadcast_in_dim %82, dims = [] : (tensor<f32>) -> tensor<2x3x7xf32>
    %84 = stablehlo.multiply %83, %81 : tensor<2x3x7xf32>
    %cst_16 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %85 = stablehlo.reduce(%84 init: %cst_16) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %86 = stablehlo.reshape %85 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_17 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %87 = stablehlo.reduce(%86 init: %cst_17) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %88 = stablehlo.broadcast_in_dim %87, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_18 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %89 = stablehlo.reduce(%88 init: %cst_18) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %90 = stablehlo.transpose %84, dims = [2, 0, 1] : (tensor<2x3x7xf32>) -> tensor<7x2x3xf32>
    %91 = stablehlo.dot_general %90, %arg10, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<7x2x3xf32>, tensor<7x5xf32>) -> tensor<2x3x5xf32>
    %92 = stablehlo.dot_general %90, %72, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<7x2x3xf32>, tensor<2x3x5xf32>) -> tensor<7x5xf32>
    %93 = stablehlo.multiply %54, %91 : tensor<2x3x5xf32>
    %94 = stablehlo.multiply %91, %71 : tensor<2x3x5xf32>
    %cst_19 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %95 = stablehlo.broadcast_in_dim %cst_19, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %96 = stablehlo.multiply %95, %93 : tensor<2x3x5xf32>
    %97 = stablehlo.multiply %96, %67 : tensor<2x3x5xf32>
    %98 = stablehlo.multiply %97, %65 : tensor<2x3x5xf32>
    %99 = stablehlo.add %97, %98 : tensor<2x3x5xf32>
    %cst_20 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %100 = stablehlo.broadcast_in_dim %cst_20, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %101 = stablehlo.multiply %100, %99 : tensor<2x3x5xf32>
    %102 = stablehlo.add %94, %101 : tensor<2x3x5xf32>
    %cst_21 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %103 = stablehlo.broadcast_in_dim %cst_21, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %104 = stablehlo.multiply %103, %101 : tensor<2x3x5xf32>
    %105 = stablehlo.multiply %104, %59 : tensor<2x3x5xf32>
    %106 = stablehlo.add %102, %105 : tensor<2x3x5xf32>
    %cst_22 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %107 = stablehlo.reduce(%106 init: %cst_22) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x5xf32>, tensor<f32>) -> tensor<5xf32>
    %108 = stablehlo.reshape %107 : (tensor<5xf32>) -> tensor<1x1x5xf32>
    %cst_23 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %109 = stablehlo.reduce(%108 init: %cst_23) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x5xf32>, tensor<f32>) -> tensor<5xf32>
    %110 = stablehlo.broadcast_in_dim %109, dims = [1] : (tensor<5xf32>) -> tensor<1x5xf32>
    %cst_24 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %111 = stablehlo.reduce(%110 init: %cst_24) applies stablehlo.add across dimensions = [0] : (tensor<1x5xf32>, tensor<f32>) -> tensor<5xf32>
    %112 = stablehlo.transpose %106, dims = [2, 0, 1] : (tensor<2x3x5xf32>) -> tensor<5x2x3xf32>
    %113 = stablehlo.dot_general %112, %arg8, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<5x2x3xf32>, tensor<5x7xf32>) -> tensor<2x3x7xf32>
    %114 = stablehlo.dot_general %112, %48, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<5x2x3xf32>, tensor<2x3x7xf32>) -> tensor<5x7xf32>
    %cst_25 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %115 = stablehlo.reduce(%113 init: %cst_25) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %116 = stablehlo.reshape %115 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_26 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %117 = stablehlo.reduce(%116 init: %cst_26) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %118 = stablehlo.broadcast_in_dim %117, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_27 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %119 = stablehlo.reduce(%118 init: %cst_27) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %120 = stablehlo.multiply %40#0, %113 : tensor<2x3x7xf32>
    %cst_28 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %121 = stablehlo.reduce(%120 init: %cst_28) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %122 = stablehlo.reshape %121 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %123 = stablehlo.broadcast_in_dim %42, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %124 = stablehlo.multiply %113, %123 : tensor<2x3x7xf32>
    %cst_29 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %125 = stablehlo.reduce(%122 init: %cst_29) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %126 = stablehlo.broadcast_in_dim %125, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_30 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %127 = stablehlo.reduce(%126 init: %cst_30) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %128 = call @standardize_2(%40#1, %40#2, %40#3, %40#4, %40#5, %40#6, %124) : (tensor<2x3x7xf32>, tensor<2x3x1xf32>, tensor<2x3x1xf32>, tensor<2x3x1xf32>, tensor<2x3x1xf32>, tensor<2x3x7xf32>, tensor<2x3x7xf32>) -> tensor<2x3x7xf32>
    %129 = stablehlo.add %84, %128 : tensor<2x3x7xf32>
    %cst_31 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %130 = stablehlo.reduce(%129 init: %cst_31) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %131 = stablehlo.reshape %130 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_32 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %132 = stablehlo.reduce(%131 init: %cst_32) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %133 = stablehlo.broadcast_in_dim %132, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_33 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %134 = stablehlo.reduce(%133 init: %cst_33) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %135 = stablehlo.transpose %129, dims = [2, 0, 1] : (tensor<2x3x7xf32>) -> tensor<7x2x3xf32>
    %136 = stablehlo.dot_general %135, %arg4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<7x2x3xf32>, tensor<7x5xf32>) -> tensor<2x3x5xf32>
    %137 = stablehlo.dot_general %135, %32, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<7x2x3xf32>, tensor<2x3x5xf32>) -> tensor<7x5xf32>
    %138 = stablehlo.multiply %14, %136 : tensor<2x3x5xf32>
    %139 = stablehlo.multiply %136, %31 : tensor<2x3x5xf32>
    %cst_34 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %140 = stablehlo.broadcast_in_dim %cst_34, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %141 = stablehlo.multiply %140, %138 : tensor<2x3x5xf32>
    %142 = stablehlo.multiply %141, %27 : tensor<2x3x5xf32>
    %143 = stablehlo.multiply %142, %25 : tensor<2x3x5xf32>
    %144 = stablehlo.add %142, %143 : tensor<2x3x5xf32>
    %cst_35 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %145 = stablehlo.broadcast_in_dim %cst_35, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %146 = stablehlo.multiply %145, %144 : tensor<2x3x5xf32>
    %147 = stablehlo.add %139, %146 : tensor<2x3x5xf32>
    %cst_36 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %148 = stablehlo.broadcast_in_dim %cst_36, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %149 = stablehlo.multiply %148, %146 : tensor<2x3x5xf32>
    %150 = stablehlo.multiply %149, %19 : tensor<2x3x5xf32>
    %151 = stablehlo.add %147, %150 : tensor<2x3x5xf32>
    %cst_37 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %152 = stablehlo.reduce(%151 init: %cst_37) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x5xf32>, tensor<f32>) -> tensor<5xf32>
    %153 = stablehlo.reshape %152 : (tensor<5xf32>) -> tensor<1x1x5xf32>
    %cst_38 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %154 = stablehlo.reduce(%153 init: %cst_38) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x5xf32>, tensor<f32>) -> tensor<5xf32>
    %155 = stablehlo.broadcast_in_dim %154, dims = [1] : (tensor<5xf32>) -> tensor<1x5xf32>
    %cst_39 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %156 = stablehlo.reduce(%155 init: %cst_39) applies stablehlo.add across dimensions = [0] : (tensor<1x5xf32>, tensor<f32>) -> tensor<5xf32>
    %157 = stablehlo.transpose %151, dims = [2, 0, 1] : (tensor<2x3x5xf32>) -> tensor<5x2x3xf32>
    %158 = stablehlo.dot_general %157, %arg2, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<5x2x3xf32>, tensor<5x7xf32>) -> tensor<2x3x7xf32>
    %159 = stablehlo.dot_general %157, %8, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<5x2x3xf32>, tensor<2x3x7xf32>) -> tensor<5x7xf32>
    %cst_40 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %160 = stablehlo.reduce(%158 init: %cst_40) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %161 = stablehlo.reshape %160 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_41 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %162 = stablehlo.reduce(%161 init: %cst_41) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %163 = stablehlo.broadcast_in_dim %162, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_42 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %164 = stablehlo.reduce(%163 init: %cst_42) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %165 = stablehlo.multiply %0, %158 : tensor<2x3x7xf32>
    %cst_43 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %166 = stablehlo.reduce(%165 init: %cst_43) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %167 = stablehlo.reshape %166 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_44 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %168 = stablehlo.reduce(%167 init: %cst_44) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %169 = stablehlo.broadcast_in_dim %168, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_45 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %170 = stablehlo.reduce(%169 init: %cst_45) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    return %170, %164, %159, %156, %137, %134, %127, %119, %114, %111, %92, %89 : tensor<7xf32>, tensor<7xf32>, tensor<5x7xf32>, tensor<5xf32>, tensor<7x5xf32>, tensor<7xf32>, tensor<7xf32>, tensor<7xf32>, tensor<5x7xf32>, tensor<5xf32>, tensor<7x5xf32>, tensor<7xf32>
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
    %3 = stablehlo.compare EQ, %arg0, %2, FLOAT : (tensor<2x3x1xf32>, tensor<2x3x1xf32>) -> tensor<2x3x1xi1>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %4 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %5 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %6 = stablehlo.select %3, %4, %5 : tensor<2x3x1xi1>, tensor<2x3x1xf32>
    %7 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %8 = stablehlo.compare EQ, %7, %2, FLOAT : (tensor<2x3x1xf32>, tensor<2x3x1xf32>) -> tensor<2x3x1xi1>
    %cst_1 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %9 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %cst_2 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %10 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %11 = stablehlo.select %8, %9, %10 : tensor<2x3x1xi1>, tensor<2x3x1xf32>
    %12 = stablehlo.divide %6, %11 : tensor<2x3x1xf32>
    return %2, %12 : tensor<2x3x1xf32>, tensor<2x3x1xf32>
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
