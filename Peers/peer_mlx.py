"""MLX on the CPU: its fused operators, and `mx.vjp` of them."""

from protocol import Unsupported, serve


def hello(threads):
    global mlx, mx
    from importlib.metadata import version

    import mlx.core as mx

    mx.set_default_device(mx.cpu)
    return f"MLX {version('mlx')}"


def layer(case):
    """A function of the arguments that gives a list of results."""
    beside, name = case.parts()
    function = norm(name, case.epsilon)

    def add_norm(x, residual, *parameters):
        total = x + residual
        return [total, function(total, *parameters)]

    def quantized(*inputs):
        y = function(*(array.astype(mx.float32) for array in inputs))
        scale = mx.abs(y).max(-1, keepdims=True) / 127
        return [mx.round(y / mx.where(scale == 0, 1, scale)).astype(mx.int8), scale]

    return {"add": add_norm, "int8": quantized, None: lambda *inputs: [function(*inputs)]}[beside]


def norm(name, epsilon):
    match name:
        case "layernorm":
            return lambda x, weight, bias: mx.fast.layer_norm(x, weight, bias, epsilon)
        case "rmsnorm":
            return lambda x, weight: mx.fast.rms_norm(x, weight, epsilon)
        case "softmax":
            return lambda x: mx.softmax(x, axis=-1, precise=True)
        case "l2norm":
            return lambda x: x * mx.rsqrt(mx.square(x).sum(-1, keepdims=True) + epsilon)
    raise Unsupported(f"has no {name} here")


def array(values):
    import numpy

    if values.dtype.name == "bfloat16":
        return mx.array(values.view(numpy.uint16)).view(mx.bfloat16)
    return mx.array(values)


def numpy_array(values):
    import numpy

    from protocol import numpy_type

    if values.dtype == mx.bfloat16:
        return numpy.array(values.view(mx.uint16)).view(numpy_type("bf16"))
    return numpy.array(values)


def prepare(case):
    if case.dtype == "f64":
        raise Unsupported("has no f64 on the CPU here")
    function, inputs, state = layer(case), [array(values) for values in case.inputs], {}
    count = len(case.arguments)

    def call():
        if case.is_backward:
            state["result"] = mx.vjp(function, inputs[:count], inputs[count:])[1]
        else:
            state["result"] = function(*inputs)
        mx.eval(*state["result"])

    call()
    return {"call": (call, lambda: [numpy_array(result) for result in state["result"]])}


serve(hello, prepare)
