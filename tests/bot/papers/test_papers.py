"""The printed papers: both languages, each in its direction, and nothing secret."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from bot.papers.papers import Issue, dossier, receipt
from bot.papers.words import LANGS, load_words
from bot.replies.catalogue import load_catalogue
from bot.replies.consent import CONSENT as CONSENT_KEY
from bot.replies.consent import shown_as
from bot.storage.models import Attachment, AuditRow, Ticket, TicketMessage

AT = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)
ISSUE = Issue(AT, "ABCD-EFGH-IJKL", "https://jisr.example/verify")
WORDS = load_words(load_catalogue())
CODE = "ABC234"
CONSENT = shown_as(CONSENT_KEY, "ary-Latn", "Nsejjel lklam dyalek. Wakha?")


def _ticket(**changes: object) -> Ticket:
    return Ticket(
        reference="MDM-2026-000123",
        code=CODE,
        kind="complaint",
        category="land_housing",
        country="BE",
        lang="ar",
        opened_by_turn="web:1",
        created_at=AT,
        acknowledge_by=datetime(2026, 12, 11, 16, tzinfo=UTC),
        answer_by=datetime(2027, 1, 25, 16, tzinfo=UTC),
        description=f"اشتريت شقة من شركة Immo Atlas. الرمز {CODE} والهاتف 06 12 34 56 78",
        **changes,
    )


def _dossier(ticket: Ticket) -> str:
    messages = [
        TicketMessage(ticket_id=1, author="staff", text="Envoyez l'acte.", lang="fr"),
        TicketMessage(ticket_id=1, author="citizen", text="ha howa a b c 2 3 4", lang="ary-Latn"),
    ]
    file = Attachment(
        source="web:1", kind="document", media_type="application/pdf", name="acte.pdf",
        size=1200, sha256="",
    )  # fmt: skip
    audit = [
        AuditRow(event="ticket.opened", actor="citizen", created_at=AT),
        AuditRow(
            event="ticket.state.changed",
            actor="staff:1",
            data={"from": "new", "to": "open"},
            created_at=AT,
        ),
        AuditRow(event="ticket.note.added", actor="staff:1", created_at=AT),
    ]
    return _text(dossier(ticket, messages, [file], audit, [CODE], ISSUE, WORDS, CONSENT))


def _text(paper: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages)


def test_a_receipt_tells_the_ticket_and_its_targets_in_both_languages() -> None:
    text = _text(receipt(_ticket(), ISSUE, WORDS))
    for told in ("MDM-2026-000123", "Belgique", "بلجيكا", "réclamation", "11 décembre 2026"):
        assert told in text
    assert "الوزارة المكلفة بالمغاربة المقيمين بالخارج" in text


def test_days_on_paper_are_the_ministrys() -> None:
    assert "27 novembre 2026" in _text(receipt(_ticket(), ISSUE, WORDS))


def test_a_receipt_holds_neither_the_code_nor_what_was_written() -> None:
    text = _text(receipt(_ticket(), ISSUE, WORDS))
    assert CODE not in text
    assert "Immo" not in text


def test_a_settled_ticket_tells_the_answer_instead_of_the_targets() -> None:
    text = _text(receipt(_ticket(state="closed", settled_at=AT), ISSUE, WORDS))
    assert "Conclu le" in text
    assert "11 décembre 2026" not in text


def test_a_dossier_holds_what_both_sides_wrote_and_what_happened() -> None:
    text = _dossier(_ticket())
    for told in ("Immo Atlas", "Envoyez l'acte.", "acte.pdf", "reçu → en cours"):
        assert told in text


def test_a_dossier_quotes_the_words_that_the_citizen_agreed_to() -> None:
    text = _dossier(_ticket(consented_at=AT))
    assert "Nsejjel lklam dyalek. Wakha?" in text
    assert CONSENT.version in text
    assert CONSENT.text not in _text(receipt(_ticket(consented_at=AT), ISSUE, WORDS))


def test_a_telephone_number_keeps_its_order_in_arabic() -> None:
    assert "06 12 34 56 78" in _dossier(_ticket())


def test_a_dossier_makes_the_code_unreadable_however_it_is_spaced() -> None:
    text = _dossier(_ticket())
    assert CODE not in text
    assert "a b c 2 3 4" not in text


def test_what_is_internal_to_the_service_is_not_in_a_dossier() -> None:
    assert "note" not in _dossier(_ticket())


@pytest.mark.parametrize("text", ["x" * 6000, "سطر\n" * 400, "🙂🙂", "\u202eabc", " "])
def test_whatever_a_citizen_wrote_makes_a_paper(text: str) -> None:
    ticket = _ticket()
    ticket.description = text
    paper = dossier(ticket, [], [], [], [CODE], ISSUE, WORDS)
    assert PdfReader(io.BytesIO(paper)).pages


def test_both_languages_have_the_same_labels() -> None:
    for key in ("ministry", "receipt-title", "dossier-title", "check", "verify-wrong"):
        assert all(WORDS[lang](key) for lang in LANGS)
