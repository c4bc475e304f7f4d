"""JAX, compiled by `jax.jit`: the variance in two passes, or by `jax.nn.standardize`: `peer_jax.py two-pass|standardize`."""

import os
import sys

from protocol import Unsupported, serve

FORM = sys.argv[1]


def hello(threads):
    # XLA takes as many threads as this process has processors, which the protocol has seen to.
    global jax, jnp
    os.environ["JAX_PLATFORMS"] = "cpu"
    import jax
    import jax.numpy as jnp

    jax.config.update("jax_enable_x64", True)
    return f"JAX {jax.__version__}"


def statistics_type(x):
    """Statistics are taken in f32 at least, as Equinox and Flax take them."""
    return jnp.promote_types(x.dtype, jnp.float32)


def layernorm(epsilon):
    def two_pass(x, weight, bias):
        wide = x.astype(statistics_type(x))
        mean = wide.mean(-1, keepdims=True)
        variance = jnp.square(wide - mean).mean(-1, keepdims=True)
        return ((wide - mean) * jax.lax.rsqrt(variance + epsilon) * weight + bias).astype(x.dtype)

    def standardize(x, weight, bias):
        wide = x.astype(statistics_type(x))
        return (jax.nn.standardize(wide, axis=-1, epsilon=epsilon) * weight + bias).astype(x.dtype)

    return two_pass if FORM == "two-pass" else standardize


def add_norm(norm):
    def both(x, residual, *parameters):
        total = x + residual
        return total, norm(total, *parameters)

    return both


def quantized(norm):
    def both(x, *parameters):
        y = norm(x.astype(statistics_type(x)), *parameters)
        scale = jnp.abs(y).max(-1, keepdims=True) / 127
        return jnp.round(y / jnp.where(scale == 0, 1, scale)).astype(jnp.int8), scale

    return both


def layer(case):
    beside, name = case.parts()
    around = {"add": add_norm, "int8": quantized, None: lambda norm: norm}
    return around[beside](norm(name, case.epsilon))


def over_channels(centres, epsilon):
    """Of the second axis."""

    def norm(x, *parameters):
        y = x.astype(statistics_type(x))
        if centres:
            y = y - y.mean(1, keepdims=True)
        y = y * jax.lax.rsqrt(jnp.square(y).mean(1, keepdims=True) + epsilon)
        weight, *bias = (parameter.reshape(-1, *[1] * (x.ndim - 2)) for parameter in parameters)
        return (y * weight + bias[0] if bias else y * weight).astype(x.dtype)

    return norm


def norm(name, epsilon):
    if name == "layernorm":
        return layernorm(epsilon)
    if FORM == "standardize":
        raise Unsupported(f"{name} is not written with it: JAX two-pass has its time")

    def rmsnorm(x, weight):
        wide = x.astype(statistics_type(x))
        square = jnp.square(wide).mean(-1, keepdims=True)
        return (wide * jax.lax.rsqrt(square + epsilon) * weight).astype(x.dtype)

    def l2norm(x):
        wide = x.astype(statistics_type(x))
        return (wide * jax.lax.rsqrt(jnp.square(wide).sum(-1, keepdims=True) + epsilon)).astype(x.dtype)

    layers = {"rmsnorm": rmsnorm, "l2norm": l2norm, "softmax": lambda x: jax.nn.softmax(x, axis=-1)}
    layers |= {f"{name}-channels": over_channels(name == "layernorm", epsilon) for name in ("layernorm", "rmsnorm")}
    if name not in layers:
        raise Unsupported(f"has no {name} here")
    return layers[name]


def prepare(case):
    import numpy

    function = layer(case)
    if case.is_backward:
        forward = function
        count = len(case.arguments)

        def function(*inputs):
            y, transposed = jax.vjp(forward, *inputs[:count])
            return transposed(inputs[count:] if isinstance(y, tuple) else inputs[count])

    compiled, state = jax.jit(function), {}
    inputs = [jnp.array(array) for array in case.inputs]

    def call():
        state["result"] = jax.block_until_ready(compiled(*inputs))

    def results():
        return [numpy.asarray(array) for array in jax.tree.leaves(state["result"])]

    call()
    return {"call": (call, results)}


serve(hello, prepare)
