"""Dates in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from babel.dates import format_date

from nlu.text.variety import Variety

# Arabic as in Morocco: its names of the months, western digits. Darija in Latin letters names the
# months in French.
_LOCALES: Mapping[Variety, str] = {"ar": "ar_MA", "ary": "ar_MA", "fr": "fr", "ary-Latn": "fr"}


_PATTERNS: Mapping[int, str] = {4: "y", 7: "MMMM y", 10: "d MMMM y"}


def date_words(day: str, lang: Variety) -> str:
    """An ISO 8601 date, whole or reduced, as people write it: "5 août 2026", "5 غشت 2026"."""
    whole = date.fromisoformat(day + "-01" * ((10 - len(day)) // 3))
    return format_date(whole, _PATTERNS[len(day)], locale=_LOCALES[lang])
