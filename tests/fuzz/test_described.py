"""Requests made from the OpenAPI documents: every answer is one that they describe.

Half of them are as the document wants them, half are not. What never ends (event streams) is
asked in test_chat_api.py.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import APIOperation, BaseSchema, Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from bot.staff.accounts import create_staff
from bot.storage.database import Database
from tests.fuzz.contract import PUBLIC, STAFF
from tests.stack import running_application

EXAMPLES = 3  # of each operation and each mode
HANG_S = 60.0
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
NOT_YET = "/readyz"  # says 503 where Rasa does not answer
NEVER_ENDING = {"/api/chat/events", "/staff/notices/events"}
# Nobody can ask it with anything that the document does not want; nor what OPTIONS answers.
NOTHING_WRONG = {
    "GET /api/embedding",
    "GET /api/openapi.json",
    "GET /healthz",
    "GET /readyz",
    "GET /widget.js",
    "GET /deletion/{id}.pdf",
    "GET /staff/sign-in/code",
}
SIGN_OUT = "/staff/sign-out"
USERNAME, PASSWORD = "fuzz.admin", "une longue phrase que personne ne devine 73"
COMPLAINT = (
    "je veux déposer une plainte",
    "oui",
    "consulat",
    "France",
    "Mon passeport n'est pas prêt depuis trois mois et personne ne répond.",
    "pas de contact",
    "oui",
)

sized = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


@dataclass(frozen=True)
class Place:
    """The application, with a ticket in it and somebody signed in."""

    url: str
    token: str
    reference: str
    member: requests.Session
    csrf: str


@pytest.fixture(scope="module")
def place(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("described")
    (folder / "jisr.db").write_bytes(migrated_file.read_bytes())
    url = f"sqlite:///{folder}/jisr.db"
    asyncio.run(_employ(url))
    quiet = {"JISR_FILES_DIR": str(folder / "files"), "JISR_LOG_LEVEL": "ERROR"}
    with running_application(url, quiet) as stack, requests.Session() as member:
        token, reference = _complain(stack.url)
        csrf = _sign_in(stack.url, member)
        yield Place(stack.url, token, reference, member, csrf)


async def _employ(url: str) -> None:
    database = Database(url)
    await create_staff(database, USERNAME, name="Fuzz", role="admin", password=PASSWORD)
    await database.close()


def _complain(url: str) -> tuple[str, str]:
    """The token of a conversation that opened a ticket, and the ticket's reference."""
    answer: dict[str, Any] = {"conversation": None}
    for message in COMPLAINT:
        body = {"client_id": str(uuid4()), "conversation": answer["conversation"]}
        said = requests.post(f"{url}/api/chat", json={**body, "message": message}, timeout=HANG_S)
        answer = said.json()
    return answer["conversation"], answer["ticket"]["reference"]


def _sign_in(url: str, member: requests.Session) -> str:
    entered = {"username": USERNAME, "password": PASSWORD}
    page = member.post(f"{url}/staff/sign-in", data=entered, timeout=HANG_S)
    found = re.search(r'name="csrf" value="([^"]+)"', page.text)
    assert found, "nobody is signed in"
    return found[1]


def _operations(document: Path) -> list[APIOperation]:
    schema: BaseSchema = schemathesis.openapi.from_path(document)
    found = [result.ok() for result in schema.get_all_operations()]
    return [operation for operation in found if operation.path not in NEVER_ENDING]


def _exercise(operation: APIOperation, known: Mapping[str, Any], ask: Any) -> None:
    """Asks with what the document wants, then with what it does not."""
    named = {name: value for name, value in known.items() if f"{{{name}}}" in operation.path}
    right = operation.as_strategy(path_parameters=named or None)
    sized(given(right)(ask))()
    wrong = operation.as_strategy(
        generation_mode=GenerationMode.NEGATIVE, path_parameters=named or None
    )
    if operation.method == "options" or operation.label in NOTHING_WRONG:
        with pytest.raises(Unsatisfiable):
            sized(given(wrong)(ask))()
    else:
        sized(given(wrong)(ask))()


@pytest.mark.parametrize("operation", _operations(PUBLIC), ids=lambda one: one.label)
def test_the_public_application_answers_as_described(operation: APIOperation, place: Place) -> None:
    def ask(case: Case) -> None:
        case.call_and_validate(
            base_url=place.url,
            headers={"Authorization": f"Bearer {place.token}"},
            checks=CHECKS[1:] if operation.path == NOT_YET else CHECKS,
            timeout=HANG_S,
            allow_redirects=False,
        )

    _exercise(operation, {}, ask)


@pytest.mark.parametrize("operation", _operations(STAFF), ids=lambda one: one.label)
def test_the_console_answers_as_described(operation: APIOperation, place: Place) -> None:
    def ask(case: Case) -> None:
        if isinstance(case.body, dict):
            case.body["csrf"] = place.csrf
        case.call_and_validate(
            base_url=place.url,
            session=None if operation.path == SIGN_OUT else place.member,
            checks=CHECKS,
            timeout=HANG_S,
            allow_redirects=False,
        )

    _exercise(operation, {"reference": place.reference, "incident": 1, "staff_id": 1}, ask)
    account = place.member.get(f"{place.url}/staff/account", timeout=HANG_S, allow_redirects=False)
    assert account.status_code == 200, "the session did not outlive the requests"
