"""The peers of `norma bench` that this environment has the libraries of: they run, and give what float64 gives."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PEERS = Path(__file__).parents[2] / "Peers"
TITLES = {"jax": "JAX two-pass", "jax-standardize": "JAX standardize", "onnxruntime": "ONNX Runtime"}
BOTH = {"directions": ["forward", "backward"], "dtypes": ["f32", "bf16"], "shapes": ["64x48"]}
CASES = [
    {"layers": ["layernorm", "rmsnorm", "l2norm", "softmax", "add-layernorm", "add-rmsnorm"]} | BOTH,
    {"layers": ["layernorm-int8", "rmsnorm-int8"]} | BOTH | {"directions": ["forward"]},
    {"layers": ["layernorm-channels", "rmsnorm-channels"]} | BOTH | {"shapes": ["4x12x40"]},
]


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """What a bench of small cases found, with the peers run by the Python that runs this."""
    norma = os.environ["NORMA"]
    folder = tmp_path_factory.mktemp("bench")
    for script in PEERS.glob("*.py"):
        shutil.copy(script, folder)
    peers = [peer for peer in json.loads((PEERS / "peers.json").read_text()) if peer["name"] in TITLES]
    for peer in peers:
        peer["command"][0] = sys.executable
    (folder / "peers.json").write_text(json.dumps(peers))
    (folder / "cases.json").write_text(json.dumps(CASES))
    command = [Path(norma).absolute(), "bench", "--cases", folder / "cases.json", "--rounds", "1", "--json", folder / "bench.json"]
    subprocess.run(command, env=os.environ | {"NORMA_PEERS": str(folder)}, check=True, stdout=subprocess.DEVNULL)
    return json.loads((folder / "bench.json").read_text())


def test_every_peer_takes_part(report):
    assert report["absent"] == []
    assert [peer["title"] for peer in report["peers"]] == list(TITLES.values())


@pytest.mark.parametrize("title", TITLES.values())
def test_what_a_peer_runs_is_right(report, title):
    runs, refusals = 0, []
    for case in report["cases"]:
        (line,) = (line for line in case["implementations"] if line["title"] == title)
        name = (case["layer"], case["direction"], case["dtype"])
        if "problem" in line:
            refusals.append((name, line["problem"]))
            continue
        runs += 1
        assert line["holds"], (name, line)
        assert line["call"]["median_seconds"] > 0
    assert runs == {"JAX two-pass": 36, "JAX standardize": 10, "ONNX Runtime": 8}[title], refusals


def test_memory_of_the_callers_own_is_used_where_a_peer_takes_it(report):
    forward = [case for case in report["cases"] if (case["direction"], case["dtype"]) == ("forward", "f32")]
    for case in forward:
        (line,) = (line for line in case["implementations"] if line["title"] == "ONNX Runtime")
        if case["layer"].endswith("-channels"):
            assert "problem" in line
            continue
        assert line["into"]["unwritten_elements"] == 0
