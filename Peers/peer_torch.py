"""PyTorch: eager, or compiled by TorchInductor: `peer_torch.py eager|default|max-autotune`."""

import sys

import numpy

from protocol import Unsupported, numpy_type, serve

MODE = sys.argv[1]


def hello(threads):
    global torch, functional
    import torch
    import torch.nn.functional as functional

    torch.set_num_threads(threads)
    return f"PyTorch {torch.__version__}"


def tensor(array):
    """A NumPy array as a tensor; PyTorch reads no bf16 of NumPy's."""
    if array.dtype.name == "bfloat16":
        return torch.from_numpy(array.view(numpy.int16)).view(torch.bfloat16)
    return torch.from_numpy(array)


def numpy_array(tensor):
    tensor = tensor.detach().contiguous()
    if tensor.dtype == torch.bfloat16:
        return tensor.view(torch.int16).numpy().view(numpy_type("bf16"))
    return tensor.numpy()


def layer(case):
    """The layer as users write it, a function of `x` and the parameters."""
    beside, name = case.parts()
    around = {"add": add_norm, "int8": quantized, None: lambda norm: norm}
    return around[beside](norm(name, case.shape[-1:], case.epsilon))


def add_norm(norm):
    def both(x, residual, *parameters):
        total = x + residual
        return total, norm(total, *parameters)

    return both


def quantized(norm):
    """In f32 at least, as Norma computes it: y is not rounded to 16 bits on the way."""

    def both(*inputs):
        y = norm(*(array if array.dtype == torch.float64 else array.float() for array in inputs))
        scale = y.abs().amax(-1, keepdim=True) / 127
        return (y / torch.where(scale == 0, 1, scale)).round().to(torch.int8), scale

    return both


def norm(name, width, epsilon):
    match name:
        case "layernorm":
            return lambda x, weight, bias: functional.layer_norm(x, width, weight, bias, epsilon)
        case "rmsnorm":
            return lambda x, weight: functional.rms_norm(x, width, weight, epsilon)
        case "l2norm":
            return lambda x: functional.normalize(x, dim=-1, eps=epsilon**0.5)
        case "softmax":
            return lambda x: functional.softmax(x, dim=-1)
        case "layernorm-channels" | "rmsnorm-channels":
            return over_channels(name == "layernorm-channels", epsilon)
    raise Unsupported(f"has no {name} here")


def over_channels(centres, epsilon):
    """Of the second axis, as ConvNeXt writes it: for no function of PyTorch normalizes another axis than the last."""

    def norm(x, *parameters):
        y = x if x.dtype == torch.float64 else x.float()
        if centres:
            y = y - y.mean(1, keepdim=True)
        y = y * torch.rsqrt(y.square().mean(1, keepdim=True) + epsilon)
        weight, *bias = (parameter.view(-1, *[1] * (x.dim() - 2)) for parameter in parameters)
        return (y * weight + bias[0] if bias else y * weight).to(x.dtype)

    return norm


def compiled(function):
    if MODE == "eager":
        return function
    torch._dynamo.reset()
    return torch.compile(function, mode=None if MODE == "default" else MODE, dynamic=False)


def prepare(case):
    inputs = [tensor(array) for array in case.inputs]
    return backward(case, inputs) if case.is_backward else forward(case, inputs)


def forward(case, inputs):
    function, state = compiled(layer(case)), {}

    def call():
        with torch.no_grad():
            state["result"] = function(*inputs)

    call()
    def results():
        result = state["result"]
        return [numpy_array(array) for array in (result if isinstance(result, tuple) else [result])]

    ways = {"call": (call, results)}
    if MODE == "eager" and (into := forward_into(case, inputs)):
        ways["into"] = into
    return ways


def forward_into(case, inputs):
    """The variant that takes memory for its result, where PyTorch has one."""
    y = torch.empty(case.shape, dtype=inputs[0].dtype)
    y.view(torch.uint8).fill_(0xFF)
    match case.layer:
        case "layernorm":
            rows = case.shape[:-1] + (1,)
            mean, root = torch.empty(rows), torch.empty(rows)
            if inputs[0].dtype == torch.float32:
                out = torch.ops.aten.native_layer_norm.out
                width, epsilon = list(case.shape[-1:]), case.epsilon

                def run():
                    out(inputs[0], width, inputs[1], inputs[2], epsilon, out0=y, out1=mean, out2=root)

                return run, lambda: [numpy_array(y)]
        case "softmax":
            return (lambda: torch.softmax(inputs[0], -1, out=y)), lambda: [numpy_array(y)]
    return None


def backward(case, inputs):
    """The gradient by autograd; the forward before it is not timed, as Norma's backward takes only `x` and `dy`
    and computes the statistics anew, which autograd has kept."""
    function, state = compiled(layer(case)), {}
    count = len(case.arguments)
    leaves, cotangents = [array.requires_grad_() for array in inputs[:count]], inputs[count:]
    y = function(*leaves)

    def call():
        state["result"] = torch.autograd.grad(y, leaves, cotangents, retain_graph=True)

    call()
    return {"call": (call, lambda: [numpy_array(gradient) for gradient in state["result"]])}


serve(hello, prepare)
