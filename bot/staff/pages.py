"""Templates into answers: escaped, in the reader's language, never kept by a browser."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.errors import (
    AnnouncementMoved,
    AnnouncementRefused,
    BadInput,
    LabelRefused,
    MoveRefused,
    PasswordRefused,
    ProfileRefused,
    ReleaseMoved,
    ReleaseRefused,
    StaffRefusal,
    message_key,
)
from bot.replies.said import direction
from bot.staff.navigation import entries
from bot.staff.sessions import SignedIn
from bot.staff.wording import Labels, Lang, load_labels, speaks
from bot.tickets.references import parse, without
from nlu.text.rendering import Rendering
from nlu.text.variety import VARIETIES

Refusal = StaffRefusal | BadInput

# How many notices the reader has not seen; counted before a page is shown.
UNSEEN = web.RequestKey("unseen", int)

_TEMPLATES = Path(__file__).parent / "templates"


class Pages:
    """The pages of the console."""

    def __init__(
        self,
        knowledge_faults: Sequence[str],
        rendering: Rendering,
        silent_since: Callable[[], datetime | None],
    ) -> None:
        self._knowledge_faults = knowledge_faults
        self._silent_since = silent_since
        self._labels = load_labels()
        self._templates = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters["direction"] = text_direction
        self._templates.filters["in_arabic_letters"] = rendering.of
        self._templates.filters["without"] = without
        self._templates.filters["without_own_code"] = without_own_code

    def answer(
        self,
        request: web.Request,
        template: str,
        me: SignedIn | None,
        *,
        status: int = 200,
        refused: Refusal | None = None,
        **values: Any,
    ) -> web.Response:
        """The page, in the language that the request or its reader asks for.

        Where something was `refused` it says so, as its `error` and by its status.
        """
        lang = reading_language(request, me)
        page = self._templates.get_template(template).render(
            t=self._labels[lang],
            me=me,
            asked_lang=speaks(request.query.get("lang")),
            other_lang="ar" if lang == "fr" else "fr",
            url=_url(request),
            knowledge_faults=self._knowledge_faults if me else (),
            silent_since=self._silent_since() if me else None,
            unseen=request.get(UNSEEN, 0),
            navigation=entries(request.app.router, me),
            here=_route(request),
            error=self.refusal(request, me, refused) if refused else None,
            **values,
        )
        status = refused.status if refused else status
        response = web.Response(text=page, status=status, content_type="text/html")
        if refused and "seconds" in refused.fields:
            response.headers["Retry-After"] = str(refused.fields["seconds"])
        return response

    def label(self, me: SignedIn, key: str, **values: Any) -> str:
        """A label in the member's own language."""
        return self._labels[speaks(me.lang) or "fr"](key, **values)

    def labels(self, request: web.Request, me: SignedIn | None) -> Labels:
        """The console's words, in the language of the page."""
        return self._labels[reading_language(request, me)]

    def refusal(self, request: web.Request, me: SignedIn | None, error: Refusal) -> str:
        """Why something was refused, in the language of the page."""
        labels = self._labels[reading_language(request, me)]
        fields = dict(error.fields)
        if isinstance(error, MoveRefused):
            fields["current"] = labels.of("state", str(fields["current"]))
        if isinstance(error, AnnouncementMoved):
            fields["current"] = labels.of("news-state", str(fields["current"]))
        if isinstance(error, ReleaseMoved):
            fields["current"] = labels.of("release-state", str(fields["current"]))
        if isinstance(error, LabelRefused):
            fields["field"] = labels.of("label-field", str(fields["field"]))
        return labels(_key(error), **fields)


def _key(error: Refusal) -> str:
    match error:
        case ProfileRefused() | AnnouncementRefused() | ReleaseRefused():
            return message_key(f"{error.code}_{error.fields['field']}")
        case PasswordRefused():
            return message_key(f"{error.code}_{error.fields['reason']}")
    return message_key(error.code)


def without_own_code(text: str) -> str:
    """The text without a code that it tells itself, beside a reference."""
    code = parse(text).code
    return without(text, [code]) if code else text


def reading_language(request: web.Request, me: SignedIn | None) -> Lang:
    """`?lang=` first, then the member's own, then the browser's, then French."""
    asked = speaks(request.query.get("lang")) or (speaks(me.lang) if me else None)
    if asked:
        return asked
    for part in request.headers.get("Accept-Language", "").split(","):
        if lang := speaks(part.partition(";")[0].strip()[:2].lower()):
            return lang
    return "fr"


def text_direction(lang: str) -> str:
    """The direction of a text in a variety; the browser's guess for any other language."""
    return direction(lang) if lang in VARIETIES else "auto"


def _route(request: web.Request) -> str | None:
    resource = request.match_info.route.resource
    return resource.name if resource is not None else None


def _url(request: web.Request) -> Any:
    def url(route: str, query: dict[str, str] | None = None, /, **parts: str) -> str:
        place = request.app.router[route].url_for(**parts)
        return str(place.with_query(query) if query else place)

    return url
