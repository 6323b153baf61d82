"""The words of the complaint desk, loaded from words/*.yaml by an explicit call."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pycountry
import yaml
from babel import Locale

from bot.tickets.kinds import Category
from bot.tickets.lexicon import Lexicon, folded
from nlu.text.variety import VARIETIES

FOLDER = Path(__file__).parent / "words"
"""Where the words stand in the repository; give it to `load_words`."""

LEVELS = ("strong", "weak", "alone")
_FIELDS = frozenset({"category", "country", "description", "contact"})
_COURT = frozenset({"in_court", "not_in_court"})
_PEOPLE = frozenset(
    {
        *("parent", "child", "spouse", "sibling", "relative", "other"),
        *("after_for_sibling", "after_for_relative", "after_for_other"),
    }
)
_ABOUT_PEOPLE = frozenset({"deceased", "late", "for", "beside", "acts"})
_VERDICTS = ("yes", "weak_yes", "no", "wrong", "unsure")
_UNNAMED = frozenset({"EH"})  # never read from a name: the word is a region of Morocco here
_IN_BRACKETS = re.compile(r"[(\[].*?[)\]]")


class WordsError(ValueError):
    """The word files are not as they must be; the message names every fault, path first."""


@dataclass(frozen=True)
class Kin:
    """How people say for whom they file (words/relations.yaml)."""

    people: Lexicon  # "parent", or "after_for_sibling" where only a word of on_behalf makes it sure
    deceased: Lexicon
    late: Lexicon
    on_behalf: Lexicon
    beside: Lexicon
    acts: Lexicon


@dataclass(frozen=True)
class Words:
    """What the desk recognises, in all varieties at once."""

    verdicts: Lexicon  # yes, weak_yes, no, wrong, unsure
    yes_signs: frozenset[str]
    no_signs: frozenset[str]
    cancel: Lexicon
    mind: Lexicon  # a change of mind
    leave: Lexicon
    none: Lexicon
    wish: Lexicon
    filler: Lexicon
    question: Lexicon  # question, filler
    why: Lexicon
    stall: Lexicon
    add: Lexicon
    about: Lexicon
    vague: Lexicon
    grievance: Lexicon
    correction: Lexicon
    change: Lexicon
    negator: Lexicon
    contact_cue: Lexicon
    insult: Lexicon
    fields: Lexicon  # the names of the questions
    categories: Lexicon  # "strong/customs"
    countries: Lexicon  # "sure/BE", "careful/ML"
    codes: frozenset[str]  # ISO 3166-1 alpha-2
    kin: Kin
    court: Lexicon  # in_court, not_in_court


def load_words(folder: Path) -> Words:
    """The words in a folder like bot/tickets/words; raises WordsError listing all faults."""
    source = _Source(folder)
    answers, talk = source.read("answers.yaml"), source.read("talk.yaml")
    fields = source.keyed("fields.yaml", allowed=_FIELDS)
    categories = _category_entries(source)
    countries = _country_entries(source)
    relations = source.keyed("relations.yaml", allowed=_PEOPLE | _ABOUT_PEOPLE)
    court = source.keyed("court.yaml", allowed=_COURT)
    signs = {name: source.strings("answers.yaml", answers, name) for name in _SIGNS}
    verdicts = [(p, v) for v in _VERDICTS for p in source.phrases("answers.yaml", answers, v)]
    said = {name: list(source.phrases("answers.yaml", answers, name)) for name in _SAID}
    talked = {name: list(source.phrases("talk.yaml", talk, name)) for name in _TALKED}
    source.check()
    filler = [(phrase, "filler") for phrase in talked["filler"]]
    glued = {name: _one(talked[name], name, clitics=True) for name in ("wish", "filler")}
    plain = {n: _one(p, n) for n, p in talked.items() if n not in {*glued, "question"}}
    return Words(
        verdicts=Lexicon.of(verdicts),
        yes_signs=frozenset(signs["yes_signs"]),
        no_signs=frozenset(signs["no_signs"]),
        question=Lexicon.of([*((p, "question") for p in talked["question"]), *filler]),
        fields=Lexicon.of(fields, clitics=True),
        categories=Lexicon.of(categories, clitics=True),
        countries=Lexicon.of(countries, clitics=True),
        codes=_codes(),
        kin=_kin(relations),
        court=Lexicon.of(court),
        **{name: _one(phrases, name) for name, phrases in said.items()},
        **glued,
        **plain,
    )


def _kin(entries: list[tuple[str, str]]) -> Kin:
    def of(key: str) -> Lexicon:
        return Lexicon.of(entry for entry in entries if entry[1] == key)

    return Kin(
        people=Lexicon.of((e for e in entries if e[1] in _PEOPLE), clitics=True),
        deceased=of("deceased"),
        late=of("late"),
        on_behalf=of("for"),
        beside=of("beside"),
        acts=of("acts"),
    )


_SIGNS = ("yes_signs", "no_signs")
_SAID = ("cancel", "mind", "leave", "none")
_TALKED = (
    *("wish", "filler", "question", "why", "stall", "add", "about", "vague", "grievance"),
    *("correction", "change", "negator", "contact_cue", "insult"),
)


def _one(phrases: Iterable[str], value: str, *, clitics: bool = False) -> Lexicon:
    return Lexicon.of(((phrase, value) for phrase in phrases), clitics=clitics)


class _Source:
    """Reads the files and collects what is wrong with them, to tell it all at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._faults: list[str] = []

    def check(self) -> None:
        if self._faults:
            raise WordsError("\n".join(self._faults))

    def fault(self, name: str, what: str) -> None:
        self._faults.append(f"{self._folder / name}: {what}")

    def read(self, name: str) -> dict[str, object]:
        try:
            data = yaml.safe_load((self._folder / name).read_text(encoding="utf-8"))
        except (OSError, UnicodeError, yaml.YAMLError) as error:
            self.fault(name, str(error))
            return {}
        if not isinstance(data, dict):
            self.fault(name, "must be a mapping")
            return {}
        return data

    def strings(self, name: str, data: Mapping[str, object], where: str) -> list[str]:
        value = data.get(where.rsplit("/", 1)[-1])
        if not isinstance(value, list):
            self.fault(name, f"{where}: a list of words is missing")
            return []
        wrong = [item for item in value if not isinstance(item, str) or "*" in item[:-1]]
        if wrong:
            self.fault(name, f"{where}: not words (quote them?): {wrong}")
        return [item for item in value if isinstance(item, str)]

    def phrases(self, name: str, data: Mapping[str, object], where: str) -> Iterator[str]:
        """All varieties of one entry."""
        varieties = data.get(where.rsplit("/", 1)[-1])
        if not isinstance(varieties, dict):
            self.fault(name, f"{where}: words by variety are missing")
            return
        for variety in varieties:
            if variety not in VARIETIES:
                self.fault(name, f"{where}: no such variety: {variety}")
                continue
            yield from self.strings(name, varieties, f"{where}/{variety}")

    def keyed(self, name: str, allowed: frozenset[str]) -> list[tuple[str, str]]:
        """(phrase, key) for a file of entries by variety."""
        data = self.read(name)
        if set(data) != allowed:
            self.fault(name, f"the keys must be {sorted(allowed)}")
        return [(phrase, key) for key in data for phrase in self.phrases(name, data, key)]


def _category_entries(source: _Source) -> list[tuple[str, str]]:
    name = "categories.yaml"
    data = source.read(name)
    if set(data) != {str(category) for category in Category}:
        source.fault(name, "the keys must be the nine categories")
    entries: list[tuple[str, str]] = []
    for category, levels in data.items():
        if not isinstance(levels, dict) or not set(levels) <= set(LEVELS):
            source.fault(name, f"{category}: levels must be among {LEVELS}")
            continue
        for level in levels:
            phrases = source.phrases(name, levels, f"{category}/{level}")
            entries += [(phrase, f"{level}/{category}") for phrase in phrases]
    return entries


def _country_entries(source: _Source) -> list[tuple[str, str]]:
    name = "countries.yaml"
    data = source.read(name)
    careful = {folded(phrase) for phrase in source.strings(name, data, "careful")}
    named: dict[tuple[str, ...], tuple[str, str]] = {}
    for phrase, code in [*_official_names(), *_own_names(source, name, data)]:
        named[folded(phrase)] = (phrase, code)
    return [
        (phrase, f"{'careful' if words in careful else 'sure'}/{code}")
        for words, (phrase, code) in named.items()
    ]


def _own_names(source: _Source, name: str, data: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    codes = _codes()
    for part in ("cities", "names"):
        table = data.get(part)
        if not isinstance(table, dict):
            source.fault(name, f"{part}: names by country are missing")
            continue
        for code in table:
            if code not in codes:
                source.fault(name, f"{part}: no such country: {code}")
                continue
            for phrase in source.strings(name, table, f"{part}/{code}"):
                yield phrase, code


def _official_names() -> Iterator[tuple[str, str]]:
    for language in ("fr", "ar"):
        territories = Locale.parse(language).territories
        for code in sorted(_codes() - _UNNAMED):
            if code in territories:
                yield _IN_BRACKETS.sub("", territories[code]), code


def _codes() -> frozenset[str]:
    return frozenset(country.alpha_2 for country in pycountry.countries)
