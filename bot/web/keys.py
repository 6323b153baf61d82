"""Application keys: typed places for what the handlers need."""

from __future__ import annotations

from collections.abc import Callable

from aiohttp import web

from bot.dialogue.continuing import Continuing
from bot.dialogue.conversations import Conversations
from bot.dialogue.forgetting import Forgetting
from bot.dialogue.linking import Linking
from bot.dialogue.outbox import Outbox
from bot.dialogue.own_data import OwnData
from bot.dialogue.pushes import Pushes
from bot.dialogue.rasa import RasaClient
from bot.dialogue.turns import Dialogue
from bot.limiting import Limiter
from bot.papers.printer import Printer
from bot.replies.render import Renderer
from bot.tickets.attachments import Attachments
from bot.tickets.following import FollowUp
from bot.web.tokens import Tokens
from bot.web.visits import Visits

DIALOGUE = web.AppKey("dialogue", Dialogue)
CONVERSATIONS = web.AppKey("conversations", Conversations)
OUTBOX = web.AppKey("outbox", Outbox)
PUSHES = web.AppKey("pushes", Pushes)
RENDERER = web.AppKey("renderer", Renderer)
RASA = web.AppKey("rasa", RasaClient)
PRINTER = web.AppKey("printer", Printer)
TOKENS = web.AppKey("tokens", Tokens)
FOLLOW_UP = web.AppKey("follow_up", FollowUp)
VISITS = web.AppKey("visits", Visits)
ATTACHMENTS = web.AppKey("attachments", Attachments)
CONTINUING = web.AppKey("continuing", Continuing)
LINKING = web.AppKey("linking", Linking)
OWN_DATA = web.AppKey("own_data", OwnData)
FORGETTING = web.AppKey("forgetting", Forgetting)
TURN_DAYS = web.AppKey("turn_days", int)
# Gives the bot's name on Telegram once it is known; absent where there is no bot.
TELEGRAM_NAME: web.AppKey[Callable[[], str | None]] = web.AppKey("telegram_name")
# Absent where nothing is limited.
LIMITER = web.AppKey("limiter", Limiter)
ORIGINS = web.AppKey("origins", frozenset[str])

# The citizen's variety, once a handler knows it: failures are worded in it.
LANG = web.RequestKey("lang", str)
