"""Somebody changes a number in an address, or a token in a body, and reads or moves what is
another's.

Every route stands in one of the tables below: what a citizen's token opens, which role a page of
the console needs, what the wall hides. A new route without a place fails here.
"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from sqlmodel import select

from bot.storage.models import Choice, ConversationLink, StaffSession, Ticket, now
from tests.bot.staff.conftest import PASSWORD, Browser
from tests.security.house import Client, House, Route, bearer, contents, follow

sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

# Open to anybody: nothing of anybody is there, or something that only its owner has opens it.
NOBODYS = {
    *("/", "/demo", "/styles", "/widget.js", "/healthz", "/readyz", "/api/embedding", "/verify"),
    *("/api/chat", "/api/chat/continue", "/assistant", "/assistant/file", "/assistant/leave"),
    *("/suivi", "/suivi/leave", "/telegram/webhook", "/api/openapi.json"),
    *("/assistant/data", "/assistant/forget", "/deletion/{id}", "/deletion/{id}.pdf"),
}
# Opened by the bearer token of one conversation.
OF_A_CONVERSATION = {
    *("/api/chat/messages", "/api/chat/events", "/api/chat/feedback", "/api/chat/files"),
    *("/api/chat/files/{id}", "/api/chat/continuation", "/api/chat/link"),
    *("/api/chat/link/answer", "/api/chat/data", "/api/chat/forget"),
}
# Opened by the visit of one ticket.
OF_A_VISIT = {
    *("/suivi/ticket", "/suivi/ticket/receipt.pdf", "/suivi/ticket/data.{kind}"),
    "/suivi/ticket/add",
    *("/suivi/ticket/withdraw", "/suivi/ticket/rate", "/suivi/ticket/reopen"),
}
# The console before anybody is signed in.
OF_NO_SESSION = {"/staff/sign-in", "/staff/sign-in/code", "/staff/assets/{name}"}
# Every member of staff; what is in an address is their own, or a ticket that they may see.
OF_EVERY_MEMBER = {
    *("/staff", "/staff/", "/staff/sign-out", "/staff/language", "/staff/keys", "/staff/queues"),
    *("/staff/notices", "/staff/notices/events", "/staff/shift", "/staff/views"),
    *("/staff/views/{view_id}/rename", "/staff/views/{view_id}/delete"),
    *("/staff/account", "/staff/account/email", "/staff/account/password"),
    *("/staff/account/second-factor", "/staff/account/second-factor/off"),
    "/staff/account/sessions/end",
    *("/staff/account/sessions/end-others", "/staff/unanswered", "/staff/unanswered/{turn}"),
    *("GET /staff/knowledge", "GET /staff/news", "GET /staff/news/{number}"),
    *("/staff/news/{number}/figures", "/staff/incidents/{incident}"),
    *("/staff/files/{id}", "/staff/files/{id}/thumbnail"),
    *("/staff/releases", "/staff/releases/new", "/staff/releases/{number}"),
    "/staff/releases/{number}/take",
}
OF_A_TICKET = {
    f"/staff/tickets/{{reference}}{deed}"
    for deed in (
        *("", "/receipt.pdf", "/dossier.pdf", "/reply", "/conversation", "/draft", "/move"),
        *("/claim", "/take-over", "/release", "/watch", "/sort", "/wall", "/settle", "/reopen"),
        *("/forward", "/forwarding", "/link", "/merge", "/incident"),
    )
}
OF_SUPERVISORS = {
    *("/staff/workload", "/staff/unanswered/export", "/staff/knowledge/confirm"),
    *("/staff/dashboard", "/staff/dashboard/{table}.csv", "/staff/news/new"),
    *("POST /staff/news/{number}", "/staff/news/{number}/release"),
    *("/staff/news/{number}/take-back", "/staff/news/{number}/cancel"),
    *("/staff/closed-days", "/staff/closed-days/remove", "/staff/retention"),
    *("/staff/releases/{number}/approve", "/staff/releases/{number}/refuse"),
    *("/staff/tickets/{reference}/open-walled", "/staff/tickets/{reference}/assign"),
}
OF_ADMINISTRATORS = {
    *("/staff/accounts", "/staff/accounts/new", "/staff/accounts/{staff_id}"),
    *("/staff/accounts/{staff_id}/deactivate", "/staff/accounts/{staff_id}/activate"),
    *("/staff/accounts/{staff_id}/reset-password", "/staff/accounts/{staff_id}/end-sessions"),
    *("/staff/accounts/{staff_id}/reset-second-factor", "/staff/retention/run"),
}
TABLES = (
    *(NOBODYS, OF_A_CONVERSATION, OF_A_VISIT, OF_NO_SESSION),
    *(OF_EVERY_MEMBER, OF_A_TICKET, OF_SUPERVISORS, OF_ADMINISTRATORS),
)
STREAM = "/staff/notices/events"


def stands_in(route: Route, table: set[str]) -> bool:
    return route.path in table or f"{route.method} {route.path}" in table


async def ask(client: Client, route: Route, house: House, csrf: str, **values: object) -> int:
    """The status of a route, with the form's token and fields that may be taken."""
    form = {"csrf": csrf, "to": str(house.things["staff_id"]), "name": "Autre Nom", "day": "x"}
    response = await client.request(
        route.method,
        route.at({**house.things, **values}),
        data=form if route.method == "POST" else None,
        allow_redirects=False,
    )
    return response.status


async def entered(house: House, username: str) -> Browser:
    browser = await house.browser(username)
    await browser.open("/staff/account")
    return browser


@sqlite
async def test_every_route_has_its_place_in_one_table(empty_house: House) -> None:
    places = {
        route: sum(stands_in(route, each) for each in TABLES) for route in empty_house.routes()
    }
    assert {route: count for route, count in places.items() if count != 1} == {}


@sqlite
async def test_without_a_session_the_console_shows_nothing(house: House) -> None:
    stranger, before = await house.client(), await contents(house.database)
    shown = {}
    for route in house.staff_routes():
        if not stands_in(route, OF_NO_SESSION):
            status = await ask(stranger, route, house, "")
            if status not in {204, 303, 401}:
                shown[route] = status
    assert shown == {}
    assert await contents(house.database) == before


@sqlite
@pytest.mark.parametrize(
    ("username", "closed"),
    [("agent", OF_SUPERVISORS | OF_ADMINISTRATORS), ("supervisor", OF_ADMINISTRATORS)],
)
async def test_what_another_role_may_is_refused_and_changes_nothing(
    house: House, username: str, closed: set[str]
) -> None:
    member, before = await entered(house, username), await contents(house.database)
    answers = {
        route: await ask(member.client, route, house, member.csrf)
        for route in house.staff_routes()
        if stands_in(route, closed)
    }
    assert answers
    assert set(answers.values()) == {403}, answers
    assert await contents(house.database) == before


async def test_a_ticket_behind_the_wall_is_not_there_by_any_route(house: House) -> None:
    """For the staff of the service it is about, agents as they are."""
    member, before = await entered(house, "lyon"), await contents(house.database)
    hidden = {"reference": house.things["walled"], "id": house.things["walled_file"]}
    answers = {
        route: await ask(member.client, route, house, member.csrf, **hidden)
        for route in house.staff_routes()
        if {"reference", "id"} & set(route.placeholders)
    }
    assert len(answers) > len(OF_A_TICKET)
    may_not = {route for route, status in answers.items() if status == 403}
    assert all(stands_in(route, OF_SUPERVISORS) for route in may_not)
    assert set(answers.values()) <= {403, 404}, answers
    assert await contents(house.database) == before
    for path in ("/staff", "/staff?q=appartement", f"/staff/incidents/{house.things['incident']}"):
        await member.open(path)
        assert str(house.things["walled"]) not in member.page, path


async def test_views_sessions_notices_and_releases_of_a_colleague_stay_theirs(house: House) -> None:
    admin, agent = await entered(house, "admin"), await entered(house, "agent")
    async with house.database.reading() as session:
        theirs = (
            await session.exec(select(StaffSession).order_by(StaffSession.created_at))
        ).first()
    assert theirs is not None
    ending = {"session": theirs.id, "password": PASSWORD}
    assert (await agent.send("/staff/account/sessions/end", **ending)).status == 200
    before = await contents(house.database)
    view = f"/staff/views/{house.things['view_id']}"
    assert (await agent.send(f"{view}/rename", name="à moi")).status == 404
    await agent.open("/staff/account")
    assert (await agent.send(f"{view}/delete")).status == 404
    assert (await agent.send("/staff/notices", up_to="999999")).status == 200
    request = f"/staff/releases/{house.things['number']}"
    assert (await agent.open(request)).status == 404
    await agent.open("/staff/account")
    assert (await agent.send(f"{request}/take")).status == 404
    assert await contents(house.database) == before
    assert (await admin.open("/staff/account")).status == 200


@sqlite
async def test_a_number_that_is_nobodys_is_not_found(house: House) -> None:
    admin = await entered(house, "admin")
    nothing = {
        "reference": "MDM-2026-999999",
        **dict.fromkeys(("incident", "view_id", "turn", "staff_id", "number"), 999_999_999),
        "id": uuid4().hex,
        "name": "../app.py",
        "table": "none",
    }
    answers = {}
    for route in house.staff_routes():
        if route.placeholders:
            answers[route] = await ask(admin.client, route, house, admin.csrf, **nothing)
    # Forms that lack something are refused before anything is looked up.
    assert set(answers.values()) <= {400, 404}, answers
    assert all(status == 404 for route, status in answers.items() if route.method == "GET")


async def refused_without_token(house: House, route: Route) -> None:
    client = await house.client()
    for headers in ({}, bearer("made.up"), {"Authorization": "Basic x"}):
        response = await client.request(
            route.method, route.at(house.things), headers=headers, json={"turn": str(uuid4())}
        )
        assert response.status == 404, route
        assert (await response.json())["error"]["code"] == "unknown_conversation", route


@sqlite
async def test_a_conversation_opens_with_its_own_token_alone(house: House) -> None:
    before = await contents(house.database)
    for route in house.routes():
        if stands_in(route, OF_A_CONVERSATION):
            await refused_without_token(house, route)
    assert await contents(house.database) == before


@sqlite
async def test_a_token_of_one_conversation_signs_for_no_other(house: House) -> None:
    mine = (await house.says("bonjour"))["conversation"]
    other = str(house.things["conversation"])
    signature = mine.rpartition(".")[2]
    client = await house.client()
    for forged in (f"{other}.{signature}", f"{other}.", other, f"{other}.{'A' * 43}", ".", ""):
        response = await client.get("/api/chat/messages", headers=bearer(forged))
        assert response.status == 404, forged
        body = {"client_id": str(uuid4()), "conversation": forged, "message": "bonjour"}
        assert (await client.post("/api/chat", json=body)).status in {400, 404}, forged


async def _messages(client: Client, own: dict[str, str]) -> str:
    return await (await client.get("/api/chat/messages", headers=own)).text()


async def _file(client: Client, house: House, own: dict[str, str]) -> int:
    return (await client.get(f"/api/chat/files/{house.things['id']}", headers=own)).status


async def _feedback(client: Client, house: House, own: dict[str, str]) -> int:
    body = {"turn": str(house.things["said"]), "helpful": False, "words": "rien"}
    return (await client.post("/api/chat/feedback", json=body, headers=own)).status


async def _choice(client: Client, house: House, own: dict[str, str]) -> int:
    token = own["Authorization"].removeprefix("Bearer ")
    body = {"client_id": str(uuid4()), "conversation": token, "choice": house.things["choice"]}
    return (await client.post("/api/chat", json=body)).status


async def _link(client: Client, house: House, own: dict[str, str]) -> Any:
    body = {"link": house.things["link"], "answer": "yes"}
    return await (await client.post("/api/chat/link/answer", json=body, headers=own)).json()


async def begun(house: House) -> dict[str, str]:
    """Somebody's conversation with a turn, a choice, a ticket's file and a link that is asked."""
    client_id, client = str(uuid4()), await house.client()
    body = {"client_id": client_id, "message": "bonjour, mon passeport PRIVATE-WORDS"}
    token = (await (await client.post("/api/chat", json=body)).json())["conversation"]
    conversation_id = token.partition(".")[0]
    async with house.database.writing() as session:
        choice = (
            await session.exec(select(Choice).where(Choice.conversation_id == conversation_id))
        ).first()
        assert choice is not None
        link = ConversationLink(
            code_hash=uuid4().hex, from_id=conversation_id, to_id=None, expires_at=now()
        )
        session.add(link)
        await session.flush()
        house.things |= {"said": client_id, "choice": choice.payload, "link": link.id}
    return bearer(token)


async def test_another_s_messages_file_turn_choice_and_link_are_out_of_reach(house: House) -> None:
    owner = await begun(house)
    client = await house.client()
    me = bearer((await house.says("salam"))["conversation"])
    before = await contents(house.database)
    assert "PRIVATE-WORDS" in await _messages(client, owner)
    assert "PRIVATE-WORDS" not in await _messages(client, me)
    assert await _file(client, house, me) == 404
    assert await _feedback(client, house, me) == 404
    assert await _choice(client, house, me) == 409
    answered = await _link(client, house, me)
    assert answered.get("state") in {None, "none", "unlinked", "free"} or "error" in answered
    assert await contents(house.database) == before
    assert await _feedback(client, house, owner) == 200
    assert await _choice(client, house, owner) == 200


async def test_a_visit_opens_its_ticket_by_no_field_and_no_query(house: House) -> None:
    """The number of the ticket is in the signed cookie alone."""
    citizen, _page = await follow(house, house.things["reference"])
    async with house.database.reading() as session:
        other = (
            await session.exec(select(Ticket).where(Ticket.reference == house.things["walled"]))
        ).one()
    for query in (f"ticket_id={other.id}", f"reference={other.reference}", f"id={other.id}"):
        page = await (await citizen.get(f"/suivi/ticket?{query}")).text()
        assert other.reference not in page, query
    cookie = next(each for each in citizen.session.cookie_jar if each.key == "jisr_suivi")
    _ticket, _, signed = cookie.value.partition(".")
    stranger = await house.client()
    forged = {"jisr_suivi": f"{other.id}.{signed}"}
    stranger.session.cookie_jar.update_cookies(forged, stranger.make_url("/suivi"))
    for route in house.routes():
        if stands_in(route, OF_A_VISIT):
            status = (
                await stranger.request(route.method, route.at(house.things), allow_redirects=False)
            ).status
            assert status in {303, 400, 403}, route
