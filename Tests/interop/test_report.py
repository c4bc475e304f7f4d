"""The report on Equinox's LayerNorm: its table, and that the step of its model is right."""

import json

import numpy as np
import pytest

from libraries import REPORT
from versions import PYTHONS

#: Reduces and broadcasts as JAX prints them; the report has those of 0.10.
PRINTED = {
    ("0.10", "report-two-pass"): (132, 342),
    ("0.10", "report-standardize"): (104, 238),
    ("0.12", "report-two-pass"): (132, 350),
    ("0.12", "report-standardize"): (104, 246),
}

#: The values that reductions must give: for each of 8 blocks 2 statistics of rows, 2 sums over rows backward except in
#: the first block, whose input nobody wants a gradient of, 2 sums over columns for the norm and 2 for the biases, and 1
#: for the loss, which a gradient need not compute.
NEEDED = 8 * 2 + 7 * 2 + 8 * 2 + 8 * 2 + 1

#: What a parameter's gradient may be off, relative to its own norm, after 8 blocks forward and backward in float32:
#: about 100 roundings of 2^-24 lie in a row, each over sums of terms of both signs.
GRADIENT_BOUND = 1e-5


@pytest.mark.parametrize("version", PYTHONS)
@pytest.mark.parametrize("name", REPORT)
def test_the_counts_of_the_report_come_from_explain(norma, exports, version, name):
    path = exports.folder(version) / f"{name}-f32.mlir"
    report = json.loads(norma.call("explain", path, "--json"))
    first, last = report["table"][0], report["table"][-1]
    assert (first["name"], last["name"]) == ("in", "out")
    assert (first["reduces"], first["broadcasts"]) == PRINTED[version, name]
    assert last["reduced_values"] <= NEEDED
    # A row of the table for each change, and what the next changes is what the last left.
    passes = next(stage for stage in report["stages"] if stage["name"] == "rewritten")["passes"]
    assert [row["name"] for row in report["table"][1:-1]] == [record["name"] for record in passes]
    assert [row["reduces"] for row in report["table"][:-2]] == [record["before"]["reduces"] for record in passes]
    steps = next(stage for stage in report["stages"] if stage["name"] == "plan")["steps"]
    assert all(step["bytes_read"] + step["bytes_written"] > 0 for step in steps if step["kind"] != "interpreter")
    # Two products forward and four backward in each block: of the first, too, the norm's parameters want a gradient.
    products = [step for step in steps if step["kind"] == "product"]
    assert len(products) == 8 * 6
    assert sum(step["operations"] for step in products) == len(products) * 2 * 256 * 32 * 64 * 64


@pytest.mark.parametrize("version", PYTHONS)
@pytest.mark.parametrize("name", REPORT)
def test_the_gradient_of_every_parameter_is_that_of_float64(norma, exports, version, name):
    program = exports.program(version, f"{name}-f32")
    actual = norma.program_at(program.path(), program.inputs, len(program.exact))
    assert len(actual) == 8 * 6
    for ours, exact in zip(actual, program.exact, strict=True):
        assert np.linalg.norm(ours - exact) <= GRADIENT_BOUND * np.linalg.norm(exact)
