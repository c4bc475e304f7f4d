"""The line protocol that `norma bench` speaks; README.md in this folder describes it.

A peer calls `serve(hello, prepare)`. `hello(threads)` imports the library and returns its version. `prepare(case)`
returns a dictionary of ways: the name of each, and a pair of functions. The first runs a call until its result is
complete, the second gives that result as a list of NumPy arrays.
"""

import json
import os
import sys
import time


class Unsupported(Exception):
    """A case that a library does not have."""


class Case:
    """A case, its inputs as NumPy arrays in memory of their own."""

    def __init__(self, request):
        import numpy

        self.layer, self.direction = request["layer"], request["direction"]
        self.dtype, self.shape = request["dtype"], tuple(request["shape"])
        self.epsilon = request.get("epsilon")
        self.inputs = [
            numpy.fromfile(array["path"], dtype=numpy_type(array["dtype"])).reshape(array["shape"])
            for array in request["inputs"]
        ]
        self.outputs = [(tuple(array["shape"]), array["dtype"]) for array in request["outputs"]]

    @property
    def is_backward(self):
        return self.direction == "backward"

    @property
    def arguments(self):
        """The inputs of the layer: backward gives a gradient for each, and takes what comes after them."""
        return self.inputs[: len(self.outputs)] if self.is_backward else self.inputs

    @property
    def parameters(self):
        """The arguments that have no rows."""
        return [array for array in self.arguments if array.ndim < len(self.shape)]

    def parts(self):
        """What stands beside the norm: `add` before it, `int8` after it, or neither; and the norm's name."""
        if self.layer.startswith("add-"):
            return "add", self.layer.removeprefix("add-")
        return ("int8", self.layer.removesuffix("-int8")) if self.layer.endswith("-int8") else (None, self.layer)


def numpy_type(name):
    """The NumPy type of an element type's name."""
    import ml_dtypes
    import numpy

    types = {"f64": numpy.float64, "f32": numpy.float32, "f16": numpy.float16, "bf16": ml_dtypes.bfloat16, "i8": numpy.int8}
    return numpy.dtype(types[name])


def serve(hello, prepare):
    """Answers until standard input ends."""
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    # What a library prints must not stand between the answers.
    os.dup2(2, 1)
    peer = Peer(hello, prepare)
    for line in sys.stdin:
        try:
            answer = peer.answer(json.loads(line))
        except Unsupported as reason:
            answer = {"error": str(reason)}
        except Exception as error:  # Whatever a library throws is its answer.
            answer = {"error": f"{type(error).__name__}: {first_line(error)}"}
        print(json.dumps(answer), file=answers)


def first_line(error):
    return next((line for line in str(error).splitlines() if line.strip()), "")[:200]


class Peer:
    def __init__(self, hello, prepare):
        self.hello, self.prepare, self.ways = hello, prepare, {}

    def answer(self, request):
        match request["do"]:
            case "hello":
                keep_to(request["threads"])
                return {"version": self.hello(request["threads"])}
            case "prepare":
                self.ways = {}
                self.ways = self.prepare(Case(request))
                return {"ways": list(self.ways)}
            case "run":
                return {"seconds": times(self.ways[request["way"]][0], request["calls"], request["flush"])}
            case "write":
                write(self.ways[request["way"]][1](), request["files"])
                return {"done": True}
            case "release":
                self.ways = {}
                return {"done": True}
        return {"error": f"cannot {request['do']}"}


def keep_to(threads):
    """Leaves so many processors to this process, for libraries that have no other way to be told."""
    if hasattr(os, "sched_setaffinity"):
        allowed = sorted(os.sched_getaffinity(0))
        if threads < len(allowed):
            os.sched_setaffinity(0, allowed[:threads])


def times(run, calls, flush):
    """The seconds of each call; without a flush, 2 milliseconds of calls that do not count go first."""
    import numpy

    scratch = numpy.zeros(flush // 8) if flush else None
    start = time.perf_counter()
    while scratch is None:
        run()
        if time.perf_counter() - start > 1e-2:
            break
    seconds = []
    for _ in range(calls):
        if scratch is not None:
            scratch += 1
        start = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - start)
    return seconds


def write(arrays, files):
    for array, file in zip(arrays, files, strict=True):
        array.tofile(file)
