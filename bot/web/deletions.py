"""The receipt of a deletion, as a page and as a paper; it holds nothing of a person.

Whoever has its id sees it: the id is long and random, and tells nothing but numbers.
"""

from __future__ import annotations

from aiohttp import web

from bot.dialogue.turns import DEFAULT_LANG
from bot.files.names import disposition
from bot.storage.models import Deletion
from bot.tickets.typed import readable
from bot.web.keys import FORGETTING, PRINTER
from bot.web.own_data import words_of
from bot.web.pages import HEADERS, page
from bot.web.reading import browser_lang
from nlu.text.variety import VARIETIES, Variety

# There is nothing to send from a receipt.
_HEADERS = {
    **HEADERS,
    "Content-Security-Policy": HEADERS["Content-Security-Policy"].replace(
        "form-action 'self'", "form-action 'none'"
    ),
}


async def show(request: web.Request) -> web.Response:
    """GET /deletion/<id>: the receipt in the citizen's variety."""
    receipt = await _receipt(request)
    asked = request.query.get("lang")
    lang: Variety = asked if asked in VARIETIES else browser_lang(request) or DEFAULT_LANG
    return page(
        request,
        "deletion.html",
        lang,
        headers=_HEADERS,
        lines=words_of(request, lang, receipt.channel).receipt(receipt).splitlines(),
        paper=f"/deletion/{receipt.id}.pdf",
    )


async def paper(request: web.Request) -> web.Response:
    """GET /deletion/<id>.pdf: the receipt with its check code (bot.web.verifying)."""
    receipt = await _receipt(request)
    name = disposition(f"jisr-{receipt.id}.pdf", inline=False)
    return web.Response(
        body=await request.app[PRINTER].deletion(receipt),
        content_type="application/pdf",
        headers={**_HEADERS, "Content-Disposition": name},
    )


async def _receipt(request: web.Request) -> Deletion:
    receipt = await request.app[FORGETTING].receipt(readable(request.match_info["id"]))
    if receipt is None:
        raise web.HTTPNotFound
    return receipt
