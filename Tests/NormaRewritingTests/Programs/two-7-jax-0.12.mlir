// python print.py two 7 5 2 3 2, with JAX 0.12.0.1 and Equinox 0.13.8
module @jit_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf32>, %arg1: tensor<7xf32>, %arg2: tensor<5x7xf32>, %arg3: tensor<5xf32>, %arg4: tensor<7x5xf32>, %arg5: tensor<7xf32>, %arg6: tensor<7xf32>, %arg7: tensor<7xf32>, %arg8: tensor<5x7xf32>, %arg9: tensor<5xf32>, %arg10: tensor<7x5xf32>, %arg11: tensor<7xf32>, %arg12: tensor<2x3x7xf32>) -> (tensor<7xf32> {jax.result_info = "result[0].norm.weight"}, tensor<7xf32> {jax.result_info = "result[0].norm.bias"}, tensor<5x7xf32> {jax.result_info = "result[0].up.weight"}, tensor<5xf32> {jax.result_info = "result[0].up.bias"}, tensor<7x5xf32> {jax.result_info = "result[0].down.weight"}, tensor<7xf32> {jax.result_info = "result[0].down.bias"}, tensor<7xf32> {jax.result_info = "result[1].norm.weight"}, tensor<7xf32> {jax.result_info = "result[1].norm.bias"}, tensor<5x7xf32> {jax.result_info = "result[1].up.weight"}, tensor<5xf32> {jax.result_info = "result[1].up.bias"}, tensor<7x5xf32> {jax.result_info = "result[1].down.weight"}, tensor<7xf32> {jax.result_info = "result[1].down.bias"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.reduce(%arg12 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<2x3xf32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<2x3xf32>) -> tensor<2x3x1xf32>
    %cst_0 = stablehlo.constant dense<7.000000e+00> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %3 = stablehlo.divide %1, %2 : tensor<2x3x1xf32>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %4 = call @_var(%arg12, %c) : (tensor<2x3x7xf32>, tensor<i32>) -> tensor<2x3x1xf32>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %5 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %6 = stablehlo.maximum %5, %4 : tensor<2x3x1xf32>
    %cst_2 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %7 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %8 = stablehlo.add %6, %7 : tensor<2x3x1xf32>
    %9 = stablehlo.rsqrt %8 : tensor<2x3x1xf32>
    %10 = stablehlo.broadcast_in_dim %3, dims = [0, 1, 2] : (tensor<2x3x1xf32>) -> tensor<2x3x7xf32>
    %11 = stablehlo.subtract %arg12, %10 : tensor<2x3x7xf32>
    %12 = stablehlo.broadcast_in_dim %9, dims = [0, 1, 2] : (tensor<2x3x1xf32>) -> tensor<2x3x7xf32>
    %13 = stablehlo.multiply %11, %12 : tensor<2x3x7xf32>
    %14 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %15 = stablehlo.broadcast_in_dim %14, dims = [1, 2] : (tensor<1x7xf32>) -> tensor<1x1x7xf32>
    %16 = stablehlo.broadcast_in_dim %15, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %17 = stablehlo.multiply %16, %13 : tensor<2x3x7xf32>
    %18 = stablehlo.broadcast_in_dim %arg1, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %19 = stablehlo.broadcast_in_dim %18, dims = [1, 2] : (tensor<1x7xf32>) -> tensor<1x1x7xf32>
    %20 = stablehlo.broadcast_in_dim %19, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %21 = stablehlo.add %17, %20 : tensor<2x3x7xf32>
    %22 = stablehlo.dot_general %arg2, %21, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<5x7xf32>, tensor<2x3x7xf32>) -> tensor<5x2x3xf32>
    %23 = stablehlo.transpose %22, dims = [1, 2, 0] : (tensor<5x2x3xf32>) -> tensor<2x3x5xf32>
    %24 = stablehlo.broadcast_in_dim %arg3, dims = [1] : (tensor<5xf32>) -> tensor<1x5xf32>
    %25 = stablehlo.broadcast_in_dim %24, dims = [1, 2] : (tensor<1x5xf32>) -> tensor<1x1x5xf32>
    %26 = stablehlo.broadcast_in_dim %25, dims = [0, 1, 2] : (tensor<1x1x5xf32>) -> tensor<2x3x5xf32>
    %27 = stablehlo.add %23, %26 : tensor<2x3x5xf32>
    %28 = stablehlo.multiply %27, %27 : tensor<2x3x5xf32>
    %29 = stablehlo.multiply %28, %27 : tensor<2x3x5xf32>
    %30 = stablehlo.multiply %27, %27 : tensor<2x3x5xf32>
    %cst_3 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %31 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %32 = stablehlo.multiply %31, %30 : tensor<2x3x5xf32>
    %cst_4 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %33 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %34 = stablehlo.multiply %33, %29 : tensor<2x3x5xf32>
    %35 = stablehlo.add %27, %34 : tensor<2x3x5xf32>
    %cst_5 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %36 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %37 = stablehlo.multiply %36, %35 : tensor<2x3x5xf32>
    %38 = stablehlo.tanh %37 : tensor<2x3x5xf32>
    %cst_6 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %39 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %40 = stablehlo.add %39, %38 : tensor<2x3x5xf32>
    %cst_7 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %41 = stablehlo.broadcast_in_dim %cst_7, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %42 = stablehlo.subtract %41, %38 : tensor<2x3x5xf32>
    %43 = stablehlo.multiply %40, %42 : tensor<2x3x5xf32>
    %cst_8 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %44 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %45 = stablehlo.add %44, %38 : tensor<2x3x5xf32>
    %cst_9 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %46 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %47 = stablehlo.multiply %46, %45 : tensor<2x3x5xf32>
    %48 = stablehlo.multiply %27, %47 : tensor<2x3x5xf32>
    %49 = stablehlo.dot_general %arg4, %48, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<7x5xf32>, tensor<2x3x5xf32>) -> tensor<7x2x3xf32>
    %50 = stablehlo.transpose %49, dims = [1, 2, 0] : (tensor<7x2x3xf32>) -> tensor<2x3x7xf32>
    %51 = stablehlo.broadcast_in_dim %arg5, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %52 = stablehlo.broadcast_in_dim %51, dims = [1, 2] : (tensor<1x7xf32>) -> tensor<1x1x7xf32>
    %53 = stablehlo.broadcast_in_dim %52, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %54 = stablehlo.add %50, %53 : tensor<2x3x7xf32>
    %55 = stablehlo.add %arg12, %54 : tensor<2x3x7xf32>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %56 = stablehlo.reduce(%55 init: %cst_10) applies stablehlo.add across dimensions = [2] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<2x3xf32>
    %57 = stablehlo.broadcast_in_dim %56, dims = [0, 1] : (tensor<2x3xf32>) -> tensor<2x3x1xf32>
    %cst_11 = stablehlo.constant dense<7.000000e+00> : tensor<f32>
    %58 = stablehlo.broadcast_in_dim %cst_11, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %59 = stablehlo.divide %57, %58 : tensor<2x3x1xf32>
    %c_12 = stablehlo.constant dense<0> : tensor<i32>
    %60:4 = call @_var_0(%55, %c_12) : (tensor<2x3x7xf32>, tensor<i32>) -> (tensor<2x3x1xf32>, tensor<2x3x7xf32>, tensor<f32>, tensor<i1>)
    %cst_13 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %61 = stablehlo.broadcast_in_dim %cst_13, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %62 = stablehlo.maximum %61, %60#0 : tensor<2x3x1xf32>
    %cst_14 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %63 = stablehlo.broadcast_in_dim %cst_14, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %64 = stablehlo.compare GT, %60#0, %63, FLOAT : (tensor<2x3x1xf32>, tensor<2x3x1xf32>) -> tensor<2x3x1xi1>
    %cst_15 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %65 = stablehlo.broadcast_in_dim %cst_15, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %66 = stablehlo.compare EQ, %60#0, %65, FLOAT : (tensor<2x3x1xf32>, tensor<2x3x1xf32>) -> tensor<2x3x1xi1>
    %cst_16 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %67 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %cst_17 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %68 = stablehlo.broadcast_in_dim %cst_17, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %cst_18 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %69 = stablehlo.broadcast_in_dim %cst_18, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %70 = stablehlo.select %66, %69, %68 : tensor<2x3x1xi1>, tensor<2x3x1xf32>
    %71 = stablehlo.select %64, %67, %70 : tensor<2x3x1xi1>, tensor<2x3x1xf32>
    %cst_19 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %72 = stablehlo.broadcast_in_dim %cst_19, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %73 = stablehlo.add %62, %72 : tensor<2x3x1xf32>
    %74 = stablehlo.rsqrt %73 : tensor<2x3x1xf32>
    %75 = stablehlo.divide %74, %73 : tensor<2x3x1xf32>
    %cst_20 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %76 = stablehlo.broadcast_in_dim %cst_20, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %77 = stablehlo.multiply %76, %75 : tensor<2x3x1xf32>
    %78 = stablehlo.broadcast_in_dim %59, dims = [0, 1, 2] : (tensor<2x3x1xf32>) -> tensor<2x3x7xf32>
    %79 = stablehlo.subtract %55, %78 : tensor<2x3x7xf32>
    %80 = stablehlo.broadcast_in_dim %74, dims = [0, 1, 2] : (tensor<2x3x1xf32>) -> tensor<2x3x7xf32>
    %81 = stablehlo.multiply %79, %80 : tensor<2x3x7xf32>
    %82 = stablehlo.broadcast_in_dim %arg6, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %83 = stablehlo.broadcast_in_dim %82, dims = [1, 2] : (tensor<1x7xf32>) -> tensor<1x1x7xf32>
    %84 = stablehlo.broadcast_in_dim %83, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %85 = stablehlo.multiply %84, %81 : tensor<2x3x7xf32>
    %86 = stablehlo.broadcast_in_dim %arg7, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %87 = stablehlo.broadcast_in_dim %86, dims = [1, 2] : (tensor<1x7xf32>) -> tensor<1x1x7xf32>
    %88 = stablehlo.broadcast_in_dim %87, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %89 = stablehlo.add %85, %88 : tensor<2x3x7xf32>
    %90 = stablehlo.dot_general %arg8, %89, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<5x7xf32>, tensor<2x3x7xf32>) -> tensor<5x2x3xf32>
    %91 = stablehlo.transpose %90, dims = [1, 2, 0] : (tensor<5x2x3xf32>) -> tensor<2x3x5xf32>
    %92 = stablehlo.broadcast_in_dim %arg9, dims = [1] : (tensor<5xf32>) -> tensor<1x5xf32>
    %93 = stablehlo.broadcast_in_dim %92, dims = [1, 2] : (tensor<1x5xf32>) -> tensor<1x1x5xf32>
    %94 = stablehlo.broadcast_in_dim %93, dims = [0, 1, 2] : (tensor<1x1x5xf32>) -> tensor<2x3x5xf32>
    %95 = stablehlo.add %91, %94 : tensor<2x3x5xf32>
    %96 = stablehlo.multiply %95, %95 : tensor<2x3x5xf32>
    %97 = stablehlo.multiply %96, %95 : tensor<2x3x5xf32>
    %98 = stablehlo.multiply %95, %95 : tensor<2x3x5xf32>
    %cst_21 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %99 = stablehlo.broadcast_in_dim %cst_21, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %100 = stablehlo.multiply %99, %98 : tensor<2x3x5xf32>
    %cst_22 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %101 = stablehlo.broadcast_in_dim %cst_22, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %102 = stablehlo.multiply %101, %97 : tensor<2x3x5xf32>
    %103 = stablehlo.add %95, %102 : tensor<2x3x5xf32>
    %cst_23 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %104 = stablehlo.broadcast_in_dim %cst_23, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %105 = stablehlo.multiply %104, %103 : tensor<2x3x5xf32>
    %106 = stablehlo.tanh %105 : tensor<2x3x5xf32>
    %cst_24 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %107 = stablehlo.broadcast_in_dim %cst_24, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %108 = stablehlo.add %107, %106 : tensor<2x3x5xf32>
    %cst_25 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %109 = stablehlo.broadcast_in_dim %cst_25, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %110 = stablehlo.subtract %109, %106 : tensor<2x3x5xf32>
    %111 = stablehlo.multiply %108, %110 : tensor<2x3x5xf32>
    %cst_26 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %112 = stablehlo.broadcast_in_dim %cst_26, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %113 = stablehlo.add %112, %106 : tensor<2x3x5xf32>
    %cst_27 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %114 = stablehlo.broadcast_in_dim %cst_27, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %115 = stablehlo.multiply %114, %113 : tensor<2x3x5xf32>
    %116 = stablehlo.multiply %95, %115 : tensor<2x3x5xf32>
    %117 = stablehlo.dot_general %arg10, %116, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<7x5xf32>, tensor<2x3x5xf32>) -> tensor<7x2x3xf32>
    %118 = stablehlo.transpose %117, dims = [1, 2, 0] : (tensor<7x2x3xf32>) -> tensor<2x3x7xf32>
    %119 = stablehlo.broadcast_in_dim %arg11, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %120 = stablehlo.broadcast_in_dim %119, dims = [1, 2] : (tensor<1x7xf32>) -> tensor<1x1x7xf32>
    %121 = stablehlo.broadcast_in_dim %120, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %122 = stablehlo.add %118, %121 : tensor<2x3x7xf32>
    %123 = stablehlo.add %55, %122 : tensor<2x3x7xf32>
    %cst_28 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %124 = stablehlo.broadcast_in_dim %cst_28, dims = [] : (tensor<f32>) -> tensor<2x3x7xf32>
    %125 = stablehlo.multiply %124, %123 : tensor<2x3x7xf32>
    %cst_29 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %cst_30 = stablehlo.constant dense<4.200000e+01> : tensor<f32>
    %126 = stablehlo.divide %cst_29, %cst_30 : tensor<f32>
    %127 = stablehlo.broadcast_in_dim %126, dims = [] : (tensor<f32>) -> tensor<2x3x7xf32>
    %128 = stablehlo.multiply %127, %125 : tensor<2x3x7xf32>
    %cst_31 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %129 = stablehlo.reduce(%128 init: %cst_31) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %130 = stablehlo.reshape %129 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_32 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %131 = stablehlo.reduce(%130 init: %cst_32) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %132 = stablehlo.broadcast_in_dim %131, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_33 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %133 = stablehlo.reduce(%132 init: %cst_33) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %134 = stablehlo.transpose %128, dims = [2, 0, 1] : (tensor<2x3x7xf32>) -> tensor<7x2x3xf32>
    %135 = stablehlo.dot_general %134, %arg10, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<7x2x3xf32>, tensor<7x5xf32>) -> tensor<2x3x5xf32>
    %136 = stablehlo.dot_general %134, %116, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<7x2x3xf32>, tensor<2x3x5xf32>) -> tensor<7x5xf32>
    %137 = stablehlo.multiply %95, %135 : tensor<2x3x5xf32>
    %138 = stablehlo.multiply %135, %115 : tensor<2x3x5xf32>
    %cst_34 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %139 = stablehlo.broadcast_in_dim %cst_34, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %140 = stablehlo.multiply %139, %137 : tensor<2x3x5xf32>
    %141 = stablehlo.multiply %140, %111 : tensor<2x3x5xf32>
    %cst_35 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %142 = stablehlo.broadcast_in_dim %cst_35, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %143 = stablehlo.multiply %142, %141 : tensor<2x3x5xf32>
    %144 = stablehlo.add %138, %143 : tensor<2x3x5xf32>
    %cst_36 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %145 = stablehlo.broadcast_in_dim %cst_36, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %146 = stablehlo.multiply %145, %143 : tensor<2x3x5xf32>
    %147 = stablehlo.multiply %146, %100 : tensor<2x3x5xf32>
    %148 = stablehlo.add %144, %147 : tensor<2x3x5xf32>
    %cst_37 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %149 = stablehlo.reduce(%148 init: %cst_37) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x5xf32>, tensor<f32>) -> tensor<5xf32>
    %150 = stablehlo.reshape %149 : (tensor<5xf32>) -> tensor<1x1x5xf32>
    %cst_38 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %151 = stablehlo.reduce(%150 init: %cst_38) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x5xf32>, tensor<f32>) -> tensor<5xf32>
    %152 = stablehlo.broadcast_in_dim %151, dims = [1] : (tensor<5xf32>) -> tensor<1x5xf32>
    %cst_39 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %153 = stablehlo.reduce(%152 init: %cst_39) applies stablehlo.add across dimensions = [0] : (tensor<1x5xf32>, tensor<f32>) -> tensor<5xf32>
    %154 = stablehlo.transpose %148, dims = [2, 0, 1] : (tensor<2x3x5xf32>) -> tensor<5x2x3xf32>
    %155 = stablehlo.dot_general %154, %arg8, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<5x2x3xf32>, tensor<5x7xf32>) -> tensor<2x3x7xf32>
    %156 = stablehlo.dot_general %154, %89, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<5x2x3xf32>, tensor<2x3x7xf32>) -> tensor<5x7xf32>
    %cst_40 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %157 = stablehlo.reduce(%155 init: %cst_40) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %158 = stablehlo.reshape %157 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_41 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %159 = stablehlo.reduce(%158 init: %cst_41) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %160 = stablehlo.broadcast_in_dim %159, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_42 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %161 = stablehlo.reduce(%160 init: %cst_42) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %162 = stablehlo.broadcast_in_dim %83, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %163 = stablehlo.multiply %162, %155 : tensor<2x3x7xf32>
    %164 = stablehlo.multiply %155, %81 : tensor<2x3x7xf32>
    %cst_43 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %165 = stablehlo.reduce(%164 init: %cst_43) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %166 = stablehlo.reshape %165 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_44 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %167 = stablehlo.reduce(%166 init: %cst_44) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %168 = stablehlo.broadcast_in_dim %167, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_45 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %169 = stablehlo.reduce(%168 init: %cst_45) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %170 = stablehlo.multiply %79, %163 : tensor<2x3x7xf32>
    %cst_46 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %171 = stablehlo.reduce(%170 init: %cst_46) applies stablehlo.add across dimensions = [2] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<2x3xf32>
    %172 = stablehlo.reshape %171 : (tensor<2x3xf32>) -> tensor<2x3x1xf32>
    %173 = stablehlo.broadcast_in_dim %74, dims = [0, 1, 2] : (tensor<2x3x1xf32>) -> tensor<2x3x7xf32>
    %174 = stablehlo.multiply %163, %173 : tensor<2x3x7xf32>
    %175 = stablehlo.negate %174 : tensor<2x3x7xf32>
    %cst_47 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %176 = stablehlo.reduce(%175 init: %cst_47) applies stablehlo.add across dimensions = [2] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<2x3xf32>
    %177 = stablehlo.reshape %176 : (tensor<2x3xf32>) -> tensor<2x3x1xf32>
    %178 = stablehlo.add %128, %174 : tensor<2x3x7xf32>
    %179 = stablehlo.multiply %172, %77 : tensor<2x3x1xf32>
    %180 = stablehlo.multiply %179, %71 : tensor<2x3x1xf32>
    %181 = call @_var_2(%60#1, %60#2, %60#3, %180) : (tensor<2x3x7xf32>, tensor<f32>, tensor<i1>, tensor<2x3x1xf32>) -> tensor<2x3x7xf32>
    %182 = stablehlo.add %178, %181 : tensor<2x3x7xf32>
    %cst_48 = stablehlo.constant dense<7.000000e+00> : tensor<f32>
    %183 = stablehlo.broadcast_in_dim %cst_48, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %184 = stablehlo.divide %177, %183 : tensor<2x3x1xf32>
    %cst_49 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %185 = stablehlo.reduce(%184 init: %cst_49) applies stablehlo.add across dimensions = [2] : (tensor<2x3x1xf32>, tensor<f32>) -> tensor<2x3xf32>
    %186 = stablehlo.broadcast_in_dim %185, dims = [0, 1] : (tensor<2x3xf32>) -> tensor<2x3x7xf32>
    %187 = stablehlo.add %182, %186 : tensor<2x3x7xf32>
    %cst_50 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %188 = stablehlo.reduce(%187 init: %cst_50) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %189 = stablehlo.reshape %188 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_51 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %190 = stablehlo.reduce(%189 init: %cst_51) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %191 = stablehlo.broadcast_in_dim %190, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_52 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %192 = stablehlo.reduce(%191 init: %cst_52) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %193 = stablehlo.transpose %187, dims = [2, 0, 1] : (tensor<2x3x7xf32>) -> tensor<7x2x3xf32>
    %194 = stablehlo.dot_general %193, %arg4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<7x2x3xf32>, tensor<7x5xf32>) -> tensor<2x3x5xf32>
    %195 = stablehlo.dot_general %193, %48, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<7x2x3xf32>, tensor<2x3x5xf32>) -> tensor<7x5xf32>
    %196 = stablehlo.multiply %27, %194 : tensor<2x3x5xf32>
    %197 = stablehlo.multiply %194, %47 : tensor<2x3x5xf32>
    %cst_53 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %198 = stablehlo.broadcast_in_dim %cst_53, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %199 = stablehlo.multiply %198, %196 : tensor<2x3x5xf32>
    %200 = stablehlo.multiply %199, %43 : tensor<2x3x5xf32>
    %cst_54 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %201 = stablehlo.broadcast_in_dim %cst_54, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %202 = stablehlo.multiply %201, %200 : tensor<2x3x5xf32>
    %203 = stablehlo.add %197, %202 : tensor<2x3x5xf32>
    %cst_55 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %204 = stablehlo.broadcast_in_dim %cst_55, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %205 = stablehlo.multiply %204, %202 : tensor<2x3x5xf32>
    %206 = stablehlo.multiply %205, %32 : tensor<2x3x5xf32>
    %207 = stablehlo.add %203, %206 : tensor<2x3x5xf32>
    %cst_56 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %208 = stablehlo.reduce(%207 init: %cst_56) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x5xf32>, tensor<f32>) -> tensor<5xf32>
    %209 = stablehlo.reshape %208 : (tensor<5xf32>) -> tensor<1x1x5xf32>
    %cst_57 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %210 = stablehlo.reduce(%209 init: %cst_57) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x5xf32>, tensor<f32>) -> tensor<5xf32>
    %211 = stablehlo.broadcast_in_dim %210, dims = [1] : (tensor<5xf32>) -> tensor<1x5xf32>
    %cst_58 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %212 = stablehlo.reduce(%211 init: %cst_58) applies stablehlo.add across dimensions = [0] : (tensor<1x5xf32>, tensor<f32>) -> tensor<5xf32>
    %213 = stablehlo.transpose %207, dims = [2, 0, 1] : (tensor<2x3x5xf32>) -> tensor<5x2x3xf32>
    %214 = stablehlo.dot_general %213, %arg2, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<5x2x3xf32>, tensor<5x7xf32>) -> tensor<2x3x7xf32>
    %215 = stablehlo.dot_general %213, %21, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<5x2x3xf32>, tensor<2x3x7xf32>) -> tensor<5x7xf32>
    %cst_59 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %216 = stablehlo.reduce(%214 init: %cst_59) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %217 = stablehlo.reshape %216 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_60 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %218 = stablehlo.reduce(%217 init: %cst_60) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %219 = stablehlo.broadcast_in_dim %218, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_61 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %220 = stablehlo.reduce(%219 init: %cst_61) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %221 = stablehlo.multiply %214, %13 : tensor<2x3x7xf32>
    %cst_62 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %222 = stablehlo.reduce(%221 init: %cst_62) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %223 = stablehlo.reshape %222 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_63 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %224 = stablehlo.reduce(%223 init: %cst_63) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %225 = stablehlo.broadcast_in_dim %224, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_64 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %226 = stablehlo.reduce(%225 init: %cst_64) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    return %226, %220, %215, %212, %195, %192, %169, %161, %156, %153, %136, %133 : tensor<7xf32>, tensor<7xf32>, tensor<5x7xf32>, tensor<5xf32>, tensor<7x5xf32>, tensor<7xf32>, tensor<7xf32>, tensor<7xf32>, tensor<5x7xf32>, tensor<5xf32>, tensor<7x5xf32>, tensor<7xf32>
  }
  func.func private @_var(%arg0: tensor<2x3x7xf32>, %arg1: tensor<i32>) -> tensor<2x3x1xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<2x3xf32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<2x3xf32>) -> tensor<2x3x1xf32>
    %cst_0 = stablehlo.constant dense<7.000000e+00> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %3 = stablehlo.divide %1, %2 : tensor<2x3x1xf32>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1, 2] : (tensor<2x3x1xf32>) -> tensor<2x3x7xf32>
    %5 = stablehlo.subtract %arg0, %4 : tensor<2x3x7xf32>
    %6 = chlo.square %5 : tensor<2x3x7xf32> -> tensor<2x3x7xf32>
    %7 = stablehlo.convert %arg1 : (tensor<i32>) -> tensor<f32>
    %cst_1 = stablehlo.constant dense<7.000000e+00> : tensor<f32>
    %8 = stablehlo.subtract %cst_1, %7 : tensor<f32>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %9 = stablehlo.reduce(%6 init: %cst_2) applies stablehlo.add across dimensions = [2] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<2x3xf32>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<2x3xf32>) -> tensor<2x3x1xf32>
    %11 = stablehlo.broadcast_in_dim %8, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %12 = stablehlo.divide %10, %11 : tensor<2x3x1xf32>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %13 = stablehlo.compare GT, %8, %cst_3, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %cst_4 = stablehlo.constant dense<0x7FC00000> : tensor<f32>
    %14 = call @_where(%13, %12, %cst_4) : (tensor<i1>, tensor<2x3x1xf32>, tensor<f32>) -> tensor<2x3x1xf32>
    return %14 : tensor<2x3x1xf32>
  }
  func.func private @_where(%arg0: tensor<i1>, %arg1: tensor<2x3x1xf32>, %arg2: tensor<f32>) -> tensor<2x3x1xf32> {
    %0 = stablehlo.convert %arg2 : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<1xf32>
    %2 = stablehlo.broadcast_in_dim %1, dims = [1] : (tensor<1xf32>) -> tensor<3x1xf32>
    %3 = stablehlo.broadcast_in_dim %2, dims = [1, 2] : (tensor<3x1xf32>) -> tensor<2x3x1xf32>
    %4 = stablehlo.select %arg0, %arg1, %3 : tensor<i1>, tensor<2x3x1xf32>
    return %4 : tensor<2x3x1xf32>
  }
  func.func private @_var_0(%arg0: tensor<2x3x7xf32>, %arg1: tensor<i32>) -> (tensor<2x3x1xf32>, tensor<2x3x7xf32>, tensor<f32>, tensor<i1>) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<2x3xf32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<2x3xf32>) -> tensor<2x3x1xf32>
    %cst_0 = stablehlo.constant dense<7.000000e+00> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %3 = stablehlo.divide %1, %2 : tensor<2x3x1xf32>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1, 2] : (tensor<2x3x1xf32>) -> tensor<2x3x7xf32>
    %5 = stablehlo.subtract %arg0, %4 : tensor<2x3x7xf32>
    %6 = chlo.square %5 : tensor<2x3x7xf32> -> tensor<2x3x7xf32>
    %cst_1 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %7 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<2x3x7xf32>
    %8 = stablehlo.multiply %7, %5 : tensor<2x3x7xf32>
    %9 = stablehlo.convert %arg1 : (tensor<i32>) -> tensor<f32>
    %cst_2 = stablehlo.constant dense<7.000000e+00> : tensor<f32>
    %10 = stablehlo.subtract %cst_2, %9 : tensor<f32>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %11 = stablehlo.reduce(%6 init: %cst_3) applies stablehlo.add across dimensions = [2] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<2x3xf32>
    %12 = stablehlo.broadcast_in_dim %11, dims = [0, 1] : (tensor<2x3xf32>) -> tensor<2x3x1xf32>
    %13 = stablehlo.broadcast_in_dim %10, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %14 = stablehlo.divide %12, %13 : tensor<2x3x1xf32>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %15 = stablehlo.compare GT, %10, %cst_4, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %cst_5 = stablehlo.constant dense<0x7FC00000> : tensor<f32>
    %16 = call @_where_1(%15, %14, %cst_5) : (tensor<i1>, tensor<2x3x1xf32>, tensor<f32>) -> tensor<2x3x1xf32>
    return %16, %8, %10, %15 : tensor<2x3x1xf32>, tensor<2x3x7xf32>, tensor<f32>, tensor<i1>
  }
  func.func private @_where_1(%arg0: tensor<i1>, %arg1: tensor<2x3x1xf32>, %arg2: tensor<f32>) -> tensor<2x3x1xf32> {
    %0 = stablehlo.convert %arg2 : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<1xf32>
    %2 = stablehlo.broadcast_in_dim %1, dims = [1] : (tensor<1xf32>) -> tensor<3x1xf32>
    %3 = stablehlo.broadcast_in_dim %2, dims = [1, 2] : (tensor<3x1xf32>) -> tensor<2x3x1xf32>
    %4 = stablehlo.select %arg0, %arg1, %3 : tensor<i1>, tensor<2x3x1xf32>
    return %4 : tensor<2x3x1xf32>
  }
  func.func private @_var_2(%arg0: tensor<2x3x7xf32>, %arg1: tensor<f32>, %arg2: tensor<i1>, %arg3: tensor<2x3x1xf32>) -> tensor<2x3x7xf32> {
    %0 = call @_where_3(%arg2, %arg3) : (tensor<i1>, tensor<2x3x1xf32>) -> tensor<2x3x1xf32>
    %1 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %2 = stablehlo.divide %0, %1 : tensor<2x3x1xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3 = stablehlo.reduce(%2 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<2x3x1xf32>, tensor<f32>) -> tensor<2x3xf32>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<2x3xf32>) -> tensor<2x3x7xf32>
    %5 = stablehlo.multiply %4, %arg0 : tensor<2x3x7xf32>
    %6 = stablehlo.negate %5 : tensor<2x3x7xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %7 = stablehlo.reduce(%6 init: %cst_0) applies stablehlo.add across dimensions = [2] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<2x3xf32>
    %8 = stablehlo.reshape %7 : (tensor<2x3xf32>) -> tensor<2x3x1xf32>
    %cst_1 = stablehlo.constant dense<7.000000e+00> : tensor<f32>
    %9 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %10 = stablehlo.divide %8, %9 : tensor<2x3x1xf32>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %11 = stablehlo.reduce(%10 init: %cst_2) applies stablehlo.add across dimensions = [2] : (tensor<2x3x1xf32>, tensor<f32>) -> tensor<2x3xf32>
    %12 = stablehlo.broadcast_in_dim %11, dims = [0, 1] : (tensor<2x3xf32>) -> tensor<2x3x7xf32>
    %13 = stablehlo.add %5, %12 : tensor<2x3x7xf32>
    return %13 : tensor<2x3x7xf32>
  }
  func.func private @_where_3(%arg0: tensor<i1>, %arg1: tensor<2x3x1xf32>) -> tensor<2x3x1xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %1 = stablehlo.select %arg0, %arg1, %0 : tensor<i1>, tensor<2x3x1xf32>
    return %1 : tensor<2x3x1xf32>
  }
}
