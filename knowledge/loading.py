"""Reading the folder of topic files: all of it is right, or every fault is told at once."""

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from knowledge.base import Knowledge
from knowledge.reading import Faults, read_topic
from knowledge.schema import Elsewhere, Registered, Topic

REGISTRY = Path(__file__).parent / "topics.yaml"
TOPICS = Path(__file__).parent / "topics"
ELSEWHERE = Path(__file__).parent / "elsewhere.yaml"


class KnowledgeError(Exception):
    """The knowledge base has faults; `faults` lists all of them, each with its path first."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class _Loader(yaml.CSafeLoader):
    """Safe YAML in which the same key twice is a fault, not a silent loss."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """Build a mapping after checking that no key stands twice in it."""
        seen = set()
        for name, _ in node.value:
            if name.value in seen:
                message = f"the key {name.value!r} stands twice"
                raise yaml.constructor.ConstructorError(None, None, message, name.start_mark)
            seen.add(name.value)
        return super().construct_mapping(node, deep)


def load(folder: Path, registry: Path = REGISTRY, elsewhere: Path = ELSEWHERE) -> Knowledge:
    """The knowledge base in a folder of topic files (knowledge/topics).

    Ids, parents and kinds are checked against the registry of ids, and so are the names of
    topics that have no file (`elsewhere`). Raises KnowledgeError with
    all faults of all files, path first.
    """
    registered = load_registry(registry)
    faults: list[str] = []
    topics: dict[str, Topic] = {}
    for path in sorted(folder.rglob("*.yaml")):
        topic, wrong = _read(path, registered)
        if topic and topic.id in topics:
            wrong.append(f"id: {topic.id!r} stands in another file too")
        if topic and path.relative_to(folder) not in _places(topic.id):
            wrong.append(f"id: {topic.id!r} does not belong in this file")
        faults.extend(f"{path}: {fault}" for fault in wrong)
        if topic:
            topics[topic.id] = topic
    if not topics and not faults:
        faults.append(f"{folder}: holds no topic file")
    named = load_elsewhere(elsewhere)
    faults.extend(
        f"{elsewhere}: {name!r} is not a registered topic id"
        for name in named
        if name not in registered
    )
    if faults:
        raise KnowledgeError(faults)
    ordered = {name: topics[name] for name in registered if name in topics}
    return Knowledge(ordered, registered, named)


def load_registry(path: Path = REGISTRY) -> dict[str, Registered]:
    """The registered topic ids, in order."""
    groups: dict[str, list[dict[str, str]]] = yaml.load(path.read_bytes(), _Loader)  # noqa: S506
    return {
        entry["id"]: Registered(
            id=entry["id"],
            kind=entry["kind"],
            parent=entry.get("parent"),
            title={"fr": entry["fr"], "ar": entry["ar"]},
        )
        for entries in groups.values()
        for entry in entries
    }


def load_elsewhere(path: Path = ELSEWHERE) -> dict[str, Elsewhere]:
    """What citizens call registered topics, by topic id."""
    sections: dict[str, dict[str, list[str]]] = yaml.load(path.read_bytes(), _Loader)  # noqa: S506
    return {
        name: Elsewhere(tuple(map(str, words)), offered=section == "offered")
        for section, named in sections.items()
        for name, words in named.items()
    }


def _read(path: Path, registered: dict[str, Registered]) -> tuple[Topic | None, list[str]]:
    try:
        raw = yaml.load(path.read_bytes(), _Loader)  # noqa: S506
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        return None, [f"file: is not readable YAML ({' '.join(str(error).split())})"]
    faults = Faults()
    topic = read_topic(raw, registered, faults)
    return topic, faults.found


def _places(topic_id: str) -> tuple[Path, ...]:
    """Where a topic's file may lie: programme/topic.yaml, or programme/index.yaml."""
    path = Path(*topic_id.split("/"))
    return path.with_name(f"{path.name}.yaml"), path / "index.yaml"
