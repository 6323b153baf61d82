"""Invented tickets in four varieties, each with the conversation that led to it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.storage.database import Database
from bot.storage.models import AuditRow, Conversation, Ticket, Turn, now
from bot.storage.search import search_text
from bot.tickets.kinds import SETTLED

CASES: tuple[dict[str, Any], ...] = (
    {
        "lang": "fr",
        "kind": "complaint",
        "category": "consular",
        "country": "FR",
        "contact": "+33 6 00 00 00 00",
        "description": "J'attends le renouvellement de mon passeport depuis quatre mois. Le "
        "rendez-vous pris en ligne a été annulé deux fois et personne ne répond au téléphone.",
        "said": "je veux déposer une réclamation contre le consulat",
        "answer": "De quel sujet s'agit-il ?",
    },
    {
        "lang": "ar",
        "kind": "complaint",
        "category": "land_housing",
        "country": "BE",
        "contact": "someone@example.org",
        "description": "اشتريت شقة على التصاميم سنة 2021 ولم أتسلم بعد الرسم العقاري رغم أداء "
        "كامل الثمن. راسلت المنعش العقاري ثلاث مرات (الملف رقم A-118/2021) دون جواب.",
        "said": "أريد تقديم شكاية بخصوص شقة",
        "answer": "ما موضوع الشكاية؟",
    },
    {
        "lang": "ary",
        "kind": "question",
        "category": None,
        "country": "ES",
        "contact": None,
        "description": "بغيت نعرف واش ولدي اللي كيقرا فإسبانيا عندو الحق فالمنحة، وشنو هما الوراق "
        "اللي خاصني نجيب للقنصلية ديال Almería.",
        "said": "بغيت نهضر مع شي واحد",
        "answer": "واش موافق نسجلو هادشي؟",
    },
    {
        "lang": "ary-Latn",
        "kind": "suggestion",
        "category": "programmes",
        "country": "NL",
        "contact": None,
        "description": "3afakom diro chi application fin n9dro ndiro rendez-vous f l9onsoliya bla "
        "ma nsafro 200 km, w tkoun b ta3rift o b lfransawiya.",
        "said": "3andi wa7ed l i9tira7",
        "answer": "Wach nkemmlo?",
    },
)


async def seed(
    database: Database, count: int = len(CASES), *, channel: str = "web", **changes: Any
) -> list[str]:
    """Writes tickets, the oldest first; returns their references."""
    references = []
    async with database.writing() as session:
        for number in range(1, count + 1):
            case = {**CASES[(number - 1) % len(CASES)], **changes}
            at = now() - timedelta(hours=7 * (count - number), minutes=5)
            conversation = Conversation(channel=channel, lang=case["lang"])
            session.add(conversation)
            await session.flush()
            session.add(_turn(conversation.id, case, at))
            ticket = Ticket(
                reference=f"MDM-2026-{number:06d}",
                code="ABC234",
                opened_by_turn=f"{channel}:{number}",
                conversation_id=conversation.id,
                created_at=at,
                updated_at=at,
                acknowledge_by=at + timedelta(days=15),
                answer_by=at + timedelta(days=60),
                **{
                    name: case[name]
                    for name in ("lang", "kind", "category", "country", "contact", "description")
                },
                state=case.get("state", "new"),
                settled_at=at if case.get("state") in SETTLED else None,
            )
            ticket.search_text = search_text(ticket)
            session.add(ticket)
            await session.flush()
            session.add(
                AuditRow(event="ticket.opened", actor="citizen", ticket_id=ticket.id, created_at=at)
            )
            references.append(ticket.reference)
    return references


def _turn(conversation_id: str, case: dict[str, Any], at: Any) -> Turn:
    intents = {
        "complaint": "open_complaint",
        "question": "talk_to_agent",
        "suggestion": "make_suggestion",
    }
    lang = case["lang"]
    understood = {
        "lang": lang,
        "intent": intents[case["kind"]],
        "confidence": 0.9312,
        "topic": "social/scholarships" if case["kind"] == "question" else None,
        "topics": [],
        "facet": "documents" if case["kind"] == "question" else None,
    }
    reply = {
        "text": f"{case['answer']} (code ABC234, A B C 2-3-4)",
        "lang": lang,
        "dir": "rtl" if lang in {"ar", "ary"} else "ltr",
        "choices": [],
        "sources": [],
    }
    return Turn(
        turn_id=f"web:turn-{conversation_id}",
        conversation_id=conversation_id,
        text=case["said"],
        understood=understood,
        answer={"understood": understood, "replies": [reply]},
        degraded=case["kind"] == "suggestion",
        took_ms=21,
        created_at=at,
    )
