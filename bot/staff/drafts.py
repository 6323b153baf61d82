"""What was typed into a form of a ticket, shown again where it could not be done yet.

A session may end while somebody writes. What they send then is carried through the pages of
signing in as hidden fields, and shown on the ticket afterwards, not sent. The way back is a
reference and not an address, so that it leads nowhere but to a ticket.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.tickets.typed import readable

_PREFIX = "kept-"
_REFERENCE = re.compile(r"MDM-\d{4}-\d{6}")
_SAME_FORM = {"draft": "reply"}  # inserting an answer and sending it are one form
_NOT_KEPT = frozenset({"csrf", "seen", "anyway", "password"})


@dataclass(frozen=True)
class Draft:
    """The fields of one form, by the name of its route."""

    form: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)

    def of(self, form: str, name: str, otherwise: str = "") -> str:
        """What was typed there."""
        return self.fields.get(name, otherwise) if form == self.form else otherwise


@dataclass(frozen=True)
class Kept:
    """A draft on its way through signing in; without a form just the ticket to go back to."""

    reference: str
    draft: Draft = Draft()

    def hidden_fields(self) -> Iterator[tuple[str, str]]:
        """Names and values for the forms on the way."""
        yield f"{_PREFIX}reference", self.reference
        yield f"{_PREFIX}form", self.draft.form
        for name, value in self.draft.fields.items():
            yield f"{_PREFIX}field-{name}", value


def texts(form: Mapping[str, object]) -> dict[str, str]:
    """The fields of a form that are text."""
    return {name: readable(value) for name, value in form.items() if isinstance(value, str)}


def keep(reference: str, form: str, fields: Mapping[str, str]) -> Kept:
    """What is worth carrying of a form."""
    worth = {name: value for name, value in fields.items() if name not in _NOT_KEPT}
    return Kept(reference, Draft(_SAME_FORM.get(form, form), worth))


def kept_in(fields: Mapping[str, str]) -> Kept | None:
    """What `hidden_fields` wrote, or None; a reference that is none counts as none."""
    reference = fields.get(f"{_PREFIX}reference", "")
    if not _REFERENCE.fullmatch(reference):
        return None
    start = f"{_PREFIX}field-"
    own = {name.removeprefix(start): fields[name] for name in fields if name.startswith(start)}
    return keep(reference, fields.get(f"{_PREFIX}form", ""), own)
