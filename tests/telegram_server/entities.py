"""parse_mode HTML, as strict as https://core.telegram.org/bots/api#html-style describes it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from tests.telegram_server.errors import ApiError, bad_request

_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "span": "spoiler",
}
# The only named entities that the Bot API knows, and all numeric ones.
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
_ATTRIBUTE = re.compile(r"""\s+([^\s=>]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")


@dataclass
class _Reading:
    source: str
    text: str = ""
    entities: list[dict[str, Any]] = field(default_factory=list)
    open: list[dict[str, Any]] = field(default_factory=list)


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """Text and entities; raises the refusal that Telegram gives."""
    reading, place = _Reading(source), 0
    while place < len(source):
        if source[place] == "<":
            place = _tag(reading, place)
        elif match := _ENTITY.match(source, place):
            reading.text += unescape(match.group())
            place = match.end()
        else:
            reading.text += source[place]
            place += 1
    if reading.open:
        name = reading.open[-1]["name"]
        raise _refusal(f'Can\'t find end tag corresponding to start tag "{name}"')
    return _trimmed(reading)


def _tag(reading: _Reading, place: int) -> int:
    source, offset = reading.source, len(reading.source[:place].encode())
    end = source.find(">", place)
    if end < 0:
        raise _refusal(f"Unclosed start tag at byte offset {offset}")
    inside = source[place + 1 : end]
    if inside.startswith("/"):
        _close(reading, inside[1:].strip().lower(), offset)
    else:
        _open(reading, inside, offset)
    return end + 1


def _open(reading: _Reading, inside: str, offset: int) -> None:
    name = re.split(r"\s", inside, maxsplit=1)[0].lower()
    if name not in _TYPES:
        raise _refusal(f'Unsupported start tag "{name}" at byte offset {offset}')
    attributes = {
        match[1].lower(): unescape(match[2] or match[3] or match[4] or "")
        for match in _ATTRIBUTE.finditer(inside[len(name) :])
    }
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise _refusal(f'Tag "span" must have class "tg-spoiler" at byte offset {offset}')
    entity = {"type": _TYPES[name], "offset": units(reading.text)}
    if name == "blockquote":
        _require_no_other(reading)
        if re.search(r"\sexpandable\b", inside):
            entity["type"] = "expandable_blockquote"
    if name == "a":
        entity["url"] = attributes.get("href", "")
    reading.open.append({"name": name, "entity": entity})


def _require_no_other(reading: _Reading) -> None:
    if any(each["name"] == "blockquote" for each in reading.open):
        raise _refusal("Blockquotes can't be nested")


def _close(reading: _Reading, name: str, offset: int) -> None:
    if not reading.open:
        raise _refusal(f"Unexpected end tag at byte offset {offset}")
    opened = reading.open.pop()
    if name and name != opened["name"]:
        raise _refusal(
            f'Unmatched end tag at byte offset {offset}, expected "</{opened["name"]}>", '
            f'found "</{name}>"'
        )
    entity = opened["entity"]
    length = units(reading.text) - entity["offset"]
    if length and entity.get("url") != "":
        reading.entities.append({**entity, "length": length})


def _trimmed(reading: _Reading) -> tuple[str, list[dict[str, Any]]]:
    lead = len(reading.text) - len(reading.text.lstrip())
    shift = units(reading.text[:lead])
    moved = [{**entity, "offset": max(0, entity["offset"] - shift)} for entity in reading.entities]
    return reading.text.strip(), sorted(moved, key=lambda entity: entity["offset"])


def _refusal(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")
