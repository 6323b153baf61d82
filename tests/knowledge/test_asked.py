"""The knowledge base as written, asked what citizens ask, in all varieties."""

from pathlib import Path

import pytest
import yaml

from knowledge.base import Knowledge
from knowledge.loading import load
from knowledge.routing import Routed, route
from nlu.text.variety import VARIETIES

HERE = Path(__file__).parent
LEAST_RIGHT = 0.93


@pytest.fixture(scope="module")
def written() -> Knowledge:
    return load(HERE.parents[1] / "knowledge" / "topics")


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
    routed = route(knowledge, text, on_table=table)
    return facet in (None, routed.facet) and _reached(knowledge, routed, topic)


def _reached(knowledge: Knowledge, routed: Routed, topic: str) -> bool:
    offered = [one.topic for one in routed.ranked] if routed.kind == "ambiguous" else []
    wanted = topic.lstrip("~")
    if topic == "none":
        return routed.kind == "unknown"
    if wanted in knowledge.topics:
        return routed.topic == wanted or (topic != wanted and wanted in offered)
    above = [parent.id for parent in knowledge.ancestors(wanted)[:1]]
    return routed.kind == "unknown" or offered == above
