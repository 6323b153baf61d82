"""A small knowledge base, and a way to write a faulty one."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.base import Knowledge
from knowledge.loading import load

FIXTURES = Path(__file__).parent / "fixtures"
TODAY = date(2026, 11, 26)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load(FIXTURES, today=TODAY)


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str, str, str], Path]:
    """A copy of the small knowledge base in which a piece of text of one file was replaced."""
    home = tmp_path / "knowledge"
    shutil.copytree(FIXTURES, home)

    def change(file: str, old: str, new: str) -> Path:
        text = (home / file).read_text(encoding="utf-8")
        assert old in text
        (home / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return home

    return change
