"""The one helper by which a handler asks whether its reader may do something."""

from __future__ import annotations

from aiohttp import web

from bot.errors import NotAllowed
from bot.staff.keys import ME
from bot.staff.roles import Permission


def require(request: web.Request, permission: Permission) -> None:
    """Raises NotAllowed unless the role of who is signed in may do that."""
    if not request[ME].may(permission):
        raise NotAllowed
