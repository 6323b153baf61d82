"""One cause behind many tickets: grouped, and answered together, each in its own language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import EmptyMessage, NoSuchIncident, UnknownValue
from bot.storage.database import Database
from bot.storage.models import AuditRow, Incident, Staff, Ticket, now, row_id
from bot.tickets.cases import (
    DOUBLE_CLICK,
    actor_of,
    changed,
    checked_name,
    checked_text,
    just_sent,
    take_up,
    ticket_for,
    write_to_citizen,
)
from bot.tickets.kinds import SETTLED, State
from bot.tickets.settling import settle, settlement
from bot.tickets.wall import not_walled_from
from nlu.text.variety import VARIETIES


@dataclass(frozen=True)
class IncidentFile:
    """An incident and its tickets, as far as the member of staff may see them."""

    incident: Incident
    tickets: Sequence[Ticket]


@dataclass(frozen=True)
class Answered:
    """The tickets that an answer reached, and those for whose variety there was no text."""

    references: Sequence[str]
    skipped: Sequence[str]


class Incidents:
    """Groups tickets into incidents. A ticket belongs to one at most."""

    def __init__(self, database: Database, reopen_days: int = 30) -> None:
        self._database = database
        self._reopen_days = reopen_days

    async def look(self, incident_id: int, staff_id: int) -> IncidentFile:
        """The incident, the oldest ticket first. Raises NoSuchIncident."""
        async with self._database.reading() as session:
            incident = await _incident(session, incident_id)
            member = await session.get(Staff, staff_id)
            if member is None:
                return IncidentFile(incident, [])
            found = await session.exec(
                select(Ticket)
                .where(Ticket.incident_id == incident_id, not_walled_from(member))
                .order_by(col(Ticket.id))
            )
            return IncidentFile(incident, found.all())

    async def open(self, title: str, references: Iterable[str], staff_id: int) -> int:
        """A new incident with these tickets; gives its number. The title is for staff only.

        The same title again within a minute is a double click and gives the same incident. Raises
        NoSuchTicket, EmptyMessage, MessageTooLong.
        """
        title = checked_name(title)
        async with self._database.writing() as session:
            incident = await _just_opened(session, title, staff_id)
            if incident is None:
                incident = Incident(title=title, staff_id=staff_id)
                session.add(incident)
                await session.flush()
                session.add(_of_incident(incident, staff_id, "incident.opened"))
            for reference in sorted(set(references)):
                await _join(session, row_id(incident), reference, staff_id)
            return row_id(incident)

    async def add(self, incident_id: int, reference: str, staff_id: int) -> None:
        """Puts a ticket into the incident, out of any other.

        Raises NoSuchTicket, NoSuchIncident.
        """
        async with self._database.writing() as session:
            await _incident(session, incident_id)
            await _join(session, incident_id, reference, staff_id)

    async def remove(self, incident_id: int, reference: str, staff_id: int) -> None:
        """Takes a ticket out of the incident. Raises NoSuchTicket."""
        async with self._database.writing() as session:
            ticket = await ticket_for(session, reference, staff_id, alone=True)
            if ticket.incident_id != incident_id:
                return
            ticket.incident_id = None
            data = {"incident": incident_id}
            changed(session, ticket, actor_of(staff_id), "ticket.incident.left", data)

    async def answer(
        self,
        incident_id: int,
        staff_id: int,
        texts: Mapping[str, str],
        *,
        ary_for_latin: bool = False,
        answer_type: str | None = None,
        remedy: str = "none",
    ) -> Answered:
        """Writes to the citizen of each unsettled ticket the text in the ticket's variety.

        A ticket without a text of its variety is skipped; `ary_for_latin` lets Darija in Latin
        letters fall back to Darija in Arabic letters. With an answer type each ticket is resolved
        too, and the text is its reason: all that a citizen reads is in their own language. The
        same text within a minute is written once. Raises NoSuchIncident, EmptyMessage,
        MessageTooLong, UnknownValue(field), RemedyMissing.
        """
        said = _checked_texts(texts, answer_type, remedy)
        if ary_for_latin and "ary" in said:
            said.setdefault("ary-Latn", said["ary"])
        references, skipped = [], []
        async with self._database.writing() as session:
            incident = await _incident(session, incident_id)
            for ticket in await _unsettled(session, incident_id, staff_id):
                text = said.get(ticket.lang)
                if text is None:
                    skipped.append(ticket.reference)
                    continue
                await self._answer(session, ticket, staff_id, text, answer_type, remedy)
                references.append(ticket.reference)
            if references:
                incident.answered_at = now()
                session.add(_of_incident(incident, staff_id, "incident.answered"))
        return Answered(references, skipped)

    async def _answer(
        self,
        session: AsyncSession,
        ticket: Ticket,
        staff_id: int,
        text: str,
        answer_type: str | None,
        remedy: str,
    ) -> None:
        if answer_type is not None:
            how = settlement(answer_type, text, remedy)
            await settle(session, ticket, staff_id, how, State.RESOLVED, self._reopen_days)
            return
        if await just_sent(session, ticket, staff_id, text):
            return
        actor = actor_of(staff_id)
        told = await write_to_citizen(session, ticket, staff_id, "reply", text, "staff-reply")
        changed(session, ticket, actor, "ticket.reply.sent", told)
        await take_up(session, ticket, actor)


def _checked_texts(
    texts: Mapping[str, str], answer_type: str | None, remedy: str
) -> dict[str, str]:
    """The texts that are there; all of them are checked before one is sent."""
    if not set(texts) <= set(VARIETIES):
        raise UnknownValue(field="lang")
    said = {lang: checked_text(text) for lang, text in texts.items() if text.strip()}
    if not said:
        raise EmptyMessage
    if answer_type is not None:
        settlement(answer_type, next(iter(said.values())), remedy)
    return said


async def _incident(session: AsyncSession, incident_id: int) -> Incident:
    incident = await session.get(Incident, incident_id)
    if incident is None:
        raise NoSuchIncident
    return incident


async def _just_opened(session: AsyncSession, title: str, staff_id: int) -> Incident | None:
    found = await session.exec(
        select(Incident).where(
            Incident.title == title,
            Incident.staff_id == staff_id,
            col(Incident.created_at) > now() - DOUBLE_CLICK,
        )
    )
    return found.first()


async def _join(session: AsyncSession, incident_id: int, reference: str, staff_id: int) -> None:
    ticket = await ticket_for(session, reference, staff_id, alone=True)
    if ticket.incident_id == incident_id:
        return
    ticket.incident_id = incident_id
    data = {"incident": incident_id}
    changed(session, ticket, actor_of(staff_id), "ticket.incident.joined", data)


async def _unsettled(session: AsyncSession, incident_id: int, staff_id: int) -> Sequence[Ticket]:
    """Those that the wall keeps from the member are neither answered nor named."""
    member = await session.get(Staff, staff_id)
    if member is None:
        return []
    found = await session.exec(
        select(Ticket)
        .where(Ticket.incident_id == incident_id, col(Ticket.state).not_in(SETTLED))
        .where(not_walled_from(member))
        .order_by(col(Ticket.reference))
        .with_for_update()
    )
    return found.all()


def _of_incident(incident: Incident, staff_id: int, event: str) -> AuditRow:
    return AuditRow(event=event, actor=actor_of(staff_id), data={"incident": incident.id})
