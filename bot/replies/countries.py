"""The names of countries."""

from __future__ import annotations

from babel import Locale

from nlu.text.variety import Variety


def country_name(code: str, lang: Variety) -> str:
    """The name of an ISO 3166-1 country as CLDR writes it in Arabic or French."""
    return str(Locale("ar" if lang in {"ar", "ary"} else "fr").territories.get(code, code))
