"""A body with more fields than were asked for: the role, the state, the consent, another's id.

Every form and every JSON body is read field by field; what is not read reaches no row.
"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from sqlmodel import SQLModel, select

from bot.storage.models import Conversation, Staff, Ticket, TicketMessage, Turn
from tests.security.house import House, bearer, contents, csrf_of, follow

BY_NUMBER = "999999"


def every_column() -> dict[str, str]:
    """Each column of each table, as a field that nobody asked for."""
    names = {column.name for table in SQLModel.metadata.tables.values() for column in table.columns}
    extra = dict.fromkeys(names, BY_NUMBER)
    extra |= {"role": "admin", "state": "closed", "verified": "1", "is_admin": "true"}
    return {**extra, "active": "", "walled": "1", "password_hash": "x", "must_change_password": ""}


async def of(house: House, model: type[Any], **wanted: object) -> Any:
    async with house.database.reading() as session:
        return (await session.exec(select(model).filter_by(**wanted))).one()


async def test_a_chat_message_sets_nothing_but_what_it_says(empty_house: House) -> None:
    house = empty_house
    client = await house.client()
    asked = {"client_id": str(uuid4()), "message": "bonjour", "lang": "fr"}
    extra = {name: value for name, value in every_column().items() if name not in asked}
    extra |= {"conversation_id": "of-another", "consented": "true", "consent": "true", "id": "7"}
    answer = await (await client.post("/api/chat", json={**extra, **asked})).json()
    conversation_id = answer["conversation"].partition(".")[0]
    kept = await of(house, Conversation, id=conversation_id)
    assert (kept.channel, kept.address, kept.blocked, kept.turn_holder) == (
        "web",
        None,
        False,
        None,
    )
    assert kept.rasa_state != BY_NUMBER
    turn = await of(house, Turn, conversation_id=conversation_id)
    assert (turn.text, turn.id) == ("bonjour", 1)
    async with house.database.reading() as session:
        assert (await session.exec(select(Ticket))).all() == []


async def test_a_member_does_not_raise_their_own_role(house: House) -> None:
    agent = await house.browser("agent")
    await agent.open("/staff/account")
    before = await of(house, Staff, username="agent")
    form = {**every_column(), "name": "Amal", "away_until": "", "csrf": agent.csrf}
    response = await agent.client.post("/staff/account", data=form)
    assert response.status == 200
    after = await of(house, Staff, username="agent")
    assert after.name == "Amal"
    for name in set(Staff.model_fields) - {"name", "languages", "hours", "away_until"}:
        assert getattr(after, name) == getattr(before, name), name


async def test_a_reply_moves_nothing_else_of_the_ticket(house: House) -> None:
    agent = await house.browser("agent")
    reference = str(house.things["reference"])
    await agent.open(f"/staff/tickets/{reference}")
    before = await of(house, Ticket, reference=reference)
    form = {**every_column(), "mode": "reply", "anyway": "1", "csrf": agent.csrf}
    form |= {"text": "Nous avons bien reçu votre demande.", "seen": ""}
    response = await agent.client.post(f"/staff/tickets/{reference}/reply", data=form)
    assert response.status == 200
    after = await of(house, Ticket, reference=reference)
    moved = {name for name in Ticket.model_fields if getattr(after, name) != getattr(before, name)}
    assert moved <= {"updated_at", "acknowledged_at", "state", "assignee_id"}, moved
    assert after.state != "closed"
    assert after.assignee_id != int(BY_NUMBER)
    sent = await of(house, TicketMessage, ticket_id=after.id, author="staff")
    assert sent.kind == "reply"


async def test_a_citizen_s_form_writes_on_its_own_ticket_alone(house: House) -> None:
    citizen, page = await follow(house, house.things["reference"])
    form = {
        **every_column(),
        "csrf": csrf_of(page),
        "once": str(uuid4()),
        "text": "Voici la suite.",
    }
    form |= {"lang": "fr", "author": "staff", "kind": "reply"}
    assert (await citizen.post("/suivi/ticket/add", data=form)).status == 200
    ticket = await of(house, Ticket, reference=house.things["reference"])
    message = await of(house, TicketMessage, turn_id=f"web:{ticket.id}:{form['once']}")
    assert (message.ticket_id, message.author) == (ticket.id, "citizen")
    assert message.staff_id is None
    assert ticket.walled is False
    assert ticket.state != "closed"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_feedback_and_a_code_take_no_other_conversation_s_id(house: House) -> None:
    said = await house.says("bonjour")
    own = bearer(said["conversation"])
    client = await house.client()
    other = {"conversation_id": house.things["conversation"], "conversation": "x"}
    before = (await contents(house.database))["turnfeedback"]
    body = {**every_column(), **other, "turn": str(uuid4()), "helpful": True, "words": None}
    assert (await client.post("/api/chat/feedback", json=body, headers=own)).status == 404
    assert (await contents(house.database))["turnfeedback"] == before
    response = await client.post("/api/chat/continuation", json=other, headers=own)
    assert response.status == 200
    [code] = (await contents(house.database))["continuationcode"]
    assert said["conversation"].partition(".")[0] in code
