"""Citizens under way: they ask, complain, send files, send again, and read what staff reply."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass
from io import BytesIO
from random import Random
from uuid import UUID

import aiohttp
from PIL import Image

from bot.web.chat import conversation_begun_by
from tests.chaos.ledger import File, Json, Ledger, Message, Shown
from tests.chaos.patience import until_answered

_QUESTIONS = (
    "c'est quoi la bourse pour les enfants de MRE ?",
    "et les papiers ?",
    "comment renouveler mon passeport ?",
    "chno khassni bach n3awd lpassport ?",
    "كيفاش ندير الوكالة من الخارج؟",
    "ما هي شروط السكن الاجتماعي؟",
)
_COMPLAINT = "je veux déposer une plainte"
_FORM = {
    "consent": "oui",
    "category": "consulat",
    "country": "Belgique",
    "description": "mon passeport n'arrive pas depuis quatre mois et personne ne répond",
    "contact": "aucun",
    "confirmation": "oui",
}
_MOST_STEPS = 14
_SENDS_FILE = 0.5
_SENDS_AGAIN = 0.2  # as if the answer had been lost on its way
_STREAM_PAUSE_S = 0.2
_DATA = b"data: "

Sending = AbstractAsyncContextManager[aiohttp.ClientResponse]


@dataclass
class Visit:
    """One conversation as its client keeps it."""

    conversation_id: str = ""
    token: str | None = None
    last_event: int = 0

    @property
    def headers(self) -> dict[str, str]:
        """What opens the conversation."""
        return {"Authorization": f"Bearer {self.token}"}


class Citizen:
    """Somebody who comes back with a new conversation until told that it is enough."""

    def __init__(
        self, session: aiohttp.ClientSession, url: str, ledger: Ledger, random: Random
    ) -> None:
        self._session = session
        self._url = url
        self._ledger = ledger
        self._random = random
        self._visits: list[Visit] = []

    async def visit_until(self, enough: Callable[[], bool]) -> None:
        """Visit after visit; the last one is finished."""
        while not enough():
            await self._visit()

    async def come_back(self) -> None:
        """Looks into every conversation once more for what staff wrote meanwhile."""
        for visit in self._visits:
            if self._ledger.owed(visit.conversation_id):
                await self._read(visit)

    async def _visit(self) -> None:
        visit = Visit()
        self._visits.append(visit)
        await self._say(visit, self._random.choice(_QUESTIONS))
        listening = asyncio.create_task(self._listen(visit))
        try:
            # Two tickets of one conversation: two members of staff write to it at once.
            for _ in range(2):
                await self._complain(visit)
                await self._say(visit, self._random.choice(_QUESTIONS))
            await self._read(visit)
        finally:
            listening.cancel()
            with suppress(asyncio.CancelledError):
                await listening

    async def _complain(self, visit: Visit) -> None:
        message = await self._say(visit, _COMPLAINT)
        for _ in range(_MOST_STEPS):
            if message.opened or not message.answers:
                return
            asks = message.answers[0]["asks"]
            if asks == "description" and self._random.random() < _SENDS_FILE:
                await self._send_file(visit)
            message = await self._say(visit, _FORM.get(asks, _COMPLAINT))
        self._ledger.refused.append("a complaint came to no end")

    async def _say(self, visit: Visit, text: str) -> Message:
        client_id = self._new_id()
        visit.conversation_id = visit.conversation_id or conversation_begun_by(UUID(client_id))
        message = Message(visit.conversation_id, client_id, text)
        self._ledger.messages.append(message)
        await self._send(visit, message)
        if self._random.random() < _SENDS_AGAIN:
            await self._send(visit, message)
        return message

    async def _send(self, visit: Visit, message: Message) -> None:
        body = {
            "conversation": visit.token,
            "client_id": message.client_id,
            "message": message.text,
        }
        outcome = await until_answered(
            lambda: self._session.post(f"{self._url}/api/chat", json=body)
        )
        message.tries += outcome.tries
        if outcome.status != 200:
            self._ledger.refused.append(f"{outcome.status} {outcome.body}")
            return
        answer: Json = json.loads(outcome.body)
        visit.token = answer["conversation"]
        message.answers.append(answer)
        self._ledger.heard += 1

    async def _send_file(self, visit: Visit) -> None:
        file = File(visit.conversation_id, self._new_id())
        self._ledger.files.append(file)
        picture = _picture(self._random)
        for _ in range(self._random.randint(1, 2)):
            outcome = await until_answered(lambda: self._post_file(visit, file, picture))
            if outcome.status == 200:
                file.ids.append(json.loads(outcome.body)["id"])
                self._ledger.heard += 1
            else:
                self._ledger.refused.append(f"{outcome.status} {outcome.body}")

    def _post_file(self, visit: Visit, file: File, picture: bytes) -> Sending:
        form = aiohttp.FormData()
        form.add_field("client_id", file.client_id)
        form.add_field("file", picture, filename="preuve.png", content_type="image/png")
        return self._session.post(f"{self._url}/api/chat/files", data=form, headers=visit.headers)

    async def _listen(self, visit: Visit) -> None:
        """The event stream, opened again whenever it ends, from the last push that was shown."""
        while True:
            with suppress(aiohttp.ClientError, TimeoutError):
                await self._listen_once(visit)
            await asyncio.sleep(_STREAM_PAUSE_S)

    async def _listen_once(self, visit: Visit) -> None:
        headers = {**visit.headers, "Last-Event-ID": str(visit.last_event)}
        async with self._session.get(f"{self._url}/api/chat/events", headers=headers) as stream:
            async for line in stream.content:
                if line.startswith(_DATA):
                    self._show(visit, json.loads(line.removeprefix(_DATA)))

    async def _read(self, visit: Visit) -> None:
        """Asks for what is new, as where no event stream gets through."""
        query = {"after": str(visit.last_event)}
        outcome = await until_answered(
            lambda: self._session.get(
                f"{self._url}/api/chat/messages", params=query, headers=visit.headers
            )
        )
        for push in json.loads(outcome.body)["messages"]:
            self._show(visit, push)

    def _show(self, visit: Visit, push: Json) -> None:
        """Shows what is newer than all that was shown, as the widget does."""
        if push["id"] > visit.last_event:
            visit.last_event = push["id"]
            self._ledger.shown[visit.conversation_id].append(Shown(push["id"], push["text"]))

    def _new_id(self) -> str:
        return str(UUID(int=self._random.getrandbits(128), version=4))


def _picture(random: Random) -> bytes:
    colour = (random.randrange(256), random.randrange(256), random.randrange(256))
    written = BytesIO()
    Image.new("RGB", (16, 16), colour).save(written, "PNG")
    return written.getvalue()
