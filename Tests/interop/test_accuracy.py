"""How far from float64 a LayerNorm and its gradient are where rows stand far from zero, beside JAX's two forms."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

import peers

ROWS, WIDTH, EPSILON = 64, 1024, 1e-5
#: A row's mean over its standard deviation.
RATIOS = [1e2, 1e3, 1e4]

#: What the output may be off. Norma's layers keep 4 ULP of a row's largest output, which lies between 2 and 8 here:
#: at most 4 * 2^-21 = 1.9e-6. A program from elsewhere has a rounding or two more.
OUTPUT_BOUND = 3e-6
#: What a gradient may be off, relative to its norm: sums of 64 rows or 1024 columns in float32, as terms of both
#: signs, and the statistics' own error of a few 2^-24.
GRADIENT_BOUND = 1e-5


def two_pass(x, weight, bias):
    return peers.jax_two_pass(x, weight, bias, EPSILON)


def standardized(x, weight, bias):
    return peers.jax_standardize(x, weight, bias, EPSILON)


def vjp(function):
    return jax.jit(lambda x, weight, bias, dy: jax.vjp(function, x, weight, bias)[1](dy))


def inputs(ratio: float) -> list[np.ndarray]:
    """x, weight, bias and dy."""
    generator = np.random.default_rng(5)
    x = ratio + generator.standard_normal((ROWS, WIDTH))
    weight, bias = 1 + 0.1 * generator.standard_normal((2, WIDTH))
    return [array.astype(np.float32) for array in (x, weight, bias, generator.standard_normal((ROWS, WIDTH)))]


def by_jax(function, *arrays) -> list[np.ndarray]:
    """The output, then the gradients of x, weight and bias, as JAX computes them in the arrays' type."""
    with jax.enable_x64(arrays[0].dtype == np.float64):
        return [np.asarray(function(*arrays[:3])), *map(np.asarray, vjp(function)(*arrays))]


def by_layer(norma, *arrays) -> list[np.ndarray]:
    """The same by Norma's own layer and the gradient that it exports."""
    output = norma.layer("layernorm", arrays[0], weight=arrays[1], bias=arrays[2], epsilon=EPSILON)
    text = norma.call("export", "layernorm", "--shape", f"{ROWS}x{WIDTH}", "--epsilon", EPSILON, "--gradient")
    return [output, *norma.program(text, arrays, outputs=3)]


def by_import(norma, function, *arrays) -> list[np.ndarray]:
    """The same by the texts that JAX prints of a function and of its gradient."""
    with jax.enable_x64(False):
        texts = jax.jit(function).lower(*arrays[:3]).as_text(), vjp(function).lower(*arrays).as_text()
    # The gradient does not read the bias, and JAX leaves out of its text what is not read.
    return norma.program(texts[0], arrays[:3]) + norma.program(texts[1], [*arrays[:2], arrays[3]], outputs=3)


def errors(actual, exact) -> list[float]:
    """The largest error of the output, and of each gradient the error relative to its norm."""
    wide = [array.astype(np.float64) for array in actual]
    relative = [np.linalg.norm(a - e) / np.linalg.norm(e) for a, e in zip(wide[1:], exact[1:], strict=True)]
    return [float(np.abs(wide[0] - exact[0]).max()), *map(float, relative)]


NORMA = {
    "Norma's layer": by_layer,
    "Norma, JAX's two-pass": lambda norma, *arrays: by_import(norma, two_pass, *arrays),
    "Norma, JAX's standardize": lambda norma, *arrays: by_import(norma, standardized, *arrays),
}
JAX = {"JAX two-pass": two_pass, "JAX standardize": standardized}


@pytest.mark.parametrize("ratio", RATIOS)
def test_far_from_zero_norma_stays_near_float64(norma, table, ratio):
    arrays = inputs(ratio)
    exact = by_jax(two_pass, *(array.astype(np.float64) for array in arrays))
    found = {name: errors(compute(norma, *arrays), exact) for name, compute in NORMA.items()}
    theirs = {name: errors(by_jax(function, *arrays), exact) for name, function in JAX.items()}
    lines = [f"mean/std {ratio:.0e}, f32, width {WIDTH}" + "".join(f"{word:>12}" for word in ("y", "dx", "dweight", "dbias"))]
    for name, figures in (found | theirs).items():
        lines.append(f"  {name:{len(lines[0]) - 50}}" + "".join(f"{figure:12.1e}" for figure in figures))
    table("\n".join(lines))
    for figures in found.values():
        assert figures[0] <= OUTPUT_BOUND
        assert max(figures[1:]) <= GRADIENT_BOUND
