"""Norma beside Equinox: layers and imported programs, equal to the float64 of Equinox's own formula."""

import itertools

import equinox as eqx
import jax
import jax.numpy as jnp
import ml_dtypes
import numpy as np
import pytest

from accuracy import assert_accurate

SHAPES = {"narrow": (8, 4), "odd": (5, 129), "wide": (3, 1024), "batched": (2, 3, 64)}
DTYPES = {"f32": np.float32, "bf16": ml_dtypes.bfloat16}


def case(norm, shape="odd", weight=True, bias=True, epsilon=1e-5, dtype="f32", offset=0.3):
    name = f"{norm}-{shape}-{'w' if weight else ''}{'b' if bias else ''}-{epsilon:g}-{dtype}-{offset:g}"
    return pytest.param(norm, SHAPES[shape], weight, bias, epsilon, DTYPES[dtype], offset, id=name)


FLAGS = [True, False]
CASES = (
    [case("layernorm", shape, weight, bias) for shape, weight, bias in itertools.product(SHAPES, FLAGS, FLAGS)]
    + [case("rmsnorm", shape, weight, bias) for shape, weight, bias in itertools.product(SHAPES, FLAGS, FLAGS)]
    + [case(norm, epsilon=epsilon) for norm in ("layernorm", "rmsnorm") for epsilon in (0.0, 1e-12, 1e-3, 1.0)]
    + [case(norm, shape, dtype="bf16") for norm in ("layernorm", "rmsnorm") for shape in SHAPES]
    + [case(norm, offset=offset) for norm in ("layernorm", "rmsnorm") for offset in (0.0, -2.3, 1e2, 1e3, 1e4)]
)


def layer_of(norm, width, use_weight, use_bias, epsilon):
    kind = {"layernorm": eqx.nn.LayerNorm, "rmsnorm": eqx.nn.RMSNorm}[norm]
    return kind(width, eps=epsilon, use_weight=use_weight, use_bias=use_bias)


def with_parameters(layer, generator, dtype):
    """The layer with other parameters than it starts with."""
    arrays, static = eqx.partition(layer, eqx.is_array)
    noisy = jax.tree.map(lambda a: (np.asarray(a) + 0.1 * generator.standard_normal(a.shape)).astype(dtype), arrays)
    return eqx.combine(noisy, static)


def mapped(layer, x):
    """The layer over every row, by one vmap for each leading axis."""
    return layer(x) if x.ndim == 1 else jax.vmap(lambda row: mapped(layer, row))(x)


def in_float64(layer, x):
    with jax.enable_x64(True):
        wide = jax.tree.map(lambda a: jnp.asarray(np.asarray(a).astype(np.float64)), eqx.filter(layer, eqx.is_array))
        layer = eqx.combine(wide, layer)
        return np.asarray(mapped(layer, jnp.asarray(x.astype(np.float64))))


@pytest.mark.parametrize("norm, shape, use_weight, use_bias, epsilon, dtype, offset", CASES)
def test_norma_equals_equinox(norma, norm, shape, use_weight, use_bias, epsilon, dtype, offset):
    generator = np.random.default_rng(shape[-1])
    x = (offset + 0.5 * generator.standard_normal(shape)).astype(dtype)
    layer = with_parameters(layer_of(norm, shape[-1], use_weight, use_bias, epsilon), generator, dtype)
    exact = in_float64(layer, x)
    # Equinox's program in Norma, under as many vmaps as there are leading axes.
    with jax.enable_x64(False):
        parameters, static = eqx.partition(layer, eqx.is_array)
        program = jax.jit(lambda parameters, x: mapped(eqx.combine(parameters, static), x))
        text = program.lower(parameters, x).as_text()
    imported = norma.program(text, [*jax.tree.leaves(parameters), x])[0]
    assert imported.dtype == dtype
    assert_accurate(imported, exact)
    # Norma's layer; its RMSNorm has no bias.
    if norm == "layernorm" or not use_bias:
        own = norma.layer(norm, x, weight=layer.weight, bias=layer.bias, epsilon=epsilon)
        assert_accurate(own, exact)


def test_there_are_as_many_cases_as_the_report_had():
    assert len(CASES) >= 50
