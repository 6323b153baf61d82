"""What the moment of the conversation adds; runs without Rasa."""

import pytest

from nlu.components.context import ASKED_LIFT, certain_intent, lifts


@pytest.mark.parametrize(
    "text",
    ["MDM-2026-000123", "mdm2026000123", "ref: mdm 2026-000123 merci", "رقم MDM-٢٠٢٦-٠٠٠١٢٣"],
)
def test_a_reference_settles_the_intent(text: str) -> None:
    assert certain_intent(text, {}) == "check_complaint"


@pytest.mark.parametrize("text", ["MDM-2026-00012", "MDM Invest 2026", "000123", "mdm"])
def test_what_only_resembles_a_reference_settles_nothing(text: str) -> None:
    assert certain_intent(text, {}) is None


def test_a_code_counts_only_where_one_was_asked() -> None:
    assert certain_intent(" K7M2QP ", {"asked": "code"}) == "check_complaint"
    assert certain_intent("K7M2QP", {"asked": "category"}) is None
    assert certain_intent("merci beaucoup", {"asked": "code"}) is None


def test_a_question_just_asked_lifts_its_answer() -> None:
    assert lifts("je ne l'ai plus", {"asked": "reference"}) == {"check_complaint": ASKED_LIFT}
    assert lifts("darija", {"asked": "language"}) == {"change_language": ASKED_LIFT}


def test_a_topic_on_the_table_lifts_short_questions_only() -> None:
    topic = {"asked": None, "topic": "social/scholarships"}
    assert "ask_programme" in lifts("et les papiers ?", topic)
    assert lifts("et maintenant je voudrais parler à quelqu'un du ministère", topic) == {}
    assert lifts("et les papiers ?", {"asked": None, "topic": None}) == {}


def test_a_message_that_surely_names_a_topic_is_not_about_all_programmes() -> None:
    assert lifts("le programme culture", {"named": 0.8})["list_programmes"] < 0
    assert lifts("le programme culture", {"named": 0.3}) == {}


def test_it_asks_for_nothing_to_be_done_unless_it_complains() -> None:
    assert lifts("le passeport", {"named": 0.9})["open_complaint"] < 0
    assert lifts("le passeport", {"named": 0.9, "grieves": True})["open_complaint"] > 0
    assert "open_complaint" not in lifts("le passeport", {"named": 0.7})
    assert lifts("le passeport", {"named": 0.7})["ask_programme"] > 0


def test_the_words_of_a_grievance_speak_for_a_complaint() -> None:
    assert lifts("on m'a pris mon passeport", {"grieves": True})["open_complaint"] > 0
    assert "open_complaint" not in lifts("bonjour", {"grieves": False})


def test_a_country_in_the_middle_of_a_form_is_no_language() -> None:
    assert lifts("فرنسا", {"asked": "contact"})["change_language"] < 0
    assert "change_language" not in lifts("بالفرنسية عافاك", {"asked": "contact"})
