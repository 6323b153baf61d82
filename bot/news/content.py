"""What staff write into an announcement, and whether it may leave. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bot.errors import AnnouncementRefused
from bot.news.matching import Kind, is_written
from bot.storage.models import Announcement
from nlu.text.variety import VARIETIES

# With its heading, its source and its footer a text is one message of Telegram (4,096 units).
LONGEST_TEXT = 3_000
LONGEST_SOURCE = 200
LONGEST_URL = 500


@dataclass(frozen=True)
class Content:
    """An announcement as it is written; a text that is empty is left out."""

    kind: str
    topic: str | None
    country: str | None
    texts: Mapping[str, str]
    source_title: str
    source_url: str | None
    source_document: str | None

    def fields(self) -> dict[str, Any]:
        """The fields as the table has them."""
        return {**vars(self), "texts": dict(self.texts)}


def read_content(
    fields: Mapping[str, str], topics: Collection[str], countries: Collection[str]
) -> Content:
    """The content of a form, which may still lack something; raises AnnouncementRefused."""
    content = Content(
        kind=fields.get("kind", ""),
        topic=fields.get("topic") or None,
        country=fields.get("country") or None,
        texts={lang: text for lang in VARIETIES if (text := _text(fields, f"text-{lang}"))},
        source_title=_line(fields, "source_title"),
        source_url=_line(fields, "source_url") or None,
        source_document=_line(fields, "source_document") or None,
    )
    _refuse_unless(content.kind in set(Kind), "kind")
    _refuse_unless(content.topic is None or content.topic in topics, "topic")
    _refuse_unless(content.country is None or content.country in countries, "country")
    _refuse_unless(all(_units(text) <= LONGEST_TEXT for text in content.texts.values()), "text")
    _refuse_unless(_units(content.source_title) <= LONGEST_SOURCE, "title")
    _refuse_unless(_units(content.source_document or "") <= LONGEST_SOURCE, "document")
    _refuse_unless(content.source_url is None or _is_address(content.source_url), "url")
    return content


def require_complete(announcement: Announcement) -> None:
    """Raises AnnouncementRefused where something is missing without which nothing leaves."""
    _refuse_unless(is_written(announcement.texts), "texts")
    named = announcement.source_url or announcement.source_document
    _refuse_unless(bool(announcement.source_title and named), "source")


def _refuse_unless(is_right: bool, field: str) -> None:
    if not is_right:
        raise AnnouncementRefused(field=field)


def _text(fields: Mapping[str, str], name: str) -> str:
    return fields.get(name, "").replace("\r\n", "\n").strip()


def _line(fields: Mapping[str, str], name: str) -> str:
    return " ".join(fields.get(name, "").split())


def _units(text: str) -> int:
    """The length as Telegram counts it: UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def _is_address(url: str) -> bool:
    if len(url) > LONGEST_URL:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"https", "http"} and bool(parts.hostname)
