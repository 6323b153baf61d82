"""Typed places for what the console's handlers need."""

from __future__ import annotations

from aiohttp import web

from bot.staff.accounts import Door
from bot.staff.pages import Pages
from bot.staff.sessions import Sessions, SignedIn
from bot.tickets.attachments import Attachments
from bot.tickets.casework import Casework

ATTACHMENTS = web.AppKey("attachments", Attachments)
CASEWORK = web.AppKey("casework", Casework)
DOOR = web.AppKey("door", Door)
PAGES = web.AppKey("pages", Pages)
SESSIONS = web.AppKey("sessions", Sessions)

# Who is signed in; absent on the sign-in page.
ME = web.RequestKey("me", SignedIn)
