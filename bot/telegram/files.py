"""Photos, documents and recordings of a chat: fetched from Telegram and kept."""

from __future__ import annotations

from telegram import Audio, Document, File, Message, PhotoSize, Voice
from telegram.error import BadRequest
from telegram.ext import filters

from bot.errors import BadInput, FileBroken, FileTooLarge, message_key
from bot.files.checking import MAX_BYTES, MAX_MB
from bot.telegram.chats import conversation_id
from bot.tickets.attachments import Attachments, SentFile

FILES = filters.PHOTO | filters.Document.ALL | filters.VOICE | filters.AUDIO

Words = tuple[str, dict[str, str | int]]


class Files:
    """Takes the file of a message, and says what became of it."""

    def __init__(self, attachments: Attachments) -> None:
        self._attachments = attachments

    async def take(self, message: Message, source: str) -> Words:
        """The key of the words to answer with, and their values; a refusal is words too."""
        try:
            taken = await self._attachments.take(
                SentFile(
                    source=source,
                    name=_name(message),
                    data=await _fetched(message),
                    conversation_id=conversation_id(message.chat_id),
                )
            )
        except BadInput as error:
            return message_key(error.code), dict(error.fields)
        return taken.told


async def _fetched(message: Message) -> bytes:
    """The bytes; raises FileTooLarge before it fetches them."""
    sent = _sent(message)
    _require_small(sent.file_size)
    try:
        bot = message.get_bot()
        file = await bot.get_file(sent.file_id)
    except BadRequest as error:
        if "too big" in error.message.lower():
            raise FileTooLarge(limit_mb=MAX_MB) from error
        raise
    _require_small(file.file_size)
    require_remote(file, bot.base_file_url)
    return bytes(await file.download_as_bytearray())


def require_remote(file: File, base_url: str) -> None:
    """Raises FileBroken unless the file is fetched from the Bot API.

    Where a server names a path of this machine, the library would read that instead.
    """
    if not (file.file_path or "").startswith(f"{base_url}/"):
        raise FileBroken


def _sent(message: Message) -> PhotoSize | Document | Voice | Audio:
    if message.photo:
        return max(message.photo, key=lambda size: size.width * size.height)
    sent = message.document or message.voice or message.audio
    assert sent is not None  # noqa: S101 the filter lets only such messages in
    return sent


def _name(message: Message) -> str:
    named = message.document or message.audio
    return (named.file_name if named else None) or ""


def _require_small(size: int | None) -> None:
    if size and size > MAX_BYTES:
        raise FileTooLarge(limit_mb=MAX_MB)
