"""The documents cannot rot: what they name exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
_PATTERN_CHARACTERS = set("<>{}*…")


def _named_paths(text: str) -> set[str]:
    found = re.findall(r"`((?:bot|nlu|knowledge|actions|tests|docs)/[\w./<>{},*-]+)`", text)
    return {path for path in found if not set(path) & _PATTERN_CHARACTERS}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_path_that_a_document_names_exists(document: Path) -> None:
    named = _named_paths(document.read_text("utf-8"))
    made_at_setup = {"nlu/models", "bot/web/assets", "bot/staff/assets"}
    missing = [path for path in named if not (ROOT / path).exists() and path not in made_at_setup]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_to_a_file_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_every_command_of_the_readme_is_in_the_makefile() -> None:
    named = set(re.findall(r"`?make ([a-z-]+)", (ROOT / "README.md").read_text("utf-8")))
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert named <= targets
