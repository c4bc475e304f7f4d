"""What `norma export` prints, run by two versions of JAX and by Norma, against float64."""

import functools
from dataclasses import dataclass
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import pytest

import runs
import xla
from exports import DTYPES
from formulas import LAYERS, RESIDUAL_PARAMETERS
from libraries import SUBJECTS
from norma import Norma
from programs import assert_exact
from versions import PYTHONS, finish, require, start

#: Of a layer: what is asked for, with or without its gradient, in each type.
LAYER_CASES = [
    f"{words} --dtype {dtype}{gradient}" for words in LAYERS for dtype in DTYPES for gradient in ("", " --gradient")
]
#: Of a program that JAX printed: its gradient as Norma derives it, and the program as Norma rewrites it.
PROGRAM_CASES = [f"{subject} {option}" for subject in SUBJECTS for option in ("--gradient", "--rewritten")]


@dataclass
class Journey:
    """An exported text with inputs and what it must give."""

    path: Path
    inputs: list[np.ndarray]
    exact: list[np.ndarray]

    @property
    def types(self) -> list[str]:
        return [self.inputs[0].dtype.name] * len(self.exact)


@functools.cache
def formula(words: str, gradient: bool):
    """A layer's formula, or what training takes of it: the gradient of a model's loss, or a layer's cotangents."""
    layer = LAYERS[words]
    if not gradient:
        return jax.jit(layer)
    if words.startswith("residual-mlp"):
        parameters = range(1, 1 + RESIDUAL_PARAMETERS)
        return jax.jit(jax.grad(lambda x, *weights: jnp.mean(layer(x, *weights) ** 2), argnums=parameters))
    return jax.jit(lambda *arrays: jax.vjp(layer, *arrays[:-1])[1](arrays[-1]))


def exact_layer(words: str, gradient: bool, inputs) -> list[np.ndarray]:
    """What a layer must give, in float64."""
    with jax.enable_x64(True):
        results = formula(words, gradient)(*(jnp.asarray(array.astype(np.float64)) for array in inputs))
        return [np.asarray(result) for result in jax.tree.leaves(results)]


def layer_journey(norma: Norma, folder: Path, words: str) -> Journey:
    path = folder / (words.replace(" ", "_") + ".mlir")
    norma.call("export", *words.split(), "--output", path)
    dtype = DTYPES["bf16" if "bf16" in words else "f32"]
    generator = np.random.default_rng(3)
    shapes = xla.parameter_shapes(path.read_text())
    # A variance among the parameters must be positive; the width divides the elements of a matrix.
    inputs = [1 + 0.5 * generator.uniform(-1, 1, shape) for shape in shapes]
    inputs = [array / array.shape[1] if array.ndim == 2 else array for array in inputs]
    inputs[0] = generator.standard_normal(shapes[0])
    if "--gradient" in words:
        inputs[-1] = generator.standard_normal(shapes[-1])
    inputs = [array.astype(dtype) for array in inputs]
    layer = words.split(" --dtype")[0]
    return Journey(path, inputs, exact_layer(layer, "--gradient" in words, inputs))


def program_journey(norma: Norma, folder: Path, exports, version: str, case: str) -> Journey:
    subject, option = case.split()
    forward = exports.program(version, f"{subject}-forward-f32")
    path = folder / f"{subject}{option}.mlir"
    norma.call("export", forward.path(), option, "--output", path)
    if option == "--rewritten":
        return Journey(path, forward.inputs, forward.exact)
    # The gradient as JAX derives it in float64; its last argument is the cotangent.
    gradient = exports.program(version, f"{subject}-gradient-f32")
    return Journey(path, [*forward.inputs, gradient.inputs[-1]], gradient.exact)


class Journeys:
    """Texts that Norma exports, and what each version of JAX makes of them."""

    def __init__(self, folder: Path, make, names):
        self.folder, self.found, self.failures = folder, {}, {}
        for name in names:
            try:
                self.found[name] = journey = make(name)
                runs.save(journey.path.with_suffix(".inputs.npz"), journey.inputs)
            except AssertionError as failure:
                self.failures[name] = failure

    def start(self, version: str):
        return start(version, "runs.py", self.folder, self.folder / version)

    def of(self, name: str) -> Journey:
        if name in self.failures:
            raise self.failures[name]
        return self.found[name]

    def results(self, name: str, version: str) -> list[np.ndarray]:
        return runs.load(self.folder / version / f"{self.of(name).path.stem}.npz")


@pytest.fixture(scope="session")
def layers(binary, tmp_path_factory) -> Journeys:
    """The layers of the catalogue, exported once and run by every JAX at hand at the same time."""
    folder = tmp_path_factory.mktemp("layers")
    norma = Norma(binary, folder)
    journeys = Journeys(folder, lambda words: layer_journey(norma, folder, words), LAYER_CASES)
    for process in [journeys.start(version) for version, python in PYTHONS.items() if python.exists()]:
        finish(process)
    return journeys


@pytest.fixture(scope="session")
def programs(binary, exports, tmp_path_factory):
    """A function: what Norma made of the programs of one version of JAX, run by that version."""
    made = {}

    def of(version: str) -> Journeys:
        require(version)
        if version not in made:
            folder = tmp_path_factory.mktemp(f"programs-{version}")
            norma = Norma(binary, folder)
            made[version] = Journeys(
                folder, lambda case: program_journey(norma, folder, exports, version, case), PROGRAM_CASES
            )
            finish(made[version].start(version))
        return made[version]

    return of


@pytest.mark.parametrize("name", LAYER_CASES)
def test_the_program_of_a_layer_means_its_formula(norma, layers, name):
    journey = layers.of(name)
    actual = norma.program_at(journey.path, journey.inputs, len(journey.exact))
    assert_exact(actual, journey.exact, journey.types)


@pytest.mark.parametrize("version", PYTHONS)
@pytest.mark.parametrize("name", LAYER_CASES)
def test_the_program_of_a_layer_means_its_formula_in_jax(layers, version, name):
    require(version)
    journey = layers.of(name)
    assert_exact(layers.results(name, version), journey.exact, journey.types)


@pytest.mark.parametrize("version", PYTHONS)
@pytest.mark.parametrize("name", PROGRAM_CASES)
def test_what_norma_makes_of_a_program_of_jax_means_the_same_in_both(norma, programs, version, name):
    journeys = programs(version)
    journey = journeys.of(name)
    assert_exact(journeys.results(name, version), journey.exact, journey.types)
    actual = norma.program_at(journey.path, journey.inputs, len(journey.exact))
    assert_exact(actual, journey.exact, journey.types)
