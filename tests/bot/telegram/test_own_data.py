"""/mesdonnees and /oublier in a chat."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO

import pytest
from sqlmodel import select

from bot.dialogue.conversations import Conversations
from bot.dialogue.forgetting import Forgetting
from bot.dialogue.own_data import OwnData
from bot.files.store import FileStore
from bot.papers.printer import Printer
from bot.replies.render import Renderer
from bot.storage.database import Database
from bot.storage.models import Conversation, TelegramUpdate, Turn
from bot.telegram.channel import TelegramChannel
from bot.telegram.own_data import own_data_of_chats
from tests.bot.files.samples import image_bytes
from tests.bot.rasa_stand_in import RasaStandIn
from tests.bot.telegram.conftest import StartBot
from tests.telegram_server.citizens import Citizen
from tests.telegram_server.errors import ApiError
from tests.telegram_server.server import TelegramServer

pytestmark = pytest.mark.usefixtures("polling")

SECRET = "mon voisin Abdelkrim me doit de l'argent"


@pytest.fixture(autouse=True)
def rasa_is_down(rasa: RasaStandIn) -> None:
    rasa.status = 503


@pytest.fixture
async def polling(
    start_bot: StartBot,
    database: Database,
    conversations: Conversations,
    renderer: Renderer,
    store: FileStore,
    printer: Printer,
) -> TelegramChannel:
    own_data = OwnData(database, conversations, renderer)
    forgetting = Forgetting(database, conversations, store, backup_days=30)
    extension = own_data_of_chats(own_data, forgetting, store, printer, turn_days=30)
    return await start_bot(extensions=[extension])


async def test_the_menu_names_the_commands(telegram: TelegramServer) -> None:
    commands = telegram.store.commands
    await telegram.store.until(lambda: ("all_private_chats", "ar") in commands)
    names = [command["command"] for command in commands["all_private_chats", "ar"]]
    assert names[-2:] == ["mesdonnees", "oublier"]


async def has_spoken(citizen: Citizen, text: str = SECRET) -> None:
    await citizen.send_text(text)
    await citizen.has(2)  # the answer and the first-contact notice


async def test_what_is_held_is_told_and_sent_in_two_files(
    amina: Citizen, renderer: Renderer
) -> None:
    await has_spoken(amina)
    await amina.send_text("/mesdonnees")
    await amina.has(5)
    assert "1\u2069 message, effacé \u206830\u2069 jours" in amina.texts[2]
    to_read, for_programs = amina.documents.items()
    assert to_read[0].endswith(".html") and for_programs[0].endswith(".json")
    assert SECRET in json.loads(for_programs[1])["messages"][0]["you"]
    assert "Abdelkrim" in to_read[1].decode()
    assert renderer.words("fr", "own-data-page-title") in to_read[1].decode()


async def test_a_person_s_own_files_come_as_an_archive(amina: Citizen) -> None:
    await has_spoken(amina)
    await amina.send_photo(image_bytes())
    await amina.has(3)
    await amina.send_text("/mesdonnees")
    await amina.has(7)
    [archive] = [file for name, file in amina.documents.items() if name.endswith(".zip")]
    [name] = zipfile.ZipFile(BytesIO(archive)).namelist()
    assert name.startswith("files/") and name.endswith(".jpg")


async def test_a_try_that_failed_in_the_middle_goes_on_where_it_stopped(
    amina: Citizen, telegram: TelegramServer
) -> None:
    await has_spoken(amina)
    telegram.refuse_next("sendDocument", ApiError(500, "Internal Server Error"), times=5)
    await amina.send_text("/mesdonnees")
    await amina.has(5)
    told = [text for text in amina.texts if "Voici ce que je garde" in text]
    assert len(told) == 1
    endings = [name.rpartition(".")[2] for name in amina.documents]
    assert endings == ["html", "json"]
    assert len([one for one in amina.messages if "document" in one]) == 2


async def test_the_page_of_an_arabic_chat_runs_from_right_to_left(brahim: Citizen) -> None:
    await has_spoken(brahim, "السلام عليكم")
    await brahim.send_text("/mesdonnees")
    await brahim.has(5)
    [page] = [file for name, file in brahim.documents.items() if name.endswith(".html")]
    assert 'lang="ar" dir="rtl"' in page.decode()


async def test_who_never_spoke_is_told_so(amina: Citizen, renderer: Renderer) -> None:
    nothing = renderer.words("fr", "own-data-nothing")
    for count, command in enumerate(("/mesdonnees", "/oublier"), start=1):
        await amina.send_text(command)
        await amina.has(count)
    assert amina.texts == [nothing, nothing]


async def test_oublier_asks_first_then_deletes_and_gives_a_dated_receipt(
    amina: Citizen, brahim: Citizen, renderer: Renderer, database: Database
) -> None:
    await has_spoken(amina)
    await has_spoken(brahim, "السلام عليكم")
    await amina.send_text("/oublier")
    await amina.sees(renderer.words("fr", "forget-sure"))
    assert await texts_kept(database) == 2
    await amina.press(renderer.words("fr", "forget-choice-yes"))
    await amina.sees("Effacé le")
    [told] = [text for text in amina.texts if "Effacé le" in text]
    assert "(heure du Maroc)" in told
    await amina.has(5)
    [(name, paper)] = amina.documents.items()
    assert name.endswith(".pdf") and name.removeprefix("jisr-").removesuffix(".pdf") in told
    assert paper.startswith(b"%PDF-")
    async with database.reading() as session:
        left = (await session.exec(select(Conversation.address))).all()
        updates = (await session.exec(select(TelegramUpdate))).all()
    assert left == [str(brahim.id)]
    assert SECRET not in repr([row.body for row in updates])
    assert await texts_kept(database) == 1


async def test_who_says_no_keeps_everything(
    amina: Citizen, renderer: Renderer, database: Database
) -> None:
    await has_spoken(amina)
    await amina.send_text("/oublier")
    await amina.sees(renderer.words("fr", "forget-sure"))
    await amina.press(renderer.words("fr", "forget-choice-no"))
    await amina.sees(renderer.words("fr", "forget-left"))
    assert await texts_kept(database) == 1


async def test_an_old_button_deletes_nothing(
    amina: Citizen, renderer: Renderer, database: Database, telegram: TelegramServer
) -> None:
    await has_spoken(amina)
    await amina.send_text("/oublier")
    await amina.sees(renderer.words("fr", "forget-sure"))
    asked = amina.messages[-1]
    yesterday = {**asked, "date": asked["date"] - 24 * 3600}
    await amina.press_data(yesterday, "forget:yes")
    await telegram.store.until(lambda: bool(telegram.store.answered_queries))
    told = [answer.get("text") for answer in telegram.store.answered_queries]
    assert told == [renderer.words("fr", "telegram-used-choice")]
    assert await texts_kept(database) == 1


async def test_the_tickets_that_stay_are_named_with_the_way_to_withdraw_them(
    amina: Citizen, renderer: Renderer
) -> None:
    for text, answered in (
        ("/plainte", "d'accord"),
        ("oui", "sujet"),
        ("douane", "pays"),
        ("Espagne", "Racontez"),
        ("On garde ma voiture au port depuis un mois.", "Je l'envoie"),
        ("oui", "MDM-"),
    ):
        await amina.send_text(text)
        await amina.sees(answered)
    await amina.send_text("/oublier")
    await amina.sees("Retirer le dossier")
    assert "MDM-" in amina.texts[-1]
    await amina.press(renderer.words("fr", "forget-choice-yes"))
    await amina.sees("Effacé le")
    assert any("Effacé le" in text and "MDM-" in text for text in amina.texts)


async def test_asking_in_words_points_to_the_commands(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer
) -> None:
    rasa.status = 200
    rasa.intent = "my_data"
    rasa.said = [{"say": "my-data", "args": {"topic": "legal/personal-data"}}]
    await amina.send_text("mes données")
    await amina.has(2)
    assert renderer.words("fr", "my-data-telegram") in amina.texts


async def texts_kept(database: Database) -> int:
    async with database.reading() as session:
        return len((await session.exec(select(Turn))).all())
