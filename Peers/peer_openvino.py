"""OpenVINO: its operators compiled for the CPU, called, and through a request whose result lies in memory of ours."""

from protocol import Unsupported, serve

THREADS = 1


def hello(threads):
    global openvino, ops, THREADS
    import openvino
    import openvino.opset13 as ops

    THREADS = threads
    return f"OpenVINO {openvino.__version__.split('-')[0]}"


def layer(case, inputs):
    """What the layer gives, in order."""
    beside, name = case.parts()
    count = len(inputs) - len(case.parameters)
    x, parameters = inputs[0], inputs[count:]
    match beside:
        case "add":
            total = ops.add(inputs[0], inputs[1])
            return [total, norm(case, name, total, parameters)]
        case "int8":
            y, number = norm(case, name, x, parameters), lambda value: ops.constant(value, dtype=element_type(case))
            scale = ops.divide(ops.reduce_max(ops.absolute(y), last_axis(), keep_dims=True), number(127.0))
            divisor = ops.select(ops.equal(scale, number(0.0)), number(1.0), scale)
            return [ops.convert(ops.round(ops.divide(y, divisor), "half_to_even"), "i8"), scale]
    return [norm(case, name, x, parameters)]


def last_axis():
    return ops.constant([-1], dtype="int64")


def norm(case, name, x, parameters):
    last = last_axis()
    match name:
        case "layernorm":
            norm = ops.mvn(x, last, normalize_variance=True, eps=case.epsilon, eps_mode="INSIDE_SQRT")
            return ops.add(ops.multiply(norm, parameters[0]), parameters[1])
        case "rmsnorm":
            square = ops.reduce_mean(ops.multiply(x, x), last, keep_dims=True)
            root = ops.sqrt(ops.add(square, ops.constant(case.epsilon, dtype=element_type(case))))
            return ops.multiply(ops.divide(x, root), parameters[0])
        case "softmax":
            return ops.softmax(x, -1)
    raise Unsupported(f"has no {name} here")


def element_type(case):
    return {"f64": openvino.Type.f64, "f32": openvino.Type.f32, "f16": openvino.Type.f16, "bf16": openvino.Type.bf16}[case.dtype]


def compiled(case):
    kind = element_type(case)
    inputs = [ops.parameter(array.shape, kind) for array in case.inputs]
    model = openvino.Model(layer(case, inputs), inputs, "layer")
    settings = {"INFERENCE_NUM_THREADS": THREADS, "PERFORMANCE_HINT": "LATENCY", "INFERENCE_PRECISION_HINT": kind.get_type_name()}
    return openvino.Core().compile_model(model, "CPU", settings)


def prepare(case):
    import numpy

    if case.is_backward:
        raise Unsupported("runs no backward: it is for inference")
    if case.dtype == "bf16":
        raise Unsupported("takes no bf16 arrays from Python")
    if case.dtype == "f64":
        raise Unsupported("computes no f64 on the CPU")
    if case.dtype == "f16" and case.parts()[0] == "int8":
        raise Unsupported("would round to f16 before it rounds to eight bits")
    model, state = compiled(case), {}
    tensors = [openvino.Tensor(array) for array in case.inputs]
    kinds = {"i8": openvino.Type.i8}
    targets = [openvino.Tensor(kinds.get(kind, element_type(case)), openvino.Shape(shape)) for shape, kind in case.outputs]
    for target in targets:
        target.data.view(numpy.uint8)[...] = 0xFF

    def call():
        state["result"] = list(model(tensors, share_inputs=True).values())

    own = model.create_infer_request()
    for place, tensor in enumerate(tensors):
        own.set_input_tensor(place, tensor)
    for place, target in enumerate(targets):
        own.set_output_tensor(place, target)
    call()
    return {"call": (call, lambda: state["result"]), "into": (own.infer, lambda: [target.data for target in targets])}


serve(hello, prepare)
