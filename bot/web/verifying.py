"""Whether a printed paper is ours: a page for anyone who holds one, in French and in Arabic."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from aiohttp import web

from bot.papers.printer import Printer
from bot.web.keys import PRINTER
from bot.web.pages import page

_FIELDS = ("reference", "date", "code")
_LONGEST = 40


async def show(request: web.Request) -> web.Response:
    """GET /verify?reference=&date=&code=: the answer, or the form where something is missing."""
    printer = request.app[PRINTER]
    asked = {name: request.query.get(name, "").strip()[:_LONGEST] for name in _FIELDS}
    return page(
        request,
        "verify.html",
        "fr",
        words=printer.words,
        asked=asked,
        answer=_answer(printer, asked),
    )


def _answer(printer: Printer, asked: Mapping[str, str]) -> str | None:
    """`verify-right` or `verify-wrong`; None as long as nothing whole was asked."""
    if not all(asked.values()):
        return None
    try:
        issued_on = date.fromisoformat(asked["date"])
    except ValueError:
        return "verify-wrong"
    right = printer.is_ours(asked["reference"].upper(), issued_on, asked["code"])
    return "verify-right" if right else "verify-wrong"
