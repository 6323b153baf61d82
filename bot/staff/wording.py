"""The console's own words, in Arabic and French, and values as people read them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal

from babel.dates import format_date, format_datetime, get_day_names
from fluent.runtime import FluentBundle, FluentResource

from bot.office import OFFICE
from bot.replies.catalogue import Catalogue
from bot.replies.countries import all_countries, country_name
from bot.storage.models import now

Lang = Literal["fr", "ar"]

LANGS: tuple[Lang, ...] = ("fr", "ar")

_FOLDER = Path(__file__).parent / "labels"
_LOCALES: dict[Lang, str] = {"fr": "fr", "ar": "ar-MA"}


def speaks(lang: str | None) -> Lang | None:
    """The language if the console speaks it."""
    return lang if lang in LANGS else None


class Labels:
    """The labels in one language."""

    def __init__(self, catalogue: Catalogue, lang: Lang) -> None:
        self._catalogue = catalogue
        self.lang = lang
        self.dir = "rtl" if lang == "ar" else "ltr"

    def __call__(self, key: str, **values: Any) -> str:
        """The label of that key; raises MissingMessage."""
        return self._catalogue.text(self.lang, key, **values)

    def of(self, family: str, value: str | None) -> str:
        """The label of an id, e.g. `of("state", "waiting_citizen")`; an unknown id as it is."""
        if not value:
            return self("ticket-none")
        key = f"{family}-{value.replace('_', '-').replace('.', '-').lower()}"
        return self(key) if self._catalogue.has(key) else value

    def knows(self, key: str) -> bool:
        """Whether there is a label by that key."""
        return self._catalogue.has(key)

    def country(self, code: str | None) -> str:
        """The name of a country."""
        return country_name(code, self.lang) if code else self("ticket-none")

    def countries(self) -> tuple[tuple[str, str], ...]:
        """Every country's code and name, in the order of the names."""
        return all_countries(self.lang)

    def age(self, moment: datetime) -> str:
        """How long ago, in one unit."""
        passed = max(now() - moment, timedelta())
        hours, days = int(passed.total_seconds()) // 3600, passed.days
        if days:
            return self("age-days", count=days)
        if hours:
            return self("age-hours", count=hours)
        return self("age-minutes", count=int(passed.total_seconds()) // 60)

    def term(self, length: timedelta) -> str:
        """For how long something is kept: years where they are whole, else days or hours."""
        if not length:
            return self("term-at-once")
        if length.days < 1:
            return self("term-hours", count=int(length.total_seconds()) // 3600)
        years, days = divmod(length.days, 365)
        return self("term-days", count=length.days) if days else self("term-years", count=years)

    def moment(self, moment: datetime) -> str:
        """Date and time at the ministry."""
        local = moment.astimezone(OFFICE)
        return str(format_datetime(local, "d MMM y HH:mm", locale=f"{self.lang}_MA"))

    def day(self, day: date) -> str:
        """A day of the calendar."""
        return str(format_date(day, "d MMM y", locale=f"{self.lang}_MA"))

    def is_past(self, by: datetime) -> bool:
        """Whether a target was missed."""
        return by < now()

    def target(self, by: datetime) -> str:
        """How long until a target, or since, in days of the ministry's calendar."""
        office = OFFICE
        days = (by.astimezone(office).date() - now().astimezone(office).date()).days
        if by < now():
            return self("target-over", count=-days) if days else self("target-over-today")
        return self("target-left", count=days) if days else self("target-today")

    def weekday(self, number: int) -> str:
        """A day of the week; Monday is 0."""
        return str(get_day_names("wide", "stand-alone", f"{self.lang}_MA")[number])

    def short_day(self, day: date) -> str:
        """Day and month, as on an axis."""
        return str(format_date(day, "d MMM", locale=f"{self.lang}_MA"))


@cache
def load_labels() -> dict[Lang, Labels]:
    """The labels in every language of the console, read once."""
    catalogue = Catalogue({lang: _bundle(lang) for lang in LANGS})
    return {lang: Labels(catalogue, lang) for lang in LANGS}


def _bundle(lang: Lang) -> FluentBundle:
    bundle = FluentBundle([_LOCALES[lang]], use_isolating=True)
    bundle.add_resource(FluentResource((_FOLDER / f"{lang}.ftl").read_text(encoding="utf-8")))
    return bundle
