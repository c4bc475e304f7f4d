"""The versions of JAX that programs come from and go to, each in an environment of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

from programs import Program

HERE = Path(__file__).resolve().parent

#: The Python of each version: the one that runs the tests, and the one that `make interop` made beside it.
PYTHONS = {"0.10": Path(sys.executable), "0.12": HERE.parents[1] / ".venv-jax12/bin/python"}


def require(version: str) -> None:
    """Skips the test where this machine lacks a version."""
    if not PYTHONS[version].exists():
        pytest.skip(f"needs JAX {version}, which needs Python 3.12: `make interop` installs it where there is one")


def start(version: str, script: str, *arguments) -> subprocess.Popen:
    """Starts a script of this folder under a version of JAX."""
    command = [PYTHONS[version], HERE / script, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def finish(process: subprocess.Popen) -> None:
    """Waits for a script; shows what it printed where it failed."""
    printed, _ = process.communicate(timeout=600)
    if process.returncode != 0:
        pytest.fail(f"{process.args}\n{printed}")


class Exports:
    """The folders that `exports.py` writes, each under its version of JAX, all at the same time."""

    def __init__(self, root: Path):
        self.root = root
        self.running = {
            version: start(version, "exports.py", root / version)
            for version, python in PYTHONS.items()
            if python.exists()
        }

    def folder(self, version: str) -> Path:
        """What a version printed; the test is skipped where this machine lacks it."""
        require(version)
        if process := self.running.pop(version, None):
            finish(process)
        return self.root / version

    def program(self, version: str, name: str) -> Program:
        """One program of a version."""
        return Program(self.folder(version), name)
