"""The papers of a ticket, to be printed or sent on: receipt and dossier."""

from __future__ import annotations

from aiohttp import web

from bot.staff.keys import CASEWORK, ME, PRINTER
from bot.tickets.casework import CaseFile


async def receipt(request: web.Request) -> web.Response:
    """GET /tickets/<reference>/receipt.pdf."""
    file = await _file(request)
    return _pdf(await request.app[PRINTER].receipt(file.ticket), file.ticket.reference)


async def dossier(request: web.Request) -> web.Response:
    """GET /tickets/<reference>/dossier.pdf."""
    file = await _file(request)
    paper = await request.app[PRINTER].dossier(
        file.ticket, file.messages, file.attachments, file.audit, file.codes, file.consent
    )
    return _pdf(paper, file.ticket.reference)


async def _file(request: web.Request) -> CaseFile:
    reference = request.match_info["reference"]
    return await request.app[CASEWORK].ticket(reference, request[ME].staff_id)


def _pdf(paper: bytes, name: str) -> web.Response:
    return web.Response(
        body=paper,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}.pdf"'},
    )
