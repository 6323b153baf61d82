"""A chat and a conversation on the web become one person's: /lier, the deep link, /delier."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
from sqlmodel import select

from bot.dialogue.conversations import Conversations
from bot.dialogue.linking import Linking
from bot.dialogue.outbox import Outbox
from bot.replies.render import Renderer
from bot.storage.database import Database
from bot.storage.models import ConversationLink, Ticket
from bot.telegram.channel import TelegramChannel
from bot.telegram.chats import conversation_id
from bot.telegram.linking import linked_chats
from tests.bot.conftest import Citizen as OnTheWeb
from tests.bot.rasa_stand_in import RasaStandIn
from tests.bot.telegram.conftest import StartBot
from tests.telegram_server.citizens import Citizen, Group, buttons
from tests.telegram_server.server import TelegramServer


@pytest.fixture(autouse=True)
def rasa_is_down(rasa: RasaStandIn) -> None:
    rasa.status = 503


@pytest.fixture
def linking(database: Database, conversations: Conversations) -> Linking:
    return Linking(database, conversations)


@pytest.fixture
async def polling(start_bot: StartBot, linking: Linking) -> TelegramChannel:
    return await start_bot(extensions=[linked_chats(linking)])


@pytest.fixture
async def site(citizen: OnTheWeb) -> OnTheWeb:
    await citizen.says("je veux déposer une plainte")
    await citizen.says("oui")
    return citizen


@pytest.fixture(autouse=True)
async def outbox(
    polling: TelegramChannel, database: Database, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[None]:
    """What leaves for a chat leaves, as in the running product."""
    monkeypatch.setattr("bot.dialogue.outbox._IDLE_PAUSE_S", 0.02)
    running = asyncio.create_task(Outbox(database).run({"telegram": polling}))
    yield
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


def titles(citizen: Citizen) -> list[str]:
    return [button["text"] for button in buttons(citizen.messages[-1])]


async def agree_on_the_site(linking: Linking, site: OnTheWeb) -> None:
    standing = await linking.standing(site.conversation_id)
    assert standing.link
    await linking.answer(standing.link.id, site.conversation_id, "yes")


@pytest.mark.parametrize("sent", ["/lier {}", "/start link_{}"])
async def test_a_complaint_begun_on_the_web_is_finished_in_the_chat(
    amina: Citizen,
    site: OnTheWeb,
    linking: Linking,
    renderer: Renderer,
    database: Database,
    sent: str,
) -> None:
    code = (await linking.issue(site.conversation_id)).code
    await amina.send_text(sent.format(code))
    await amina.sees("à terminer")
    yes = renderer.words("fr", "link-choice-yes")
    assert titles(amina) == [yes, renderer.words("fr", "link-choice-no")]
    await amina.press(yes)
    await amina.sees(renderer.words("fr", "link-waiting-telegram"))
    await agree_on_the_site(linking, site)
    await amina.sees(renderer.words("fr", "ask-category"))
    await amina.press(renderer.words("fr", "category-customs"))
    await amina.sees(renderer.words("fr", "ask-country"))
    await amina.send_text("Espagne")
    await amina.sees("Racontez")
    await amina.send_text("On garde ma voiture au port depuis un mois.")
    await amina.sees("Je l'envoie")
    await amina.send_text("oui")
    await amina.sees("MDM-")
    async with database.reading() as session:
        [ticket] = (await session.exec(select(Ticket))).all()
    assert ticket.conversation_id == conversation_id(amina.id)


async def test_a_code_of_the_chat_is_asked_back_there_and_its_end_is_told(
    amina: Citizen,
    site: OnTheWeb,
    linking: Linking,
    renderer: Renderer,
) -> None:
    await amina.send_text("/lier")
    await amina.sees("donnez ce code")
    found = re.search(r"\b[A-Z2-9]{3} [A-Z2-9]{3} [A-Z2-9]{3}\b", amina.texts[-1])
    assert found
    said = await linking.take(found[0], site.conversation_id, "somewhere")
    await linking.answer(said.args["link"], site.conversation_id, "yes")
    await amina.sees("Si ce n'est pas vous, refusez")
    await amina.press(renderer.words("fr", "link-choice-yes"))
    await amina.sees(renderer.words("fr", "link-made-telegram"))
    await linking.end(site.conversation_id)
    await amina.sees(renderer.words("fr", "link-ended-telegram"))
    await amina.send_text("/delier")
    await amina.sees(renderer.words("fr", "link-none"))


async def test_a_button_used_or_too_old_is_told_politely(
    amina: Citizen, site: OnTheWeb, linking: Linking, renderer: Renderer, telegram: TelegramServer
) -> None:
    code = (await linking.issue(site.conversation_id)).code
    await amina.send_text(f"/lier {code}")
    [asked] = await amina.has(1)
    await amina.press(renderer.words("fr", "link-choice-no"))
    await amina.sees(renderer.words("fr", "link-refused"))
    assert buttons(amina.messages[0]) == []
    for data in (f"link:yes:{'0' * 32}", "link:maybe:1", "link:"):
        await amina.press_data(asked, data)
    await telegram.store.until(lambda: len(telegram.store.answered_queries) == 4)
    told = [answer.get("text") for answer in telegram.store.answered_queries]
    assert told == [None, *[renderer.words("fr", "telegram-used-choice")] * 3]
    assert len(amina.messages) == 2


async def test_a_wrong_code_is_refused_and_guessing_has_to_wait(
    amina: Citizen, renderer: Renderer
) -> None:
    for count in range(1, 6):
        await amina.send_text("/lier AAA222BBB")
        await amina.has(count)
    assert set(amina.texts) == {renderer.words("fr", "error-continuation-refused")}
    await amina.send_text("/lier AAA222BBB")
    await amina.sees("Trop d'essais")


async def test_a_group_is_not_linked(
    telegram: TelegramServer,
    site: OnTheWeb,
    linking: Linking,
    renderer: Renderer,
    database: Database,
) -> None:
    group = Group(telegram)
    code = (await linking.issue(site.conversation_id)).code
    await group.send_text(f"/lier {code}")
    await group.sees(renderer.words("fr", "telegram-private-only"))
    async with database.reading() as session:
        assert (await session.exec(select(ConversationLink))).one().to_id is None


async def test_a_citizen_who_blocked_the_bot_and_links_is_heard_again(
    amina: Citizen,
    site: OnTheWeb,
    linking: Linking,
    renderer: Renderer,
) -> None:
    await amina.send_text("/help")
    await amina.has(1)
    await amina.block()
    await amina.unblock()
    code = (await linking.issue(site.conversation_id)).code
    await amina.send_text(f"/lier {code}")
    await amina.sees("à terminer")
    await amina.press(renderer.words("fr", "link-choice-yes"))
    await amina.sees(renderer.words("fr", "link-waiting-telegram"))
    await agree_on_the_site(linking, site)
    await amina.sees(renderer.words("fr", "ask-category"))
