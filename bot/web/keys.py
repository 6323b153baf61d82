"""Application keys: typed places for what the handlers need."""

from __future__ import annotations

from aiohttp import web

from bot.dialogue.continuing import Continuing
from bot.dialogue.conversations import Conversations
from bot.dialogue.outbox import Outbox
from bot.dialogue.rasa import RasaClient
from bot.dialogue.turns import Dialogue
from bot.replies.render import Renderer
from bot.tickets.following import FollowUp
from bot.web.tokens import Tokens
from bot.web.visits import Visits

DIALOGUE = web.AppKey("dialogue", Dialogue)
CONVERSATIONS = web.AppKey("conversations", Conversations)
OUTBOX = web.AppKey("outbox", Outbox)
RENDERER = web.AppKey("renderer", Renderer)
RASA = web.AppKey("rasa", RasaClient)
TOKENS = web.AppKey("tokens", Tokens)
FOLLOW_UP = web.AppKey("follow_up", FollowUp)
VISITS = web.AppKey("visits", Visits)
CONTINUING = web.AppKey("continuing", Continuing)
ORIGINS = web.AppKey("origins", frozenset[str])

# The citizen's variety, once a handler knows it: failures are worded in it.
LANG = web.RequestKey("lang", str)
