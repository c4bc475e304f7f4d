"""Programs both ways: JAX's run in Norma, Norma's run in JAX."""

import jax
import jax.numpy as jnp
import ml_dtypes
import numpy as np
import pytest

import accuracy
import xla
from accuracy import FLOAT32_BOUND, assert_accurate, row_ulps
from test_layers import LAYERS, vector

jax.config.update("jax_enable_x64", True)

FLOATS = {"f32": np.float32, "bf16": ml_dtypes.bfloat16}
ENGINES = ["cpu", "interpreter"]


# What users export: each takes arrays and returns one or several.


def layer_norm(x, weight, bias):
    mean = x.mean(axis=-1, keepdims=True)
    variance = jnp.square(x - mean).mean(axis=-1, keepdims=True)
    return (x - mean) * jax.lax.rsqrt(variance + 1e-5) * weight + bias


def standardized(x, weight, bias):
    return jax.nn.standardize(x, axis=-1, epsilon=1e-5) * weight + bias


def rms_norm(x, weight):
    wide = x.astype(jnp.promote_types(x.dtype, jnp.float32))
    y = wide * jax.lax.rsqrt(jnp.mean(wide * wide, axis=-1, keepdims=True) + 1e-6)
    return y.astype(x.dtype) * weight


def gated_rms_norm(x, gate, weight):
    return rms_norm(x, weight) * jax.nn.silu(gate)


def residual_add_norm(x, residual, weight):
    total = x + residual
    return total, rms_norm(total, weight)


def gelu_mlp(x, inner, outer):
    return jax.nn.gelu(x @ inner, approximate=False) @ outer


def masked_softmax(x, mask):
    return jax.nn.softmax(jnp.where(mask > 0, x, -jnp.inf), axis=-1)


def log_sum_exp(x):
    return jax.nn.logsumexp(x, axis=-1, keepdims=True)


X, W = (12, 64), (64,)
PROGRAMS = {
    layer_norm: [X, W, W],
    standardized: [X, W, W],
    rms_norm: [X, W],
    gated_rms_norm: [X, X, W],
    residual_add_norm: [X, X, W],
    gelu_mlp: [X, (64, 96), (96, 64)],
    masked_softmax: [X, X],
    jax.nn.softmax: [X],
    log_sum_exp: [X],
    jax.vmap(layer_norm, in_axes=(0, None, None)): [(3, *X), W, W],
}
NAMES = [getattr(program, "__name__", "program") for program in PROGRAMS]


def inputs(shapes, dtype) -> list[np.ndarray]:
    generator = np.random.default_rng(11)
    return [(0.3 + 0.5 * generator.standard_normal(shape)).astype(dtype) for shape in shapes]


def leaves(value) -> list[np.ndarray]:
    return [np.asarray(leaf) for leaf in jax.tree.leaves(value)]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("dtype", FLOATS.values(), ids=FLOATS)
@pytest.mark.parametrize("program", PROGRAMS, ids=NAMES)
def test_a_program_of_jax_gives_in_norma_what_it_gives_in_jax(norma, program, dtype, engine):
    values = inputs(PROGRAMS[program], dtype)
    lowered = jax.jit(program).lower(*values)
    expected = leaves(jax.jit(program)(*values))
    exact = leaves(program(*(value.astype(np.float64) for value in values)))
    actual = norma.program(lowered.as_text(), values, outputs=len(expected), engine=engine)
    for ours, theirs, real in zip(actual, expected, exact, strict=True):
        assert (ours.dtype, ours.shape) == (theirs.dtype, theirs.shape)
        # Each of the program's own roundings may fall either way: as near to real arithmetic as JAX is.
        assert row_ulps(ours, real) <= 2 * row_ulps(theirs, real) + FLOAT32_BOUND


@pytest.mark.parametrize("engine", ENGINES)
def test_an_exported_module_with_locations_and_private_functions_is_read(norma, engine):
    values = inputs([X, X], np.float32)
    program = jax.jit(lambda x, y: jnp.where(jnp.isnan(x), 0, jnp.clip(x, -0.5, 0.5)) + jnp.var(y, axis=-1, keepdims=True))
    text = jax.export.export(program)(*(jax.ShapeDtypeStruct(v.shape, v.dtype) for v in values)).mlir_module()
    assert "loc(" in text and "func.func private" in text
    actual = norma.program(text, values, engine=engine)[0]
    exact = np.asarray(program(*(value.astype(np.float64) for value in values)))
    assert row_ulps(actual, exact) <= FLOAT32_BOUND


@pytest.mark.parametrize("engine", ENGINES)
def test_integers_and_comparisons_agree_exactly(norma, engine):
    x = np.random.default_rng(2).integers(-100, 100, (6, 8)).astype(np.int32)
    program = jax.jit(lambda x: (jnp.sum(x, axis=1), x // 7, x % 5, jnp.argmax(x, axis=1) > 3, x << 2))
    expected = leaves(program(x))
    actual = norma.program(program.lower(x).as_text(), [x], outputs=len(expected), engine=engine)
    for ours, theirs in zip(actual, expected, strict=True):
        np.testing.assert_array_equal(ours, theirs, strict=True)


@pytest.mark.parametrize("stage", ["traced", "rewritten"])
@pytest.mark.parametrize("dtype", FLOATS.values(), ids=FLOATS)
@pytest.mark.parametrize("layer", LAYERS)
def test_a_program_of_norma_is_valid_and_means_the_same_in_jax(norma, layer, dtype, stage):
    text = norma.explain(layer, X, dtype, stage)
    shapes = xla.parameter_shapes(text)
    assert shapes[0] == X and set(shapes[1:]) <= {W}
    x, *parameters = [inputs([X], dtype)[0]] + [vector(64, dtype, seed) for seed in range(len(shapes) - 1)]
    exact = LAYERS[layer][1](x, *parameters)
    actual = xla.run(text, [x, *parameters])[0]
    assert actual.dtype == dtype
    assert_accurate(actual, exact, steps=2)
    if dtype == np.float32:
        assert_accurate(xla.interpret(text, [x, *parameters])[0], exact)


def test_jax_refuses_a_program_that_is_not_well_typed():
    text = "func.func @main(%x: tensor<2xf32>) -> tensor<3xf32> {\n  return %x : tensor<2xf32>\n}\n"
    with pytest.raises(Exception, match="type"):
        xla.parameter_shapes(text)


def test_the_interpreter_of_stablehlo_agrees_with_xla_on_jax_text():
    values = inputs([X, W, W], np.float32)
    text = jax.jit(layer_norm).lower(*values).as_text()
    exact = accuracy.layer_norm(*values)
    assert row_ulps(xla.run(text, values)[0], exact) <= FLOAT32_BOUND
    assert row_ulps(xla.interpret(text, values)[0], exact) <= FLOAT32_BOUND
