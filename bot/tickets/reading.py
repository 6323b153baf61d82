"""One message of a citizen in front of the form, and what can be read in it. Pure."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from bot.tickets.contact import looks_attempted, read_contact
from bot.tickets.kinds import Category, Kind
from bot.tickets.lexicon import Lexicon, Span, fold
from bot.tickets.words import Words
from nlu.text.normalise import clean, tokens

SURE = 0.6
"""From this confidence on, an understood intent counts."""

HOME = "MA"

_MOST_WORDS = 600
_SHORT, _YES_NO_LENGTH = 4, 8
_QUESTION_LENGTH, _MARKED_QUESTION = 25, 5
_UNMARKED_QUESTION, _UNLED_QUESTION = 11, 12
_WHY_MATTER, _ENOUGH, _WRONG_ENOUGH, _STORY = 3, 3, 2, 6
_FUZZY_LENGTH, _FUZZY_SCORE, _FUZZY_LEAD = 5, 84.0, 4.0
_MANY, _SOME = 5, 3
_FRENCH_ARTICLE = ("la",)
_PARTICLES = (_FRENCH_ARTICLE, ("لا",))
_PAUSE = re.compile(r"^\W*(?:la|لا)\s*(?:$|[,،.;:؛!?؟…–-])", re.IGNORECASE)
_FIELD_LINK = re.compile(
    r"^(?:(?:est |c'est |hiya |howa |هي |هو )?[:：=–-]|(?:c'est|hiya|howa|هي|هو)\b)\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Understood:
    """What Rasa made of the message; all None and 0 where it did not run."""

    intent: str | None = None
    confidence: float = 0.0
    facet: str | None = None
    lang: str | None = None

    def surely(self, intents: Collection[str]) -> bool:
        """Whether it is, with confidence, one of these intents."""
        return self.intent is not None and self.intent in intents and self.confidence >= SURE


@dataclass(frozen=True)
class Message:
    """A message and the readings of it. Every reading answers for any text."""

    text: str
    understood: Understood
    known: Words

    @classmethod
    def of(cls, text: str, understood: Understood, known: Words) -> "Message":
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
        return len(self.words) - len(self._covered(lexicons))

    def _covered(self, lexicons: Iterable[Lexicon]) -> set[int]:
        spans = (span for lexicon in lexicons for span in lexicon.find(self.words))
        return {place for span in spans for place in range(span.start, span.end)}

    # --- yes, no, stop

    @cached_property
    def _verdicts(self) -> list[Span]:
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
        known = self.known
        values = (known.countries, known.categories, known.fields)
        helpers = (known.verdicts, known.filler, known.correction, known.change, known.negator)
        return self.left(*helpers, *(values if word != _FRENCH_ARTICLE else ())) > 0

    def yes_or_no(self, *, wrong_is_no: bool = False) -> bool | None:
        """True for a yes, False for a no, None for neither, both, or "I don't know"."""
        if not self.words:
            return self._sign()
        said = [span.values for span in self._verdicts]
        if any("unsure" in values for values in said):
            return None
        noes = {"no", "wrong"} if wrong_is_no else {"no"}
        negative = any(values & noes for values in said)
        strong = any("yes" in values and "weak_yes" not in values for values in said)
        weak = any("weak_yes" in values for values in said)
        verdict = self._weighed(negative, strong, weak)
        return self._from_intent() if verdict is None else verdict

    def _weighed(self, negative: bool, strong: bool, weak: bool) -> bool | None:
        if negative and strong:
            return None
        rest = self.left(self.known.verdicts, self.known.filler, self.known.wish)
        if negative or strong:
            return strong if rest <= _SOME or self.leads() else None
        return True if weak and rest == 0 else None

    def leads(self) -> bool:
        """Whether the message begins with its yes or no, greetings aside."""
        filler = self._covered([self.known.filler])
        first = next((span.start for span in self._verdicts), None)
        return first is not None and all(place in filler for place in range(first))

    def _from_intent(self) -> bool | None:
        if len(self.words) > _YES_NO_LENGTH:
            return None
        if self.understood.surely({"affirm"}):
            return True
        return False if self.understood.surely({"deny"}) else None

    def _sign(self) -> bool | None:
        yes = any(sign in self.text for sign in self.known.yes_signs)
        no = any(sign in self.text for sign in self.known.no_signs)
        return yes if yes != no else None

    def objects(self) -> bool:
        """Whether it says that something is wrong, be it with a yes: "oui mais ..."."""
        return any("wrong" in span.values for span in self._verdicts)

    def begins_with_no(self) -> bool:
        """Whether it starts with a no, "non, ...": a refusal or the start of a correction."""
        return self.leads() and bool(self._verdicts[0].values & {"no", "wrong"})

    def cancels(self, *, begun: bool = True) -> bool:
        """Whether the message asks to stop and says nothing else.

        begun: whether there is something to change one's mind about.
        """
        known = self.known
        if not (known.cancel.find(self.words) or (begun and known.mind.find(self.words))):
            return False
        around = (known.filler, known.wish, known.verdicts, known.stall, known.leave)
        return self.left(known.cancel, known.mind, *around) == 0

    def leaves(self) -> bool:
        """Whether the message takes leave and says nothing else."""
        known = self.known
        around = (known.filler, known.verdicts, known.cancel)
        return bool(known.leave.find(self.words)) and self.left(known.leave, *around) == 0

    def wants_none(self) -> bool:
        """Whether it says nothing but that there is nothing to give: a cancel word may say so."""
        known = self.known
        return bool(known.none.find(self.words)) and self.left(known.none, known.filler) == 0

    def declines(self) -> bool:
        """Whether the message says that there is nothing to give: "aucun", "bla"."""
        known = self.known
        if any("unsure" in span.values for span in self._verdicts):
            return False
        rest = self.left(known.none, known.verdicts, known.filler, known.fields, known.wish)
        if known.none.find(self.words):
            return rest <= _SOME
        return rest <= 1 and self.yes_or_no() is False

    # --- what sort of message

    def content(self) -> int:
        """How many words say something: neither courtesy nor wish, yes, question or stalling."""
        known = self.known
        asking = (known.question, known.why, known.stall)
        return self.left(known.filler, known.verdicts, known.wish, known.negator, *asking)

    def stalls(self) -> bool:
        """Whether the message only puts the answer off: "attends deux minutes", "blati"."""
        known = self.known
        if not known.stall.find(self.words):
            return False
        covered = self._covered([known.stall, known.filler, known.verdicts, known.wish])
        return all(place in covered or word.isdecimal() for place, word in enumerate(self.words))

    def _wronged(self) -> bool:
        return bool(self.known.grievance.find(self.words)) and not self.stalls()

    def grieves(self) -> bool:
        """Whether something went wrong, or is asked why. A mere "pourquoi ?" is no grievance."""
        asked_why = self.known.why.find(self.words) and self.content() >= _WHY_MATTER
        return self._wronged() or bool(asked_why)

    def asks(self) -> bool:
        """Whether the message is a question to answer now. A why may tell a grievance."""
        if self.grieves() or len(self.words) > _QUESTION_LENGTH:
            return False
        marked = self._marked()
        if marked and self.understood.confidence >= SURE:
            return True
        return self._leads_with_question() or (marked and len(self.words) >= _MARKED_QUESTION)

    def _marked(self) -> bool:
        return "?" in self.text or "؟" in self.text

    def _leads_with_question(self) -> bool:
        spans = self.known.question.find(self.words)
        said = [span.start for span in spans if "question" in span.values]
        said += [span.start for span in self.known.why.find(self.words)]
        covered = self._covered([self.known.filler, self.known.verdicts])
        return bool(said) and all(place in covered for place in range(min(said)))

    def is_question(self) -> bool:
        """Whether nothing but a question is told: short, or marked and led by a question word."""
        if not self.asks():
            return False
        if self._leads_with_question():
            return self._marked() or len(self.words) <= _UNMARKED_QUESTION
        return len(self.words) <= _UNLED_QUESTION

    def wishes_only(self) -> bool:
        """Whether it is a wish ("je veux déposer une plainte"), a greeting, a yes: no matter."""
        known = self.known
        lexicons = (known.wish, known.filler, known.verdicts, known.question)
        return not self.grieves() and self.left(*lexicons) == 0

    def describes(self, kind: Kind) -> bool:
        """Whether the message, as an answer, is a description: not a question, not a few words."""
        if self.stalls() or self.wishes_only():
            return False
        if self.is_question() and kind != Kind.QUESTION:
            return kind == Kind.SUGGESTION and self.content() > _ENOUGH
        few = self._wronged() or self.is_question()
        return self.content() >= (_WRONG_ENOUGH if few else _ENOUGH)

    def tells(self, kind: Kind) -> bool:
        """Whether the message holds matter for a ticket, beyond the wish to open one."""
        known = self.known
        said = (known.wish, known.filler, known.verdicts, known.question)
        if self.stalls() or self.leaves() or (self.is_question() and kind != Kind.QUESTION):
            return False
        if self.grieves():
            return len(self.words) >= _SHORT and self.left(*said) > 1
        if kind == Kind.COMPLAINT:
            return self.left(*said, known.categories, known.countries) >= _MANY
        if kind == Kind.QUESTION and self._is_about_a_matter():
            return True
        return self.left(*said, known.vague) >= _SOME

    def _is_about_a_matter(self) -> bool:
        """Whether it says what it is about, in a word we know: "sur ma retraite"."""
        covered = self._covered([self.known.filler])
        about = {span.end for span in self.known.about.find(self.words)}
        for span in self._affirmed(self.known.categories):
            before = span.start
            while before not in about and before - 1 in covered:
                before -= 1
            if before in about:
                return True
        return False

    def is_story(self) -> bool:
        """Whether the message tells so much that it is kept whatever was asked."""
        numbers = sum(word.isdecimal() for word in self.words)
        return self.content() - numbers >= _STORY and not self.is_question()

    def adds(self) -> bool:
        """Whether it announces an addition and makes it: "ajoutez que j'ai gardé le reçu"."""
        known = self.known
        around = self._covered([known.filler, known.wish, known.verdicts, known.correction])
        first = next((span.start for span in known.add.find(self.words)), None)
        if first is None or any(place not in around for place in range(first)):
            return False
        return self.details() > 0

    def details(self) -> int:
        """How many words say something besides values, yes and no, and the wish to change.
        Mere numbers say nothing."""
        known = self.known
        said = (known.filler, known.verdicts, known.wish, known.question, known.why, known.stall)
        change = (known.correction, known.change, known.negator, known.add, known.vague)
        values = (known.none, known.fields, known.categories, known.countries)
        covered = self._covered([*said, *change, *values])
        left = [word for place, word in enumerate(self.words) if place not in covered]
        return 0 if all(word.isdecimal() for word in left) else len(left)

    def is_bare(self) -> bool:
        """Whether nothing is said but values, and words that lead to a value."""
        known = self.known
        helpers = (known.verdicts, known.filler, known.wish, known.correction, known.change)
        values = (known.fields, known.categories, known.countries, known.negator)
        return self.left(*helpers, *values) == 0

    def is_only_a_value(self) -> bool:
        """Whether the message is a place, or a bare "no, ..." with a value: no description."""
        places = bool(self.known.countries.find(self.words)) and not self.categories(asked=False)
        return self.is_bare() and (places or self.begins_with_no())

    def corrects(self) -> bool:
        """Whether the message announces a correction: "non, ...", "en fait ...", "machi ..."."""
        said = self.known.correction.find(self.words) or self.known.negator.find(self.words)
        return bool(said) or self.begins_with_no()

    # --- values

    def _affirmed(self, lexicon: Lexicon) -> list[Span]:
        """The spans that no "pas", "machi" stands before."""
        denied = {span.end for span in self.known.negator.find(self.words)}
        filler = self._covered([self.known.filler])
        kept = []
        for span in lexicon.find(self.words):
            before = span.start
            while before not in denied and before - 1 in filler:
                before -= 1
            if before not in denied:
                kept.append(span)
        return kept

    def categories(self, *, asked: bool) -> frozenset[Category]:
        """The categories named. Two of them mean that the message does not say which."""
        if asked and (picked := self._numbered()):
            return frozenset({picked})
        named = [v.split("/") for s in self._affirmed(self.known.categories) for v in s.values]
        for level in ("strong", "weak"):
            found = frozenset(Category(name) for rank, name in named if rank == level)
            if found:
                return found
        if not asked:
            return frozenset()
        if self.left(self.known.categories, self.known.filler) == 0:
            return frozenset(Category(name) for _, name in named)
        return frozenset(Category(v.split("/")[1]) for v in self._nearest(self.known.categories))

    def _numbered(self) -> Category | None:
        numbers = [word for word in self.words if word.isdecimal()]
        if len(numbers) != 1 or len(numbers[0]) != 1 or self.left(self.known.filler) > 1:
            return None
        choices = list(Category)
        number = int(numbers[0])
        return choices[number - 1] if 1 <= number <= len(choices) else None

    def countries(self, *, asked: bool, home: bool = False) -> frozenset[str]:
        """The countries named, by themselves or by a city. Morocco gives way to any other,
        and counts only where the country was asked or `home` says so."""
        if asked and self.text.isupper() and self.text in self.known.codes:
            return frozenset({self.text})
        named = [v.split("/") for s in self._affirmed(self.known.countries) for v in s.values]
        careful = asked and self.left(self.known.filler, self.known.fields) <= _SHORT
        found = {code for trust, code in named if careful or trust == "sure"}
        if not found and asked:
            found = {value.split("/")[1] for value in self._nearest(self.known.countries)}
        abroad = found - {HOME}
        return frozenset(abroad or (found if asked or home else ()))

    def _nearest(self, lexicon: Lexicon) -> frozenset[str]:
        """What a short misspelt answer most likely means; empty where that is not plain."""
        if not 1 <= len(self.words) <= _SHORT:
            return frozenset()
        vocabulary = [words[0] for words in lexicon.phrases if len(words) == 1]
        covered = self._covered([self.known.filler, self.known.verdicts])
        affirmed = self._affirmed(lexicon)
        denied = [span for span in lexicon.find(self.words) if span not in affirmed]
        covered |= {place for span in denied for place in range(span.start, span.end)}
        best: tuple[float, frozenset[str]] = (0.0, frozenset())
        for place, word in enumerate(self.words):
            if place in covered or len(word) < _FUZZY_LENGTH:
                continue
            best = max(best, _closest(word, vocabulary, lexicon), key=lambda scored: scored[0])
        return best[1]

    def contact(self) -> str | None:
        """The e-mail address or telephone number in it."""
        return read_contact(self.text)

    def attempts_contact(self) -> bool:
        """Whether the message was meant as a contact but holds no valid one."""
        return self.contact() is None and looks_attempted(self.text)

    def own_contact(self) -> str | None:
        """The same, where the message says that it is the writer's own."""
        return self.contact() if self.known.contact_cue.find(self.words) else None

    def wants_change(self) -> bool:
        """Whether the message asks for a change or an addition and does not say of what."""
        known = self.known
        around = (known.filler, known.wish, known.verdicts, known.correction, known.vague)
        asks = known.change.find(self.words) or known.add.find(self.words)
        return bool(asks) and self.left(known.change, known.add, *around) == 0

    def replaces(self) -> bool:
        """Whether the message says, before the field it names, that the new text takes the place
        of the old one: "remplacez la description : ..."."""
        spans = self.known.fields.find(self.words)
        end = spans[0].start if spans else 0
        return bool(self.known.change.find(self.words[:end]))

    def names_a_change(self) -> bool:
        """Whether it asks for a change, whatever else it says."""
        return bool(self.known.change.find(self.words))

    def named_fields(self) -> frozenset[str]:
        """The questions named by a message that says nothing else: "la catégorie"."""
        known = self.known
        spans = known.fields.find(self.words)
        around = (known.filler, known.wish, known.change, known.verdicts, known.correction)
        if not spans or self.left(known.fields, known.add, *around) > 0:
            return frozenset()
        return frozenset(value for span in spans for value in span.values)

    def field_value(self) -> tuple[str, str] | None:
        """(question, text of the value) of "[non,] la description : ..."."""
        pieces = re.sub(r"\s*([:：=])\s*", r" \1 ", self.text, count=1).split()
        owners = [place for place, piece in enumerate(pieces) for _ in tokens(piece)]
        spans = self.known.fields.find(self.words)
        if not spans or len(owners) < spans[0].end or len(spans[0].values) > 1:
            return None
        known = self.known
        before = self._covered([known.filler, known.verdicts, known.change, known.correction])
        if any(place not in before for place in range(spans[0].start)):
            return None
        rest = " ".join(pieces[owners[spans[0].end - 1] + 1 :])
        value = _FIELD_LINK.sub("", rest)
        return (next(iter(spans[0].values)), value) if value and value != rest else None


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
