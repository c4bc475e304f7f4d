"""What users export: layers and models of Equinox, Flax NNX and Flax Linen, forward and gradient, with inputs.

A subject is a function of parameters and arrays. It runs alike under every version of JAX, in any type.
"""

from collections.abc import Callable
from dataclasses import dataclass

import equinox as eqx
import flax.linen as linen
import jax
import jax.numpy as jnp
import numpy as np
from flax import nnx

ROWS, WIDTH = 12, 64
KEY = jax.random.key(0)


@dataclass(frozen=True)
class Subject:
    """`apply(parameters, x)`, the parameters as they are initialised, and the shape of `x`."""

    apply: Callable
    parameters: object
    shape: tuple[int, ...] = (ROWS, WIDTH)


# One way into each library: the layer as a function of its parameters.


def equinox(layer, shape=(ROWS, WIDTH), batch_axes: int = 1) -> Subject:
    parameters, static = eqx.partition(layer, eqx.is_inexact_array)

    def apply(parameters, x):
        function = eqx.combine(parameters, static)
        for _ in range(batch_axes):
            function = jax.vmap(function)
        return function(x)

    return Subject(apply, parameters, shape)


def flax_nnx(layer, shape=(ROWS, WIDTH)) -> Subject:
    graph, state = nnx.split(layer)
    return Subject(lambda state, x: nnx.merge(graph, state)(x), state, shape)


def flax_linen(layer, shape=(ROWS, WIDTH)) -> Subject:
    return Subject(layer.apply, layer.init(KEY, jnp.zeros(shape)), shape)


def function(of_rows, shape=(ROWS, WIDTH)) -> Subject:
    return Subject(lambda _, x: of_rows(x), (), shape)


# Layers that users write themselves.


class RootMeanSquare(nnx.Module):
    """An RMSNorm by its formula, in NNX."""

    def __init__(self, width: int, epsilon: float):
        self.gain = nnx.Param(jnp.ones(width))
        self.epsilon = epsilon

    def __call__(self, x):
        mean_square = (x**2).mean(-1, keepdims=True)
        return self.gain * (x / jnp.sqrt(mean_square + self.epsilon))


class LinenRootMeanSquare(linen.Module):
    """An RMSNorm by its formula, in Linen: the gain before the division."""

    epsilon: float = 1e-6

    @linen.compact
    def __call__(self, x):
        gain = self.param("scale", linen.initializers.ones, x.shape[-1:])
        return gain * x / jnp.sqrt((x**2).mean(-1, keepdims=True) + self.epsilon)


class Standardised(linen.Module):
    """A LayerNorm by its formula, in Linen."""

    epsilon: float = 1e-5

    @linen.compact
    def __call__(self, x):
        gamma = self.param("gamma", linen.initializers.ones, x.shape[-1:])
        beta = self.param("beta", linen.initializers.zeros, x.shape[-1:])
        mean = x.mean(-1, keepdims=True)
        variance = ((x - mean) ** 2).mean(-1, keepdims=True)
        return gamma * (x - mean) / jnp.sqrt(variance + self.epsilon) + beta


# Small models.


class Residual(nnx.Module):
    """A pre-norm block with SiLU, in NNX."""

    def __init__(self, width: int):
        keys = nnx.Rngs(1)
        self.norm = nnx.RMSNorm(width, rngs=keys)
        self.up, self.down = nnx.Linear(width, 2 * width, rngs=keys), nnx.Linear(2 * width, width, rngs=keys)

    def __call__(self, x):
        return x + self.down(nnx.silu(self.up(self.norm(x))))


class Attention(linen.Module):
    """A pre-norm transformer block, in Linen."""

    @linen.compact
    def __call__(self, x):
        # Without biases: that of the keys has a gradient of zero, which no relative error measures.
        attention = linen.MultiHeadDotProductAttention(num_heads=4, use_bias=False)
        x = x + attention(linen.LayerNorm()(x))
        hidden = linen.gelu(linen.Dense(2 * x.shape[-1])(linen.LayerNorm()(x)))
        return x + linen.Dense(x.shape[-1])(hidden)


class Block(eqx.Module):
    """A pre-norm residual block of the model that a report on Equinox's LayerNorm times."""

    norm: eqx.Module
    up: eqx.nn.Linear
    down: eqx.nn.Linear

    def __init__(self, norm: Callable[[int], eqx.Module], width: int, hidden: int, key):
        up, down = jax.random.split(key)
        self.norm = norm(width)
        self.up, self.down = eqx.nn.Linear(width, hidden, key=up), eqx.nn.Linear(hidden, width, key=down)

    def __call__(self, x):
        return x + self.down(jax.nn.gelu(self.up(self.norm(x))))


class OnePassNorm(eqx.Module):
    """The LayerNorm that the report proposes instead."""

    weight: jax.Array
    bias: jax.Array

    def __init__(self, width: int):
        self.weight, self.bias = jnp.ones(width), jnp.zeros(width)

    def __call__(self, x):
        return jax.nn.standardize(x, axis=0, epsilon=1e-5) * self.weight + self.bias


def report(norm: Callable[[int], eqx.Module], blocks: int = 8, hidden: int = 64) -> Subject:
    """The report's model: 8 blocks of width 64, a batch of 256 sequences of 32."""
    keys = jax.random.split(KEY, blocks)
    return equinox(eqx.nn.Sequential([eqx.nn.Lambda(Block(norm, 64, hidden, key)) for key in keys]), (256, 32, 64), 2)


REPORT = {
    "report-two-pass": lambda: report(eqx.nn.LayerNorm),
    "report-standardize": lambda: report(OnePassNorm),
}

IMAGES = (3, 5, 7, 32)  # batch, height, width, channels
TOKENS = (2, 6, 32)  # batch, sequence, features

SUBJECTS: dict[str, Callable[[], Subject]] = {
    "equinox-layernorm": lambda: equinox(eqx.nn.LayerNorm(WIDTH)),
    "equinox-rmsnorm": lambda: equinox(eqx.nn.RMSNorm(WIDTH)),
    "equinox-groupnorm": lambda: equinox(eqx.nn.GroupNorm(4, 32), (3, 32, 5, 7)),
    "equinox-mlp": lambda: equinox(eqx.nn.MLP(WIDTH, 32, 48, 2, jax.nn.silu, key=KEY)),
    "nnx-layernorm": lambda: flax_nnx(nnx.LayerNorm(WIDTH, rngs=nnx.Rngs(0))),
    "nnx-layernorm-two-pass": lambda: flax_nnx(nnx.LayerNorm(WIDTH, use_fast_variance=False, rngs=nnx.Rngs(0))),
    "nnx-rmsnorm": lambda: flax_nnx(nnx.RMSNorm(WIDTH, rngs=nnx.Rngs(0))),
    "nnx-groupnorm": lambda: flax_nnx(nnx.GroupNorm(32, num_groups=4, rngs=nnx.Rngs(0)), IMAGES),
    "nnx-batchnorm": lambda: flax_nnx(nnx.BatchNorm(32, use_running_average=True, rngs=nnx.Rngs(0)), IMAGES),
    "nnx-own-rmsnorm": lambda: flax_nnx(RootMeanSquare(WIDTH, 1e-5)),
    "nnx-residual-block": lambda: flax_nnx(Residual(WIDTH)),
    "linen-layernorm": lambda: flax_linen(linen.LayerNorm()),
    "linen-layernorm-two-pass": lambda: flax_linen(linen.LayerNorm(use_fast_variance=False)),
    "linen-rmsnorm": lambda: flax_linen(linen.RMSNorm()),
    "linen-groupnorm": lambda: flax_linen(linen.GroupNorm(num_groups=4), IMAGES),
    "linen-batchnorm": lambda: flax_linen(linen.BatchNorm(use_running_average=True), IMAGES),
    "linen-own-rmsnorm": lambda: flax_linen(LinenRootMeanSquare()),
    "linen-own-layernorm": lambda: flax_linen(Standardised()),
    "linen-transformer-block": lambda: flax_linen(Attention(), TOKENS),
    "softmax": lambda: function(jax.nn.softmax),
    "log-softmax": lambda: function(jax.nn.log_softmax),
    "standardize": lambda: function(jax.nn.standardize),
}
