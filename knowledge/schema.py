"""What a topic, an answer and a source are, and when what they say has aged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from nlu.text.variety import Variety

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

Status = Literal["announced", "active", "replaced", "ended", "unknown"]
STATUSES: tuple[Status, ...] = get_args(Status)

Confidence = Literal["high", "medium", "low"]
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)


@dataclass(frozen=True, slots=True)
class Source:
    """An official document, or a page with its own date.

    `as_of` is the source's own date as written ("2018", "2018-06", "2018-06-21"), None if undated.
    `review_by` is the topic's: the day from which the statement wants checking again.
    """

    key: str
    title: str
    section: str | None = None
    url: str | None = None
    document: str | None = None
    as_of: str | None = None
    confidence: Confidence | None = None
    review_by: date | None = None

    @property
    def undated(self) -> bool:
        """Whether the page bears no date; an official document is dated by its title."""
        return self.document is None and self.as_of is None


@dataclass(frozen=True, slots=True)
class Answer:
    """What there is to say on one facet, in every variety, and the keys of its sources."""

    facet: Facet
    texts: Mapping[Variety, str]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Registered:
    """A topic's place in the registry of ids."""

    id: str
    kind: str
    parent: str | None
    title: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What citizens call a registered topic; used while it has no file.

    `offered`: the overview of the nearest topic above it tells of it.
    """

    words: tuple[str, ...]
    offered: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic a citizen can ask about. A facet no source covers is absent from `answers`."""

    id: str
    kind: str
    parent: str | None
    title: Mapping[Variety, str]
    aliases: Mapping[Variety, tuple[str, ...]]
    status: Status
    replaced_by: str | None
    answers: Mapping[Facet, Answer]
    sources: Mapping[str, Source]
    verified_on: date | None
    review_by: date | None
    staff_notes: str


def aged(thing: Source | Topic, today: date) -> bool:
    """Whether a source or topic wants checking again: undated, or past its review_by."""
    if isinstance(thing, Source) and thing.undated:
        return True
    return thing.review_by is None or thing.review_by < today
