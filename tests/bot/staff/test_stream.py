from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.staff.stream import entries, exchanges
from bot.storage.models import TicketMessage, TicketNote, Turn

AT = datetime(2026, 3, 1, tzinfo=UTC)


def a_turn(text: str, asks: str | None) -> Turn:
    understood: dict[str, Any] = {"lang": "fr", "intent": "deny", "confidence": 0.92}
    answer = {"understood": understood, "asks": asks, "replies": []}
    return Turn(turn_id=text, conversation_id="c", text=text, understood=understood, answer=answer)


def test_a_short_answer_in_a_form_is_told_as_the_answer_to_its_question():
    told = exchanges(
        [
            a_turn("plainte", "country"),
            a_turn("Belgique", "description"),
            a_turn("et c'est combien ?", "description"),
            a_turn("mon passeport", None),
            a_turn("merci", None),
        ]
    )
    assert [each.answered for each in told] == [None, "country", None, "description", None]
    assert [each.open_question for each in told] == [None, None, "description", None, None]


def test_messages_and_notes_are_one_stream_in_order():
    messages = [
        TicketMessage(
            ticket_id=1, author="staff", kind=kind, text=kind, lang="fr", created_at=AT + late
        )
        for kind, late in (("question", timedelta()), ("closing", timedelta(hours=2)))
    ]
    note = TicketNote(
        ticket_id=1, staff_id=1, text="à rappeler", created_at=AT + timedelta(hours=1)
    )
    told = entries(messages, [note])
    assert [each.kind for each in told] == ["question", "note", "closing"]
    assert [each.internal for each in told] == [False, True, False]


def test_nothing_said_is_nothing_told():
    assert exchanges([]) == []
    assert entries([], []) == []


def test_what_a_citizen_just_typed_on_a_question_of_staff_is_an_answer():
    turn = a_turn("C'était le 12 août.", None)
    answer = TicketMessage(
        author="citizen", kind="information", text=turn.text, lang="fr", turn_id=turn.turn_id
    )
    before = a_turn("merci", None)
    told = exchanges([before, turn], [answer])
    assert [each.answered for each in told] == [None, "ticket_information"]
