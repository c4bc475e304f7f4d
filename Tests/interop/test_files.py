"""Files both ways: what NumPy and safetensors write, Norma reads, and what Norma writes, they read.

An identity program carries random bits, NaN payloads among them, so every type must come back bit for bit.
"""

import ml_dtypes
import numpy as np
import pytest
import safetensors
import safetensors.numpy

from norma import MLIR_NAMES, load

DTYPES = list(MLIR_NAMES)
SHAPES = [(), (1,), (0, 4), (3, 5), (2, 3, 4)]
SWAPPED = [dtype for dtype in DTYPES if dtype.itemsize > 1 and dtype != ml_dtypes.bfloat16]


def random_bits(dtype: np.dtype, shape=(3, 5)) -> np.ndarray:
    generator = np.random.default_rng(7)
    if dtype == np.bool_:
        return generator.integers(0, 2, shape).astype(bool)
    count = int(np.prod(shape)) * dtype.itemsize
    return np.frombuffer(generator.bytes(count), dtype).reshape(shape)


def identity(value: np.ndarray) -> str:
    type_ = "tensor<" + "".join(f"{extent}x" for extent in value.shape) + MLIR_NAMES[value.dtype] + ">"
    return f"func.func @main(%x: {type_}) -> {type_} {{\n  return %x : {type_}\n}}\n"


def assert_same_bits(actual: np.ndarray, expected: np.ndarray):
    assert (actual.dtype, actual.shape) == (expected.dtype, expected.shape)
    assert actual.tobytes() == expected.tobytes()


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("dtype", DTYPES, ids=str)
def test_every_type_and_shape_passes_through_bit_for_bit(norma, dtype, shape):
    value = random_bits(dtype, shape)
    assert_same_bits(norma.program(identity(value), [value])[0], value)


@pytest.mark.parametrize("version", [(1, 0), (2, 0), (3, 0)], ids=str)
@pytest.mark.parametrize("dtype", [np.float32, ml_dtypes.bfloat16], ids=["f32", "bf16"])
def test_every_npy_version_is_read(norma, tmp_path, dtype, version):
    value = random_bits(np.dtype(dtype))
    path = tmp_path / "versioned.npy"
    with open(path, "wb") as file:
        np.lib.format.write_array(file, value, version=version)
    assert_same_bits(norma.program(identity(value), [path])[0], value)


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
def test_fortran_order_is_read(norma, dtype):
    value = random_bits(dtype, (2, 3, 4))
    assert_same_bits(norma.program(identity(value), [np.asfortranarray(value)])[0], value)


@pytest.mark.parametrize("dtype", SWAPPED, ids=str)
def test_big_endian_is_read(norma, dtype):
    value = random_bits(dtype)
    swapped = value.byteswap().view(dtype.newbyteorder(">"))
    assert_same_bits(norma.program(identity(value), [swapped])[0], value)


def test_what_norma_writes_can_be_mapped(norma, tmp_path):
    value = random_bits(np.dtype(np.float32), (64, 384))
    norma.program(identity(value), [value])
    mapped = np.load(tmp_path / "output0.npy", mmap_mode="r")
    assert mapped.offset % 64 == 0
    assert_same_bits(np.asarray(mapped), value)


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
def test_a_tensor_of_a_safetensors_file_is_read(norma, tmp_path, dtype):
    value = random_bits(dtype)
    path = tmp_path / "model.safetensors"
    safetensors.numpy.save_file({"other": np.zeros(3, np.int8), "layer.weight": value}, path)
    assert_same_bits(norma.program(identity(value), [f"{path}:layer.weight"])[0], value)


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
def test_safetensors_reads_what_norma_writes(norma, tmp_path, dtype):
    value = random_bits(dtype)
    source, target = tmp_path / "source.npy", tmp_path / "written.safetensors"
    program = tmp_path / "identity.mlir"
    np.save(source, value)
    program.write_text(identity(value))
    norma.call("run", program, "--input", source, "--output", f"{target}:layer.weight")
    assert_same_bits(safetensors.numpy.load_file(target)["layer.weight"], value)


def test_bfloat16_is_stored_as_ml_dtypes_stores_it(norma, tmp_path):
    value = random_bits(np.dtype(ml_dtypes.bfloat16))
    np.save(tmp_path / "expected.npy", value)
    norma.program(identity(value), [value])
    stored = np.load(tmp_path / "output0.npy")
    assert stored.dtype == np.load(tmp_path / "expected.npy").dtype
    assert_same_bits(load(tmp_path / "output0.npy"), value)
