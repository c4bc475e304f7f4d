"""Functions in JAX: one for each operation with a derivative, and the formula of each layer of the catalogue."""

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

# One function for each operation, by the name of its test, and the shapes it takes.

VECTOR, MATRIX, CUBE = (5,), (3, 4), (2, 3, 4)
UNARY = {
    name: (function, VECTOR)
    for name, function in {
        "abs": lambda x: jnp.abs(x - 0.6), "cbrt": lax.cbrt, "cosine": jnp.cos, "exponential": jnp.exp,
        "exponential_minus_one": jnp.expm1, "log": jnp.log, "log_plus_one": jnp.log1p,
        "logistic": jax.nn.sigmoid, "negate": jnp.negative, "rsqrt": lax.rsqrt, "sine": jnp.sin, "sqrt": jnp.sqrt,
        "tan": jnp.tan, "tanh": jnp.tanh, "square": jnp.square, "erf": lax.erf, "erfc": lax.erfc, "floor": lambda x: jnp.floor(3 * x),
        "sign": lambda x: jnp.sign(x - 0.6) * x, "ceil": lambda x: jnp.ceil(x) * x, "round": lambda x: lax.round(x) * x,
    }.items()
}  # fmt: skip
BINARY = {
    name: (function, VECTOR, VECTOR)
    for name, function in {
        "add": jnp.add, "subtract": jnp.subtract, "multiply": jnp.multiply, "divide": jnp.divide,
        "maximum": jnp.maximum, "minimum": jnp.minimum, "power": jnp.power, "remainder": lambda x, y: lax.rem(3 * x, y),
    }.items()
}  # fmt: skip
STRUCTURE = {
    "reshape": (lambda x: x.reshape(4, 3), MATRIX),
    "transpose": (lambda x: x.transpose(2, 0, 1), CUBE),
    "broadcast": (lambda x: jnp.broadcast_to(x, (2, *VECTOR)), VECTOR),
    "broadcast_between": (lambda x: lax.broadcast_in_dim(x, (2, 3, 5, 4), (1, 3)), MATRIX),
    "broadcast_of_one": (lambda x: x + jnp.zeros(MATRIX), (3, 1)),
    "slice": (lambda x: x[1:, ::2], MATRIX),
    "reverse_free_slice": (lambda x: lax.slice(x, (1,), (5,), (3,)), VECTOR),
    "pad": (lambda x, y: lax.pad(x, y, [(1, 2, 1)]), VECTOR, ()),
    "pad_negative": (lambda x, y: lax.pad(x, y, [(-1, 2, 1)]), VECTOR, ()),
    "concatenate": (lambda x, y: jnp.concatenate([x, y, x], 1), MATRIX, (3, 2)),
    "dynamic_slice": (lambda x: lax.dynamic_slice(x, (2,), (2,)), VECTOR),
    "dynamic_update_slice": (lambda x, y: lax.dynamic_update_slice(x, y, (9,)), VECTOR, (2,)),
    "select": (lambda x, y: jnp.where(x > 0.6, x * y, y), VECTOR, VECTOR),
    "clamp": (lambda low, x, high: lax.clamp(low * 0.8, x, high * 1.1), VECTOR, VECTOR, VECTOR),
    "clamp_scalars": (lambda x: lax.clamp(0.5, x, 0.8), VECTOR),
    "convert": (lambda x: x.astype(jnp.float32).astype(jnp.float64) * x, VECTOR),
    "reduce_precision": (lambda x: lax.reduce_precision(x, 8, 23), VECTOR),
    "barrier": (lambda x: lax.optimization_barrier((x, x * 2)), VECTOR),
    "call": (jax.jit(lambda x: jax.jit(jnp.tanh)(x) * x), VECTOR),
    "sum": (lambda x: x.sum((0, 2)), CUBE),
    "maximum_of_axis": (lambda x: x.max(1), CUBE),
    "minimum_of_all": (lambda x: x.min(), CUBE),
    "several_results": (lambda x, y: (x * y, x.sum(), jnp.sin(y)), VECTOR, VECTOR),
    "matmul": (jnp.matmul, MATRIX, (4, 2)),
    "batched_product": (lambda x, y: jnp.einsum("bij,kjb->bik", x, y), CUBE, (5, 4, 2)),
    "two_axes_product": (lambda x, y: jnp.einsum("ijk,kil->jl", x, y), CUBE, (4, 2, 3)),
    "variance": (lambda x: x.var(-1), MATRIX),
    "standardize": (lambda x: jax.nn.standardize(x, axis=-1), MATRIX),
    "softmax": (jax.nn.softmax, MATRIX),
    "log_sum_exp": (lambda x: jax.nn.logsumexp(x, axis=-1), MATRIX),
    "gelu": (jax.nn.gelu, VECTOR),
    "cross_entropy": (lambda x: -jnp.mean((jax.nn.log_softmax(x) * jnp.eye(3, 4)).sum(-1)), MATRIX),
}  # fmt: skip
FUNCTIONS = UNARY | BINARY | STRUCTURE


# Layers, and the shapes of what they take.


def mean_square_root(x, axis=-1):
    return lax.rsqrt(jnp.square(x).mean(axis, keepdims=True) + 1e-6)


def layer_norm(x, weight, bias):
    wide = x.astype(jnp.promote_types(x.dtype, jnp.float32))
    return (jax.nn.standardize(wide - wide.mean(-1, keepdims=True), axis=-1, epsilon=1e-5) * weight + bias).astype(x.dtype)


def in_float32(function):
    """Halves computed in f32 and rounded once, as the layers state."""
    return lambda x, *rest: function(*(
        value.astype(jnp.promote_types(value.dtype, jnp.float32)) for value in (x, *rest)
    )).astype(x.dtype)


def group_norm(x, weight, bias, groups=2):
    grouped = x.reshape(x.shape[0], groups, -1)
    y = jax.nn.standardize(grouped - grouped.mean(-1, keepdims=True), axis=-1, epsilon=1e-5).reshape(x.shape)
    channels = (-1,) + (1,) * (x.ndim - 2)
    return y * weight.reshape(channels) + bias.reshape(channels)


def batch_norm(x, mean, variance, weight, bias):
    return (x - mean) * lax.rsqrt(variance + 1e-5) * weight + bias


def linear(x, weight, bias):
    return x @ weight.T + bias


def gelu_exact(x):
    return 0.5 * x * lax.erfc(-x * np.sqrt(0.5))


ROW = (6, 8)
LAYERS = {
    "layernorm": (in_float32(layer_norm), ROW, (8,), (8,)),
    "rmsnorm": (in_float32(lambda x, weight: x * mean_square_root(x) * weight), ROW, (8,)),
    "l2norm": (in_float32(lambda x: x * lax.rsqrt(jnp.square(x).sum(-1, keepdims=True) + 1e-12)), ROW),
    "groupnorm": (in_float32(group_norm), ROW, (8,), (8,)),
    "batchnorm": (in_float32(batch_norm), ROW, (8,), (8,), (8,), (8,)),
    "softmax": (in_float32(jax.nn.softmax), ROW),
    "gelu": (in_float32(gelu_exact), ROW),
    "gelu-tanh": (in_float32(jax.nn.gelu), ROW),
    "silu": (in_float32(jax.nn.silu), ROW),
    "linear": (linear, ROW, (5, 8), (5,)),
    "rmsnorm-linear-silu": (
        lambda x, gain, weight: jax.nn.silu(x * mean_square_root(x) * gain @ weight.T), ROW, (8,), (5, 8)),
}  # fmt: skip
CHOICES = {"groupnorm": ["--groups", 2], "linear": ["--features", 5], "rmsnorm-linear-silu": ["--features", 5]}
