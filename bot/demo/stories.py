"""The invented stories that a desk for training is filled with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from nlu.text.variety import Variety

_FILE = Path(__file__).parent / "stories.yaml"


@dataclass(frozen=True)
class Story:
    """What somebody writes, and from which countries."""

    lang: Variety
    kind: str
    category: str | None
    countries: Sequence[str]
    text: str


@dataclass(frozen=True)
class Missed:
    """What somebody asks and gets no answer to, and why not."""

    lang: Variety
    why: str
    text: str


@dataclass(frozen=True)
class Stories:
    """All that is invented: people of the desk, stories, and what staff write, by variety."""

    staff: Sequence[Mapping[str, Any]]
    bodies: Sequence[str]
    stories: Sequence[Story]
    replies: Mapping[str, str]
    questions: Mapping[str, str]
    reasons: Mapping[str, str]
    missed: Sequence[Missed]
    announcements: Sequence[Mapping[str, Any]]


def load_stories() -> Stories:
    """Reads stories.yaml."""
    read = yaml.safe_load(_FILE.read_text("utf-8"))
    stories = [Story(**story) for story in read["stories"]]
    missed = [Missed(**each) for each in read["missed"]]
    return Stories(**{**read, "stories": stories, "missed": missed})
