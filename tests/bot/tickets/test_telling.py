"""What is said after a message: the next question, worded by the kind of ticket."""

from dataclasses import replace

import pytest

from bot.tickets.drafts import CLEARED, draft_from, slots_of
from bot.tickets.form import Draft
from bot.tickets.kinds import Category, Kind
from bot.tickets.telling import court_said, how_to_follow_said, question_said
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


IN_COURT = [
    "le dossier est devant le tribunal de Nador depuis 2 ans",
    "j'ai un procès en cours contre le promoteur",
    "l'affaire est en justice",
    "le juge n'a toujours rien décidé",
    "القضية معروضة على المحكمة الابتدائية",
    "رفعت دعوى قضائية ضد المقاول",
    "القضية راه فالمحكمة هادي عامين",
    "دعيتو وكنتسنا الجلسة",
    "l9adiya f lma7kama hadi 3amayn",
    "dossier f tribunal dyal Oujda mazal",
]
NOT_IN_COURT = [
    "où est le tribunal à Rabat ?",
    "le consulat me demande un jugement du tribunal",
    "je veux saisir la justice",
    "ma carte est périmée",
    "personne ne répond en appelant le consulat",
    "سأرفع دعوى إن لم تجيبوا",
    "طلبو مني ورقة من المحكمة",
    "ghadi nmchi l lma7kama ila ma jawbtoch",
]


@pytest.mark.parametrize("description", IN_COURT)
def test_who_says_that_a_court_has_the_matter_is_told_who_decides(words, description):
    before = replace(FULL, description=None, contact=None)
    after = replace(before, description=description)
    assert court_said(before, after, words) == {"say": "in-court", "args": {}}


@pytest.mark.parametrize("description", NOT_IN_COURT)
def test_who_only_names_a_court_is_told_nothing_of_it(words, description):
    before = replace(FULL, description=None, contact=None)
    assert court_said(before, replace(before, description=description), words) is None


def test_what_a_court_decides_is_told_once_whatever_the_category(words):
    before = replace(FULL, category=None, description=None, contact=None)
    told = replace(before, description=IN_COURT[0])
    corrected = replace(told, description=f"{IN_COURT[0]} et {IN_COURT[2]}")
    assert court_said(before, told, words) is not None
    assert court_said(told, corrected, words) is None
    assert court_said(told, replace(told, category=Category.CUSTOMS), words) is None


def test_a_suggestion_about_courts_is_no_matter_before_one(words):
    before = Draft(Kind.SUGGESTION, "web", consent=True)
    assert court_said(before, replace(before, description=IN_COURT[0]), words) is None


def test_a_draft_that_is_complete_or_over_is_told_no_more(words):
    before = replace(FULL, description=None, confirmed=True)
    assert court_said(before, replace(before, description=IN_COURT[0]), words) is None


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
