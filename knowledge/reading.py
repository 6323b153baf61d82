"""From the raw data of one topic file to a Topic, noting every fault on the way."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, cast

from knowledge.schema import (
    CONFIDENCES,
    FACETS,
    STATUSES,
    Answer,
    Confidence,
    Facet,
    Registered,
    Source,
    Status,
    Topic,
)
from nlu.text.normalise import clean
from nlu.text.variety import VARIETIES, Variety

_FIELDS = frozenset(
    [
        "id",
        "parent",
        "title",
        "aliases",
        "status",
        "replaced_by",
        "answers",
        "sources",
        "verified_on",
        "review_by",
        "staff_notes",
    ]
)
_SOURCE_FIELDS = frozenset(["document", "title", "section", "url", "as_of", "confidence"])
_AS_OF = re.compile(r"^\d{4}(-\d{2}(-\d{2})?)?$")
_MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|\*\*|__|\]\(|^#{1,6} |^\* |```", re.MULTILINE)


class Faults:
    """The faults of one file, each with the path of the field in it."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def note(self, where: str, what: str) -> None:
        """Add one fault."""
        self.found.append(f"{where}: {what}")


def read_topic(raw: Any, registry: Mapping[str, Registered], faults: Faults) -> Topic | None:
    """The topic in a file's data; None when it has no usable id. Faults are noted, not raised."""
    if not isinstance(raw, dict):
        faults.note("file", "is not a mapping")
        return None
    _unexpected(raw, _FIELDS, "", faults)
    topic_id = raw.get("id")
    registered = registry.get(topic_id) if isinstance(topic_id, str) else None
    if registered is None:
        faults.note("id", f"{topic_id!r} is not a registered topic id")
        return None
    if raw.get("parent") != registered.parent:
        faults.note("parent", f"is {raw.get('parent')!r}, registered as {registered.parent!r}")
    review_by = _day(raw.get("review_by"), "review_by", faults)
    sources = _sources(raw.get("sources"), review_by, faults)
    return Topic(
        id=registered.id,
        kind=registered.kind,
        parent=registered.parent,
        title=_texts(raw.get("title"), "title", faults),
        aliases=_aliases(raw.get("aliases"), faults),
        status=_status(raw.get("status"), faults),
        replaced_by=_optional(raw.get("replaced_by"), "replaced_by", faults),
        answers=_answers(raw.get("answers"), sources, faults),
        sources=sources,
        verified_on=_day(raw.get("verified_on"), "verified_on", faults),
        review_by=review_by,
        staff_notes=_optional(raw.get("staff_notes"), "staff_notes", faults) or "",
    )


def _texts(raw: Any, where: str, faults: Faults, also: Iterable[str] = ()) -> dict[Variety, str]:
    given = _mapping(raw, where, faults)
    _unexpected(given, {*VARIETIES, *also}, f"{where}.", faults)
    texts: dict[Variety, str] = {}
    for variety in VARIETIES:
        text = given.get(variety)
        if not isinstance(text, str) or not text.strip():
            faults.note(f"{where}.{variety}", "has no text")
            continue
        texts[variety] = text.strip()
        _plain(text, f"{where}.{variety}", faults)
    return texts


def _plain(text: str, where: str, faults: Faults) -> None:
    markup = _MARKUP.search(text)
    if markup:
        faults.note(where, f"has markup ({markup.group()!r}); plain text and '- ' lines only")
    if len("".join(clean(text).split())) != len("".join(text.split())):
        faults.note(where, "has invisible marks or is not in Unicode NFC")


def _aliases(raw: Any, faults: Faults) -> dict[Variety, tuple[str, ...]]:
    given = _mapping(raw, "aliases", faults)
    _unexpected(given, frozenset(VARIETIES), "aliases.", faults)
    aliases: dict[Variety, tuple[str, ...]] = {}
    for variety in VARIETIES:
        listed = given.get(variety)
        where = f"aliases.{variety}"
        if not isinstance(listed, list) or not listed:
            faults.note(where, "has no alias")
            continue
        for number, alias in enumerate(listed):
            if not isinstance(alias, str) or not alias.strip():
                faults.note(f"{where}[{number}]", f"{alias!r} is not text (quote it)")
        aliases[variety] = tuple(a for a in listed if isinstance(a, str))
    return aliases


def _answers(raw: Any, sources: Mapping[str, Source], faults: Faults) -> dict[Facet, Answer]:
    answers: dict[Facet, Answer] = {}
    for name, given in _mapping(raw, "answers", faults).items():
        where = f"answers.{name}"
        if name not in FACETS:
            faults.note(where, "is not a facet")
            continue
        texts = _texts(given, where, faults, also=("sources",))
        cited = _cited(given, f"{where}.sources", sources, faults)
        answers[name] = Answer(name, texts, cited)
    if "overview" not in answers:
        faults.note("answers.overview", "is missing")
    return answers


def _cited(raw: Any, where: str, sources: Mapping[str, Source], faults: Faults) -> tuple[str, ...]:
    listed = raw.get("sources") if isinstance(raw, dict) else None
    if not isinstance(listed, list) or not listed:
        faults.note(where, "names no source")
        return ()
    for name in listed:
        source = sources.get(name) if isinstance(name, str) else None
        if source is None:
            faults.note(where, f"{name!r} is not among the topic's sources")
        elif source.confidence == "low":
            faults.note(where, f"{name!r} is of low confidence: staff_notes only")
    return tuple(name for name in listed if isinstance(name, str) and name in sources)


def _sources(raw: Any, review_by: date | None, faults: Faults) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for name, given in _mapping(raw, "sources", faults).items():
        where = f"sources.{name}"
        if not isinstance(name, str) or not isinstance(given, dict):
            faults.note(where, "is not a mapping under a text key (quote the key)")
            continue
        _unexpected(given, _SOURCE_FIELDS, f"{where}.", faults)
        sources[name] = _source(name, given, review_by, where, faults)
    return sources


def _source(
    name: str, given: Mapping[str, Any], review_by: date | None, where: str, faults: Faults
) -> Source:
    text = {f: _optional(given.get(f), f"{where}.{f}", faults) for f in _SOURCE_FIELDS}
    if not text["title"]:
        faults.note(f"{where}.title", "has no text")
    if not text["document"] and not text["url"]:
        faults.note(where, "has neither a document nor a url")
    if text["url"] and not text["url"].startswith(("https://", "http://")):
        faults.note(f"{where}.url", f"{text['url']!r} is not a web address")
    if text["as_of"] and not _AS_OF.match(text["as_of"]):
        faults.note(f"{where}.as_of", f"{text['as_of']!r} is not YYYY, YYYY-MM or YYYY-MM-DD")
    if text["confidence"] and text["confidence"] not in CONFIDENCES:
        faults.note(f"{where}.confidence", f"{text['confidence']!r} is none of {CONFIDENCES}")
    return Source(
        key=name,
        title=text["title"] or "",
        section=text["section"],
        url=text["url"],
        document=text["document"],
        as_of=text["as_of"],
        confidence=cast(Confidence | None, text["confidence"]),
        review_by=review_by,
    )


def _status(raw: Any, faults: Faults) -> Status:
    for status in STATUSES:
        if raw == status:
            return status
    faults.note("status", f"{raw!r} is none of {', '.join(STATUSES)}")
    return "unknown"


def _day(raw: Any, where: str, faults: Faults) -> date | None:
    if raw is None:
        return None
    if isinstance(raw, str):
        try:
            return date.fromisoformat(raw)
        except ValueError:
            pass
    faults.note(where, f"{raw!r} is not a quoted YYYY-MM-DD")
    return None


def _optional(raw: Any, where: str, faults: Faults) -> str | None:
    if raw is None or isinstance(raw, str):
        return raw
    faults.note(where, f"{raw!r} is not text (quote it)")
    return None


def _mapping(raw: Any, where: str, faults: Faults) -> dict[Any, Any]:
    if isinstance(raw, dict) and raw:
        return raw
    faults.note(where, "is missing or empty")
    return {}


def _unexpected(raw: Mapping[Any, Any], known: Iterable[str], where: str, faults: Faults) -> None:
    for name in raw:
        if name not in known:
            faults.note(f"{where}{name}", "is not a known field")
