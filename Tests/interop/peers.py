"""The other implementations of LayerNorm that Norma is compared with."""

import jax
import jax.numpy as jnp
import numpy as np
import onnxruntime
from onnx import TensorProto, helper


def onnx_runtime(x, weight, bias, epsilon: float) -> np.ndarray:
    """ONNX Runtime's LayerNormalization over the last axis, on the CPU."""
    shapes = {"x": [None, x.shape[-1]], "weight": list(weight.shape), "bias": list(bias.shape)}
    node = helper.make_node("LayerNormalization", list(shapes), ["y"], axis=-1, epsilon=epsilon)
    inputs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, s) for n, s in shapes.items()]
    output = helper.make_tensor_value_info("y", TensorProto.FLOAT, shapes["x"])
    graph = helper.make_graph([node], "layer_norm", inputs, [output])
    # The opset that brought LayerNormalization, and the file version of its day.
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(None, {"x": x, "weight": weight, "bias": bias})[0]


@jax.jit
def jax_two_pass(x, weight, bias, epsilon):
    mean = jnp.mean(x, axis=-1, keepdims=True)
    variance = jnp.mean(jnp.square(x - mean), axis=-1, keepdims=True)
    return (x - mean) * jax.lax.rsqrt(variance + epsilon) * weight + bias


@jax.jit
def jax_standardize(x, weight, bias, epsilon):
    return jax.nn.standardize(x, axis=-1, epsilon=epsilon) * weight + bias
