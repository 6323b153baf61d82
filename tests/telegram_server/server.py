"""Our own stand-in for the Telegram Bot API (README.md): the HTTP side."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from typing import Any

from aiohttp import web

from tests.telegram_server.errors import ApiError, bad_request, unauthorized
from tests.telegram_server.limits import Clock, FloodControl
from tests.telegram_server.methods import Methods
from tests.telegram_server.store import Json, Store
from tests.telegram_server.updates import Updates

TOKEN = "424242:stand-in-token-for-tests-only"
_OBJECTS = {"reply_markup", "allowed_updates", "commands", "link_preview_options", "scope"}


class TelegramServer:
    """Listens on a free port of the loopback between start() and stop()."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.store = Store()
        self.updates = Updates(self.store)
        self.url = ""
        self._methods = Methods(self.store, self.updates)
        self._flood_control: FloodControl | None = None
        self._orders: dict[str, deque[ApiError]] = defaultdict(deque)
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.router.add_get("/file/bot{token}/{folder}/{file_id}", self._download)
        self._runner = web.AppRunner(app, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"

    async def stop(self) -> None:
        await self.updates.close()
        if self._runner:
            await self._runner.cleanup()

    def refuse_next(self, method: str, error: ApiError, times: int = 1) -> None:
        """The next calls of that method get this error (429, 5xx, 403 ...), then all is well."""
        self._orders[method.lower()].extend([error] * times)

    def limit(self, clock: Clock) -> FloodControl:
        """From now on what is sent too fast is refused, as Telegram does, on that clock."""
        self._flood_control = FloodControl(clock)
        return self._flood_control

    def calls(self, method: str) -> list[Json]:
        """The parameters of all calls of a method, the refused ones too."""
        return [given for name, given in self.store.calls if name == method.lower()]

    async def _call(self, request: web.Request) -> web.Response:
        name = request.match_info["method"].lower()
        try:
            if request.match_info["token"] != self.token:
                raise unauthorized()
            parameters = await _parameters(request)
            self.store.calls.append((name, parameters))
            await self.store.changed()
            if self._orders[name]:
                raise self._orders[name].popleft()
            if self._flood_control and _is_message(name):
                self._flood_control.check(str(parameters.get("chat_id")))
            result = await self._methods.call(name, parameters)
        except ApiError as error:
            return web.json_response(error.body(), status=error.code)
        return web.json_response({"ok": True, "result": result})

    async def _download(self, request: web.Request) -> web.Response:
        content = self.store.files.get(request.match_info["file_id"])
        if request.match_info["token"] != self.token or content is None:
            return web.Response(status=404)
        return web.Response(body=content)


def _is_message(name: str) -> bool:
    return name.startswith(("send", "edit")) and name != "sendchataction"


async def _parameters(request: web.Request) -> Json:
    """Query string, form, multipart or JSON: the Bot API takes all of them."""
    given: Json = dict(request.query)
    if request.content_type == "application/json":
        given |= await request.json()
    elif request.method == "POST":
        given |= dict(await request.post())
    return {name: _value(name, value) for name, value in given.items()}


def _value(name: str, value: Any) -> Any:
    """Objects and arrays come as JSON in a form field."""
    if name not in _OBJECTS or not isinstance(value, str) or not value:
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise bad_request(f"can't parse {name} JSON object") from None
