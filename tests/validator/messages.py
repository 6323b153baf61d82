"""Fluent files as the validator sees them, and what makes the varieties differ. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fluent.syntax import FluentParser, ast, visitor


@dataclass(frozen=True)
class Message:
    """One message: its line, and the values that its words need."""

    line: int
    placeholders: frozenset[str]


@dataclass(frozen=True)
class MessageFile:
    """The messages of one file, and what could not be read in it ("path:line: what")."""

    path: str
    messages: Mapping[str, Message]
    faults: tuple[str, ...] = ()


def read_messages(text: str, path: str) -> MessageFile:
    """The messages in the text of an .ftl file."""
    messages: dict[str, Message] = {}
    faults: list[str] = []
    for entry in FluentParser().parse(text).body:
        line = text.count("\n", 0, entry.span.start if entry.span else 0) + 1
        if isinstance(entry, ast.Junk):
            wrong = "; ".join(str(note.message) for note in entry.annotations)
            faults.append(f"{path}:{line}: is not readable ({wrong})")
        elif isinstance(entry, ast.Message):
            key = entry.id.name
            if key in messages:
                faults.append(f"{path}:{line}: {key} stands at line {messages[key].line} too")
            messages[key] = Message(line, frozenset(_placeholders(entry)))
    return MessageFile(path, messages, tuple(faults))


class _Collector(visitor.Visitor):  # type: ignore[misc]  # fluent has no types
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: Any) -> None:  # noqa: N802 the name is the visitor's
        self.names.add(node.id.name)


def _placeholders(message: ast.Message) -> set[str]:
    collector = _Collector()
    collector.visit(message)
    return collector.names


def unreadable(files: Mapping[str, MessageFile]) -> list[str]:
    """Every entry can be read and stands once."""
    return [fault for file in files.values() for fault in file.faults]


def missing_keys(files: Mapping[str, MessageFile]) -> list[str]:
    """Every key stands in every variety."""
    everywhere = {key for file in files.values() for key in file.messages}
    return [
        f"{file.path}: {key} is missing (it is in {_holder(key, files)})"
        for file in files.values()
        for key in sorted(everywhere - file.messages.keys())
    ]


def _holder(key: str, files: Mapping[str, MessageFile]) -> str:
    return next(file.path for file in files.values() if key in file.messages)


def differing_placeholders(files: Mapping[str, MessageFile]) -> list[str]:
    """A message needs the same values in every variety as in the first that has it."""
    faults = []
    first: dict[str, tuple[str, frozenset[str]]] = {}
    for file in files.values():
        for key, message in file.messages.items():
            path, expected = first.setdefault(key, (file.path, message.placeholders))
            if message.placeholders != expected:
                faults.append(
                    f"{file.path}:{message.line}: {key} takes {_names(message.placeholders)},"
                    f" but {_names(expected)} in {path}"
                )
    return faults


def _names(placeholders: frozenset[str]) -> str:
    return ", ".join(f"${name}" for name in sorted(placeholders)) or "nothing"
