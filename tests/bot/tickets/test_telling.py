"""What is said after a message: the next question, worded by the kind of ticket."""

from dataclasses import replace

import pytest

from bot.tickets.drafts import CLEARED, draft_from, slots_of
from bot.tickets.form import Draft
from bot.tickets.kinds import Kind
from bot.tickets.telling import how_to_follow_said, question_said
from tests.bot.tickets.drafts import FULL


@pytest.mark.parametrize(
    ("kind", "say"),
    [
        ("complaint", "ask-category"),
        ("suggestion", "ask-description-suggestion"),
        ("question", "ask-description-question"),
    ],
)
def test_the_question_after_the_consent_is_worded_by_kind(kind, say):
    said = question_said(Draft(Kind(kind), "web", consent=True))
    assert said == {"say": say, "args": {}, "asks": say.split("-")[1]}


def test_a_complaint_is_asked_what_happened():
    assert question_said(replace(FULL, description=None))["say"] == "ask-description"


@pytest.mark.parametrize("draft", [FULL, replace(FULL, consent=None, waited=1)])
def test_a_draft_goes_through_its_slots_unchanged(draft):
    slots = slots_of(draft)
    assert draft_from(slots, Kind.COMPLAINT, "web") == draft
    assert set(slots) == set(CLEARED)


def test_only_a_form_that_gave_way_hands_its_answers_over():
    slots = slots_of(FULL)
    assert draft_from(slots, Kind.QUESTION, "web") == Draft(Kind.QUESTION, "web")
    handed = draft_from(slots, Kind.QUESTION, "web", handed_over=True)
    assert (handed.consent, handed.description) == (True, FULL.description)
    assert (handed.kind, handed.category, handed.country) == (Kind.QUESTION, None, None)


@pytest.mark.parametrize(
    ("channel", "contact", "told"),
    [
        ("web", "", True),
        ("web", "+33612345678", True),
        ("web", "amina@example.org", False),
        ("telegram", "", False),
    ],
)
def test_who_cannot_be_told_learns_how_to_look(channel: str, contact: str, told: bool) -> None:
    draft = Draft(Kind.COMPLAINT, channel, contact=contact)
    said = how_to_follow_said("ticket-opened", draft)
    assert (said == {"say": "ticket-how-to-follow", "args": {}}) is told


def test_what_was_not_opened_is_not_followed() -> None:
    assert how_to_follow_said("ticket-cancelled", Draft(Kind.COMPLAINT, "web")) is None
