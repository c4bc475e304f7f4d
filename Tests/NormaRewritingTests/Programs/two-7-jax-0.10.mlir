// python print.py two 7 5 2 3 2, with JAX 0.10.2 and Equinox 0.13.8
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
    %40 = stablehlo.subtract %39, %38 : tensor<2x3x5xf32>
    %cst_7 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %41 = stablehlo.broadcast_in_dim %cst_7, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %42 = stablehlo.add %41, %38 : tensor<2x3x5xf32>
    %cst_8 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %43 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %44 = stablehlo.multiply %43, %42 : tensor<2x3x5xf32>
    %45 = stablehlo.multiply %27, %44 : tensor<2x3x5xf32>
    %46 = stablehlo.dot_general %arg4, %45, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<7x5xf32>, tensor<2x3x5xf32>) -> tensor<7x2x3xf32>
    %47 = stablehlo.transpose %46, dims = [1, 2, 0] : (tensor<7x2x3xf32>) -> tensor<2x3x7xf32>
    %48 = stablehlo.broadcast_in_dim %arg5, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %49 = stablehlo.broadcast_in_dim %48, dims = [1, 2] : (tensor<1x7xf32>) -> tensor<1x1x7xf32>
    %50 = stablehlo.broadcast_in_dim %49, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %51 = stablehlo.add %47, %50 : tensor<2x3x7xf32>
    %52 = stablehlo.add %arg12, %51 : tensor<2x3x7xf32>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %53 = stablehlo.reduce(%52 init: %cst_9) applies stablehlo.add across dimensions = [2] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<2x3xf32>
    %54 = stablehlo.broadcast_in_dim %53, dims = [0, 1] : (tensor<2x3xf32>) -> tensor<2x3x1xf32>
    %cst_10 = stablehlo.constant dense<7.000000e+00> : tensor<f32>
    %55 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %56 = stablehlo.divide %54, %55 : tensor<2x3x1xf32>
    %c_11 = stablehlo.constant dense<0> : tensor<i32>
    %57:4 = call @_var_0(%52, %c_11) : (tensor<2x3x7xf32>, tensor<i32>) -> (tensor<2x3x1xf32>, tensor<2x3x7xf32>, tensor<f32>, tensor<i1>)
    %cst_12 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %58 = stablehlo.broadcast_in_dim %cst_12, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %59 = stablehlo.maximum %58, %57#0 : tensor<2x3x1xf32>
    %60 = stablehlo.compare EQ, %57#0, %59, FLOAT : (tensor<2x3x1xf32>, tensor<2x3x1xf32>) -> tensor<2x3x1xi1>
    %cst_13 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %61 = stablehlo.broadcast_in_dim %cst_13, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %cst_14 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %62 = stablehlo.broadcast_in_dim %cst_14, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %63 = stablehlo.select %60, %61, %62 : tensor<2x3x1xi1>, tensor<2x3x1xf32>
    %cst_15 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %64 = stablehlo.broadcast_in_dim %cst_15, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %65 = stablehlo.compare EQ, %64, %59, FLOAT : (tensor<2x3x1xf32>, tensor<2x3x1xf32>) -> tensor<2x3x1xi1>
    %cst_16 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %66 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %cst_17 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %67 = stablehlo.broadcast_in_dim %cst_17, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %68 = stablehlo.select %65, %66, %67 : tensor<2x3x1xi1>, tensor<2x3x1xf32>
    %69 = stablehlo.divide %63, %68 : tensor<2x3x1xf32>
    %cst_18 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %70 = stablehlo.broadcast_in_dim %cst_18, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %71 = stablehlo.add %59, %70 : tensor<2x3x1xf32>
    %72 = stablehlo.rsqrt %71 : tensor<2x3x1xf32>
    %73 = stablehlo.divide %72, %71 : tensor<2x3x1xf32>
    %cst_19 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %74 = stablehlo.broadcast_in_dim %cst_19, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %75 = stablehlo.multiply %74, %73 : tensor<2x3x1xf32>
    %76 = stablehlo.broadcast_in_dim %56, dims = [0, 1, 2] : (tensor<2x3x1xf32>) -> tensor<2x3x7xf32>
    %77 = stablehlo.subtract %52, %76 : tensor<2x3x7xf32>
    %78 = stablehlo.broadcast_in_dim %72, dims = [0, 1, 2] : (tensor<2x3x1xf32>) -> tensor<2x3x7xf32>
    %79 = stablehlo.multiply %77, %78 : tensor<2x3x7xf32>
    %80 = stablehlo.broadcast_in_dim %arg6, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %81 = stablehlo.broadcast_in_dim %80, dims = [1, 2] : (tensor<1x7xf32>) -> tensor<1x1x7xf32>
    %82 = stablehlo.broadcast_in_dim %81, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %83 = stablehlo.multiply %82, %79 : tensor<2x3x7xf32>
    %84 = stablehlo.broadcast_in_dim %arg7, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %85 = stablehlo.broadcast_in_dim %84, dims = [1, 2] : (tensor<1x7xf32>) -> tensor<1x1x7xf32>
    %86 = stablehlo.broadcast_in_dim %85, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %87 = stablehlo.add %83, %86 : tensor<2x3x7xf32>
    %88 = stablehlo.dot_general %arg8, %87, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<5x7xf32>, tensor<2x3x7xf32>) -> tensor<5x2x3xf32>
    %89 = stablehlo.transpose %88, dims = [1, 2, 0] : (tensor<5x2x3xf32>) -> tensor<2x3x5xf32>
    %90 = stablehlo.broadcast_in_dim %arg9, dims = [1] : (tensor<5xf32>) -> tensor<1x5xf32>
    %91 = stablehlo.broadcast_in_dim %90, dims = [1, 2] : (tensor<1x5xf32>) -> tensor<1x1x5xf32>
    %92 = stablehlo.broadcast_in_dim %91, dims = [0, 1, 2] : (tensor<1x1x5xf32>) -> tensor<2x3x5xf32>
    %93 = stablehlo.add %89, %92 : tensor<2x3x5xf32>
    %94 = stablehlo.multiply %93, %93 : tensor<2x3x5xf32>
    %95 = stablehlo.multiply %94, %93 : tensor<2x3x5xf32>
    %96 = stablehlo.multiply %93, %93 : tensor<2x3x5xf32>
    %cst_20 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %97 = stablehlo.broadcast_in_dim %cst_20, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %98 = stablehlo.multiply %97, %96 : tensor<2x3x5xf32>
    %cst_21 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %99 = stablehlo.broadcast_in_dim %cst_21, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %100 = stablehlo.multiply %99, %95 : tensor<2x3x5xf32>
    %101 = stablehlo.add %93, %100 : tensor<2x3x5xf32>
    %cst_22 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %102 = stablehlo.broadcast_in_dim %cst_22, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %103 = stablehlo.multiply %102, %101 : tensor<2x3x5xf32>
    %104 = stablehlo.tanh %103 : tensor<2x3x5xf32>
    %cst_23 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %105 = stablehlo.broadcast_in_dim %cst_23, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %106 = stablehlo.subtract %105, %104 : tensor<2x3x5xf32>
    %cst_24 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %107 = stablehlo.broadcast_in_dim %cst_24, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %108 = stablehlo.add %107, %104 : tensor<2x3x5xf32>
    %cst_25 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %109 = stablehlo.broadcast_in_dim %cst_25, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %110 = stablehlo.multiply %109, %108 : tensor<2x3x5xf32>
    %111 = stablehlo.multiply %93, %110 : tensor<2x3x5xf32>
    %112 = stablehlo.dot_general %arg10, %111, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<7x5xf32>, tensor<2x3x5xf32>) -> tensor<7x2x3xf32>
    %113 = stablehlo.transpose %112, dims = [1, 2, 0] : (tensor<7x2x3xf32>) -> tensor<2x3x7xf32>
    %114 = stablehlo.broadcast_in_dim %arg11, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %115 = stablehlo.broadcast_in_dim %114, dims = [1, 2] : (tensor<1x7xf32>) -> tensor<1x1x7xf32>
    %116 = stablehlo.broadcast_in_dim %115, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %117 = stablehlo.add %113, %116 : tensor<2x3x7xf32>
    %118 = stablehlo.add %52, %117 : tensor<2x3x7xf32>
    %cst_26 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %119 = stablehlo.broadcast_in_dim %cst_26, dims = [] : (tensor<f32>) -> tensor<2x3x7xf32>
    %120 = stablehlo.multiply %119, %118 : tensor<2x3x7xf32>
    %cst_27 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %cst_28 = stablehlo.constant dense<4.200000e+01> : tensor<f32>
    %121 = stablehlo.divide %cst_27, %cst_28 : tensor<f32>
    %122 = stablehlo.broadcast_in_dim %121, dims = [] : (tensor<f32>) -> tensor<2x3x7xf32>
    %123 = stablehlo.multiply %122, %120 : tensor<2x3x7xf32>
    %cst_29 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %124 = stablehlo.reduce(%123 init: %cst_29) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %125 = stablehlo.reshape %124 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_30 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %126 = stablehlo.reduce(%125 init: %cst_30) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %127 = stablehlo.broadcast_in_dim %126, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_31 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %128 = stablehlo.reduce(%127 init: %cst_31) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %129 = stablehlo.transpose %123, dims = [2, 0, 1] : (tensor<2x3x7xf32>) -> tensor<7x2x3xf32>
    %130 = stablehlo.dot_general %129, %arg10, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<7x2x3xf32>, tensor<7x5xf32>) -> tensor<2x3x5xf32>
    %131 = stablehlo.dot_general %129, %111, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<7x2x3xf32>, tensor<2x3x5xf32>) -> tensor<7x5xf32>
    %132 = stablehlo.multiply %93, %130 : tensor<2x3x5xf32>
    %133 = stablehlo.multiply %130, %110 : tensor<2x3x5xf32>
    %cst_32 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %134 = stablehlo.broadcast_in_dim %cst_32, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %135 = stablehlo.multiply %134, %132 : tensor<2x3x5xf32>
    %136 = stablehlo.multiply %135, %106 : tensor<2x3x5xf32>
    %137 = stablehlo.multiply %136, %104 : tensor<2x3x5xf32>
    %138 = stablehlo.add %136, %137 : tensor<2x3x5xf32>
    %cst_33 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %139 = stablehlo.broadcast_in_dim %cst_33, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %140 = stablehlo.multiply %139, %138 : tensor<2x3x5xf32>
    %141 = stablehlo.add %133, %140 : tensor<2x3x5xf32>
    %cst_34 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %142 = stablehlo.broadcast_in_dim %cst_34, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %143 = stablehlo.multiply %142, %140 : tensor<2x3x5xf32>
    %144 = stablehlo.multiply %143, %98 : tensor<2x3x5xf32>
    %145 = stablehlo.add %141, %144 : tensor<2x3x5xf32>
    %cst_35 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %146 = stablehlo.reduce(%145 init: %cst_35) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x5xf32>, tensor<f32>) -> tensor<5xf32>
    %147 = stablehlo.reshape %146 : (tensor<5xf32>) -> tensor<1x1x5xf32>
    %cst_36 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %148 = stablehlo.reduce(%147 init: %cst_36) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x5xf32>, tensor<f32>) -> tensor<5xf32>
    %149 = stablehlo.broadcast_in_dim %148, dims = [1] : (tensor<5xf32>) -> tensor<1x5xf32>
    %cst_37 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %150 = stablehlo.reduce(%149 init: %cst_37) applies stablehlo.add across dimensions = [0] : (tensor<1x5xf32>, tensor<f32>) -> tensor<5xf32>
    %151 = stablehlo.transpose %145, dims = [2, 0, 1] : (tensor<2x3x5xf32>) -> tensor<5x2x3xf32>
    %152 = stablehlo.dot_general %151, %arg8, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<5x2x3xf32>, tensor<5x7xf32>) -> tensor<2x3x7xf32>
    %153 = stablehlo.dot_general %151, %87, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<5x2x3xf32>, tensor<2x3x7xf32>) -> tensor<5x7xf32>
    %cst_38 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %154 = stablehlo.reduce(%152 init: %cst_38) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %155 = stablehlo.reshape %154 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_39 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %156 = stablehlo.reduce(%155 init: %cst_39) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %157 = stablehlo.broadcast_in_dim %156, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_40 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %158 = stablehlo.reduce(%157 init: %cst_40) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %159 = stablehlo.broadcast_in_dim %81, dims = [0, 1, 2] : (tensor<1x1x7xf32>) -> tensor<2x3x7xf32>
    %160 = stablehlo.multiply %159, %152 : tensor<2x3x7xf32>
    %161 = stablehlo.multiply %152, %79 : tensor<2x3x7xf32>
    %cst_41 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %162 = stablehlo.reduce(%161 init: %cst_41) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %163 = stablehlo.reshape %162 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_42 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %164 = stablehlo.reduce(%163 init: %cst_42) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %165 = stablehlo.broadcast_in_dim %164, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_43 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %166 = stablehlo.reduce(%165 init: %cst_43) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %167 = stablehlo.multiply %77, %160 : tensor<2x3x7xf32>
    %cst_44 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %168 = stablehlo.reduce(%167 init: %cst_44) applies stablehlo.add across dimensions = [2] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<2x3xf32>
    %169 = stablehlo.reshape %168 : (tensor<2x3xf32>) -> tensor<2x3x1xf32>
    %170 = stablehlo.broadcast_in_dim %72, dims = [0, 1, 2] : (tensor<2x3x1xf32>) -> tensor<2x3x7xf32>
    %171 = stablehlo.multiply %160, %170 : tensor<2x3x7xf32>
    %172 = stablehlo.negate %171 : tensor<2x3x7xf32>
    %cst_45 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %173 = stablehlo.reduce(%172 init: %cst_45) applies stablehlo.add across dimensions = [2] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<2x3xf32>
    %174 = stablehlo.reshape %173 : (tensor<2x3xf32>) -> tensor<2x3x1xf32>
    %175 = stablehlo.add %123, %171 : tensor<2x3x7xf32>
    %176 = stablehlo.multiply %169, %75 : tensor<2x3x1xf32>
    %177 = stablehlo.multiply %176, %69 : tensor<2x3x1xf32>
    %178 = call @_var_2(%57#1, %57#2, %57#3, %177) : (tensor<2x3x7xf32>, tensor<f32>, tensor<i1>, tensor<2x3x1xf32>) -> tensor<2x3x7xf32>
    %179 = stablehlo.add %175, %178 : tensor<2x3x7xf32>
    %cst_46 = stablehlo.constant dense<7.000000e+00> : tensor<f32>
    %180 = stablehlo.broadcast_in_dim %cst_46, dims = [] : (tensor<f32>) -> tensor<2x3x1xf32>
    %181 = stablehlo.divide %174, %180 : tensor<2x3x1xf32>
    %cst_47 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %182 = stablehlo.reduce(%181 init: %cst_47) applies stablehlo.add across dimensions = [2] : (tensor<2x3x1xf32>, tensor<f32>) -> tensor<2x3xf32>
    %183 = stablehlo.broadcast_in_dim %182, dims = [0, 1] : (tensor<2x3xf32>) -> tensor<2x3x7xf32>
    %184 = stablehlo.add %179, %183 : tensor<2x3x7xf32>
    %cst_48 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %185 = stablehlo.reduce(%184 init: %cst_48) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %186 = stablehlo.reshape %185 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_49 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %187 = stablehlo.reduce(%186 init: %cst_49) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %188 = stablehlo.broadcast_in_dim %187, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_50 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %189 = stablehlo.reduce(%188 init: %cst_50) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %190 = stablehlo.transpose %184, dims = [2, 0, 1] : (tensor<2x3x7xf32>) -> tensor<7x2x3xf32>
    %191 = stablehlo.dot_general %190, %arg4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<7x2x3xf32>, tensor<7x5xf32>) -> tensor<2x3x5xf32>
    %192 = stablehlo.dot_general %190, %45, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<7x2x3xf32>, tensor<2x3x5xf32>) -> tensor<7x5xf32>
    %193 = stablehlo.multiply %27, %191 : tensor<2x3x5xf32>
    %194 = stablehlo.multiply %191, %44 : tensor<2x3x5xf32>
    %cst_51 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %195 = stablehlo.broadcast_in_dim %cst_51, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %196 = stablehlo.multiply %195, %193 : tensor<2x3x5xf32>
    %197 = stablehlo.multiply %196, %40 : tensor<2x3x5xf32>
    %198 = stablehlo.multiply %197, %38 : tensor<2x3x5xf32>
    %199 = stablehlo.add %197, %198 : tensor<2x3x5xf32>
    %cst_52 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %200 = stablehlo.broadcast_in_dim %cst_52, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %201 = stablehlo.multiply %200, %199 : tensor<2x3x5xf32>
    %202 = stablehlo.add %194, %201 : tensor<2x3x5xf32>
    %cst_53 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %203 = stablehlo.broadcast_in_dim %cst_53, dims = [] : (tensor<f32>) -> tensor<2x3x5xf32>
    %204 = stablehlo.multiply %203, %201 : tensor<2x3x5xf32>
    %205 = stablehlo.multiply %204, %32 : tensor<2x3x5xf32>
    %206 = stablehlo.add %202, %205 : tensor<2x3x5xf32>
    %cst_54 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %207 = stablehlo.reduce(%206 init: %cst_54) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x5xf32>, tensor<f32>) -> tensor<5xf32>
    %208 = stablehlo.reshape %207 : (tensor<5xf32>) -> tensor<1x1x5xf32>
    %cst_55 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %209 = stablehlo.reduce(%208 init: %cst_55) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x5xf32>, tensor<f32>) -> tensor<5xf32>
    %210 = stablehlo.broadcast_in_dim %209, dims = [1] : (tensor<5xf32>) -> tensor<1x5xf32>
    %cst_56 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %211 = stablehlo.reduce(%210 init: %cst_56) applies stablehlo.add across dimensions = [0] : (tensor<1x5xf32>, tensor<f32>) -> tensor<5xf32>
    %212 = stablehlo.transpose %206, dims = [2, 0, 1] : (tensor<2x3x5xf32>) -> tensor<5x2x3xf32>
    %213 = stablehlo.dot_general %212, %arg2, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<5x2x3xf32>, tensor<5x7xf32>) -> tensor<2x3x7xf32>
    %214 = stablehlo.dot_general %212, %21, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<5x2x3xf32>, tensor<2x3x7xf32>) -> tensor<5x7xf32>
    %cst_57 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %215 = stablehlo.reduce(%213 init: %cst_57) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %216 = stablehlo.reshape %215 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_58 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %217 = stablehlo.reduce(%216 init: %cst_58) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %218 = stablehlo.broadcast_in_dim %217, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_59 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %219 = stablehlo.reduce(%218 init: %cst_59) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %220 = stablehlo.multiply %213, %13 : tensor<2x3x7xf32>
    %cst_60 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %221 = stablehlo.reduce(%220 init: %cst_60) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3x7xf32>, tensor<f32>) -> tensor<7xf32>
    %222 = stablehlo.reshape %221 : (tensor<7xf32>) -> tensor<1x1x7xf32>
    %cst_61 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %223 = stablehlo.reduce(%222 init: %cst_61) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x7xf32>, tensor<f32>) -> tensor<7xf32>
    %224 = stablehlo.broadcast_in_dim %223, dims = [1] : (tensor<7xf32>) -> tensor<1x7xf32>
    %cst_62 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %225 = stablehlo.reduce(%224 init: %cst_62) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf32>, tensor<f32>) -> tensor<7xf32>
    return %225, %219, %214, %211, %192, %189, %166, %158, %153, %150, %131, %128 : tensor<7xf32>, tensor<7xf32>, tensor<5x7xf32>, tensor<5xf32>, tensor<7x5xf32>, tensor<7xf32>, tensor<7xf32>, tensor<7xf32>, tensor<5x7xf32>, tensor<5xf32>, tensor<7x5xf32>, tensor<7xf32>
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
