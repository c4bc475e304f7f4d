"""The layers of the catalogue as formulas in JAX: what the programs that Norma exports must mean."""

import jax
import jax.numpy as jnp


def layer_norm(x, weight, bias, axes=1, epsilon=1e-5):
    over = tuple(range(-axes, 0))
    centred = x - x.mean(over, keepdims=True)
    return centred / jnp.sqrt((centred**2).mean(over, keepdims=True) + epsilon) * weight + bias


def rms_norm(x, weight, epsilon=1e-6):
    return x / jnp.sqrt((x**2).mean(-1, keepdims=True) + epsilon) * weight


def l2_norm(x, epsilon=1e-12):
    return x / jnp.sqrt((x**2).sum(-1, keepdims=True) + epsilon)


def by_channel(vector, x):
    return vector.reshape(-1, *(1 for _ in x.shape[2:]))


def group_norm(x, weight, bias, groups=4):
    grouped = x.reshape(x.shape[0], groups, -1)
    centred = grouped - grouped.mean(-1, keepdims=True)
    y = centred / jnp.sqrt((centred**2).mean(-1, keepdims=True) + 1e-5)
    return y.reshape(x.shape) * by_channel(weight, x) + by_channel(bias, x)


def batch_norm(x, mean, variance, weight, bias):
    mean, variance, weight, bias = (by_channel(vector, x) for vector in (mean, variance, weight, bias))
    return (x - mean) / jnp.sqrt(variance + 1e-5) * weight + bias


def gelu(x):
    return x * (1 + jax.lax.erf(x / jnp.sqrt(2.0))) / 2


def gelu_by_tanh(x):
    return x / 2 * (1 + jnp.tanh(jnp.sqrt(2 / jnp.pi) * (x + 0.044715 * x**3)))


def silu(x):
    return x / (1 + jnp.exp(-x))


def linear(x, weight, bias=0.0):
    return x @ weight.T + bias


def rms_norm_linear_silu(x, gain, weight):
    return silu(linear(rms_norm(x, gain), weight))


def residual_mlp(x, *parameters):
    for block in range(0, len(parameters), 6):
        norm_weight, norm_bias, up, up_bias, down, down_bias = parameters[block : block + 6]
        hidden = linear(layer_norm(x, norm_weight, norm_bias), up, up_bias)
        x = x + linear(gelu_by_tanh(hidden), down, down_bias)
    return x


#: The parameters of the two blocks below.
RESIDUAL_PARAMETERS = 12

#: What `norma export` is asked for, and the formula in float64.
LAYERS = {
    "layernorm --shape 12x64": layer_norm,
    "layernorm --shape 5x8x16 --axes 2 --epsilon 0.1": lambda x, w, b: layer_norm(x, w, b, axes=2, epsilon=0.1),
    "rmsnorm --shape 12x64": rms_norm,
    "rmsnorm --shape 12x64 --convention llama": rms_norm,
    "rmsnorm --shape 12x64 --convention gemma": lambda x, weight: rms_norm(x, 1 + weight),
    "l2norm --shape 12x64": l2_norm,
    "groupnorm --shape 3x8x5x7 --groups 4": group_norm,
    "batchnorm --shape 3x8x5x7": batch_norm,
    "softmax --shape 12x64": lambda x: jnp.exp(x) / jnp.exp(x).sum(-1, keepdims=True),
    "gelu --shape 12x64": gelu,
    "gelu-tanh --shape 12x64": gelu_by_tanh,
    "silu --shape 12x64": silu,
    "linear --shape 12x64 --features 48": linear,
    "rmsnorm-linear-silu --shape 12x64 --features 48": rms_norm_linear_silu,
    "residual-mlp --shape 4x6x32 --hidden 48 --blocks 2": residual_mlp,
}
