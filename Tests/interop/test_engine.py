"""XLA as Norma's engine: the programs of JAX and the layers of Norma, run by `--engine xla`."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from accuracy import FLOAT32_BOUND, row_ulps
from test_layers import vector
from test_stablehlo import FLOATS, NAMES, PROGRAMS, inputs, leaves

jax.config.update("jax_enable_x64", True)


@pytest.fixture(autouse=True)
def plugin(norma):
    """Only where the command finds a plugin: `make setup` installs one."""
    if "ok       XLA plugin" not in norma.call("doctor"):
        pytest.skip("no XLA plugin on this machine")


@pytest.mark.parametrize("dtype", FLOATS.values(), ids=FLOATS)
@pytest.mark.parametrize("program", PROGRAMS, ids=NAMES)
def test_a_program_of_jax_gives_on_xla_what_it_gives_in_jax(norma, program, dtype):
    values = inputs(PROGRAMS[program], dtype)
    expected = leaves(jax.jit(program)(*values))
    exact = leaves(program(*(value.astype(np.float64) for value in values)))
    text = jax.jit(program).lower(*values).as_text()
    actual = norma.program(text, values, outputs=len(expected), engine="xla")
    for ours, theirs, real in zip(actual, expected, exact, strict=True):
        assert (ours.dtype, ours.shape) == (theirs.dtype, theirs.shape)
        # Another version of the same compiler, which may divide a sum elsewhere.
        assert row_ulps(ours, real) <= 2 * row_ulps(theirs, real) + FLOAT32_BOUND


def test_a_gradient_of_jax_gives_on_xla_what_it_gives_in_jax(norma):
    x, weight = inputs([(12, 64), (64,)], np.float32)

    def loss(x, weight):
        hidden = jax.nn.gelu(jax.nn.standardize(x, axis=-1) * weight)
        return jnp.mean(hidden**2)

    gradient = jax.jit(jax.value_and_grad(loss, argnums=(0, 1)))
    text = gradient.lower(x, weight).as_text()
    expected = leaves(gradient(x.astype(np.float64), weight.astype(np.float64)))
    actual = norma.program(text, [x, weight], outputs=3, engine="xla")
    for ours, real in zip(actual, expected, strict=True):
        assert ours.dtype == np.float32
        # The sums are of 768 terms at most, each partial sum rounded once: the tree's depth, with room for the slopes.
        assert np.abs(ours - real).max() <= 64 * 2.0**-24 * np.abs(real).max()


@pytest.mark.parametrize("name", ["layernorm", "rmsnorm", "softmax"])
def test_a_layer_on_xla_is_the_layer(norma, name):
    generator = np.random.default_rng(5)
    x = (0.5 + generator.standard_normal((40, 256))).astype(np.float32)
    parameters = {"layernorm": ("weight", "bias"), "rmsnorm": ("weight",), "softmax": ()}[name]
    options = {parameter: vector(256, np.float32, seed) for seed, parameter in enumerate(parameters)}
    ours = norma.layer(name, x, engine="xla", **options)
    kernel = norma.layer(name, x, **options)
    # The kernel is within its bound of float64, and XLA near zero within twice as much.
    assert row_ulps(ours, kernel) <= 3 * FLOAT32_BOUND
