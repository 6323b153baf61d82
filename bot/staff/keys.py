"""Typed places for what the console's handlers need."""

from __future__ import annotations

from aiohttp import web

from bot.insight.parts import Insight
from bot.papers.printer import Printer
from bot.staff.accounts import Door
from bot.staff.bell import Notices
from bot.staff.loads import Workload
from bot.staff.members import Members, OwnAccounts
from bot.staff.pages import Pages
from bot.staff.seals import Seals
from bot.staff.sessions import Sessions, SignedIn
from bot.tickets.attachments import Attachments
from bot.tickets.casework import Casework
from bot.tickets.closed_days import ClosedDays
from bot.tickets.queues import Queues
from bot.tickets.saved_views import SavedViews

ATTACHMENTS = web.AppKey("attachments", Attachments)
CASEWORK = web.AppKey("casework", Casework)
DOOR = web.AppKey("door", Door)
INSIGHT = web.AppKey("insight", Insight)
PAGES = web.AppKey("pages", Pages)
PRINTER = web.AppKey("printer", Printer)
SESSIONS = web.AppKey("sessions", Sessions)
NOTICES = web.AppKey("notices", Notices)

# Who is signed in; absent on the sign-in page.
ME = web.RequestKey("me", SignedIn)
MEMBERS = web.AppKey("members", Members)
OWN_ACCOUNTS = web.AppKey("own_accounts", OwnAccounts)
SEALS = web.AppKey("seals", Seals)
WORKLOAD = web.AppKey("workload", Workload)
CLOSED_DAYS = web.AppKey("closed_days", ClosedDays)
QUEUES = web.AppKey("queues", Queues)
SAVED_VIEWS = web.AppKey("saved_views", SavedViews)
