"""LayerNorm beside ONNX Runtime and JAX: on a real model's weights, and far from zero."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import safetensors.numpy

import peers
from accuracy import FLOAT32_BOUND, layer_norm, row_ulps

ROOT = Path(__file__).resolve().parents[2]
TABLE = "embeddings.word_embeddings.weight"
NORMS = ["embeddings.LayerNorm"] + [
    f"encoder.layer.{index}.{part}LayerNorm" for index in range(6) for part in ("attention.output.", "output.")
]


@pytest.fixture(scope="session")
def model() -> Path:
    """The real model; its sample in the repository where it cannot be fetched."""
    fetch = [sys.executable, ROOT / "Scripts/fetch-model", ROOT / ".build-data/model"]
    done = subprocess.run(fetch, capture_output=True, text=True)
    if done.returncode == 0:
        return Path(done.stdout.strip())
    return ROOT / "Samples/minilm-embeddings.safetensors"


@pytest.mark.parametrize("name", NORMS)
def test_a_real_layer_norm_is_as_near_to_float64_as_onnx_runtime_is(norma, model, name):
    tensors = safetensors.numpy.load_file(model)
    x, weight, bias = tensors[TABLE], tensors[f"{name}.weight"], tensors[f"{name}.bias"]
    actual = norma.layer(
        "layernorm", f"{model}:{TABLE}", weight=f"{model}:{name}.weight", bias=f"{model}:{name}.bias", epsilon=1e-12
    )
    exact = layer_norm(x, weight, bias, epsilon=1e-12)
    ours = row_ulps(actual, exact)
    theirs = row_ulps(peers.onnx_runtime(x, weight, bias, 1e-12), exact)
    assert ours <= FLOAT32_BOUND
    # Both round the same last product and sum: one ULP between two sound results is no difference.
    assert ours <= theirs + 1


def test_far_from_zero_norma_alone_keeps_its_bound(norma, table):
    width, epsilon = 1024, 1e-5
    weight, bias = np.ones(width, np.float32), np.zeros(width, np.float32)
    noise = np.random.default_rng(0).standard_normal((256, width))
    lines = [f"LayerNorm 256x{width} f32, largest error in ULP of the row's largest output:"]
    lines += [f"{'offset':>8}{'Norma':>12}{'ONNX Runtime':>14}{'JAX two-pass':>14}{'standardize':>14}"]
    for offset in (0.0, 1e2, 1e4, 1e5):
        x = (offset + noise).astype(np.float32)
        exact = layer_norm(x, epsilon=epsilon)
        ours = row_ulps(norma.layer("layernorm", x, weight=weight, bias=bias, epsilon=epsilon), exact)
        theirs = [
            row_ulps(np.asarray(peer(x, weight, bias, epsilon)), exact)
            for peer in (peers.onnx_runtime, peers.jax_two_pass, peers.jax_standardize)
        ]
        lines.append(f"{offset:8.0e}{ours:12.2f}" + "".join(f"{error:14.4g}" for error in theirs))
        assert ours <= FLOAT32_BOUND
        assert offset < 1e4 or ours < min(theirs)
    table("\n".join(lines))
