"""The parts of the application and what each needs: every one built when first asked for, once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import aiohttp
import structlog
from aiohttp import web

from actions.registry import action_executor
from actions.server import ActionServer
from bot.dialogue.continuing import Continuing
from bot.dialogue.conversations import Conversations
from bot.dialogue.degraded import Degraded
from bot.dialogue.forgetting import Forgetting
from bot.dialogue.linking import Linking
from bot.dialogue.outbox import Outbox
from bot.dialogue.own_data import OwnData
from bot.dialogue.pushes import Pushes
from bot.dialogue.rasa import RasaClient
from bot.dialogue.turns import Dialogue
from bot.files.scanning import Clamd
from bot.files.store import FileStore
from bot.insight.metrics import Metrics
from bot.insight.parts import Insight
from bot.limiting import Limiter, Limits
from bot.mail.sending import Mailer
from bot.mail.server import MailServer
from bot.mail.wording import Wording
from bot.news.parts import News
from bot.papers.printer import Printer
from bot.papers.words import load_words as load_paper_words
from bot.privacy.policy import Terms
from bot.privacy.retention import Retention
from bot.replies.catalogue import load_catalogue
from bot.replies.render import Renderer
from bot.settings import Settings
from bot.staff.app import staff_app
from bot.storage.database import Database
from bot.storage.secrets import secret_of
from bot.storage.transport import warn_of_weakness
from bot.telegram.channel import TelegramChannel, telegram_channel
from bot.telegram.linking import linked_chats
from bot.telegram.own_data import own_data_of_chats
from bot.telegram.subscribing import subscribing
from bot.tickets.attachments import Attachments
from bot.tickets.desk import Desk
from bot.tickets.following import FollowUp
from bot.tickets.reception import Reception
from bot.tickets.talking import TicketTalk
from bot.tickets.words import FOLDER as WORDS
from bot.tickets.words import Words, load_words
from bot.web import keys
from bot.web.app import public_app
from bot.web.tokens import Tokens
from bot.web.visits import Visits
from knowledge.base import Knowledge
from knowledge.loading import load
from knowledge.verified import Verifications
from nlu.text.rendering import Rendering

log = structlog.get_logger(__name__)

_SECRETS = ("papers", "conversation-tokens", "ticket-visits")


class Assembly:
    """The application's parts by name.

    Building raises KnowledgeError or WordsError where the files are at fault.
    """

    def __init__(
        self,
        settings: Settings,
        database: Database,
        session: aiohttp.ClientSession,
        secrets: Mapping[str, str],
    ) -> None:
        self.settings = settings
        self.database = database
        self._session = session
        self._secrets = secrets

    @classmethod
    async def of(
        cls, settings: Settings, database: Database, session: aiohttp.ClientSession
    ) -> Assembly:
        """The parts over a migrated database, whose secrets are made at the first start."""
        warn_of_weakness(settings.database_url)
        secrets = {name: await secret_of(database, name) for name in _SECRETS}
        return cls(settings, database, session, secrets)

    @cached_property
    def public(self) -> web.Application:
        """What the internet reaches: chat, pages, console and Telegram's webhook."""
        app = public_app(self.settings.widget_origins, demo=self.settings.demo)
        app[keys.LIMITER] = self.limiter
        app[keys.DIALOGUE] = self.dialogue
        app[keys.CONVERSATIONS] = self.conversations
        app[keys.OUTBOX] = self.outbox
        app[keys.PUSHES] = Pushes(self.database, self.renderer)
        app[keys.RENDERER] = self.renderer
        app[keys.RASA] = self.rasa
        app[keys.ATTACHMENTS] = self.attachments
        app[keys.TOKENS] = Tokens(self._secrets["conversation-tokens"])
        app[keys.PRINTER] = self.printer
        app[keys.OWN_DATA] = self.own_data
        app[keys.FORGETTING] = self.forgetting
        app[keys.TURN_DAYS] = self.settings.turn_days
        app[keys.CONTINUING] = Continuing(self.database)
        app[keys.LINKING] = self.linking
        app[keys.FOLLOW_UP] = self.follow_up
        app[keys.VISITS] = Visits(self._secrets["ticket-visits"], self.database)
        app.add_subapp("/staff", self.console)
        if self.telegram:
            self.telegram.add_routes(app)
            app[keys.TELEGRAM_NAME] = self.telegram.bot_name
        return app

    @cached_property
    def internal(self) -> web.Application:
        """What Rasa and Prometheus reach."""
        token = self.settings.internal_token.get_secret_value()
        executor = action_executor(self.knowledge, self.words, self.desk, self.talk, self.reception)
        app = ActionServer(executor, token, self.conversations.is_answered).app()
        app.router.add_get("/metrics", Metrics(self.database).show)
        return app

    @cached_property
    def console(self) -> web.Application:
        """The pages of staff."""
        return staff_app(
            self.database,
            self.settings.session_hours,
            printer=self.printer,
            knowledge_faults=self.knowledge.faults,
            silent_since=lambda: self.rasa.silent_since,
            rendering=Rendering(
                spoken=self.knowledge.words("ary"), kept=self.knowledge.words("fr")
            ),
            insight=self.insight,
            news=self.news,
            totp_roles=self.settings.totp_roles,
            idle_minutes=self.settings.session_idle_minutes,
            files=self.attachments,
            retention=self.retention,
            reopen_days=self.settings.reopen_days,
            chase_days=self.settings.chase_days,
            limiter=self.limiter,
        )

    @cached_property
    def telegram(self) -> TelegramChannel | None:
        """The bot; None without its token."""
        own_data = own_data_of_chats(
            self.own_data, self.forgetting, self.store, self.printer, self.settings.turn_days
        )
        return telegram_channel(
            self.settings,
            self.database,
            self.dialogue,
            self.conversations,
            self.renderer,
            self.attachments,
            self.knowledge,
            extensions=[subscribing(self.database), linked_chats(self.linking), own_data],
        )

    @cached_property
    def mailer(self) -> Mailer | None:
        """E-mail; None where it is not set up."""
        settings = self.settings
        if not (settings.smtp_url and settings.mail_from and settings.public_url):
            return None
        server = MailServer.at(settings.smtp_url.get_secret_value())
        wording = Wording(self.renderer, settings.public_url, settings.console)
        return Mailer(self.database, server, wording, settings.mail_from)

    @cached_property
    def dialogue(self) -> Dialogue:
        """The door that every channel uses."""
        return Dialogue(
            self.conversations,
            self.rasa,
            Degraded(self.knowledge, self.words, self.desk, self.talk, self.reception),
            self.knowledge,
            self.words,
            self.renderer,
            self.settings.message_max_chars,
        )

    @cached_property
    def rasa(self) -> RasaClient:
        """The client of the Rasa process of this application."""
        token = self.settings.internal_token.get_secret_value()
        return RasaClient(
            self._session, self.settings.rasa_url, token, self.settings.rasa_timeout_s
        )

    @cached_property
    def knowledge(self) -> Knowledge:
        """The knowledge base; its faults are logged where it is not strict."""
        knowledge = load(strict=self.settings.knowledge_strict)
        for fault in knowledge.faults:
            log.error("knowledge.fault", fault=str(fault))
        return knowledge

    @cached_property
    def words(self) -> Words:
        """The words by which the desk reads answers."""
        return load_words(WORDS)

    @cached_property
    def verifications(self) -> Verifications:
        """Which facts staff confirmed."""
        return Verifications()

    @cached_property
    def renderer(self) -> Renderer:
        """Puts what is said into the words of a variety."""
        return Renderer(
            load_catalogue(),
            self.knowledge,
            verifications=self.verifications,
            home=self.settings.public_url,
        )

    @cached_property
    def insight(self) -> Insight:
        """What staff see of the bot."""
        return Insight.of(
            self.database, self.knowledge, self.verifications, self.settings.turn_days
        )

    @cached_property
    def news(self) -> News:
        """Announcements."""
        return News.of(
            self.database, self.renderer, self.knowledge, four_eyes=self.settings.news_four_eyes
        )

    @cached_property
    def conversations(self) -> Conversations:
        """The rows of conversations, turns and choices."""
        return Conversations(self.database)

    @cached_property
    def outbox(self) -> Outbox:
        """What leaves for citizens later."""
        return Outbox(self.database)

    @cached_property
    def linking(self) -> Linking:
        """One person on two channels."""
        return Linking(self.database, self.conversations)

    @cached_property
    def own_data(self) -> OwnData:
        """What is held of a conversation, shown."""
        return OwnData(self.database, self.conversations, self.renderer)

    @cached_property
    def forgetting(self) -> Forgetting:
        """What is held of a conversation, deleted."""
        return Forgetting(self.database, self.conversations, self.store, self.settings.backup_days)

    @cached_property
    def retention(self) -> Retention:
        """The daily job that ends what is due."""
        return Retention(self.database, Terms.of(self.settings))

    @cached_property
    def desk(self) -> Desk:
        """Opens tickets."""
        return Desk(
            self.database,
            self.settings.acknowledge_days,
            self.settings.answer_days,
            self.words,
            self.follow_up,
            assigns=self.settings.auto_assign,
        )

    @cached_property
    def follow_up(self) -> FollowUp:
        """The citizen's side of a ticket."""
        return FollowUp(self.database, self.settings.reopen_days)

    @cached_property
    def talk(self) -> TicketTalk:
        """Tickets in a conversation."""
        return TicketTalk(self.follow_up, self.words)

    @cached_property
    def reception(self) -> Reception:
        """Whether staff are there, and what they owe."""
        return Reception(self.database, self.settings.office_hours)

    @cached_property
    def store(self) -> FileStore:
        """The bytes of citizens' files."""
        return FileStore(Path(self.settings.files_dir))

    @cached_property
    def attachments(self) -> Attachments:
        """Citizens' files on conversations and tickets."""
        return Attachments(self.database, self.store, self.scanner, self.settings.files_total_mb)

    @cached_property
    def scanner(self) -> Clamd | None:
        """What looks for viruses in citizens' files; None where it is not set up."""
        if not self.settings.clamd:
            log.info("scanner.off", unset="JISR_CLAMD")
            return None
        return Clamd(self.settings.clamd)

    @cached_property
    def printer(self) -> Printer:
        """Papers with their check codes."""
        place = f"{self.settings.home}/verify"
        return Printer(self._secrets["papers"], place, load_paper_words(load_catalogue()))

    @cached_property
    def limiter(self) -> Limiter:
        """What one may ask of the application."""
        return Limiter(Limits.of(self.settings), behind_proxy=self.settings.behind_proxy)
