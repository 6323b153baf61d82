"""The words: one Project Fluent file a variety, the same keys in all (the validator checks it)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from nlu.text.variety import VARIETIES, Variety

FOLDER = Path(__file__).parent

# fluent.runtime does not know Darija: without a locale that it knows after it, plurals and
# numbers would go wrong in silence (design, "One turn, end to end").
_LOCALES: Mapping[Variety, list[str]] = {
    "ar": ["ar-MA"],
    "fr": ["fr"],
    "ary": ["ary", "ar-MA"],
    "ary-Latn": ["ary-Latn", "fr"],
}


# fluent.runtime refuses a value of more than 2,500 characters, and a complaint may be longer: a
# text stands in the pattern as a private mark and takes its place afterwards.
_MARK = "\ue000{}\ue001"
_MARKED = re.compile("\ue000(\\d+)\ue001")


class MissingMessage(LookupError):
    """A key that a variety lacks, or a value that its message needs: a fault of ours."""


class Catalogue:
    """The messages of all four varieties."""

    def __init__(self, bundles: Mapping[Variety, FluentBundle]) -> None:
        self._bundles = bundles

    def text(self, lang: Variety, key: str, **values: Any) -> str:
        """The message in that variety; raises MissingMessage instead of showing a broken one."""
        bundle = self._bundles[lang]
        if not bundle.has_message(key):
            raise MissingMessage(f"{lang}.ftl: {key}")
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise MissingMessage(f"{lang}.ftl: {key} has no value")
        texts = [name for name, value in values.items() if isinstance(value, str)]
        marks = {name: _MARK.format(place) for place, name in enumerate(texts)}
        words, faults = bundle.format_pattern(pattern, {**values, **marks})
        if faults:
            raise MissingMessage(f"{lang}.ftl: {key}: {faults}")
        return _MARKED.sub(lambda found: values[texts[int(found[1])]], str(words))

    def has(self, key: str) -> bool:
        """Whether every variety has the message."""
        return all(bundle.has_message(key) for bundle in self._bundles.values())


@cache
def load_catalogue(folder: Path = FOLDER) -> Catalogue:
    """Reads `<variety>.ftl` of all varieties, once; raises FileNotFoundError where one lacks."""
    return Catalogue({lang: _bundle(folder, lang) for lang in VARIETIES})


def _bundle(folder: Path, lang: Variety) -> FluentBundle:
    bundle = FluentBundle(_LOCALES[lang], use_isolating=True)
    bundle.add_resource(FluentResource((folder / f"{lang}.ftl").read_text(encoding="utf-8")))
    return bundle
