"""What must hold between the files of the knowledge base. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from knowledge.schema import Ambiguous, Topic
from knowledge.senses import Name, senses_of
from knowledge.vocabulary import bare_name
from nlu.text.normalise import tokens


def unknown_senses(ambiguous: Iterable[Ambiguous], known: Iterable[str]) -> Iterator[str]:
    """What an ambiguous name may mean are topics that exist."""
    ids = set(known)
    for number, entry in enumerate(ambiguous):
        for topic in entry.topics:
            if topic not in ids:
                yield f"[{number}].topics: {topic!r} has no topic file"


def shared_names(
    topics: Iterable[Topic], ambiguous: Iterable[Ambiguous]
) -> Iterator[tuple[str, str]]:
    """Names that stand in two topics in one variety and are not declared ambiguous for both.

    Gives the id of the second topic, and what is wrong. Articles and the like do not tell names
    apart: the search reads "la bourse" and "bourse" as one.
    """
    allowed = senses_of(ambiguous)
    owners: dict[Name, Topic] = {}
    for topic in topics:
        for variety, name in topic.names():
            bare = (variety, bare_name(name))
            owner = owners.setdefault(bare, topic)
            if owner.id != topic.id and not {owner.id, topic.id} <= set(allowed.get(bare, ())):
                yield topic.id, f"aliases.{variety}: {name!r} is a name of {owner.id} too"


def shared_words(groups: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Words and phrases that stand for two ideas: the search would not know which is meant."""
    owners: dict[tuple[str, ...], str] = {}
    for idea, phrases in groups.items():
        for phrase in phrases:
            owner = owners.setdefault(tuple(tokens(phrase)), idea)
            if owner != idea:
                yield f"{idea}: {phrase!r} stands for {owner} too"
