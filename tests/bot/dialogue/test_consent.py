"""To which words somebody agreed can be read years later, in the variety they read them in."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import col, select

from bot.dialogue.conversations import Conversations
from bot.dialogue.linking import Linking
from bot.dialogue.turns import Dialogue
from bot.replies.catalogue import FOLDER as REPLIES
from bot.replies.catalogue import Catalogue, load_catalogue
from bot.replies.render import Renderer
from bot.replies.said import Said
from bot.storage.database import Database
from bot.storage.models import AuditRow, ConsentText, Conversation, Ticket
from knowledge.base import Knowledge
from nlu.text.variety import VARIETIES, Variety
from tests.bot.conftest import Citizen
from tests.bot.rasa_stand_in import RasaStandIn

WISHES: dict[Variety, tuple[str, ...]] = {
    "fr": ("je veux déposer une plainte", "oui", "douane", "Espagne"),
    "ar": ("أريد تقديم شكاية", "نعم", "الجمارك", "إسبانيا"),
    "ary": ("بغيت نحط شكاية", "آه واخا", "الديوانة", "سبانيا"),
    "ary-Latn": ("bghit n7et réclamation", "ah wakha", "diwana", "sbanya"),
}
STORY = "On garde ma voiture au port depuis un mois."


@pytest.fixture(autouse=True)
def rasa_is_down(rasa: RasaStandIn) -> None:
    rasa.status = 503


async def ticket_of(citizen: Citizen, database: Database) -> Ticket:
    async with database.reading() as session:
        found = await session.exec(
            select(Ticket)
            .where(Ticket.conversation_id == citizen.conversation_id)
            .order_by(col(Ticket.id).desc())
        )
        ticket = found.first()
    assert ticket
    return ticket


async def text_of(ticket: Ticket, database: Database) -> ConsentText:
    async with database.reading() as session:
        return await session.get_one(ConsentText, ticket.consent_text)


async def files(citizen: Citizen, lang: Variety = "fr") -> None:
    for text in (*WISHES[lang], STORY, "aucun", "oui"):
        await citizen.says(text)


def reworded(folder: Path, text: str) -> Catalogue:
    """The catalogue of a later day, on which the consent text is another."""
    for lang in VARIETIES:
        lines = (REPLIES / f"{lang}.ftl").read_text(encoding="utf-8").splitlines()
        changed = [
            f"ask-consent = {text}" if line.startswith("ask-consent =") else line for line in lines
        ]
        (folder / f"{lang}.ftl").write_text("\n".join(changed), encoding="utf-8")
    return load_catalogue(folder)


@pytest.mark.parametrize("lang", VARIETIES)
async def test_the_ticket_keeps_the_words_as_they_were_shown(
    citizen: Citizen, database: Database, lang: Variety
) -> None:
    wish, *answers = WISHES[lang]
    asked = await citizen.says(wish)
    assert asked.asks == "consent"
    for text in (*answers, STORY, "aucun", "oui"):
        await citizen.says(text)
    kept = await text_of(await ticket_of(citizen, database), database)
    assert (kept.lang, kept.text) == (lang, asked.replies[-1]["text"])
    assert kept.asked_by == "ask-consent"


async def test_many_who_read_the_same_words_refer_to_one_row(
    citizen: Citizen, somebody_else: Citizen, database: Database
) -> None:
    for one in (citizen, somebody_else):
        await files(one)
    async with database.reading() as session:
        [kept] = (await session.exec(select(ConsentText))).all()
        tickets = (await session.exec(select(Ticket))).all()
    assert [ticket.consent_text for ticket in tickets] == [kept.digest] * 2


async def test_a_changed_text_is_a_new_version_and_old_tickets_keep_theirs(
    citizen: Citizen,
    dialogue: Dialogue,
    database: Database,
    knowledge: Knowledge,
    tmp_path: Path,
) -> None:
    await files(citizen)
    old = await ticket_of(citizen, database)
    before = await text_of(old, database)
    dialogue._renderer = Renderer(reworded(tmp_path, "Le texte de demain."), knowledge)
    await files(citizen)
    new = await ticket_of(citizen, database)
    assert new.id != old.id
    assert (await text_of(new, database)).text == "Le texte de demain."
    assert await text_of(old, database) == before
    assert before.version != (await text_of(new, database)).version


async def test_the_words_that_count_are_those_that_were_asked_not_those_of_today(
    citizen: Citizen,
    dialogue: Dialogue,
    database: Database,
    knowledge: Knowledge,
    tmp_path: Path,
) -> None:
    asked = await citizen.says(WISHES["fr"][0])
    dialogue._renderer = Renderer(reworded(tmp_path, "Le texte de demain."), knowledge)
    for text in (*WISHES["fr"][1:], STORY, "aucun", "oui"):
        await citizen.says(text)
    kept = await text_of(await ticket_of(citizen, database), database)
    assert kept.text == asked.replies[-1]["text"]


class TestOnTheOtherChannel:
    """A form that goes on elsewhere takes the agreement along, or asks anew."""

    async def linked(self, site: Citizen, chat: Citizen, linking: Linking) -> None:
        said = await linking.take(
            (await linking.issue(site.conversation_id)).code, chat.conversation_id, "a"
        )
        await linking.answer(said.args["link"], chat.conversation_id, "yes")
        await linking.answer(said.args["link"], site.conversation_id, "yes")

    @pytest.fixture
    async def chat(self, dialogue: Dialogue, conversations: Conversations) -> Citizen:
        chat = Conversation(channel="telegram", address="4711")
        await conversations.begin(chat)
        return Citizen(dialogue, chat.id)

    @pytest.mark.parametrize("given_before", [True, False])
    async def test_the_words_are_known_where_it_ends(
        self,
        citizen: Citizen,
        chat: Citizen,
        database: Database,
        conversations: Conversations,
        renderer: Renderer,
        given_before: bool,
    ) -> None:
        await citizen.says(WISHES["fr"][0])
        if given_before:
            await citizen.says("oui")
        await self.linked(citizen, chat, Linking(database, conversations))
        for text in ([] if given_before else ["oui"]) + ["douane", "Espagne", STORY, "oui"]:
            await chat.says(text)
        kept = await text_of(await ticket_of(chat, database), database)
        assert kept.text == renderer.render(Said("ask-consent"), "fr").text


async def test_the_record_of_the_opening_names_the_words(
    citizen: Citizen, database: Database
) -> None:
    await files(citizen)
    ticket = await ticket_of(citizen, database)
    async with database.reading() as session:
        opened = select(AuditRow).where(AuditRow.event == "ticket.opened")
        [row] = (await session.exec(opened)).all()
    assert row.data == {"consent_text": ticket.consent_text}
