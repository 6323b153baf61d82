"""Typed places for what the console's handlers need."""

from __future__ import annotations

from aiohttp import web

from bot.insight.parts import Insight
from bot.limiting import Limiter
from bot.news.parts import News
from bot.papers.printer import Printer
from bot.privacy.releases import Releases
from bot.privacy.retention import Retention
from bot.staff.accounts import Door
from bot.staff.bell import Notices
from bot.staff.canned import CannedAnswers
from bot.staff.loads import Workload
from bot.staff.members import Members, OwnAccounts
from bot.staff.pages import Pages
from bot.staff.seals import Seals
from bot.staff.sessions import Sessions, SignedIn
from bot.tickets.assignment import Assignment
from bot.tickets.attachments import Attachments
from bot.tickets.casework import Casework
from bot.tickets.closed_days import ClosedDays
from bot.tickets.forwarding import Forwardings
from bot.tickets.incidents import Incidents
from bot.tickets.linking import Linking
from bot.tickets.noting import Noting
from bot.tickets.queues import Queues
from bot.tickets.saved_views import SavedViews
from bot.tickets.settling import Settling

ATTACHMENTS = web.AppKey("attachments", Attachments)
CASEWORK = web.AppKey("casework", Casework)
DOOR = web.AppKey("door", Door)
# Absent where nothing is limited.
LIMITER = web.AppKey("limiter", Limiter)
INSIGHT = web.AppKey("insight", Insight)
NEWS = web.AppKey("news", News)
PAGES = web.AppKey("pages", Pages)
PRINTER = web.AppKey("printer", Printer)
RELEASES = web.AppKey("releases", Releases)
RETENTION = web.AppKey("retention", Retention)
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

# What staff do with a ticket, for its page.
ASSIGNMENT = web.AppKey("assignment", Assignment)
CANNED = web.AppKey("canned", CannedAnswers)
FORWARDINGS = web.AppKey("forwardings", Forwardings)
INCIDENTS = web.AppKey("incidents", Incidents)
LINKING = web.AppKey("linking", Linking)
NOTING = web.AppKey("noting", Noting)
SETTLING = web.AppKey("settling", Settling)
