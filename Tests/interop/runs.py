"""Runs StableHLO texts in JAX: `runs.py FOLDER RESULTS` makes `RESULTS/NAME.npz` of `NAME.mlir` and `NAME.inputs.npz`.

Results of 16 bits are widened, for NumPy's files know no bfloat16; `dtypes` holds the types they had.
"""

import pathlib
import sys

import jax
import ml_dtypes
import numpy as np

import xla


def load(path: pathlib.Path) -> list[np.ndarray]:
    """Arrays of the types that were written beside them."""
    arrays = np.load(path)
    types = [np.dtype(getattr(ml_dtypes, str(name), str(name))) for name in arrays["dtypes"]]
    return [arrays[f"array{index}"].astype(dtype) for index, dtype in enumerate(types)]


def save(path: pathlib.Path, arrays) -> None:
    """Arrays in float64, and their types."""
    named = {f"array{index}": np.asarray(array).astype(np.float64) for index, array in enumerate(arrays)}
    np.savez(path, dtypes=[np.asarray(array).dtype.name for array in arrays], **named)


def run(folder: pathlib.Path, results: pathlib.Path) -> None:
    results.mkdir(exist_ok=True)
    for path in sorted(folder.glob("*.mlir")):
        save(results / f"{path.stem}.npz", xla.run(path.read_text(), load(path.with_suffix(".inputs.npz"))))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    jax.config.update("jax_enable_x64", True)
    run(*map(pathlib.Path, sys.argv[1:]))
