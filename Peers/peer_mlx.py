"""MLX on the CPU: its fused operators, and `mx.vjp` of them."""

from protocol import Unsupported, serve


def hello(threads):
    global mlx, mx
    from importlib.metadata import version

    import mlx.core as mx

    mx.set_default_device(mx.cpu)
    return f"MLX {version('mlx')}"


def layer(case):
    epsilon = case.epsilon
    match case.layer:
        case "layernorm":
            return lambda x, weight, bias: mx.fast.layer_norm(x, weight, bias, epsilon)
        case "rmsnorm":
            return lambda x, weight: mx.fast.rms_norm(x, weight, epsilon)
        case "softmax":
            return lambda x: mx.softmax(x, axis=-1, precise=True)
        case "l2norm":
            return lambda x: x * mx.rsqrt(mx.square(x).sum(-1, keepdims=True) + epsilon)
    raise Unsupported(f"has no {case.layer} here")


def array(values):
    import numpy

    if values.dtype.name == "bfloat16":
        return mx.array(values.view(numpy.uint16)).view(mx.bfloat16)
    return mx.array(values)


def numpy_array(values, dtype):
    import numpy

    from protocol import numpy_type

    if dtype == "bf16":
        return numpy.array(values.view(mx.uint16)).view(numpy_type("bf16"))
    return numpy.array(values)


def prepare(case):
    if case.dtype == "f64":
        raise Unsupported("has no f64 on the CPU here")
    function, inputs, state = layer(case), [array(values) for values in case.inputs], {}

    def call():
        if case.is_backward:
            state["result"] = mx.vjp(function, inputs[:-1], inputs[-1:])[1]
        else:
            state["result"] = [function(*inputs)]
        mx.eval(*state["result"])

    call()
    return {"call": (call, lambda: [numpy_array(result, case.dtype) for result in state["result"]])}


serve(hello, prepare)
