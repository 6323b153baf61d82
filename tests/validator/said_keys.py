"""The message keys that domain and code name, and whether there are messages for them. Pure."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

# Rendered from the knowledge base, without a message of its own (bot/replies/render.py).
WITHOUT_MESSAGE = frozenset({"answer"})

_SAYING = frozenset({"say", "Said"})


@dataclass(frozen=True)
class SaidKey:
    """A key, or for an f-string the pattern of keys, and where it stands."""

    key: str
    place: str
    is_pattern: bool = False


def keys_of_domain(domain: Mapping[str, Any], path: str) -> tuple[list[SaidKey], list[str]]:
    """The `say` of every response; a response that is not `custom: {say: ...}` is a fault."""
    keys: list[SaidKey] = []
    faults: list[str] = []
    for name, variations in (domain.get("responses") or {}).items():
        for variation in variations or [{}]:
            say = (variation.get("custom") or {}).get("say")
            if isinstance(say, str):
                keys.append(SaidKey(say, f"{path}: {name}"))
            else:
                faults.append(f"{path}: {name} does not say a message key")
            if set(variation) - {"custom"}:
                faults.append(f"{path}: {name} holds more than `custom`")
    return keys, faults


def keys_of_code(source: str, path: str) -> list[SaidKey]:
    """The literal keys given to `.say(...)` and `Said(...)` in Python code."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [
        key
        for call in calls
        if _called(call) in _SAYING and call.args
        for key in _keys(call.args[0], f"{path}:{call.lineno}")
    ]


def unworded(keys: Iterable[SaidKey], worded: Collection[str]) -> list[str]:
    """Every key that is said has a message."""
    return [
        f"{said.place}: {said.key!r} has no message"
        for said in keys
        if said.key not in WITHOUT_MESSAGE and not _is_worded(said, worded)
    ]


def _is_worded(said: SaidKey, worded: Collection[str]) -> bool:
    if said.is_pattern:
        return any(re.fullmatch(said.key, key) for key in worded)
    return said.key in worded


def _called(call: ast.Call) -> str | None:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else None


def _keys(node: ast.expr, place: str) -> Iterator[SaidKey]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield SaidKey(node.value, place)
    elif isinstance(node, ast.IfExp):
        yield from _keys(node.body, place)
        yield from _keys(node.orelse, place)
    elif isinstance(node, ast.JoinedStr):
        yield SaidKey("".join(map(_pattern, node.values)), place, is_pattern=True)


def _pattern(part: ast.expr) -> str:
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"
