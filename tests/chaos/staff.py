"""A member of staff at the console: opens tickets, replies, sends a form again after a fault."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from html import unescape
from itertools import count
from random import Random

import aiohttp

from tests.chaos.ledger import Ledger, Reply
from tests.chaos.patience import Outcome, until_answered

_IDLE_PAUSE_S = 0.1
_NEWEST = 12
"""Out of so many tickets the next one is taken: two members often meet in one conversation."""

_numbers = count(1)


class Member:
    """Replies for as long as told."""

    def __init__(
        self, session: aiohttp.ClientSession, url: str, ledger: Ledger, random: Random
    ) -> None:
        self._session = session
        self._url = url
        self._ledger = ledger
        self._random = random

    async def reply_until(self, enough: Callable[[], bool], username: str, password: str) -> None:
        """Signs in, and then reply after reply; the last one is finished."""
        await self._sign_in(username, password)
        while not enough():
            tickets = list(self._ledger.tickets().items())[-_NEWEST:]
            if tickets:
                reference, conversation_id = self._random.choice(tickets)
                await self._reply(reference, conversation_id)
            await asyncio.sleep(_IDLE_PAUSE_S)

    async def _sign_in(self, username: str, password: str) -> None:
        form = {"username": username, "password": password}
        signed_in = await self._post("/staff/sign-in", form)
        if signed_in.status != 303:
            self._ledger.refused.append(f"signing in: {signed_in.status}")

    async def _reply(self, reference: str, conversation_id: str) -> None:
        text = f"Votre dossier est suivi par nos services, réponse numéro {next(_numbers):06}."
        reply = Reply(conversation_id, reference, text)
        self._ledger.replies.append(reply)
        ticket = f"/staff/tickets/{reference}"
        while not reply.acknowledged:
            page = await self._get(ticket)
            if page.status != 200:
                self._ledger.refused.append(f"{ticket}: {page.status}")
                return
            reply.acknowledged = text in page.body  # it was kept, and the answer lost
            if not reply.acknowledged:
                sent = await self._post(f"{ticket}/reply", _form(page.body, text))
                reply.acknowledged = sent.status == 303 and "done=reply" in sent.location
        self._ledger.heard += 1

    async def _get(self, path: str) -> Outcome:
        return await until_answered(
            lambda: self._session.get(self._url + path, allow_redirects=False)
        )

    async def _post(self, path: str, form: dict[str, str]) -> Outcome:
        return await until_answered(
            lambda: self._session.post(self._url + path, data=form, allow_redirects=False)
        )


def _form(page: str, text: str) -> dict[str, str]:
    return {
        "csrf": _hidden(page, "csrf"),
        "seen": _hidden(page, "seen"),
        "mode": "reply",
        "text": text,
    }


def _hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    return unescape(found[1]) if found else ""
