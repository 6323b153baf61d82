"""Typed places for what the console's handlers need."""

from __future__ import annotations

from aiohttp import web

from bot.staff.accounts import Door
from bot.staff.loads import Workload
from bot.staff.members import Members, OwnAccounts
from bot.staff.pages import Pages
from bot.staff.seals import Seals
from bot.staff.sessions import Sessions, SignedIn
from bot.tickets.casework import Casework

CASEWORK = web.AppKey("casework", Casework)
DOOR = web.AppKey("door", Door)
PAGES = web.AppKey("pages", Pages)
SESSIONS = web.AppKey("sessions", Sessions)

# Who is signed in; absent on the sign-in page.
ME = web.RequestKey("me", SignedIn)
MEMBERS = web.AppKey("members", Members)
OWN_ACCOUNTS = web.AppKey("own_accounts", OwnAccounts)
SEALS = web.AppKey("seals", Seals)
WORKLOAD = web.AppKey("workload", Workload)
