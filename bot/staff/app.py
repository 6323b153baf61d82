"""The staff console, to be mounted: `app.add_subapp("/staff", staff_app(...))`."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from aiohttp import web

from bot.errors import NotAllowed, NotSignedIn, StaffRefusal, message_key
from bot.files.store import FileStore
from bot.staff import attachments, queue, signing_in, ticket
from bot.staff.accounts import Door
from bot.staff.keys import ATTACHMENTS, CASEWORK, DOOR, ME, PAGES, SESSIONS
from bot.staff.pages import Pages
from bot.staff.sessions import Sessions
from bot.storage.database import Database
from bot.tickets.attachments import Attachments
from bot.tickets.casework import Casework
from nlu.text.rendering import Rendering

log = logging.getLogger(__name__)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_HERE = Path(__file__).parent
_ASSETS = {
    "console.css": _HERE / "console.css",
    "icon.svg": _HERE / "icon.svg",
    "htmx.min.js": _HERE / "assets" / "htmx.min.js",  # made by `npm run assets`
}
_PUBLIC = frozenset({"sign_in", "asset"})
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
    door: Door | None = None,
    knowledge_faults: Sequence[str] = (),
    rendering: Rendering | None = None,
    files: Attachments | None = None,
) -> web.Application:
    """The console's pages; all but signing in need a session.

    `knowledge_faults` is told on every page: what the bot was started without;
    `rendering` puts Latin-script Darija into Arabic letters beside what a citizen wrote;
    `files` are the attachments of citizens.
    """
    app = web.Application(middlewares=[guard])
    app[ATTACHMENTS] = files or Attachments(database, FileStore())
    app[CASEWORK] = Casework(database)
    app[DOOR] = door or Door(database)
    app[SESSIONS] = Sessions(database, session_hours)
    app[PAGES] = Pages(knowledge_faults, rendering or Rendering())
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
            web.post(f"{one_ticket}/reply", ticket.reply, name="reply"),
            web.post(f"{one_ticket}/move", ticket.move, name="move"),
            web.get(one_file, attachments.show, name="file"),
            web.get(f"{one_file}/thumbnail", attachments.thumbnail, name="thumbnail"),
            web.get("/assets/{name}", asset, name="asset"),
        ]
    )
    return app


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
        await _admit(request)
        return await handler(request)
    except NotSignedIn:
        return _to_sign_in(request)
    except StaffRefusal as error:
        return _refusal(request, error.code, error.status)
    except web.HTTPNotFound:
        return _refusal(request, "not_found", 404)
    except web.HTTPException:
        raise
    except Exception:
        # The last boundary: the member of staff gets a page, the log the cause.
        log.exception("staff.request.failed path=%s", request.path)
        return _refusal(request, "internal_error", 500)


async def _admit(request: web.Request) -> None:
    # A browser says where a request comes from; this covers the sign-in form too.
    origin = request.headers.get("Sec-Fetch-Site", "none")
    if request.method == "POST" and origin not in _FRIENDLY_SITES:
        raise NotAllowed
    resource = request.match_info.route.resource
    if resource is not None and resource.name in _PUBLIC:
        return
    me = await request.app[SESSIONS].find(request.cookies.get(signing_in.COOKIE, ""))
    request[ME] = me
    if request.method == "POST":
        form = await request.post()
        me.require(request.headers.get("X-CSRF-Token") or str(form.get("csrf", "")))


def _to_sign_in(request: web.Request) -> web.Response:
    place = request.app.router["sign_in"].url_for()
    if "HX-Request" in request.headers:
        return web.Response(status=401, headers={"HX-Redirect": str(place)})
    return web.Response(status=303, headers={"Location": str(place)})


def _refusal(request: web.Request, code: str, status: int) -> web.Response:
    me = request.get(ME)
    if request.path.startswith(str(request.app.router["asset"].url_for(name=""))):
        return web.Response(status=status)
    response = request.app[PAGES].answer(
        request, "refusal.html", me, status=status, key=message_key(code)
    )
    response.headers.update(_WHOLE_CONTENT)
    return response


async def add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    """Nothing from elsewhere, nothing framed, nothing kept."""
    for name, value in {**_HEADERS, "Cache-Control": "no-store"}.items():
        response.headers.setdefault(name, value)  # a citizen's file brings a stricter policy
