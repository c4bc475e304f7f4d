"""OpenVINO: its operators compiled for the CPU, called, and through a request whose result lies in memory of ours."""

from protocol import Unsupported, serve

THREADS = 1


def hello(threads):
    global openvino, ops, THREADS
    import openvino
    import openvino.opset13 as ops

    THREADS = threads
    return f"OpenVINO {openvino.__version__.split('-')[0]}"


def layer(case, x, parameters):
    last = ops.constant([-1], dtype="int64")
    match case.layer:
        case "layernorm":
            norm = ops.mvn(x, last, normalize_variance=True, eps=case.epsilon, eps_mode="INSIDE_SQRT")
            return ops.add(ops.multiply(norm, parameters[0]), parameters[1])
        case "rmsnorm":
            square = ops.reduce_mean(ops.multiply(x, x), last, keep_dims=True)
            root = ops.sqrt(ops.add(square, ops.constant(case.epsilon, dtype=element_type(case))))
            return ops.multiply(ops.divide(x, root), parameters[0])
        case "softmax":
            return ops.softmax(x, -1)
    raise Unsupported(f"has no {case.layer} here")


def element_type(case):
    return {"f64": openvino.Type.f64, "f32": openvino.Type.f32, "f16": openvino.Type.f16, "bf16": openvino.Type.bf16}[case.dtype]


def compiled(case):
    kind = element_type(case)
    inputs = [ops.parameter(array.shape, kind) for array in case.inputs]
    model = openvino.Model([layer(case, inputs[0], inputs[1:])], inputs, "layer")
    settings = {"INFERENCE_NUM_THREADS": THREADS, "PERFORMANCE_HINT": "LATENCY", "INFERENCE_PRECISION_HINT": kind.get_type_name()}
    return openvino.Core().compile_model(model, "CPU", settings)


def prepare(case):
    import numpy

    if case.is_backward:
        raise Unsupported("runs no backward: it is for inference")
    if case.dtype == "bf16":
        raise Unsupported("takes no bf16 arrays from Python")
    model, state = compiled(case), {}
    tensors = [openvino.Tensor(array) for array in case.inputs]
    target = openvino.Tensor(element_type(case), openvino.Shape(case.shape))
    target.data.view(numpy.uint8)[...] = 0xFF

    def call():
        state["result"] = model(tensors, share_inputs=True)[0]

    own = model.create_infer_request()
    for place, tensor in enumerate(tensors):
        own.set_input_tensor(place, tensor)
    own.set_output_tensor(0, target)
    call()
    return {"call": (call, lambda: [state["result"]]), "into": (own.infer, lambda: [target.data])}


serve(hello, prepare)
