"""What the application logs, and how: the one place where logging is set up.

Lines are those of `nlu/log_lines.py`: no message text, name, phone, place or code stands in them.
A turn's lines carry one name in all processes; no conversation, whose id on Telegram follows from
the chat's.
"""

from __future__ import annotations

from aiohttp import web

from nlu import log_lines
from nlu.log_lines import Form

# They are wrong about what is wrong: an unreadable document, a chat that is gone.
_SILENT = ("pypdf", "telegram")


def configure(level: str, form: Form = "auto") -> None:
    """Sets up logging for this process; called once, before anything else is built."""
    log_lines.configure(level, form, silent=_SILENT)
    log_lines.catch_the_rest()


def route_of(request: web.Request) -> str | None:
    """Which page or call was asked for, without the references and names in its address."""
    resource = request.match_info.route.resource
    return resource.canonical if resource else None
