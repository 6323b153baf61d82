"""Holds the console to its limits; the rules are in bot/limiting.py."""

from __future__ import annotations

from aiohttp import web

from bot.errors import TooManyCalls
from bot.limiting import Kind
from bot.staff.keys import LIMITER
from bot.staff.sessions import SignedIn

SIGNING_IN = frozenset({"sign_in", "sign_in_code"})
"""The routes on which names, passwords and codes are tried."""


async def spend_address(request: web.Request) -> None:
    """Takes a request from the budget of its address; raises TooManyCalls."""
    await _spend(request, "address")


async def spend_sign_in(request: web.Request) -> None:
    """Before a name, a password or a code is tried; raises TooManyCalls."""
    await _spend(request, "sign_ins")


async def spend_account(request: web.Request, me: SignedIn) -> None:
    """Takes a request from the budget of who is signed in; raises TooManyCalls."""
    await _spend(request, "account", str(me.staff_id))


async def _spend(request: web.Request, kind: Kind, who: str | None = None) -> None:
    limiter = request.app.get(LIMITER)
    if limiter and (seconds := await limiter.spend(request, kind, who)):
        raise TooManyCalls(seconds=seconds)
