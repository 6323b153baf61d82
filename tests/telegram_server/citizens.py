"""The other end of the stand-in: what people do in their Telegram, as a test wants it done."""

from __future__ import annotations

import itertools
import time
from typing import Any
from uuid import uuid4

from tests.telegram_server.server import TelegramServer
from tests.telegram_server.store import BOT, Chat, Json

_ids = itertools.count(1001)


class Citizen:
    """A person in a private chat with the bot."""

    def __init__(self, server: TelegramServer, lang: str = "fr", chat_id: int | None = None):
        self._server = server
        self._store = server.store
        self.id = chat_id or next(_ids)
        person = {
            "id": self.id,
            "is_bot": False,
            "first_name": "Nom-de-test",
            "language_code": lang,
        }
        body = {"id": self.id, "type": "private", "first_name": "Nom-de-test"}
        self.chat = self._store.chats.setdefault(self.id, Chat(body, person))
        self.sent: list[int] = []

    @property
    def messages(self) -> list[Json]:
        """What the bot shows in this chat now."""
        return self.chat.by_bot

    @property
    def texts(self) -> list[str]:
        return [message["text"] for message in self.messages]

    async def send_text(self, text: str) -> int:
        """Types and sends; the update_id."""
        return await self.send(text=text, **_command(text))

    async def send(self, **content: Any) -> int:
        """Sends any content as the Bot API describes it (sticker, voice, photo, document ...)."""
        message = self._message(content)
        self.sent.append(message["message_id"])
        return await self._server.updates.add(message=message)

    async def send_sticker(self) -> int:
        sticker = {**_file("sticker"), "width": 512, "height": 512}
        return await self.send(
            sticker={**sticker, "type": "regular", "is_animated": False, "is_video": False}
        )

    async def send_voice(self, content: bytes = b"OggS", **more: Any) -> int:
        return await self.send(voice={**self._kept(content), "duration": 3}, **more)

    async def send_audio(self, content: bytes, name: str, **more: Any) -> int:
        audio = {**self._kept(content), "duration": 3, "file_name": name}
        return await self.send(audio=audio, **more)

    async def send_photo(self, content: bytes = b"JFIF", **more: Any) -> int:
        """A photo in two sizes, as Telegram makes them; the larger one is the content."""
        small = {**self._kept(b"small"), "width": 9, "height": 9}
        large = {**self._kept(content), "width": 90, "height": 90}
        return await self.send(photo=[small, large], **more)

    async def send_document(
        self, content: bytes = b"%PDF", name: str = "dossier.pdf", **more: Any
    ) -> int:
        return await self.send(document={**self._kept(content), "file_name": name}, **more)

    async def edit(self, text: str, message_id: int | None = None) -> int:
        """Changes a message that was sent before; without an id one that the bot never saw."""
        edited = {**self._message({"text": text}), "edit_date": int(time.time())}
        if message_id:
            edited["message_id"] = message_id
        return await self._server.updates.add(edited_message=edited)

    async def edit_last(self, text: str) -> int:
        """Changes the message that was sent last."""
        return await self.edit(text, self.sent[-1])

    @property
    def reply_buttons(self) -> list[str]:
        """The titles of the buttons in place of the letters."""
        return [button["text"] for button in self.chat.reply_buttons]

    async def share_place(self, latitude: float, longitude: float) -> int:
        return await self.send(location={"latitude": latitude, "longitude": longitude})

    async def share_contact(self, number: str, of: int | None = None) -> int:
        """The own number, or that of another person in the phone's book."""
        user_id = of or self.id
        return await self.send(
            contact={"phone_number": number, "first_name": "Nom-de-test", "user_id": user_id}
        )

    async def press(self, title: str) -> int:
        """Presses the button of that title under the newest message that shows one."""
        for message in reversed(self.messages):
            for button in buttons(message):
                if button["text"] == title:
                    return await self.press_data(message, button["callback_data"])
        raise AssertionError(f"no button {title!r} is shown")

    async def press_data(self, message: Json, data: str) -> int:
        """Presses a button as an old screen still shows it."""
        query_id = uuid4().hex
        self._store.open_queries.add(query_id)
        query = {
            "id": query_id,
            "from": self.chat.person,
            "message": dict(message),
            "chat_instance": "1",
            "data": data,
        }
        return await self._server.updates.add(callback_query=query)

    async def block(self) -> None:
        """Blocks the bot; Telegram tells it, and refuses what it sends from now on."""
        self.chat.blocked = True
        await self.membership("member", "kicked")

    async def block_silently(self) -> None:
        """Blocks the bot while the news has not reached it."""
        self.chat.blocked = True

    async def unblock(self) -> None:
        self.chat.blocked = False

    async def let_speak(self) -> None:
        """Unblocks the bot, and Telegram tells it."""
        self.chat.blocked = False
        await self.membership("kicked", "member")

    async def has(self, count: int) -> list[Json]:
        """Waits until the bot shows that many messages here."""
        await self._store.until(lambda: len(self.messages) >= count)
        return self.messages

    async def sees(self, text: str) -> None:
        """Waits until the newest message of the bot says it; the newest is in the failure."""
        try:
            await self._store.until(lambda: bool(self.texts) and text in self.texts[-1])
        except TimeoutError:
            raise AssertionError(f"{text!r} is not in {self.texts[-1:]}") from None

    async def membership(self, before: str, after: str) -> None:
        """What became of the bot here; in a group somebody took it in or put it out."""

        def member(status: str) -> Json:
            until = {"until_date": 0} if status == "kicked" else {}
            return {"user": BOT, "status": status, **until}

        change = {
            "chat": self.chat.body,
            "from": self.chat.person,
            "date": int(time.time()),
            "old_chat_member": member(before),
            "new_chat_member": member(after),
        }
        await self._server.updates.add(my_chat_member=change)

    def _message(self, content: Json) -> Json:
        return {
            "message_id": self._store.next_id(),
            "from": self.chat.person,
            "chat": self.chat.body,
            "date": int(time.time()),
            **content,
        }

    def _kept(self, content: bytes) -> Json:
        file = {**_file(uuid4().hex), "file_size": len(content)}
        self._store.files[file["file_id"]] = content
        return file


class Group(Citizen):
    """A group (or a channel) that somebody took the bot into."""

    def __init__(self, server: TelegramServer, kind: str = "group"):
        super().__init__(server, chat_id=-next(_ids))
        self.chat.body.clear()
        self.chat.body.update({"id": self.id, "type": kind, "title": "Titre-de-test"})
        self.chat.person["id"] = next(_ids)

    async def post(self, text: str) -> int:
        """A post in a channel."""
        post = {**self._message({"text": text}), "sender_chat": self.chat.body}
        del post["from"]
        return await self._server.updates.add(channel_post=post)


def buttons(message: Json) -> list[Json]:
    """The buttons under a message, top down."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def _command(text: str) -> Json:
    if not text.startswith("/"):
        return {}
    length = len(text.split(maxsplit=1)[0])
    return {"entities": [{"type": "bot_command", "offset": 0, "length": length}]}


def _file(name: str) -> Json:
    return {"file_id": name, "file_unique_id": f"unique-{name}", "file_size": 4}
