"""Prints the gradient programs in this folder: a residual MLP of blocks x + down(gelu(up(norm(x)))), its loss the mean of
the squares, under two vmaps and grad. `two` has equinox.nn.LayerNorm (two-pass variance), `std` jax.nn.standardize.

  pip install jax==0.10.2 equinox==0.13.8   # or jax==0.12.0.1
  python print.py two 64 64 256 32 8 > two-64.mlir      # norm, width, hidden width, batch, sequence, blocks
  python print.py std 7 5 2 3 2 > std-7.mlir
"""
import sys

import equinox as eqx
import jax
import jax.numpy as jnp


class Standardized(eqx.Module):
    weight: jax.Array
    bias: jax.Array

    def __init__(self, width):
        self.weight, self.bias = jnp.ones(width), jnp.zeros(width)

    def __call__(self, x):
        return jax.nn.standardize(x, axis=range(x.ndim), epsilon=1e-5) * self.weight + self.bias


class Block(eqx.Module):
    norm: eqx.Module
    up: eqx.nn.Linear
    down: eqx.nn.Linear

    def __init__(self, norm, width, hidden, key):
        first, second = jax.random.split(key)
        self.norm = norm(width)
        self.up = eqx.nn.Linear(width, hidden, key=first)
        self.down = eqx.nn.Linear(hidden, width, key=second)

    def __call__(self, x):
        return x + self.down(jax.nn.gelu(self.up(self.norm(x))))


def loss(blocks, x):
    def model(row):
        for block in blocks:
            row = block(row)
        return row

    return jnp.mean(jax.vmap(jax.vmap(model))(x) ** 2)


name = sys.argv[1]
width, hidden, batch, sequence, count = (int(word) for word in sys.argv[2:])
norm = {"two": eqx.nn.LayerNorm, "std": Standardized}[name]
blocks = [Block(norm, width, hidden, key) for key in jax.random.split(jax.random.PRNGKey(0), count)]
x = jnp.zeros((batch, sequence, width))
print(f"// python print.py {' '.join(sys.argv[1:])}, with JAX {jax.__version__} and Equinox {eqx.__version__}")
print(jax.jit(jax.grad(loss)).lower(blocks, x).as_text(), end="")
