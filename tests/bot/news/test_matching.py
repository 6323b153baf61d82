"""Who asked for which news, and which text they get."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.news.matching import is_written, variety_for, wants
from bot.storage.models import Announcement, Subscription
from nlu.text.variety import VARIETIES, Variety

STOPPED = datetime(2026, 11, 1, tzinfo=UTC)


def subscription(**fields: Any) -> Subscription:
    return Subscription(**{"conversation_id": "c", "kinds": [], "topics": [], **fields})


def announcement(**fields: Any) -> Announcement:
    return Announcement(**{"kind": "deadline", "created_by": 1, **fields})


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({}, {"topic": "social", "country": "FR"}),
        ({"kinds": ["law", "deadline"]}, {}),
        ({"topics": ["social"]}, {"topic": "social"}),
        ({"topics": ["social"]}, {"topic": None}),
        ({"country": "FR"}, {"country": "FR"}),
        ({"country": "FR"}, {"country": None}),
        ({"country": None}, {"country": "FR"}),
    ],
)
def test_who_asked_for_it_gets_it(asked: dict[str, Any], told: dict[str, Any]) -> None:
    assert wants(subscription(**asked), announcement(**told))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"kinds": ["law"]}, {}),
        ({"topics": ["social"]}, {"topic": "legal"}),
        ({"country": "FR"}, {"country": "BE"}),
        ({"stopped_at": STOPPED}, {}),
        ({"topics": ["social"], "country": "BE"}, {"topic": "social", "country": "FR"}),
    ],
)
def test_who_did_not_ask_for_it_does_not(asked: dict[str, Any], told: dict[str, Any]) -> None:
    assert not wants(subscription(**asked), announcement(**told))


@pytest.mark.parametrize("lang", VARIETIES)
def test_everybody_gets_their_own_text_where_there_is_one(lang: Variety) -> None:
    assert variety_for(dict.fromkeys(VARIETIES, "text"), lang) == lang


@pytest.mark.parametrize(
    ("lang", "written", "gets"),
    [
        ("ary", ("ar", "fr"), "ar"),
        ("ary-Latn", ("ar", "fr"), "fr"),
        ("ar", ("ary", "fr"), "ary"),
        ("fr", ("ary-Latn", "ar"), "ary-Latn"),
        ("ar", ("fr",), "fr"),
        ("ary", ("fr",), "fr"),
        ("ary-Latn", ("ar",), "ar"),
    ],
)
def test_an_empty_text_is_made_up_for_by_the_one_they_read_best(
    lang: Variety, written: tuple[Variety, ...], gets: Variety
) -> None:
    texts = {**dict.fromkeys(VARIETIES, ""), **dict.fromkeys(written, "text")}
    assert variety_for(texts, lang) == gets


def test_without_french_and_arabic_it_is_not_written() -> None:
    assert is_written({"fr": "text"})
    assert is_written({"ar": "text"})
    assert not is_written({"ary": "text", "ary-Latn": "text", "fr": ""})
