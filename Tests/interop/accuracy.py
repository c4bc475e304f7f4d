"""Errors in units in the last place, and the layers in float64 that they are measured against."""

import ml_dtypes
import numpy as np

#: Explicit mantissa bits and the exponent of the smallest normal number.
FORMATS = {
    np.dtype(np.float64): (52, -1022),
    np.dtype(np.float32): (23, -126),
    np.dtype(np.float16): (10, -14),
    np.dtype(ml_dtypes.bfloat16): (7, -126),
}

#: What Norma promises of float32, in ULP of a row's largest output.
FLOAT32_BOUND = 4.0


def ulp(value, dtype) -> np.ndarray:
    """The distance to the next number of the type, at each value's magnitude."""
    mantissa, smallest = FORMATS[np.dtype(dtype)]
    _, exponent = np.frexp(np.abs(np.asarray(value, np.float64)))
    return np.ldexp(1.0, np.maximum(exponent - 1, smallest) - mantissa)


def row_ulps(actual, exact) -> float:
    """The largest error, in ULP of the largest exact output of the error's row."""
    exact = np.asarray(exact, np.float64)
    largest = np.abs(exact).max(axis=-1, keepdims=True)
    return float((np.abs(actual.astype(np.float64) - exact) / ulp(largest, actual.dtype)).max())


def narrow_excess(actual, exact, steps: float = 1) -> float:
    """The largest error of a half-width result over what it may have: at most 1 where all is well.

    It may stand `steps` ULP from the correctly rounded value, and may carry the error of the float32
    arithmetic before the rounding, which shows where a weight and a bias cancel.
    """
    rounded = exact.astype(actual.dtype).astype(np.float64)
    largest = np.abs(exact).max(axis=-1, keepdims=True)
    allowed = steps * ulp(rounded, actual.dtype) + FLOAT32_BOUND * ulp(largest, np.float32)
    return float((np.abs(actual.astype(np.float64) - rounded) / allowed).max())


def assert_accurate(actual, exact, steps: float = 1):
    """Norma's promise: float32 within 4 ULP of the row's largest, half widths correctly rounded to one."""
    assert actual.shape == exact.shape
    if actual.dtype == np.float32:
        assert row_ulps(actual, exact) <= FLOAT32_BOUND
    else:
        assert narrow_excess(actual, exact, steps) <= 1


# What each layer means, in float64 from inputs that are already rounded.


def layer_norm(x, weight=None, bias=None, epsilon=1e-5, axes=1):
    x = x.astype(np.float64)
    over = tuple(range(-axes, 0))
    centred = x - x.mean(axis=over, keepdims=True)
    y = centred / np.sqrt((centred**2).mean(axis=over, keepdims=True) + epsilon)
    return affine(y, weight, bias)


def rms_norm(x, weight=None, epsilon=1e-6):
    x = x.astype(np.float64)
    return affine(x / np.sqrt((x**2).mean(axis=-1, keepdims=True) + epsilon), weight)


def l2_norm(x, epsilon=1e-12):
    x = x.astype(np.float64)
    return x / np.sqrt((x**2).sum(axis=-1, keepdims=True) + epsilon)


def softmax(x):
    x = x.astype(np.float64)
    raised = np.exp(x - x.max(axis=-1, keepdims=True))
    return raised / raised.sum(axis=-1, keepdims=True)


def affine(y, weight=None, bias=None):
    y = y if weight is None else y * weight.astype(np.float64)
    return y if bias is None else y + bias.astype(np.float64)
