"""The staff console, to be mounted: `app.add_subapp("/staff", staff_app(...))`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import structlog
from aiohttp import web

from bot.errors import (
    FormRefused,
    NotAllowed,
    NotSignedIn,
    StaffRefusal,
    StepOwed,
    TooManyCalls,
    message_key,
)
from bot.files.store import FileStore
from bot.insight.parts import Insight
from bot.insight.unanswered import Reviews
from bot.limiting import Limiter
from bot.logs import route_of
from bot.news.parts import News
from bot.papers.printer import Printer
from bot.privacy.policy import Terms
from bot.privacy.releases import Releases
from bot.privacy.retention import Retention
from bot.staff import (
    announcing,
    attachments,
    closed_days,
    composing,
    dashboard,
    handling,
    help_pages,
    incident,
    knowledge_page,
    my_account,
    notices,
    papers,
    people,
    queue,
    releasing,
    retention_page,
    shift_sheet,
    signing_in,
    ticket,
    unanswered,
    views,
    workload,
)
from bot.staff.accounts import Door
from bot.staff.acting import action
from bot.staff.bell import Notices
from bot.staff.canned import load_canned
from bot.staff.cookies import session_token
from bot.staff.drafts import Draft, keep, texts
from bot.staff.forms import require_form
from bot.staff.keys import (
    ASSIGNMENT,
    ATTACHMENTS,
    CANNED,
    CASEWORK,
    CLOSED_DAYS,
    DOOR,
    FORWARDINGS,
    INCIDENTS,
    INSIGHT,
    LIMITER,
    LINKING,
    ME,
    MEMBERS,
    NEWS,
    NOTICES,
    NOTING,
    OWN_ACCOUNTS,
    PAGES,
    PRINTER,
    QUEUES,
    RELEASES,
    RETENTION,
    SAVED_VIEWS,
    SEALS,
    SESSIONS,
    SETTLING,
    WORKLOAD,
)
from bot.staff.limiting import SIGNING_IN, spend_account, spend_address, spend_sign_in
from bot.staff.loads import Workload
from bot.staff.members import Members, OwnAccounts
from bot.staff.pages import Pages
from bot.staff.seals import Seals
from bot.staff.sessions import IDLE_MINUTES, Sessions
from bot.storage.database import Database
from bot.tickets.assignment import Assignment
from bot.tickets.attachments import Attachments
from bot.tickets.casework import Casework
from bot.tickets.closed_days import ClosedDays
from bot.tickets.forwarding import Forwardings
from bot.tickets.incidents import Incidents
from bot.tickets.linking import Linking
from bot.tickets.noting import Noting
from bot.tickets.queues import Queues
from bot.tickets.saved_views import SavedViews
from bot.tickets.settling import Settling
from nlu.text.rendering import Rendering

log = structlog.get_logger(__name__)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_HERE = Path(__file__).parent
_ASSETS = {
    "console.css": _HERE / "console.css",
    "keys.js": _HERE / "keys.js",
    "icon.svg": _HERE / "icon.svg",
    "notices.js": _HERE / "notices.js",
    "htmx.min.js": _HERE / "assets" / "htmx.min.js",  # made by `npm run assets`
    "charts.js": _HERE / "charts.js",
    "chart.umd.min.js": _HERE / "assets" / "chart.umd.min.js",
}
_PUBLIC = frozenset({*SIGNING_IN, "asset"})
_BACKGROUND = frozenset({"conversation", "announcement_figures"})  # what a page asks for by itself
_STREAMS = frozenset({"notice_events"})
_ALWAYS_OPEN = frozenset({"sign_out", "language"})  # also to who owes a step
_FRIENDLY_SITES = frozenset({"same-origin", "none"})
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

# A refusal replaces the page even where htmx asked for a part of it.
_WHOLE_CONTENT = {
    "HX-Retarget": "#content",
    "HX-Reselect": "#content",
    "HX-Reswap": "outerHTML",
}


def staff_app(
    database: Database,
    session_hours: int,
    *,
    printer: Printer,
    door: Door | None = None,
    knowledge_faults: Sequence[str] = (),
    silent_since: Callable[[], datetime | None] = lambda: None,
    rendering: Rendering | None = None,
    totp_roles: Collection[str] = (),
    idle_minutes: int = IDLE_MINUTES,
    insight: Insight | None = None,
    news: News | None = None,
    files: Attachments | None = None,
    retention: Retention | None = None,
    reopen_days: int = 30,
    chase_days: int = 7,
    limiter: Limiter | None = None,
) -> web.Application:
    """The console's pages; all but signing in need a session.

    `printer` makes the papers of tickets;
    `knowledge_faults` is told on every page: what the bot was started without;
    `silent_since` tells since when Rasa does not answer, if so: citizens are answered without it;
    `rendering` puts Latin-script Darija into Arabic letters beside what a citizen wrote;
    members with one of the `totp_roles` cannot do without a second factor;
    a session that nobody uses for `idle_minutes` ends before its hours are over;
    `files` are the attachments of citizens;
    `retention` is what is kept for how long;
    `limiter` holds accounts and addresses to their limits.
    """
    app = web.Application(middlewares=[guard, notices.with_count])
    app[ATTACHMENTS] = files or Attachments(database, FileStore(), scanner=None)
    if limiter:
        app[LIMITER] = limiter
    app[CASEWORK] = Casework(database)
    app[DOOR] = door or Door(database)
    app[PRINTER] = printer
    app[PAGES] = Pages(knowledge_faults, rendering or Rendering(), silent_since)
    app[NOTICES] = Notices(database)
    app[RELEASES] = Releases(database, Reviews())
    app[RETENTION] = retention or Retention(database, Terms())
    app[SESSIONS] = Sessions(database, session_hours, totp_roles, idle_minutes)
    app[SEALS] = Seals(database)
    app[MEMBERS] = Members(database)
    app[OWN_ACCOUNTS] = OwnAccounts(database, app[DOOR], app[SESSIONS])
    app[WORKLOAD] = Workload(database)
    app[QUEUES] = Queues(database)
    app[SAVED_VIEWS] = SavedViews(database)
    app[CLOSED_DAYS] = ClosedDays(database)
    app.on_response_prepare.append(add_headers)
    one_file = "/files/{id:[0-9a-f]{32}}"
    one_ticket = r"/tickets/{reference:MDM-\d{4}-\d{6}}"
    app.add_routes(
        [
            web.get("", queue.show, name="queue"),
            web.get("/", queue.show),
            web.get("/sign-in", signing_in.show, name="sign_in"),
            web.post("/sign-in", signing_in.sign_in, name="sign_in"),
            web.post("/sign-out", signing_in.sign_out, name="sign_out"),
            web.post("/language", signing_in.change_language, name="language"),
            web.get(one_ticket, ticket.show, name="ticket"),
            web.get(f"{one_ticket}/receipt.pdf", papers.receipt, name="receipt"),
            web.get(f"{one_ticket}/dossier.pdf", papers.dossier, name="dossier"),
            web.get("/notices", notices.show, name="notices"),
            web.post("/notices", notices.mark, name="notices"),
            web.get("/notices/events", notices.events, name="notice_events"),
            web.get(one_file, attachments.show, name="file"),
            web.get(f"{one_file}/thumbnail", attachments.thumbnail, name="thumbnail"),
            web.post(f"{one_ticket}/reply", composing.send, name="reply"),
            web.get("/assets/{name}", asset, name="asset"),
        ]
    )
    app.add_routes(_people_routes())
    app.add_routes(_privacy_routes())
    if insight:
        app[INSIGHT] = insight
        app.add_routes(_insight_routes())
    if news:
        app[NEWS] = news
        app.add_routes(_news_routes())
    app.add_routes(_queue_routes())
    _add_ticket_page(app, database, one_ticket, reopen_days, chase_days)
    return app


def _add_ticket_page(
    app: web.Application, database: Database, one: str, reopen_days: int, chase_days: int
) -> None:
    app[ASSIGNMENT] = Assignment(database)
    app[CANNED] = load_canned()
    app[FORWARDINGS] = Forwardings(database, chase_days)
    app[INCIDENTS] = Incidents(database, reopen_days)
    app[LINKING] = Linking(database)
    app[NOTING] = Noting(database)
    app[SETTLING] = Settling(database, reopen_days)
    app.add_routes(
        [
            web.get(r"/incidents/{incident:\d{1,9}}", incident.show, name="incident_page"),
            web.post(r"/incidents/{incident:\d{1,9}}", incident.answer, name="incident_page"),
            web.get("/keys", help_pages.show_keys, name="keys"),
            web.get(f"{one}/conversation", ticket.conversation, name="conversation"),
            web.post(f"{one}/draft", composing.draft, name="draft"),
            web.post(f"{one}/open-walled", ticket.open_walled, name="open_walled"),
        ]
    )
    app.add_routes(
        [
            web.post(f"{one}/{name.replace('_', '-')}", action(name, run), name=name)
            for name, run in handling.ACTIONS.items()
        ]
    )


def _people_routes() -> list[web.RouteDef]:
    one = r"/accounts/{staff_id:\d{1,9}}"
    return [
        web.get("/sign-in/code", signing_in.show_code, name="sign_in_code"),
        web.post("/sign-in/code", signing_in.enter_code, name="sign_in_code"),
        web.get("/account", my_account.show, name="my_account"),
        web.post("/account", my_account.edit, name="my_account"),
        web.get("/account/email", my_account.show_email, name="my_email"),
        web.post("/account/email", my_account.change_email, name="my_email"),
        web.get("/account/password", my_account.show_password, name="password"),
        web.post("/account/password", my_account.change_password, name="password"),
        web.get("/account/second-factor", my_account.show_second_factor, name="second_factor"),
        web.post("/account/second-factor", my_account.set_second_factor, name="second_factor"),
        web.post(
            "/account/second-factor/off",
            my_account.remove_second_factor,
            name="second_factor_off",
        ),
        web.post("/account/sessions/end", my_account.end_session, name="session_end"),
        web.post(
            "/account/sessions/end-others", my_account.end_other_sessions, name="sessions_end"
        ),
        web.get("/accounts", people.show_all, name="accounts"),
        web.get("/accounts/new", people.show_new, name="account_new"),
        web.post("/accounts/new", people.create, name="account_new"),
        web.get(one, people.show, name="account"),
        web.post(one, people.edit, name="account"),
        web.post(f"{one}/deactivate", people.deactivate, name="account_deactivate"),
        web.post(f"{one}/activate", people.activate, name="account_activate"),
        web.post(f"{one}/reset-password", people.reset_password, name="account_password"),
        web.post(
            f"{one}/reset-second-factor",
            people.reset_second_factor,
            name="account_second_factor",
        ),
        web.post(f"{one}/end-sessions", people.end_sessions, name="account_sessions"),
        web.get("/workload", workload.show, name="workload"),
    ]


def _privacy_routes() -> list[web.RouteDef]:
    one = r"/releases/{number:\d{1,9}}"
    return [
        web.get("/releases", releasing.show_all, name="releases"),
        web.get("/releases/new", releasing.show_new, name="release_new"),
        web.post("/releases/new", releasing.ask, name="release_new"),
        web.get(one, releasing.show, name="release_request"),
        web.post(f"{one}/approve", releasing.approve, name="release_approve"),
        web.post(f"{one}/refuse", releasing.refuse, name="release_refuse"),
        web.post(f"{one}/take", releasing.take, name="release_take"),
        web.get("/retention", retention_page.show, name="retention"),
        web.post("/retention/run", retention_page.run, name="retention_run"),
    ]


def _insight_routes() -> list[web.RouteDef]:
    return [
        web.get("/unanswered", unanswered.show, name="unanswered"),
        web.post(r"/unanswered/{turn:\d{1,9}}", unanswered.review, name="review"),
        web.get("/knowledge", knowledge_page.show, name="knowledge"),
        web.post("/knowledge/confirm", knowledge_page.confirm, name="confirm_fact"),
        web.get("/dashboard", dashboard.show, name="dashboard"),
        web.get(r"/dashboard/{table:[a-z]+}.csv", dashboard.save, name="dashboard_csv"),
    ]


def _news_routes() -> list[web.RouteDef]:
    one = r"/news/{number:\d{1,9}}"
    return [
        web.get("/news", announcing.show_all, name="news"),
        web.get("/news/new", announcing.show_new, name="announcement_new"),
        web.post("/news/new", announcing.create, name="announcement_new"),
        web.get(one, announcing.show, name="announcement"),
        web.post(one, announcing.edit, name="announcement"),
        web.get(f"{one}/figures", announcing.show_figures, name="announcement_figures"),
        web.post(f"{one}/release", announcing.release, name="announcement_release"),
        web.post(f"{one}/take-back", announcing.take_back, name="announcement_take_back"),
        web.post(f"{one}/cancel", announcing.cancel, name="announcement_cancel"),
    ]


def _queue_routes() -> list[web.RouteDef]:
    one_view = r"/views/{view_id:\d{1,9}}"
    return [
        web.get("/queues", queue.tabs, name="queue_tabs"),
        web.get("/views", views.show, name="views"),
        web.post("/views", views.save, name="views"),
        web.post(f"{one_view}/rename", views.rename, name="view_rename"),
        web.post(f"{one_view}/delete", views.delete, name="view_delete"),
        web.get("/shift", shift_sheet.show, name="shift_sheet"),
        web.get("/closed-days", closed_days.show, name="closed_days"),
        web.post("/closed-days", closed_days.add, name="closed_days"),
        web.post("/closed-days/remove", closed_days.remove, name="closed_day_remove"),
    ]


async def asset(request: web.Request) -> web.FileResponse:
    """GET /assets/...: the files that the pages need, and no other."""
    path = _ASSETS.get(request.match_info["name"])
    if path is None or not path.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(path, headers={"Cache-Control": "no-cache"})


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Lets in who is signed in and, for a change, whose form is ours; words every refusal."""
    try:
        return await _answer(request, handler)
    except NotSignedIn:
        return _lead_to(request, "sign_in", 401)
    except StepOwed as error:
        return _lead_to(request, str(error.fields["route"]), error.status)
    except StaffRefusal as error:
        _note_refusal(request, error)
        return _refused(request, error)
    except web.HTTPNotFound:
        return _refusal(request, "not_found", 404)
    except web.HTTPException:
        raise
    except Exception:
        # The last boundary: the member of staff gets a page, the log the cause.
        log.exception("staff.request.failed", method=request.method, route=route_of(request))
        return _refusal(request, "internal_error", 500)


def _note_refusal(request: web.Request, error: StaffRefusal) -> None:
    """Who asked for what their role may not do, for what is not there for them, or sent a form
    that is none of ours."""
    if why := _why(error):
        me = request.get(ME)
        log.warning(
            "staff.refused",
            why=why,
            staff=me.staff_id if me else None,
            method=request.method,
            route=route_of(request),
        )


def _why(error: StaffRefusal) -> str | None:
    if isinstance(error, FormRefused):
        return "form"
    if isinstance(error, NotAllowed):
        return "permission"
    return "not-there" if error.status == web.HTTPNotFound.status_code else None


async def _answer(request: web.Request, handler: Handler) -> web.StreamResponse:
    await spend_address(request)
    if request.method == "POST":
        await require_form(request)
    try:
        await _admit(request)
    except NotSignedIn:
        return await _ask_to_sign_in(request)
    except FormRefused as error:
        # It may be from before the last signing in: what was typed on a ticket is shown again.
        if (reference := request.match_info.get("reference")) is None:
            raise
        _note_refusal(request, error)
        draft = Draft(_route(request), texts(await request.post()))
        return await ticket.page(request, reference, error=error, draft=draft)
    return await handler(request)


async def _admit(request: web.Request) -> None:
    # A browser says where a request comes from; this covers the sign-in form too.
    origin = request.headers.get("Sec-Fetch-Site", "none")
    if request.method == "POST" and origin not in _FRIENDLY_SITES:
        raise NotAllowed
    route = _route(request)
    if request.method == "POST" and route in SIGNING_IN:
        await spend_sign_in(request)
    if route in _PUBLIC:
        return
    by_itself = route in _BACKGROUND | _STREAMS
    me = await request.app[SESSIONS].find(session_token(request), in_use=not by_itself)
    request[ME] = me
    await spend_account(request, me)
    if me.owes and route not in _ALWAYS_OPEN | {me.owes}:
        raise StepOwed(route=me.owes)
    if request.method == "POST":
        # The form's own token first: htmx sends in its header what the page was opened with.
        form = await request.post()
        me.require(str(form.get("csrf") or request.headers.get("X-CSRF-Token", "")))


def _route(request: web.Request) -> str:
    resource = request.match_info.route.resource
    return (resource.name or "") if resource is not None else ""


async def _ask_to_sign_in(request: web.Request) -> web.Response:
    """The sign-in page; with what was typed on a ticket, or with the way back to it."""
    reference = request.match_info.get("reference")
    if _route(request) in _BACKGROUND:
        return web.Response(status=204)  # it must not take the page away from who is typing
    if reference is None:
        return _lead_to(request, "sign_in", 401)
    if request.method != "POST":
        return _lead_to(request, "sign_in", 401, ticket=reference)
    fields = texts(await request.post())
    response = signing_in.ask(request, keep(reference, _route(request), fields), status=401)
    response.headers.update(_WHOLE_CONTENT)
    return response


def _lead_to(request: web.Request, route: str, status: int, **query: str) -> web.Response:
    place = request.app.router[route].url_for().with_query(query)
    if "HX-Request" in request.headers:
        return web.Response(status=status, headers={"HX-Redirect": str(place)})
    return web.Response(status=303, headers={"Location": str(place)})


def _refused(request: web.Request, error: StaffRefusal) -> web.Response:
    if isinstance(error, TooManyCalls) and _route(request) in _BACKGROUND:
        return web.Response(status=204)  # it must not take the page away from who is typing
    response = _refusal(request, error.code, error.status, error.fields)
    if "seconds" in error.fields:
        response.headers["Retry-After"] = str(error.fields["seconds"])
    return response


def _refusal(
    request: web.Request, code: str, status: int, fields: Mapping[str, str | int] | None = None
) -> web.Response:
    me = request.get(ME)
    if request.path.startswith(str(request.app.router["asset"].url_for(name=""))):
        return web.Response(status=status)
    response = request.app[PAGES].answer(
        request, "refusal.html", me, status=status, key=message_key(code), fields=fields or {}
    )
    response.headers.update(_WHOLE_CONTENT)
    return response


async def add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    """Nothing from elsewhere, nothing framed, nothing kept."""
    for name, value in {**_HEADERS, "Cache-Control": "no-store"}.items():
        response.headers.setdefault(name, value)  # a citizen's file brings a stricter policy
