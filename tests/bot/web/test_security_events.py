"""What the log tells of codes and tokens of citizens: right, wrong and guessed, and no more."""

from __future__ import annotations

import io
from typing import Any

from aiohttp.test_utils import TestClient

from bot.dialogue.conversations import Conversations
from bot.storage.database import Database
from bot.storage.models import Conversation
from bot.tickets.desk import Desk
from bot.tickets.guesses import IN_A_ROW
from bot.web import keys
from tests.bot.files.samples import image_bytes
from tests.bot.staff.seeding import seed
from tests.bot.staff.test_security_events import events
from tests.bot.web.test_continuing import begun, code_for, go_on
from tests.bot.web.test_files import begin, send
from tests.bot.web.test_following import CODE, REFERENCE, Browser

Client = TestClient[Any, Any]
WRONG = "ZZZ999"


def told(logged: io.StringIO, event: str) -> list[tuple[str, int | None]]:
    """Which kind of code each such line is about, and which ticket."""
    return [(line["code"], line.get("ticket")) for line in events(logged, event)]


def tells(logged: io.StringIO, *secrets: str) -> bool:
    return any(secret in logged.getvalue() for secret in secrets)


async def test_a_ticket_s_code_is_logged_right_and_wrong(
    database: Database, client: Client, logged: io.StringIO
) -> None:
    await seed(database, 1)
    browser = Browser(client)
    await browser.enter(code=WRONG)
    await browser.send("/suivi", reference="MDM-2026-000099", code=CODE)
    assert told(logged, "citizen.code-accepted") == []
    await browser.enter()
    assert told(logged, "citizen.code-refused") == [("ticket", 1), ("ticket", None)]
    assert told(logged, "citizen.code-accepted") == [("ticket", 1)]
    assert not tells(logged, REFERENCE, "MDM-2026-000099", CODE, WRONG)


async def test_a_ticket_s_code_in_a_conversation_is_logged_right_and_wrong(
    database: Database, desk: Desk, logged: io.StringIO
) -> None:
    await seed(database, 1)
    await desk.lookup(REFERENCE, WRONG, "a conversation")
    await desk.lookup(REFERENCE, CODE, "a conversation")
    assert told(logged, "citizen.code-refused") == [("ticket", 1)]
    assert told(logged, "citizen.code-accepted") == [("ticket", 1)]
    assert not tells(logged, REFERENCE, CODE, WRONG, "a conversation")


async def test_who_asks_for_somebody_elses_file_is_logged_and_nobody_is_named(
    client: Client, logged: io.StringIO
) -> None:
    mine, other = await begin(client), await begin(client)
    sent = await (await send(client, mine, image_bytes())).json()
    assert (await client.get(f"/api/chat/files/{sent['id']}", headers=mine)).status == 200
    assert events(logged, "citizen.refused") == []
    assert (await client.get(f"/api/chat/files/{sent['id']}", headers=other)).status == 404
    (line,) = events(logged, "citizen.refused")
    assert (line["why"], line["route"]) == ("not-there", "/api/chat/files/{id}")
    assert not tells(logged, sent["id"], *mine.values(), *other.values())


async def test_guessing_that_has_to_wait_is_logged(
    database: Database, client: Client, logged: io.StringIO
) -> None:
    await seed(database, 1)
    browser = Browser(client)
    for _ in range(IN_A_ROW):
        await browser.enter(code=WRONG)
    assert told(logged, "citizen.throttled") == []
    await browser.enter()
    assert told(logged, "citizen.throttled") == [("ticket", None)]
    assert told(logged, "citizen.code-accepted") == []
    assert not tells(logged, REFERENCE, CODE, WRONG)


async def test_a_device_s_code_is_logged_right_and_wrong(
    client: Client, logged: io.StringIO
) -> None:
    code = await code_for(client, await begun(client))
    await go_on(client, "AAAA2222")
    await go_on(client, code)
    assert told(logged, "citizen.code-refused") == [("device", None)]
    assert told(logged, "citizen.code-accepted") == [("device", None)]
    assert not tells(logged, code, "AAAA2222")


async def test_a_link_s_code_is_logged_right_and_wrong(
    client: Client, conversations: Conversations, logged: io.StringIO
) -> None:
    chat = Conversation(channel="telegram", address="770077", lang="fr")
    await conversations.begin(chat)
    linking = client.app[keys.LINKING]
    code = (await linking.issue(chat.id)).code
    await go_on(client, "AAAA2222B")
    await go_on(client, code)
    assert told(logged, "citizen.code-refused") == [("link", None)]
    assert told(logged, "citizen.code-accepted") == [("link", None)]
    assert not tells(logged, code, "AAAA2222B", chat.id, "770077")


async def test_a_made_up_token_is_logged_and_none_is_not(
    client: Client, logged: io.StringIO
) -> None:
    token = await begun(client)
    await client.get("/assistant")
    right = {"Authorization": f"Bearer {token}"}
    assert (await client.get("/api/chat/messages", headers=right)).status == 200
    assert events(logged, "citizen.token-refused") == []
    wrong = {"Authorization": f"Bearer {token[:-1]}!"}
    assert (await client.get("/api/chat/messages", headers=wrong)).status == 404
    (line,) = events(logged, "citizen.token-refused")
    assert line["level"] == "warning"
    assert not tells(logged, token[:-1])


async def test_a_visit_or_a_form_that_is_not_ours_is_logged(
    database: Database, client: Client, logged: io.StringIO
) -> None:
    await seed(database, 1)
    browser = Browser(client)
    await browser.enter()
    right = browser.cookie
    await browser.replay(right, "/suivi/ticket")
    assert events(logged, "citizen.visit-refused") == []
    await browser.replay(f"{right}x", "/suivi/ticket")
    assert {line["why"] for line in events(logged, "citizen.visit-refused")} == {"signature"}
    assert events(logged, "citizen.form-refused") == []
    await browser.replay(right, "/suivi/ticket/add", {"csrf": "made up", "text": "Voici"})
    assert [line["ticket"] for line in events(logged, "citizen.form-refused")] == [1]
    assert not tells(logged, right, right.split(".")[2], "made up", "Voici")
