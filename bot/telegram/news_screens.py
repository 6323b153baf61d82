"""What the message about announcements shows: one screen at a time, with its buttons.

Each button says what is to be, not "the other way round": pressed twice, or on an old screen, it
does no more and nothing else than it says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.news.clocks import Clock, city, clocks_of
from bot.news.wishes import KINDS, wanted
from bot.replies.countries import all_countries, country_name
from bot.replies.render import Renderer
from bot.storage.models import Subscription
from bot.telegram.wording import Part, plain
from nlu.text.variety import VARIETIES, Variety

PREFIX = "news:"
ALL = "*"

_CHOSEN = "✔"
_NEAR_COUNTRIES = 16
_COUNTRIES_ON_A_PAGE = 24
_DAY = 24

_UNNAMED = "EH"  # its people live in Morocco: see bot.tickets.words

Row = Sequence[InlineKeyboardButton]
Each = TypeVar("Each")


class Screens:
    """The screens, in the language that they are asked in."""

    def __init__(self, renderer: Renderer) -> None:
        self._renderer = renderer

    def consent(self, lang: Variety) -> Part:
        """What is offered, what is kept for it, how to stop; nothing happens without a yes."""
        rows = [[self._button(lang, "news-yes", "yes"), self._button(lang, "news-no", "no")]]
        return self._screen(lang, "news-consent", rows)

    def choices(self, lang: Variety, subscription: Subscription) -> Part:
        """All choices as they stand; the kinds are changed right here."""
        chosen = wanted(subscription.kinds, KINDS)
        rows = [
            *(self._kind(lang, kind, taken=kind in chosen) for kind in KINDS),
            [self._button(lang, "news-topics", "topics"), self._button(lang, "news-lang", "langs")],
            [
                self._button(lang, "news-country", "country"),
                self._button(lang, "news-quiet", "quiet"),
            ],
            [self._button(lang, "news-end", "end"), self._button(lang, "news-done", "done")],
        ]
        return self._screen(
            lang,
            "news-choices",
            rows,
            topics=self._topics_chosen(lang, subscription),
            language=self._lang_chosen(lang, subscription),
            country=self._country_chosen(lang, subscription),
            **_quiet(lang, subscription),
        )

    def topics(self, lang: Variety, subscription: Subscription) -> Part:
        """The programmes, those chosen marked; all of them above."""
        all_topics = self._renderer.words(lang, "news-all-topics")
        rows = [[_toggle(all_topics, not subscription.topics, f"topics:{ALL}", f"topics:{ALL}")]]
        for topic, title in self._renderer.programmes(lang).items():
            taken = topic in subscription.topics
            rows.append([_toggle(title, taken, f"topic+:{topic}", f"topic-:{topic}")])
        return self._screen(lang, "news-which-topics", [*rows, self._back(lang)])

    def languages(self, lang: Variety, subscription: Subscription) -> Part:
        """The varieties, and whichever the conversation is in."""
        same = self._renderer.words(lang, "news-lang-same")
        rows = [[_toggle(same, subscription.lang is None, f"lang:{ALL}", f"lang:{ALL}")]]
        for variety in VARIETIES:
            title, data = self._lang_name(lang, variety), f"lang:{variety}"
            rows.append([_toggle(title, subscription.lang == variety, data, data)])
        return self._screen(lang, "news-which-lang", [*rows, self._back(lang)])

    def country(self, lang: Variety, proposed: str | None) -> Part:
        """Where the person lives: what is known is proposed, never taken."""
        if proposed is None:
            return self.countries(lang)
        name = country_name(proposed, lang)
        rows = [
            [self._button(lang, "news-country-yes", f"live:{proposed}", country=name)],
            [self._button(lang, "news-country-other", "countries")],
            [self._button(lang, "news-country-all", f"live:{ALL}")],
        ]
        return self._screen(lang, "news-country-known", rows, country=name)

    def countries(self, lang: Variety) -> Part:
        """The countries with the most Moroccan consulates, and the way to the others."""
        near = self._renderer.countries_with_posts()[:_NEAR_COUNTRIES]
        rows = [
            *_in_twos(_lives(code, country_name(code, lang)) for code in near),
            [self._button(lang, "news-country-other", "pages")],
            [self._button(lang, "news-country-all", f"live:{ALL}")],
        ]
        return self._screen(lang, "news-which-country", rows)

    def country_pages(self, lang: Variety) -> Part:
        """All countries in the order of their names, by the first and last of each page."""
        rows = [
            [_button(f"{page[0][1]} – {page[-1][1]}", f"page:{number}")]
            for number, page in enumerate(_pages(lang))
        ]
        back = [self._button(lang, "news-back", "countries")]
        return self._screen(lang, "news-which-country", [*rows, back])

    def country_page(self, lang: Variety, number: int) -> Part:
        """The countries of one page; raises IndexError for one that is not there."""
        rows = _in_twos(_lives(code, name) for code, name in _pages(lang)[number])
        back = [self._button(lang, "news-back", "pages")]
        return self._screen(lang, "news-which-country", [*rows, back])

    def clocks(self, lang: Variety, clocks: Sequence[Clock], now: datetime) -> Part:
        """Which of the country's clocks is theirs, by its cities and the time it is there."""
        rows = [
            [
                self._button(
                    lang,
                    "news-clock",
                    f"zone:{clock.zone}",
                    cities=", ".join(clock.cities(lang)),
                    time=f"{now.astimezone(ZoneInfo(clock.zone)):%H:%M}",
                )
            ]
            for clock in clocks
        ]
        return self._screen(lang, "news-which-clock", rows)

    def quiet(self, lang: Variety, subscription: Subscription, now: datetime) -> Part:
        """The hours in which nothing is sent, an hour earlier or later by a tap."""
        start, end = subscription.quiet_from, subscription.quiet_until
        rows = [
            [
                self._button(lang, "news-quiet-from", f"quiet:{hour}-{end}", hour=hour)
                for hour in _beside(start)
                if hour != end
            ],
            [
                self._button(lang, "news-quiet-until", f"quiet:{start}-{hour}", hour=hour)
                for hour in _beside(end)
                if hour != start
            ],
        ]
        if subscription.country and len(clocks_of(subscription.country, now)) > 1:
            rows.append([self._button(lang, "news-other-clock", "clocks")])
        return self._screen(
            lang, "news-which-quiet", [*rows, self._back(lang)], **_quiet(lang, subscription)
        )

    def declined(self, lang: Variety) -> Part:
        """That nothing will be sent."""
        return self._screen(lang, "news-declined")

    def done(self, lang: Variety) -> Part:
        """That it is kept, how to change it and how to stop."""
        return self._screen(lang, "news-kept")

    def stopped(self, lang: Variety) -> Part:
        """That nothing is sent any more, and the way back."""
        return self._screen(lang, "news-stopped", [[self._button(lang, "news-undo", "again")]])

    def again(self, lang: Variety) -> Part:
        """That announcements come again as they were chosen before."""
        return self._screen(lang, "news-again", [self._to_choices(lang)])

    def nothing_to_stop(self, lang: Variety) -> Part:
        """That there is nothing to stop."""
        return self._screen(lang, "news-nothing-to-stop")

    def less(self, lang: Variety, what: str) -> Part:
        """That a kind or a topic is left out from now on, and the way back."""
        undo = [self._button(lang, "news-undo-less", f"more:{what}")]
        name = self._name(lang, what)
        return self._screen(lang, "news-less", [undo, self._to_choices(lang)], name=name)

    def more(self, lang: Variety, what: str) -> Part:
        """That a kind or a topic is told of again."""
        return self._screen(
            lang, "news-more", [self._to_choices(lang)], name=self._name(lang, what)
        )

    def _screen(self, lang: Variety, key: str, rows: Sequence[Row] = (), **values: Any) -> Part:
        [shown] = plain(self._renderer.words(lang, key, **values))
        return Part(shown.html, InlineKeyboardMarkup(rows) if rows else None)

    def _button(self, lang: Variety, key: str, deed: str, **values: Any) -> InlineKeyboardButton:
        return _button(self._renderer.words(lang, key, **values), deed)

    def _back(self, lang: Variety) -> Row:
        return [self._button(lang, "news-back", "choices")]

    def _to_choices(self, lang: Variety) -> Row:
        return [self._button(lang, "news-change", "choices")]

    def _kind(self, lang: Variety, kind: str, *, taken: bool) -> Row:
        return [_toggle(self._name(lang, kind), taken, f"kind+:{kind}", f"kind-:{kind}")]

    def _name(self, lang: Variety, what: str) -> str:
        """What a kind or a topic is called."""
        if what in KINDS:
            return self._renderer.words(lang, f"news-kind-{what}")
        return self._renderer.programmes(lang)[what]

    def _lang_name(self, lang: Variety, variety: Variety) -> str:
        return self._renderer.words(lang, f"language-{variety.lower()}")

    def _topics_chosen(self, lang: Variety, subscription: Subscription) -> str:
        if not subscription.topics:
            return self._renderer.words(lang, "news-all-topics")
        titles = self._renderer.programmes(lang)
        # A programme that the knowledge base dropped has no title any more.
        return "\n".join(f"- {titles[topic]}" for topic in subscription.topics if topic in titles)

    def _lang_chosen(self, lang: Variety, subscription: Subscription) -> str:
        if subscription.lang is None:
            return self._renderer.words(lang, "news-lang-same")
        return self._lang_name(lang, subscription.lang)

    def _country_chosen(self, lang: Variety, subscription: Subscription) -> str:
        if subscription.country is None:
            return self._renderer.words(lang, "news-country-all")
        return country_name(subscription.country, lang)


def _button(title: str, deed: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(title, callback_data=f"{PREFIX}{deed}")


def _toggle(title: str, taken: bool, take: str, leave: str) -> InlineKeyboardButton:
    return _button(f"{_CHOSEN} {title}", leave) if taken else _button(title, take)


def _lives(code: str, name: str) -> InlineKeyboardButton:
    return _button(name, f"live:{code}")


def _in_twos(buttons: Iterable[InlineKeyboardButton]) -> list[Row]:
    return _by(2, list(buttons))


def _pages(lang: Variety) -> list[Sequence[tuple[str, str]]]:
    named = [country for country in all_countries(lang) if country[0] != _UNNAMED]
    return _by(_COUNTRIES_ON_A_PAGE, named)


def _by(size: int, row: Sequence[Each]) -> list[Sequence[Each]]:
    return [row[start : start + size] for start in range(0, len(row), size)]


def _beside(hour: int) -> tuple[int, int]:
    return (hour - 1) % _DAY, (hour + 1) % _DAY


def _quiet(lang: Variety, subscription: Subscription) -> dict[str, str | int]:
    return {
        "start": subscription.quiet_from,
        "end": subscription.quiet_until,
        "city": city(subscription.time_zone, lang),
    }
