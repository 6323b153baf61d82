"""What Telegram itself can do for a question: buttons that share a place or a number, a hint."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from telegram import KeyboardButton, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.dialogue.exchange import TurnAnswer
from bot.files.checking import MAX_MB
from bot.replies.render import Renderer
from bot.telegram.wording import Part, joined
from nlu.text.variety import Variety

_PLACE = "country"
_NUMBER = "contact"
_SHARED = frozenset({_PLACE, _NUMBER})
_HINTED = frozenset({*_SHARED, "description"})


def asking(
    parts: Sequence[Part], taken: TurnAnswer, asked_before: str | None, renderer: Renderer
) -> list[Part]:
    """The parts of an answer with what helps to answer its question.

    The hint comes when the question is put, not each time it is put again; the buttons of an
    earlier question go with it.
    """
    if asked_before in _SHARED and taken.asks != asked_before:
        parts = _without_buttons(parts, renderer.words(_lang(taken), "telegram-noted"))
    if taken.asks not in _HINTED:
        return list(parts)
    *earlier, last = parts
    if taken.asks != asked_before:
        *more, last = joined(last, _hint(taken.asks, _lang(taken), renderer))
        earlier += more
    if taken.asks in _SHARED:
        last = replace(last, keyboard=_buttons(taken.asks, taken.replies[-1], renderer))
    return [*earlier, last]


def _hint(asks: str, lang: Variety, renderer: Renderer) -> str:
    values: dict[str, Any] = {"limit_mb": MAX_MB}
    if asks in _SHARED:
        values["button"] = renderer.words(lang, f"telegram-share-{asks}")
    return renderer.words(lang, f"telegram-hint-{asks}", **values)


def _buttons(asks: str, reply: Mapping[str, Any], renderer: Renderer) -> ReplyKeyboardMarkup:
    """What may be shared, and the choices: a message has one keyboard, and a title may be typed."""
    label = renderer.words(reply["lang"], f"telegram-share-{asks}")
    share = KeyboardButton(
        label, request_location=asks == _PLACE or None, request_contact=asks == _NUMBER or None
    )
    choices = [KeyboardButton(choice["title"]) for choice in reply["choices"]]
    return ReplyKeyboardMarkup(
        [[button] for button in (share, *choices)], resize_keyboard=True, one_time_keyboard=True
    )


def _without_buttons(parts: Sequence[Part], noted: str) -> list[Part]:
    """Takes the buttons away with the first part that has no keyboard of its own."""
    if all(part.keyboard for part in parts):
        parts = [Part(noted), *parts]
    place = next(place for place, part in enumerate(parts) if not part.keyboard)
    bare = replace(parts[place], keyboard=ReplyKeyboardRemove())
    return [*parts[:place], bare, *parts[place + 1 :]]


def _lang(taken: TurnAnswer) -> Variety:
    return cast("Variety", taken.replies[-1]["lang"])
