"""The words of texts as the search reads them, and which of them name no topic."""

from functools import cache

from knowledge.common_words import DEATH, HOUSE, LINKS, PLACES
from knowledge.facets import cue_words
from knowledge.numbered import with_numbers
from knowledge.spelling import spelt, without_and
from nlu.text import function_words as function
from nlu.text.key import stem
from nlu.text.normalise import tokens
from nlu.text.sms import written_out

_FUNCTION_WORDS = (
    function.DARIJA_LATIN,
    function.DARIJA_LATIN_WEAK,
    function.FRENCH,
    function.FRENCH_WEAK,
    function.STANDARD_ARABIC,
    function.STANDARD_ARABIC_STRONG,
    function.DARIJA_ARABIC,
    function.DARIJA_ARABIC_STRONG,
)
_LONGEST_RUN = 4


def words_of(text: str) -> list[str]:
    """The words of a text in the form the index holds them; "programme 8" is one word."""
    return [stem(word) for word in with_numbers(written_out(tokens(text)))]


def without_links(words: list[str]) -> tuple[str, ...]:
    """The words without articles and prepositions: what has to be equal for texts to be so."""
    links = _links()
    return tuple(word for word in words if word not in links)


def bare_name(name: str) -> tuple[str, ...]:
    """What two spellings of one name have in common: their words without articles and the like."""
    return without_links(words_of(name))


def phrase_of(words: list[str]) -> tuple[str, ...]:
    """The words of a name as it is looked for in a message.

    Of a name all of whose words are common ("ndir projet") only the whole tells: one word.
    """
    plain = without_links(words)
    if 1 < len(plain) <= _LONGEST_RUN and all(is_common(word) for word in plain):
        return (" ".join(plain),)
    return tuple(dict.fromkeys(words))


def runs_of(words: list[str]) -> list[str]:
    """The runs of common words in a text, as `phrase_of` writes them."""
    plain = without_links(words)
    return [
        " ".join(plain[start : start + length])
        for length in range(2, _LONGEST_RUN + 1)
        for start in range(len(plain) - length + 1)
    ]


def is_common(word: str) -> bool:
    """Whether a word, as `words_of` gives it, names no topic."""
    common = _common()
    return word in common or spelt(word) in common or without_and(word) in common


@cache
def _common() -> frozenset[str]:
    """Words that name no topic: function words, words of facets and of the house, places."""
    listed = [
        word for text in (*_FUNCTION_WORDS, HOUSE, DEATH, LINKS, PLACES) for word in words_of(text)
    ]
    return frozenset(listed) | frozenset(map(spelt, listed)) | cue_words()


def is_filler(word: str) -> bool:
    """Whether a word, as `words_of` gives it, says nothing of its own: "je", "بغيت", "dyal"."""
    fillers = _fillers()
    return word in fillers or without_and(word) in fillers


@cache
def _fillers() -> frozenset[str]:
    return frozenset(word for text in (*_FUNCTION_WORDS, LINKS) for word in words_of(text))


@cache
def _links() -> frozenset[str]:
    return frozenset(words_of(LINKS))


def unknown_words(text: str) -> list[str]:
    """The words of a text that could name something: not function words, cues or numbers."""
    return [word for word in words_of(text) if not (is_common(word) or word.isdecimal())]
