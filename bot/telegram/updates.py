"""What every handler asks of an update: its chat, its sender, the key of its answer."""

from __future__ import annotations

from telegram import Update, User

from bot.telegram.chats import CHANNEL


def chat_id(update: Update) -> int:
    """The chat of an update that has one."""
    assert update.effective_chat is not None  # noqa: S101 the handlers' updates have a chat
    return update.effective_chat.id


def sender(update: Update) -> User | None:
    """Who sent it, where Telegram says so."""
    return update.effective_user


def language_code(update: Update) -> str | None:
    """What the sender's Telegram is set to."""
    user = update.effective_user
    return user.language_code if user else None


def key(update: Update) -> str:
    """The id of the turn of this update: the same at every try."""
    return turn_id(update.update_id)


def turn_id(update_id: int) -> str:
    """The id of the turn of an update."""
    return f"{CHANNEL}:{update_id}"
