"""What must hold between the rows of a database, whatever was sent before."""

from __future__ import annotations

from pathlib import Path

from sqlmodel import col, select

from bot.storage.database import Database
from bot.storage.models import Attachment, Choice, Conversation, Ticket, Turn, TurnFeedback


async def half_written(database_url: str, files: Path) -> list[str]:
    """The rows that are not whole: each with what it lacks."""
    database = Database(database_url)
    try:
        return [*await _turns(database), *await _tickets(database), *await _files(database, files)]
    finally:
        await database.close()


async def _turns(database: Database) -> list[str]:
    known = select(Conversation.id)
    answered = select(Turn.turn_id)
    pushed = col(Choice.turn_id).startswith("push:")
    async with database.reading() as session:
        turns = (await session.exec(select(Turn))).all()
        astray = (
            await session.exec(select(Turn).where(col(Turn.conversation_id).not_in(known)))
        ).all()
        loose = select(Choice).where(col(Choice.turn_id).not_in(answered), ~pushed)
        choices = (await session.exec(loose)).all()
        judged = select(TurnFeedback).where(col(TurnFeedback.turn_id).not_in(answered))
        judgements = (await session.exec(judged)).all()
    return [
        *(f"turn {turn.id} has no replies" for turn in turns if not turn.answer["replies"]),
        *(f"turn {turn.id} has no conversation" for turn in astray),
        *(f"choice {choice.payload} has no turn" for choice in choices),
        *(f"the judgement of {judgement.turn_id} has no turn" for judgement in judgements),
    ]


async def _tickets(database: Database) -> list[str]:
    """Each ticket was confirmed by a turn that told its reference, unless that was deleted."""
    async with database.reading() as session:
        tickets = (await session.exec(select(Ticket))).all()
        turns = (await session.exec(select(Turn))).all()
        remembered = set((await session.exec(select(Conversation.id))).all())
    told = {turn.turn_id: turn.answer["ticket"] for turn in turns if turn.answer["ticket"]}
    opened = {id: one["reference"] for id, one in told.items() if one["event"] == "opened"}
    kept = {ticket.opened_by_turn: ticket.reference for ticket in tickets}
    return [
        *(
            f"ticket {ticket.reference} was told to nobody"
            for ticket in tickets
            if ticket.conversation_id in remembered and ticket.reference not in opened.values()
        ),
        *(
            f"ticket {reference} was told, but is not kept"
            for reference in opened.values()
            if reference not in kept.values()
        ),
        *(
            f"ticket {ticket.reference} has no words"
            for ticket in tickets
            if not ticket.description
        ),
    ]


async def _files(database: Database, files: Path) -> list[str]:
    async with database.reading() as session:
        kept = (await session.exec(select(Attachment))).all()
    on_disk = {path.name for path in files.rglob("*") if path.is_file()}
    return [
        f"file {one.id} is not on the disk"
        for one in kept
        if not any(name.startswith(one.id) for name in on_disk)
    ]
