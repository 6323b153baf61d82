"""What becomes of a draft, with the note that tells it. Pure."""

from dataclasses import replace
from typing import Any

from bot.tickets.form import Draft, Filled, Question

_LONGEST_DESCRIPTION = 20_000


def cancelled(draft: Draft) -> Filled:
    """Given up by the citizen; nothing told is kept."""
    return Filled(Draft(draft.kind, draft.channel, cancelled=True), "answered", ("cancelled",))


def refused(draft: Draft) -> Filled:
    """Ended by a refusal of consent; nothing told is kept."""
    return Filled(Draft(draft.kind, draft.channel, consent=False), "answered", ("refused",))


def asks_what_to_change(draft: Draft) -> Filled:
    """The draft as it is; the citizen has to say what is wrong with it."""
    return Filled(draft, "unclear", ("what-to-change",))


def answered(draft: Draft, **values: Any) -> Filled:
    """The draft with new values; a value that takes the place of another is a correction."""
    new = {name: value for name, value in values.items() if getattr(draft, name) != value}
    notes = tuple(f"corrected-{name}" for name in new if getattr(draft, name) is not None)
    confirmed = draft.confirmed if not new else None
    return Filled(replace(draft, **{"confirmed": confirmed, **new}), "answered", notes)


def cleared(draft: Draft, fields: list[Question]) -> Filled:
    """The draft with these answers taken back, to be asked again."""
    empty: dict[str, Any] = {str(field): None for field in fields}
    notes = tuple(f"cleared-{field}" for field in fields)
    return Filled(replace(draft, confirmed=None, **empty), "answered", notes)


def adding(draft: Draft, text: str) -> Filled:
    """The draft with a text added to its description, once."""
    after = replace(draft, description=joined(draft.description, text), confirmed=None)
    return Filled(after, "answered", addition(draft, after))


def joined(description: str | None, text: str) -> str:
    """A description with a text added, unless it holds it already or would be too long."""
    if not description:
        return text
    full = len(description) + len(text) > _LONGEST_DESCRIPTION
    return description if full or text in description else f"{description}\n{text}"


def addition(before: Draft, after: Draft) -> tuple[str, ...]:
    """The note that tells an addition to a description, where there was one."""
    added = before.description is not None and before.description != after.description
    return ("added-to-description",) if added else ()
