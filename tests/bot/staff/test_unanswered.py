"""What the bot could not answer: seen masked, labelled, exported; by whom."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from bot.errors import LabelRefused
from bot.insight.labels import Answered, Label, Verdict, label
from bot.insight.unanswered import PAGE_SIZE, Reviews
from bot.office import office_day
from bot.privacy.releases import Releases
from bot.storage.database import Database
from bot.storage.models import (
    AuditRow,
    Conversation,
    Staff,
    Ticket,
    Turn,
    TurnFeedback,
    TurnReview,
    now,
    row_id,
)
from nlu.evaluation.cases import parse_cases
from tests.bot.staff.conftest import USERNAME, Browser
from tests.bot.staff.test_queue import counted_queries
from tests.bot.tickets.desk_room import hire

UNDERSTOOD = {
    "lang": "fr",
    "intent": "ask_programme",
    "confidence": 0.41,
    "topic": None,
    "topics": [["social/ramed", 0.4]],
    "facet": None,
}


async def miss(
    database: Database,
    text: str = "et pour le truc là ?",
    *,
    unanswered: str | None = "unknown",
    helpful: bool | None = None,
    words: str | None = None,
    days_ago: int = 0,
    answer: str = "Je ne sais pas.",
    conversation: str = "c",
    **understood: Any,
) -> int:
    """Writes a turn; gives its id."""
    said = {**UNDERSTOOD, **understood}
    async with database.writing() as session:
        if await session.get(Conversation, conversation) is None:
            session.add(Conversation(id=conversation, channel="web"))
            await session.flush()
        number = len((await session.exec(select(Turn.id))).all())
        turn = Turn(
            turn_id=f"web:{conversation}:{number}",
            conversation_id=conversation,
            text=text,
            understood=said,
            answer={"replies": [{"text": answer, "lang": said["lang"], "dir": "ltr"}]},
            lang=said["lang"],
            topic=said["topic"],
            facet=said["facet"],
            unanswered=unanswered,
            created_at=now() - timedelta(days=days_ago),
        )
        session.add(turn)
        if helpful is not None:
            session.add(
                TurnFeedback(
                    turn_id=turn.turn_id,
                    conversation_id=conversation,
                    helpful=helpful,
                    words=words,
                )
            )
        await session.flush()
        return row_id(turn)


async def promote(database: Database, role: str, service: str | None = None) -> None:
    async with database.writing() as session:
        member = (await session.exec(select(Staff).where(Staff.username == USERNAME))).one()
        member.role, member.service = role, service
        session.add(member)


async def reviews(database: Database) -> list[TurnReview]:
    async with database.reading() as session:
        return list(await session.exec(select(TurnReview)))


def shown(page: str) -> int:
    return page.count('class="panel missed"')


async def test_turns_that_did_not_answer_or_help_and_no_others(
    browser: Browser, database: Database
) -> None:
    await miss(database, "question sans réponse")
    await miss(database, "réponse jugée inutile", unanswered=None, helpful=False, words="à côté")
    await miss(database, "réponse utile", unanswered=None, helpful=True)
    await miss(database, "réponse donnée", unanswered=None)
    await browser.open("/staff/unanswered")
    assert shown(browser.page) == 2
    assert "question sans réponse" in browser.page
    assert "réponse jugée inutile" in browser.page
    assert "à côté" in browser.page


async def test_who_wrote_is_not_told(browser: Browser, database: Database) -> None:
    await miss(
        database,
        "je m'appelle Karim Benani, 06 12 34 56 78, dossier MDM-2026-000123 code abc234",
        answer="Gardez la référence MDM-2026-000123 et le code ABC 234",
        helpful=False,
        words="rappelez karim@example.org",
    )
    number = await miss(database, "smiti Rachid w nemra dyali 0661234567", lang="ary-Latn")
    await browser.open("/staff/unanswered")
    await browser.send(f"/staff/unanswered/{number}", verdict="wrong")
    await browser.open("/staff/unanswered?done=1")
    done = browser.page
    await browser.open("/staff/unanswered")
    for told in ("Karim", "Benani", "34 56", "000123", "abc234", "ABC 234", "example.org"):
        assert told not in browser.page
    assert "Rachid" not in done
    assert "je m&#39;appelle •••" in browser.page
    [review] = await reviews(database)
    assert review.masked_text == "smiti ••• w nemra dyali •••"


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("variety=ary", ["deux"]),
        ("topic=social/ramed", ["un", "trois"]),
        ("topic=culture", ["deux"]),
        ("why=no_source", ["deux"]),
        ("why=thumbs_down", ["trois"]),
        ("why=unknown&variety=ary", []),
        ("variety=xx&why=nonsense&topic=none&from=x", ["un", "deux", "trois"]),
    ],
)
async def test_filters(browser: Browser, database: Database, query: str, texts: list[str]) -> None:
    await miss(database, "texte un")
    await miss(
        database, "texte deux", unanswered="no_source", lang="ary", topic="culture", facet="amount"
    )
    await miss(database, "texte trois", unanswered=None, helpful=False)
    await browser.open(f"/staff/unanswered?{query}")
    assert [name for name in ("un", "deux", "trois") if f">texte {name}<" in browser.page] == texts


async def test_days_are_whole_days_at_the_office(browser: Browser, database: Database) -> None:
    await miss(database, "texte ancien", days_ago=10)
    await miss(database, "texte récent", days_ago=2)
    day = (now() - timedelta(days=5)).date().isoformat()
    await browser.open(f"/staff/unanswered?from={day}")
    assert "texte récent" in browser.page
    assert "texte ancien" not in browser.page
    await browser.open(f"/staff/unanswered?to={day}")
    assert "texte ancien" in browser.page
    assert "texte récent" not in browser.page


async def test_pages_follow_each_other_with_as_many_queries_for_one_turn_as_for_many(
    browser: Browser, database: Database
) -> None:
    await miss(database, "texte 0")
    with counted_queries() as for_one:
        await browser.open("/staff/unanswered")
    for number in range(1, PAGE_SIZE + 3):
        await miss(database, f"texte {number}")
    with counted_queries() as for_many:
        await browser.open("/staff/unanswered?variety=fr")
    assert len(for_one) == len(for_many) == 3  # the session, the notices, the page
    assert shown(browser.page) == PAGE_SIZE
    [following] = [part for part in browser.page.split('"') if "before=" in part]
    await browser.open(following.replace("&amp;", "&"))
    assert shown(browser.page) == 3
    assert "variety=fr" in following


async def test_another_topic_is_kept_and_the_turn_leaves_the_list(
    browser: Browser, database: Database
) -> None:
    number = await miss(database, "les papiers pour la carte ?")
    await browser.open("/staff/unanswered?variety=fr")
    await browser.send(
        f"/staff/unanswered/{number}?variety=fr",
        verdict="other_topic",
        topic="social/ramed",
        facet="documents",
    )
    assert shown(browser.page) == 0
    [review] = await reviews(database)
    assert (review.verdict, review.intent, review.topic, review.facet) == (
        "other_topic",
        "ask_programme",
        "social/ramed",
        "documents",
    )
    await browser.open("/staff/unanswered?done=1")
    assert shown(browser.page) == 1
    async with database.reading() as session:
        [row] = await session.exec(select(AuditRow).where(AuditRow.event == "turn.reviewed"))
    assert row.data == {"turn": number, "verdict": "other_topic"}


async def test_the_newest_label_counts(browser: Browser, database: Database) -> None:
    number = await miss(database)
    await browser.open("/staff/unanswered")
    await browser.send(f"/staff/unanswered/{number}", verdict="wrong")
    await browser.open("/staff/unanswered?done=1")
    await browser.send(f"/staff/unanswered/{number}", verdict="other_intent", intent="greet")
    [review] = await reviews(database)
    assert (review.verdict, review.intent) == ("other_intent", "greet")


@pytest.mark.parametrize(
    "fields",
    [
        {"verdict": "other_topic"},
        {"verdict": "other_topic", "topic": "no/such"},
        {"verdict": "other_intent"},
        {"verdict": "other_intent", "intent": "nothing"},
        {"verdict": "nonsense"},
        {},
    ],
)
async def test_a_label_that_says_nothing_is_refused(
    browser: Browser, database: Database, fields: dict[str, str]
) -> None:
    number = await miss(database)
    await browser.open("/staff/unanswered")
    response = await browser.send(f"/staff/unanswered/{number}", **fields)
    assert response.status == 400
    assert "Indiquez une valeur connue" in browser.page
    assert await reviews(database) == []


async def test_a_turn_that_was_answered_is_not_to_be_labelled(
    browser: Browser, database: Database
) -> None:
    answered = await miss(database, unanswered=None, helpful=True)
    await browser.open("/staff/unanswered")
    assert (await browser.send(f"/staff/unanswered/{answered}", verdict="wrong")).status == 404
    assert (await browser.send("/staff/unanswered/999999", verdict="wrong")).status == 404
    assert await reviews(database) == []


async def wall(database: Database, conversation: str, service: str) -> None:
    async with database.writing() as session:
        session.add(
            Ticket(
                reference="MDM-2026-000001",
                code="ABC234",
                kind="complaint",
                description="…",
                lang="fr",
                conversation_id=conversation,
                opened_by_turn="web:1",
                acknowledge_by=now(),
                answer_by=now(),
                service=service,
                walled=True,
            )
        )


async def test_what_is_walled_off_from_a_service_is_not_told_to_its_staff(
    browser: Browser, database: Database
) -> None:
    number = await miss(database, "plainte contre le consulat", conversation="walled")
    await wall(database, "walled", "consulate-lyon")
    await browser.open("/staff/unanswered")
    assert shown(browser.page) == 1
    await promote(database, "agent", service="consulate-lyon")
    await browser.open("/staff/unanswered")
    assert shown(browser.page) == 0
    assert (await browser.send(f"/staff/unanswered/{number}", verdict="wrong")).status == 404
    await promote(database, "agent", service="consulate-madrid")
    await browser.open("/staff/unanswered")
    assert shown(browser.page) == 1


async def exported(browser: Browser, database: Database) -> list[str]:
    """The lines that leave for this browser's member, once a colleague agreed."""
    async with database.writing() as session:
        for review in await session.exec(select(TurnReview)):
            review.created_at -= timedelta(days=1)
    await browser.open("/staff/releases/new?kind=reviews")
    day = office_day(now()) - timedelta(days=1)
    days = {"from": day.isoformat(), "to": day.isoformat()}
    await browser.send("/staff/releases/new", kind="reviews", reason="Évaluer", **days)
    colleague = await hire(
        database, "Badr", role="supervisor", created_at=now() - timedelta(days=1)
    )
    await Releases(database, Reviews()).approve(1, colleague)
    response = await browser.send("/staff/releases/1/take")
    assert "attachment" in response.headers["Content-Disposition"]
    return browser.page.splitlines()


async def test_the_export_holds_cases_that_the_evaluation_reads(
    browser: Browser, database: Database
) -> None:
    await promote(database, "supervisor")
    first = await miss(database, "c'est Mme Alaoui, la bourse ?", topic="social/scholarships")
    second = await miss(database, "واش باقي راميد", lang="ary")
    third = await miss(database, "rien à faire")
    await miss(database, "pas encore relu")
    await browser.open("/staff/unanswered")
    await browser.send(f"/staff/unanswered/{first}", verdict="right")
    await browser.send(
        f"/staff/unanswered/{second}", verdict="other_topic", topic="social/ramed", facet="status"
    )
    await browser.send(f"/staff/unanswered/{third}", verdict="wrong")
    lines = await exported(browser, database)
    faults: list[str] = []
    cases = parse_cases([(str(n), line) for n, line in enumerate(lines)], faults)
    assert faults == []
    assert [(case.text, case.lang, case.topics, case.facet) for case in cases] == [
        ("c'est Mme •••, la bourse ?", "fr", ("social/scholarships",), None),
        ("واش باقي راميد", "ary", ("social/ramed",), "status"),
    ]
    assert [json.loads(line)["note"] for line in lines] == ["right", "other_topic"]
    assert "web:" not in "".join(lines)


async def test_agents_label_and_are_not_led_to_the_export(
    browser: Browser, database: Database
) -> None:
    number = await miss(database, "question à relire")
    await browser.open("/staff/unanswered")
    assert "kind=reviews" not in browser.page
    await browser.send(f"/staff/unanswered/{number}", verdict="right")
    await promote(database, "supervisor")
    await browser.open("/staff/unanswered")
    assert "kind=reviews" in browser.page


async def test_nobody_reads_or_labels_without_a_session_or_the_forms_token(
    visitor: Browser, database: Database
) -> None:
    number = await miss(database, "question à relire")
    for path in ("/staff/unanswered", "/staff/releases"):
        await visitor.open(path)
        assert "question à relire" not in visitor.page
    await visitor.send(f"/staff/unanswered/{number}", csrf=False, verdict="right")
    assert await reviews(database) == []
    await visitor.sign_in()
    refused = await visitor.send(f"/staff/unanswered/{number}", csrf=False, verdict="right")
    assert refused.status == 403
    assert await reviews(database) == []


def test_what_a_label_keeps() -> None:
    understood = {"intent": "ask_programme", "topic": "culture", "facet": "amount"}
    topics = {"culture", "social"}
    right = label(Answered("right", intent="greet"), understood, topics)
    assert right == Label(Verdict.RIGHT, "ask_programme", "culture", "amount")
    assert label(Answered("wrong"), understood, topics) == Label(Verdict.WRONG)
    other = label(Answered("other_topic", topic=" social "), understood, topics)
    assert other == Label(Verdict.OTHER_TOPIC, "ask_programme", "social", None)
    intent = label(Answered("other_intent", intent="thank"), understood, topics)
    assert intent == Label(Verdict.OTHER_INTENT, "thank", None, None)
    with pytest.raises(LabelRefused) as refused:
        label(Answered("other_topic", topic="social", facet="x"), understood, topics)
    assert refused.value.fields == {"field": "facet"}
