"""A ticket in the chat: what choices and texts do to it, with Rasa and without."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import select

from bot.dialogue.conversations import Conversations
from bot.dialogue.pushes import Pushes
from bot.replies.render import Renderer
from bot.replies.said import Said
from bot.storage.database import Database
from bot.storage.models import Conversation, OutboxMessage, Ticket, TicketMessage, now
from bot.tickets.casework import Casework
from bot.tickets.outgoing import tell_citizen
from bot.tickets.talking import INFORMATION, REASON, Place, TicketTalk
from tests.bot.conftest import Citizen, texts
from tests.bot.rasa_stand_in import RasaStandIn
from tests.bot.staff.seeding import seed
from tests.bot.tickets.test_following import member


async def a_ticket(database: Database, **changes: Any) -> Ticket:
    await seed(database, 1, **changes)
    async with database.writing() as session:
        ticket = (await session.exec(select(Ticket))).one()
        ticket.settled_at = now() if ticket.state == "closed" else None
    return ticket


async def now_of(database: Database, ticket: Ticket) -> Ticket:
    async with database.reading() as session:
        found = await session.get(Ticket, ticket.id)
    assert found is not None
    return found


async def messages(database: Database) -> list[tuple[str, str]]:
    async with database.reading() as session:
        found = await session.exec(select(TicketMessage))
        return [(message.kind, message.text) for message in found]


def place(ticket: Ticket, turn: str = "web:1") -> Place:
    return Place(turn, ticket.conversation_id or "")


async def test_a_choice_asks_for_the_text_and_the_text_is_kept(
    talk: TicketTalk, database: Database
) -> None:
    ticket = await a_ticket(database, state="open")
    told = await talk.pressed({"ticket": ticket.id, "do": "add"}, place(ticket))
    assert (told.say, told.asks, told.ticket) == ("ask-ticket-information", INFORMATION, ticket.id)
    kept = await talk.written(INFORMATION, ticket.id, "J'ai le reçu.", place(ticket, "web:2"))
    assert kept.say == "information-kept"
    assert await messages(database) == [("information", "J'ai le reçu.")]


async def test_an_answer_without_a_choice_goes_to_the_ticket_that_waits_for_it(
    talk: TicketTalk, database: Database
) -> None:
    ticket = await a_ticket(database, state="waiting_citizen")
    kept = await talk.written(INFORMATION, None, "ها هي الوثيقة", place(ticket))
    assert kept.say == "information-kept"
    assert (await now_of(database, ticket)).state == "open"


async def test_an_answer_with_no_ticket_waiting_is_told(
    talk: TicketTalk, database: Database
) -> None:
    ticket = await a_ticket(database, state="open")
    told = await talk.written(INFORMATION, None, "voici", place(ticket))
    assert told.say == "error-ticket-not-found"
    assert await messages(database) == []


@pytest.mark.parametrize("text", ["annuler", "إلغاء", "laisse tomber", "annuler svp"])
async def test_a_cancel_leaves_the_ticket_as_it_is(
    talk: TicketTalk, database: Database, text: str
) -> None:
    ticket = await a_ticket(database, state="open")
    told = await talk.written(INFORMATION, ticket.id, text, place(ticket))
    assert told.say == "ticket-left-as-it-is"
    assert await messages(database) == []


async def test_solved_is_followed_by_a_rating_and_the_rating_is_kept(
    talk: TicketTalk, database: Database
) -> None:
    ticket = await a_ticket(database, state="closed")
    asked = await talk.pressed({"ticket": ticket.id, "do": "solved"}, place(ticket))
    assert asked.say == "ask-rating"
    rated = {"ticket": ticket.id, "do": "rate", "solved": True, "rating": 4}
    assert (await talk.pressed(rated, place(ticket, "web:2"))).say == "rating-kept"
    kept = await now_of(database, ticket)
    assert (kept.solved, kept.rating) == (True, 4)


@pytest.mark.parametrize(("deed", "solved"), [("solved", True), ("unsolved", False)])
async def test_whether_it_is_solved_is_kept_without_a_rating(
    talk: TicketTalk, database: Database, deed: str, solved: bool
) -> None:
    ticket = await a_ticket(database, state="closed")
    for turn in ("web:1", "web:2"):
        await talk.pressed({"ticket": ticket.id, "do": deed}, place(ticket, turn))
    kept = await now_of(database, ticket)
    assert (kept.solved, kept.rating) == (solved, None)


async def test_who_only_rates_does_not_call_it_solved(talk: TicketTalk, database: Database) -> None:
    ticket = await a_ticket(database, state="closed")
    asked = await talk.pressed({"ticket": ticket.id, "do": "judge"}, place(ticket))
    assert (asked.say, asked.args["solved"]) == ("ask-rating", None)
    rated = {"ticket": ticket.id, "do": "rate", "solved": None, "rating": 1}
    await talk.pressed(rated, place(ticket, "web:2"))
    kept = await now_of(database, ticket)
    assert (kept.solved, kept.rating) == (None, 1)


async def test_not_solved_asks_why_and_the_reason_opens_the_ticket_again(
    talk: TicketTalk, database: Database
) -> None:
    ticket = await a_ticket(database, state="closed")
    asked = await talk.pressed({"ticket": ticket.id, "do": "unsolved"}, place(ticket))
    assert asked.asks == REASON
    told = await talk.written(REASON, ticket.id, "walo ma t7ell", place(ticket, "web:2"))
    assert told.say == "ticket-reopened"
    assert (await now_of(database, ticket)).state == "open"


async def test_withdrawing_is_asked_before_it_is_done(talk: TicketTalk, database: Database) -> None:
    ticket = await a_ticket(database, state="open")
    asked = await talk.pressed({"ticket": ticket.id, "do": "withdraw"}, place(ticket))
    assert asked.say == "ask-withdrawal"
    assert (await now_of(database, ticket)).state == "open"
    await talk.pressed({"ticket": ticket.id, "do": "withdraw_now"}, place(ticket, "web:2"))
    assert (await now_of(database, ticket)).answer_type == "withdrawn"


async def test_what_the_ticket_does_not_permit_is_told_in_words(
    talk: TicketTalk, database: Database
) -> None:
    ticket = await a_ticket(database, state="open")
    rated = {"ticket": ticket.id, "do": "rate", "solved": True, "rating": 4}
    assert (await talk.pressed(rated, place(ticket))).say == "error-ticket-under-way"


async def _pushed(
    database: Database, ticket: Ticket, say: str, args: dict[str, Any]
) -> tuple[OutboxMessage, Conversation]:
    async with database.writing() as session:
        push = await tell_citizen(session, ticket, say, args)
        conversation = await session.get(Conversation, ticket.conversation_id)
    assert push is not None
    assert conversation is not None
    return push, conversation


async def test_a_push_shows_the_same_choices_whenever_it_is_shown(
    database: Database, renderer: Renderer, conversations: Conversations
) -> None:
    ticket = await a_ticket(database, state="open")
    args = {"reference": ticket.reference, "text": "Bonjour"}
    push, conversation = await _pushed(database, ticket, "staff-reply", args)
    pushes = Pushes(database, renderer)
    first, second = [await pushes.shown(push, "fr") for _ in range(2)]
    assert first == second
    assert [choice["title"] for choice in first["choices"]] == ["Ajouter une information"]
    payload = first["choices"][0]["payload"]
    _title, pick = await conversations.pick(conversation.id, payload)
    assert pick.values == {"ticket": ticket.id, "do": "add"}


async def test_without_rasa_a_citizen_answers_a_question_of_staff_all_the_same(
    database: Database, renderer: Renderer, citizen: Citizen, rasa: RasaStandIn
) -> None:
    rasa.status = 503
    await citizen.says("bonjour")
    ticket = await a_ticket(database, state="waiting_citizen")
    async with database.writing() as session:
        session.add(ticket)
        ticket.conversation_id = citizen.conversation_id
    push, _ = await _pushed(database, ticket, "staff-reply", {"reference": "x", "text": "?"})
    shown = await Pushes(database, renderer).shown(push, "fr")
    asked = await citizen.presses(shown["choices"][0]["payload"])
    assert asked.asks == INFORMATION
    kept = await citizen.says("Quand est-ce que la bourse arrive ? Je l'attends depuis mai.")
    assert "ajouté au dossier" in texts(kept)
    assert (await now_of(database, ticket)).state == "open"


async def test_the_text_after_a_question_of_staff_is_its_answer(
    database: Database, conversations: Conversations
) -> None:
    ticket = await a_ticket(database, state="open")
    staff_id = await member(database, "salma")
    await Casework(database).ask_back(ticket.reference, staff_id, "Quel jour ?")
    conversation = await conversations.get(ticket.conversation_id or "")
    assert conversation.asked == INFORMATION


async def test_a_question_of_staff_does_not_break_into_another(
    database: Database, conversations: Conversations
) -> None:
    ticket = await a_ticket(database, state="open")
    async with database.writing() as session:
        conversation = await session.get(Conversation, ticket.conversation_id)
        assert conversation is not None
        conversation.asked = "country"
    staff_id = await member(database, "salma")
    await Casework(database).ask_back(ticket.reference, staff_id, "Quel jour ?")
    assert (await conversations.get(conversation.id)).asked == "country"


@pytest.mark.parametrize(("ask", "titles"), [(True, 2), (False, 0)])
def test_whether_it_is_solved_is_asked_where_it_makes_sense(
    renderer: Renderer, ask: bool, titles: int
) -> None:
    args = {
        "ticket": 1,
        "reference": "MDM-2026-000001",
        "text": "Fait.",
        "answer_type": "granted" if ask else "duplicate",
        "remedy": "none",
        "state": "closed",
        "reopen_days": 30,
        "ask_solved": ask,
    }
    assert len(renderer.render(Said("ticket-settled", args), "fr").options) == titles


async def a_settled_one_of(
    database: Database, renderer: Renderer, citizen: Citizen, lang: str = "fr"
) -> Ticket:
    """A ticket of the citizen that was settled; they have just been asked if it is solved."""
    await citizen.says("bonjour")
    ticket = await a_ticket(database, state="closed")
    async with database.writing() as session:
        session.add(ticket)
        ticket.conversation_id = citizen.conversation_id
    settled = {"answer_type": "granted", "remedy": "none", "ask_solved": True, "reopen_days": 30}
    args = {"reference": "MDM-2026-000001", "text": "Fait.", **settled}
    push, _ = await _pushed(database, ticket, "ticket-settled", args)
    await Pushes(database, renderer).shown(push, lang)
    return ticket


@pytest.mark.parametrize(
    ("text", "say"),
    [
        ("oui", "Comment notez-vous"),
        ("Oui, c'est réglé", "Comment notez-vous"),
        ("1", "Comment notez-vous"),
        ("non", "ce qui n'est pas réglé"),
        ("Non, pas encore !", "ce qui n'est pas réglé"),
    ],
)
async def test_a_push_that_asks_is_answered_by_typing_too(
    database: Database,
    renderer: Renderer,
    citizen: Citizen,
    rasa: RasaStandIn,
    text: str,
    say: str,
) -> None:
    rasa.status = 503
    await a_settled_one_of(database, renderer, citizen)
    assert say in texts(await citizen.says(text))


async def test_what_is_no_yes_or_no_does_not_answer_a_push(
    database: Database, renderer: Renderer, citizen: Citizen, rasa: RasaStandIn
) -> None:
    rasa.status = 503
    ticket = await a_settled_one_of(database, renderer, citizen)
    answer = await citizen.says("oui et la bourse de mon fils, elle arrive quand ?")
    assert "Comment notez-vous" not in texts(answer)
    assert (await now_of(database, ticket)).rating is None


async def test_a_yes_after_another_turn_is_not_for_the_push(
    database: Database, renderer: Renderer, citizen: Citizen, rasa: RasaStandIn
) -> None:
    rasa.status = 503
    await a_settled_one_of(database, renderer, citizen)
    await citizen.says("c'est quoi les bourses ?")
    assert "Comment notez-vous" not in texts(await citizen.says("oui"))


@pytest.mark.parametrize("rating", [1, 2, 3, 4, 5])
async def test_a_typed_rating_is_the_one_that_is_kept(
    database: Database, renderer: Renderer, citizen: Citizen, rasa: RasaStandIn, rating: int
) -> None:
    rasa.status = 503
    ticket = await a_settled_one_of(database, renderer, citizen)
    await citizen.says("oui")
    await citizen.says(str(rating))
    assert (await now_of(database, ticket)).rating == rating


@pytest.mark.parametrize(("text", "state"), [("oui", "closed"), ("non", "open")])
async def test_withdrawing_is_confirmed_by_typing_too(
    database: Database,
    renderer: Renderer,
    citizen: Citizen,
    rasa: RasaStandIn,
    text: str,
    state: str,
) -> None:
    rasa.status = 503
    await citizen.says("bonjour")
    ticket = await a_ticket(database, state="open")
    async with database.writing() as session:
        session.add(ticket)
        ticket.conversation_id = citizen.conversation_id
    args = {"reference": ticket.reference}
    push, _ = await _pushed(database, ticket, "ask-withdrawal", args)
    await Pushes(database, renderer).shown(push, "fr")
    await citizen.says(text)
    assert (await now_of(database, ticket)).state == state
