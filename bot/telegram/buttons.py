"""Choices as inline buttons that a narrow phone can show. Pure."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

_LONGEST = 36  # what a narrow phone shows of a button
_LONGEST_OF_TWO = 18
_MANY = 7
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))


@dataclass(frozen=True)
class Choices:
    """Title and payload of each button, and the lines that list them in the text."""

    buttons: Sequence[tuple[str, str]]
    listed: Sequence[str] = ()


def numbered(choices: Sequence[Mapping[str, str]], rank: int) -> Choices:
    """The choices as they are; where a title would be cut off, all are listed in the text.

    The numbers are those that may be typed, the first is `rank`.
    """
    payloads = [choice["payload"] for choice in choices]
    titles = [choice["title"].translate(_ISOLATES) for choice in choices]
    if all(len(title) <= _LONGEST for title in titles):
        return Choices(list(zip(titles, payloads, strict=True)))
    listed = [f"{number}. {choice['title']}" for number, choice in enumerate(choices, rank)]
    shown = [
        textwrap.shorten(f"{number}. {title}", _LONGEST, placeholder=" …")
        for number, title in enumerate(_differing(titles), rank)
    ]
    return Choices(list(zip(shown, payloads, strict=True)), listed)


def keyboard(choices: Choices) -> InlineKeyboardMarkup | None:
    """One button a row, two where there are many short ones."""
    buttons = [
        InlineKeyboardButton(title, callback_data=payload) for title, payload in choices.buttons
    ]
    if not buttons:
        return None
    short = max(len(button.text) for button in buttons) <= _LONGEST_OF_TWO
    width = 2 if short and len(buttons) >= _MANY else 1
    rows = [buttons[place : place + width] for place in range(0, len(buttons), width)]
    return InlineKeyboardMarkup(rows)


def _differing(titles: Sequence[str]) -> list[str]:
    """What tells the titles apart: the words that all begin or end with stand in the text."""
    words = [title.split() for title in titles]
    words = [each[_common(words) :] for each in words]
    turned = [each[::-1] for each in words]
    return [" ".join(each[_common(turned) :][::-1]) for each in turned]


def _common(titles: Sequence[Sequence[str]]) -> int:
    """With how many same words the titles begin; at least one word is left of each."""
    if len(titles) == 1:
        return 0
    same = takewhile(lambda column: len(set(column)) == 1, zip(*titles, strict=False))
    return min(sum(1 for _column in same), min(map(len, titles)) - 1)
