"""What each button of the message about announcements does, and the screen that follows."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bot.dialogue.state import slots
from bot.errors import LastKind, NotSubscribed, WishRefused
from bot.news import wishes
from bot.news.clocks import clocks_of
from bot.news.subscriptions import Subscriptions
from bot.news.wishes import KINDS, Change
from bot.replies.consent import NEWS_CONSENT, shown_as
from bot.replies.render import Renderer
from bot.storage.models import Conversation, Subscription, now
from bot.telegram.news_screens import ALL, Screens
from bot.telegram.wording import Part
from bot.tickets.calendar import HOME
from nlu.text.variety import Variety


@dataclass(frozen=True)
class Tap:
    """A button, by whom it was pressed, and what they are subscribed to."""

    conversation: Conversation
    kept: Subscription | None
    deed: str = ""
    value: str = ""

    @property
    def lang(self) -> Variety:
        """The language of their announcements, which is that of the screens."""
        return (self.kept and self.kept.lang) or self.conversation.lang

    @property
    def subscription(self) -> Subscription:
        """What the screens of choices are about; raises NotSubscribed."""
        if self.kept is None:
            raise NotSubscribed
        return self.kept


class Choosing:
    """The deeds behind the buttons; each is the same however often it is done."""

    def __init__(self, subscriptions: Subscriptions, renderer: Renderer) -> None:
        self._subscriptions = subscriptions
        self._renderer = renderer
        self._screens = Screens(renderer)
        self._deeds: Mapping[str, Callable[[Tap], Awaitable[Part]]] = {
            "yes": self._agree,
            "no": self._decline,
            "choices": self.choices,
            "kind+": self._add_kind,
            "kind-": self._leave_kind_out,
            "topics": self._topics,
            "topic+": self._pick_topic,
            "topic-": self._drop_topic,
            "langs": self._languages,
            "lang": self._choose_language,
            "country": self._country,
            "countries": self._countries,
            "pages": self._country_pages,
            "page": self._country_page,
            "live": self._live,
            "clocks": self._clocks,
            "zone": self._choose_clock,
            "quiet": self._quiet,
            "done": self._finish,
            "end": self.stop,
            "stop": self.stop,
            "again": self._take_up_again,
            "less": self._leave_out,
            "more": self._include,
        }

    async def do(self, tap: Tap) -> Part:
        """Does what the button says; raises BadInput where it cannot be done any more."""
        deed = self._deeds.get(tap.deed)
        if deed is None:
            raise WishRefused(value=tap.deed)
        return await deed(tap)

    async def open(self, tap: Tap) -> Part:
        """The choices, or to who is not subscribed the question whether they want to be."""
        return self._screens.consent(tap.lang) if tap.kept is None else await self.choices(tap)

    async def choices(self, tap: Tap) -> Part:
        """All choices; raises NotSubscribed."""
        return self._screens.choices(tap.lang, tap.subscription)

    async def stop(self, tap: Tap) -> Part:
        """Stops all announcements."""
        await self._subscriptions.stop(tap.conversation.id)
        return self._screens.stopped(tap.lang)

    async def stop_by_command(self, tap: Tap) -> Part:
        """The same for who may not be subscribed at all."""
        if tap.kept is None:
            return self._screens.nothing_to_stop(tap.lang)
        return await self.stop(tap)

    async def _agree(self, tap: Tap) -> Part:
        if tap.kept:
            return await self.choices(tap)
        asked = shown_as(NEWS_CONSENT, tap.lang, self._renderer.words(tap.lang, NEWS_CONSENT))
        kept = await self._subscriptions.subscribe(tap.conversation.id, asked)
        agreed = Tap(tap.conversation, kept)
        return await self.choices(agreed) if kept.country else await self._country(agreed)

    async def _decline(self, tap: Tap) -> Part:
        # An old question may still stand above a subscription: "no" is a no.
        return await self.stop(tap) if tap.kept else self._screens.declined(tap.lang)

    async def _add_kind(self, tap: Tap) -> Part:
        kinds = wishes.put_in(tap.subscription.kinds, tap.value, KINDS)
        return await self.choices(await self._changed(tap, {"kinds": kinds}))

    async def _leave_kind_out(self, tap: Tap) -> Part:
        kinds = wishes.take_out(tap.subscription.kinds, tap.value, KINDS)
        if kinds is None:
            raise LastKind
        return await self.choices(await self._changed(tap, {"kinds": kinds}))

    async def _topics(self, tap: Tap) -> Part:
        if tap.value == ALL:
            tap = await self._changed(tap, {"topics": []})
        return self._screens.topics(tap.lang, tap.subscription)

    async def _pick_topic(self, tap: Tap) -> Part:
        topics = wishes.pick_topic(tap.subscription.topics, tap.value, self._known_topics)
        changed = await self._changed(tap, {"topics": topics})
        return self._screens.topics(tap.lang, changed.subscription)

    async def _drop_topic(self, tap: Tap) -> Part:
        topics = wishes.drop_topic(tap.subscription.topics, tap.value, self._known_topics)
        changed = await self._changed(tap, {"topics": topics})
        return self._screens.topics(tap.lang, changed.subscription)

    async def _languages(self, tap: Tap) -> Part:
        return self._screens.languages(tap.lang, tap.subscription)

    async def _choose_language(self, tap: Tap) -> Part:
        lang = wishes.in_language(None if tap.value == ALL else tap.value)
        return await self.choices(await self._changed(tap, lang))

    async def _country(self, tap: Tap) -> Part:
        told = tap.subscription.country or await self._country_told(tap.conversation)
        return self._screens.country(tap.lang, told)

    async def _countries(self, tap: Tap) -> Part:
        return self._screens.countries(tap.lang)

    async def _country_pages(self, tap: Tap) -> Part:
        return self._screens.country_pages(tap.lang)

    async def _country_page(self, tap: Tap) -> Part:
        try:
            return self._screens.country_page(tap.lang, _number(tap.value))
        except IndexError:
            raise WishRefused(value=tap.value) from None

    async def _live(self, tap: Tap) -> Part:
        country = wishes.living_in(None if tap.value == ALL else tap.value, now())
        changed = await self._changed(tap, country)
        several = len(clocks_of(changed.subscription.country or "", now())) > 1
        return await (self._clocks(changed) if several else self.choices(changed))

    async def _clocks(self, tap: Tap) -> Part:
        moment = now()
        clocks = clocks_of(tap.subscription.country or "", moment)
        if not clocks:
            raise WishRefused(value=tap.deed)
        return self._screens.clocks(tap.lang, clocks, moment)

    async def _choose_clock(self, tap: Tap) -> Part:
        clock = wishes.by_clock(tap.subscription.country, tap.value, now())
        return await self.choices(await self._changed(tap, clock))

    async def _quiet(self, tap: Tap) -> Part:
        if tap.value:
            start, _, end = tap.value.partition("-")
            tap = await self._changed(tap, wishes.quiet_between(_number(start), _number(end)))
        return self._screens.quiet(tap.lang, tap.subscription, now())

    async def _finish(self, tap: Tap) -> Part:
        _check_subscribed(tap)
        return self._screens.done(tap.lang)

    async def _take_up_again(self, tap: Tap) -> Part:
        kept = await self._subscriptions.subscribe(tap.conversation.id)
        return self._screens.again(Tap(tap.conversation, kept).lang)

    async def _leave_out(self, tap: Tap) -> Part:
        change = wishes.leaving_out(tap.subscription, tap.value, self._known_topics)
        if change is None:
            return await self.stop(tap)
        await self._changed(tap, change)
        return self._screens.less(tap.lang, tap.value)

    async def _include(self, tap: Tap) -> Part:
        change = wishes.including(tap.subscription, tap.value, self._known_topics)
        await self._changed(tap, change)
        return self._screens.more(tap.lang, tap.value)

    @property
    def _known_topics(self) -> list[str]:
        return list(self._renderer.programmes("fr"))

    async def _changed(self, tap: Tap, change: Change) -> Tap:
        kept = await self._subscriptions.change(tap.conversation.id, change)
        return Tap(tap.conversation, kept)

    async def _country_told(self, conversation: Conversation) -> str | None:
        """Where they may live, by what they told in this conversation or in a ticket."""
        said = slots(conversation.rasa_state).get("country")
        if said and said != HOME:
            return str(said)
        return await self._subscriptions.country_told(conversation.id)


def _check_subscribed(tap: Tap) -> None:
    if tap.kept is None:
        raise NotSubscribed


def _number(text: str) -> int:
    if not text.isdecimal():
        raise WishRefused(value=text)
    return int(text)
