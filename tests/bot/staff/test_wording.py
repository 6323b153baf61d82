from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.errors import StaffRefusal, message_key
from bot.staff import wording
from bot.staff.wording import LANGS, load_labels
from bot.storage.models import now
from bot.tickets.forwarding import Stage
from bot.tickets.kinds import AnswerType, Category, Kind, Priority, Remedy, State
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
    families = {
        "kind": Kind,
        "category": Category,
        "state": State,
        "answer-type": AnswerType,
        "remedy": Remedy,
        "priority": Priority,
        "stage": Stage,
    }
    for family, values in families.items():
        for value in values:
            assert labels.of(family, value) != value


def test_every_event_and_notice_of_the_desk_has_a_label():
    code = "".join(file.read_text("utf-8") for file in (STAFF.parent / "tickets").glob("*.py"))
    events = set(re.findall(r'"(ticket\.[a-z_]+(?:\.[a-z_]+)?)"', code))
    notices = set(re.findall(r'tell_staff\([^"]*"(\w+)", ticket', code))
    assert len(events) > 20
    assert len(notices) > 5
    ids = {*(f"event.{event}" for event in events), *(f"notice.{notice}" for notice in notices)}
    assert {re.sub(r"[._]", "-", each) for each in ids} <= keys()


def test_every_refusal_has_words():
    refusals = {message_key(kind.code) for kind in StaffRefusal.__subclasses__()}
    worded = {key for key in refusals if any(label.startswith(key) for label in keys())}
    lead_elsewhere = {message_key("not_signed_in"), message_key("step_owed")}
    assert refusals - worded == lead_elsewhere


@pytest.mark.parametrize("lang", LANGS)
def test_every_intent_of_the_bot_has_a_label(lang: wording.Lang):
    labels = load_labels()[lang]
    for folder in (STAFF.parents[1] / "nlu" / "data" / "fr").glob("*.yml"):
        assert labels.of("intent", folder.stem) != folder.stem


def test_an_unknown_id_is_shown_as_it_is():
    assert load_labels()["fr"].of("event", "ticket.of.tomorrow") == "ticket.of.tomorrow"


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
