"""One person, two channels: what a link asks, moves, tells and refuses."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlmodel import col, select, update

from bot.dialogue.conversations import Conversations
from bot.dialogue.exchange import Incoming, TurnAnswer
from bot.dialogue.linking import Answer, Linking, Standing
from bot.dialogue.outbox import Outbox
from bot.dialogue.pushes import Pushes
from bot.dialogue.state import slots
from bot.dialogue.turns import Dialogue
from bot.dialogue.unfinished import unfinished
from bot.errors import (
    AlreadyLinked,
    ContinuationRefused,
    LinkUnreachable,
    TooManyTries,
    UnknownChoice,
)
from bot.replies.render import Renderer
from bot.replies.said import Said
from bot.storage.database import Database
from bot.storage.models import (
    Attachment,
    Choice,
    Conversation,
    ConversationLink,
    OutboxMessage,
    Staff,
    Ticket,
    now,
    row_id,
)
from bot.tickets.cases import tell_citizen
from bot.tickets.casework import Casework
from bot.tickets.desk import Desk
from bot.tickets.following import FollowUp
from bot.tickets.guesses import IN_A_ROW
from bot.tickets.talking import INFORMATION, TicketTalk
from tests.bot.rasa_stand_in import RasaStandIn


@pytest.fixture(autouse=True)
def rasa_is_down(rasa: RasaStandIn) -> None:
    """The real intake answers, over the same state that Rasa goes on with."""
    rasa.status = 503


@pytest.fixture
def linking(database: Database, conversations: Conversations) -> Linking:
    return Linking(database, conversations)


class Person:
    """Somebody's conversation on one channel."""

    def __init__(self, dialogue: Dialogue, channel: str) -> None:
        self._dialogue = dialogue
        self.id = uuid4().hex
        self.channel = channel
        self.address = "77" if channel == "telegram" else None

    async def says(self, text: str) -> TurnAnswer:
        return await self._sends(text=text)

    async def presses(self, payload: str) -> TurnAnswer:
        return await self._sends(choice=payload)

    async def begins_a_complaint(self, *more: str) -> TurnAnswer:
        answer = await self.says("je veux déposer une plainte")
        for text in more:
            answer = await self.says(text)
        return answer

    async def _sends(self, **content: str) -> TurnAnswer:
        turn_id = f"{self.channel}:{uuid4()}"
        return await self._dialogue.take(
            Incoming(self.id, turn_id, self.channel, self.address, **content)
        )


TO_CONFIRMATION = ("oui", "consulat", "Belgique", "J'attends mon passeport depuis mai.", "aucun")


@pytest.fixture
async def site(dialogue: Dialogue) -> Person:
    person = Person(dialogue, "web")
    await person.says("bonjour")
    return person


@pytest.fixture
async def chat(dialogue: Dialogue) -> Person:
    person = Person(dialogue, "telegram")
    await person.says("bonjour")
    return person


async def asked_of(linking: Linking, giver: Person, taker: Person) -> Said:
    issued = await linking.issue(giver.id)
    return await linking.take(issued.code, taker.id, asker=taker.id)


async def link(linking: Linking, giver: Person, taker: Person, answer: Answer = "yes") -> None:
    said = await asked_of(linking, giver, taker)
    await linking.answer(said.args["link"], taker.id, answer)
    await linking.answer(said.args["link"], giver.id, "yes")


async def told(database: Database, person: Person) -> list[dict[str, Any]]:
    async with database.reading() as session:
        found = await session.exec(
            select(OutboxMessage)
            .where(OutboxMessage.conversation_id == person.id)
            .order_by(col(OutboxMessage.id))
        )
        return [message.said for message in found]


async def keys(database: Database, person: Person) -> list[str]:
    return [said["say"] for said in await told(database, person)]


async def tickets(database: Database) -> list[Ticket]:
    async with database.reading() as session:
        return list((await session.exec(select(Ticket))).all())


async def shown_pushes(
    database: Database, renderer: Renderer, person: Person
) -> list[dict[str, Any]]:
    pushes = Pushes(database, renderer)
    return [await pushes.shown(push, "fr") for push in await Outbox(database).after(person.id, 0)]


class TestAskingBothSides:
    async def test_nothing_moves_before_both_have_agreed(
        self, linking: Linking, site: Person, chat: Person, conversations: Conversations
    ) -> None:
        await site.begins_a_complaint("oui", "consulat")
        said = await asked_of(linking, site, chat)
        assert (said.args["kind"], said.args["category"]) == ("complaint", "consular")
        assert (await linking.standing(chat.id)).state == "asked"
        assert (await linking.standing(site.id)).state == "offered"
        with pytest.raises(UnknownChoice):  # the giver agrees last
            await linking.answer(said.args["link"], site.id, "yes")
        waiting = await linking.answer(said.args["link"], chat.id, "yes")
        assert waiting == Said("link-waiting-telegram")
        assert (await linking.standing(site.id)).state == "asked"
        assert unfinished(await conversations.get(chat.id)) is None
        await linking.answer(said.args["link"], site.id, "yes")
        assert (await linking.standing(site.id)).state == "linked"
        assert unfinished(await conversations.get(chat.id)) is not None

    async def test_a_chat_that_gave_the_code_is_asked_with_buttons(
        self, linking: Linking, site: Person, chat: Person, database: Database, renderer: Renderer
    ) -> None:
        said = await asked_of(linking, chat, site)
        await linking.answer(said.args["link"], site.id, "yes")
        [push] = await shown_pushes(database, renderer, chat)
        payloads = [choice["payload"] for choice in push["choices"]]
        assert payloads == [f"link:{answer}:{said.args['link']}" for answer in ("yes", "no")]
        assert push["from"] == "bot"

    @pytest.mark.parametrize("who_refuses", ["taker", "giver"])
    async def test_one_no_is_enough_and_is_told_across(
        self, linking: Linking, site: Person, chat: Person, database: Database, who_refuses: str
    ) -> None:
        said = await asked_of(linking, site, chat)
        link_id = said.args["link"]
        if who_refuses == "giver":
            await linking.answer(link_id, chat.id, "yes")
        refusing, across = (chat, site) if who_refuses == "taker" else (site, chat)
        assert await linking.answer(link_id, refusing.id, "no") == Said("link-refused")
        assert await keys(database, across) == [f"link-declined-{across.channel}"]
        for person in (site, chat):
            assert await linking.standing(person.id) == Standing("none")
            with pytest.raises(UnknownChoice):
                await linking.answer(link_id, person.id, "yes")

    async def test_a_used_answer_does_nothing_twice(
        self, linking: Linking, site: Person, chat: Person, database: Database
    ) -> None:
        said = await asked_of(linking, site, chat)
        link_id = said.args["link"]
        await linking.answer(link_id, chat.id, "yes")
        with pytest.raises(UnknownChoice):
            await linking.answer(link_id, chat.id, "no")
        both = await asyncio.gather(
            *(linking.answer(link_id, site.id, "yes") for _ in range(3)), return_exceptions=True
        )
        assert sorted(map(type, both), key=str) == sorted(
            [type(None), UnknownChoice, UnknownChoice], key=str
        )
        assert await keys(database, chat) == ["link-made-telegram"]


class TestCodes:
    async def test_wrong_used_old_and_own_codes_read_the_same(
        self, linking: Linking, site: Person, chat: Person, dialogue: Dialogue, database: Database
    ) -> None:
        used = (await linking.issue(site.id)).code
        await linking.take(used, chat.id, asker="chat")
        third = Person(dialogue, "telegram")
        third.address = "78"
        await third.says("bonjour")
        old = (await linking.issue(site.id)).code
        async with database.writing() as session:
            past = now() - timedelta(seconds=1)
            unused = col(ConversationLink.to_id).is_(None)
            await session.exec(update(ConversationLink).where(unused).values(expires_at=past))
        for code in (used, old, "AAA222BBB"):
            with pytest.raises(ContinuationRefused):
                await linking.take(code, third.id, asker=f"third {code}")
        same_channel = (await linking.issue(chat.id)).code
        with pytest.raises(ContinuationRefused):
            await linking.take(same_channel, third.id, asker="third")

    async def test_an_answer_to_somebody_else_s_question_is_refused(
        self, linking: Linking, site: Person, chat: Person, dialogue: Dialogue
    ) -> None:
        said = await asked_of(linking, site, chat)
        third = Person(dialogue, "web")
        await third.says("bonjour")
        with pytest.raises(UnknownChoice):
            await linking.answer(said.args["link"], third.id, "yes")

    async def test_the_question_runs_out_as_well(
        self, linking: Linking, site: Person, chat: Person, database: Database
    ) -> None:
        said = await asked_of(linking, site, chat)
        await linking.answer(said.args["link"], chat.id, "yes")
        async with database.writing() as session:
            past = now() - timedelta(seconds=1)
            await session.exec(update(ConversationLink).values(expires_at=past))
        with pytest.raises(UnknownChoice):
            await linking.answer(said.args["link"], site.id, "yes")
        assert await linking.standing(site.id) == Standing("none")

    async def test_guessing_has_to_wait(self, linking: Linking, site: Person, chat: Person) -> None:
        code = (await linking.issue(site.id)).code
        for _ in range(IN_A_ROW):
            with pytest.raises(ContinuationRefused):
                await linking.take("AAA222BBB", chat.id, asker="chat")
        with pytest.raises(TooManyTries):
            await linking.take(code, chat.id, asker="chat")

    async def test_a_code_is_kept_as_its_hash_and_is_the_only_one(
        self, linking: Linking, site: Person, chat: Person, database: Database
    ) -> None:
        first, second = (await linking.issue(site.id)).code, (await linking.issue(site.id)).code
        async with database.reading() as session:
            kept = (await session.exec(select(ConversationLink))).one()
        assert second not in str(kept.model_dump())
        with pytest.raises(ContinuationRefused):
            await linking.take(first, chat.id, asker="chat")
        typed = f" {second[:3].lower()} {second[3:6]}-{second[6:]}"
        await linking.take(typed, chat.id, asker="chat")

    async def test_who_is_linked_already_has_to_end_that_first(
        self, linking: Linking, site: Person, chat: Person, dialogue: Dialogue
    ) -> None:
        await link(linking, site, chat)
        third = Person(dialogue, "web")
        await third.says("bonjour")
        with pytest.raises(AlreadyLinked):
            await linking.issue(site.id)
        code = (await linking.issue(third.id)).code
        with pytest.raises(AlreadyLinked):
            await linking.take(code, chat.id, asker="chat")
        await linking.end(chat.id)
        await linking.take(code, chat.id, asker="chat")

    @pytest.mark.parametrize("blocked", ["site", "chat"])
    async def test_a_chat_that_is_blocked_is_not_linked(
        self, linking: Linking, site: Person, chat: Person, database: Database, blocked: str
    ) -> None:
        giver, taker = (site, chat) if blocked == "chat" else (chat, site)
        said = await asked_of(linking, giver, taker)
        await linking.answer(said.args["link"], taker.id, "yes")
        async with database.writing() as session:
            await session.exec(
                update(Conversation).where(col(Conversation.id) == chat.id).values(blocked=True)
            )
        with pytest.raises(LinkUnreachable):
            await linking.answer(said.args["link"], giver.id, "yes")
        assert await linking.standing(giver.id) == Standing("none")


class TestAHalfFilledComplaint:
    async def test_it_goes_on_with_its_question_and_new_choices(
        self,
        linking: Linking,
        site: Person,
        chat: Person,
        database: Database,
        renderer: Renderer,
        conversations: Conversations,
    ) -> None:
        await site.begins_a_complaint("oui")
        await link(linking, site, chat)
        assert await keys(database, chat) == ["link-made-telegram", "link-goes-on", "ask-category"]
        assert await keys(database, site) == ["link-made-web", "link-moved-web"]
        question = (await shown_pushes(database, renderer, chat))[-1]
        customs = renderer.words("fr", "category-customs")
        payload = next(c["payload"] for c in question["choices"] if c["title"] == customs)
        assert (await chat.presses(payload)).asks == "country"
        assert unfinished(await conversations.get(site.id)) is None

    async def test_a_typed_rank_picks_under_the_repeated_question(
        self,
        linking: Linking,
        site: Person,
        chat: Person,
        database: Database,
        renderer: Renderer,
        conversations: Conversations,
    ) -> None:
        await site.begins_a_complaint("oui")
        await link(linking, site, chat)
        await shown_pushes(database, renderer, chat)
        await chat.says("2")
        assert slots((await conversations.get(chat.id)).rasa_state)["category"] == "customs"

    async def test_it_is_finished_there_without_a_contact(
        self, linking: Linking, site: Person, chat: Person, database: Database
    ) -> None:
        await site.begins_a_complaint(*TO_CONFIRMATION[:-1])
        await link(linking, site, chat)
        assert (await keys(database, chat))[-1] == "ask-confirmation"
        answer = await chat.says("oui")
        assert answer.ticket and answer.ticket["event"] == "opened"
        [ticket] = await tickets(database)
        assert (ticket.conversation_id, ticket.category) == (chat.id, "consular")

    async def test_from_telegram_to_the_site_a_contact_is_asked_for(
        self, linking: Linking, site: Person, chat: Person, database: Database
    ) -> None:
        answer = await chat.begins_a_complaint(*TO_CONFIRMATION[:-1])
        assert answer.asks == "confirmation"
        await link(linking, chat, site)
        assert (await keys(database, site))[-1] == "ask-contact"
        assert (await keys(database, chat))[-1] == "link-moved-telegram"
        await site.says("aucun")
        await site.says("oui")
        assert [one.conversation_id for one in await tickets(database)] == [site.id]

    async def test_the_last_question_answered_on_both_sides_at_once_files_it_once(
        self, linking: Linking, site: Person, chat: Person, database: Database
    ) -> None:
        answer = await site.begins_a_complaint(*TO_CONFIRMATION)
        assert answer.asks == "confirmation"
        send = answer.replies[-1]["choices"][0]["payload"]
        said = await asked_of(linking, site, chat)
        await linking.answer(said.args["link"], chat.id, "yes")
        await asyncio.gather(
            linking.answer(said.args["link"], site.id, "yes"),
            site.presses(send),
            chat.says("oui"),
            return_exceptions=True,
        )
        await asyncio.gather(
            site.presses(send), chat.says("oui"), site.says("oui"), return_exceptions=True
        )
        assert len(await tickets(database)) == 1

    async def test_its_files_go_along(
        self, linking: Linking, site: Person, chat: Person, database: Database
    ) -> None:
        await site.begins_a_complaint(*TO_CONFIRMATION[:-1])
        await keep_file(database, site)
        await link(linking, site, chat)
        await chat.says("oui")
        async with database.reading() as session:
            [file] = (await session.exec(select(Attachment))).all()
        assert file.ticket_id == (await tickets(database))[0].id

    async def test_it_goes_on_in_its_own_language(
        self, linking: Linking, site: Person, chat: Person, conversations: Conversations
    ) -> None:
        await site.begins_a_complaint("واخا")
        await link(linking, site, chat)
        assert (await conversations.get(chat.id)).lang == (await conversations.get(site.id)).lang
        assert (await conversations.get(chat.id)).lang != "fr"


class TestTwoHalfFilledComplaints:
    async def begun(self, site: Person, chat: Person) -> None:
        await site.begins_a_complaint("oui", "douane")
        await chat.begins_a_complaint("oui", "consulat", "Belgique")

    async def test_it_is_asked_which_to_keep(
        self, linking: Linking, site: Person, chat: Person, renderer: Renderer
    ) -> None:
        await self.begun(site, chat)
        said = await asked_of(linking, site, chat)
        answers = [option.pick.values["answer"] for option in renderer.render(said, "fr").options]
        assert answers == ["moved", "own", "no"]
        asked_again = await linking.answer(said.args["link"], chat.id, "yes")
        assert asked_again == said
        assert (await linking.standing(chat.id)).state == "asked"

    async def test_keeping_one_s_own_leaves_the_other_where_it_is(
        self,
        linking: Linking,
        site: Person,
        chat: Person,
        database: Database,
        conversations: Conversations,
    ) -> None:
        await self.begun(site, chat)
        await link(linking, site, chat, answer="own")
        assert "link-stays" in await keys(database, site)
        for person, category in ((site, "customs"), (chat, "consular")):
            kept = slots((await conversations.get(person.id)).rasa_state)
            assert kept["category"] == category

    async def test_taking_the_other_drops_one_s_own_and_its_buttons(
        self,
        linking: Linking,
        site: Person,
        chat: Person,
        database: Database,
        conversations: Conversations,
    ) -> None:
        await self.begun(site, chat)
        await keep_file(database, chat)
        await link(linking, site, chat, answer="moved")
        form = unfinished(await conversations.get(chat.id))
        assert form and form.draft.category == "customs"
        assert unfinished(await conversations.get(site.id)) is None
        async with database.reading() as session:
            assert (await session.exec(select(Attachment))).all() == []
            left = (await session.exec(select(Choice))).all()
        assert not any(choice.pick["values"].keys() & {"consent", "category"} for choice in left)

    async def test_one_begun_after_agreeing_is_not_lost(
        self, linking: Linking, site: Person, chat: Person, conversations: Conversations
    ) -> None:
        await site.begins_a_complaint("oui", "douane")
        said = await asked_of(linking, site, chat)
        await linking.answer(said.args["link"], chat.id, "yes")
        await chat.begins_a_complaint("oui", "consulat")
        await linking.answer(said.args["link"], site.id, "yes")
        for person, category in ((site, "customs"), (chat, "consular")):
            form = unfinished(await conversations.get(person.id))
            assert form and form.draft.category == category


class TestTickets:
    @pytest.fixture
    async def ticket(self, site: Person, database: Database) -> Ticket:
        await site.begins_a_complaint(*TO_CONFIRMATION, "oui")
        [ticket] = await tickets(database)
        return ticket

    async def ask(self, database: Database, ticket: Ticket) -> None:
        async with database.writing() as session:
            row = await session.get_one(Ticket, ticket.id)
            row.state = "waiting_citizen"
            args = {"reference": row.reference, "text": "Quel bureau ?"}
            await tell_citizen(session, row, "ticket-question", args, asks=INFORMATION)

    async def test_they_are_told_of_by_reference(
        self, linking: Linking, site: Person, chat: Person, ticket: Ticket, renderer: Renderer
    ) -> None:
        said = await asked_of(linking, site, chat)
        assert said.args["references"] == [ticket.reference]
        text = renderer.render(said, "fr").text
        assert ticket.reference in text
        assert ticket.code not in text

    async def test_staff_are_read_on_both_channels_and_answered_once(
        self,
        linking: Linking,
        site: Person,
        chat: Person,
        ticket: Ticket,
        database: Database,
        conversations: Conversations,
    ) -> None:
        await link(linking, site, chat)
        await self.ask(database, ticket)
        assert (await keys(database, chat))[-1] == "ticket-question"
        assert (await keys(database, site))[-1] == "ticket-question"
        assert (await conversations.get(site.id)).asked is None
        await chat.says("Le bureau de Liège")
        assert (await tickets(database))[0].state == "open"

    async def test_they_need_no_code_while_linked(
        self,
        linking: Linking,
        site: Person,
        chat: Person,
        ticket: Ticket,
        desk: Desk,
    ) -> None:
        assert await desk.at_hand(chat.id) is None
        await link(linking, site, chat)
        found = await desk.at_hand(chat.id)
        assert found and found[1]["reference"] == ticket.reference
        assert await desk.at_hand(chat.id, "MDM-2026-999999") is None
        await site.begins_a_complaint(*TO_CONFIRMATION, "oui")
        several = await desk.at_hand(chat.id)
        assert several and several[0] == "which-ticket"
        assert len(several[1]["tickets"]) == 2
        await linking.end(site.id)
        assert await desk.at_hand(chat.id) is None

    async def test_one_of_several_is_looked_at_by_its_button(
        self, talk: TicketTalk, ticket: Ticket, renderer: Renderer
    ) -> None:
        listed = renderer.render(
            Said("which-ticket", {"tickets": [[ticket.id, ticket.reference]]}), "fr"
        )
        shown = await talk.pressed(listed.options[0].pick.values, None)  # type: ignore[arg-type]
        assert (shown.say, shown.args["reference"]) == ("ticket-found", ticket.reference)

    async def test_after_the_end_nothing_reaches_it_from_across(
        self,
        linking: Linking,
        site: Person,
        chat: Person,
        ticket: Ticket,
        database: Database,
        renderer: Renderer,
        conversations: Conversations,
    ) -> None:
        await link(linking, site, chat)
        await self.ask(database, ticket)
        question = (await shown_pushes(database, renderer, chat))[-1]
        assert await linking.end(site.id) is True
        assert (await keys(database, chat))[-1] == "link-ended-telegram"
        assert (await conversations.get(chat.id)).asked is None
        with pytest.raises(UnknownChoice):
            await chat.presses(question["choices"][0]["payload"])
        before = await keys(database, chat)
        await self.ask(database, ticket)
        assert await keys(database, chat) == before
        assert await linking.end(site.id) is False

    async def test_staff_see_that_the_person_is_on_both_channels(
        self, linking: Linking, site: Person, chat: Person, ticket: Ticket, database: Database
    ) -> None:
        async with database.writing() as session:
            amal = Staff(username="amal", password_hash="", role="agent", name="Amal")
            session.add(amal)
            await session.flush()
        casework = Casework(database)
        assert not (await casework.ticket(ticket.reference, row_id(amal))).both_channels
        await link(linking, site, chat)
        assert (await casework.ticket(ticket.reference, row_id(amal))).both_channels

    async def test_tickets_of_who_is_linked_are_one_person_s(
        self, linking: Linking, site: Person, chat: Person, ticket: Ticket, database: Database
    ) -> None:
        follow_up = FollowUp(database)
        assert await follow_up.at_hand(chat.id) == []
        await link(linking, chat, site)  # whichever side gave the code
        assert [one.id for one in await follow_up.at_hand(chat.id)] == [ticket.id]


async def keep_file(database: Database, person: Person) -> None:
    async with database.writing() as session:
        session.add(
            Attachment(
                conversation_id=person.id,
                source=uuid4().hex,
                kind="image",
                media_type="image/jpeg",
                name="passeport.jpg",
                size=3,
                sha256="",
            )
        )
