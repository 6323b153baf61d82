"""Files of citizens in the console: shown small on the ticket's page, opened on their own."""

from __future__ import annotations

from aiohttp import web

from bot.errors import NoSuchFile
from bot.files.serving import safe_headers
from bot.staff.keys import ATTACHMENTS, ME
from bot.storage.models import Attachment


async def show(request: web.Request) -> web.FileResponse:
    """GET /files/<id>: the file, and a trace of who opened it, or any part of it."""
    attachment = await _attachment(request)
    await request.app[ATTACHMENTS].note_opened(attachment.id, request[ME].staff_id)
    path = request.app[ATTACHMENTS].path(attachment)
    return web.FileResponse(path, headers=safe_headers(attachment))


async def thumbnail(request: web.Request) -> web.Response:
    """GET /files/<id>/thumbnail: a small image, for the ticket's page."""
    attachment = await _attachment(request)
    try:
        body = await request.app[ATTACHMENTS].thumbnail(attachment)
    except NoSuchFile as error:
        raise web.HTTPNotFound from error
    headers = {**safe_headers(attachment), "Content-Type": "image/jpeg"}
    return web.Response(body=body, headers=headers)


async def _attachment(request: web.Request) -> Attachment:
    """A file that the member may see; an unknown one and a hidden one are one answer."""
    try:
        return await request.app[ATTACHMENTS].for_staff(
            request.match_info["id"], request[ME].staff_id
        )
    except NoSuchFile as error:
        raise web.HTTPNotFound from error
