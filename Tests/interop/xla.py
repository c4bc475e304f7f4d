"""StableHLO text in JAX's hands: checked by MLIR, run by XLA, and by StableHLO's own reference interpreter."""

import dataclasses

import jax
import numpy as np
from jax import export
from jax.interpreters.mlir import make_ir_context
from jaxlib.mlir import ir, passmanager
from jaxlib.mlir.dialects import stablehlo

from norma import MLIR_NAMES

stablehlo.register_stablehlo_passes()

#: A version of the portable format that every supported JAX reads; the first one with `tan`.
PORTABLE = "1.4.0"

DTYPES = {name: dtype for dtype, name in MLIR_NAMES.items()}


def parameter_shapes(text: str) -> list[tuple[int, ...]]:
    """The shapes of `@main`'s parameters, after MLIR has parsed and verified the text."""
    with make_ir_context():
        return [tuple(type_.shape) for type_ in main(ir.Module.parse(text)).type.inputs]


def run(text: str, inputs) -> list[np.ndarray]:
    """The results of `@main` as XLA computes them."""
    with make_ir_context():
        module = ir.Module.parse(text)
        results = [(tuple(type_.shape), DTYPES[str(type_.element_type)]) for type_ in main(module).type.results]
        # `chlo` stands outside the portable format and rides along as it is.
        artifact = stablehlo.serialize_portable_artifact(module, PORTABLE, True)
    # A function of the same signature, whose exported program is then replaced by the text's.
    outline = jax.jit(
        lambda *_: tuple(jax.numpy.zeros(shape, dtype) for shape, dtype in results), keep_unused=True
    )
    arguments = [jax.ShapeDtypeStruct(value.shape, value.dtype) for value in inputs]
    exported = export.export(outline)(*arguments)
    exported = dataclasses.replace(exported, mlir_module_serialized=artifact)
    return [np.asarray(value) for value in exported.call(*inputs)]


def interpret(text: str, inputs) -> list[np.ndarray]:
    """The results of `@main` as StableHLO's reference interpreter computes them."""
    with make_ir_context():
        module = ir.Module.parse(text)
        passmanager.PassManager.parse("builtin.module(func.func(chlo-legalize-to-stablehlo))").run(module.operation)
        values = [ir.DenseElementsAttr.get(np.ascontiguousarray(value)) for value in inputs]
        return [np.array(result) for result in stablehlo.eval_module(module, values)]


def main(module):
    return next(operation for operation in module.body.operations if operation.name.value == "main")
