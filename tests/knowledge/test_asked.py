"""The knowledge base as written, asked what citizens ask, in all varieties."""

from pathlib import Path

import pytest
import yaml

from knowledge.answering import answer_said
from knowledge.base import Knowledge
from knowledge.loading import load
from nlu.text.variety import VARIETIES

HERE = Path(__file__).parent
LEAST_RIGHT = 0.93


@pytest.fixture(scope="module")
def written() -> Knowledge:
    return load()


@pytest.mark.parametrize("variety", VARIETIES)
def test_most_questions_reach_what_they_are_about(written: Knowledge, variety: str) -> None:
    rows = yaml.safe_load((HERE / "asked.yaml").read_text(encoding="utf-8"))[variety]
    wrong = [row for row in rows if not _right(written, *_read(row))]
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(rows), wrong


def _read(row: str) -> tuple[str, str | None, str, str | None]:
    asked, topic, *facet = (part.strip() for part in row.split("|"))
    table, _, text = asked.rpartition(" > ")
    return text, table or None, topic, facet[0] if facet else None


def _right(
    knowledge: Knowledge, text: str, table: str | None, topic: str, facet: str | None
) -> bool:
    """What is asked as a question is answered; what is none is not, whatever is on the table."""
    key, said = answer_said(knowledge, text, on_table=table, is_question=topic != "none")
    if topic == "none":
        return key == "unknown"
    wanted = topic.lstrip("~")
    offered = [name for name, _ in said["ranked"]] if key == "did-you-mean" else said.get("beside")
    reached = [said.get("topic"), *(offered or [])] if topic != wanted else [said.get("topic")]
    return facet in (None, said["facet"]) and wanted in reached
