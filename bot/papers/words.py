"""The words of the papers, in French and in Arabic, beside each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from babel.dates import format_date
from fluent.runtime import FluentBundle, FluentResource

from bot.office import office_day
from bot.replies.catalogue import Catalogue
from bot.replies.countries import country_name

Lang = Literal["fr", "ar"]
LANGS: tuple[Lang, ...] = ("fr", "ar")

_FOLDER = Path(__file__).parent / "labels"
_LOCALES: Mapping[Lang, str] = {"fr": "fr", "ar": "ar-MA"}


class Words:
    """Labels of the papers and the names of values, in one language."""

    def __init__(self, labels: Catalogue, replies: Catalogue, lang: Lang) -> None:
        self._labels = labels
        self._replies = replies
        self.lang = lang

    def __call__(self, key: str, **values: Any) -> str:
        """A label; raises MissingMessage."""
        return self._labels.text(self.lang, key, **values)

    def of(self, family: str, value: str | None) -> str:
        """The name of a value, e.g. `of("state", "open")`; a dash for none."""
        if not value:
            return self("none")
        key = f"{family}-{value.replace('_', '-').replace('.', '-').lower()}"
        if self._labels.has(key):
            return self(key)
        return self._replies.text(self.lang, key) if self._replies.has(key) else value

    def country(self, code: str | None) -> str:
        """The name of a country; a dash for none."""
        return country_name(code, self.lang) if code else self("none")

    def day(self, moment: datetime | None) -> str:
        """A day at the ministry; a dash for none."""
        if moment is None:
            return self("none")
        return str(format_date(office_day(moment), "d MMMM y", locale=f"{self.lang}_MA"))


def load_words(replies: Catalogue) -> Mapping[Lang, Words]:
    """The words in both languages."""
    labels = Catalogue({lang: _bundle(lang) for lang in LANGS})
    return {lang: Words(labels, replies, lang) for lang in LANGS}


def _bundle(lang: Lang) -> FluentBundle:
    bundle = FluentBundle([_LOCALES[lang]], use_isolating=False)
    bundle.add_resource(FluentResource((_FOLDER / f"{lang}.ftl").read_text(encoding="utf-8")))
    return bundle
