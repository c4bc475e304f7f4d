"""Programs in a folder: a StableHLO text, its inputs and its exact results, as `exports.py` writes them."""

from pathlib import Path

import ml_dtypes
import numpy as np


class Program:
    """One program of a folder, by its name."""

    def __init__(self, folder: Path, name: str):
        self.folder, self.name = folder, name
        self.dtype = np.dtype(ml_dtypes.bfloat16 if name.endswith("bf16") else np.float32)
        arrays = np.load(folder / f"{name}.npz")
        self.inputs = [arrays[key].astype(self.dtype) for key in arrays if key.startswith("input")]
        self.exact = [arrays[key] for key in arrays if key.startswith("exact")]
        self.result_types = list(arrays["dtypes"])

    def path(self, suffix: str = ".mlir") -> Path:
        return self.folder / (self.name + suffix)


#: What float32 may be off, in units of 2^-23 of a result's largest element. A result of these programs is a chain
#: of at most 16 roundings of half a unit each, over values no larger than its largest: sums are taken in wider
#: types or in chunks, and the rest are products, quotients and elementary functions of one unit at most.
FLOAT32_STEPS = 8.0
#: What bfloat16 may be off, in units of 2^-7: the programs convert to it between their operations, and a rounding
#: of half a unit may fall on either side at each of up to 6 conversions that lie in a row.
BFLOAT16_STEPS = 3.0


def largest_error(actual: np.ndarray, exact: np.ndarray) -> float:
    """The largest error, in units of the type's precision at the largest exact element."""
    scale = float(np.abs(exact).max()) * float(ml_dtypes.finfo(actual.dtype).eps)
    return float(np.abs(actual.astype(np.float64) - exact).max()) / scale


def assert_exact(actual, exact, types) -> None:
    """Every result has its type and shape, and is within what its type allows of float64."""
    for ours, real, dtype in zip(actual, exact, types, strict=True):
        assert (ours.dtype.name, ours.shape) == (str(dtype), real.shape)
        steps = FLOAT32_STEPS if ours.dtype == np.float32 else BFLOAT16_STEPS
        assert largest_error(ours, real) <= steps
