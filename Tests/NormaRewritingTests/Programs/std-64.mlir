// python print.py std 64 64 256 32 8, with JAX 0.10.2 and Equinox 0.13.8
module @jit_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<64xf32>, %arg1: tensor<64xf32>, %arg2: tensor<64x64xf32>, %arg3: tensor<64xf32>, %arg4: tensor<64x64xf32>, %arg5: tensor<64xf32>, %arg6: tensor<64xf32>, %arg7: tensor<64xf32>, %arg8: tensor<64x64xf32>, %arg9: tensor<64xf32>, %arg10: tensor<64x64xf32>, %arg11: tensor<64xf32>, %arg12: tensor<64xf32>, %arg13: tensor<64xf32>, %arg14: tensor<64x64xf32>, %arg15: tensor<64xf32>, %arg16: tensor<64x64xf32>, %arg17: tensor<64xf32>, %arg18: tensor<64xf32>, %arg19: tensor<64xf32>, %arg20: tensor<64x64xf32>, %arg21: tensor<64xf32>, %arg22: tensor<64x64xf32>, %arg23: tensor<64xf32>, %arg24: tensor<64xf32>, %arg25: tensor<64xf32>, %arg26: tensor<64x64xf32>, %arg27: tensor<64xf32>, %arg28: tensor<64x64xf32>, %arg29: tensor<64xf32>, %arg30: tensor<64xf32>, %arg31: tensor<64xf32>, %arg32: tensor<64x64xf32>, %arg33: tensor<64xf32>, %arg34: tensor<64x64xf32>, %arg35: tensor<64xf32>, %arg36: tensor<64xf32>, %arg37: tensor<64xf32>, %arg38: tensor<64x64xf32>, %arg39: tensor<64xf32>, %arg40: tensor<64x64xf32>, %arg41: tensor<64xf32>, %arg42: tensor<64xf32>, %arg43: tensor<64xf32>, %arg44: tensor<64x64xf32>, %arg45: tensor<64xf32>, %arg46: tensor<64x64xf32>, %arg47: tensor<64xf32>, %arg48: tensor<256x32x64xf32>) -> (tensor<64xf32> {jax.result_info = "result[0].norm.weight"}, tensor<64xf32> {jax.result_info = "result[0].norm.bias"}, tensor<64x64xf32> {jax.result_info = "result[0].up.weight"}, tensor<64xf32> {jax.result_info = "result[0].up.bias"}, tensor<64x64xf32> {jax.result_info = "result[0].down.weight"}, tensor<64xf32> {jax.result_info = "result[0].down.bias"}, tensor<64xf32> {jax.result_info = "result[1].norm.weight"}, tensor<64xf32> {jax.result_info = "result[1].norm.bias"}, tensor<64x64xf32> {jax.result_info = "result[1].up.weight"}, tensor<64xf32> {jax.result_info = "result[1].up.bias"}, tensor<64x64xf32> {jax.result_info = "result[1].down.weight"}, tensor<64xf32> {jax.result_info = "result[1].down.bias"}, tensor<64xf32> {jax.result_info = "result[2].norm.weight"}, tensor<64xf32> {jax.result_info = "result[2].norm.bias"}, tensor<64x64xf32> {jax.result_info = "result[2].up.weight"}, tensor<64xf32> {jax.result_info = "result[2].up.bias"}, tensor<64x64xf32> {jax.result_info = "result[2].down.weight"}, tensor<64xf32> {jax.result_info = "result[2].down.bias"}, tensor<64xf32> {jax.result_info = "result[3].norm.weight"}, tensor<64xf32> {jax.result_info = "result[3].norm.bias"}, tensor<64x64xf32> {jax.result_info = "result[3].up.weight"}, tensor<64xf32> {jax.result_info = "result[3].up.bias"}, tensor<64x64xf32> {jax.result_info = "result[3].down.weight"}, tensor<64xf32> {jax.result_info = "result[3].down.bias"}, tensor<64xf32> {jax.result_info = "result[4].norm.weight"}, tensor<64xf32> {jax.result_info = "result[4].norm.bias"}, tensor<64x64xf32> {jax.result_info = "result[4].up.weight"}, tensor<64xf32> {jax.result_info = "result[4].up.bias"}, tensor<64x64xf32> {jax.result_info = "result[4].down.weight"}, tensor<64xf32> {jax.result_info = "result[4].down.bias"}, tensor<64xf32> {jax.result_info = "result[5].norm.weight"}, tensor<64xf32> {jax.result_info = "result[5].norm.bias"}, tensor<64x64xf32> {jax.result_info = "result[5].up.weight"}, tensor<64xf32> {jax.result_info = "result[5].up.bias"}, tensor<64x64xf32> {jax.result_info = "result[5].down.weight"}, tensor<64xf32> {jax.result_info = "result[5].down.bias"}, tensor<64xf32> {jax.result_info = "result[6].norm.weight"}, tensor<64xf32> {jax.result_info = "result[6].norm.bias"}, tensor<64x64xf32> {jax.result_info = "result[6].up.weight"}, tensor<64xf32> {jax.result_info = "result[6].up.bias"}, tensor<64x64xf32> {jax.result_info = "result[6].down.weight"}, tensor<64xf32> {jax.result_info = "result[6].down.bias"}, tensor<64xf32> {jax.result_info = "result[7].norm.weight"}, tensor<64xf32> {jax.result_info = "result[7].norm.bias"}, tensor<64x64xf32> {jax.result_info = "result[7].up.weight"}, tensor<64xf32> {jax.result_info = "result[7].up.bias"}, tensor<64x64xf32> {jax.result_info = "result[7].down.weight"}, tensor<64xf32> {jax.result_info = "result[7].down.bias"}) {
    %cst = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %0 = call @standardize(%arg48, %cst) : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32x64xf32>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %2 = stablehlo.broadcast_in_dim %1, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %4 = stablehlo.multiply %0, %3 : tensor<256x32x64xf32>
    %5 = stablehlo.broadcast_in_dim %arg1, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %6 = stablehlo.broadcast_in_dim %5, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %7 = stablehlo.broadcast_in_dim %6, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %8 = stablehlo.add %4, %7 : tensor<256x32x64xf32>
    %9 = stablehlo.dot_general %arg2, %8, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %10 = stablehlo.transpose %9, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %11 = stablehlo.broadcast_in_dim %arg3, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %12 = stablehlo.broadcast_in_dim %11, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %13 = stablehlo.broadcast_in_dim %12, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %14 = stablehlo.add %10, %13 : tensor<256x32x64xf32>
    %15 = stablehlo.multiply %14, %14 : tensor<256x32x64xf32>
    %16 = stablehlo.multiply %15, %14 : tensor<256x32x64xf32>
    %17 = stablehlo.multiply %14, %14 : tensor<256x32x64xf32>
    %cst_0 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %18 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %19 = stablehlo.multiply %18, %17 : tensor<256x32x64xf32>
    %cst_1 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %20 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %21 = stablehlo.multiply %20, %16 : tensor<256x32x64xf32>
    %22 = stablehlo.add %14, %21 : tensor<256x32x64xf32>
    %cst_2 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %23 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %24 = stablehlo.multiply %23, %22 : tensor<256x32x64xf32>
    %25 = stablehlo.tanh %24 : tensor<256x32x64xf32>
    %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %26 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %27 = stablehlo.subtract %26, %25 : tensor<256x32x64xf32>
    %cst_4 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %28 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %29 = stablehlo.add %28, %25 : tensor<256x32x64xf32>
    %cst_5 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %30 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %31 = stablehlo.multiply %30, %29 : tensor<256x32x64xf32>
    %32 = stablehlo.multiply %14, %31 : tensor<256x32x64xf32>
    %33 = stablehlo.dot_general %arg4, %32, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %34 = stablehlo.transpose %33, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %35 = stablehlo.broadcast_in_dim %arg5, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %36 = stablehlo.broadcast_in_dim %35, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %37 = stablehlo.broadcast_in_dim %36, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %38 = stablehlo.add %34, %37 : tensor<256x32x64xf32>
    %39 = stablehlo.add %arg48, %38 : tensor<256x32x64xf32>
    %cst_6 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %40:7 = call @standardize_0(%39, %cst_6) : (tensor<256x32x64xf32>, tensor<f32>) -> (tensor<256x32x64xf32>, tensor<256x32x64xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x64xf32>)
    %41 = stablehlo.broadcast_in_dim %arg6, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %42 = stablehlo.broadcast_in_dim %41, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %43 = stablehlo.broadcast_in_dim %42, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %44 = stablehlo.multiply %40#0, %43 : tensor<256x32x64xf32>
    %45 = stablehlo.broadcast_in_dim %arg7, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %46 = stablehlo.broadcast_in_dim %45, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %47 = stablehlo.broadcast_in_dim %46, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %48 = stablehlo.add %44, %47 : tensor<256x32x64xf32>
    %49 = stablehlo.dot_general %arg8, %48, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %50 = stablehlo.transpose %49, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %51 = stablehlo.broadcast_in_dim %arg9, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %52 = stablehlo.broadcast_in_dim %51, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %53 = stablehlo.broadcast_in_dim %52, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %54 = stablehlo.add %50, %53 : tensor<256x32x64xf32>
    %55 = stablehlo.multiply %54, %54 : tensor<256x32x64xf32>
    %56 = stablehlo.multiply %55, %54 : tensor<256x32x64xf32>
    %57 = stablehlo.multiply %54, %54 : tensor<256x32x64xf32>
    %cst_7 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %58 = stablehlo.broadcast_in_dim %cst_7, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %59 = stablehlo.multiply %58, %57 : tensor<256x32x64xf32>
    %cst_8 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %60 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %61 = stablehlo.multiply %60, %56 : tensor<256x32x64xf32>
    %62 = stablehlo.add %54, %61 : tensor<256x32x64xf32>
    %cst_9 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %63 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %64 = stablehlo.multiply %63, %62 : tensor<256x32x64xf32>
    %65 = stablehlo.tanh %64 : tensor<256x32x64xf32>
    %cst_10 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %66 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %67 = stablehlo.subtract %66, %65 : tensor<256x32x64xf32>
    %cst_11 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %68 = stablehlo.broadcast_in_dim %cst_11, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %69 = stablehlo.add %68, %65 : tensor<256x32x64xf32>
    %cst_12 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %70 = stablehlo.broadcast_in_dim %cst_12, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %71 = stablehlo.multiply %70, %69 : tensor<256x32x64xf32>
    %72 = stablehlo.multiply %54, %71 : tensor<256x32x64xf32>
    %73 = stablehlo.dot_general %arg10, %72, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %74 = stablehlo.transpose %73, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %75 = stablehlo.broadcast_in_dim %arg11, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %76 = stablehlo.broadcast_in_dim %75, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %77 = stablehlo.broadcast_in_dim %76, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %78 = stablehlo.add %74, %77 : tensor<256x32x64xf32>
    %79 = stablehlo.add %39, %78 : tensor<256x32x64xf32>
    %cst_13 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %80:7 = call @standardize_0(%79, %cst_13) : (tensor<256x32x64xf32>, tensor<f32>) -> (tensor<256x32x64xf32>, tensor<256x32x64xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x64xf32>)
    %81 = stablehlo.broadcast_in_dim %arg12, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %82 = stablehlo.broadcast_in_dim %81, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %83 = stablehlo.broadcast_in_dim %82, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %84 = stablehlo.multiply %80#0, %83 : tensor<256x32x64xf32>
    %85 = stablehlo.broadcast_in_dim %arg13, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %86 = stablehlo.broadcast_in_dim %85, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %87 = stablehlo.broadcast_in_dim %86, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %88 = stablehlo.add %84, %87 : tensor<256x32x64xf32>
    %89 = stablehlo.dot_general %arg14, %88, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %90 = stablehlo.transpose %89, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %91 = stablehlo.broadcast_in_dim %arg15, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %92 = stablehlo.broadcast_in_dim %91, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %93 = stablehlo.broadcast_in_dim %92, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %94 = stablehlo.add %90, %93 : tensor<256x32x64xf32>
    %95 = stablehlo.multiply %94, %94 : tensor<256x32x64xf32>
    %96 = stablehlo.multiply %95, %94 : tensor<256x32x64xf32>
    %97 = stablehlo.multiply %94, %94 : tensor<256x32x64xf32>
    %cst_14 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %98 = stablehlo.broadcast_in_dim %cst_14, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %99 = stablehlo.multiply %98, %97 : tensor<256x32x64xf32>
    %cst_15 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %100 = stablehlo.broadcast_in_dim %cst_15, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %101 = stablehlo.multiply %100, %96 : tensor<256x32x64xf32>
    %102 = stablehlo.add %94, %101 : tensor<256x32x64xf32>
    %cst_16 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %103 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %104 = stablehlo.multiply %103, %102 : tensor<256x32x64xf32>
    %105 = stablehlo.tanh %104 : tensor<256x32x64xf32>
    %cst_17 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %106 = stablehlo.broadcast_in_dim %cst_17, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %107 = stablehlo.subtract %106, %105 : tensor<256x32x64xf32>
    %cst_18 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %108 = stablehlo.broadcast_in_dim %cst_18, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %109 = stablehlo.add %108, %105 : tensor<256x32x64xf32>
    %cst_19 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %110 = stablehlo.broadcast_in_dim %cst_19, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %111 = stablehlo.multiply %110, %109 : tensor<256x32x64xf32>
    %112 = stablehlo.multiply %94, %111 : tensor<256x32x64xf32>
    %113 = stablehlo.dot_general %arg16, %112, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %114 = stablehlo.transpose %113, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %115 = stablehlo.broadcast_in_dim %arg17, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %116 = stablehlo.broadcast_in_dim %115, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %117 = stablehlo.broadcast_in_dim %116, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %118 = stablehlo.add %114, %117 : tensor<256x32x64xf32>
    %119 = stablehlo.add %79, %118 : tensor<256x32x64xf32>
    %cst_20 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %120:7 = call @standardize_0(%119, %cst_20) : (tensor<256x32x64xf32>, tensor<f32>) -> (tensor<256x32x64xf32>, tensor<256x32x64xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x64xf32>)
    %121 = stablehlo.broadcast_in_dim %arg18, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %122 = stablehlo.broadcast_in_dim %121, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %123 = stablehlo.broadcast_in_dim %122, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %124 = stablehlo.multiply %120#0, %123 : tensor<256x32x64xf32>
    %125 = stablehlo.broadcast_in_dim %arg19, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %126 = stablehlo.broadcast_in_dim %125, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %127 = stablehlo.broadcast_in_dim %126, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %128 = stablehlo.add %124, %127 : tensor<256x32x64xf32>
    %129 = stablehlo.dot_general %arg20, %128, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %130 = stablehlo.transpose %129, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %131 = stablehlo.broadcast_in_dim %arg21, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %132 = stablehlo.broadcast_in_dim %131, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %133 = stablehlo.broadcast_in_dim %132, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %134 = stablehlo.add %130, %133 : tensor<256x32x64xf32>
    %135 = stablehlo.multiply %134, %134 : tensor<256x32x64xf32>
    %136 = stablehlo.multiply %135, %134 : tensor<256x32x64xf32>
    %137 = stablehlo.multiply %134, %134 : tensor<256x32x64xf32>
    %cst_21 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %138 = stablehlo.broadcast_in_dim %cst_21, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %139 = stablehlo.multiply %138, %137 : tensor<256x32x64xf32>
    %cst_22 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %140 = stablehlo.broadcast_in_dim %cst_22, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %141 = stablehlo.multiply %140, %136 : tensor<256x32x64xf32>
    %142 = stablehlo.add %134, %141 : tensor<256x32x64xf32>
    %cst_23 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %143 = stablehlo.broadcast_in_dim %cst_23, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %144 = stablehlo.multiply %143, %142 : tensor<256x32x64xf32>
    %145 = stablehlo.tanh %144 : tensor<256x32x64xf32>
    %cst_24 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %146 = stablehlo.broadcast_in_dim %cst_24, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %147 = stablehlo.subtract %146, %145 : tensor<256x32x64xf32>
    %cst_25 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %148 = stablehlo.broadcast_in_dim %cst_25, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %149 = stablehlo.add %148, %145 : tensor<256x32x64xf32>
    %cst_26 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %150 = stablehlo.broadcast_in_dim %cst_26, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %151 = stablehlo.multiply %150, %149 : tensor<256x32x64xf32>
    %152 = stablehlo.multiply %134, %151 : tensor<256x32x64xf32>
    %153 = stablehlo.dot_general %arg22, %152, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %154 = stablehlo.transpose %153, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %155 = stablehlo.broadcast_in_dim %arg23, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %156 = stablehlo.broadcast_in_dim %155, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %157 = stablehlo.broadcast_in_dim %156, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %158 = stablehlo.add %154, %157 : tensor<256x32x64xf32>
    %159 = stablehlo.add %119, %158 : tensor<256x32x64xf32>
    %cst_27 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %160:7 = call @standardize_0(%159, %cst_27) : (tensor<256x32x64xf32>, tensor<f32>) -> (tensor<256x32x64xf32>, tensor<256x32x64xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x64xf32>)
    %161 = stablehlo.broadcast_in_dim %arg24, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %162 = stablehlo.broadcast_in_dim %161, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %163 = stablehlo.broadcast_in_dim %162, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %164 = stablehlo.multiply %160#0, %163 : tensor<256x32x64xf32>
    %165 = stablehlo.broadcast_in_dim %arg25, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %166 = stablehlo.broadcast_in_dim %165, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %167 = stablehlo.broadcast_in_dim %166, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %168 = stablehlo.add %164, %167 : tensor<256x32x64xf32>
    %169 = stablehlo.dot_general %arg26, %168, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %170 = stablehlo.transpose %169, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %171 = stablehlo.broadcast_in_dim %arg27, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %172 = stablehlo.broadcast_in_dim %171, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %173 = stablehlo.broadcast_in_dim %172, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %174 = stablehlo.add %170, %173 : tensor<256x32x64xf32>
    %175 = stablehlo.multiply %174, %174 : tensor<256x32x64xf32>
    %176 = stablehlo.multiply %175, %174 : tensor<256x32x64xf32>
    %177 = stablehlo.multiply %174, %174 : tensor<256x32x64xf32>
    %cst_28 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %178 = stablehlo.broadcast_in_dim %cst_28, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %179 = stablehlo.multiply %178, %177 : tensor<256x32x64xf32>
    %cst_29 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %180 = stablehlo.broadcast_in_dim %cst_29, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %181 = stablehlo.multiply %180, %176 : tensor<256x32x64xf32>
    %182 = stablehlo.add %174, %181 : tensor<256x32x64xf32>
    %cst_30 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %183 = stablehlo.broadcast_in_dim %cst_30, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %184 = stablehlo.multiply %183, %182 : tensor<256x32x64xf32>
    %185 = stablehlo.tanh %184 : tensor<256x32x64xf32>
    %cst_31 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %186 = stablehlo.broadcast_in_dim %cst_31, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %187 = stablehlo.subtract %186, %185 : tensor<256x32x64xf32>
    %cst_32 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %188 = stablehlo.broadcast_in_dim %cst_32, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %189 = stablehlo.add %188, %185 : tensor<256x32x64xf32>
    %cst_33 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %190 = stablehlo.broadcast_in_dim %cst_33, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %191 = stablehlo.multiply %190, %189 : tensor<256x32x64xf32>
    %192 = stablehlo.multiply %174, %191 : tensor<256x32x64xf32>
    %193 = stablehlo.dot_general %arg28, %192, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %194 = stablehlo.transpose %193, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %195 = stablehlo.broadcast_in_dim %arg29, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %196 = stablehlo.broadcast_in_dim %195, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %197 = stablehlo.broadcast_in_dim %196, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %198 = stablehlo.add %194, %197 : tensor<256x32x64xf32>
    %199 = stablehlo.add %159, %198 : tensor<256x32x64xf32>
    %cst_34 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %200:7 = call @standardize_0(%199, %cst_34) : (tensor<256x32x64xf32>, tensor<f32>) -> (tensor<256x32x64xf32>, tensor<256x32x64xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x64xf32>)
    %201 = stablehlo.broadcast_in_dim %arg30, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %202 = stablehlo.broadcast_in_dim %201, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %203 = stablehlo.broadcast_in_dim %202, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %204 = stablehlo.multiply %200#0, %203 : tensor<256x32x64xf32>
    %205 = stablehlo.broadcast_in_dim %arg31, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %206 = stablehlo.broadcast_in_dim %205, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %207 = stablehlo.broadcast_in_dim %206, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %208 = stablehlo.add %204, %207 : tensor<256x32x64xf32>
    %209 = stablehlo.dot_general %arg32, %208, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %210 = stablehlo.transpose %209, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %211 = stablehlo.broadcast_in_dim %arg33, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %212 = stablehlo.broadcast_in_dim %211, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %213 = stablehlo.broadcast_in_dim %212, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %214 = stablehlo.add %210, %213 : tensor<256x32x64xf32>
    %215 = stablehlo.multiply %214, %214 : tensor<256x32x64xf32>
    %216 = stablehlo.multiply %215, %214 : tensor<256x32x64xf32>
    %217 = stablehlo.multiply %214, %214 : tensor<256x32x64xf32>
    %cst_35 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %218 = stablehlo.broadcast_in_dim %cst_35, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %219 = stablehlo.multiply %218, %217 : tensor<256x32x64xf32>
    %cst_36 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %220 = stablehlo.broadcast_in_dim %cst_36, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %221 = stablehlo.multiply %220, %216 : tensor<256x32x64xf32>
    %222 = stablehlo.add %214, %221 : tensor<256x32x64xf32>
    %cst_37 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %223 = stablehlo.broadcast_in_dim %cst_37, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %224 = stablehlo.multiply %223, %222 : tensor<256x32x64xf32>
    %225 = stablehlo.tanh %224 : tensor<256x32x64xf32>
    %cst_38 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %226 = stablehlo.broadcast_in_dim %cst_38, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %227 = stablehlo.subtract %226, %225 : tensor<256x32x64xf32>
    %cst_39 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %228 = stablehlo.broadcast_in_dim %cst_39, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %229 = stablehlo.add %228, %225 : tensor<256x32x64xf32>
    %cst_40 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %230 = stablehlo.broadcast_in_dim %cst_40, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %231 = stablehlo.multiply %230, %229 : tensor<256x32x64xf32>
    %232 = stablehlo.multiply %214, %231 : tensor<256x32x64xf32>
    %233 = stablehlo.dot_general %arg34, %232, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %234 = stablehlo.transpose %233, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %235 = stablehlo.broadcast_in_dim %arg35, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %236 = stablehlo.broadcast_in_dim %235, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %237 = stablehlo.broadcast_in_dim %236, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %238 = stablehlo.add %234, %237 : tensor<256x32x64xf32>
    %239 = stablehlo.add %199, %238 : tensor<256x32x64xf32>
    %cst_41 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %240:7 = call @standardize_0(%239, %cst_41) : (tensor<256x32x64xf32>, tensor<f32>) -> (tensor<256x32x64xf32>, tensor<256x32x64xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x64xf32>)
    %241 = stablehlo.broadcast_in_dim %arg36, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %242 = stablehlo.broadcast_in_dim %241, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %243 = stablehlo.broadcast_in_dim %242, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %244 = stablehlo.multiply %240#0, %243 : tensor<256x32x64xf32>
    %245 = stablehlo.broadcast_in_dim %arg37, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %246 = stablehlo.broadcast_in_dim %245, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %247 = stablehlo.broadcast_in_dim %246, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %248 = stablehlo.add %244, %247 : tensor<256x32x64xf32>
    %249 = stablehlo.dot_general %arg38, %248, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %250 = stablehlo.transpose %249, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %251 = stablehlo.broadcast_in_dim %arg39, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %252 = stablehlo.broadcast_in_dim %251, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %253 = stablehlo.broadcast_in_dim %252, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %254 = stablehlo.add %250, %253 : tensor<256x32x64xf32>
    %255 = stablehlo.multiply %254, %254 : tensor<256x32x64xf32>
    %256 = stablehlo.multiply %255, %254 : tensor<256x32x64xf32>
    %257 = stablehlo.multiply %254, %254 : tensor<256x32x64xf32>
    %cst_42 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %258 = stablehlo.broadcast_in_dim %cst_42, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %259 = stablehlo.multiply %258, %257 : tensor<256x32x64xf32>
    %cst_43 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %260 = stablehlo.broadcast_in_dim %cst_43, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %261 = stablehlo.multiply %260, %256 : tensor<256x32x64xf32>
    %262 = stablehlo.add %254, %261 : tensor<256x32x64xf32>
    %cst_44 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %263 = stablehlo.broadcast_in_dim %cst_44, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %264 = stablehlo.multiply %263, %262 : tensor<256x32x64xf32>
    %265 = stablehlo.tanh %264 : tensor<256x32x64xf32>
    %cst_45 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %266 = stablehlo.broadcast_in_dim %cst_45, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %267 = stablehlo.subtract %266, %265 : tensor<256x32x64xf32>
    %cst_46 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %268 = stablehlo.broadcast_in_dim %cst_46, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %269 = stablehlo.add %268, %265 : tensor<256x32x64xf32>
    %cst_47 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %270 = stablehlo.broadcast_in_dim %cst_47, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %271 = stablehlo.multiply %270, %269 : tensor<256x32x64xf32>
    %272 = stablehlo.multiply %254, %271 : tensor<256x32x64xf32>
    %273 = stablehlo.dot_general %arg40, %272, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %274 = stablehlo.transpose %273, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %275 = stablehlo.broadcast_in_dim %arg41, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %276 = stablehlo.broadcast_in_dim %275, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %277 = stablehlo.broadcast_in_dim %276, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %278 = stablehlo.add %274, %277 : tensor<256x32x64xf32>
    %279 = stablehlo.add %239, %278 : tensor<256x32x64xf32>
    %cst_48 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %280:7 = call @standardize_0(%279, %cst_48) : (tensor<256x32x64xf32>, tensor<f32>) -> (tensor<256x32x64xf32>, tensor<256x32x64xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x64xf32>)
    %281 = stablehlo.broadcast_in_dim %arg42, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %282 = stablehlo.broadcast_in_dim %281, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %283 = stablehlo.broadcast_in_dim %282, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %284 = stablehlo.multiply %280#0, %283 : tensor<256x32x64xf32>
    %285 = stablehlo.broadcast_in_dim %arg43, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %286 = stablehlo.broadcast_in_dim %285, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %287 = stablehlo.broadcast_in_dim %286, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %288 = stablehlo.add %284, %287 : tensor<256x32x64xf32>
    %289 = stablehlo.dot_general %arg44, %288, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %290 = stablehlo.transpose %289, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %291 = stablehlo.broadcast_in_dim %arg45, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %292 = stablehlo.broadcast_in_dim %291, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %293 = stablehlo.broadcast_in_dim %292, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %294 = stablehlo.add %290, %293 : tensor<256x32x64xf32>
    %295 = stablehlo.multiply %294, %294 : tensor<256x32x64xf32>
    %296 = stablehlo.multiply %295, %294 : tensor<256x32x64xf32>
    %297 = stablehlo.multiply %294, %294 : tensor<256x32x64xf32>
    %cst_49 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %298 = stablehlo.broadcast_in_dim %cst_49, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %299 = stablehlo.multiply %298, %297 : tensor<256x32x64xf32>
    %cst_50 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %300 = stablehlo.broadcast_in_dim %cst_50, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %301 = stablehlo.multiply %300, %296 : tensor<256x32x64xf32>
    %302 = stablehlo.add %294, %301 : tensor<256x32x64xf32>
    %cst_51 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %303 = stablehlo.broadcast_in_dim %cst_51, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %304 = stablehlo.multiply %303, %302 : tensor<256x32x64xf32>
    %305 = stablehlo.tanh %304 : tensor<256x32x64xf32>
    %cst_52 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %306 = stablehlo.broadcast_in_dim %cst_52, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %307 = stablehlo.subtract %306, %305 : tensor<256x32x64xf32>
    %cst_53 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %308 = stablehlo.broadcast_in_dim %cst_53, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %309 = stablehlo.add %308, %305 : tensor<256x32x64xf32>
    %cst_54 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %310 = stablehlo.broadcast_in_dim %cst_54, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %311 = stablehlo.multiply %310, %309 : tensor<256x32x64xf32>
    %312 = stablehlo.multiply %294, %311 : tensor<256x32x64xf32>
    %313 = stablehlo.dot_general %arg46, %312, contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<64x64xf32>, tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %314 = stablehlo.transpose %313, dims = [1, 2, 0] : (tensor<64x256x32xf32>) -> tensor<256x32x64xf32>
    %315 = stablehlo.broadcast_in_dim %arg47, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %316 = stablehlo.broadcast_in_dim %315, dims = [1, 2] : (tensor<1x64xf32>) -> tensor<1x1x64xf32>
    %317 = stablehlo.broadcast_in_dim %316, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %318 = stablehlo.add %314, %317 : tensor<256x32x64xf32>
    %319 = stablehlo.add %279, %318 : tensor<256x32x64xf32>
    %cst_55 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %320 = stablehlo.broadcast_in_dim %cst_55, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %321 = stablehlo.multiply %320, %319 : tensor<256x32x64xf32>
    %cst_56 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %cst_57 = stablehlo.constant dense<5.242880e+05> : tensor<f32>
    %322 = stablehlo.divide %cst_56, %cst_57 : tensor<f32>
    %323 = stablehlo.broadcast_in_dim %322, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %324 = stablehlo.multiply %323, %321 : tensor<256x32x64xf32>
    %cst_58 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %325 = stablehlo.reduce(%324 init: %cst_58) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %326 = stablehlo.reshape %325 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_59 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %327 = stablehlo.reduce(%326 init: %cst_59) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %328 = stablehlo.broadcast_in_dim %327, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_60 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %329 = stablehlo.reduce(%328 init: %cst_60) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %330 = stablehlo.transpose %324, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %331 = stablehlo.dot_general %330, %arg46, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %332 = stablehlo.dot_general %330, %312, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %333 = stablehlo.multiply %294, %331 : tensor<256x32x64xf32>
    %334 = stablehlo.multiply %331, %311 : tensor<256x32x64xf32>
    %cst_61 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %335 = stablehlo.broadcast_in_dim %cst_61, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %336 = stablehlo.multiply %335, %333 : tensor<256x32x64xf32>
    %337 = stablehlo.multiply %336, %307 : tensor<256x32x64xf32>
    %338 = stablehlo.multiply %337, %305 : tensor<256x32x64xf32>
    %339 = stablehlo.add %337, %338 : tensor<256x32x64xf32>
    %cst_62 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %340 = stablehlo.broadcast_in_dim %cst_62, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %341 = stablehlo.multiply %340, %339 : tensor<256x32x64xf32>
    %342 = stablehlo.add %334, %341 : tensor<256x32x64xf32>
    %cst_63 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %343 = stablehlo.broadcast_in_dim %cst_63, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %344 = stablehlo.multiply %343, %341 : tensor<256x32x64xf32>
    %345 = stablehlo.multiply %344, %299 : tensor<256x32x64xf32>
    %346 = stablehlo.add %342, %345 : tensor<256x32x64xf32>
    %cst_64 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %347 = stablehlo.reduce(%346 init: %cst_64) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %348 = stablehlo.reshape %347 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_65 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %349 = stablehlo.reduce(%348 init: %cst_65) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %350 = stablehlo.broadcast_in_dim %349, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_66 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %351 = stablehlo.reduce(%350 init: %cst_66) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %352 = stablehlo.transpose %346, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %353 = stablehlo.dot_general %352, %arg44, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %354 = stablehlo.dot_general %352, %288, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %cst_67 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %355 = stablehlo.reduce(%353 init: %cst_67) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %356 = stablehlo.reshape %355 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_68 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %357 = stablehlo.reduce(%356 init: %cst_68) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %358 = stablehlo.broadcast_in_dim %357, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_69 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %359 = stablehlo.reduce(%358 init: %cst_69) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %360 = stablehlo.multiply %280#0, %353 : tensor<256x32x64xf32>
    %cst_70 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %361 = stablehlo.reduce(%360 init: %cst_70) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %362 = stablehlo.reshape %361 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %363 = stablehlo.broadcast_in_dim %282, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %364 = stablehlo.multiply %353, %363 : tensor<256x32x64xf32>
    %cst_71 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %365 = stablehlo.reduce(%362 init: %cst_71) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %366 = stablehlo.broadcast_in_dim %365, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_72 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %367 = stablehlo.reduce(%366 init: %cst_72) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %368 = call @standardize_2(%280#1, %280#2, %280#3, %280#4, %280#5, %280#6, %364) : (tensor<256x32x64xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x64xf32>, tensor<256x32x64xf32>) -> tensor<256x32x64xf32>
    %369 = stablehlo.add %324, %368 : tensor<256x32x64xf32>
    %cst_73 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %370 = stablehlo.reduce(%369 init: %cst_73) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %371 = stablehlo.reshape %370 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_74 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %372 = stablehlo.reduce(%371 init: %cst_74) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %373 = stablehlo.broadcast_in_dim %372, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_75 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %374 = stablehlo.reduce(%373 init: %cst_75) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %375 = stablehlo.transpose %369, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %376 = stablehlo.dot_general %375, %arg40, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %377 = stablehlo.dot_general %375, %272, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %378 = stablehlo.multiply %254, %376 : tensor<256x32x64xf32>
    %379 = stablehlo.multiply %376, %271 : tensor<256x32x64xf32>
    %cst_76 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %380 = stablehlo.broadcast_in_dim %cst_76, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %381 = stablehlo.multiply %380, %378 : tensor<256x32x64xf32>
    %382 = stablehlo.multiply %381, %267 : tensor<256x32x64xf32>
    %383 = stablehlo.multiply %382, %265 : tensor<256x32x64xf32>
    %384 = stablehlo.add %382, %383 : tensor<256x32x64xf32>
    %cst_77 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %385 = stablehlo.broadcast_in_dim %cst_77, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %386 = stablehlo.multiply %385, %384 : tensor<256x32x64xf32>
    %387 = stablehlo.add %379, %386 : tensor<256x32x64xf32>
    %cst_78 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %388 = stablehlo.broadcast_in_dim %cst_78, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %389 = stablehlo.multiply %388, %386 : tensor<256x32x64xf32>
    %390 = stablehlo.multiply %389, %259 : tensor<256x32x64xf32>
    %391 = stablehlo.add %387, %390 : tensor<256x32x64xf32>
    %cst_79 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %392 = stablehlo.reduce(%391 init: %cst_79) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %393 = stablehlo.reshape %392 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_80 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %394 = stablehlo.reduce(%393 init: %cst_80) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %395 = stablehlo.broadcast_in_dim %394, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_81 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %396 = stablehlo.reduce(%395 init: %cst_81) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %397 = stablehlo.transpose %391, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %398 = stablehlo.dot_general %397, %arg38, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %399 = stablehlo.dot_general %397, %248, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %cst_82 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %400 = stablehlo.reduce(%398 init: %cst_82) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %401 = stablehlo.reshape %400 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_83 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %402 = stablehlo.reduce(%401 init: %cst_83) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %403 = stablehlo.broadcast_in_dim %402, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_84 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %404 = stablehlo.reduce(%403 init: %cst_84) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %405 = stablehlo.multiply %240#0, %398 : tensor<256x32x64xf32>
    %cst_85 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %406 = stablehlo.reduce(%405 init: %cst_85) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %407 = stablehlo.reshape %406 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %408 = stablehlo.broadcast_in_dim %242, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %409 = stablehlo.multiply %398, %408 : tensor<256x32x64xf32>
    %cst_86 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %410 = stablehlo.reduce(%407 init: %cst_86) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %411 = stablehlo.broadcast_in_dim %410, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_87 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %412 = stablehlo.reduce(%411 init: %cst_87) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %413 = call @standardize_2(%240#1, %240#2, %240#3, %240#4, %240#5, %240#6, %409) : (tensor<256x32x64xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x64xf32>, tensor<256x32x64xf32>) -> tensor<256x32x64xf32>
    %414 = stablehlo.add %369, %413 : tensor<256x32x64xf32>
    %cst_88 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %415 = stablehlo.reduce(%414 init: %cst_88) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %416 = stablehlo.reshape %415 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_89 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %417 = stablehlo.reduce(%416 init: %cst_89) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %418 = stablehlo.broadcast_in_dim %417, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_90 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %419 = stablehlo.reduce(%418 init: %cst_90) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %420 = stablehlo.transpose %414, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %421 = stablehlo.dot_general %420, %arg34, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %422 = stablehlo.dot_general %420, %232, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %423 = stablehlo.multiply %214, %421 : tensor<256x32x64xf32>
    %424 = stablehlo.multiply %421, %231 : tensor<256x32x64xf32>
    %cst_91 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %425 = stablehlo.broadcast_in_dim %cst_91, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %426 = stablehlo.multiply %425, %423 : tensor<256x32x64xf32>
    %427 = stablehlo.multiply %426, %227 : tensor<256x32x64xf32>
    %428 = stablehlo.multiply %427, %225 : tensor<256x32x64xf32>
    %429 = stablehlo.add %427, %428 : tensor<256x32x64xf32>
    %cst_92 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %430 = stablehlo.broadcast_in_dim %cst_92, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %431 = stablehlo.multiply %430, %429 : tensor<256x32x64xf32>
    %432 = stablehlo.add %424, %431 : tensor<256x32x64xf32>
    %cst_93 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %433 = stablehlo.broadcast_in_dim %cst_93, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %434 = stablehlo.multiply %433, %431 : tensor<256x32x64xf32>
    %435 = stablehlo.multiply %434, %219 : tensor<256x32x64xf32>
    %436 = stablehlo.add %432, %435 : tensor<256x32x64xf32>
    %cst_94 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %437 = stablehlo.reduce(%436 init: %cst_94) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %438 = stablehlo.reshape %437 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_95 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %439 = stablehlo.reduce(%438 init: %cst_95) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %440 = stablehlo.broadcast_in_dim %439, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_96 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %441 = stablehlo.reduce(%440 init: %cst_96) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %442 = stablehlo.transpose %436, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %443 = stablehlo.dot_general %442, %arg32, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %444 = stablehlo.dot_general %442, %208, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %cst_97 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %445 = stablehlo.reduce(%443 init: %cst_97) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %446 = stablehlo.reshape %445 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_98 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %447 = stablehlo.reduce(%446 init: %cst_98) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %448 = stablehlo.broadcast_in_dim %447, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_99 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %449 = stablehlo.reduce(%448 init: %cst_99) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %450 = stablehlo.multiply %200#0, %443 : tensor<256x32x64xf32>
    %cst_100 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %451 = stablehlo.reduce(%450 init: %cst_100) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %452 = stablehlo.reshape %451 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %453 = stablehlo.broadcast_in_dim %202, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %454 = stablehlo.multiply %443, %453 : tensor<256x32x64xf32>
    %cst_101 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %455 = stablehlo.reduce(%452 init: %cst_101) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %456 = stablehlo.broadcast_in_dim %455, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_102 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %457 = stablehlo.reduce(%456 init: %cst_102) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %458 = call @standardize_2(%200#1, %200#2, %200#3, %200#4, %200#5, %200#6, %454) : (tensor<256x32x64xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x64xf32>, tensor<256x32x64xf32>) -> tensor<256x32x64xf32>
    %459 = stablehlo.add %414, %458 : tensor<256x32x64xf32>
    %cst_103 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %460 = stablehlo.reduce(%459 init: %cst_103) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %461 = stablehlo.reshape %460 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_104 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %462 = stablehlo.reduce(%461 init: %cst_104) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %463 = stablehlo.broadcast_in_dim %462, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_105 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %464 = stablehlo.reduce(%463 init: %cst_105) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %465 = stablehlo.transpose %459, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %466 = stablehlo.dot_general %465, %arg28, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %467 = stablehlo.dot_general %465, %192, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %468 = stablehlo.multiply %174, %466 : tensor<256x32x64xf32>
    %469 = stablehlo.multiply %466, %191 : tensor<256x32x64xf32>
    %cst_106 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %470 = stablehlo.broadcast_in_dim %cst_106, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %471 = stablehlo.multiply %470, %468 : tensor<256x32x64xf32>
    %472 = stablehlo.multiply %471, %187 : tensor<256x32x64xf32>
    %473 = stablehlo.multiply %472, %185 : tensor<256x32x64xf32>
    %474 = stablehlo.add %472, %473 : tensor<256x32x64xf32>
    %cst_107 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %475 = stablehlo.broadcast_in_dim %cst_107, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %476 = stablehlo.multiply %475, %474 : tensor<256x32x64xf32>
    %477 = stablehlo.add %469, %476 : tensor<256x32x64xf32>
    %cst_108 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %478 = stablehlo.broadcast_in_dim %cst_108, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %479 = stablehlo.multiply %478, %476 : tensor<256x32x64xf32>
    %480 = stablehlo.multiply %479, %179 : tensor<256x32x64xf32>
    %481 = stablehlo.add %477, %480 : tensor<256x32x64xf32>
    %cst_109 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %482 = stablehlo.reduce(%481 init: %cst_109) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %483 = stablehlo.reshape %482 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_110 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %484 = stablehlo.reduce(%483 init: %cst_110) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %485 = stablehlo.broadcast_in_dim %484, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_111 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %486 = stablehlo.reduce(%485 init: %cst_111) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %487 = stablehlo.transpose %481, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %488 = stablehlo.dot_general %487, %arg26, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %489 = stablehlo.dot_general %487, %168, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %cst_112 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %490 = stablehlo.reduce(%488 init: %cst_112) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %491 = stablehlo.reshape %490 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_113 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %492 = stablehlo.reduce(%491 init: %cst_113) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %493 = stablehlo.broadcast_in_dim %492, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_114 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %494 = stablehlo.reduce(%493 init: %cst_114) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %495 = stablehlo.multiply %160#0, %488 : tensor<256x32x64xf32>
    %cst_115 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %496 = stablehlo.reduce(%495 init: %cst_115) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %497 = stablehlo.reshape %496 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %498 = stablehlo.broadcast_in_dim %162, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %499 = stablehlo.multiply %488, %498 : tensor<256x32x64xf32>
    %cst_116 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %500 = stablehlo.reduce(%497 init: %cst_116) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %501 = stablehlo.broadcast_in_dim %500, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_117 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %502 = stablehlo.reduce(%501 init: %cst_117) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %503 = call @standardize_2(%160#1, %160#2, %160#3, %160#4, %160#5, %160#6, %499) : (tensor<256x32x64xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x64xf32>, tensor<256x32x64xf32>) -> tensor<256x32x64xf32>
    %504 = stablehlo.add %459, %503 : tensor<256x32x64xf32>
    %cst_118 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %505 = stablehlo.reduce(%504 init: %cst_118) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %506 = stablehlo.reshape %505 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_119 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %507 = stablehlo.reduce(%506 init: %cst_119) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %508 = stablehlo.broadcast_in_dim %507, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_120 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %509 = stablehlo.reduce(%508 init: %cst_120) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %510 = stablehlo.transpose %504, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %511 = stablehlo.dot_general %510, %arg22, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %512 = stablehlo.dot_general %510, %152, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %513 = stablehlo.multiply %134, %511 : tensor<256x32x64xf32>
    %514 = stablehlo.multiply %511, %151 : tensor<256x32x64xf32>
    %cst_121 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %515 = stablehlo.broadcast_in_dim %cst_121, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %516 = stablehlo.multiply %515, %513 : tensor<256x32x64xf32>
    %517 = stablehlo.multiply %516, %147 : tensor<256x32x64xf32>
    %518 = stablehlo.multiply %517, %145 : tensor<256x32x64xf32>
    %519 = stablehlo.add %517, %518 : tensor<256x32x64xf32>
    %cst_122 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %520 = stablehlo.broadcast_in_dim %cst_122, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %521 = stablehlo.multiply %520, %519 : tensor<256x32x64xf32>
    %522 = stablehlo.add %514, %521 : tensor<256x32x64xf32>
    %cst_123 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %523 = stablehlo.broadcast_in_dim %cst_123, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %524 = stablehlo.multiply %523, %521 : tensor<256x32x64xf32>
    %525 = stablehlo.multiply %524, %139 : tensor<256x32x64xf32>
    %526 = stablehlo.add %522, %525 : tensor<256x32x64xf32>
    %cst_124 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %527 = stablehlo.reduce(%526 init: %cst_124) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %528 = stablehlo.reshape %527 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_125 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %529 = stablehlo.reduce(%528 init: %cst_125) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %530 = stablehlo.broadcast_in_dim %529, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_126 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %531 = stablehlo.reduce(%530 init: %cst_126) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %532 = stablehlo.transpose %526, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %533 = stablehlo.dot_general %532, %arg20, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %534 = stablehlo.dot_general %532, %128, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %cst_127 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %535 = stablehlo.reduce(%533 init: %cst_127) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %536 = stablehlo.reshape %535 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_128 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %537 = stablehlo.reduce(%536 init: %cst_128) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %538 = stablehlo.broadcast_in_dim %537, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_129 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %539 = stablehlo.reduce(%538 init: %cst_129) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %540 = stablehlo.multiply %120#0, %533 : tensor<256x32x64xf32>
    %cst_130 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %541 = stablehlo.reduce(%540 init: %cst_130) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %542 = stablehlo.reshape %541 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %543 = stablehlo.broadcast_in_dim %122, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %544 = stablehlo.multiply %533, %543 : tensor<256x32x64xf32>
    %cst_131 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %545 = stablehlo.reduce(%542 init: %cst_131) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %546 = stablehlo.broadcast_in_dim %545, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_132 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %547 = stablehlo.reduce(%546 init: %cst_132) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %548 = call @standardize_2(%120#1, %120#2, %120#3, %120#4, %120#5, %120#6, %544) : (tensor<256x32x64xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x64xf32>, tensor<256x32x64xf32>) -> tensor<256x32x64xf32>
    %549 = stablehlo.add %504, %548 : tensor<256x32x64xf32>
    %cst_133 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %550 = stablehlo.reduce(%549 init: %cst_133) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %551 = stablehlo.reshape %550 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_134 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %552 = stablehlo.reduce(%551 init: %cst_134) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %553 = stablehlo.broadcast_in_dim %552, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_135 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %554 = stablehlo.reduce(%553 init: %cst_135) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %555 = stablehlo.transpose %549, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %556 = stablehlo.dot_general %555, %arg16, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %557 = stablehlo.dot_general %555, %112, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %558 = stablehlo.multiply %94, %556 : tensor<256x32x64xf32>
    %559 = stablehlo.multiply %556, %111 : tensor<256x32x64xf32>
    %cst_136 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %560 = stablehlo.broadcast_in_dim %cst_136, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %561 = stablehlo.multiply %560, %558 : tensor<256x32x64xf32>
    %562 = stablehlo.multiply %561, %107 : tensor<256x32x64xf32>
    %563 = stablehlo.multiply %562, %105 : tensor<256x32x64xf32>
    %564 = stablehlo.add %562, %563 : tensor<256x32x64xf32>
    %cst_137 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %565 = stablehlo.broadcast_in_dim %cst_137, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %566 = stablehlo.multiply %565, %564 : tensor<256x32x64xf32>
    %567 = stablehlo.add %559, %566 : tensor<256x32x64xf32>
    %cst_138 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %568 = stablehlo.broadcast_in_dim %cst_138, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %569 = stablehlo.multiply %568, %566 : tensor<256x32x64xf32>
    %570 = stablehlo.multiply %569, %99 : tensor<256x32x64xf32>
    %571 = stablehlo.add %567, %570 : tensor<256x32x64xf32>
    %cst_139 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %572 = stablehlo.reduce(%571 init: %cst_139) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %573 = stablehlo.reshape %572 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_140 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %574 = stablehlo.reduce(%573 init: %cst_140) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %575 = stablehlo.broadcast_in_dim %574, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_141 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %576 = stablehlo.reduce(%575 init: %cst_141) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %577 = stablehlo.transpose %571, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %578 = stablehlo.dot_general %577, %arg14, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %579 = stablehlo.dot_general %577, %88, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %cst_142 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %580 = stablehlo.reduce(%578 init: %cst_142) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %581 = stablehlo.reshape %580 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_143 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %582 = stablehlo.reduce(%581 init: %cst_143) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %583 = stablehlo.broadcast_in_dim %582, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_144 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %584 = stablehlo.reduce(%583 init: %cst_144) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %585 = stablehlo.multiply %80#0, %578 : tensor<256x32x64xf32>
    %cst_145 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %586 = stablehlo.reduce(%585 init: %cst_145) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %587 = stablehlo.reshape %586 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %588 = stablehlo.broadcast_in_dim %82, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %589 = stablehlo.multiply %578, %588 : tensor<256x32x64xf32>
    %cst_146 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %590 = stablehlo.reduce(%587 init: %cst_146) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %591 = stablehlo.broadcast_in_dim %590, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_147 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %592 = stablehlo.reduce(%591 init: %cst_147) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %593 = call @standardize_2(%80#1, %80#2, %80#3, %80#4, %80#5, %80#6, %589) : (tensor<256x32x64xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x64xf32>, tensor<256x32x64xf32>) -> tensor<256x32x64xf32>
    %594 = stablehlo.add %549, %593 : tensor<256x32x64xf32>
    %cst_148 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %595 = stablehlo.reduce(%594 init: %cst_148) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %596 = stablehlo.reshape %595 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_149 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %597 = stablehlo.reduce(%596 init: %cst_149) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %598 = stablehlo.broadcast_in_dim %597, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_150 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %599 = stablehlo.reduce(%598 init: %cst_150) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %600 = stablehlo.transpose %594, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %601 = stablehlo.dot_general %600, %arg10, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %602 = stablehlo.dot_general %600, %72, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %603 = stablehlo.multiply %54, %601 : tensor<256x32x64xf32>
    %604 = stablehlo.multiply %601, %71 : tensor<256x32x64xf32>
    %cst_151 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %605 = stablehlo.broadcast_in_dim %cst_151, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %606 = stablehlo.multiply %605, %603 : tensor<256x32x64xf32>
    %607 = stablehlo.multiply %606, %67 : tensor<256x32x64xf32>
    %608 = stablehlo.multiply %607, %65 : tensor<256x32x64xf32>
    %609 = stablehlo.add %607, %608 : tensor<256x32x64xf32>
    %cst_152 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %610 = stablehlo.broadcast_in_dim %cst_152, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %611 = stablehlo.multiply %610, %609 : tensor<256x32x64xf32>
    %612 = stablehlo.add %604, %611 : tensor<256x32x64xf32>
    %cst_153 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %613 = stablehlo.broadcast_in_dim %cst_153, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %614 = stablehlo.multiply %613, %611 : tensor<256x32x64xf32>
    %615 = stablehlo.multiply %614, %59 : tensor<256x32x64xf32>
    %616 = stablehlo.add %612, %615 : tensor<256x32x64xf32>
    %cst_154 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %617 = stablehlo.reduce(%616 init: %cst_154) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %618 = stablehlo.reshape %617 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_155 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %619 = stablehlo.reduce(%618 init: %cst_155) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %620 = stablehlo.broadcast_in_dim %619, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_156 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %621 = stablehlo.reduce(%620 init: %cst_156) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %622 = stablehlo.transpose %616, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %623 = stablehlo.dot_general %622, %arg8, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %624 = stablehlo.dot_general %622, %48, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %cst_157 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %625 = stablehlo.reduce(%623 init: %cst_157) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %626 = stablehlo.reshape %625 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_158 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %627 = stablehlo.reduce(%626 init: %cst_158) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %628 = stablehlo.broadcast_in_dim %627, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_159 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %629 = stablehlo.reduce(%628 init: %cst_159) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %630 = stablehlo.multiply %40#0, %623 : tensor<256x32x64xf32>
    %cst_160 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %631 = stablehlo.reduce(%630 init: %cst_160) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %632 = stablehlo.reshape %631 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %633 = stablehlo.broadcast_in_dim %42, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<256x32x64xf32>
    %634 = stablehlo.multiply %623, %633 : tensor<256x32x64xf32>
    %cst_161 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %635 = stablehlo.reduce(%632 init: %cst_161) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %636 = stablehlo.broadcast_in_dim %635, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_162 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %637 = stablehlo.reduce(%636 init: %cst_162) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %638 = call @standardize_2(%40#1, %40#2, %40#3, %40#4, %40#5, %40#6, %634) : (tensor<256x32x64xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x64xf32>, tensor<256x32x64xf32>) -> tensor<256x32x64xf32>
    %639 = stablehlo.add %594, %638 : tensor<256x32x64xf32>
    %cst_163 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %640 = stablehlo.reduce(%639 init: %cst_163) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %641 = stablehlo.reshape %640 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_164 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %642 = stablehlo.reduce(%641 init: %cst_164) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %643 = stablehlo.broadcast_in_dim %642, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_165 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %644 = stablehlo.reduce(%643 init: %cst_165) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %645 = stablehlo.transpose %639, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %646 = stablehlo.dot_general %645, %arg4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %647 = stablehlo.dot_general %645, %32, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %648 = stablehlo.multiply %14, %646 : tensor<256x32x64xf32>
    %649 = stablehlo.multiply %646, %31 : tensor<256x32x64xf32>
    %cst_166 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %650 = stablehlo.broadcast_in_dim %cst_166, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %651 = stablehlo.multiply %650, %648 : tensor<256x32x64xf32>
    %652 = stablehlo.multiply %651, %27 : tensor<256x32x64xf32>
    %653 = stablehlo.multiply %652, %25 : tensor<256x32x64xf32>
    %654 = stablehlo.add %652, %653 : tensor<256x32x64xf32>
    %cst_167 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %655 = stablehlo.broadcast_in_dim %cst_167, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %656 = stablehlo.multiply %655, %654 : tensor<256x32x64xf32>
    %657 = stablehlo.add %649, %656 : tensor<256x32x64xf32>
    %cst_168 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %658 = stablehlo.broadcast_in_dim %cst_168, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %659 = stablehlo.multiply %658, %656 : tensor<256x32x64xf32>
    %660 = stablehlo.multiply %659, %19 : tensor<256x32x64xf32>
    %661 = stablehlo.add %657, %660 : tensor<256x32x64xf32>
    %cst_169 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %662 = stablehlo.reduce(%661 init: %cst_169) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %663 = stablehlo.reshape %662 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_170 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %664 = stablehlo.reduce(%663 init: %cst_170) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %665 = stablehlo.broadcast_in_dim %664, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_171 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %666 = stablehlo.reduce(%665 init: %cst_171) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %667 = stablehlo.transpose %661, dims = [2, 0, 1] : (tensor<256x32x64xf32>) -> tensor<64x256x32xf32>
    %668 = stablehlo.dot_general %667, %arg2, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<64x64xf32>) -> tensor<256x32x64xf32>
    %669 = stablehlo.dot_general %667, %8, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<64x256x32xf32>, tensor<256x32x64xf32>) -> tensor<64x64xf32>
    %cst_172 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %670 = stablehlo.reduce(%668 init: %cst_172) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %671 = stablehlo.reshape %670 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_173 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %672 = stablehlo.reduce(%671 init: %cst_173) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %673 = stablehlo.broadcast_in_dim %672, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_174 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %674 = stablehlo.reduce(%673 init: %cst_174) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %675 = stablehlo.multiply %0, %668 : tensor<256x32x64xf32>
    %cst_175 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %676 = stablehlo.reduce(%675 init: %cst_175) applies stablehlo.add across dimensions = [0, 1] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %677 = stablehlo.reshape %676 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_176 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %678 = stablehlo.reduce(%677 init: %cst_176) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %679 = stablehlo.broadcast_in_dim %678, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_177 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %680 = stablehlo.reduce(%679 init: %cst_177) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    return %680, %674, %669, %666, %647, %644, %637, %629, %624, %621, %602, %599, %592, %584, %579, %576, %557, %554, %547, %539, %534, %531, %512, %509, %502, %494, %489, %486, %467, %464, %457, %449, %444, %441, %422, %419, %412, %404, %399, %396, %377, %374, %367, %359, %354, %351, %332, %329 : tensor<64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>, tensor<64x64xf32>, tensor<64xf32>
  }
  func.func private @standardize(%arg0: tensor<256x32x64xf32>, %arg1: tensor<f32>) -> tensor<256x32x64xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %cst_0 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %3 = stablehlo.divide %1, %2 : tensor<256x32x1xf32>
    %4 = chlo.square %arg0 : tensor<256x32x64xf32> -> tensor<256x32x64xf32>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %5 = stablehlo.reduce(%4 init: %cst_1) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %6 = stablehlo.broadcast_in_dim %5, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %cst_2 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %7 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %8 = stablehlo.divide %6, %7 : tensor<256x32x1xf32>
    %9 = chlo.square %3 : tensor<256x32x1xf32> -> tensor<256x32x1xf32>
    %10 = stablehlo.subtract %8, %9 : tensor<256x32x1xf32>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %11 = call @clip(%10, %c) : (tensor<256x32x1xf32>, tensor<i32>) -> tensor<256x32x1xf32>
    %12 = stablehlo.broadcast_in_dim %3, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %13 = stablehlo.subtract %arg0, %12 : tensor<256x32x64xf32>
    %14 = stablehlo.convert %arg1 : tensor<f32>
    %15 = stablehlo.broadcast_in_dim %14, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %16 = stablehlo.add %11, %15 : tensor<256x32x1xf32>
    %17 = stablehlo.rsqrt %16 : tensor<256x32x1xf32>
    %18 = stablehlo.broadcast_in_dim %17, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %19 = stablehlo.multiply %13, %18 : tensor<256x32x64xf32>
    return %19 : tensor<256x32x64xf32>
  }
  func.func private @clip(%arg0: tensor<256x32x1xf32>, %arg1: tensor<i32>) -> tensor<256x32x1xf32> {
    %0 = stablehlo.convert %arg1 : (tensor<i32>) -> tensor<f32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %2 = stablehlo.maximum %1, %arg0 : tensor<256x32x1xf32>
    return %2 : tensor<256x32x1xf32>
  }
  func.func private @standardize_0(%arg0: tensor<256x32x64xf32>, %arg1: tensor<f32>) -> (tensor<256x32x64xf32>, tensor<256x32x64xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x64xf32>) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %cst_0 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %3 = stablehlo.divide %1, %2 : tensor<256x32x1xf32>
    %4 = chlo.square %arg0 : tensor<256x32x64xf32> -> tensor<256x32x64xf32>
    %cst_1 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %5 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<256x32x64xf32>
    %6 = stablehlo.multiply %5, %arg0 : tensor<256x32x64xf32>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %7 = stablehlo.reduce(%4 init: %cst_2) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %cst_3 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %9 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %10 = stablehlo.divide %8, %9 : tensor<256x32x1xf32>
    %11 = chlo.square %3 : tensor<256x32x1xf32> -> tensor<256x32x1xf32>
    %cst_4 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %12 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %13 = stablehlo.multiply %12, %3 : tensor<256x32x1xf32>
    %14 = stablehlo.subtract %10, %11 : tensor<256x32x1xf32>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %15:2 = call @clip_1(%14, %c) : (tensor<256x32x1xf32>, tensor<i32>) -> (tensor<256x32x1xf32>, tensor<256x32x1xf32>)
    %16 = stablehlo.broadcast_in_dim %3, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %17 = stablehlo.subtract %arg0, %16 : tensor<256x32x64xf32>
    %18 = stablehlo.convert %arg1 : tensor<f32>
    %19 = stablehlo.broadcast_in_dim %18, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %20 = stablehlo.add %15#0, %19 : tensor<256x32x1xf32>
    %21 = stablehlo.rsqrt %20 : tensor<256x32x1xf32>
    %22 = stablehlo.divide %21, %20 : tensor<256x32x1xf32>
    %cst_5 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %23 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %24 = stablehlo.multiply %23, %22 : tensor<256x32x1xf32>
    %25 = stablehlo.broadcast_in_dim %21, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %26 = stablehlo.multiply %17, %25 : tensor<256x32x64xf32>
    return %26, %6, %13, %15#1, %24, %21, %17 : tensor<256x32x64xf32>, tensor<256x32x64xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x1xf32>, tensor<256x32x64xf32>
  }
  func.func private @clip_1(%arg0: tensor<256x32x1xf32>, %arg1: tensor<i32>) -> (tensor<256x32x1xf32>, tensor<256x32x1xf32>) {
    %0 = stablehlo.convert %arg1 : (tensor<i32>) -> tensor<f32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %2 = stablehlo.maximum %1, %arg0 : tensor<256x32x1xf32>
    %3 = stablehlo.compare EQ, %arg0, %2, FLOAT : (tensor<256x32x1xf32>, tensor<256x32x1xf32>) -> tensor<256x32x1xi1>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %4 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %5 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %6 = stablehlo.select %3, %4, %5 : tensor<256x32x1xi1>, tensor<256x32x1xf32>
    %7 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %8 = stablehlo.compare EQ, %7, %2, FLOAT : (tensor<256x32x1xf32>, tensor<256x32x1xf32>) -> tensor<256x32x1xi1>
    %cst_1 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %9 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %cst_2 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %10 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %11 = stablehlo.select %8, %9, %10 : tensor<256x32x1xi1>, tensor<256x32x1xf32>
    %12 = stablehlo.divide %6, %11 : tensor<256x32x1xf32>
    return %2, %12 : tensor<256x32x1xf32>, tensor<256x32x1xf32>
  }
  func.func private @standardize_2(%arg0: tensor<256x32x64xf32>, %arg1: tensor<256x32x1xf32>, %arg2: tensor<256x32x1xf32>, %arg3: tensor<256x32x1xf32>, %arg4: tensor<256x32x1xf32>, %arg5: tensor<256x32x64xf32>, %arg6: tensor<256x32x64xf32>) -> tensor<256x32x64xf32> {
    %0 = stablehlo.multiply %arg5, %arg6 : tensor<256x32x64xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %2 = stablehlo.reshape %1 : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %3 = stablehlo.broadcast_in_dim %arg4, dims = [0, 1, 2] : (tensor<256x32x1xf32>) -> tensor<256x32x64xf32>
    %4 = stablehlo.multiply %arg6, %3 : tensor<256x32x64xf32>
    %5 = stablehlo.multiply %2, %arg3 : tensor<256x32x1xf32>
    %6 = stablehlo.negate %4 : tensor<256x32x64xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %7 = stablehlo.reduce(%6 init: %cst_0) applies stablehlo.add across dimensions = [2] : (tensor<256x32x64xf32>, tensor<f32>) -> tensor<256x32xf32>
    %8 = stablehlo.reshape %7 : (tensor<256x32xf32>) -> tensor<256x32x1xf32>
    %9 = call @clip_3(%arg2, %5) : (tensor<256x32x1xf32>, tensor<256x32x1xf32>) -> tensor<256x32x1xf32>
    %10 = stablehlo.negate %9 : tensor<256x32x1xf32>
    %11 = stablehlo.multiply %10, %arg1 : tensor<256x32x1xf32>
    %12 = stablehlo.add %8, %11 : tensor<256x32x1xf32>
    %cst_1 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %13 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %14 = stablehlo.divide %9, %13 : tensor<256x32x1xf32>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %15 = stablehlo.reduce(%14 init: %cst_2) applies stablehlo.add across dimensions = [2] : (tensor<256x32x1xf32>, tensor<f32>) -> tensor<256x32xf32>
    %16 = stablehlo.broadcast_in_dim %15, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x64xf32>
    %17 = stablehlo.multiply %16, %arg0 : tensor<256x32x64xf32>
    %18 = stablehlo.add %4, %17 : tensor<256x32x64xf32>
    %cst_3 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %19 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<256x32x1xf32>
    %20 = stablehlo.divide %12, %19 : tensor<256x32x1xf32>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %21 = stablehlo.reduce(%20 init: %cst_4) applies stablehlo.add across dimensions = [2] : (tensor<256x32x1xf32>, tensor<f32>) -> tensor<256x32xf32>
    %22 = stablehlo.broadcast_in_dim %21, dims = [0, 1] : (tensor<256x32xf32>) -> tensor<256x32x64xf32>
    %23 = stablehlo.add %18, %22 : tensor<256x32x64xf32>
    return %23 : tensor<256x32x64xf32>
  }
  func.func private @clip_3(%arg0: tensor<256x32x1xf32>, %arg1: tensor<256x32x1xf32>) -> tensor<256x32x1xf32> {
    %0 = stablehlo.multiply %arg1, %arg0 : tensor<256x32x1xf32>
    return %0 : tensor<256x32x1xf32>
  }
}
