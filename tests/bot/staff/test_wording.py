from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.staff import wording
from bot.staff.wording import LANGS, load_labels
from bot.storage.models import now
from bot.tickets.kinds import Category, Kind, State
from tests.validator.messages import read_messages

STAFF = Path(wording.__file__).parent


def keys() -> set[str]:
    return set(read_messages((STAFF / "labels" / "fr.ftl").read_text("utf-8"), "fr.ftl").messages)


def test_every_label_that_a_template_names_exists():
    named: set[str] = set()
    for template in (STAFF / "templates").glob("*.html"):
        named.update(re.findall(r"\bt\([\"']([a-z-]+)[\"'][,)]", template.read_text("utf-8")))
    assert len(named) > 30
    assert named <= keys()


@pytest.mark.parametrize("lang", LANGS)
def test_every_kind_category_and_state_has_a_label(lang: wording.Lang):
    labels = load_labels()[lang]
    for family, values in (("kind", Kind), ("category", Category), ("state", State)):
        for value in values:
            assert labels.of(family, value) != value


@pytest.mark.parametrize("lang", LANGS)
def test_every_intent_of_the_bot_has_a_label(lang: wording.Lang):
    labels = load_labels()[lang]
    for folder in (STAFF.parents[1] / "nlu" / "data" / "fr").glob("*.yml"):
        assert labels.of("intent", folder.stem) != folder.stem


def test_an_unknown_id_is_shown_as_it_is():
    assert load_labels()["fr"].of("event", "ticket.file.received") == "ticket.file.received"


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
    plain = load_labels()["fr"].age(now() - passed).replace("\u2068", "").replace("\u2069", "")
    assert plain == shown


def test_moments_are_in_the_ministrys_time():
    summer = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert load_labels()["fr"].moment(summer).endswith("00:30")
    assert load_labels()["ar"].moment(summer).endswith("00:30")
