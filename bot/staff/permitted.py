"""Who may do what on the pages of insight."""

from __future__ import annotations

from aiohttp import web

from bot.errors import NotAllowed
from bot.staff.keys import ME

_SUPERVISORS = frozenset({"supervisor", "admin"})
_MAY = {
    "review_turns": _SUPERVISORS | {"agent"},
    "confirm_facts": _SUPERVISORS,
    "see_dashboard": _SUPERVISORS,
    "export": _SUPERVISORS,
}


def may(request: web.Request, permission: str) -> bool:
    """Whether the role of who is signed in permits it."""
    return request[ME].role in _MAY[permission]


def require(request: web.Request, permission: str) -> None:
    """Raises NotAllowed unless the role of who is signed in permits it."""
    if not may(request, permission):
        raise NotAllowed
