from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.staff.canned import CannedError, foreign_to, load_canned
from bot.staff.wording import load_labels
from bot.storage.models import Ticket
from nlu.text.variety import VARIETIES, Variety

IDS = [answer.id for answer in load_canned().offered("consular")]


def a_ticket(lang: str = "fr") -> Ticket:
    return Ticket(
        reference="MDM-2026-000001",
        code="ABC234",
        kind="complaint",
        lang=lang,
        description="",
        opened_by_turn="web:1",
        created_at=datetime(2026, 3, 1, 12, tzinfo=UTC),
        acknowledge_by=datetime(2026, 3, 16, 12, tzinfo=UTC),
        answer_by=datetime(2026, 4, 30, 12, tzinfo=UTC),
    )


@pytest.mark.parametrize("lang", VARIETIES)
@pytest.mark.parametrize("answer", IDS)
def test_a_filled_answer_has_no_placeholder_left_and_is_in_its_variety(answer: str, lang: Variety):
    text = load_canned().text(answer, lang, a_ticket(), "Salma B.")
    assert "MDM-2026-000001" in text
    assert "{" not in text
    assert foreign_to(text, lang) is None


def test_the_values_of_the_ticket_are_filled_in():
    text = load_canned().text("acknowledgement", "fr", a_ticket(), "Salma B.")
    for value in ("Salma B.", "1 mars 2026", "30 avril 2026"):
        assert value in text


def test_an_answer_comes_in_the_citizens_variety_unless_another_is_asked_for():
    answers = load_canned()
    assert "دابا" in answers.text("condolences", "", a_ticket("ary"), "Salma")
    assert "condoléances" in answers.text("condolences", "fr", a_ticket("ary"), "Salma")
    assert answers.text("nothing-of-the-kind", "fr", a_ticket(), "Salma") == ""


def test_what_is_for_a_category_is_offered_first_and_only_there():
    answers = load_canned()
    assert answers.offered("justice")[0].id == "before-a-court"
    assert "before-a-court" not in {each.id for each in answers.offered("consular")}


def test_every_answer_has_a_title_in_both_languages_of_the_console():
    labels = load_labels()
    for answer in {*IDS, *(each.id for each in load_canned().offered("justice"))}:
        assert labels["fr"](f"canned-{answer}") != labels["ar"](f"canned-{answer}")


@pytest.mark.parametrize(
    ("latin", "fault"),
    [
        ("Salam {reference}", "other gaps"),
        ("Salam […]", "other placeholders"),
        ("Salam {reference} {code} […]", "no placeholder {code}"),
    ],
)
def test_a_faulty_file_is_refused_with_what_is_wrong(tmp_path: Path, latin: str, fault: str):
    file = tmp_path / "canned.yaml"
    same = "".join(f"    {lang}: 'Salam {{reference}} […]'\n" for lang in ("fr", "ar", "ary"))
    file.write_text(f"- id: greeting\n  text:\n{same}    ary-Latn: '{latin}'\n", encoding="utf-8")
    with pytest.raises(CannedError) as error:
        load_canned(file)
    assert "greeting" in str(error.value)
    assert fault in str(error.value)


def test_a_variety_that_is_missing_is_refused(tmp_path: Path):
    file = tmp_path / "canned.yaml"
    file.write_text("- id: greeting\n  text:\n    fr: Bonjour\n", encoding="utf-8")
    with pytest.raises(CannedError, match="greeting: needs exactly"):
        load_canned(file)
