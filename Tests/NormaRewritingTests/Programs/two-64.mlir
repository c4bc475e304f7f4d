// python print.py two 64 64 256 32 8, with JAX 0.10.2 and Equinox 0.13.8
module @jit_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<64xf32>, %arg1: tensor<64xf32>, %arg2: tensor<64x64xf32>, %arg3: tensor<64xf32>, %arg4: tensor<64x64xf32>, %arg5: tensor<64xf32>, %arg6: tensor<64xf32>, %arg7: tensor<64xf32>, %arg8: tensor<64x64xf32>, %arg9: tensor<64xf32>, %arg10: tensor<64x64xf32>, %arg11: tensor<64xf32>, %arg12: tensor<64xf32>, %arg13: tensor<64xf32>, %arg14: tensor<64x64xf32>, %arg15: tensor<64xf32>, %arg16: tensor<64x64xf32>, %arg17: tensor<64xf32>, %arg18: tensor<64xf32>, %arg19: tensor<64xf32>, %arg20: tensor<64x64xf32>, %arg21: tensor<64xf32>, %arg22: tensor<64x64xf32>, %arg23: tensor<64xf32>, %arg24: tensor<64xf32>, %arg25: tensor<64xf32>, %arg26: tensor<64x64xf32>, %arg27: tensor<64xf32>, %arg28: tensor<64x64xf32>, %arg29: tensor<64xf32>, %arg30: tensor<64xf32>, %arg31: tensor<64xf32>, %arg32: tensor<64x64xf32>, %arg33: tensor<64xf32>, %arg34: tensor<64x64xf32>, %arg35: tensor<64xf32>, %arg36: tensor<64xf32>, %arg37: tensor<64xf32>, %arg38: tensor<64x64xf32>, %arg39: tensor<64xf32>, %arg40: tensor<64x64xf32>, %arg41: tensor<64xf32>, %arg42: tensor<64xf32>, %arg43: tensor<64xf32>, %arg44: tensor<64x64xf32>, %arg45: tensor<64xf32>, %arg46: tensor<64x64xf32>, %arg47: tensor<64xf32>, %arg48: tensor<256x32x64xf32>) -> (tensor<64xf32> {jax.result_info = "result[0].norm.weight"}, tensor<64xf32> {jax.result_info = "result[0].norm.bias"}, tensor<64x64xf32> {jax.result_info = "result[0].up.weight"}, tensor<64xf32> {jax.result_info = "result[0].up.bias"}, tensor<64x64xf32> {jax.result_info = "result[0].down.weight"}, tensor<64xf32> {jax.result_info = "result[0].down.bias"}, tensor<64xf32> {jax.result_info = "result[1].norm.weight"}, tensor<64xf32> {jax.result_info = "result[1].norm.bias"}, tensor<64x64xf32> {jax.result_info = "result[1].up.weight"}, tensor<64xf32> {jax.result_info = "result[1].up.bias"}, tensor<64x64xf32> {jax.result_info = "result[1].down.weight"}, tensor<64xf32> {jax.result_info = "result[1].down.bias"}, tensor<64xf32> {jax.result_info = "result[2].norm.weight"}, tensor<64xf32> {jax.result_info = "result[2].norm.bias"}, tensor<64x64xf32> {jax.result_info = "result[2].up.weight"}, tensor<64xf32> {jax.result_info = "result[2].up.bias"}, tensor<64x64xf32> {jax.result_info = "result[2].down.weight"}, tensor<64xf32> {jax.result_info = "result[2].down.bias"}, tensor<64xf32> {jax.result_info = "result[3].norm.weight"}, tensor<64xf32> {jax.result_info = "result[3].norm.bias"}, tensor<64x64xf32> {jax.result_info = "result[3].up.weight"}, tensor<64xf32> {jax.result_info = "result[3].up.bias"}, tensor<64x64xf32> {jax.result_info = "result[3].down.weight"}, tensor<64xf32> {jax.result_info = "result[3].down.bias"}, tensor<64xf32> {jax.result_info = "result[4].norm.weight"}, tensor<64xf32> {jax.result_info = "result[4].norm.bias"}, tensor<64x64xf32> {jax.result_info = "result[4].up.weight"}, tensor<64xf32> {jax.result_info = "result[4].up.bias"}, tensor<64x64xf32> {jax.result_info = "result[4].down.weight"}, tensor<64xf32> {jax.result_info = "result[4].down.bias"}, tensor<64xf32> {jax.result_info = "result[5].norm.weight"}, tensor<64xf32> {jax.result_info = "result[5].norm.bias"}, tensor<64x64xf32> {jax.result_info = "result[5].up.weight"}, tensor<64xf32> {jax.result_info = "result[5].up.bias"}, tensor<64x64xf32> {jax.result_info = "result[5].down.weight"}, tensor<64xf32> {jax.result_info = "result[5].down.bias"}, tensor<64xf32> {jax.result_info = "result[6].norm.weight"}, tensor<64xf32> {jax.result_info = "result[6].norm.bias"}, tensor<64x64xf32> {jax.result_info = "result[6].up.weight"}, tensor<64xf32> {jax.result_info = "result[6].up.bias"}, tensor<64x64xf32> {jax.result_info = "result[6].down.weight"}, tensor<64xf32> {jax.result_info = "result[6].down.bias"}, tensor<64xf32> {jax.result_info = "result[7].norm.weight"}, tensor<64xf32> {jax.result_info = "result[7].norm.bias"}, tensor<64x64xf32> {jax.result_info = "result[7].up.weight"}, tensor<64xf32> {jax.result_info = "result[7].up.bias"}, tensor<64x64xf32> {jax.result_info = "result[7].down.weight"}, tensor<64xf32> {jax.result_info = "result[7].down.bias"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.reduce(%arg48 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %cst_0 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %3 = stablehlo.divide %1, %2 : tensor<256x32x1xf32>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %4 = call @_var(%arg48, %c) : (tensor<256x32x64xf32>, tensor<i32>) -> tensor<256x32x1xf32>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %5 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %6 = stablehlo.maximum %5, %4 : tensor<256x32x1xf32>
    %cst_2 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %7 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %8 = stablehlo.add %6, %7 : tensor<256x32x1xf32>
    %9 = stablehlo.rsqrt %8 : tensor<256x32x1xf32>
    %10 = stablehlo.broadcast_in_dim %3, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %11 = stablehlo.subtract %arg48, %10 : tensor<256x32x64xf32>
    %12 = stablehlo.broadcast_in_dim %9, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %13 = stablehlo.multiply %11, %12 : tensor<256x32x64xf32>
    %14 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %15 = stablehlo.broadcast_in_dim %14, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %16 = stablehlo.broadcast_in_dim %15, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %17 = stablehlo.multiply %16, %13 : tensor<256x32x64xf32>
    %18 = stablehlo.broadcast_in_dim %arg1, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %19 = stablehlo.broadcast_in_dim %18, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %20 = stablehlo.broadcast_in_dim %19, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %21 = stablehlo.add %17, %20 : tensor<256x32x64xf32>
    %22 = stablehlo.dot_general %arg2, %21, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %23 = stablehlo.transpose %22, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %24 = stablehlo.broadcast_in_dim %arg3, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %25 = stablehlo.broadcast_in_dim %24, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %26 = stablehlo.broadcast_in_dim %25, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %27 = stablehlo.add %23, %26 : tensor<256x32x64xf32>
    %28 = stablehlo.multiply %27, %27 : tensor<256x32x64xf32>
    %29 = stablehlo.multiply %28, %27 : tensor<256x32x64xf32>
    %30 = stablehlo.multiply %27, %27 : tensor<256x32x64xf32>
    %cst_3 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %31 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %32 = stablehlo.multiply %31, %30 : tensor<256x32x64xf32>
    %cst_4 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %33 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %34 = stablehlo.multiply %33, %29 : tensor<256x32x64xf32>
    %35 = stablehlo.add %27, %34 : tensor<256x32x64xf32>
    %cst_5 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %36 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %37 = stablehlo.multiply %36, %35 : tensor<256x32x64xf32>
    %38 = stablehlo.tanh %37 : tensor<256x32x64xf32>
    %cst_6 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %39 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %40 = stablehlo.subtract %39, %38 : tensor<256x32x64xf32>
    %cst_7 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %41 = stablehlo.broadcast_in_dim %cst_7, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %42 = stablehlo.add %41, %38 : tensor<256x32x64xf32>
    %cst_8 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %43 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %44 = stablehlo.multiply %43, %42 : tensor<256x32x64xf32>
    %45 = stablehlo.multiply %27, %44 : tensor<256x32x64xf32>
    %46 = stablehlo.dot_general %arg4, %45, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %47 = stablehlo.transpose %46, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %48 = stablehlo.broadcast_in_dim %arg5, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %49 = stablehlo.broadcast_in_dim %48, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %50 = stablehlo.broadcast_in_dim %49, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %51 = stablehlo.add %47, %50 : tensor<256x32x64xf32>
    %52 = stablehlo.add %arg48, %51 : tensor<256x32x64xf32>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %53 = stablehlo.reduce(%52 init: %cst_9) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %54 = stablehlo.broadcast_in_dim %53, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %cst_10 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %55 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %56 = stablehlo.divide %54, %55 : tensor<256x32x1xf32>
    %c_11 = stablehlo.constant dense<0> : tensor<i32>
    %57:4 = call @_var_0(%52, %c_11) : (tensor<256x32x64xf32>, tensor<i32>) -> (tensor<256x32x1xf32>, tensor<256x32x64xf32>, tensor<f32>, tensor<i1>)
    %cst_12 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %58 = stablehlo.broadcast_in_dim %cst_12, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %59 = stablehlo.maximum %58, %57#0 : tensor<256x32x1xf32>
    %60 = stablehlo.compare EQ, %57#0, %59, FLOAT : (tensor<256x32x1xf32>, tensor<256x32x1xf32>) -> tensor<256x32x1xi1>
    %cst_13 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %61 = stablehlo.broadcast_in_dim %cst_13, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %cst_14 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %62 = stablehlo.broadcast_in_dim %cst_14, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %63 = stablehlo.select %60, %61, %62 : tensor<256x32x1xi1>, tensor<256x32x1xf32>
    %cst_15 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %64 = stablehlo.broadcast_in_dim %cst_15, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %65 = stablehlo.compare EQ, %64, %59, FLOAT : (tensor<256x32x1xf32>, tensor<256x32x1xf32>) -> tensor<256x32x1xi1>
    %cst_16 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %66 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %cst_17 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %67 = stablehlo.broadcast_in_dim %cst_17, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %68 = stablehlo.select %65, %66, %67 : tensor<256x32x1xi1>, tensor<256x32x1xf32>
    %69 = stablehlo.divide %63, %68 : tensor<256x32x1xf32>
    %cst_18 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %70 = stablehlo.broadcast_in_dim %cst_18, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %71 = stablehlo.add %59, %70 : tensor<256x32x1xf32>
    %72 = stablehlo.rsqrt %71 : tensor<256x32x1xf32>
    %73 = stablehlo.divide %72, %71 : tensor<256x32x1xf32>
    %cst_19 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %74 = stablehlo.broadcast_in_dim %cst_19, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %75 = stablehlo.multiply %74, %73 : tensor<256x32x1xf32>
    %76 = stablehlo.broadcast_in_dim %56, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %77 = stablehlo.subtract %52, %76 : tensor<256x32x64xf32>
    %78 = stablehlo.broadcast_in_dim %72, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %79 = stablehlo.multiply %77, %78 : tensor<256x32x64xf32>
    %80 = stablehlo.broadcast_in_dim %arg6, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %81 = stablehlo.broadcast_in_dim %80, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %82 = stablehlo.broadcast_in_dim %81, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %83 = stablehlo.multiply %82, %79 : tensor<256x32x64xf32>
    %84 = stablehlo.broadcast_in_dim %arg7, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %85 = stablehlo.broadcast_in_dim %84, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %86 = stablehlo.broadcast_in_dim %85, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %87 = stablehlo.add %83, %86 : tensor<256x32x64xf32>
    %88 = stablehlo.dot_general %arg8, %87, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %89 = stablehlo.transpose %88, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %90 = stablehlo.broadcast_in_dim %arg9, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %91 = stablehlo.broadcast_in_dim %90, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %92 = stablehlo.broadcast_in_dim %91, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %93 = stablehlo.add %89, %92 : tensor<256x32x64xf32>
    %94 = stablehlo.multiply %93, %93 : tensor<256x32x64xf32>
    %95 = stablehlo.multiply %94, %93 : tensor<256x32x64xf32>
    %96 = stablehlo.multiply %93, %93 : tensor<256x32x64xf32>
    %cst_20 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %97 = stablehlo.broadcast_in_dim %cst_20, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %98 = stablehlo.multiply %97, %96 : tensor<256x32x64xf32>
    %cst_21 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %99 = stablehlo.broadcast_in_dim %cst_21, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %100 = stablehlo.multiply %99, %95 : tensor<256x32x64xf32>
    %101 = stablehlo.add %93, %100 : tensor<256x32x64xf32>
    %cst_22 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %102 = stablehlo.broadcast_in_dim %cst_22, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %103 = stablehlo.multiply %102, %101 : tensor<256x32x64xf32>
    %104 = stablehlo.tanh %103 : tensor<256x32x64xf32>
    %cst_23 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %105 = stablehlo.broadcast_in_dim %cst_23, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %106 = stablehlo.subtract %105, %104 : tensor<256x32x64xf32>
    %cst_24 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %107 = stablehlo.broadcast_in_dim %cst_24, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %108 = stablehlo.add %107, %104 : tensor<256x32x64xf32>
    %cst_25 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %109 = stablehlo.broadcast_in_dim %cst_25, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %110 = stablehlo.multiply %109, %108 : tensor<256x32x64xf32>
    %111 = stablehlo.multiply %93, %110 : tensor<256x32x64xf32>
    %112 = stablehlo.dot_general %arg10, %111, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %113 = stablehlo.transpose %112, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %114 = stablehlo.broadcast_in_dim %arg11, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %115 = stablehlo.broadcast_in_dim %114, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %116 = stablehlo.broadcast_in_dim %115, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %117 = stablehlo.add %113, %116 : tensor<256x32x64xf32>
    %118 = stablehlo.add %52, %117 : tensor<256x32x64xf32>
    %cst_26 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %119 = stablehlo.reduce(%118 init: %cst_26) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %120 = stablehlo.broadcast_in_dim %119, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %cst_27 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %121 = stablehlo.broadcast_in_dim %cst_27, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %122 = stablehlo.divide %120, %121 : tensor<256x32x1xf32>
    %c_28 = stablehlo.constant dense<0> : tensor<i32>
    %123:4 = call @_var_0(%118, %c_28) : (tensor<256x32x64xf32>, tensor<i32>) -> (tensor<256x32x1xf32>, tensor<256x32x64xf32>, tensor<f32>, tensor<i1>)
    %cst_29 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %124 = stablehlo.broadcast_in_dim %cst_29, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %125 = stablehlo.maximum %124, %123#0 : tensor<256x32x1xf32>
    %126 = stablehlo.compare EQ, %123#0, %125, FLOAT : (tensor<256x32x1xf32>, tensor<256x32x1xf32>) -> tensor<256x32x1xi1>
    %cst_30 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %127 = stablehlo.broadcast_in_dim %cst_30, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %cst_31 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %128 = stablehlo.broadcast_in_dim %cst_31, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %129 = stablehlo.select %126, %127, %128 : tensor<256x32x1xi1>, tensor<256x32x1xf32>
    %cst_32 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %130 = stablehlo.broadcast_in_dim %cst_32, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %131 = stablehlo.compare EQ, %130, %125, FLOAT : (tensor<256x32x1xf32>, tensor<256x32x1xf32>) -> tensor<256x32x1xi1>
    %cst_33 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %132 = stablehlo.broadcast_in_dim %cst_33, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %cst_34 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %133 = stablehlo.broadcast_in_dim %cst_34, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %134 = stablehlo.select %131, %132, %133 : tensor<256x32x1xi1>, tensor<256x32x1xf32>
    %135 = stablehlo.divide %129, %134 : tensor<256x32x1xf32>
    %cst_35 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %136 = stablehlo.broadcast_in_dim %cst_35, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %137 = stablehlo.add %125, %136 : tensor<256x32x1xf32>
    %138 = stablehlo.rsqrt %137 : tensor<256x32x1xf32>
    %139 = stablehlo.divide %138, %137 : tensor<256x32x1xf32>
    %cst_36 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %140 = stablehlo.broadcast_in_dim %cst_36, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %141 = stablehlo.multiply %140, %139 : tensor<256x32x1xf32>
    %142 = stablehlo.broadcast_in_dim %122, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %143 = stablehlo.subtract %118, %142 : tensor<256x32x64xf32>
    %144 = stablehlo.broadcast_in_dim %138, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %145 = stablehlo.multiply %143, %144 : tensor<256x32x64xf32>
    %146 = stablehlo.broadcast_in_dim %arg12, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %147 = stablehlo.broadcast_in_dim %146, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %148 = stablehlo.broadcast_in_dim %147, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %149 = stablehlo.multiply %148, %145 : tensor<256x32x64xf32>
    %150 = stablehlo.broadcast_in_dim %arg13, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %151 = stablehlo.broadcast_in_dim %150, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %152 = stablehlo.broadcast_in_dim %151, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %153 = stablehlo.add %149, %152 : tensor<256x32x64xf32>
    %154 = stablehlo.dot_general %arg14, %153, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %155 = stablehlo.transpose %154, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %156 = stablehlo.broadcast_in_dim %arg15, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %157 = stablehlo.broadcast_in_dim %156, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %158 = stablehlo.broadcast_in_dim %157, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %159 = stablehlo.add %155, %158 : tensor<256x32x64xf32>
    %160 = stablehlo.multiply %159, %159 : tensor<256x32x64xf32>
    %161 = stablehlo.multiply %160, %159 : tensor<256x32x64xf32>
    %162 = stablehlo.multiply %159, %159 : tensor<256x32x64xf32>
    %cst_37 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %163 = stablehlo.broadcast_in_dim %cst_37, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %164 = stablehlo.multiply %163, %162 : tensor<256x32x64xf32>
    %cst_38 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %165 = stablehlo.broadcast_in_dim %cst_38, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %166 = stablehlo.multiply %165, %161 : tensor<256x32x64xf32>
    %167 = stablehlo.add %159, %166 : tensor<256x32x64xf32>
    %cst_39 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %168 = stablehlo.broadcast_in_dim %cst_39, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %169 = stablehlo.multiply %168, %167 : tensor<256x32x64xf32>
    %170 = stablehlo.tanh %169 : tensor<256x32x64xf32>
    %cst_40 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %171 = stablehlo.broadcast_in_dim %cst_40, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %172 = stablehlo.subtract %171, %170 : tensor<256x32x64xf32>
    %cst_41 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %173 = stablehlo.broadcast_in_dim %cst_41, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %174 = stablehlo.add %173, %170 : tensor<256x32x64xf32>
    %cst_42 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %175 = stablehlo.broadcast_in_dim %cst_42, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %176 = stablehlo.multiply %175, %174 : tensor<256x32x64xf32>
    %177 = stablehlo.multiply %159, %176 : tensor<256x32x64xf32>
    %178 = stablehlo.dot_general %arg16, %177, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %179 = stablehlo.transpose %178, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %180 = stablehlo.broadcast_in_dim %arg17, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %181 = stablehlo.broadcast_in_dim %180, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %182 = stablehlo.broadcast_in_dim %181, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %183 = stablehlo.add %179, %182 : tensor<256x32x64xf32>
    %184 = stablehlo.add %118, %183 : tensor<256x32x64xf32>
    %cst_43 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %185 = stablehlo.reduce(%184 init: %cst_43) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %186 = stablehlo.broadcast_in_dim %185, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %cst_44 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %187 = stablehlo.broadcast_in_dim %cst_44, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %188 = stablehlo.divide %186, %187 : tensor<256x32x1xf32>
    %c_45 = stablehlo.constant dense<0> : tensor<i32>
    %189:4 = call @_var_0(%184, %c_45) : (tensor<256x32x64xf32>, tensor<i32>) -> (tensor<256x32x1xf32>, tensor<256x32x64xf32>, tensor<f32>, tensor<i1>)
    %cst_46 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %190 = stablehlo.broadcast_in_dim %cst_46, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %191 = stablehlo.maximum %190, %189#0 : tensor<256x32x1xf32>
    %192 = stablehlo.compare EQ, %189#0, %191, FLOAT : (tensor<256x32x1xf32>, tensor<256x32x1xf32>) -> tensor<256x32x1xi1>
    %cst_47 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %193 = stablehlo.broadcast_in_dim %cst_47, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %cst_48 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %194 = stablehlo.broadcast_in_dim %cst_48, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %195 = stablehlo.select %192, %193, %194 : tensor<256x32x1xi1>, tensor<256x32x1xf32>
    %cst_49 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %196 = stablehlo.broadcast_in_dim %cst_49, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %197 = stablehlo.compare EQ, %196, %191, FLOAT : (tensor<256x32x1xf32>, tensor<256x32x1xf32>) -> tensor<256x32x1xi1>
    %cst_50 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %198 = stablehlo.broadcast_in_dim %cst_50, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %cst_51 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %199 = stablehlo.broadcast_in_dim %cst_51, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %200 = stablehlo.select %197, %198, %199 : tensor<256x32x1xi1>, tensor<256x32x1xf32>
    %201 = stablehlo.divide %195, %200 : tensor<256x32x1xf32>
    %cst_52 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %202 = stablehlo.broadcast_in_dim %cst_52, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %203 = stablehlo.add %191, %202 : tensor<256x32x1xf32>
    %204 = stablehlo.rsqrt %203 : tensor<256x32x1xf32>
    %205 = stablehlo.divide %204, %203 : tensor<256x32x1xf32>
    %cst_53 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %206 = stablehlo.broadcast_in_dim %cst_53, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %207 = stablehlo.multiply %206, %205 : tensor<256x32x1xf32>
    %208 = stablehlo.broadcast_in_dim %188, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %209 = stablehlo.subtract %184, %208 : tensor<256x32x64xf32>
    %210 = stablehlo.broadcast_in_dim %204, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %211 = stablehlo.multiply %209, %210 : tensor<256x32x64xf32>
    %212 = stablehlo.broadcast_in_dim %arg18, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %213 = stablehlo.broadcast_in_dim %212, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %214 = stablehlo.broadcast_in_dim %213, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %215 = stablehlo.multiply %214, %211 : tensor<256x32x64xf32>
    %216 = stablehlo.broadcast_in_dim %arg19, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %217 = stablehlo.broadcast_in_dim %216, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %218 = stablehlo.broadcast_in_dim %217, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %219 = stablehlo.add %215, %218 : tensor<256x32x64xf32>
    %220 = stablehlo.dot_general %arg20, %219, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %221 = stablehlo.transpose %220, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %222 = stablehlo.broadcast_in_dim %arg21, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %223 = stablehlo.broadcast_in_dim %222, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %224 = stablehlo.broadcast_in_dim %223, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %225 = stablehlo.add %221, %224 : tensor<256x32x64xf32>
    %226 = stablehlo.multiply %225, %225 : tensor<256x32x64xf32>
    %227 = stablehlo.multiply %226, %225 : tensor<256x32x64xf32>
    %228 = stablehlo.multiply %225, %225 : tensor<256x32x64xf32>
    %cst_54 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %229 = stablehlo.broadcast_in_dim %cst_54, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %230 = stablehlo.multiply %229, %228 : tensor<256x32x64xf32>
    %cst_55 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %231 = stablehlo.broadcast_in_dim %cst_55, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %232 = stablehlo.multiply %231, %227 : tensor<256x32x64xf32>
    %233 = stablehlo.add %225, %232 : tensor<256x32x64xf32>
    %cst_56 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %234 = stablehlo.broadcast_in_dim %cst_56, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %235 = stablehlo.multiply %234, %233 : tensor<256x32x64xf32>
    %236 = stablehlo.tanh %235 : tensor<256x32x64xf32>
    %cst_57 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %237 = stablehlo.broadcast_in_dim %cst_57, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %238 = stablehlo.subtract %237, %236 : tensor<256x32x64xf32>
    %cst_58 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %239 = stablehlo.broadcast_in_dim %cst_58, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %240 = stablehlo.add %239, %236 : tensor<256x32x64xf32>
    %cst_59 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %241 = stablehlo.broadcast_in_dim %cst_59, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %242 = stablehlo.multiply %241, %240 : tensor<256x32x64xf32>
    %243 = stablehlo.multiply %225, %242 : tensor<256x32x64xf32>
    %244 = stablehlo.dot_general %arg22, %243, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %245 = stablehlo.transpose %244, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %246 = stablehlo.broadcast_in_dim %arg23, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %247 = stablehlo.broadcast_in_dim %246, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %248 = stablehlo.broadcast_in_dim %247, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %249 = stablehlo.add %245, %248 : tensor<256x32x64xf32>
    %250 = stablehlo.add %184, %249 : tensor<256x32x64xf32>
    %cst_60 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %251 = stablehlo.reduce(%250 init: %cst_60) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %252 = stablehlo.broadcast_in_dim %251, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %cst_61 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %253 = stablehlo.broadcast_in_dim %cst_61, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %254 = stablehlo.divide %252, %253 : tensor<256x32x1xf32>
    %c_62 = stablehlo.constant dense<0> : tensor<i32>
    %255:4 = call @_var_0(%250, %c_62) : (tensor<256x32x64xf32>, tensor<i32>) -> (tensor<256x32x1xf32>, tensor<256x32x64xf32>, tensor<f32>, tensor<i1>)
    %cst_63 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %256 = stablehlo.broadcast_in_dim %cst_63, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %257 = stablehlo.maximum %256, %255#0 : tensor<256x32x1xf32>
    %258 = stablehlo.compare EQ, %255#0, %257, FLOAT : (tensor<256x32x1xf32>, tensor<256x32x1xf32>) -> tensor<256x32x1xi1>
    %cst_64 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %259 = stablehlo.broadcast_in_dim %cst_64, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %cst_65 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %260 = stablehlo.broadcast_in_dim %cst_65, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %261 = stablehlo.select %258, %259, %260 : tensor<256x32x1xi1>, tensor<256x32x1xf32>
    %cst_66 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %262 = stablehlo.broadcast_in_dim %cst_66, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %263 = stablehlo.compare EQ, %262, %257, FLOAT : (tensor<256x32x1xf32>, tensor<256x32x1xf32>) -> tensor<256x32x1xi1>
    %cst_67 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %264 = stablehlo.broadcast_in_dim %cst_67, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %cst_68 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %265 = stablehlo.broadcast_in_dim %cst_68, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %266 = stablehlo.select %263, %264, %265 : tensor<256x32x1xi1>, tensor<256x32x1xf32>
    %267 = stablehlo.divide %261, %266 : tensor<256x32x1xf32>
    %cst_69 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %268 = stablehlo.broadcast_in_dim %cst_69, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %269 = stablehlo.add %257, %268 : tensor<256x32x1xf32>
    %270 = stablehlo.rsqrt %269 : tensor<256x32x1xf32>
    %271 = stablehlo.divide %270, %269 : tensor<256x32x1xf32>
    %cst_70 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %272 = stablehlo.broadcast_in_dim %cst_70, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %273 = stablehlo.multiply %272, %271 : tensor<256x32x1xf32>
    %274 = stablehlo.broadcast_in_dim %254, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %275 = stablehlo.subtract %250, %274 : tensor<256x32x64xf32>
    %276 = stablehlo.broadcast_in_dim %270, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %277 = stablehlo.multiply %275, %276 : tensor<256x32x64xf32>
    %278 = stablehlo.broadcast_in_dim %arg24, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %279 = stablehlo.broadcast_in_dim %278, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %280 = stablehlo.broadcast_in_dim %279, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %281 = stablehlo.multiply %280, %277 : tensor<256x32x64xf32>
    %282 = stablehlo.broadcast_in_dim %arg25, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %283 = stablehlo.broadcast_in_dim %282, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %284 = stablehlo.broadcast_in_dim %283, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %285 = stablehlo.add %281, %284 : tensor<256x32x64xf32>
    %286 = stablehlo.dot_general %arg26, %285, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %287 = stablehlo.transpose %286, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %288 = stablehlo.broadcast_in_dim %arg27, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %289 = stablehlo.broadcast_in_dim %288, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %290 = stablehlo.broadcast_in_dim %289, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %291 = stablehlo.add %287, %290 : tensor<256x32x64xf32>
    %292 = stablehlo.multiply %291, %291 : tensor<256x32x64xf32>
    %293 = stablehlo.multiply %292, %291 : tensor<256x32x64xf32>
    %294 = stablehlo.multiply %291, %291 : tensor<256x32x64xf32>
    %cst_71 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %295 = stablehlo.broadcast_in_dim %cst_71, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %296 = stablehlo.multiply %295, %294 : tensor<256x32x64xf32>
    %cst_72 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %297 = stablehlo.broadcast_in_dim %cst_72, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %298 = stablehlo.multiply %297, %293 : tensor<256x32x64xf32>
    %299 = stablehlo.add %291, %298 : tensor<256x32x64xf32>
    %cst_73 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %300 = stablehlo.broadcast_in_dim %cst_73, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %301 = stablehlo.multiply %300, %299 : tensor<256x32x64xf32>
    %302 = stablehlo.tanh %301 : tensor<256x32x64xf32>
    %cst_74 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %303 = stablehlo.broadcast_in_dim %cst_74, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %304 = stablehlo.subtract %303, %302 : tensor<256x32x64xf32>
    %cst_75 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %305 = stablehlo.broadcast_in_dim %cst_75, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %306 = stablehlo.add %305, %302 : tensor<256x32x64xf32>
    %cst_76 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %307 = stablehlo.broadcast_in_dim %cst_76, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %308 = stablehlo.multiply %307, %306 : tensor<256x32x64xf32>
    %309 = stablehlo.multiply %291, %308 : tensor<256x32x64xf32>
    %310 = stablehlo.dot_general %arg28, %309, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %311 = stablehlo.transpose %310, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %312 = stablehlo.broadcast_in_dim %arg29, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %313 = stablehlo.broadcast_in_dim %312, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %314 = stablehlo.broadcast_in_dim %313, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %315 = stablehlo.add %311, %314 : tensor<256x32x64xf32>
    %316 = stablehlo.add %250, %315 : tensor<256x32x64xf32>
    %cst_77 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %317 = stablehlo.reduce(%316 init: %cst_77) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %318 = stablehlo.broadcast_in_dim %317, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %cst_78 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %319 = stablehlo.broadcast_in_dim %cst_78, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %320 = stablehlo.divide %318, %319 : tensor<256x32x1xf32>
    %c_79 = stablehlo.constant dense<0> : tensor<i32>
    %321:4 = call @_var_0(%316, %c_79) : (tensor<256x32x64xf32>, tensor<i32>) -> (tensor<256x32x1xf32>, tensor<256x32x64xf32>, tensor<f32>, tensor<i1>)
    %cst_80 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %322 = stablehlo.broadcast_in_dim %cst_80, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %323 = stablehlo.maximum %322, %321#0 : tensor<256x32x1xf32>
    %324 = stablehlo.compare EQ, %321#0, %323, FLOAT : (tensor<256x32x1xf32>, tensor<256x32x1xf32>) -> tensor<256x32x1xi1>
    %cst_81 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %325 = stablehlo.broadcast_in_dim %cst_81, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %cst_82 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %326 = stablehlo.broadcast_in_dim %cst_82, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %327 = stablehlo.select %324, %325, %326 : tensor<256x32x1xi1>, tensor<256x32x1xf32>
    %cst_83 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %328 = stablehlo.broadcast_in_dim %cst_83, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %329 = stablehlo.compare EQ, %328, %323, FLOAT : (tensor<256x32x1xf32>, tensor<256x32x1xf32>) -> tensor<256x32x1xi1>
    %cst_84 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %330 = stablehlo.broadcast_in_dim %cst_84, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %cst_85 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %331 = stablehlo.broadcast_in_dim %cst_85, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %332 = stablehlo.select %329, %330, %331 : tensor<256x32x1xi1>, tensor<256x32x1xf32>
    %333 = stablehlo.divide %327, %332 : tensor<256x32x1xf32>
    %cst_86 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %334 = stablehlo.broadcast_in_dim %cst_86, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %335 = stablehlo.add %323, %334 : tensor<256x32x1xf32>
    %336 = stablehlo.rsqrt %335 : tensor<256x32x1xf32>
    %337 = stablehlo.divide %336, %335 : tensor<256x32x1xf32>
    %cst_87 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %338 = stablehlo.broadcast_in_dim %cst_87, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %339 = stablehlo.multiply %338, %337 : tensor<256x32x1xf32>
    %340 = stablehlo.broadcast_in_dim %320, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %341 = stablehlo.subtract %316, %340 : tensor<256x32x64xf32>
    %342 = stablehlo.broadcast_in_dim %336, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %343 = stablehlo.multiply %341, %342 : tensor<256x32x64xf32>
    %344 = stablehlo.broadcast_in_dim %arg30, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %345 = stablehlo.broadcast_in_dim %344, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %346 = stablehlo.broadcast_in_dim %345, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %347 = stablehlo.multiply %346, %343 : tensor<256x32x64xf32>
    %348 = stablehlo.broadcast_in_dim %arg31, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %349 = stablehlo.broadcast_in_dim %348, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %350 = stablehlo.broadcast_in_dim %349, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %351 = stablehlo.add %347, %350 : tensor<256x32x64xf32>
    %352 = stablehlo.dot_general %arg32, %351, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %353 = stablehlo.transpose %352, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %354 = stablehlo.broadcast_in_dim %arg33, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %355 = stablehlo.broadcast_in_dim %354, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %356 = stablehlo.broadcast_in_dim %355, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %357 = stablehlo.add %353, %356 : tensor<256x32x64xf32>
    %358 = stablehlo.multiply %357, %357 : tensor<256x32x64xf32>
    %359 = stablehlo.multiply %358, %357 : tensor<256x32x64xf32>
    %360 = stablehlo.multiply %357, %357 : tensor<256x32x64xf32>
    %cst_88 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %361 = stablehlo.broadcast_in_dim %cst_88, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %362 = stablehlo.multiply %361, %360 : tensor<256x32x64xf32>
    %cst_89 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %363 = stablehlo.broadcast_in_dim %cst_89, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %364 = stablehlo.multiply %363, %359 : tensor<256x32x64xf32>
    %365 = stablehlo.add %357, %364 : tensor<256x32x64xf32>
    %cst_90 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %366 = stablehlo.broadcast_in_dim %cst_90, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %367 = stablehlo.multiply %366, %365 : tensor<256x32x64xf32>
    %368 = stablehlo.tanh %367 : tensor<256x32x64xf32>
    %cst_91 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %369 = stablehlo.broadcast_in_dim %cst_91, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %370 = stablehlo.subtract %369, %368 : tensor<256x32x64xf32>
    %cst_92 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %371 = stablehlo.broadcast_in_dim %cst_92, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %372 = stablehlo.add %371, %368 : tensor<256x32x64xf32>
    %cst_93 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %373 = stablehlo.broadcast_in_dim %cst_93, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %374 = stablehlo.multiply %373, %372 : tensor<256x32x64xf32>
    %375 = stablehlo.multiply %357, %374 : tensor<256x32x64xf32>
    %376 = stablehlo.dot_general %arg34, %375, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %377 = stablehlo.transpose %376, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %378 = stablehlo.broadcast_in_dim %arg35, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %379 = stablehlo.broadcast_in_dim %378, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %380 = stablehlo.broadcast_in_dim %379, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %381 = stablehlo.add %377, %380 : tensor<256x32x64xf32>
    %382 = stablehlo.add %316, %381 : tensor<256x32x64xf32>
    %cst_94 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %383 = stablehlo.reduce(%382 init: %cst_94) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %384 = stablehlo.broadcast_in_dim %383, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %cst_95 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %385 = stablehlo.broadcast_in_dim %cst_95, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %386 = stablehlo.divide %384, %385 : tensor<256x32x1xf32>
    %c_96 = stablehlo.constant dense<0> : tensor<i32>
    %387:4 = call @_var_0(%382, %c_96) : (tensor<256x32x64xf32>, tensor<i32>) -> (tensor<256x32x1xf32>, tensor<256x32x64xf32>, tensor<f32>, tensor<i1>)
    %cst_97 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %388 = stablehlo.broadcast_in_dim %cst_97, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %389 = stablehlo.maximum %388, %387#0 : tensor<256x32x1xf32>
    %390 = stablehlo.compare EQ, %387#0, %389, FLOAT : (tensor<256x32x1xf32>, tensor<256x32x1xf32>) -> tensor<256x32x1xi1>
    %cst_98 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %391 = stablehlo.broadcast_in_dim %cst_98, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %cst_99 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %392 = stablehlo.broadcast_in_dim %cst_99, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %393 = stablehlo.select %390, %391, %392 : tensor<256x32x1xi1>, tensor<256x32x1xf32>
    %cst_100 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %394 = stablehlo.broadcast_in_dim %cst_100, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %395 = stablehlo.compare EQ, %394, %389, FLOAT : (tensor<256x32x1xf32>, tensor<256x32x1xf32>) -> tensor<256x32x1xi1>
    %cst_101 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %396 = stablehlo.broadcast_in_dim %cst_101, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %cst_102 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %397 = stablehlo.broadcast_in_dim %cst_102, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %398 = stablehlo.select %395, %396, %397 : tensor<256x32x1xi1>, tensor<256x32x1xf32>
    %399 = stablehlo.divide %393, %398 : tensor<256x32x1xf32>
    %cst_103 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %400 = stablehlo.broadcast_in_dim %cst_103, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %401 = stablehlo.add %389, %400 : tensor<256x32x1xf32>
    %402 = stablehlo.rsqrt %401 : tensor<256x32x1xf32>
    %403 = stablehlo.divide %402, %401 : tensor<256x32x1xf32>
    %cst_104 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %404 = stablehlo.broadcast_in_dim %cst_104, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %405 = stablehlo.multiply %404, %403 : tensor<256x32x1xf32>
    %406 = stablehlo.broadcast_in_dim %386, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %407 = stablehlo.subtract %382, %406 : tensor<256x32x64xf32>
    %408 = stablehlo.broadcast_in_dim %402, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %409 = stablehlo.multiply %407, %408 : tensor<256x32x64xf32>
    %410 = stablehlo.broadcast_in_dim %arg36, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %411 = stablehlo.broadcast_in_dim %410, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %412 = stablehlo.broadcast_in_dim %411, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %413 = stablehlo.multiply %412, %409 : tensor<256x32x64xf32>
    %414 = stablehlo.broadcast_in_dim %arg37, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %415 = stablehlo.broadcast_in_dim %414, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %416 = stablehlo.broadcast_in_dim %415, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %417 = stablehlo.add %413, %416 : tensor<256x32x64xf32>
    %418 = stablehlo.dot_general %arg38, %417, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %419 = stablehlo.transpose %418, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %420 = stablehlo.broadcast_in_dim %arg39, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %421 = stablehlo.broadcast_in_dim %420, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %422 = stablehlo.broadcast_in_dim %421, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %423 = stablehlo.add %419, %422 : tensor<256x32x64xf32>
    %424 = stablehlo.multiply %423, %423 : tensor<256x32x64xf32>
    %425 = stablehlo.multiply %424, %423 : tensor<256x32x64xf32>
    %426 = stablehlo.multiply %423, %423 : tensor<256x32x64xf32>
    %cst_105 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %427 = stablehlo.broadcast_in_dim %cst_105, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %428 = stablehlo.multiply %427, %426 : tensor<256x32x64xf32>
    %cst_106 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %429 = stablehlo.broadcast_in_dim %cst_106, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %430 = stablehlo.multiply %429, %425 : tensor<256x32x64xf32>
    %431 = stablehlo.add %423, %430 : tensor<256x32x64xf32>
    %cst_107 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %432 = stablehlo.broadcast_in_dim %cst_107, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %433 = stablehlo.multiply %432, %431 : tensor<256x32x64xf32>
    %434 = stablehlo.tanh %433 : tensor<256x32x64xf32>
    %cst_108 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %435 = stablehlo.broadcast_in_dim %cst_108, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %436 = stablehlo.subtract %435, %434 : tensor<256x32x64xf32>
    %cst_109 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %437 = stablehlo.broadcast_in_dim %cst_109, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %438 = stablehlo.add %437, %434 : tensor<256x32x64xf32>
    %cst_110 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %439 = stablehlo.broadcast_in_dim %cst_110, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %440 = stablehlo.multiply %439, %438 : tensor<256x32x64xf32>
    %441 = stablehlo.multiply %423, %440 : tensor<256x32x64xf32>
    %442 = stablehlo.dot_general %arg40, %441, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %443 = stablehlo.transpose %442, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %444 = stablehlo.broadcast_in_dim %arg41, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %445 = stablehlo.broadcast_in_dim %444, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %446 = stablehlo.broadcast_in_dim %445, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %447 = stablehlo.add %443, %446 : tensor<256x32x64xf32>
    %448 = stablehlo.add %382, %447 : tensor<256x32x64xf32>
    %cst_111 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %449 = stablehlo.reduce(%448 init: %cst_111) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %450 = stablehlo.broadcast_in_dim %449, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %cst_112 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %451 = stablehlo.broadcast_in_dim %cst_112, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %452 = stablehlo.divide %450, %451 : tensor<256x32x1xf32>
    %c_113 = stablehlo.constant dense<0> : tensor<i32>
    %453:4 = call @_var_0(%448, %c_113) : (tensor<256x32x64xf32>, tensor<i32>) -> (tensor<256x32x1xf32>, tensor<256x32x64xf32>, tensor<f32>, tensor<i1>)
    %cst_114 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %454 = stablehlo.broadcast_in_dim %cst_114, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %455 = stablehlo.maximum %454, %453#0 : tensor<256x32x1xf32>
    %456 = stablehlo.compare EQ, %453#0, %455, FLOAT : (tensor<256x32x1xf32>, tensor<256x32x1xf32>) -> tensor<256x32x1xi1>
    %cst_115 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %457 = stablehlo.broadcast_in_dim %cst_115, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %cst_116 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %458 = stablehlo.broadcast_in_dim %cst_116, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %459 = stablehlo.select %456, %457, %458 : tensor<256x32x1xi1>, tensor<256x32x1xf32>
    %cst_117 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %460 = stablehlo.broadcast_in_dim %cst_117, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %461 = stablehlo.compare EQ, %460, %455, FLOAT : (tensor<256x32x1xf32>, tensor<256x32x1xf32>) -> tensor<256x32x1xi1>
    %cst_118 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %462 = stablehlo.broadcast_in_dim %cst_118, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %cst_119 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %463 = stablehlo.broadcast_in_dim %cst_119, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %464 = stablehlo.select %461, %462, %463 : tensor<256x32x1xi1>, tensor<256x32x1xf32>
    %465 = stablehlo.divide %459, %464 : tensor<256x32x1xf32>
    %cst_120 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %466 = stablehlo.broadcast_in_dim %cst_120, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %467 = stablehlo.add %455, %466 : tensor<256x32x1xf32>
    %468 = stablehlo.rsqrt %467 : tensor<256x32x1xf32>
    %469 = stablehlo.divide %468, %467 : tensor<256x32x1xf32>
    %cst_121 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %470 = stablehlo.broadcast_in_dim %cst_121, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %471 = stablehlo.multiply %470, %469 : tensor<256x32x1xf32>
    %472 = stablehlo.broadcast_in_dim %452, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %473 = stablehlo.subtract %448, %472 : tensor<256x32x64xf32>
    %474 = stablehlo.broadcast_in_dim %468, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %475 = stablehlo.multiply %473, %474 : tensor<256x32x64xf32>
    %476 = stablehlo.broadcast_in_dim %arg42, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %477 = stablehlo.broadcast_in_dim %476, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %478 = stablehlo.broadcast_in_dim %477, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %479 = stablehlo.multiply %478, %475 : tensor<256x32x64xf32>
    %480 = stablehlo.broadcast_in_dim %arg43, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %481 = stablehlo.broadcast_in_dim %480, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %482 = stablehlo.broadcast_in_dim %481, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %483 = stablehlo.add %479, %482 : tensor<256x32x64xf32>
    %484 = stablehlo.dot_general %arg44, %483, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %485 = stablehlo.transpose %484, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %486 = stablehlo.broadcast_in_dim %arg45, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %487 = stablehlo.broadcast_in_dim %486, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %488 = stablehlo.broadcast_in_dim %487, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %489 = stablehlo.add %485, %488 : tensor<256x32x64xf32>
    %490 = stablehlo.multiply %489, %489 : tensor<256x32x64xf32>
    %491 = stablehlo.multiply %490, %489 : tensor<256x32x64xf32>
    %492 = stablehlo.multiply %489, %489 : tensor<256x32x64xf32>
    %cst_122 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %493 = stablehlo.broadcast_in_dim %cst_122, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %494 = stablehlo.multiply %493, %492 : tensor<256x32x64xf32>
    %cst_123 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %495 = stablehlo.broadcast_in_dim %cst_123, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %496 = stablehlo.multiply %495, %491 : tensor<256x32x64xf32>
    %497 = stablehlo.add %489, %496 : tensor<256x32x64xf32>
    %cst_124 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %498 = stablehlo.broadcast_in_dim %cst_124, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %499 = stablehlo.multiply %498, %497 : tensor<256x32x64xf32>
    %500 = stablehlo.tanh %499 : tensor<256x32x64xf32>
    %cst_125 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %501 = stablehlo.broadcast_in_dim %cst_125, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %502 = stablehlo.subtract %501, %500 : tensor<256x32x64xf32>
    %cst_126 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %503 = stablehlo.broadcast_in_dim %cst_126, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %504 = stablehlo.add %503, %500 : tensor<256x32x64xf32>
    %cst_127 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %505 = stablehlo.broadcast_in_dim %cst_127, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %506 = stablehlo.multiply %505, %504 : tensor<256x32x64xf32>
    %507 = stablehlo.multiply %489, %506 : tensor<256x32x64xf32>
    %508 = stablehlo.dot_general %arg46, %507, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %509 = stablehlo.transpose %508, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %510 = stablehlo.broadcast_in_dim %arg47, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %511 = stablehlo.broadcast_in_dim %510, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %512 = stablehlo.broadcast_in_dim %511, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %513 = stablehlo.add %509, %512 : tensor<256x32x64xf32>
    %514 = stablehlo.add %448, %513 : tensor<256x32x64xf32>
    %cst_128 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %515 = stablehlo.broadcast_in_dim %cst_128, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %516 = stablehlo.multiply %515, %514 : tensor<256x32x64xf32>
    %cst_129 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %cst_130 = stablehlo.constant dense<5.242880e+05> : tensor<f32>
    %517 = stablehlo.divide %cst_129, %cst_130 : tensor<f32>
    %518 = stablehlo.broadcast_in_dim %517, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %519 = stablehlo.multiply %518, %516 : tensor<256x32x64xf32>
    %cst_131 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %520 = stablehlo.reduce(%519 init: %cst_131) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %521 = stablehlo.reshape %520 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_132 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %522 = stablehlo.reduce(%521 init: %cst_132) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %523 = stablehlo.broadcast_in_dim %522, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_133 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %524 = stablehlo.reduce(%523 init: %cst_133) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %525 = stablehlo.transpose %519, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %526 = stablehlo.dot_general %525, %arg46, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %527 = stablehlo.dot_general %525, %507, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %528 = stablehlo.multiply %489, %526 : tensor<256x32x64xf32>
    %529 = stablehlo.multiply %526, %506 : tensor<256x32x64xf32>
    %cst_134 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %530 = stablehlo.broadcast_in_dim %cst_134, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %531 = stablehlo.multiply %530, %528 : tensor<256x32x64xf32>
    %532 = stablehlo.multiply %531, %502 : tensor<256x32x64xf32>
    %533 = stablehlo.multiply %532, %500 : tensor<256x32x64xf32>
    %534 = stablehlo.add %532, %533 : tensor<256x32x64xf32>
    %cst_135 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %535 = stablehlo.broadcast_in_dim %cst_135, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %536 = stablehlo.multiply %535, %534 : tensor<256x32x64xf32>
    %537 = stablehlo.add %529, %536 : tensor<256x32x64xf32>
    %cst_136 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %538 = stablehlo.broadcast_in_dim %cst_136, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %539 = stablehlo.multiply %538, %536 : tensor<256x32x64xf32>
    %540 = stablehlo.multiply %539, %494 : tensor<256x32x64xf32>
    %541 = stablehlo.add %537, %540 : tensor<256x32x64xf32>
    %cst_137 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %542 = stablehlo.reduce(%541 init: %cst_137) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %543 = stablehlo.reshape %542 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_138 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %544 = stablehlo.reduce(%543 init: %cst_138) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %545 = stablehlo.broadcast_in_dim %544, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_139 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %546 = stablehlo.reduce(%545 init: %cst_139) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %547 = stablehlo.transpose %541, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %548 = stablehlo.dot_general %547, %arg44, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %549 = stablehlo.dot_general %547, %483, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %cst_140 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %550 = stablehlo.reduce(%548 init: %cst_140) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %551 = stablehlo.reshape %550 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_141 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %552 = stablehlo.reduce(%551 init: %cst_141) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %553 = stablehlo.broadcast_in_dim %552, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_142 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %554 = stablehlo.reduce(%553 init: %cst_142) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %555 = stablehlo.broadcast_in_dim %477, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %556 = stablehlo.multiply %555, %548 : tensor<256x32x64xf32>
    %557 = stablehlo.multiply %548, %475 : tensor<256x32x64xf32>
    %cst_143 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %558 = stablehlo.reduce(%557 init: %cst_143) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %559 = stablehlo.reshape %558 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_144 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %560 = stablehlo.reduce(%559 init: %cst_144) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %561 = stablehlo.broadcast_in_dim %560, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_145 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %562 = stablehlo.reduce(%561 init: %cst_145) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %563 = stablehlo.multiply %473, %556 : tensor<256x32x64xf32>
    %cst_146 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %564 = stablehlo.reduce(%563 init: %cst_146) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %565 = stablehlo.reshape %564 : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %566 = stablehlo.broadcast_in_dim %468, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %567 = stablehlo.multiply %556, %566 : tensor<256x32x64xf32>
    %568 = stablehlo.negate %567 : tensor<256x32x64xf32>
    %cst_147 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %569 = stablehlo.reduce(%568 init: %cst_147) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %570 = stablehlo.reshape %569 : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %571 = stablehlo.add %519, %567 : tensor<256x32x64xf32>
    %572 = stablehlo.multiply %565, %471 : tensor<256x32x1xf32>
    %573 = stablehlo.multiply %572, %465 : tensor<256x32x1xf32>
    %574 = call @_var_2(%453#1, %453#2, %453#3, %573) : (tensor<256x32x64xf32>, tensor<f32>, tensor<i1>, tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %575 = stablehlo.add %571, %574 : tensor<256x32x64xf32>
    %cst_148 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %576 = stablehlo.broadcast_in_dim %cst_148, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %577 = stablehlo.divide %570, %576 : tensor<256x32x1xf32>
    %cst_149 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %578 = stablehlo.reduce(%577 init: %cst_149) applies stablehlo.add across dimensions = [2] : (tensor<256x32x1xf32>, tensor<f32>) -> tensor<256x32xf32>
    %579 = stablehlo.broadcast_in_dim %578, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x64xf32>
    %580 = stablehlo.add %575, %579 : tensor<256x32x64xf32>
    %cst_150 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %581 = stablehlo.reduce(%580 init: %cst_150) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %582 = stablehlo.reshape %581 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_151 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %583 = stablehlo.reduce(%582 init: %cst_151) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %584 = stablehlo.broadcast_in_dim %583, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_152 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %585 = stablehlo.reduce(%584 init: %cst_152) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %586 = stablehlo.transpose %580, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %587 = stablehlo.dot_general %586, %arg40, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %588 = stablehlo.dot_general %586, %441, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %589 = stablehlo.multiply %423, %587 : tensor<256x32x64xf32>
    %590 = stablehlo.multiply %587, %440 : tensor<256x32x64xf32>
    %cst_153 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %591 = stablehlo.broadcast_in_dim %cst_153, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %592 = stablehlo.multiply %591, %589 : tensor<256x32x64xf32>
    %593 = stablehlo.multiply %592, %436 : tensor<256x32x64xf32>
    %594 = stablehlo.multiply %593, %434 : tensor<256x32x64xf32>
    %595 = stablehlo.add %593, %594 : tensor<256x32x64xf32>
    %cst_154 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %596 = stablehlo.broadcast_in_dim %cst_154, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %597 = stablehlo.multiply %596, %595 : tensor<256x32x64xf32>
    %598 = stablehlo.add %590, %597 : tensor<256x32x64xf32>
    %cst_155 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %599 = stablehlo.broadcast_in_dim %cst_155, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %600 = stablehlo.multiply %599, %597 : tensor<256x32x64xf32>
    %601 = stablehlo.multiply %600, %428 : tensor<256x32x64xf32>
    %602 = stablehlo.add %598, %601 : tensor<256x32x64xf32>
    %cst_156 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %603 = stablehlo.reduce(%602 init: %cst_156) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %604 = stablehlo.reshape %603 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_157 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %605 = stablehlo.reduce(%604 init: %cst_157) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %606 = stablehlo.broadcast_in_dim %605, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_158 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %607 = stablehlo.reduce(%606 init: %cst_158) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %608 = stablehlo.transpose %602, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %609 = stablehlo.dot_general %608, %arg38, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %610 = stablehlo.dot_general %608, %417, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %cst_159 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %611 = stablehlo.reduce(%609 init: %cst_159) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %612 = stablehlo.reshape %611 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_160 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %613 = stablehlo.reduce(%612 init: %cst_160) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %614 = stablehlo.broadcast_in_dim %613, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_161 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %615 = stablehlo.reduce(%614 init: %cst_161) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %616 = stablehlo.broadcast_in_dim %411, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %617 = stablehlo.multiply %616, %609 : tensor<256x32x64xf32>
    %618 = stablehlo.multiply %609, %409 : tensor<256x32x64xf32>
    %cst_162 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %619 = stablehlo.reduce(%618 init: %cst_162) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %620 = stablehlo.reshape %619 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_163 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %621 = stablehlo.reduce(%620 init: %cst_163) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %622 = stablehlo.broadcast_in_dim %621, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_164 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %623 = stablehlo.reduce(%622 init: %cst_164) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %624 = stablehlo.multiply %407, %617 : tensor<256x32x64xf32>
    %cst_165 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %625 = stablehlo.reduce(%624 init: %cst_165) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %626 = stablehlo.reshape %625 : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %627 = stablehlo.broadcast_in_dim %402, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %628 = stablehlo.multiply %617, %627 : tensor<256x32x64xf32>
    %629 = stablehlo.negate %628 : tensor<256x32x64xf32>
    %cst_166 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %630 = stablehlo.reduce(%629 init: %cst_166) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %631 = stablehlo.reshape %630 : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %632 = stablehlo.add %580, %628 : tensor<256x32x64xf32>
    %633 = stablehlo.multiply %626, %405 : tensor<256x32x1xf32>
    %634 = stablehlo.multiply %633, %399 : tensor<256x32x1xf32>
    %635 = call @_var_2(%387#1, %387#2, %387#3, %634) : (tensor<256x32x64xf32>, tensor<f32>, tensor<i1>, tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %636 = stablehlo.add %632, %635 : tensor<256x32x64xf32>
    %cst_167 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %637 = stablehlo.broadcast_in_dim %cst_167, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %638 = stablehlo.divide %631, %637 : tensor<256x32x1xf32>
    %cst_168 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %639 = stablehlo.reduce(%638 init: %cst_168) applies stablehlo.add across dimensions = [2] : (tensor<256x32x1xf32>, tensor<f32>) -> tensor<256x32xf32>
    %640 = stablehlo.broadcast_in_dim %639, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x64xf32>
    %641 = stablehlo.add %636, %640 : tensor<256x32x64xf32>
    %cst_169 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %642 = stablehlo.reduce(%641 init: %cst_169) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %643 = stablehlo.reshape %642 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_170 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %644 = stablehlo.reduce(%643 init: %cst_170) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %645 = stablehlo.broadcast_in_dim %644, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_171 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %646 = stablehlo.reduce(%645 init: %cst_171) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %647 = stablehlo.transpose %641, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %648 = stablehlo.dot_general %647, %arg34, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %649 = stablehlo.dot_general %647, %375, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %650 = stablehlo.multiply %357, %648 : tensor<256x32x64xf32>
    %651 = stablehlo.multiply %648, %374 : tensor<256x32x64xf32>
    %cst_172 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %652 = stablehlo.broadcast_in_dim %cst_172, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %653 = stablehlo.multiply %652, %650 : tensor<256x32x64xf32>
    %654 = stablehlo.multiply %653, %370 : tensor<256x32x64xf32>
    %655 = stablehlo.multiply %654, %368 : tensor<256x32x64xf32>
    %656 = stablehlo.add %654, %655 : tensor<256x32x64xf32>
    %cst_173 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %657 = stablehlo.broadcast_in_dim %cst_173, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %658 = stablehlo.multiply %657, %656 : tensor<256x32x64xf32>
    %659 = stablehlo.add %651, %658 : tensor<256x32x64xf32>
    %cst_174 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %660 = stablehlo.broadcast_in_dim %cst_174, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %661 = stablehlo.multiply %660, %658 : tensor<256x32x64xf32>
    %662 = stablehlo.multiply %661, %362 : tensor<256x32x64xf32>
    %663 = stablehlo.add %659, %662 : tensor<256x32x64xf32>
    %cst_175 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %664 = stablehlo.reduce(%663 init: %cst_175) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %665 = stablehlo.reshape %664 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_176 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %666 = stablehlo.reduce(%665 init: %cst_176) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %667 = stablehlo.broadcast_in_dim %666, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_177 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %668 = stablehlo.reduce(%667 init: %cst_177) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %669 = stablehlo.transpose %663, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %670 = stablehlo.dot_general %669, %arg32, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %671 = stablehlo.dot_general %669, %351, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %cst_178 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %672 = stablehlo.reduce(%670 init: %cst_178) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %673 = stablehlo.reshape %672 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_179 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %674 = stablehlo.reduce(%673 init: %cst_179) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %675 = stablehlo.broadcast_in_dim %674, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_180 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %676 = stablehlo.reduce(%675 init: %cst_180) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %677 = stablehlo.broadcast_in_dim %345, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %678 = stablehlo.multiply %677, %670 : tensor<256x32x64xf32>
    %679 = stablehlo.multiply %670, %343 : tensor<256x32x64xf32>
    %cst_181 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %680 = stablehlo.reduce(%679 init: %cst_181) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %681 = stablehlo.reshape %680 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_182 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %682 = stablehlo.reduce(%681 init: %cst_182) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %683 = stablehlo.broadcast_in_dim %682, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_183 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %684 = stablehlo.reduce(%683 init: %cst_183) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %685 = stablehlo.multiply %341, %678 : tensor<256x32x64xf32>
    %cst_184 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %686 = stablehlo.reduce(%685 init: %cst_184) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %687 = stablehlo.reshape %686 : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %688 = stablehlo.broadcast_in_dim %336, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %689 = stablehlo.multiply %678, %688 : tensor<256x32x64xf32>
    %690 = stablehlo.negate %689 : tensor<256x32x64xf32>
    %cst_185 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %691 = stablehlo.reduce(%690 init: %cst_185) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %692 = stablehlo.reshape %691 : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %693 = stablehlo.add %641, %689 : tensor<256x32x64xf32>
    %694 = stablehlo.multiply %687, %339 : tensor<256x32x1xf32>
    %695 = stablehlo.multiply %694, %333 : tensor<256x32x1xf32>
    %696 = call @_var_2(%321#1, %321#2, %321#3, %695) : (tensor<256x32x64xf32>, tensor<f32>, tensor<i1>, tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %697 = stablehlo.add %693, %696 : tensor<256x32x64xf32>
    %cst_186 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %698 = stablehlo.broadcast_in_dim %cst_186, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %699 = stablehlo.divide %692, %698 : tensor<256x32x1xf32>
    %cst_187 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %700 = stablehlo.reduce(%699 init: %cst_187) applies stablehlo.add across dimensions = [2] : (tensor<256x32x1xf32>, tensor<f32>) -> tensor<256x32xf32>
    %701 = stablehlo.broadcast_in_dim %700, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x64xf32>
    %702 = stablehlo.add %697, %701 : tensor<256x32x64xf32>
    %cst_188 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %703 = stablehlo.reduce(%702 init: %cst_188) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %704 = stablehlo.reshape %703 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_189 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %705 = stablehlo.reduce(%704 init: %cst_189) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %706 = stablehlo.broadcast_in_dim %705, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_190 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %707 = stablehlo.reduce(%706 init: %cst_190) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %708 = stablehlo.transpose %702, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %709 = stablehlo.dot_general %708, %arg28, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %710 = stablehlo.dot_general %708, %309, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %711 = stablehlo.multiply %291, %709 : tensor<256x32x64xf32>
    %712 = stablehlo.multiply %709, %308 : tensor<256x32x64xf32>
    %cst_191 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %713 = stablehlo.broadcast_in_dim %cst_191, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %714 = stablehlo.multiply %713, %711 : tensor<256x32x64xf32>
    %715 = stablehlo.multiply %714, %304 : tensor<256x32x64xf32>
    %716 = stablehlo.multiply %715, %302 : tensor<256x32x64xf32>
    %717 = stablehlo.add %715, %716 : tensor<256x32x64xf32>
    %cst_192 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %718 = stablehlo.broadcast_in_dim %cst_192, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %719 = stablehlo.multiply %718, %717 : tensor<256x32x64xf32>
    %720 = stablehlo.add %712, %719 : tensor<256x32x64xf32>
    %cst_193 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %721 = stablehlo.broadcast_in_dim %cst_193, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %722 = stablehlo.multiply %721, %719 : tensor<256x32x64xf32>
    %723 = stablehlo.multiply %722, %296 : tensor<256x32x64xf32>
    %724 = stablehlo.add %720, %723 : tensor<256x32x64xf32>
    %cst_194 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %725 = stablehlo.reduce(%724 init: %cst_194) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %726 = stablehlo.reshape %725 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_195 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %727 = stablehlo.reduce(%726 init: %cst_195) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %728 = stablehlo.broadcast_in_dim %727, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_196 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %729 = stablehlo.reduce(%728 init: %cst_196) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %730 = stablehlo.transpose %724, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %731 = stablehlo.dot_general %730, %arg26, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %732 = stablehlo.dot_general %730, %285, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %cst_197 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %733 = stablehlo.reduce(%731 init: %cst_197) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %734 = stablehlo.reshape %733 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_198 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %735 = stablehlo.reduce(%734 init: %cst_198) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %736 = stablehlo.broadcast_in_dim %735, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_199 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %737 = stablehlo.reduce(%736 init: %cst_199) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %738 = stablehlo.broadcast_in_dim %279, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %739 = stablehlo.multiply %738, %731 : tensor<256x32x64xf32>
    %740 = stablehlo.multiply %731, %277 : tensor<256x32x64xf32>
    %cst_200 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %741 = stablehlo.reduce(%740 init: %cst_200) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %742 = stablehlo.reshape %741 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_201 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %743 = stablehlo.reduce(%742 init: %cst_201) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %744 = stablehlo.broadcast_in_dim %743, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_202 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %745 = stablehlo.reduce(%744 init: %cst_202) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %746 = stablehlo.multiply %275, %739 : tensor<256x32x64xf32>
    %cst_203 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %747 = stablehlo.reduce(%746 init: %cst_203) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %748 = stablehlo.reshape %747 : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %749 = stablehlo.broadcast_in_dim %270, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %750 = stablehlo.multiply %739, %749 : tensor<256x32x64xf32>
    %751 = stablehlo.negate %750 : tensor<256x32x64xf32>
    %cst_204 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %752 = stablehlo.reduce(%751 init: %cst_204) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %753 = stablehlo.reshape %752 : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %754 = stablehlo.add %702, %750 : tensor<256x32x64xf32>
    %755 = stablehlo.multiply %748, %273 : tensor<256x32x1xf32>
    %756 = stablehlo.multiply %755, %267 : tensor<256x32x1xf32>
    %757 = call @_var_2(%255#1, %255#2, %255#3, %756) : (tensor<256x32x64xf32>, tensor<f32>, tensor<i1>, tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %758 = stablehlo.add %754, %757 : tensor<256x32x64xf32>
    %cst_205 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %759 = stablehlo.broadcast_in_dim %cst_205, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %760 = stablehlo.divide %753, %759 : tensor<256x32x1xf32>
    %cst_206 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %761 = stablehlo.reduce(%760 init: %cst_206) applies stablehlo.add across dimensions = [2] : (tensor<256x32x1xf32>, tensor<f32>) -> tensor<256x32xf32>
    %762 = stablehlo.broadcast_in_dim %761, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x64xf32>
    %763 = stablehlo.add %758, %762 : tensor<256x32x64xf32>
    %cst_207 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %764 = stablehlo.reduce(%763 init: %cst_207) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %765 = stablehlo.reshape %764 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_208 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %766 = stablehlo.reduce(%765 init: %cst_208) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %767 = stablehlo.broadcast_in_dim %766, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_209 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %768 = stablehlo.reduce(%767 init: %cst_209) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %769 = stablehlo.transpose %763, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %770 = stablehlo.dot_general %769, %arg22, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %771 = stablehlo.dot_general %769, %243, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %772 = stablehlo.multiply %225, %770 : tensor<256x32x64xf32>
    %773 = stablehlo.multiply %770, %242 : tensor<256x32x64xf32>
    %cst_210 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %774 = stablehlo.broadcast_in_dim %cst_210, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %775 = stablehlo.multiply %774, %772 : tensor<256x32x64xf32>
    %776 = stablehlo.multiply %775, %238 : tensor<256x32x64xf32>
    %777 = stablehlo.multiply %776, %236 : tensor<256x32x64xf32>
    %778 = stablehlo.add %776, %777 : tensor<256x32x64xf32>
    %cst_211 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %779 = stablehlo.broadcast_in_dim %cst_211, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %780 = stablehlo.multiply %779, %778 : tensor<256x32x64xf32>
    %781 = stablehlo.add %773, %780 : tensor<256x32x64xf32>
    %cst_212 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %782 = stablehlo.broadcast_in_dim %cst_212, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %783 = stablehlo.multiply %782, %780 : tensor<256x32x64xf32>
    %784 = stablehlo.multiply %783, %230 : tensor<256x32x64xf32>
    %785 = stablehlo.add %781, %784 : tensor<256x32x64xf32>
    %cst_213 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %786 = stablehlo.reduce(%785 init: %cst_213) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %787 = stablehlo.reshape %786 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_214 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %788 = stablehlo.reduce(%787 init: %cst_214) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %789 = stablehlo.broadcast_in_dim %788, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_215 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %790 = stablehlo.reduce(%789 init: %cst_215) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %791 = stablehlo.transpose %785, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %792 = stablehlo.dot_general %791, %arg20, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %793 = stablehlo.dot_general %791, %219, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %cst_216 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %794 = stablehlo.reduce(%792 init: %cst_216) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %795 = stablehlo.reshape %794 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_217 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %796 = stablehlo.reduce(%795 init: %cst_217) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %797 = stablehlo.broadcast_in_dim %796, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_218 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %798 = stablehlo.reduce(%797 init: %cst_218) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %799 = stablehlo.broadcast_in_dim %213, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %800 = stablehlo.multiply %799, %792 : tensor<256x32x64xf32>
    %801 = stablehlo.multiply %792, %211 : tensor<256x32x64xf32>
    %cst_219 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %802 = stablehlo.reduce(%801 init: %cst_219) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %803 = stablehlo.reshape %802 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_220 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %804 = stablehlo.reduce(%803 init: %cst_220) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %805 = stablehlo.broadcast_in_dim %804, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_221 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %806 = stablehlo.reduce(%805 init: %cst_221) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %807 = stablehlo.multiply %209, %800 : tensor<256x32x64xf32>
    %cst_222 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %808 = stablehlo.reduce(%807 init: %cst_222) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %809 = stablehlo.reshape %808 : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %810 = stablehlo.broadcast_in_dim %204, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %811 = stablehlo.multiply %800, %810 : tensor<256x32x64xf32>
    %812 = stablehlo.negate %811 : tensor<256x32x64xf32>
    %cst_223 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %813 = stablehlo.reduce(%812 init: %cst_223) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %814 = stablehlo.reshape %813 : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %815 = stablehlo.add %763, %811 : tensor<256x32x64xf32>
    %816 = stablehlo.multiply %809, %207 : tensor<256x32x1xf32>
    %817 = stablehlo.multiply %816, %201 : tensor<256x32x1xf32>
    %818 = call @_var_2(%189#1, %189#2, %189#3, %817) : (tensor<256x32x64xf32>, tensor<f32>, tensor<i1>, tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %819 = stablehlo.add %815, %818 : tensor<256x32x64xf32>
    %cst_224 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %820 = stablehlo.broadcast_in_dim %cst_224, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %821 = stablehlo.divide %814, %820 : tensor<256x32x1xf32>
    %cst_225 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %822 = stablehlo.reduce(%821 init: %cst_225) applies stablehlo.add across dimensions = [2] : (tensor<256x32x1xf32>, tensor<f32>) -> tensor<256x32xf32>
    %823 = stablehlo.broadcast_in_dim %822, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x64xf32>
    %824 = stablehlo.add %819, %823 : tensor<256x32x64xf32>
    %cst_226 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %825 = stablehlo.reduce(%824 init: %cst_226) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %826 = stablehlo.reshape %825 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_227 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %827 = stablehlo.reduce(%826 init: %cst_227) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %828 = stablehlo.broadcast_in_dim %827, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_228 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %829 = stablehlo.reduce(%828 init: %cst_228) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %830 = stablehlo.transpose %824, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %831 = stablehlo.dot_general %830, %arg16, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %832 = stablehlo.dot_general %830, %177, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %833 = stablehlo.multiply %159, %831 : tensor<256x32x64xf32>
    %834 = stablehlo.multiply %831, %176 : tensor<256x32x64xf32>
    %cst_229 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %835 = stablehlo.broadcast_in_dim %cst_229, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %836 = stablehlo.multiply %835, %833 : tensor<256x32x64xf32>
    %837 = stablehlo.multiply %836, %172 : tensor<256x32x64xf32>
    %838 = stablehlo.multiply %837, %170 : tensor<256x32x64xf32>
    %839 = stablehlo.add %837, %838 : tensor<256x32x64xf32>
    %cst_230 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %840 = stablehlo.broadcast_in_dim %cst_230, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %841 = stablehlo.multiply %840, %839 : tensor<256x32x64xf32>
    %842 = stablehlo.add %834, %841 : tensor<256x32x64xf32>
    %cst_231 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %843 = stablehlo.broadcast_in_dim %cst_231, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %844 = stablehlo.multiply %843, %841 : tensor<256x32x64xf32>
    %845 = stablehlo.multiply %844, %164 : tensor<256x32x64xf32>
    %846 = stablehlo.add %842, %845 : tensor<256x32x64xf32>
    %cst_232 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %847 = stablehlo.reduce(%846 init: %cst_232) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %848 = stablehlo.reshape %847 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_233 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %849 = stablehlo.reduce(%848 init: %cst_233) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %850 = stablehlo.broadcast_in_dim %849, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_234 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %851 = stablehlo.reduce(%850 init: %cst_234) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %852 = stablehlo.transpose %846, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %853 = stablehlo.dot_general %852, %arg14, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %854 = stablehlo.dot_general %852, %153, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %cst_235 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %855 = stablehlo.reduce(%853 init: %cst_235) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %856 = stablehlo.reshape %855 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_236 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %857 = stablehlo.reduce(%856 init: %cst_236) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %858 = stablehlo.broadcast_in_dim %857, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_237 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %859 = stablehlo.reduce(%858 init: %cst_237) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %860 = stablehlo.broadcast_in_dim %147, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %861 = stablehlo.multiply %860, %853 : tensor<256x32x64xf32>
    %862 = stablehlo.multiply %853, %145 : tensor<256x32x64xf32>
    %cst_238 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %863 = stablehlo.reduce(%862 init: %cst_238) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %864 = stablehlo.reshape %863 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_239 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %865 = stablehlo.reduce(%864 init: %cst_239) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %866 = stablehlo.broadcast_in_dim %865, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_240 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %867 = stablehlo.reduce(%866 init: %cst_240) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %868 = stablehlo.multiply %143, %861 : tensor<256x32x64xf32>
    %cst_241 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %869 = stablehlo.reduce(%868 init: %cst_241) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %870 = stablehlo.reshape %869 : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %871 = stablehlo.broadcast_in_dim %138, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %872 = stablehlo.multiply %861, %871 : tensor<256x32x64xf32>
    %873 = stablehlo.negate %872 : tensor<256x32x64xf32>
    %cst_242 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %874 = stablehlo.reduce(%873 init: %cst_242) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %875 = stablehlo.reshape %874 : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %876 = stablehlo.add %824, %872 : tensor<256x32x64xf32>
    %877 = stablehlo.multiply %870, %141 : tensor<256x32x1xf32>
    %878 = stablehlo.multiply %877, %135 : tensor<256x32x1xf32>
    %879 = call @_var_2(%123#1, %123#2, %123#3, %878) : (tensor<256x32x64xf32>, tensor<f32>, tensor<i1>, tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %880 = stablehlo.add %876, %879 : tensor<256x32x64xf32>
    %cst_243 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %881 = stablehlo.broadcast_in_dim %cst_243, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %882 = stablehlo.divide %875, %881 : tensor<256x32x1xf32>
    %cst_244 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %883 = stablehlo.reduce(%882 init: %cst_244) applies stablehlo.add across dimensions = [2] : (tensor<256x32x1xf32>, tensor<f32>) -> tensor<256x32xf32>
    %884 = stablehlo.broadcast_in_dim %883, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x64xf32>
    %885 = stablehlo.add %880, %884 : tensor<256x32x64xf32>
    %cst_245 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %886 = stablehlo.reduce(%885 init: %cst_245) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %887 = stablehlo.reshape %886 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_246 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %888 = stablehlo.reduce(%887 init: %cst_246) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %889 = stablehlo.broadcast_in_dim %888, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_247 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %890 = stablehlo.reduce(%889 init: %cst_247) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %891 = stablehlo.transpose %885, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %892 = stablehlo.dot_general %891, %arg10, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %893 = stablehlo.dot_general %891, %111, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %894 = stablehlo.multiply %93, %892 : tensor<256x32x64xf32>
    %895 = stablehlo.multiply %892, %110 : tensor<256x32x64xf32>
    %cst_248 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %896 = stablehlo.broadcast_in_dim %cst_248, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %897 = stablehlo.multiply %896, %894 : tensor<256x32x64xf32>
    %898 = stablehlo.multiply %897, %106 : tensor<256x32x64xf32>
    %899 = stablehlo.multiply %898, %104 : tensor<256x32x64xf32>
    %900 = stablehlo.add %898, %899 : tensor<256x32x64xf32>
    %cst_249 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %901 = stablehlo.broadcast_in_dim %cst_249, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %902 = stablehlo.multiply %901, %900 : tensor<256x32x64xf32>
    %903 = stablehlo.add %895, %902 : tensor<256x32x64xf32>
    %cst_250 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %904 = stablehlo.broadcast_in_dim %cst_250, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %905 = stablehlo.multiply %904, %902 : tensor<256x32x64xf32>
    %906 = stablehlo.multiply %905, %98 : tensor<256x32x64xf32>
    %907 = stablehlo.add %903, %906 : tensor<256x32x64xf32>
    %cst_251 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %908 = stablehlo.reduce(%907 init: %cst_251) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %909 = stablehlo.reshape %908 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_252 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %910 = stablehlo.reduce(%909 init: %cst_252) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %911 = stablehlo.broadcast_in_dim %910, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_253 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %912 = stablehlo.reduce(%911 init: %cst_253) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %913 = stablehlo.transpose %907, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %914 = stablehlo.dot_general %913, %arg8, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %915 = stablehlo.dot_general %913, %87, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %cst_254 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %916 = stablehlo.reduce(%914 init: %cst_254) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %917 = stablehlo.reshape %916 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_255 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %918 = stablehlo.reduce(%917 init: %cst_255) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %919 = stablehlo.broadcast_in_dim %918, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_256 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %920 = stablehlo.reduce(%919 init: %cst_256) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %921 = stablehlo.broadcast_in_dim %81, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %922 = stablehlo.multiply %921, %914 : tensor<256x32x64xf32>
    %923 = stablehlo.multiply %914, %79 : tensor<256x32x64xf32>
    %cst_257 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %924 = stablehlo.reduce(%923 init: %cst_257) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %925 = stablehlo.reshape %924 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_258 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %926 = stablehlo.reduce(%925 init: %cst_258) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %927 = stablehlo.broadcast_in_dim %926, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_259 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %928 = stablehlo.reduce(%927 init: %cst_259) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %929 = stablehlo.multiply %77, %922 : tensor<256x32x64xf32>
    %cst_260 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %930 = stablehlo.reduce(%929 init: %cst_260) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %931 = stablehlo.reshape %930 : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %932 = stablehlo.broadcast_in_dim %72, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %933 = stablehlo.multiply %922, %932 : tensor<256x32x64xf32>
    %934 = stablehlo.negate %933 : tensor<256x32x64xf32>
    %cst_261 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %935 = stablehlo.reduce(%934 init: %cst_261) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %936 = stablehlo.reshape %935 : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %937 = stablehlo.add %885, %933 : tensor<256x32x64xf32>
    %938 = stablehlo.multiply %931, %75 : tensor<256x32x1xf32>
    %939 = stablehlo.multiply %938, %69 : tensor<256x32x1xf32>
    %940 = call @_var_2(%57#1, %57#2, %57#3, %939) : (tensor<256x32x64xf32>, tensor<f32>, tensor<i1>, tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %941 = stablehlo.add %937, %940 : tensor<256x32x64xf32>
    %cst_262 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %942 = stablehlo.broadcast_in_dim %cst_262, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %943 = stablehlo.divide %936, %942 : tensor<256x32x1xf32>
    %cst_263 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %944 = stablehlo.reduce(%943 init: %cst_263) applies stablehlo.add across dimensions = [2] : (tensor<256x32x1xf32>, tensor<f32>) -> tensor<256x32xf32>
    %945 = stablehlo.broadcast_in_dim %944, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x64xf32>
    %946 = stablehlo.add %941, %945 : tensor<256x32x64xf32>
    %cst_264 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %947 = stablehlo.reduce(%946 init: %cst_264) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %948 = stablehlo.reshape %947 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_265 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %949 = stablehlo.reduce(%948 init: %cst_265) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %950 = stablehlo.broadcast_in_dim %949, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_266 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %951 = stablehlo.reduce(%950 init: %cst_266) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %952 = stablehlo.transpose %946, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %953 = stablehlo.dot_general %952, %arg4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %954 = stablehlo.dot_general %952, %45, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %955 = stablehlo.multiply %27, %953 : tensor<256x32x64xf32>
    %956 = stablehlo.multiply %953, %44 : tensor<256x32x64xf32>
    %cst_267 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %957 = stablehlo.broadcast_in_dim %cst_267, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %958 = stablehlo.multiply %957, %955 : tensor<256x32x64xf32>
    %959 = stablehlo.multiply %958, %40 : tensor<256x32x64xf32>
    %960 = stablehlo.multiply %959, %38 : tensor<256x32x64xf32>
    %961 = stablehlo.add %959, %960 : tensor<256x32x64xf32>
    %cst_268 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %962 = stablehlo.broadcast_in_dim %cst_268, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %963 = stablehlo.multiply %962, %961 : tensor<256x32x64xf32>
    %964 = stablehlo.add %956, %963 : tensor<256x32x64xf32>
    %cst_269 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %965 = stablehlo.broadcast_in_dim %cst_269, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %966 = stablehlo.multiply %965, %963 : tensor<256x32x64xf32>
    %967 = stablehlo.multiply %966, %32 : tensor<256x32x64xf32>
    %968 = stablehlo.add %964, %967 : tensor<256x32x64xf32>
    %cst_270 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %969 = stablehlo.reduce(%968 init: %cst_270) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %970 = stablehlo.reshape %969 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_271 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %971 = stablehlo.reduce(%970 init: %cst_271) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %972 = stablehlo.broadcast_in_dim %971, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_272 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %973 = stablehlo.reduce(%972 init: %cst_272) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %974 = stablehlo.transpose %968, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %975 = stablehlo.dot_general %974, %arg2, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %976 = stablehlo.dot_general %974, %21, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %cst_273 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %977 = stablehlo.reduce(%975 init: %cst_273) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %978 = stablehlo.reshape %977 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_274 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %979 = stablehlo.reduce(%978 init: %cst_274) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %980 = stablehlo.broadcast_in_dim %979, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_275 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %981 = stablehlo.reduce(%980 init: %cst_275) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %982 = stablehlo.multiply %975, %13 : tensor<256x32x64xf32>
    %cst_276 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %983 = stablehlo.reduce(%982 init: %cst_276) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %984 = stablehlo.reshape %983 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_277 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %985 = stablehlo.reduce(%984 init: %cst_277) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %986 = stablehlo.broadcast_in_dim %985, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_278 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %987 = stablehlo.reduce(%986 init: %cst_278) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    return %987, %981, %976, %973, %954, %951, %928, %920, %915, %912, %893, %890, %867, %859, %854, %851, %832, %829, %806, %798, %793, %790, %771, %768, %745, %737, %732, %729, %710, %707, %684, %676, %671, %668, %649, %646, %623, %615, %610, %607, %588, %585, %562, %554, %549, %546, %527, %524 : tensor<64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>
  }
  func.func private @_var(%arg0: tensor<256x32x64xf32>, %arg1: tensor<i32>) -> tensor<256x32x1xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %cst_0 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %3 = stablehlo.divide %1, %2 : tensor<256x32x1xf32>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %5 = stablehlo.subtract %arg0, %4 : tensor<256x32x64xf32>
    %6 = chlo.square %5 : tensor<256x32x64xf32> -> tensor<256x32x64xf32>
    %7 = stablehlo.convert %arg1 : (tensor<i32>) -> tensor<f32>
    %cst_1 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %8 = stablehlo.subtract %cst_1, %7 : tensor<f32>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %9 = stablehlo.reduce(%6 init: %cst_2) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %11 = stablehlo.broadcast_in_dim %8, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %12 = stablehlo.divide %10, %11 : tensor<256x32x1xf32>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %13 = stablehlo.compare GT, %8, %cst_3, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %cst_4 = stablehlo.constant dense<0x7FC00000> : tensor<f32>
    %14 = call @_where(%13, %12, %cst_4) : (tensor<i1>, tensor<256x32x1xf32>, tensor<f32>) -> tensor<256x32x1xf32>
    return %14 : tensor<256x32x1xf32>
  }
  func.func private @_where(%arg0: tensor<i1>, %arg1: tensor<256x32x1xf32>, %arg2: tensor<f32>) -> tensor<256x32x1xf32> {
    %0 = stablehlo.convert %arg2 : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<1xf32>
    %2 = stablehlo.broadcast_in_dim %1, dims = [1] : (tensor<1xf32>) -> tensor<32x1xf32>
    %3 = stablehlo.broadcast_in_dim %2, dims = [1, 2] : (tensor<32x1xf32>) -> tensor<256x32x1xf32>
    %4 = stablehlo.select %arg0, %arg1, %3 : tensor<i1>, tensor<256x32x1xf32>
    return %4 : tensor<256x32x1xf32>
  }
  func.func private @_var_0(%arg0: tensor<256x32x64xf32>, %arg1: tensor<i32>) -> (tensor<256x32x1xf32>, tensor<256x32x64xf32>, tensor<f32>, tensor<i1>) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %cst_0 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %3 = stablehlo.divide %1, %2 : tensor<256x32x1xf32>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %5 = stablehlo.subtract %arg0, %4 : tensor<256x32x64xf32>
    %6 = chlo.square %5 : tensor<256x32x64xf32> -> tensor<256x32x64xf32>
    %cst_1 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %7 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %8 = stablehlo.multiply %7, %5 : tensor<256x32x64xf32>
    %9 = stablehlo.convert %arg1 : (tensor<i32>) -> tensor<f32>
    %cst_2 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %10 = stablehlo.subtract %cst_2, %9 : tensor<f32>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %11 = stablehlo.reduce(%6 init: %cst_3) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %12 = stablehlo.broadcast_in_dim %11, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %13 = stablehlo.broadcast_in_dim %10, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %14 = stablehlo.divide %12, %13 : tensor<256x32x1xf32>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %15 = stablehlo.compare GT, %10, %cst_4, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %cst_5 = stablehlo.constant dense<0x7FC00000> : tensor<f32>
    %16 = call @_where_1(%15, %14, %cst_5) : (tensor<i1>, tensor<256x32x1xf32>, tensor<f32>) -> tensor<256x32x1xf32>
    return %16, %8, %10, %15 : tensor<256x32x1xf32>, tensor<256x32x64xf32>, tensor<f32>, tensor<i1>
  }
  func.func private @_where_1(%arg0: tensor<i1>, %arg1: tensor<256x32x1xf32>, %arg2: tensor<f32>) -> tensor<256x32x1xf32> {
    %0 = stablehlo.convert %arg2 : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<1xf32>
    %2 = stablehlo.broadcast_in_dim %1, dims = [1] : (tensor<1xf32>) -> tensor<32x1xf32>
    %3 = stablehlo.broadcast_in_dim %2, dims = [1, 2] : (tensor<32x1xf32>) -> tensor<256x32x1xf32>
    %4 = stablehlo.select %arg0, %arg1, %3 : tensor<i1>, tensor<256x32x1xf32>
    return %4 : tensor<256x32x1xf32>
  }
  func.func private @_var_2(%arg0: tensor<256x32x64xf32>, %arg1: tensor<f32>, %arg2: tensor<i1>, %arg3: tensor<256x32x1xf32>) -> tensor<256x32x64xf32> {
    %0 = call @_where_3(%arg2, %arg3) : (tensor<i1>, tensor<256x32x1xf32>) -> tensor<256x32x1xf32>
    %1 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %2 = stablehlo.divide %0, %1 : tensor<256x32x1xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3 = stablehlo.reduce(%2 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<256x32x1xf32>, tensor<f32>) -> tensor<256x32xf32>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x64xf32>
    %5 = stablehlo.multiply %4, %arg0 : tensor<256x32x64xf32>
    %6 = stablehlo.negate %5 : tensor<256x32x64xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %7 = stablehlo.reduce(%6 init: %cst_0) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %8 = stablehlo.reshape %7 : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %cst_1 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %9 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %10 = stablehlo.divide %8, %9 : tensor<256x32x1xf32>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %11 = stablehlo.reduce(%10 init: %cst_2) applies stablehlo.add across dimensions = [2] : (tensor<256x32x1xf32>, tensor<f32>) -> tensor<256x32xf32>
    %12 = stablehlo.broadcast_in_dim %11, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x64xf32>
    %13 = stablehlo.add %5, %12 : tensor<256x32x64xf32>
    return %13 : tensor<256x32x64xf32>
  }
  func.func private @_where_3(%arg0: tensor<i1>, %arg1: tensor<256x32x1xf32>) -> tensor<256x32x1xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %1 = stablehlo.select %arg0, %arg1, %0 : tensor<i1>, tensor<256x32x1xf32>
    return %1 : tensor<256x32x1xf32>
  }
}
