"""The training examples as the validator sees them: text, intent, variety, facet and place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from nlu.text.variety import VARIETIES


@dataclass(frozen=True)
class Example:
    """One training example; `place` is path:line."""

    text: str
    intent: str
    lang: str
    facet: str | None
    place: str


def read_examples(data: Path) -> list[Example]:
    """The examples of data/<variety>/*.yml; raises yaml.YAMLError."""
    return [
        example
        for lang in VARIETIES
        for file in sorted((data / lang).glob("*.yml"))
        for example in examples_of(file.read_text("utf-8"), lang, str(file))
    ]


def examples_of(text: str, lang: str, path: str) -> list[Example]:
    """The examples in the text of one file."""
    root = yaml.compose(text, yaml.CSafeLoader)
    entries = _value(root, "nlu")
    if not isinstance(entries, yaml.SequenceNode):
        return []
    return [
        Example(said, _scalar(entry, "intent") or "", lang, _facet(entry), f"{path}:{line}")
        for entry in entries.value
        for said, line in _lines(_value(entry, "examples"))
    ]


def _lines(block: yaml.Node | None) -> Iterator[tuple[str, int]]:
    """The "- ..." lines of a block scalar, each with its line in the file."""
    if not isinstance(block, yaml.ScalarNode):
        return
    first = block.start_mark.line + 2  # the block starts on the line after its "|"
    for number, line in enumerate(block.value.split("\n"), start=first):
        if line.strip().startswith("- "):
            yield line.strip()[2:].strip(), number


def _facet(entry: yaml.Node) -> str | None:
    return _scalar(_value(entry, "metadata"), "facet")


def _scalar(node: yaml.Node | None, key: str) -> str | None:
    value = _value(node, key)
    return str(value.value) if isinstance(value, yaml.ScalarNode) else None


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs: Iterable[tuple[yaml.Node, yaml.Node]] = (
        node.value if isinstance(node, yaml.MappingNode) else ()
    )
    return next((value for name, value in pairs if name.value == key), None)
