"""The values that a message names: categories, countries, contacts. Pure."""

from typing import TypeVar

from rapidfuzz import fuzz, process

from bot.tickets.contact import looks_attempted, read_contact
from bot.tickets.kinds import Category
from bot.tickets.lexicon import Lexicon, Span
from bot.tickets.reading import Reading

HOME = "MA"
"""Morocco: named in a message, it need not be where the citizen lives."""

_SHORT = 4
_FUZZY_LENGTH, _FUZZY_SCORE, _FUZZY_LEAD = 5, 84.0, 4.0
_Value = TypeVar("_Value", bound=str)


def only(values: frozenset[_Value]) -> _Value | None:
    """The value that is named alone; None where there is none, or several."""
    return next(iter(values)) if len(values) == 1 else None


def affirmed(message: Reading, lexicon: Lexicon) -> list[Span]:
    """The spans that no "pas", "machi" stands before."""
    denied = {span.end for span in message.known.negator.find(message.words)}
    filler = message.covered([message.known.filler])
    kept = []
    for span in lexicon.find(message.words):
        before = span.start
        while before not in denied and before - 1 in filler:
            before -= 1
        if before not in denied:
            kept.append(span)
    return kept


def categories(message: Reading, *, asked: bool) -> frozenset[Category]:
    """The categories named. Two of them mean that the message does not say which."""
    if asked and (picked := _numbered(message)):
        return frozenset({picked})
    named = [v.split("/") for s in affirmed(message, message.known.categories) for v in s.values]
    for level in ("strong", "weak"):
        found = frozenset(Category(name) for rank, name in named if rank == level)
        if found:
            return found
    if not asked:
        return frozenset()
    if message.left(message.known.categories, message.known.filler) == 0:
        return frozenset(Category(name) for _, name in named)
    return frozenset(Category(v.split("/")[1]) for v in _nearest(message, message.known.categories))


def _numbered(message: Reading) -> Category | None:
    numbers = [word for word in message.words if word.isdecimal()]
    if len(numbers) != 1 or len(numbers[0]) != 1 or message.left(message.known.filler) > 1:
        return None
    choices = list(Category)
    number = int(numbers[0])
    return choices[number - 1] if 1 <= number <= len(choices) else None


def countries(message: Reading, *, asked: bool, home: bool = False) -> frozenset[str]:
    """The countries named, by themselves or by a city. Morocco gives way to any other,
    and counts only where the country was asked or `home` says so."""
    if asked and message.text.isupper() and message.text in message.known.codes:
        return frozenset({message.text})
    named = [v.split("/") for s in affirmed(message, message.known.countries) for v in s.values]
    careful = asked and message.left(message.known.filler, message.known.fields) <= _SHORT
    found = {code for trust, code in named if careful or trust == "sure"}
    if not found and asked:
        found = {value.split("/")[1] for value in _nearest(message, message.known.countries)}
    abroad = found - {HOME}
    return frozenset(abroad or (found if asked or home else ()))


def _nearest(message: Reading, lexicon: Lexicon) -> frozenset[str]:
    """What a short misspelt answer most likely means; empty where that is not plain."""
    if not 1 <= len(message.words) <= _SHORT:
        return frozenset()
    vocabulary = [words[0] for words in lexicon.phrases if len(words) == 1]
    covered = message.covered([message.known.filler, message.known.verdicts])
    meant = affirmed(message, lexicon)
    denied = [span for span in lexicon.find(message.words) if span not in meant]
    covered |= {place for span in denied for place in range(span.start, span.end)}
    best: tuple[float, frozenset[str]] = (0.0, frozenset())
    for place, word in enumerate(message.words):
        if place in covered or len(word) < _FUZZY_LENGTH:
            continue
        best = max(best, _closest(word, vocabulary, lexicon), key=lambda scored: scored[0])
    return best[1]


def contact(message: Reading) -> str | None:
    """The e-mail address or telephone number in it."""
    return read_contact(message.text)


def attempts_contact(message: Reading) -> bool:
    """Whether the message was meant as a contact but holds no valid one."""
    return contact(message) is None and looks_attempted(message.text)


def own_contact(message: Reading) -> str | None:
    """The same, where the message says that it is the writer's own."""
    return contact(message) if message.known.contact_cue.find(message.words) else None


def _closest(word: str, vocabulary: list[str], lexicon: Lexicon) -> tuple[float, frozenset[str]]:
    ranked = process.extract(
        word, vocabulary, scorer=fuzz.ratio, limit=6, score_cutoff=_FUZZY_SCORE
    )
    if not ranked:
        return 0.0, frozenset()
    score = ranked[0][1]
    near = [lexicon.phrases[(name,)] for name, mark, _ in ranked if mark > score - _FUZZY_LEAD]
    meanings = {value.split("/")[1] for values in near for value in values}
    return (score, near[0]) if len(meanings) == 1 else (score, frozenset())
