"""How another part of the product adds commands and buttons of its own to the bot."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, Protocol

from telegram import Update
from telegram.error import Forbidden

from bot.telegram.chats import Chats
from bot.telegram.talking import Talking
from bot.telegram.workers import PtbApplication

Handle = Callable[[Update], Awaitable[None]]
Callback = Callable[[Update, Any], Coroutine[Any, Any, None]]


class Extension(Protocol):
    """Handlers that come before those of the conversation, and the menu entries for them."""

    commands: Sequence[str]
    """Names for the menu, in its order; their words stand in the .ftl files as `command-<name>`."""

    def register(self, application: PtbApplication) -> None:
        """Adds the handlers; wrap each in `guarded`."""


MakeExtension = Callable[[Talking], Extension]
"""Builds an extension over the channel's way of talking."""


def guarded(chats: Chats, handle: Handle) -> Callback:
    """As a handler of the library: who blocked the bot is noted, and the update is done with."""

    async def callback(update: Update, _context: Any) -> None:
        try:
            await handle(update)
        except Forbidden:
            if update.effective_chat:
                await chats.mark_blocked(update.effective_chat.id, blocked=True)

    return callback
