"""Norma's gradients and batches beside JAX's: the program that `norma export` prints, run by XLA."""

import jax
import jax.numpy as jnp
import ml_dtypes
import numpy as np
import pytest
from jax import lax

import xla
from functions import CHOICES, FUNCTIONS, LAYERS, group_norm, layer_norm

jax.config.update("jax_enable_x64", True)

#: Both sides compute in float64 and in another order: a few dozen roundings, relative to the largest element.
FLOAT64_BOUND = 1e-13


def values(*shapes, dtype=np.float64, seed=0) -> list[np.ndarray]:
    """Numbers of 0.3 to 0.9 in no order, so that no two are tied and every function is smooth there."""
    generator = np.random.default_rng(seed)
    return [(0.3 + 0.6 * generator.permutation(int(np.prod(shape))) / max(1, np.prod(shape))).reshape(shape)
            .astype(dtype) for shape in shapes]  # fmt: skip


def text(function, *arguments) -> str:
    return jax.jit(function, keep_unused=True).lower(*arguments).as_text()


def exported(norma, program: str, *options) -> str:
    """What Norma makes of a program's text."""
    path = norma.folder / "program.mlir"
    path.write_text(program)
    return norma.call("export", path, *options)


def assert_close(found, expected, bound=FLOAT64_BOUND) -> None:
    expected = [np.asarray(value) for value in jax.tree.leaves(expected)]
    assert [value.shape for value in found] == [value.shape for value in expected]
    assert [value.dtype for value in found] == [value.dtype for value in expected]
    for position, (one, other) in enumerate(zip(found, expected)):
        one, other = one.astype(np.float64), other.astype(np.float64)
        largest = max(1.0, np.abs(other).max(initial=0))
        error = np.abs(one - other).max(initial=0) / largest
        assert error <= bound, f"result {position} is off by {error:.2e} of its largest element"


def products(function, arguments, seed=7):
    """What JAX gives: cotangents of the results, and those of the arguments."""
    results, pullback = jax.vjp(function, *arguments)
    leaves, tree = jax.tree.flatten(results)
    cotangents = values(*(leaf.shape for leaf in leaves), seed=seed)
    cotangents = [value.astype(leaf.dtype) for value, leaf in zip(cotangents, leaves)]
    return cotangents, pullback(jax.tree.unflatten(tree, cotangents))


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_cotangents_of_a_program_are_those_of_jax(norma, name):
    function, *shapes = FUNCTIONS[name]
    arguments = values(*shapes)
    cotangents, expected = products(function, arguments)
    gradient = exported(norma, text(function, *arguments), "--gradient")
    is_loss = [value.shape for value in cotangents] == [()]
    if is_loss:
        expected = jax.grad(function, tuple(range(len(arguments))))(*arguments)
    assert_close(xla.run(gradient, arguments if is_loss else arguments + cotangents), expected)


def axes_of(count: int) -> list[tuple]:
    """Which arguments have a batch, and along which axis."""
    return {1: [(0,)], 2: [(0, None), (None, 0), (0, 0)], 3: [(0, None, None), (None, 0, 0), (0, 0, 0)]}[count]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_batch_of_a_program_is_that_of_jax(norma, name):
    function, *shapes = FUNCTIONS[name]
    program = text(function, *values(*shapes))
    for axes in axes_of(len(shapes)):
        batch = [shape if axis is None else (6, *shape) for shape, axis in zip(shapes, axes)]
        arguments = values(*batch, seed=3)
        batched = exported(norma, program, "--vmap", spelled(6, axes))
        assert_close(xla.run(batched, arguments), jax.vmap(function, axes)(*arguments))


def spelled(size: int, axes) -> str:
    return f"{size}:" + ",".join("-" if axis is None else str(axis) for axis in axes)


# Compositions.


def layer(weight, bias, x):
    """A layer norm of one vector, a product and an activation: a loss of each element of a batch."""
    centred = x - x.mean()
    normal = centred * lax.rsqrt(jnp.square(centred).mean() + 1e-5)
    return jax.nn.gelu(weight @ normal + bias)


def loss(weight, bias, x):
    return jnp.square(layer(weight, bias, x)).sum()


WEIGHT, BIAS, X = (3, 4), (3,), (4,)


def test_the_gradient_of_a_batch_is_that_of_jax(norma):
    arguments = values(WEIGHT, BIAS, (5, 6, *X))
    batch = exported(norma, text(layer, *values(WEIGHT, BIAS, X)), "--vmap", "6:-,-,0", "--vmap", "5:-,-,0")
    gradient = exported(norma, batch, "--gradient")
    batched = jax.vmap(jax.vmap(layer, (None, None, 0)), (None, None, 0))
    cotangents, expected = products(batched, arguments)
    assert_close(xla.run(gradient, arguments + cotangents), expected)


def test_the_batch_of_a_gradient_is_that_of_jax(norma):
    program = text(loss, *values(WEIGHT, BIAS, X))
    batch = exported(norma, program, "--gradient", "--vmap", "6:-,1,0")
    arguments = values(WEIGHT, (3, 6), (6, 4))
    expected = jax.vmap(jax.grad(loss, (0, 1, 2)), (None, 1, 0))(*arguments)
    assert_close(xla.run(batch, arguments), expected)


def test_the_gradient_of_a_gradient_is_that_of_jax(norma):
    arguments = values(WEIGHT, BIAS, X)
    slopes = jax.grad(loss, (0, 1, 2))
    cotangents, expected = products(slopes, arguments)
    once = exported(norma, text(loss, *arguments), "--gradient")
    assert_close(xla.run(exported(norma, once, "--gradient"), arguments + cotangents), expected)
    # And of the gradient that JAX has taken.
    mixed = exported(norma, text(slopes, *arguments), "--gradient")
    assert_close(xla.run(mixed, arguments + cotangents), expected)


def test_a_batch_of_second_derivatives_is_that_of_jax(norma):
    program = text(lambda x: jnp.sum(jnp.tanh(x) * x), *values(X))
    once = exported(norma, program, "--gradient")
    twice = exported(norma, once, "--gradient", "--vmap", "4:-,0")
    hessian = xla.run(twice, values(X) + [np.eye(4)])[0]
    assert_close([hessian], jax.hessian(lambda x: jnp.sum(jnp.tanh(x) * x))(*values(X)))


# Layers of the catalogue.


@pytest.mark.parametrize("dtype", ["f64", "f32"])
@pytest.mark.parametrize("name", LAYERS)
def test_the_program_of_a_layer_and_its_gradient_are_those_of_jax(norma, name, dtype):
    check_layer(norma, name, dtype, {"f64": FLOAT64_BOUND, "f32": 64 * 2.0**-24}[dtype])


#: Products of halves are rounded by each side in another place.
ROUNDED_ONCE = [name for name in LAYERS if "linear" not in name]


@pytest.mark.parametrize("dtype", ["f16", "bf16"])
@pytest.mark.parametrize("name", ROUNDED_ONCE)
def test_the_program_of_a_layer_of_halves_and_its_gradient_are_those_of_jax(norma, name, dtype):
    # Sums over columns are of rounded cotangents on one side and of wide ones on the other.
    check_layer(norma, name, dtype, 4 * {"f16": 2.0**-11, "bf16": 2.0**-8}[dtype])


def check_layer(norma, name, dtype, bound):
    function, *shapes = LAYERS[name]
    arguments = values(*shapes, dtype={"f64": np.float64, "f32": np.float32, "f16": np.float16,
                                       "bf16": ml_dtypes.bfloat16}[dtype])  # fmt: skip
    layer = [name, "--shape", "x".join(map(str, shapes[0])), "--dtype", dtype, *CHOICES.get(name, [])]
    assert_close(xla.run(norma.call("export", *layer), arguments), function(*arguments), bound)
    cotangents, expected = products(function, arguments)
    gradient = norma.call("export", *layer, "--gradient")
    assert_close(xla.run(gradient, arguments + cotangents), expected, bound)


def test_group_norm_takes_images(norma):
    x, weight, bias = values((3, 8, 2, 5), (8,), (8,))
    gradient = norma.call("export", "groupnorm", "--shape", "3x8x2x5", "--dtype", "f64", "--groups", 2, "--gradient")
    cotangents, expected = products(group_norm, (x, weight, bias))
    assert_close(xla.run(gradient, [x, weight, bias, *cotangents]), expected)


@pytest.mark.parametrize("shape", [(8,), (6, 8), (5, 6, 8)])
def test_the_gradient_of_the_residual_model_is_that_of_jax(norma, shape):
    width, hidden, blocks = 8, 12, 3
    block = [(width,), (width,), (hidden, width), (hidden,), (width, hidden), (width,)]
    x, *parameters = values(shape, *(block * blocks))

    def model(parameters, x):
        for start in range(0, len(parameters), 6):
            weight, bias, up, up_bias, down, down_bias = parameters[start : start + 6]
            inner = jax.nn.gelu(up @ layer_norm(x, weight, bias) + up_bias)
            x = x + down @ inner + down_bias
        return x

    def mean_square(parameters, x):
        batched = model
        for _ in shape[1:]:
            batched = jax.vmap(batched, (None, 0))
        return jnp.mean(batched(parameters, x) ** 2)

    gradient = norma.call(
        "export", "residual-mlp", "--shape", "x".join(map(str, shape)), "--dtype", "f64", "--hidden", hidden,
        "--blocks", blocks, "--gradient")  # fmt: skip
    assert_close(xla.run(gradient, [x, *parameters]), jax.grad(mean_square)(parameters, x))
