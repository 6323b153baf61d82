"""Which of our four varieties a message is written in, or which other language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, Optional

from nlu.text import function_words as words
from nlu.text.normalise import normalise

Variety = Literal["ar", "fr", "ary", "ary-Latn"]
VARIETIES: tuple[Variety, ...] = ("ar", "fr", "ary", "ary-Latn")

SURE = 0.5
_UNSURE = 0.49
_WEAK = 0.4
_FOLDED = 0.8
_SHAPE = 1.2
_ACCENT = 0.5
_ENDING = 0.35
_OTHER_SCORE = 1.7
_OTHER_LEAD = 0.7
_DOUBT = 0.7
_LEAD = 0.6
_NAME_LENGTH = 2

_ARABIC = re.compile("[\u0621-\u06d3]")
_LATIN = re.compile("[a-z]")
_TIFINAGH = re.compile("[\u2d30-\u2d7f]")
_ALPHABET = re.compile(r"[^\W\d_]")
_ACCENTED = re.compile("[éèêëàâîïôûùç]", re.IGNORECASE)

# Addresses, numbers, references and their codes are in no language.
NO_LANGUAGE = re.compile(
    r"\S+@\S+|https?://\S+|www\.\S+|\bmdm\W{0,3}[\d٠-٩]{4}\W{0,3}[\d٠-٩]{1,6}\b(?:\W+(?=\w*\d)\w{6}\b)?"
    r"|(?-i:\b(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{6}\b)|\+?\d[\d .()-]{6,}\d",
    re.IGNORECASE,
)

# With its hamza "شيء" (thing) is Standard Arabic; normalised it looks like Darija "شي" (some).
_WRITTEN_THING = re.compile("شيء|شيئ")
_DARIJA_SOME = "شي"

# The negation that frames its verb, written in two words: "ما بغيتش", "ma bghitch".
_FRAMED_NEGATION = re.compile(r"\bما \w{2,}ش\b|\bma [a-z0-9]{2,}(?:ch|sh|sj|x)\b")

_DIGIT_WORD = re.compile(r"^(?=.*[a-z]{2})(?:[a-z]*[235679]){1,3}[a-z]*$")
_NUMBER_WORD = re.compile(
    r"^(?:\d+(?:e|er|ere|eme|nd|rd|th|st|h\d*|km|m|cv|dh|dhs|mad|eur|euros?|ans?|j|jours|mois|fois"
    r"|g|go|gb|pm|am|x|kg|cm|mm|ste|de|o|dt)|[a-z]{1,5}\d+)$"
)
_CODE = re.compile(r"^(?=(?:\D*\d){2})[b-df-hj-np-tv-xz\d]+$")
_DARIJA_SHAPE = re.compile(
    r"^(?:ma\w{2,}(?:ch|sh)|(?:kan|kay|kat|ghan|ghay|ghat|gha|tan|tay|kaw)[bdfghjklmnqrstwxyz3679]\w+"
    r"|\w*(?:kh|gh|dj|ss|dd|tt|ch)\w*(?:ouni|oni|houm|hom|kom|koum)|l[bdfghjkmnqrstwxz]\w{2,})$"
)
_FRENCH_ENDING = re.compile(
    r"(?:tions?|ments?|eurs?|ances?|ences?|ages?|iques?|ires?|ites?|ants?)$"
)
_ARABIC_DARIJA_SHAPE = re.compile(
    r"^(?:(?:كن(?!دا)|كي(?!بيك|نيا|ان|ف)|كت(?!اب|ب)|غن(?!ا|ي)|غي(?!اب|ر|ن)|غت)\w{2,}"
    r"|ما\w{2,}ش|م[نتيك]\w{2,}ش|فال\w{2,}"
    r"|(?!(?:نرجو|ندعو|نشكو|يدعو|تدعو|يرجو|ترجو|يبدو|تبدو|يشكو|تشكو|ينمو|تنمو|يخلو|تخلو)$)[نتي]\w{2,}و)$"
)
_STANDARD_SHAPE = re.compile(
    r"^(?:است\w{2,}|سي\w{3,}|سن\w{3,}|[يت]\w{3,}(?:ون|ين)|لل\w{3,}|وال\w{3,}|\w{2,}وا|\w{3,}[اه]نا)$"
)

Scores = dict[str, float]


@dataclass(frozen=True)
class Detected:
    """The variety to work in.

    `confidence` says how much the text itself shows (0..1); below `SURE` the answer is the
    variety already spoken, or a default of the script. `other` is a language we do not speak,
    set only when the message is plainly written in it; `lang` is then only a fallback.
    """

    lang: Variety
    confidence: float
    other: Optional[str] = None


def detect(text: str, current: Optional[Variety] = None) -> Detected:
    """The variety of a message; `current`, the conversation's, when the text does not tell."""
    text = NO_LANGUAGE.sub(" ", text)
    plain = normalise(text)
    found = plain.split()
    arabic = [t for t in found if _ARABIC.search(t)]
    latin = [t for t in found if _LATIN.search(t)]
    foreign = _foreign_script(plain, len(arabic) + len(latin))
    if foreign:
        return Detected(current or "fr", 1.0, foreign)
    if not arabic and not latin:
        return Detected(current or "fr", 0.0)
    scores = _arabic_scores(arabic, text)
    scores.update(_latin_scores(latin, text))
    if _FRAMED_NEGATION.search(plain):
        darija = "ary" if len(arabic) >= len(latin) else "ary-Latn"
        scores[darija] = scores.get(darija, 0.0) + _SHAPE
    other = _other_language(scores)
    if other:
        return Detected(current or _by_script(arabic, latin), _confidence(scores, other), other)
    return _ours(scores, arabic, latin, current)


def _ours(
    scores: Scores, arabic: list[str], latin: list[str], current: Optional[Variety]
) -> Detected:
    ours: Scores = {v: scores.get(v, 0.0) for v in VARIETIES}
    if arabic and latin:
        _prefer_the_longer_script(ours, arabic, latin)
    best: Variety = max(VARIETIES, key=lambda v: ours[v])
    confidence = _confidence(ours, best)
    lead = ours[best] - (ours[current] if current else 0.0)
    if not ours[best]:
        return Detected(_stay(current or _by_script(arabic, latin), arabic, latin), 0.0)
    if best == current or (confidence >= SURE and lead >= _LEAD):
        return Detected(best, confidence)
    if current is None:
        return Detected(best, min(confidence, _UNSURE))
    return Detected(_stay(current, arabic, latin), min(confidence, _UNSURE))


def _stay(current: Variety, arabic: list[str], latin: list[str]) -> Variety:
    """The conversation's variety, but in the script that a longer message is written in."""
    if len(arabic) > _NAME_LENGTH and not latin and current in ("fr", "ary-Latn"):
        return "ary" if current == "ary-Latn" else "ar"
    if len(latin) > _NAME_LENGTH and not arabic and current in ("ar", "ary"):
        return "ary-Latn" if current == "ary" else "fr"
    return current


def _by_script(arabic: list[str], latin: list[str]) -> Variety:
    return "ar" if len(arabic) > len(latin) else "fr"


def _prefer_the_longer_script(ours: Scores, a: list[str], b: list[str]) -> None:
    shorter = ("fr", "ary-Latn") if len(a) >= len(b) else ("ar", "ary")
    for variety in shorter:
        ours[variety] *= 0.5


def _confidence(scores: Scores, best: str) -> float:
    total = sum(scores.values())
    return round(scores.get(best, 0.0) / (total + _DOUBT), 3) if total else 0.0


def _other_language(scores: Scores) -> Optional[str]:
    others = {name: s for name, s in scores.items() if name not in VARIETIES}
    if not others:
        return None
    best = max(others, key=lambda name: others[name])
    ours = max(scores.get(v, 0.0) for v in VARIETIES)
    darija = max(scores.get("ary", 0.0), scores.get("ary-Latn", 0.0))  # it borrows from all
    plain = others[best] >= _OTHER_SCORE and others[best] - ours >= _OTHER_LEAD and darija < 1
    return best if plain else None


def _foreign_script(plain: str, known: int) -> Optional[str]:
    if _TIFINAGH.search(plain):
        return "zgh"
    if known == 0 and _ALPHABET.search(plain):
        return "und"
    return None


def _latin_scores(latin: list[str], text: str) -> Scores:
    if not latin:
        return {}
    scores: Scores = {}
    weights = _latin_weights()
    code = len(latin) == 1 and (text.isupper() or bool(_CODE.match(latin[0])))
    for token in latin:
        known = weights.get(token)
        for name, weight in (known or _shape_of(token, code)).items():
            scores[name] = scores.get(name, 0.0) + weight
    accents = min(len(_ACCENTED.findall(text)), 4)
    if accents:
        scores["fr"] = scores.get("fr", 0.0) + accents * _ACCENT
    return scores


def _shape_of(token: str, code: bool) -> Mapping[str, float]:
    if not token.isalpha():
        darija = not code and _DIGIT_WORD.match(token) and not _NUMBER_WORD.match(token)
        return {"ary-Latn": _SHAPE} if darija else {}
    if _fold(token) in _folded_darija():
        return {"ary-Latn": _FOLDED}
    if _DARIJA_SHAPE.match(token):
        return {"ary-Latn": _FOLDED}
    if _FRENCH_ENDING.search(token):
        return {"fr": _ENDING}
    return {}


def _arabic_scores(arabic: list[str], text: str) -> Scores:
    scores: Scores = {}
    weights = _arabic_weights()
    if _WRITTEN_THING.search(text):
        scores["ar"] = 1.0
        arabic = [token for token in arabic if token != _DARIJA_SOME]
    for token in arabic:
        for name, weight in (weights.get(token) or _arabic_shape(token)).items():
            scores[name] = scores.get(name, 0.0) + weight
    return scores


def _arabic_shape(token: str) -> Mapping[str, float]:
    if _ARABIC_DARIJA_SHAPE.match(token):
        return {"ary": _FOLDED}
    return {"ar": _WEAK} if _STANDARD_SHAPE.match(token) else {}


@cache
def _latin_weights() -> dict[str, dict[str, float]]:
    strong = {
        "ary-Latn": words.DARIJA_LATIN + words.DARIJA_LATIN_CONTENT,
        "fr": words.FRENCH,
        "en": words.ENGLISH,
        "es": words.SPANISH,
        "nl": words.DUTCH,
        "de": words.GERMAN,
        "it": words.ITALIAN,
        "pt": words.PORTUGUESE,
    }
    weak = {"ary-Latn": words.DARIJA_LATIN_WEAK, "fr": words.FRENCH_WEAK}
    return _weigh(strong, weak)


@cache
def _arabic_weights() -> dict[str, dict[str, float]]:
    darija = words.DARIJA_ARABIC_STRONG + words.DARIJA_ARABIC_CONTENT
    strong = {"ar": words.STANDARD_ARABIC_STRONG, "ary": darija}
    weak = {"ar": words.STANDARD_ARABIC, "ary": words.DARIJA_ARABIC}
    return _weigh(strong, weak)


def _weigh(strong: Mapping[str, str], weak: Mapping[str, str]) -> dict[str, dict[str, float]]:
    """Each word's weight in each language: full, weak, and less the more languages have it."""
    table: dict[str, dict[str, float]] = {}
    for name, listed in strong.items():
        for word in listed.split():
            table.setdefault(normalise(word), {})[name] = 1.0
    for name, listed in weak.items():
        for word in listed.split():
            table.setdefault(normalise(word), {}).setdefault(name, _WEAK)
    for names in table.values():
        for name in names:
            names[name] /= len(names)
    return table


@cache
def _folded_darija() -> frozenset[str]:
    folded = (_fold(word) for word in words.DARIJA_LATIN.split())
    return frozenset(word for word in folded if len(word) > _NAME_LENGTH)


_SPELLINGS = (
    (re.compile("sj|sh|sch|x"), "ch"),
    (re.compile("oe|ou|u|w"), "o"),
    (re.compile("q"), "9"),
    (re.compile("ie|ee|y|i"), "e"),
    (re.compile(r"(.)\1+"), r"\1"),
)


def _fold(word: str) -> str:
    for pattern, letter in _SPELLINGS:
        word = pattern.sub(letter, word)
    return word
