"""Typed places for what the console's handlers need."""

from __future__ import annotations

from aiohttp import web

from bot.staff.accounts import Door
from bot.staff.canned import CannedAnswers
from bot.staff.loads import Workload
from bot.staff.members import Members, OwnAccounts
from bot.staff.pages import Pages
from bot.staff.seals import Seals
from bot.staff.sessions import Sessions, SignedIn
from bot.tickets.assignment import Assignment
from bot.tickets.casework import Casework
from bot.tickets.forwarding import Forwardings
from bot.tickets.incidents import Incidents
from bot.tickets.linking import Linking
from bot.tickets.noting import Noting
from bot.tickets.settling import Settling

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

# What staff do with a ticket, for its page.
ASSIGNMENT = web.AppKey("assignment", Assignment)
CANNED = web.AppKey("canned", CannedAnswers)
FORWARDINGS = web.AppKey("forwardings", Forwardings)
INCIDENTS = web.AppKey("incidents", Incidents)
LINKING = web.AppKey("linking", Linking)
NOTING = web.AppKey("noting", Noting)
SETTLING = web.AppKey("settling", Settling)
