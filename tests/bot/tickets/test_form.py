"""The questions of each kind of ticket, their order, and how a form ends."""

from dataclasses import replace

import pytest

from bot.tickets.form import Draft, ending, next_question, summary
from bot.tickets.kinds import Category, Kind
from tests.bot.tickets.drafts import FULL, NEW


@pytest.mark.parametrize(
    ("kind", "channel", "expected"),
    [
        ("complaint", "web", "consent category country description contact confirmation"),
        ("complaint", "telegram", "consent category country description confirmation"),
        ("suggestion", "web", "consent description contact"),
        ("question", "web", "consent description contact"),
        ("question", "telegram", "consent description"),
    ],
)
def test_questions_come_in_order(kind, channel, expected):
    draft, seen = Draft(Kind(kind), channel), []
    values = {"consent": True, "category": Category.OTHER, "contact": "", "confirmation": True}
    while question := next_question(draft):
        seen.append(str(question))
        name = "confirmed" if question == "confirmation" else str(question)
        draft = replace(draft, **{name: values.get(question, "FR")})
    assert seen == expected.split()
    assert ending(draft) == "open"


def test_an_unfinished_draft_has_no_ending():
    assert ending(NEW) is None
    assert ending(FULL) is None


def test_summary_holds_the_answers_only():
    assert summary(replace(FULL, contact="")) == {
        "kind": "complaint",
        "category": "consular",
        "country": "FR",
        "description": FULL.description,
        "contact": "",
    }
    assert set(summary(Draft(Kind.SUGGESTION, "telegram"))) == {"kind", "description"}
