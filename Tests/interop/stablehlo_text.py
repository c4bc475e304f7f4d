"""Compares StableHLO texts that Norma printed with the texts they were read from, in MLIR's own words.

`export(folder)` writes programs as JAX prints them, in every spelling it has; `compare(originals, printed)` parses
both sides with MLIR and gives the names of those that differ. On the command line:

    python stablehlo_text.py export ORIGINALS
    python stablehlo_text.py compare ORIGINALS PRINTED
"""

import pathlib
import sys

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax
from jax._src.interpreters import mlir
from jaxlib.mlir import ir


def layer_norm(x, weight, bias):
    mean = jnp.mean(x, -1, keepdims=True)
    variance = jnp.var(x, -1, keepdims=True)
    return (x - mean) * lax.rsqrt(variance + 1e-5) * weight + bias


def pairwise(left, right):
    return left[0] + right[1], left[1] * right[0]


X = np.ones((4, 8), np.float32)
W = np.linspace(0, 1, 8, dtype=np.float32)
BIG = np.random.default_rng(0).normal(size=(40, 50)).astype(np.float32)
SPECIAL = np.array([[np.nan, np.inf, -np.inf, -0.0, 1e-45, 3.4028235e38, 0.1, 1e10]], np.float32)
INTEGERS = np.arange(12, dtype=np.int32).reshape(3, 4)

PROGRAMS = {
    "layer_norm": (layer_norm, X, W, W),
    "layer_norm_gradient": (jax.grad(lambda *a: layer_norm(*a).sum(), argnums=(0, 1, 2)), X, W, W),
    "layer_norm_batched": (jax.vmap(layer_norm, (0, None, None)), np.stack([X, X]), W, W),
    "layer_norm_bf16": (layer_norm, *(jnp.asarray(a, jnp.bfloat16) for a in (X, W, W))),
    "layer_norm_f16": (layer_norm, *(jnp.asarray(a, jnp.float16) for a in (X, W, W))),
    "softmax": (jax.nn.softmax, X),
    "gelu": (lambda x: jax.nn.gelu(x, approximate=False), X),
    "argmax": (lambda x: jnp.argmax(x, -1), X),
    "loop": (lambda x: lax.fori_loop(0, 3, lambda i, carry: carry * 2 + x, x), X),
    "scan": (lambda x: lax.scan(lambda carry, row: (carry + row, carry * row), x[0], x), X),
    "product": (lambda a: jnp.einsum("bij,bkj->bik", a, a, precision="highest"), np.stack([X, X])),
    "movement": (lambda x: (x[1:3, ::2], jnp.pad(x, ((1, 2), (0, 3))), jnp.concatenate([x, x], 1), x.T), X),
    "dynamic": (lambda x, i: lax.dynamic_update_slice(x, lax.dynamic_slice(x, (i, i), (2, 3)), (i, i)), X, 1),
    "integers": (lambda i: ((i << 1) | (i >> 1) ^ ~i & 3, i // 2, i % 3, abs(i), jnp.sign(i)), INTEGERS),
    "functions": (lambda x: (lax.cbrt(x), lax.round(x), lax.expm1(x), jnp.isfinite(x), lax.erf(x), x**x), X),
    "precision": (lambda x: lax.reduce_precision(x, 5, 10), X),
    "reduce_two": (lambda x: lax.reduce((x, x), (np.float32(0), np.float32(1)), pairwise, (1,)), X),
    "reduce_unnamed": (lambda x: lax.reduce(x, np.float32(0), lambda a, b: a - b, (1,)), X),
    "barrier": (lambda x: lax.optimization_barrier((x, x * 2)), X),
    "many_elements": (lambda x: x + BIG, BIG),
    "many_booleans": (lambda x: jnp.where(BIG > 0, x, 0.0), BIG),
    "special_elements": (lambda x: x * SPECIAL + np.float32(1e-5), X),
    "no_elements": (lambda x: jnp.zeros((0, 8), np.float32) + x[:0], X),
}


def spellings(program, *arguments) -> dict[str, str]:
    """The same program in every form in which MLIR prints it."""
    lowered = jax.jit(program).lower(*arguments)
    operation = lowered.compiler_ir("stablehlo").operation
    return {
        "plain": lowered.as_text(),
        "located": lowered.as_text(debug_info=True),
        "local": operation.get_asm(use_local_scope=True, enable_debug_info=True),
        "quoted": operation.get_asm(print_generic_op_form=True),
    }


def export(folder: pathlib.Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, (program, *arguments) in PROGRAMS.items():
        for form, text in spellings(program, *arguments).items():
            (folder / f"{name}.{form}.mlir").write_text(text)


def canonical(text: str) -> str:
    """The text as MLIR prints it; raises where MLIR refuses it."""
    with mlir.make_ir_context():
        module = ir.Module.parse(text)
        module.operation.verify()
        return str(module).replace("func.func @", "func.func public @")


def compare(originals: pathlib.Path, printed: pathlib.Path) -> list[str]:
    """The names of the programs that are missing or mean something else once printed."""
    names = sorted(path.name for path in originals.glob("*.mlir"))
    return [name for name in names if not same(originals / name, printed / name)]


def same(original: pathlib.Path, printed: pathlib.Path) -> bool:
    return printed.exists() and canonical(original.read_text()) == canonical(printed.read_text())


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["export", folder]:
            export(pathlib.Path(folder))
        case ["compare", originals, printed]:
            different = compare(pathlib.Path(originals), pathlib.Path(printed))
            print("\n".join(different) or "all programs are the same")
            sys.exit(2 if different else 0)
        case _:
            sys.exit(__doc__)
