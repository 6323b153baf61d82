from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from bot.staff import wording
from bot.staff.wording import LANGS, load_words
from bot.storage.models import now
from bot.tickets.kinds import Category, Kind, State

STAFF = Path(wording.__file__).parent


def keys(lang: str) -> set[str]:
    resource = FluentParser().parse((STAFF / "labels" / f"{lang}.ftl").read_text("utf-8"))
    assert not [entry for entry in resource.body if isinstance(entry, ast.Junk)]
    return {entry.id.name for entry in resource.body if isinstance(entry, ast.Message)}


def test_both_languages_have_the_same_keys():
    assert keys("fr") == keys("ar")


def test_every_label_that_a_template_names_exists():
    named: set[str] = set()
    for template in (STAFF / "templates").glob("*.html"):
        named.update(re.findall(r"\bt\([\"']([a-z-]+)[\"'][,)]", template.read_text("utf-8")))
    assert len(named) > 30
    assert named <= keys("fr")


@pytest.mark.parametrize("lang", LANGS)
def test_every_kind_category_and_state_has_a_label(lang: wording.Lang):
    words = load_words()[lang]
    for family, values in (("kind", Kind), ("category", Category), ("state", State)):
        for value in values:
            assert words.of(family, value) != value


@pytest.mark.parametrize("lang", LANGS)
def test_every_intent_of_the_bot_has_a_label(lang: wording.Lang):
    words = load_words()[lang]
    for folder in (STAFF.parents[1] / "nlu" / "data" / "fr").glob("*.yml"):
        assert words.of("intent", folder.stem) != folder.stem


def test_an_unknown_id_is_shown_as_it_is():
    assert load_words()["fr"].of("event", "ticket.file.received") == "ticket.file.received"


@pytest.mark.parametrize(
    ("passed", "shown"),
    [
        (timedelta(seconds=-5), "0 min"),
        (timedelta(minutes=59), "59 min"),
        (timedelta(hours=23), "23 h"),
        (timedelta(days=12), "12 j"),
    ],
)
def test_age_in_one_unit(passed: timedelta, shown: str):
    plain = load_words()["fr"].age(now() - passed).replace("\u2068", "").replace("\u2069", "")
    assert plain == shown


def test_moments_are_in_the_ministrys_time():
    summer = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert load_words()["fr"].moment(summer).endswith("00:30")
    assert load_words()["ar"].moment(summer).endswith("00:30")
