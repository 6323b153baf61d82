"""What the knowledge base covers, as a page for people: `python -m knowledge.coverage`.

Writes docs/knowledge-coverage.md and tells what is past its day of review; with --check it only
says whether the page is current.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from knowledge.base import Knowledge
from knowledge.loading import load
from knowledge.schema import FACETS, Facet, Source, Topic
from nlu.text.variety import VARIETIES

PAGE = Path("docs/knowledge-coverage.md")

_HEADING = (
    "# What the knowledge base covers",
    "",
    "Made by `make coverage` from knowledge/; `make lint` checks that it is current.",
    "",
)


def main() -> int:
    """Runs the command; exit code 1 when --check finds the page out of date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    knowledge = load()
    page = page_of(knowledge)
    if parser.parse_args().check:
        current = PAGE.exists() and PAGE.read_text("utf-8") == page
        sys.stdout.write("" if current else f"{PAGE}: is out of date; run `make coverage`\n")
        return 0 if current else 1
    PAGE.write_text(page, "utf-8")
    sys.stdout.write(
        "\n".join([*_summary(knowledge), *past_review(knowledge, date.today())]) + "\n"
    )
    return 0


def page_of(knowledge: Knowledge) -> str:
    """The whole page, in Markdown. No day is told in it: it changes with the files alone."""
    topics = list(knowledge.topics.values())
    parts = (_HEADING, _summary(knowledge), _topic_table(topics), _source_table(topics))
    return "\n".join(line for part in parts for line in part) + "\n"


def past_review(knowledge: Knowledge, today: date) -> list[str]:
    """The topics whose day of review is over, a line each."""
    late = [topic for topic in knowledge.topics.values() if topic.past_review(today)]
    return [f"- past its review ({topic.review_by}): {topic.id}" for topic in late]


def _summary(knowledge: Knowledge) -> Iterator[str]:
    topics = knowledge.topics.values()
    whole = sum(_varieties(topic, "overview") == len(VARIETIES) for topic in topics)
    answers = sum(len(topic.answers) for topic in topics)
    names = sum(1 for topic in topics for _ in topic.names())
    questions = sum(_questions(topic) for topic in topics)
    undated = [source for topic in topics for source in topic.sources.values() if source.undated]
    yield f"- Topics with an overview in {len(VARIETIES)} varieties: {whole}"
    yield f"- Topics registered: {knowledge.registered}"
    yield f"- Answers, each in {len(VARIETIES)} varieties: {answers}"
    yield f"- Names by which topics are found: {names}; questions: {questions}"
    yield f"- Terms explained: {len(knowledge.glossary)}"
    yield f"- Embassies and consulates: {len(knowledge.directory)}"
    yield f"- Sources without a date: {len(undated)}"


def _topic_table(topics: Iterable[Topic]) -> Iterator[str]:
    yield from ("", "## Topics", "")
    yield "In a cell: in how many varieties a facet is answered, and from which sources. Empty: no"
    yield "source covers it, and the bot says so."
    yield from ("", f"| Topic | Status | {' | '.join(FACETS)} | Names | Questions | Review by |")
    yield "| --- " * (len(FACETS) + 5) + "|"
    for topic in topics:
        cells = " | ".join(_cell(topic, facet) for facet in FACETS)
        names = sum(1 for _ in topic.names())
        counts = f"{names} | {_questions(topic)} | {topic.review_by or 'not set'}"
        yield f"| {topic.id} | {topic.status} | {cells} | {counts} |"


def _cell(topic: Topic, facet: Facet) -> str:
    if facet not in topic.answers:
        return ""
    return f"{_varieties(topic, facet)}: {', '.join(topic.answers[facet].sources)}"


def _varieties(topic: Topic, facet: Facet) -> int:
    return len(topic.answers[facet].texts) if facet in topic.answers else 0


def _questions(topic: Topic) -> int:
    return sum(map(len, topic.questions.values()))


def _source_table(topics: Iterable[Topic]) -> Iterator[str]:
    yield from ("", "## Sources", "")
    yield "Undated pages are shown to citizens as undated; low confidence is for staff alone."
    yield from ("", "| Topic | Source | Date | Confidence | What it is |", "| --- " * 5 + "|")
    for topic in topics:
        for name, source in topic.sources.items():
            dated = source.as_of or ("undated" if source.undated else "official document")
            about = f"{source.confidence or ''} | {_place(source)}"
            yield f"| {topic.id} | {name} | {dated} | {about} |"


def _place(source: Source) -> str:
    title = source.title.replace("|", "/")
    if source.document:
        return f"{source.document}, {source.section}"
    return f"[{title}]({source.url})"


if __name__ == "__main__":
    sys.exit(main())
