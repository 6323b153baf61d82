"""A small knowledge base, and a way to write a faulty one."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.base import Knowledge
from knowledge.loading import load

FIXTURES = Path(__file__).parent / "fixtures" / "topics"


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load(FIXTURES)


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str, str, str], Path]:
    """A copy of the small knowledge base in which a piece of text of one file was replaced."""
    folder = tmp_path / "topics"
    shutil.copytree(FIXTURES, folder)

    def change(file: str, old: str, new: str) -> Path:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return change
