"""Search in tickets: one column of comparable words, one index of it on each database.

A word meets its spellings in the other script, and misspelt, by its cross-script key. What is
typed is only ever a list of words: each is quoted, so that none is an operator.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Protocol

from babel import Locale
from sqlalchemy import (
    ColumnElement,
    Integer,
    column,
    false,
    func,
    literal_column,
    select,
    table,
)
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.models import Ticket
from nlu.text.key import key
from nlu.text.normalise import tokens, western_digits

Spellings = list[tuple[str, bool]]

INDEX = "ticket_search"
"""SQLite's FTS5 table; on PostgreSQL the column `search_words` and its GIN index stand for it."""

MOST_WORDS = 12
_KEY_MARK = "zz"  # no word begins like this, so that a key is never taken for a word
_SHORTEST_KEY = 3  # shorter ones stand for too many words
_SHORTEST_STEM = 3  # from here on a word is also the beginning of longer ones
_NUMBER_END = 8  # how a phone number ends is the same with and without its country
_COUNTRY_NAMES = ("fr", "ar")
_PHONE = re.compile(r"[\d\s().+/-]+")


class Searched(Protocol):
    """What is searched of a ticket. Its secret code never is."""

    @property
    def reference(self) -> str:
        """Its number counts too, with and without the zeros."""

    @property
    def description(self) -> str:
        """In any variety and script."""

    @property
    def contact(self) -> str | None:
        """A person's address, number or name."""

    @property
    def country(self) -> str | None:
        """Found by its names."""

    @property
    def category(self) -> str | None:
        """Found by its id."""


def search_text(ticket: Searched) -> str:
    """The words by which a ticket is found, each once, and the keys of those that have one."""
    contact = ticket.contact or ""
    told = [
        ticket.description,
        ticket.reference,
        contact,
        (ticket.category or "").replace("_", " "),
        *_names_of(ticket.country),
    ]
    words = dict.fromkeys(word for text in told for word in tokens(text))
    numbers = [ticket.reference.rpartition("-")[2].lstrip("0"), *_phone(contact)]
    return " ".join(dict.fromkeys([*words, *numbers, *_keys(words)]))


def matching(session: AsyncSession, query: str) -> ColumnElement[bool]:
    """The condition on Ticket that every word of the query is found, in any script.

    A query without a word finds nothing.
    """
    groups = [_spellings(word) for word in _words(query)]
    if not groups:
        return false()
    if session.get_bind().dialect.name == "sqlite":
        return _in_sqlite(groups)
    return _in_postgresql(groups)


def _in_sqlite(groups: Iterable[Spellings]) -> ColumnElement[bool]:
    index = table(INDEX, column("rowid", Integer))
    found = select(index.c.rowid).where(literal_column(INDEX).op("MATCH")(_fts5(groups)))
    # "+ 0" keeps SQLite from fetching every ticket found: it goes through the tickets in the order
    # of the page instead and stops when the page is full.
    return (col(Ticket.id) + 0).in_(found)


def _in_postgresql(groups: Iterable[Spellings]) -> ColumnElement[bool]:
    """By its statistics the server asks the index for a rare word, and goes through the tickets in
    the order of the page for one that many have."""
    words = func.to_tsquery(literal_column("'simple'"), _tsquery(groups))
    return literal_column("ticket.search_words").op("@@")(words)


def _words(query: str) -> list[str]:
    """The words to be found; a phone number is one, however it is written.

    Articles and particles count only where nothing else is typed.
    """
    typed = query.strip()
    phone = _phone(typed)
    if phone:
        return [phone[-1]]
    words = list(dict.fromkeys(tokens(typed)))
    telling = [word for word in words if len(word) >= _SHORTEST_STEM or word.isdecimal()]
    return (telling or words)[:MOST_WORDS]


def _spellings(word: str) -> Spellings:
    """A word and its key, either of which will do; True where any ending may follow."""
    stem = len(word) >= _SHORTEST_STEM and not word.isdecimal()
    return [(word, stem), *((sound, False) for sound in _keys([word]))]


def _fts5(groups: Iterable[Spellings]) -> str:
    return _joined(groups, " AND ", " OR ", ('"{}"', '"{}"*'))


def _tsquery(groups: Iterable[Spellings]) -> str:
    return _joined(groups, " & ", " | ", ("'{}'", "'{}':*"))


def _joined(groups: Iterable[Spellings], every: str, either: str, forms: tuple[str, str]) -> str:
    """The words of a query as a database writes them; no word holds a quotation mark (`tokens`)."""
    return every.join(
        f"({either.join(forms[stem].format(word) for word, stem in group)})" for group in groups
    )


def _keys(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        sound = key(word)
        if len(sound) >= _SHORTEST_KEY and not sound.isdecimal():
            yield _KEY_MARK + sound


def _phone(text: str) -> tuple[str, ...]:
    """A phone number as one word, and its end; nothing where the text is none."""
    digits = re.sub(r"\D", "", western_digits(text))
    if len(digits) < _NUMBER_END or not _PHONE.fullmatch(text):
        return ()
    return digits, digits[-_NUMBER_END:]


@cache
def _names_of(country: str | None) -> tuple[str, ...]:
    if country is None:
        return ()
    return tuple(Locale.parse(lang).territories.get(country, "") for lang in _COUNTRY_NAMES)
