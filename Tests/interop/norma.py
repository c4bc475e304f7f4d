"""The `norma` command as the cross-checks call it: arrays in, arrays out, everything through files."""

import subprocess
from pathlib import Path

import ml_dtypes
import numpy as np

#: MLIR's name of each element type, by NumPy's.
MLIR_NAMES = {
    np.dtype(dtype): name
    for name, dtype in {
        "f64": np.float64, "f32": np.float32, "f16": np.float16, "bf16": ml_dtypes.bfloat16,
        "i64": np.int64, "i32": np.int32, "i16": np.int16, "i8": np.int8,
        "ui64": np.uint64, "ui32": np.uint32, "ui16": np.uint16, "ui8": np.uint8, "i1": np.bool_,
    }.items()
}  # fmt: skip


class Norma:
    def __init__(self, binary: Path, folder: Path):
        self.binary = binary
        self.folder = folder

    def layer(self, name: str, x, **options) -> np.ndarray:
        """Runs a layer of the catalogue; arrays among the options travel as `.npy` files."""
        output = self.folder / "output.npy"
        arguments = ["run", name, "--input", self.file("input", x), "--output", output]
        for option, value in options.items():
            if value is not None:
                value = self.file(option, value) if isinstance(value, np.ndarray) else value
                arguments += [f"--{option}", value]
        self.call(*arguments)
        return load(output)

    def program(self, text: str, inputs, outputs: int = 1, engine: str = "cpu") -> list[np.ndarray]:
        """Runs `@main` of a StableHLO text."""
        path = self.folder / "program.mlir"
        path.write_text(text)
        return self.program_at(path, inputs, outputs, engine)

    def program_at(self, path: Path, inputs, outputs: int = 1, engine: str = "cpu") -> list[np.ndarray]:
        """Runs `@main` of a StableHLO file."""
        arguments = ["run", path, "--engine", engine]
        for index, value in enumerate(inputs):
            arguments += ["--input", self.file(f"input{index}", value)]
        results = [self.folder / f"output{index}.npy" for index in range(outputs)]
        for result in results:
            arguments += ["--output", result]
        self.call(*arguments)
        return [load(result) for result in results]

    def explain(self, layer: str, shape, dtype, stage: str) -> str:
        """The text of one stage of a layer."""
        extents = "x".join(map(str, shape))
        name = MLIR_NAMES[np.dtype(dtype)]
        return self.call("explain", layer, "--shape", extents, "--dtype", name, "--stage", stage)

    def file(self, name: str, value) -> str | Path:
        """The path of an array's file; a path, or `file.safetensors:tensor`, stands for itself."""
        if not isinstance(value, np.ndarray):
            return value
        path = self.folder / f"{name}.npy"
        np.save(path, value)
        return path

    def call(self, *arguments) -> str:
        """What the command prints; its message where it fails."""
        command = [self.binary, *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, f"status {done.returncode}: {' '.join(map(str, command))}\n{done.stderr}"
        return done.stdout


def load(path: Path) -> np.ndarray:
    """An array as NumPy reads it; two bytes of no type are a bfloat16, as ml_dtypes stores it."""
    value = np.load(path, allow_pickle=False)
    return value.view(ml_dtypes.bfloat16) if value.dtype == np.dtype("V2") else value
