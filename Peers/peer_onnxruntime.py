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
    node = onnx.helper.make_node
    match case.layer:
        case "layernorm":
            return [node("LayerNormalization", ["x", "p0", "p1"], ["y"], axis=-1, epsilon=case.epsilon)]
        case "rmsnorm":
            return [node("RMSNormalization", ["x", "p0"], ["y"], axis=-1, epsilon=case.epsilon)]
        case "l2norm":
            return [node("LpNormalization", ["x"], ["y"], axis=-1, p=2)]
        case "softmax":
            return [node("Softmax", ["x"], ["y"], axis=-1)]
    raise Unsupported(f"has no {case.layer} here")


def session(case):
    value, kind = onnx.helper.make_tensor_value_info, element_type(case)
    inputs = [value("x", kind, case.shape)]
    inputs += [value(f"p{place}", kind, array.shape) for place, array in enumerate(case.parameters())]
    graph = onnx.helper.make_graph(nodes(case), "layer", inputs, [value("y", kind, case.shape)])
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 23)], ir_version=10)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = THREADS, 1
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def prepare(case):
    import numpy

    if case.is_backward:
        raise Unsupported("runs no backward: its CPU provider is for inference")
    if case.dtype == "bf16":
        raise Unsupported("has no bf16 norms on the CPU")
    run, state = session(case), {}
    names = [argument.name for argument in run.get_inputs()]
    values = [onnxruntime.OrtValue.ortvalue_from_numpy(array) for array in case.inputs]
    feeds = dict(zip(names, case.inputs))
    binding = run.io_binding()
    for name, value in zip(names, values):
        binding.bind_ortvalue_input(name, value)
    target = numpy.full(case.inputs[0].nbytes, 0xFF, numpy.uint8).view(case.inputs[0].dtype).reshape(case.shape)
    binding.bind_ortvalue_output("y", onnxruntime.OrtValue.ortvalue_from_numpy(target))

    def call():
        state["result"] = run.run(None, feeds)[0]

    def into():
        run.run_with_iobinding(binding)

    call()
    return {"call": (call, lambda: [state["result"]]), "into": (into, lambda: [binding.get_outputs()[0].numpy()])}


serve(hello, prepare)
