"""The schema of the knowledge base: what a topic, an answer, a source, a term and a post are.

The files are read into these models and nothing else; a fault is told with the path of its field.
What a check needs to know beside the file comes as pydantic's validation context: see `Given`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, Self, TypeVar, cast, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

from knowledge.figures import figures_in
from nlu.text.normalise import clean
from nlu.text.variety import VARIETIES, Variety

Facet = Literal[
    "overview",
    "eligibility",
    "documents",
    "procedure",
    "amount",
    "deadline",
    "contact",
    "status",
]
FACETS: tuple[Facet, ...] = get_args(Facet)

# Of complaints (design, "Words and ids").
Category = Literal[
    "consular",
    "customs",
    "justice",
    "social_security",
    "land_housing",
    "education",
    "programmes",
    "associations",
    "other",
]
CATEGORIES: tuple[Category, ...] = get_args(Category)

Status = Literal["announced", "active", "replaced", "ended", "unknown"]
Confidence = Literal["high", "medium", "low"]

OVERVIEW_WORDS = (40, 90)

_AS_OF = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|\*\*|__|\]\(|^#{1,6} |^\* |```", re.MULTILINE)
_WORD = re.compile(r"\S*\w\S*")

_T = TypeVar("_T")


class Faulty(ValueError):
    """Several faults of one field at once, each with the path below that field."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{where}: {what}" for where, what in faults.items()))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Given:
    """What the checks of a file know beside the file."""

    today: date
    registry: Mapping[str, Registered]


def _plain(text: str) -> str:
    """Plain text and "- " lines only, in Unicode NFC, without invisible marks."""
    if not text.strip():
        raise ValueError("has no text")
    markup = _MARKUP.search(text)
    if markup:
        raise ValueError(f"has markup ({markup.group()!r}); plain text and '- ' lines only")
    if len("".join(clean(text).split())) != len("".join(text.split())):
        raise ValueError("has invisible marks or is not in Unicode NFC")
    return text.strip()


def _every_variety(by_variety: dict[Variety, _T]) -> dict[Variety, _T]:
    missing: list[str] = [variety for variety in VARIETIES if variety not in by_variety]
    if missing:
        raise Faulty(dict.fromkeys(missing, "is missing"))
    return by_variety


def _same_figures(texts: dict[Variety, str]) -> dict[Variety, str]:
    told = {variety: figures_in(text) for variety, text in texts.items()}
    all_told = frozenset().union(*told.values())
    lacking: dict[str, str] = {
        variety: f"lacks figures of another variety: {', '.join(sorted(all_told - figures))}"
        for variety, figures in told.items()
        if figures != all_told
    }
    if lacking:
        raise Faulty(lacking)
    return texts


def _not_to_come(as_of: str, info: ValidationInfo) -> str:
    if as_of > _given(info).today.isoformat()[: len(as_of)]:
        raise ValueError("is in the future")
    return as_of


def _registered(topic_id: str, info: ValidationInfo) -> str:
    if topic_id not in _given(info).registry:
        raise ValueError(f"{topic_id!r} is not a registered topic id")
    return topic_id


Text = Annotated[str, AfterValidator(_plain)]
AsOf = Annotated[str, Field(pattern=_AS_OF), AfterValidator(_not_to_come)] | None
TopicId = Annotated[str, AfterValidator(_registered)]
Title = Annotated[dict[Variety, Text], AfterValidator(_every_variety)]
Texts = Annotated[
    dict[Variety, Text], AfterValidator(_every_variety), AfterValidator(_same_figures)
]
Listed = Annotated[dict[Variety, tuple[Text, ...]], AfterValidator(_every_variety)]


class Model(BaseModel):
    """What every part of the knowledge base has in common: unknown fields are faults."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Registered(Model):
    """A topic's place in the registry of ids.

    `number` is that of the strategy's eight programmes; `fr` and `ar` are working titles.
    """

    id: str
    kind: Literal["strategy", "programme", "project", "action", "fact-sheet"]
    number: int | None = None
    parent: str | None = None
    fr: Text
    ar: Text


class Source(Model):
    """An official document and its section, or a public page with its own date.

    `as_of` is the source's own date as written ("2018", "2018-06", "2018-06-21"), None if it
    bears none; an official document is dated by its title.
    """

    title: Text
    document: str | None = Field(None, pattern=r"^\d{3}$")
    section: Text | None = None
    url: str | None = Field(None, pattern=r"^https?://\S+$")
    as_of: AsOf = None
    confidence: Confidence | None = None

    @property
    def undated(self) -> bool:
        """Whether it is a page that bears no date."""
        return self.document is None and self.as_of is None

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if not (self.document or self.url):
            raise ValueError("names neither a document nor a page")
        if self.document and not self.section:
            raise ValueError("names a document but no section of it")
        return self


class Answer(Model):
    """What there is to say on one facet, in every variety, and the keys of its sources."""

    texts: Texts
    sources: Annotated[tuple[str, ...], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _varieties_beside_sources(cls, raw: Any) -> Any:
        """In a file the varieties stand beside `sources`, without a level of their own."""
        if not isinstance(raw, dict) or "texts" in raw:
            return raw
        texts = {name: text for name, text in raw.items() if name != "sources"}
        return {"texts": texts, "sources": raw.get("sources", ())}


class Topic(Model):
    """One topic a citizen can ask about. A facet no source covers is absent from `answers`.

    `aliases` are names, `questions` sentences by which people ask without naming it.
    """

    id: TopicId
    parent: str | None
    title: Title
    aliases: Listed
    questions: Listed
    status: Status
    replaced_by: Text | None
    sources: dict[str, Source]
    answers: dict[Facet, Answer]
    verified_on: date | None
    review_by: date | None
    staff_notes: Text | None

    @field_validator("parent")
    @classmethod
    def _registered_parent(cls, parent: str | None, info: ValidationInfo) -> str | None:
        registered = _given(info).registry.get(info.data.get("id", ""))
        if registered and parent != registered.parent:
            raise ValueError(f"is {parent!r}, registered as {registered.parent!r}")
        return parent

    @field_validator("answers")
    @classmethod
    def _told_and_sourced(
        cls, answers: dict[Facet, Answer], info: ValidationInfo
    ) -> dict[Facet, Answer]:
        faults = dict(_length_faults(answers))
        if "sources" in info.data:
            faults.update(citation_faults(_cited(answers), info.data["sources"]))
        if faults:
            raise Faulty(faults)
        return answers

    @field_validator("verified_on")
    @classmethod
    def _not_to_come(cls, day: date | None, info: ValidationInfo) -> date | None:
        if day and day > _given(info).today:
            raise ValueError(f"{day} is in the future")
        return day

    @model_validator(mode="after")
    def _replaced_by_something(self) -> Self:
        if (self.status == "replaced") != (self.replaced_by is not None):
            raise ValueError("replaced_by goes with the status 'replaced', and only with it")
        return self

    def past_review(self, today: date) -> bool:
        """Whether the day by which it was to be checked again is over, or was never set."""
        return self.review_by is None or self.review_by < today

    def names(self) -> Iterator[tuple[Variety, str]]:
        """Its titles and aliases, each with its variety."""
        for variety in VARIETIES:
            yield variety, self.title[variety]
            for alias in self.aliases[variety]:
                yield variety, alias

    def written(self, variety: Variety) -> Iterator[str]:
        """All that is written on it in a variety: its names, questions and answers."""
        yield self.title[variety]
        yield from self.aliases[variety]
        yield from self.questions[variety]
        yield from (answer.texts[variety] for answer in self.answers.values())


class Ambiguous(Model):
    """Names that honestly mean several topics; alone, they make the bot ask which is meant."""

    names: Listed
    topics: Annotated[tuple[str, ...], Field(min_length=2)]


class Term(Model):
    """A word or abbreviation of administrations: as shown, as typed, and what it means.

    `topic` is the topic that tells more, None where there is none.
    """

    term: Text
    names: Annotated[tuple[Text, ...], Field(min_length=1)]
    meaning: Texts
    topic: TopicId | None
    sources: Annotated[tuple[str, ...], Field(min_length=1)]


class Terms(Model):
    """The terms that are explained, and the sources they share."""

    sources: dict[str, Source]
    terms: tuple[Term, ...]

    @field_validator("terms")
    @classmethod
    def _sourced(cls, terms: tuple[Term, ...], info: ValidationInfo) -> tuple[Term, ...]:
        cited = {term.term: term.sources for term in terms}
        if faults := dict(citation_faults(cited, info.data.get("sources", {}))):
            raise Faulty(faults)
        return terms


class Competence(Model):
    """Who decides about what people complain of, by the category of the complaint."""

    sources: dict[str, Source]
    categories: dict[Category, Answer]

    @field_validator("categories")
    @classmethod
    def _told_and_sourced(
        cls, categories: dict[Category, Answer], info: ValidationInfo
    ) -> dict[Category, Answer]:
        faults: dict[str, str] = dict.fromkeys(set(CATEGORIES) - categories.keys(), "is missing")
        faults.update(citation_faults(_cited(categories), info.data.get("sources", {})))
        if faults:
            raise Faulty(faults)
        return categories


def _length_faults(answers: Mapping[Facet, Answer]) -> Iterator[tuple[str, str]]:
    if "overview" not in answers:
        yield "overview", "is missing"
        return
    least, most = OVERVIEW_WORDS
    for variety, text in answers["overview"].texts.items():
        words = len(_WORD.findall(text))
        if not least <= words <= most:
            yield f"overview.{variety}", f"has {words} words, not {least} to {most}"


def citation_faults(
    cited: Mapping[Any, Iterable[str]], sources: Mapping[str, Source]
) -> Iterator[tuple[str, str]]:
    """What is wrong with the sources that statements name, by statement.

    They are unknown, or of low confidence and so for staff only.
    """
    for statement, names in cited.items():
        for name in names:
            if name not in sources:
                yield f"{statement}.sources", f"{name!r} is not among the sources"
            elif sources[name].confidence == "low":
                yield f"{statement}.sources", f"{name!r} is of low confidence: for staff_notes only"


def _cited(answers: Mapping[Any, Answer]) -> dict[Any, tuple[str, ...]]:
    return {name: answer.sources for name, answer in answers.items()}


def _given(info: ValidationInfo) -> Given:
    return cast(Given, info.context)
