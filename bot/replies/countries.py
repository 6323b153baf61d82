"""The names of countries."""

from __future__ import annotations

from functools import cache

import pycountry
from babel import Locale

from nlu.text.normalise import normalise
from nlu.text.variety import Variety


def country_name(code: str, lang: Variety) -> str:
    """The name of an ISO 3166-1 country as CLDR writes it in Arabic or French."""
    return str(Locale("ar" if lang in {"ar", "ary"} else "fr").territories.get(code, code))


@cache
def all_countries(lang: Variety) -> tuple[tuple[str, str], ...]:
    """Every country's code and name, in the order of the names."""
    named = ((each.alpha_2, country_name(each.alpha_2, lang)) for each in pycountry.countries)
    return tuple(sorted(named, key=lambda each: normalise(each[1])))
