"""Fixtures of the cross-checks: the command under test, and tables that end the report."""

import os
from pathlib import Path

import pytest

from norma import Norma
from versions import Exports

TABLES = pytest.StashKey[list]()


@pytest.fixture(scope="session")
def binary() -> Path:
    """The command that NORMA names."""
    binary = Path(os.environ.get("NORMA", ".build/release/norma")).resolve()
    if not binary.exists():
        pytest.fail(f"NORMA must name the built command, found nothing at {binary}; run `make interop`")
    return binary


@pytest.fixture
def norma(binary, tmp_path) -> Norma:
    """The command, writing into a folder of this test's own."""
    return Norma(binary, tmp_path)


@pytest.fixture(scope="session")
def exports(tmp_path_factory) -> Exports:
    """What every version of JAX at hand prints of the libraries."""
    return Exports(tmp_path_factory.mktemp("exports"))


@pytest.fixture
def table(request):
    """A function that takes lines to print after the tests' results."""
    return request.config.stash.setdefault(TABLES, []).append


def pytest_terminal_summary(terminalreporter, config):
    for text in config.stash.get(TABLES, []):
        terminalreporter.write_line("\n" + text)
