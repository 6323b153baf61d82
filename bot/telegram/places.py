"""Shared places and contacts: a country for the form or for the consulates, the own number."""

from __future__ import annotations

from telegram import Update

from bot.dialogue.state import active_form
from bot.replies.countries import country_name
from bot.replies.said import Pick
from bot.storage.models import Conversation
from bot.telegram import updates
from bot.telegram.geography import country_at
from bot.telegram.talking import Talking
from bot.telegram.typing_action import typing
from knowledge.answering import POSTS_TOPIC
from knowledge.directory import Directory

_ASKS_COUNTRY = "open_complaint"


class Places:
    """The handlers of what citizens share with a button of Telegram's."""

    def __init__(self, talking: Talking, directory: Directory) -> None:
        self._talking = talking
        self._directory = directory

    async def place(self, update: Update) -> None:
        """Answers the form with the country of the place, or tells of its consulates."""
        location = update.message.location if update.message else None
        assert location is not None  # noqa: S101 the filter lets only such messages in
        async with typing(self._talking.bot, updates.chat_id(update)):
            country = await country_at(location.latitude, location.longitude)
        if country is None:
            await self._talking.say(update, "telegram-place-unknown")
            return
        conversation = await self._talking.chats.find(updates.chat_id(update))
        if _is_filing(conversation):
            key, pick = "telegram-place-correctable", Pick(_ASKS_COUNTRY, {"country": country})
        else:
            key, pick = "telegram-place-read", self._consulates_in(country)
        name = country_name(country, await self._talking.lang(update))
        before = await self._talking.words(update, key, country=name)
        if "topic" in pick.values:
            before += await self._talking.words(update, "telegram-place-without-post")
        await self._talking.turn(update, before=before, pick=pick)

    async def contact(self, update: Update) -> None:
        """Answers the form with the sender's own number; nobody else's is taken."""
        contact = update.message.contact if update.message else None
        assert contact is not None  # noqa: S101 the filter lets only such messages in
        user = update.effective_user
        if user is None or contact.user_id != user.id:
            await self._talking.say(update, "telegram-contact-of-other")
            return
        conversation = await self._talking.chats.find(updates.chat_id(update))
        if conversation is None or conversation.asked != "contact":
            await self._talking.say(update, "telegram-contact-not-needed")
            return
        await self._talking.turn(update, text=_international(contact.phone_number))

    def _consulates_in(self, country: str) -> Pick:
        posts = [post.id for post in self._directory.consulates_in(country)]
        found = {"posts": posts} if posts else {"topic": POSTS_TOPIC, "facet": "contact"}
        return Pick("ask_programme", found)


def _is_filing(conversation: Conversation | None) -> bool:
    return bool(conversation and active_form(conversation.rasa_state) == _ASKS_COUNTRY)


def _international(number: str) -> str:
    """Telegram gives the number with its country, some clients without the sign for it."""
    return number if number.startswith("+") else f"+{number}"
