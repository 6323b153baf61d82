"""Edited messages: a correction of the last thing said, or too late to be one."""

from __future__ import annotations

from telegram import Update

from bot.errors import BadInput
from bot.telegram import updates
from bot.telegram.inbox import Inbox
from bot.telegram.talking import Talking

_TOO_LATE = "error-too-late-to-correct"


class Edits:
    """The handler of edited messages."""

    def __init__(self, talking: Talking, inbox: Inbox) -> None:
        self._talking = talking
        self._inbox = inbox

    async def edited(self, update: Update) -> None:
        """Answers the last message anew as it reads now; for an older one, says what to do."""
        message = update.edited_message
        text = (message.text or message.caption) if message else None
        if not message or not text:
            return  # a shared place is "edited" every few seconds while it moves
        corrected = await self._inbox.updates_of(str(message.chat.id), message.message_id)
        if not corrected or text.startswith("/"):
            await self._talking.say(update, _TOO_LATE)
            return
        corrects = frozenset(updates.turn_id(update_id) for update_id in corrected)
        before = await self._talking.words(update, "telegram-corrected")
        try:
            parts = await self._talking.answered(update, before, text=text, corrects=corrects)
        except BadInput as error:
            parts = await self._talking.refused(update, error)
        await self._talking.send(update, parts)
