"""Writes what JAX prints of the subjects, their inputs, and their results in float64: `exports.py FOLDER`.

For each subject, element type and direction: `NAME.mlir` as `jit(...).lower(...).as_text()` prints it and
`NAME.exported.mlir` as `jax.export` does, and `NAME.npz` with `input0`, ..., `exact0`, ... and the types of the
results. This file needs the libraries alone, so that it runs under any version of JAX.
"""

import pathlib
import sys

import jax
import jax.export
import jax.numpy as jnp
import ml_dtypes
import numpy as np

from libraries import REPORT, SUBJECTS, Subject

DTYPES = {"f32": np.dtype(np.float32), "bf16": np.dtype(ml_dtypes.bfloat16)}
DIRECTIONS = ["forward", "gradient"]


def forward(subject: Subject):
    """The subject as a function of arrays: its parameters, then `x`."""
    count = len(jax.tree.leaves(subject.parameters))
    structure = jax.tree.structure(subject.parameters)
    return lambda *arrays: subject.apply(jax.tree.unflatten(structure, arrays[:count]), arrays[count])


def gradient(subject: Subject):
    """What a cotangent, the last argument, becomes: one for each parameter, and one for `x`."""
    return lambda *arrays: jax.vjp(forward(subject), *arrays[:-1])[1](arrays[-1])


def loss_gradient(subject: Subject):
    """The gradient of the mean square by every parameter, as a training step takes it."""
    count = len(jax.tree.leaves(subject.parameters))
    return jax.grad(lambda *arrays: jnp.mean(forward(subject)(*arrays) ** 2), argnums=tuple(range(count)))


def inputs(subject: Subject) -> list[np.ndarray]:
    """Parameters beside what they are initialised to, rows away from zero, and a cotangent of noise, in float64."""
    generator = np.random.default_rng(11)
    leaves = [np.asarray(leaf) for leaf in jax.tree.leaves(subject.parameters)]
    arrays = [leaf + 0.1 * generator.standard_normal(leaf.shape) for leaf in leaves]
    arrays.append(0.3 + 0.5 * generator.standard_normal(subject.shape))
    result = jax.eval_shape(forward(subject), *arrays)
    return [*arrays, generator.standard_normal(result.shape)]


def write(folder: pathlib.Path, name: str, function, arrays, dtypes=DTYPES) -> None:
    """The texts, inputs and exact results of one program in each element type."""
    jitted = jax.jit(function)
    for dtype_name, dtype in dtypes.items():
        rounded = [array.astype(dtype) for array in arrays]
        path = folder / f"{name}-{dtype_name}"
        lowered = jitted.lower(*rounded)
        path.with_suffix(".mlir").write_text(lowered.as_text())
        exported = jax.export.export(jitted)(*(jax.ShapeDtypeStruct(a.shape, a.dtype) for a in rounded))
        path.with_suffix(".exported.mlir").write_text(exported.mlir_module())
        wide = [array.astype(np.float64) for array in rounded]
        with jax.enable_x64(True):
            exact = [np.asarray(result) for result in jax.tree.leaves(jitted(*wide))]
        types = [np.dtype(result.dtype).name for result in jax.tree.leaves(lowered.out_info)]
        # What the program does not read, JAX leaves out of its text.
        named = {f"input{index}": wide[kept] for index, kept in enumerate(exported.module_kept_var_idx)}
        named |= {f"exact{index}": array for index, array in enumerate(exact)}
        np.savez(path.with_suffix(".npz"), dtypes=types, **named)


def export(folder: pathlib.Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in SUBJECTS.items():
        subject = make()
        arrays = inputs(subject)
        write(folder, f"{name}-forward", forward(subject), arrays[:-1])
        write(folder, f"{name}-gradient", gradient(subject), arrays)
    for name, make in REPORT.items():
        subject = make()
        write(folder, name, loss_gradient(subject), inputs(subject)[:-1], {"f32": DTYPES["f32"]})


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    export(pathlib.Path(sys.argv[1]))
