"""What is held of one conversation: all of it is shown, and at one's wish it is gone everywhere."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import pytest
from sqlmodel import SQLModel, col, select, update

from bot.dialogue import forgetting as forgetting_module
from bot.dialogue.conversations import Conversations
from bot.dialogue.exchange import Incoming, TurnAnswer
from bot.dialogue.forgetting import Forgetting
from bot.dialogue.linking import Linking
from bot.dialogue.own_data import OwnData
from bot.dialogue.own_data_page import page
from bot.dialogue.turns import Dialogue
from bot.errors import UnknownConversation
from bot.files.store import FileStore
from bot.replies.render import Renderer
from bot.storage.database import Database
from bot.storage.models import (
    Announcement,
    AnnouncementDelivery,
    Attachment,
    Conversation,
    OutboxMessage,
    Staff,
    Subscription,
    TelegramUpdate,
    Ticket,
    TicketMessage,
    TicketNote,
    Turn,
    TurnReview,
    now,
    row_id,
)
from bot.tickets.cases import tell_citizen
from nlu.text.variety import VARIETIES, Variety
from tests.bot.rasa_stand_in import RasaStandIn

SECRET = "mon voisin Abdelkrim me doit 4000 dirhams"
ADDRESS = "4711"


@pytest.fixture(autouse=True)
def rasa_is_down(rasa: RasaStandIn) -> None:
    rasa.status = 503


@pytest.fixture
def linking(database: Database, conversations: Conversations) -> Linking:
    return Linking(database, conversations)


@pytest.fixture
def own_data(database: Database, conversations: Conversations, renderer: Renderer) -> OwnData:
    return OwnData(database, conversations, renderer)


@pytest.fixture
def forgetting(database: Database, conversations: Conversations, store: FileStore) -> Forgetting:
    return Forgetting(database, conversations, store, backup_days=30)


class Person:
    """Somebody in a chat."""

    def __init__(self, dialogue: Dialogue, address: str | None, channel: str = "telegram") -> None:
        self._dialogue = dialogue
        self.id = uuid4().hex
        self.address = address
        self.channel = channel

    async def says(self, *texts: str) -> TurnAnswer:
        for text in texts:
            answer = await self._dialogue.take(
                Incoming(self.id, f"{self.channel}:{uuid4()}", self.channel, self.address, text)
            )
        return answer


@pytest.fixture
async def person(dialogue: Dialogue) -> Person:
    person = Person(dialogue, ADDRESS)
    await person.says(f"bonjour, {SECRET}")
    return person


@pytest.fixture
async def neighbour(dialogue: Dialogue) -> Person:
    other = Person(dialogue, "4712")
    await other.says("quelque chose d'un autre")
    return other


async def files_a_complaint(person: Person, database: Database) -> Ticket:
    await person.says("je veux déposer une plainte", "oui", "douane", "Espagne")
    await person.says("On garde ma voiture depuis un mois.", "oui")
    async with database.reading() as session:
        found = await session.exec(select(Ticket).where(Ticket.conversation_id == person.id))
        return found.one()


async def keeps_everything_else(person: Person, database: Database) -> None:
    """A row in each table that may hold something of a conversation."""
    async with database.writing() as session:
        staff = Staff(username=f"s{person.id[:6]}", password_hash="", role="agent", name="N")
        session.add(staff)
        await session.flush()
        turn = (await session.exec(select(Turn).where(Turn.conversation_id == person.id))).first()
        assert turn
        review = {"verdict": "right", "lang": "fr", "masked_text": SECRET}
        session.add(TurnReview(turn_id=turn.turn_id, staff_id=row_id(staff), **review))
        session.add(
            Attachment(
                conversation_id=person.id,
                source=uuid4().hex,
                kind="image",
                media_type="image/jpeg",
                name=f"{SECRET}.jpg",
                size=3,
                sha256="",
            )
        )
        session.add(Subscription(conversation_id=person.id, country="ES"))
        news = Announcement(kind="law", created_by=row_id(staff))
        session.add(news)
        session.add(
            TelegramUpdate(
                update_id=int(person.address or 0),
                chat_id=person.address or "",
                body={"message": {"text": SECRET}},
                state="failed",
            )
        )
        said = {"say": "staff-reply", "args": {"reference": "R", "text": SECRET}}
        session.add(
            OutboxMessage(
                conversation_id=person.id, channel="telegram", said=said, state="delivered"
            )
        )
        await session.flush()
        session.add(
            AnnouncementDelivery(
                announcement_id=row_id(news), conversation_id=person.id, due_at=now()
            )
        )
    await person.says("merci")


async def everything_kept(database: Database) -> str:
    """Every row of every table, as text."""
    async with database.reading() as session:
        connection = await session.connection()
        rows = [
            (await connection.execute(table.select())).all()
            for table in SQLModel.metadata.sorted_tables
        ]
    return repr(rows)


class TestShowing:
    async def test_all_of_the_conversation_and_of_its_tickets_is_shown(
        self, own_data: OwnData, person: Person, database: Database
    ) -> None:
        ticket = await files_a_complaint(person, database)
        await keeps_everything_else(person, database)
        shown = await own_data.everything(person.id)
        assert any(SECRET in message["you"] for message in shown["messages"])
        assert all(message["jisr"] for message in shown["messages"])
        [told] = shown["tickets"]
        assert told["reference"] == ticket.reference
        assert told["description"] == "On garde ma voiture depuis un mois."
        assert shown["files"][0]["name"] == f"{SECRET}.jpg"
        assert shown["subscription"]["country"] == "ES"
        assert SECRET in shown["notices"][0]["text"]
        json.dumps(shown)

    async def test_nothing_of_staff_s_own_and_of_others_is_in_it(
        self, own_data: OwnData, person: Person, neighbour: Person, database: Database
    ) -> None:
        ticket = await files_a_complaint(person, database)
        async with database.writing() as session:
            staff = Staff(username="amal", password_hash="", role="agent", name="Amal Untel")
            session.add(staff)
            await session.flush()
            told = {"ticket_id": row_id(ticket), "staff_id": staff.id}
            session.add(TicketNote(**told, text="note entre nous"))
            reply = {"author": "staff", "text": "Nous écrivons au port.", "lang": "fr"}
            session.add(TicketMessage(**told, **reply))
        shown = json.dumps(await own_data.everything(person.id), ensure_ascii=False)
        assert "Nous écrivons au port." in shown
        for kept_back in ("note entre nous", "Amal", "amal", "quelque chose d'un autre"):
            assert kept_back not in shown
        del neighbour

    async def test_a_half_filled_complaint_and_a_link_are_shown(
        self, own_data: OwnData, person: Person, linking: Linking, dialogue: Dialogue
    ) -> None:
        site = Person(dialogue, None, "web")
        await site.says("bonjour")
        said = await linking.take((await linking.issue(site.id)).code, person.id, "a")
        await linking.answer(said.args["link"], person.id, "yes")
        await linking.answer(said.args["link"], site.id, "yes")
        await person.says("je veux déposer une plainte", "oui", "douane")
        shown = await own_data.everything(person.id)
        assert shown["unfinished"] == {"kind": "complaint", "category": "customs"}
        assert shown["link"]["since"]
        held = await own_data.held(person.id)
        assert (held.unfinished, held.linked, held.messages) == (True, True, 4)

    @pytest.mark.parametrize("lang", VARIETIES)
    async def test_the_page_reads_in_every_variety_and_escapes_what_was_written(
        self,
        own_data: OwnData,
        person: Person,
        database: Database,
        renderer: Renderer,
        lang: Variety,
    ) -> None:
        await person.says("<script>alert(1)</script>")
        await files_a_complaint(person, database)
        shown = page(await own_data.everything(person.id), lang, renderer, now())
        assert f'lang="{lang}" dir="{"rtl" if lang in {"ar", "ary"} else "ltr"}"' in shown
        assert "<script>" not in shown
        assert "On garde ma voiture depuis un mois." in shown
        assert renderer.words(lang, "own-data-page-ministry") not in shown  # it wrote nothing yet

    async def test_who_never_spoke_has_nothing(
        self, own_data: OwnData, forgetting: Forgetting
    ) -> None:
        for asked in (own_data.held, own_data.everything, forgetting.forget):
            with pytest.raises(UnknownConversation):
                await asked("nobody")


class TestForgetting:
    async def test_nothing_of_it_is_left_in_any_table(
        self, forgetting: Forgetting, person: Person, neighbour: Person, database: Database
    ) -> None:
        await person.says("je veux déposer une plainte", "oui", "douane", SECRET)
        await keeps_everything_else(person, database)
        assert SECRET in await everything_kept(database)
        gone = (await forgetting.forget(person.id)).receipt
        assert {name: gone.deleted[name] for name in ("files", "subscription", "unfinished")} == {
            "files": 1,
            "subscription": 1,
            "unfinished": 1,
        }
        left = await everything_kept(database)
        assert SECRET not in left
        assert person.id not in left
        assert "quelque chose d'un autre" in left
        del neighbour

    async def test_a_ticket_stays_with_an_address_for_its_answer_and_no_more(
        self, forgetting: Forgetting, person: Person, database: Database
    ) -> None:
        ticket = await files_a_complaint(person, database)
        await keeps_everything_else(person, database)
        await forgetting.forget(person.id)
        left = await everything_kept(database)
        assert SECRET not in left
        assert "On garde ma voiture depuis un mois." in left
        async with database.writing() as session:
            conversation = await session.get_one(Conversation, person.id)
            assert (conversation.address, conversation.rasa_state) == (ADDRESS, [])
            row = await session.get_one(Ticket, ticket.id)
            args = {"reference": row.reference, "text": "Voici la réponse."}
            assert await tell_citizen(session, row, "staff-reply", args)

    async def test_an_answer_on_its_way_to_a_ticket_still_arrives(
        self, forgetting: Forgetting, person: Person, database: Database
    ) -> None:
        ticket = await files_a_complaint(person, database)
        async with database.writing() as session:
            row = await session.get_one(Ticket, ticket.id)
            args = {"reference": row.reference, "text": "Voici la réponse."}
            await tell_citizen(session, row, "staff-reply", args)
        await forgetting.forget(person.id)
        async with database.reading() as session:
            [push] = (await session.exec(select(OutboxMessage))).all()
        assert push.said["args"]["text"] == "Voici la réponse."

    async def test_the_other_side_of_a_link_is_told_and_keeps_its_own(
        self,
        forgetting: Forgetting,
        person: Person,
        linking: Linking,
        dialogue: Dialogue,
        database: Database,
    ) -> None:
        site = Person(dialogue, None, "web")
        ticket = await files_a_complaint_on_the_web(site, database)
        said = await linking.take((await linking.issue(site.id)).code, person.id, "a")
        await linking.answer(said.args["link"], person.id, "yes")
        await linking.answer(said.args["link"], site.id, "yes")
        async with database.writing() as session:  # a file sent in the chat, for that ticket
            session.add(
                Attachment(
                    conversation_id=person.id,
                    ticket_id=ticket.id,
                    source="f",
                    kind="image",
                    media_type="image/jpeg",
                    name="preuve.jpg",
                    size=3,
                    sha256="",
                )
            )
        assert (await forgetting.forget(person.id)).receipt.deleted["link"] == 1
        assert (await linking.standing(site.id)).state == "none"
        async with database.reading() as session:
            pushes = await session.exec(
                select(OutboxMessage)
                .where(OutboxMessage.conversation_id == site.id)
                .order_by(col(OutboxMessage.id).desc())
            )
            assert pushes.all()[0].said["say"] == "link-ended-web"
            [file] = (await session.exec(select(Attachment))).all()
        assert (file.ticket_id, file.conversation_id) == (ticket.id, None)
        assert person.id not in await everything_kept(database)

    async def test_a_link_ends_with_the_deletion_or_not_at_all(
        self,
        forgetting: Forgetting,
        person: Person,
        linking: Linking,
        dialogue: Dialogue,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        site = Person(dialogue, None, "web")
        await site.says("bonjour")
        said = await linking.take((await linking.issue(site.id)).code, person.id, "a")
        await linking.answer(said.args["link"], person.id, "yes")
        await linking.answer(said.args["link"], site.id, "yes")
        monkeypatch.setattr(forgetting_module, "new_code", None)  # it fails half-way
        with pytest.raises(TypeError):
            await forgetting.forget(person.id)
        assert (await linking.standing(site.id)).state == "linked"
        assert (await linking.standing(person.id)).state == "linked"

    async def test_a_masked_text_goes_too_when_its_turn_is_forgotten_already(
        self, forgetting: Forgetting, dialogue: Dialogue, database: Database
    ) -> None:
        site = Person(dialogue, None, "web")
        await site.says("bonjour")
        async with database.writing() as session:
            staff = Staff(username="amal", password_hash="", role="agent", name="A")
            session.add(staff)
            await session.flush()
            review = {"verdict": "right", "lang": "fr", "masked_text": SECRET}
            session.add(TurnReview(turn_id=f"web:{site.id}:1", staff_id=row_id(staff), **review))
        await forgetting.forget(site.id)
        assert SECRET not in await everything_kept(database)

    async def test_a_new_message_begins_afresh(
        self, forgetting: Forgetting, person: Person, renderer: Renderer
    ) -> None:
        await forgetting.forget(person.id)
        answer = await person.says("bonjour")
        notice = renderer.words("fr", "first-contact-notice")
        assert notice in [reply["text"] for reply in answer.replies]

    async def test_an_update_that_is_still_to_be_answered_is_kept(
        self, forgetting: Forgetting, person: Person, database: Database
    ) -> None:
        await keeps_everything_else(person, database)
        async with database.writing() as session:
            await session.exec(update(TelegramUpdate).values(state="pending"))
        await forgetting.forget(person.id)
        async with database.reading() as session:
            [row] = (await session.exec(select(TelegramUpdate))).all()
        assert row.body


async def files_a_complaint_on_the_web(person: Person, database: Database) -> Ticket:
    await person.says("je veux déposer une plainte", "oui", "douane", "Espagne")
    await person.says("On garde ma moto depuis un an.", "aucun", "oui")
    async with database.reading() as session:
        found: Any = await session.exec(select(Ticket).where(Ticket.conversation_id == person.id))
        return found.one()
