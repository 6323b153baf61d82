"""The papers: receipt and dossier of a ticket, receipt of a deletion. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from bot.office import office_day
from bot.papers.sheet import Sheet
from bot.papers.words import LANGS, Lang, Words
from bot.storage.models import Attachment, AuditRow, ConsentText, Deletion, Ticket, TicketMessage
from bot.tickets.references import without


@dataclass(frozen=True)
class Issue:
    """When a paper is made, its check code, and the page that tells whether it is ours."""

    issued_at: datetime
    code: str
    verify_page: str


def receipt(ticket: Ticket, issue: Issue, words: Mapping[Lang, Words]) -> bytes:
    """The receipt as a PDF: that a ticket was taken, and by when the service means to answer.

    It holds neither the secret code nor what was written.
    """
    sheet = _begun("receipt", ticket, issue, words)
    _pairs(sheet, ticket, words)
    sheet.ln(2)
    _remark(sheet, words, "targets-note")
    _remark(sheet, words, "follow-note")
    _check(sheet, ticket.reference, issue, words)
    return bytes(sheet.output())


def dossier(
    ticket: Ticket,
    messages: Sequence[TicketMessage],
    files: Sequence[Attachment],
    audit: Sequence[AuditRow],
    codes: Collection[str],
    issue: Issue,
    words: Mapping[Lang, Words],
    consent: ConsentText | None = None,
) -> bytes:
    """The whole ticket as a PDF: facts, consent, words of both sides, files by name, history.

    Internal notes are not in it, nor a secret code, which `codes` are made unreadable.
    """
    sheet = _begun("dossier", ticket, issue, words)
    _pairs(sheet, ticket, words)
    _heading(sheet, words, "request")
    sheet.text_block(without(ticket.description, codes), ticket.lang)
    if consent:
        _agreed(sheet, words, ticket, consent)
    if messages:
        _heading(sheet, words, "messages")
    for message in messages:
        _pair_of(sheet, words, f"from-{message.author}", message.created_at)
        sheet.text_block(without(message.text, codes), message.lang)
    if files:
        _heading(sheet, words, "files")
    for file in files:
        sheet.text_block(f"{file.name} ({file.media_type}, {file.size:,} o)", "fr")
    _heading(sheet, words, "history")
    for row in audit:
        _event(sheet, words, row)
    _check(sheet, ticket.reference, issue, words)
    return bytes(sheet.output())


def deletion(receipt: Deletion, issue: Issue, words: Mapping[Lang, Words]) -> bytes:
    """The receipt of a deletion: numbers by class, nothing that tells whose data it was."""
    sheet = Sheet(receipt.id, f"{receipt.id} · {issue.code}")
    _remark(sheet, words, "ministry")
    _heading(sheet, words, "deletion-title")
    sheet.pair(
        (words["fr"]("receipt-number"), receipt.id), (words["ar"]("receipt-number"), receipt.id)
    )
    _pair_of(sheet, words, "deleted-at", receipt.created_at)
    for name, count in receipt.deleted.items():
        _count(sheet, words, f"deleted-{name}", count)
    _count(sheet, words, "tickets-kept", receipt.tickets_kept)
    _pair_of(sheet, words, "backups-until", receipt.backups_until)
    sheet.ln(2)
    _remark(sheet, words, "deletion-note")
    _check(sheet, receipt.id, issue, words)
    return bytes(sheet.output())


def _begun(paper: str, ticket: Ticket, issue: Issue, words: Mapping[Lang, Words]) -> Sheet:
    sheet = Sheet(ticket.reference, f"{ticket.reference} · {issue.code}")
    _remark(sheet, words, "ministry")
    _heading(sheet, words, f"{paper}-title")
    return sheet


def _pairs(sheet: Sheet, ticket: Ticket, words: Mapping[Lang, Words]) -> None:
    shown = {lang: _values(ticket, words[lang]) for lang in words}
    for key, french in shown["fr"].items():
        sheet.pair((words["fr"](key), french), (words["ar"](key), shown["ar"][key]))


def _values(ticket: Ticket, words: Words) -> dict[str, str]:
    values = {
        "reference": ticket.reference,
        "kind": words.of("kind", ticket.kind),
        "category": words.of("category", ticket.category),
        "country": words.country(ticket.country),
        "lang": words.of("lang", ticket.lang),
        "opened-at": words.day(ticket.created_at),
        "state": words.of("state", ticket.state),
    }
    if ticket.settled_at is None:
        values["acknowledge-by"] = words.day(ticket.acknowledge_by)
        values["answer-by"] = words.day(ticket.answer_by)
    else:
        values["settled-at"] = words.day(ticket.settled_at)
        values["answer-type"] = words.of("answer-type", ticket.answer_type)
        values["remedy"] = words.of("remedy", ticket.remedy)
    return values


def _agreed(
    sheet: Sheet, words: Mapping[Lang, Words], ticket: Ticket, consent: ConsentText
) -> None:
    """The words by which consent was asked, and when it was given."""
    _heading(sheet, words, "consent")
    _pair_of(sheet, words, "consented-at", ticket.consented_at)
    version = [(words[lang]("consent-version"), consent.version) for lang in LANGS]
    sheet.pair(*version)
    sheet.text_block(consent.text, consent.lang)


def _event(sheet: Sheet, words: Mapping[Lang, Words], row: AuditRow) -> None:
    """One line of the history; what is internal to the service has no label, and is left out."""
    if row.event == "ticket.state.changed":
        told = {
            lang: words[lang](
                "event-ticket-state-changed",
                **{end: words[lang].of("state", row.data[end]) for end in ("from", "to")},
            )
            for lang in words
        }
    else:
        told = {lang: words[lang].of("event", row.event) for lang in words}
    if told["fr"] == row.event:
        return
    sheet.pair(
        (words["fr"].day(row.created_at), told["fr"]),
        (words["ar"].day(row.created_at), told["ar"]),
    )


def _check(sheet: Sheet, reference: str, issue: Issue, words: Mapping[Lang, Words]) -> None:
    _heading(sheet, words, "check")
    _pair_of(sheet, words, "issued-at", issue.issued_at)
    sheet.pair((words["fr"]("check"), issue.code), (words["ar"]("check"), issue.code))
    _remark(sheet, words, "check-note")
    sheet.text_block(issue.verify_page, "fr")
    sheet.code(f"{issue.verify_page}?{_query(reference, issue)}")


def _query(reference: str, issue: Issue) -> str:
    asked = {
        "reference": reference,
        "date": office_day(issue.issued_at).isoformat(),
        "code": issue.code,
    }
    return urlencode(asked)


def _count(sheet: Sheet, words: Mapping[Lang, Words], key: str, count: int) -> None:
    sheet.pair((words["fr"](key), str(count)), (words["ar"](key), str(count)))


def _heading(sheet: Sheet, words: Mapping[Lang, Words], key: str) -> None:
    sheet.heading(words["fr"](key), words["ar"](key))


def _remark(sheet: Sheet, words: Mapping[Lang, Words], key: str) -> None:
    sheet.remark(words["fr"](key), words["ar"](key))


def _pair_of(sheet: Sheet, words: Mapping[Lang, Words], key: str, moment: datetime) -> None:
    sheet.pair(
        (words["fr"](key), words["fr"].day(moment)), (words["ar"](key), words["ar"].day(moment))
    )
