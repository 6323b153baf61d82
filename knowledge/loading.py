"""Reading the knowledge base: all of it is right, or every fault of every file is told at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import chain
from pathlib import Path

from knowledge.base import Knowledge
from knowledge.concepts import Concepts
from knowledge.consistency import shared_names, shared_words, unknown_senses
from knowledge.directory import Directory, Posts
from knowledge.files import Reader
from knowledge.glossary import Glossary
from knowledge.schema import Ambiguous, Competence, Given, Registered, Terms, Topic

HOME = Path(__file__).parent

REGISTRY = "topics.yaml"
TOPICS = "topics"
AMBIGUOUS = "ambiguous.yaml"
CONCEPTS = "concepts.yaml"
GLOSSARY = "glossary.yaml"
COMPETENCE = "competence.yaml"
DIRECTORY = "consulates.yaml"


class KnowledgeError(Exception):
    """The knowledge base has faults; `faults` lists all of them, each with its path first."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def load(home: Path = HOME, *, today: date | None = None, strict: bool = True) -> Knowledge:
    """The knowledge base in a folder laid out like knowledge/.

    Raises KnowledgeError with all faults of all files, path first. Not `strict`, it gives what is
    valid and keeps the faults in `Knowledge.faults`; without a registry of ids there is nothing
    to give, and KnowledgeError is raised all the same.
    """
    registry = load_registry(home)
    reader = Reader(Given(today or date.today(), registry))
    topics = _topics(home / TOPICS, registry, reader)
    ambiguous = reader.read(home / AMBIGUOUS, tuple[Ambiguous, ...]) or ()
    groups = reader.read(home / CONCEPTS, dict[str, tuple[str, ...]]) or {}
    terms = reader.read(home / GLOSSARY, Terms)
    competence = reader.read(home / COMPETENCE, Competence)
    posts = reader.read(home / DIRECTORY, Posts)
    for fault in unknown_senses(ambiguous, topics):
        reader.note(home / AMBIGUOUS, fault)
    for fault in shared_words(groups):
        reader.note(home / CONCEPTS, fault)
    for topic_id, fault in shared_names(topics.values(), ambiguous):
        reader.note(_file_of(home / TOPICS, topic_id), fault)
    if reader.faults and strict:
        raise KnowledgeError(reader.faults)
    return Knowledge(
        {name: topics[name] for name in registry if name in topics},
        registry,
        ambiguous,
        concepts=Concepts(groups),
        glossary=Glossary(terms),
        competence=competence,
        directory=Directory(posts),
        faults=tuple(reader.faults),
    )


def load_registry(home: Path = HOME) -> Mapping[str, Registered]:
    """The registered topic ids, in order; raises KnowledgeError when they cannot be read."""
    reader = Reader()
    path = home / REGISTRY
    groups = reader.read(path, dict[str, list[Registered]])
    registry: dict[str, Registered] = {}
    for entry in chain.from_iterable((groups or {}).values()):
        if entry.id in registry:
            reader.note(path, f"{entry.id}: stands twice")
        if entry.parent and entry.parent not in registry:
            reader.note(path, f"{entry.id}: parent {entry.parent!r} does not stand before it")
        registry[entry.id] = entry
    if reader.faults:
        raise KnowledgeError(reader.faults)
    return registry


def _topics(folder: Path, registry: Mapping[str, Registered], reader: Reader) -> dict[str, Topic]:
    """The valid topics of a folder by id."""
    topics: dict[str, Topic] = {}
    for path in sorted(folder.rglob("*.yaml")):
        topic = reader.read(path, Topic)
        if topic is None:
            continue
        if path.relative_to(folder) not in _places(topic.id):
            reader.note(path, f"id: {topic.id!r} does not belong in this file")
        elif topic.id in topics:
            reader.note(path, f"id: {topic.id!r} stands in another file too")
        else:
            topics[topic.id] = topic
    for topic_id in registry:
        if not _file_of(folder, topic_id).exists():
            reader.note(_file_of(folder, topic_id), "file: is missing")
    return topics


def _file_of(folder: Path, topic_id: str) -> Path:
    """The topic's file; where there is none, where it should be."""
    paths = [folder / place for place in _places(topic_id)]
    return next((path for path in paths if path.exists()), paths[0])


def _places(topic_id: str) -> tuple[Path, ...]:
    """Where a topic's file may lie: programme/topic.yaml, or programme/index.yaml."""
    path = Path(*topic_id.split("/"))
    return path.with_name(f"{path.name}.yaml"), path / "index.yaml"
