"""One message of a citizen in front of the form, and the words found in it. Pure."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from bot.tickets.lexicon import Lexicon, Span, fold
from bot.tickets.words import Words
from nlu.text.normalise import clean, tokens

SURE = 0.6
"""From this confidence on, an understood intent counts."""

_MOST_WORDS = 600
_FRENCH_ARTICLE = ("la",)
_PARTICLES = (_FRENCH_ARTICLE, ("لا",))
_PAUSE = re.compile(r"^\W*(?:la|لا)\s*(?:$|[,،.;:؛!?؟…–-])", re.IGNORECASE)


@dataclass(frozen=True)
class Classified:
    """What Rasa made of the message; all None and 0 where it did not run."""

    intent: str | None = None
    confidence: float = 0.0
    facet: str | None = None
    lang: str | None = None

    def surely(self, intents: Collection[str]) -> bool:
        """Whether it is, with confidence, one of these intents."""
        return self.intent is not None and self.intent in intents and self.confidence >= SURE


@dataclass(frozen=True)
class Reading:
    """A message, its words, and what Rasa made of it."""

    text: str
    understood: Classified
    known: Words

    @classmethod
    def of(cls, text: str, understood: Classified, known: Words) -> "Reading":
        """A message as it was typed."""
        return cls(clean(text), understood, known)

    @cached_property
    def _plain(self) -> tuple[str, ...]:
        return tuple(tokens(self.text)[:_MOST_WORDS])

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded words."""
        return tuple(fold(token) for token in self._plain)

    def left(self, *lexicons: Lexicon) -> int:
        """How many words none of these lexicons accounts for."""
        return len(self.words) - len(self.covered(lexicons))

    def covered(self, lexicons: Iterable[Lexicon]) -> set[int]:
        """The places of the words that these lexicons account for."""
        spans = (span for lexicon in lexicons for span in lexicon.find(self.words))
        return {place for span in spans for place in range(span.start, span.end)}

    @cached_property
    def verdicts(self) -> list[Span]:
        """The words of yes, no, "wrong" and "I do not know", articles left out."""
        spans = self.known.verdicts.find(self.words)
        agrees = any("yes" in span.values for span in spans)
        return [span for span in spans if not self._is_article(span, agrees)]

    def _is_article(self, span: Span, agrees: bool) -> bool:
        """Whether this "la" or "لا" belongs to the next word: "la douane", "لا تتصلوا"."""
        word = self._plain[span.start : span.end]
        if word not in _PARTICLES or (span.start == 0 and _PAUSE.match(self.text)):
            return False
        if agrees and span.start > 0:
            return True
        return self._says_more if word == _FRENCH_ARTICLE else self._says_more_than_values

    @cached_property
    def _says_more(self) -> bool:
        """Whether words are left beside verdicts and the words around them."""
        return self.left(*self._helpers) > 0

    @cached_property
    def _says_more_than_values(self) -> bool:
        """The same, where countries, categories and fields do not count either."""
        known = self.known
        return self.left(*self._helpers, known.countries, known.categories, known.fields) > 0

    @property
    def _helpers(self) -> tuple[Lexicon, ...]:
        known = self.known
        return (known.verdicts, known.filler, known.correction, known.change, known.negator)
