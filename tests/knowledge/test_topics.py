"""The knowledge base as written: without faults, and every topic can be found."""

from pathlib import Path

import pytest

from knowledge.base import Knowledge
from knowledge.loading import load
from nlu.text.variety import VARIETIES

TOPICS = Path(__file__).parents[2] / "knowledge" / "topics"
LEAST_ALIASES = 6


@pytest.fixture(scope="module")
def written() -> Knowledge:
    return load(TOPICS)


def test_every_topic_has_enough_aliases_in_every_variety(written: Knowledge) -> None:
    few = [
        (topic.id, variety)
        for topic in written.topics.values()
        for variety in VARIETIES
        if len(topic.aliases[variety]) < LEAST_ALIASES
    ]
    assert few == []


def test_every_topic_is_found_by_its_titles(written: Knowledge) -> None:
    lost = [
        (topic.id, title)
        for topic in written.topics.values()
        for title in topic.title.values()
        if topic.id not in [found.topic for found in written.search.find(title)[:3]]
    ]
    assert lost == []


def test_most_aliases_name_their_topic(written: Knowledge) -> None:
    aliases = [
        (topic.id, alias)
        for topic in written.topics.values()
        for listed in topic.aliases.values()
        for alias in listed
    ]
    missed = [
        (topic, alias)
        for topic, alias in aliases
        if topic not in [found.topic for found in written.search.find(alias)[:3]]
    ]
    assert len(missed) <= len(aliases) * 0.05, missed
