"""Dates in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from babel.dates import format_date

from nlu.text.variety import Variety

# Arabic as in Morocco: its names of the months, western digits. Darija in Latin letters names the
# months in French.
_LOCALES: Mapping[Variety, str] = {"ar": "ar_MA", "ary": "ar_MA", "fr": "fr", "ary-Latn": "fr"}


def date_words(day: str, lang: Variety) -> str:
    """An ISO 8601 date as people write it: "5 août 2026", "5 غشت 2026"."""
    return format_date(date.fromisoformat(day), "d MMMM y", locale=_LOCALES[lang])
