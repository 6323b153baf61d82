"""Makes the papers of tickets, beside the event loop: laying out a page keeps a core busy."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from bot.office import office_day
from bot.papers.checking import check_code, is_ours
from bot.papers.papers import Issue, deletion, dossier, receipt
from bot.papers.words import Lang, Words
from bot.storage.models import (
    Attachment,
    AuditRow,
    ConsentText,
    Deletion,
    Ticket,
    TicketMessage,
    now,
)


class Printer:
    """Papers with check codes of one key; `verify_page` is the public address that checks them."""

    def __init__(self, key: str, verify_page: str, words: Mapping[Lang, Words]) -> None:
        self._key = key
        self._verify_page = verify_page
        self.words = words
        self._alone = asyncio.Semaphore(1)  # a long dossier must not take every core

    async def receipt(self, ticket: Ticket) -> bytes:
        """The receipt of a ticket as a PDF."""
        issue = self._issue("receipt", ticket)
        async with self._alone:
            return await asyncio.to_thread(receipt, ticket, issue, self.words)

    async def dossier(
        self,
        ticket: Ticket,
        messages: Sequence[TicketMessage],
        files: Sequence[Attachment],
        audit: Sequence[AuditRow],
        codes: Collection[str],
        consent: ConsentText | None = None,
    ) -> bytes:
        """The dossier of a ticket as a PDF, with `codes` made unreadable."""
        issue = self._issue("dossier", ticket)
        async with self._alone:
            return await asyncio.to_thread(
                dossier, ticket, messages, files, audit, codes, issue, self.words, consent
            )

    async def deletion(self, receipt: Deletion) -> bytes:
        """The receipt of a deletion as a PDF; its day is that of the deletion."""
        made = receipt.created_at
        code = check_code(self._key, "deletion", receipt.id, office_day(made))
        issue = Issue(made, code, self._verify_page)
        async with self._alone:
            return await asyncio.to_thread(deletion, receipt, issue, self.words)

    def is_ours(self, reference: str, issued_on: date, code: str) -> bool:
        """Whether such a paper was made here."""
        return is_ours(self._key, reference, issued_on, code)

    def _issue(self, paper: str, ticket: Ticket) -> Issue:
        issued_at = now()
        code = check_code(self._key, paper, ticket.reference, office_day(issued_at))
        return Issue(issued_at, code, self._verify_page)
