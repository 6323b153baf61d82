"""Invents tickets, each with the life that its age lets it have had."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any, TypeVar

from bot.demo.stories import Missed, Stories, Story
from bot.storage.models import AuditRow, Conversation, Forwarding, Ticket, TicketMessage, Turn
from bot.storage.search import search_text
from bot.tickets.calendar import ServiceCalendar
from bot.tickets.clock import target
from bot.tickets.kinds import AnswerType, Kind, Remedy, State
from bot.tickets.references import new_code, written

Thing = TypeVar("Thing")

_OLDEST_DAYS, _MEAN_AGE_DAYS, _FRESH_DAYS = 200, 45, 4
_ACKNOWLEDGE_DAYS, _ANSWER_DAYS, _CHASE_DAYS = 15, 60, 7
_MISSED_DAYS = 20
_WITH_CONTACT, _RATED, _SOLVED = 0.5, 0.55, 0.7
_STATES = {
    State.CLOSED: 34,
    State.RESOLVED: 26,
    State.OPEN: 18,
    State.WAITING_CITIZEN: 9,
    State.WAITING_THIRD_PARTY: 8,
    State.NEW: 5,
}
_PRIORITIES = {"normal": 90, "high": 8, "urgent": 2}
_INTENTS = {
    Kind.COMPLAINT: "open_complaint",
    Kind.SUGGESTION: "make_suggestion",
    Kind.QUESTION: "talk_to_agent",
}
_ANSWERS = {
    (AnswerType.GRANTED, Remedy.NONE): 45,
    (AnswerType.EXPLAINED, Remedy.REOPEN): 25,
    (AnswerType.PARTLY_GRANTED, Remedy.REOPEN): 12,
    (AnswerType.REFUSED, Remedy.MEDIATOR): 10,
    (AnswerType.NOT_COMPETENT, Remedy.COMPETENT_BODY): 8,
}


@dataclass
class Life:
    """A ticket with the rows that hang on it; these get its id when it is kept."""

    conversation: Conversation
    turn: Turn
    ticket: Ticket
    messages: list[TicketMessage] = field(default_factory=list)
    audit: list[AuditRow] = field(default_factory=list)
    forwardings: list[Forwarding] = field(default_factory=list)


class Inventor:
    """Invents for these members of staff, up to this moment; the same seed, the same desk."""

    def __init__(
        self, stories: Stories, staff_ids: Sequence[int], now: datetime, seed: int
    ) -> None:
        self._stories = stories
        self._staff_ids = staff_ids
        self._now = now
        self._dice = Random(seed)  # noqa: S311 nothing here is secret
        self._calendar = ServiceCalendar()

    def life(self, number: int) -> Life:
        """The ticket of that number."""
        story = self._dice.choice(self._stories.stories)
        age = min(self._dice.expovariate(1 / _MEAN_AGE_DAYS), _OLDEST_DAYS)
        opened = self._now - timedelta(days=age)
        conversation = Conversation(channel="web", lang=story.lang, welcomed=True)
        ticket = self._ticket(number, story, opened, conversation.id)
        life = Life(conversation, _turn(number, story, opened, conversation.id), ticket)
        life.audit.append(AuditRow(event="ticket.opened", actor="citizen", created_at=opened))
        if age > _FRESH_DAYS:
            self._lead_on(life, self._state(story), age)
        return life

    def missed(self) -> Iterator[tuple[Conversation, Turn]]:
        """What citizens asked lately and Jisr did not answer, the oldest first."""
        asked = self._dice.sample(self._stories.missed, len(self._stories.missed))
        for number, missed in enumerate(asked):
            at = self._now - timedelta(days=_MISSED_DAYS * (1 - number / len(asked)))
            conversation = Conversation(channel="web", lang=missed.lang, welcomed=True)
            yield conversation, _missed_turn(number, missed, at, conversation.id)

    def _ticket(self, number: int, story: Story, opened: datetime, conversation_id: str) -> Ticket:
        with_contact = self._dice.random() < _WITH_CONTACT
        ticket = Ticket(
            reference=written(self._now.year, number),
            code=new_code(),
            kind=story.kind,
            category=story.category,
            country=self._dice.choice(story.countries),
            description=story.text,
            contact=f"personne{number}@example.org" if with_contact else None,
            lang=story.lang,
            conversation_id=conversation_id,
            opened_by_turn=f"demo:{number}",
            priority=self._drawn(_PRIORITIES),
            created_at=opened,
            updated_at=opened,
            consented_at=opened,
            acknowledge_by=target(opened, _ACKNOWLEDGE_DAYS, self._calendar),
            answer_by=target(opened, _ANSWER_DAYS, self._calendar),
        )
        ticket.search_text = search_text(ticket)
        return ticket

    def _state(self, story: Story) -> State:
        state = self._drawn(_STATES)
        forwarded = state is State.WAITING_THIRD_PARTY
        return State.OPEN if forwarded and story.kind != Kind.COMPLAINT else state

    def _drawn(self, weights: Mapping[Thing, int]) -> Thing:
        return self._dice.choices(list(weights), list(weights.values()))[0]

    def _lead_on(self, life: Life, state: State, age: float) -> None:
        """Takes the ticket through what leads to the state."""
        if state is State.NEW:
            return
        staff_id = self._dice.choice(self._staff_ids)
        taken_up = life.ticket.created_at + timedelta(days=self._dice.uniform(0.1, age / 3))
        life.ticket.assignee_id, life.ticket.acknowledged_at = staff_id, taken_up
        self._note(life, staff_id, "ticket.assignee.claimed", {"to": staff_id}, taken_up)
        self._move(life, staff_id, State.OPEN, taken_up)
        self._write(life, staff_id, "reply", self._stories.replies, taken_up)
        if state is State.OPEN:
            return
        then = taken_up + timedelta(days=self._dice.uniform(0.1, age / 3))
        if state is State.WAITING_CITIZEN:
            self._write(life, staff_id, "question", self._stories.questions, then)
            life.ticket.stopped_at = then
        elif state is State.WAITING_THIRD_PARTY:
            self._forward(life, staff_id, then)
        else:
            self._settle(life, staff_id, then)
        self._move(life, staff_id, state, then)

    def _settle(self, life: Life, staff_id: int, day: datetime) -> None:
        ticket = life.ticket
        answer, remedy = self._drawn(_ANSWERS)
        self._write(life, staff_id, "closing", self._stories.reasons, day)
        ticket.answer_type, ticket.remedy = answer.value, remedy.value
        ticket.closing_reason = life.messages[-1].text
        ticket.settled_at, ticket.settled_by = day, staff_id
        if self._dice.random() < _RATED:
            ticket.solved = self._dice.random() < _SOLVED
            ticket.rating = self._dice.choice([4, 5, 5] if ticket.solved else [1, 2, 3])

    def _forward(self, life: Life, staff_id: int, day: datetime) -> None:
        life.forwardings.append(
            Forwarding(
                ticket_id=0,
                body=self._dice.choice(self._stories.bodies),
                staff_id=staff_id,
                sent_at=day,
                chase_by=day + timedelta(days=_CHASE_DAYS),
            )
        )
        self._note(life, staff_id, "ticket.forwarding.sent", {}, day)

    def _write(
        self, life: Life, staff_id: int, kind: str, texts: Mapping[str, str], day: datetime
    ) -> None:
        lang = life.ticket.lang
        life.messages.append(
            TicketMessage(
                ticket_id=0,
                author="staff",
                staff_id=staff_id,
                kind=kind,
                text=texts[lang],
                lang=lang,
                created_at=day,
            )
        )

    def _move(self, life: Life, staff_id: int, state: State, day: datetime) -> None:
        data = {"from": life.ticket.state, "to": state.value}
        self._note(life, staff_id, "ticket.state.changed", data, day)
        life.ticket.state, life.ticket.updated_at = state.value, day

    def _note(
        self, life: Life, staff_id: int, event: str, data: Mapping[str, Any], day: datetime
    ) -> None:
        actor = f"staff:{staff_id}"
        life.audit.append(AuditRow(event=event, actor=actor, data=dict(data), created_at=day))


def _turn(number: int, story: Story, at: datetime, conversation_id: str) -> Turn:
    understood = {
        "lang": story.lang,
        "intent": _INTENTS[Kind(story.kind)],
        "confidence": 0.94,
        "topic": None,
        "topics": [],
        "facet": None,
    }
    return Turn(
        turn_id=f"demo:{number}",
        conversation_id=conversation_id,
        text=story.text,
        understood=understood,
        answer={"understood": understood, "replies": [], "asks": "consent", "offers": []},
        lang=story.lang,
        took_ms=20,
        created_at=at,
    )


def _missed_turn(number: int, missed: Missed, at: datetime, conversation_id: str) -> Turn:
    understood: dict[str, Any] = {
        "lang": missed.lang,
        "intent": "ask_programme" if missed.why == "unknown" else "out_of_scope",
        "confidence": 0.41,
        "topic": None,
        "topics": [],
        "facet": None,
    }
    return Turn(
        turn_id=f"demo:missed:{number}",
        conversation_id=conversation_id,
        text=missed.text,
        understood=understood,
        answer={"understood": understood, "replies": [], "asks": None, "offers": []},
        lang=missed.lang,
        unanswered=missed.why,
        took_ms=20,
        created_at=at,
    )
