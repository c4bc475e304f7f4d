"""ONNX Runtime: a model of one operator, or of a few where ONNX has none."""

from protocol import Unsupported, serve

THREADS = 1


def hello(threads):
    global onnx, onnxruntime, THREADS
    import onnx
    import onnxruntime

    THREADS = threads
    return f"ONNX Runtime {onnxruntime.__version__}"


def element_type(case):
    names = {"f64": "DOUBLE", "f32": "FLOAT", "f16": "FLOAT16", "bf16": "BFLOAT16"}
    return getattr(onnx.TensorProto, names[case.dtype])


def nodes(case):
    """The operators, and the names of what they give."""
    node = onnx.helper.make_node
    beside, name = case.parts()
    names = {"layernorm": "LayerNormalization", "rmsnorm": "RMSNormalization"}
    skips = {"layernorm": "SkipLayerNormalization", "rmsnorm": "SkipSimplifiedLayerNormalization"}
    parameters = [f"p{place}" for place in range(len(case.parameters))]
    match beside, name:
        case "add", "layernorm" | "rmsnorm":
            outputs = ["y", "", "", "sum"]
            inputs = ["x", "residual", *parameters]
            return [node(skips[name], inputs, outputs, domain="com.microsoft", epsilon=case.epsilon)], ["sum", "y"]
        case "int8", "layernorm" | "rmsnorm":
            return [
                node(names[name], ["x", *parameters], ["y"], axis=-1, epsilon=case.epsilon),
                node("Abs", ["y"], ["size"]),
                node("ReduceMax", ["size", "last"], ["largest"], keepdims=1),
                node("Div", ["largest", "most"], ["scale"]),
                node("Equal", ["scale", "zero"], ["is_zero"]),
                node("Where", ["is_zero", "one", "scale"], ["divisor"]),
                node("Div", ["y", "divisor"], ["quotient"]),
                node("Round", ["quotient"], ["whole"]),
                node("Cast", ["whole"], ["q"], to=onnx.TensorProto.INT8),
            ], ["q", "scale"]
        case None, "layernorm" | "rmsnorm":
            return [node(names[name], ["x", *parameters], ["y"], axis=-1, epsilon=case.epsilon)], ["y"]
        case None, "l2norm":
            return [node("LpNormalization", ["x"], ["y"], axis=-1, p=2)], ["y"]
        case None, "softmax":
            return [node("Softmax", ["x"], ["y"], axis=-1)], ["y"]
    raise Unsupported(f"has no {case.layer} here")


def constants(case):
    """The numbers that the rounding to eight bits takes."""
    kind = element_type(case)
    tensor = onnx.helper.make_tensor
    numbers = {"most": 127.0, "zero": 0.0, "one": 1.0}
    return [tensor("last", onnx.TensorProto.INT64, [1], [-1])] + [tensor(n, kind, [], [v]) for n, v in numbers.items()]


def session(case):
    value, kind, helper = onnx.helper.make_tensor_value_info, element_type(case), onnx.helper
    beside, _ = case.parts()
    streams = ["x", "residual"] if beside == "add" else ["x"]
    inputs = [value(name, kind, case.shape) for name in streams]
    inputs += [value(f"p{place}", kind, array.shape) for place, array in enumerate(case.parameters)]
    operators, names = nodes(case)
    kinds = {"i8": onnx.TensorProto.INT8}
    results = [value(name, kinds.get(dtype, kind), shape) for name, (shape, dtype) in zip(names, case.outputs)]
    graph = helper.make_graph(operators, "layer", inputs, results, constants(case) if beside == "int8" else [])
    opsets = [helper.make_opsetid("", 23), helper.make_opsetid("com.microsoft", 1)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=10)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = THREADS, 1
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def prepare(case):
    import numpy

    if case.is_backward:
        raise Unsupported("runs no backward: its CPU provider is for inference")
    if case.dtype == "bf16":
        raise Unsupported("has no bf16 norms on the CPU")
    if case.dtype == "f64" and case.parts()[0] == "add":
        raise Unsupported(f"has no {case.layer} of f64")
    if case.dtype == "f16" and case.parts()[0] == "int8":
        raise Unsupported("would round to f16 before it rounds to eight bits")
    run, state = session(case), {}
    names = [argument.name for argument in run.get_inputs()]
    values = [onnxruntime.OrtValue.ortvalue_from_numpy(array) for array in case.inputs]
    feeds = dict(zip(names, case.inputs))
    binding = run.io_binding()
    for name, value in zip(names, values):
        binding.bind_ortvalue_input(name, value)
    from protocol import numpy_type

    for output, (shape, dtype) in zip(run.get_outputs(), case.outputs):
        target = numpy.empty(shape, numpy_type(dtype))
        target.view(numpy.uint8)[...] = 0xFF
        binding.bind_ortvalue_output(output.name, onnxruntime.OrtValue.ortvalue_from_numpy(target))

    def call():
        state["result"] = run.run(None, feeds)

    def into():
        run.run_with_iobinding(binding)

    call()
    written = lambda: [value.numpy() for value in binding.get_outputs()]
    return {"call": (call, lambda: state["result"]), "into": (into, written)}


serve(hello, prepare)
