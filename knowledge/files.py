"""From a YAML file to a model of the schema: every fault is noted, with file and field first."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from knowledge.schema import Faulty, Given

_Model = TypeVar("_Model")
_Location = tuple[str | int, ...]


class Reader:
    """Reads files into models and collects what is wrong with them in `faults`."""

    def __init__(self, given: Given | None = None) -> None:
        self.faults: list[str] = []
        self._given = given

    def read(self, path: Path, kind: type[_Model]) -> _Model | None:
        """The content of a file as that type; None, and the faults noted, where it is not."""
        try:
            raw = yaml.load(path.read_bytes(), _Loader)  # noqa: S506 it is a safe loader
            return TypeAdapter(kind).validate_python(raw, context=self._given)
        except FileNotFoundError:
            self.note(path, "file: is missing")
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            self.note(path, f"file: is not readable YAML ({' '.join(str(error).split())})")
        except ValidationError as error:
            for fault in _told(error):
                self.note(path, fault)
        return None

    def note(self, path: Path, fault: str) -> None:
        """Add a fault of a file; `fault` begins with the field."""
        self.faults.append(f"{path}: {fault}")


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


def _told(error: ValidationError) -> Iterator[str]:
    """The faults of a model, one a line, field first."""
    for item in error.errors():
        cause = item.get("ctx", {}).get("error")
        if isinstance(cause, Faulty):
            yield from (
                f"{_field((*item['loc'], where))}: {what}" for where, what in cause.faults.items()
            )
        else:
            yield f"{_field(item['loc']) or 'file'}: {_sentence(item)}"


def _sentence(item: Any) -> str:
    message = str(item["msg"]).removeprefix("Value error, ")
    given = item["input"]
    return f"{given!r}: {message}" if isinstance(given, str | int) else message


def _field(location: _Location) -> str:
    """The path of a field as it stands in the file: answers.overview.fr, aliases.ar[2]."""
    path = ""
    for part in location:
        if isinstance(part, int):
            path += f"[{part}]"
        elif part not in {"texts", "[key]"}:  # levels of the model that the file does not have
            path += f".{part}" if path else part
    return path
