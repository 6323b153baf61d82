"""What a pressed choice does to a draft. Pure."""

from collections.abc import Mapping
from typing import Any

from bot.tickets import outcomes
from bot.tickets.form import FIELDS, Draft, Filled, Question, next_question, questions
from bot.tickets.kinds import Category
from bot.tickets.words import Words


def pressed(draft: Draft, picked: Mapping[str, Any], words: Words) -> Filled | None:
    """What a valid choice does; None where there is none, or it does not fit the draft."""
    if picked.get("cancel") is True:
        return outcomes.cancelled(draft)
    if picked.get("consent") is False:
        return outcomes.refused(draft)
    if isinstance(picked.get("confirmation"), bool):
        return _pressed_confirmation(draft, agrees=picked["confirmation"])
    change = picked.get("change")
    if change in FIELDS and change in questions(draft):
        return outcomes.cleared(draft, [Question(change)])
    values = _valid_choices(picked, words)
    return outcomes.answered(draft, **values) if values else None


def _pressed_confirmation(draft: Draft, *, agrees: bool) -> Filled | None:
    if next_question(draft) is not Question.CONFIRMATION:
        return None
    if agrees:
        return outcomes.answered(draft, confirmed=True)
    return outcomes.asks_what_to_change(draft)


def _valid_choices(picked: Mapping[str, Any], words: Words) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if picked.get("consent") is True:
        values["consent"] = True
    if picked.get("category") in list(Category):
        values["category"] = Category(picked["category"])
    country = picked.get("country")
    if isinstance(country, str) and country in words.codes:
        values["country"] = country
    for name in ("description", "contact"):
        value = picked.get(name)
        if isinstance(value, str) and (value.strip() or name == "contact"):
            values[name] = value.strip()
    return values
