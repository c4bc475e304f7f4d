"""Fixtures of the cross-checks: the command under test, and tables that end the report."""

import os
from pathlib import Path

import pytest

from norma import Norma

TABLES = pytest.StashKey[list]()


@pytest.fixture
def norma(tmp_path) -> Norma:
    """The command that NORMA names, writing into a folder of this test's own."""
    binary = Path(os.environ.get("NORMA", ".build/release/norma")).resolve()
    if not binary.exists():
        pytest.fail(f"NORMA must name the built command, found nothing at {binary}; run `make interop`")
    return Norma(binary, tmp_path)


@pytest.fixture
def table(request):
    """A function that takes lines to print after the tests' results."""
    return request.config.stash.setdefault(TABLES, []).append


def pytest_terminal_summary(terminalreporter, config):
    for text in config.stash.get(TABLES, []):
        terminalreporter.write_line("\n" + text)
