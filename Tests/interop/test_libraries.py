"""Programs of Equinox, Flax NNX and Flax Linen, as two versions of JAX print them, in Norma."""

import pytest

from exports import DIRECTIONS, DTYPES
from libraries import SUBJECTS
from programs import assert_exact
from versions import PYTHONS

NAMES = [f"{subject}-{direction}-{dtype}" for subject in SUBJECTS for direction in DIRECTIONS for dtype in DTYPES]


@pytest.mark.parametrize("version", PYTHONS)
@pytest.mark.parametrize("name", NAMES)
def test_a_program_of_a_library_means_in_norma_what_it_means_in_float64(norma, exports, version, name):
    program = exports.program(version, name)
    printed = norma.program_at(program.path(), program.inputs, len(program.exact))
    assert_exact(printed, program.exact, program.result_types)
    # The text of `jax.export` has locations and other names, and means the same to the bit.
    exported = norma.program_at(program.path(".exported.mlir"), program.inputs, len(program.exact))
    for left, right in zip(printed, exported, strict=True):
        assert left.tobytes() == right.tobytes()
