"""Puts the Telegram channel together; nothing of it is built without a token."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

import structlog
from aiohttp import web
from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, InvalidToken
from telegram.ext import ApplicationBuilder, Defaults
from telegram.warnings import PTBDeprecationWarning

from bot.dialogue.conversations import Conversations
from bot.dialogue.pushes import Pushes
from bot.dialogue.turns import Dialogue
from bot.replies.render import Renderer
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.leases import Leases
from bot.storage.models import Conversation, OutboxMessage
from bot.telegram.chats import Chats
from bot.telegram.commands import publish_commands
from bot.telegram.extension import MakeExtension
from bot.telegram.files import Files
from bot.telegram.handlers import Handlers
from bot.telegram.inbox import Inbox
from bot.telegram.pacing import Limits
from bot.telegram.receiving import WEBHOOK_PATH, Polling, Webhook
from bot.telegram.sending import Patience, Sender, TelegramDeliverer
from bot.telegram.talking import Talking
from bot.telegram.wording import Part
from bot.telegram.workers import PtbApplication, Workers
from bot.tickets.attachments import Attachments
from knowledge.base import Knowledge

log = structlog.get_logger(__name__)

_FINISH_S = 10.0
_FIRST_PAUSE_S = 1.0
_LONGEST_PAUSE_S = 60.0


class TelegramChannel:
    """The running channel, and the deliverer of the outbox for it."""

    def __init__(
        self,
        application: PtbApplication,
        workers: Workers,
        receiving: Polling | Webhook,
        deliverer: TelegramDeliverer,
        renderer: Renderer,
        further_commands: Sequence[str] = (),
    ) -> None:
        self._further_commands = further_commands
        self._deliverer = deliverer
        self._application = application
        self._workers = workers
        self._receiving = receiving
        self._renderer = renderer
        self._running: asyncio.Task[None] | None = None

    def add_routes(self, app: web.Application) -> None:
        """Adds the webhook to the public application, where one is set."""
        if isinstance(self._receiving, Webhook):
            app.router.add_post(WEBHOOK_PATH, self._receiving.receive)

    def bot_name(self) -> str | None:
        """The bot's username, once Telegram has told it."""
        with suppress(RuntimeError):  # not asked yet
            return str(self._application.bot.username)
        return None

    async def deliver(self, conversation: Conversation, message: OutboxMessage) -> None:
        """Sends a message of the outbox; as bot.dialogue.outbox.Deliverer promises."""
        await self._deliverer.deliver(conversation, message)

    async def send_in_bulk(
        self, conversation: Conversation, parts: Sequence[Part], key: str
    ) -> None:
        """Sends one of many; answers to people go before it. See TelegramDeliverer.send."""
        await self._deliverer.send(conversation, parts, key, bulk=True)

    async def start(self) -> None:
        """Starts to receive and to answer, also if Telegram cannot be reached yet."""
        # Both types of retry_after are read; the library warns at each one it makes.
        warnings.filterwarnings("ignore", message=".*retry_after", category=PTBDeprecationWarning)
        self._running = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Finishes what is in hand; what is not stays in the inbox for the next start."""
        if self._running:
            self._running.cancel()
            with suppress(asyncio.CancelledError):
                await self._running
        await self._workers.finish(_FINISH_S)
        await self._application.shutdown()

    async def _publish_commands(self) -> None:
        bot = self._application.bot
        await publish_commands(bot, self._renderer, self._further_commands)

    async def _run(self) -> None:
        try:
            await _until_it_works(self._application.initialize)
            async with asyncio.TaskGroup() as group:
                group.create_task(_until_it_works(self._publish_commands))
                group.create_task(_until_it_works(self._workers.run))
                group.create_task(_until_it_works(self._receiving.run))
        except* InvalidToken:
            # The web goes on; only this channel is off until the token is mended.
            log.error("telegram.token-refused", setting="TELEGRAM_BOT_TOKEN")


def _end_if_cancelled(error: Exception) -> None:
    """An error while a cancelled task tidied up must not take the place of the cancellation."""
    task = asyncio.current_task()
    if task and task.cancelling():
        raise asyncio.CancelledError from error


async def _until_it_works(run: Callable[[], Awaitable[None]]) -> None:
    """Runs it, again after a growing pause whenever it fails, but for a wrong token."""
    pause_s = _FIRST_PAUSE_S
    while True:
        try:
            await run()
        except InvalidToken:
            raise
        except Exception as error:
            _end_if_cancelled(error)
            # Telegram away, database away: the channel must come back by itself.
            told = error.message if isinstance(error, BadRequest) else ""
            log.warning("telegram.again", error=type(error).__name__, told=told)
            await asyncio.sleep(pause_s)
            pause_s = min(pause_s * 2, _LONGEST_PAUSE_S)
        else:
            return


def telegram_channel(
    settings: Settings,
    database: Database,
    dialogue: Dialogue,
    conversations: Conversations,
    renderer: Renderer,
    attachments: Attachments,
    knowledge: Knowledge,
    extensions: Sequence[MakeExtension] = (),
) -> TelegramChannel | None:
    """The Telegram channel as the settings want it; None without a token.

    `extensions` add the commands and buttons of other parts of the product.
    """
    if settings.telegram_bot_token is None:
        return None
    application = _application(settings.telegram_bot_token.get_secret_value(), settings)
    chats, inbox = Chats(database, conversations), Inbox(database)
    leases, sender = Leases(database), Sender(application.bot, database)
    talking = Talking(application.bot, dialogue, chats, renderer, sender)
    extra = [make(talking) for make in extensions]
    handlers = Handlers(
        talking,
        conversations=conversations,
        inbox=inbox,
        files=Files(attachments),
        knowledge=knowledge,
        extra=extra,
    )
    handlers.register(application)
    workers = Workers(application, inbox, leases, handlers.gave_up)
    receiving: Polling | Webhook
    if settings.telegram_webhook_url and settings.telegram_webhook_secret:
        receiving = Webhook(
            application.bot,
            inbox,
            workers.nudge,
            settings.telegram_webhook_url,
            settings.telegram_webhook_secret.get_secret_value(),
        )
    else:
        receiving = Polling(application.bot, inbox, leases, workers.nudge)
    deliverer = TelegramDeliverer(sender, chats, Pushes(database, renderer), renderer)
    further = [name for extension in extra for name in extension.commands]
    return TelegramChannel(application, workers, receiving, deliverer, renderer, further)


def _application(token: str, settings: Settings) -> PtbApplication:
    defaults = Defaults(
        parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    return (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{settings.telegram_api_url}/bot")
        .base_file_url(f"{settings.telegram_api_url}/file/bot")
        .updater(None)
        .job_queue(None)
        .rate_limiter(Patience(Limits(per_s=settings.telegram_messages_per_s)))
        .defaults(defaults)
        .build()
    )
