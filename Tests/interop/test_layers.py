"""The layers of the command against their formulas in float64, written twice: in NumPy and in JAX."""

import jax
import jax.numpy as jnp
import ml_dtypes
import numpy as np
import pytest

import accuracy
from accuracy import assert_accurate

jax.config.update("jax_enable_x64", True)

DTYPES = [np.float32, np.float16, ml_dtypes.bfloat16]
WIDTHS = [1, 3, 17, 127, 384, 1151, 4096]
OFFSETS = [0.0, -2.3, 1e2, 1e4, 1e5]


def rows(width: int, dtype, count: int = 63) -> np.ndarray:
    """Rows of noise around every offset that the type can hold, one offset a row."""
    limit = float(ml_dtypes.finfo(dtype).max)
    offsets = [offset for offset in OFFSETS if abs(offset) < limit / 2]
    noise = np.random.default_rng(width).standard_normal((count, width))
    return (np.resize(offsets, (count, 1)) + 0.5 * noise).astype(dtype)


def vector(width: int, dtype, seed: int) -> np.ndarray:
    return (1 + 0.1 * np.random.default_rng(seed).standard_normal(width)).astype(dtype)


def jax_layer_norm(x, weight=None, bias=None):
    y = jax.nn.standardize(x - x.mean(axis=-1, keepdims=True), axis=-1, epsilon=1e-5)
    return y * weight + bias


def jax_rms_norm(x, weight=None):
    return x * jax.lax.rsqrt(jnp.mean(jnp.square(x), axis=-1, keepdims=True) + 1e-6) * weight


def jax_l2_norm(x):
    return x * jax.lax.rsqrt(jnp.vdot(x, x) + 1e-12)


#: name: parameters, the formula in NumPy, the formula in JAX
LAYERS = {
    "layernorm": (["weight", "bias"], accuracy.layer_norm, jax_layer_norm),
    "rmsnorm": (["weight"], accuracy.rms_norm, jax_rms_norm),
    "l2norm": ([], accuracy.l2_norm, jax.vmap(jax_l2_norm)),
    "softmax": ([], accuracy.softmax, jax.nn.softmax),
}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("dtype", DTYPES, ids=lambda dtype: np.dtype(dtype).name)
@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_keeps_its_bound_against_numpy_and_jax_in_float64(norma, layer, dtype, width):
    names, in_numpy, in_jax = LAYERS[layer]
    x = rows(width, dtype)
    parameters = {name: vector(width, dtype, seed) for seed, name in enumerate(names)}
    actual = norma.layer(layer, x, **parameters)
    assert actual.dtype == dtype
    wide = {name: value.astype(np.float64) for name, value in parameters.items()}
    assert_accurate(actual, in_numpy(x, **parameters))
    assert_accurate(actual, np.asarray(in_jax(x.astype(np.float64), **wide)))


@pytest.mark.parametrize("layer, epsilon", [("layernorm", 1e-3), ("rmsnorm", 0.5), ("l2norm", 2.0)])
def test_epsilon_stands_inside_the_root(norma, layer, epsilon):
    x = rows(64, np.float32)
    actual = norma.layer(layer, x, epsilon=epsilon)
    assert_accurate(actual, LAYERS[layer][1](x, epsilon=epsilon))


@pytest.mark.parametrize("axes", [1, 2, 3])
def test_layer_norm_covers_trailing_axes(norma, axes):
    x = np.random.default_rng(axes).standard_normal((5, 3, 7, 11)).astype(np.float32)
    weight = vector(int(np.prod(x.shape[-axes:])), np.float32, 3).reshape(x.shape[-axes:])
    actual = norma.layer("layernorm", x, weight=weight, axes=axes)
    exact = accuracy.layer_norm(x, weight, axes=axes)
    flat = (*x.shape[:-axes], -1)
    assert_accurate(actual.reshape(flat), exact.reshape(flat))


@pytest.mark.parametrize("dtype", DTYPES, ids=lambda dtype: np.dtype(dtype).name)
@pytest.mark.parametrize("convention", ["llama", "gemma", "t5"])
def test_a_convention_casts_down_where_its_model_does(norma, convention, dtype):
    x, weight = rows(512, dtype), vector(512, dtype, 5)
    actual = norma.layer("rmsnorm", x, weight=weight, convention=convention, epsilon=1e-6)
    if convention == "gemma":
        exact = accuracy.rms_norm(x) * (1 + weight.astype(np.float64))
    else:
        exact = accuracy.rms_norm(x).astype(dtype).astype(np.float64) * weight.astype(np.float64)
    if dtype == np.float32:
        return assert_accurate(actual, exact)
    # Two roundings: where the first falls beside a tie, the product may move by a step of either.
    assert_accurate(actual, exact, steps=2 if convention != "gemma" else 1)
    # Far from zero a row of 16 bits is nearly constant, its root is 1 and 1 + weight lies on ties.
    near = np.abs(x.astype(np.float64)).mean(axis=1) < 10
    assert (actual == exact.astype(dtype))[near].mean() > 0.998


def test_thread_count_and_batch_change_no_bit(norma):
    x, weight = rows(1000, np.float32, count=2000), vector(1000, np.float32, 1)
    one = norma.layer("layernorm", x, weight=weight, threads=1)
    two = norma.layer("layernorm", x, weight=weight, threads=2)
    part = norma.layer("layernorm", x[17:18], weight=weight)
    assert one.tobytes() == two.tobytes()
    assert one[17:18].tobytes() == part.tobytes()
