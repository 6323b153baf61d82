"""What `make evaluate` prints and writes."""

from __future__ import annotations

from nlu.evaluation.cases import Case
from nlu.evaluation.scoring import Outcome, by_variety
from tests.evaluate import confusion_lines, report, table

RIGHT = Outcome(
    Case("fr-1", "fr", "merci", "thank", place="fr.jsonl:1"),
    {"lang": "fr", "intent": "thank", "topic": None, "topics": [], "facet": None},
    12.34,
)
FAILED = Outcome(Case("ar-1", "ar", "شكرا", "thank"), {}, 30_000.0, "TimeoutError: ")


def test_one_line_a_variety_and_one_for_all() -> None:
    head, arabic, french, overall = table(by_variety([RIGHT, FAILED])).splitlines()
    assert head.split()[:4] == ["n", "intent", "macro-F1", "topic@1"]
    assert arabic.split() == ["ar", "1", "0.000", "0.000", "-", "-", "-", "0.000", "-", "-"]
    assert french.split()[:3] == ["fr", "1", "1.000"]
    assert overall.split()[:3] == ["overall", "2", "0.500"]


def test_confusions_are_listed() -> None:
    assert "   1  thank -> (no answer)" in confusion_lines([RIGHT, FAILED])


def test_the_report_holds_every_case_with_what_was_understood() -> None:
    outcomes = [RIGHT, FAILED]
    body = report("http://127.0.0.1:1", by_variety(outcomes), outcomes)
    assert [entry["id"] for entry in body["cases"]] == ["fr-1", "ar-1"]
    assert body["cases"][0]["understood"]["intent"] == "thank"
    assert body["cases"][0]["right"]["intent"] is True
    assert body["cases"][1]["fault"] == "TimeoutError: "
    assert set(body["scores"]) == {"ar", "fr", "overall"}
