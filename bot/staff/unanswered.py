"""What the bot could not answer: read, labelled, and saved as evaluation cases."""

from __future__ import annotations

from aiohttp import web

from bot.errors import LabelRefused, NoSuchTurn
from bot.insight.labels import Answered
from bot.insight.unanswered import REASONS, Wanted
from bot.staff.guarding import require
from bot.staff.keys import INSIGHT, ME, PAGES
from bot.staff.pages import Refusal, reading_language
from bot.staff.roles import Permission
from bot.tickets.views import read_day
from nlu.evaluation.cases import FACETS, INTENTS
from nlu.text.variety import VARIETIES

_MOST_DIGITS = 9
_FILTERS = ("variety", "from", "to", "topic", "why", "done")


async def show(request: web.Request) -> web.Response:
    """GET /unanswered: the newest first; what is malformed counts as not given."""
    require(request, Permission.REVIEW_TURNS)
    return await _page(request)


async def review(request: web.Request) -> web.Response:
    """POST /unanswered/<turn>: what the turn should have been."""
    require(request, Permission.REVIEW_TURNS)
    form = await request.post()
    answered = Answered(
        *(str(form.get(field, "")) for field in ("verdict", "intent", "topic", "facet"))
    )
    insight, turn = request.app[INSIGHT], int(request.match_info["turn"])
    try:
        await insight.unanswered.review(
            turn, request[ME].staff_id, answered, insight.knowledge.topics
        )
    except (LabelRefused, NoSuchTurn) as error:
        return await _page(request, error=error)
    place = request.app.router["unanswered"].url_for().with_query({**_filters(request), "saved": 1})
    return web.Response(status=303, headers={"Location": str(place)})


async def _page(request: web.Request, error: Refusal | None = None) -> web.Response:
    insight, pages, me = request.app[INSIGHT], request.app[PAGES], request[ME]
    wanted = _wanted(request)
    page = await insight.unanswered.page(wanted, me.staff_id, _before(request))
    lang = reading_language(request, me)
    return pages.answer(
        request,
        "unanswered.html",
        me,
        refused=error,
        page=page,
        wanted=wanted,
        filters=_filters(request),
        topics={topic.id: topic.title[lang] for topic in insight.knowledge.topics.values()},
        varieties=VARIETIES,
        reasons=REASONS,
        intents=INTENTS,
        facets=FACETS,
        request_before=_before(request),
        may_export=me.may(Permission.EXPORT),
        saved="saved" in request.query,
    )


def _filters(request: web.Request) -> dict[str, str]:
    """The filters as they stand in the address, the page left out."""
    return {name: value for name in _FILTERS if (value := request.query.get(name, ""))}


def _wanted(request: web.Request) -> Wanted:
    query = request.query
    lang, topic, reason = (query.get(name, "") for name in ("variety", "topic", "why"))
    return Wanted(
        lang=lang if lang in VARIETIES else None,
        first_day=read_day(query.get("from", "")),
        last_day=read_day(query.get("to", "")),
        topic=topic if topic in request.app[INSIGHT].knowledge.topics else None,
        reason=reason if reason in REASONS else None,
        done=query.get("done") == "1",
    )


def _before(request: web.Request) -> int | None:
    value = request.query.get("before", "")
    readable = value.isascii() and value.isdecimal() and len(value) <= _MOST_DIGITS
    return int(value) if readable else None
