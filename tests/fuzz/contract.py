"""The OpenAPI document as a judge: whether an answer is one that it describes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import yaml

BOT = Path(__file__).parents[2] / "bot"
PUBLIC = BOT / "web" / "openapi.yaml"
STAFF = BOT / "staff" / "openapi.yaml"

_JSON = "application/json"

Json = dict[str, Any]


class NotAsDescribed(AssertionError):
    """The answer is none of those that the document describes."""


@dataclass(frozen=True)
class Answered:
    """An answer as it came over the wire."""

    status: int
    content_type: str
    body: bytes

    @property
    def json(self) -> Any:
        """The body read as JSON; raises NotAsDescribed."""
        try:
            return json.loads(self.body)
        except ValueError as error:
            raise NotAsDescribed(f"no JSON: {self.body[:200]!r}") from error


def read_document(file: Path) -> Json:
    """An OpenAPI document."""
    return dict(yaml.safe_load(file.read_text("utf-8")))


def operations(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Method and path of each operation."""
    for path, item in document["paths"].items():
        for method in item:
            if method != "parameters":
                yield method.upper(), path


class Contract:
    """Judges answers by the document of the public application."""

    def __init__(self, document: Json) -> None:
        self._document = document

    def check(self, method: str, path: str, answered: Answered) -> None:
        """Raises NotAsDescribed unless the document describes that answer to that operation."""
        described = self._response(method, path, answered.status)
        media = answered.content_type.partition(";")[0].strip().lower()
        content = described.get("content", {})
        if not content and not answered.body:
            return
        if media not in content:
            raise NotAsDescribed(f"{answered.status} as {media!r}, not one of {sorted(content)}")
        if media == _JSON:
            self._check_json(content[media]["schema"], answered)

    def _response(self, method: str, path: str, status: int) -> Json:
        responses = self._document["paths"][path][method.lower()]["responses"]
        if str(status) not in responses:
            raise NotAsDescribed(f"{method} {path}: {status} is not described")
        response: Json = responses[str(status)]
        name = response.get("$ref", "").rpartition("/")[2]
        return dict(self._document["components"]["responses"][name]) if name else response

    def _check_json(self, schema: Json, answered: Answered) -> None:
        told = answered.json
        fault = next(self._validator(json.dumps(schema)).iter_errors(told), None)
        if fault is not None:
            where = "/".join(map(str, fault.instance_path))
            raise NotAsDescribed(f"{fault.message} at {where!r} of {json.dumps(told)[:2000]}")

    @cache  # noqa: B019 one judge lives as long as the tests
    def _validator(self, schema: str) -> jsonschema_rs.Draft202012Validator:
        whole = {**json.loads(schema), "components": self._document["components"]}
        return jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
