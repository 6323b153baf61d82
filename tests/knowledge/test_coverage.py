"""The page that tells what the knowledge base covers."""

from datetime import date

from knowledge.base import Knowledge
from knowledge.coverage import PAGE, page_of, past_review
from knowledge.loading import load


def test_a_row_tells_status_sources_and_day_of_review(knowledge: Knowledge) -> None:
    page = page_of(knowledge)
    [row] = [line for line in page.splitlines() if line.startswith("| social/scholarships | a")]
    assert "| active | 4: S1, P1 |" in row
    assert row.endswith("| 2027-01-31 |")


def test_every_source_is_listed_with_its_date(knowledge: Knowledge) -> None:
    page = page_of(knowledge)
    assert "| culture | S1 | official document |  | 001, Essai |" in page
    assert "| culture | P1 | 2018-06 | high | [Page d'essai](https://example.org/essai) |" in page


def test_what_is_past_its_review_is_told(knowledge: Knowledge) -> None:
    assert past_review(knowledge, date(2027, 1, 31)) == []
    assert len(past_review(knowledge, date(2027, 2, 1))) == len(knowledge.topics)


def test_the_page_in_the_repository_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page_of(load())
