"""How Rasa calls our actions: as its own endpoint does but for the domain, and connections stay."""

# ruff: noqa: S603 (our own program)
import subprocess

from tests.conftest import missing
from tests.nlu.conftest import RASA_PYTHON
from tests.stack import ROOT

SAME = """
import asyncio
from aiohttp import web
from rasa.shared.core.domain import Domain
from rasa.utils.endpoints import ClientResponseError, EndpointConfig

from nlu.action_endpoint import ActionEndpoint

calls, connections = [], set()

async def act(request):
    connections.add(request.transport.get_extra_info("peername"))
    calls.append((dict(request.headers), await request.json()))
    if calls[-1][1]["next_action"] == "action_refused":
        return web.json_response({"error": "no"}, status=400)
    return web.json_response({"events": [], "responses": []})

async def ask(endpoint, action):
    body = {"next_action": action, "domain": Domain.load("domain.yml").as_dict()}
    try:
        return await endpoint.request(json=body, method="post", timeout=300, compress=False)
    except ClientResponseError as refused:
        return refused.status, refused.message, refused.text

async def main():
    app = web.Application()
    app.router.add_post("/webhook", act)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    settings = {"url": f"http://127.0.0.1:{port}/webhook", "headers": {"Authorization": "Bearer t"}}
    ours = ActionEndpoint(**settings)
    for action in ("action_a", "action_refused"):
        assert await ask(ours, action) == await ask(EndpointConfig(**settings), action)
    told = [(headers["Authorization"], headers["Content-Type"], body) for headers, body in calls]
    for kept, own in (told[:2], told[2:]):
        assert own[2]["domain"].pop("actions") and kept[2]["domain"] == {}
        own[2]["domain"] = {}
        assert kept == own
    connections.clear()
    for _ in range(5):
        await ask(ours, "action_a")
    assert len(connections) == 1, connections
    await runner.cleanup()

asyncio.run(main())
"""


LED_AWAY = """
import asyncio
from aiohttp import web
from rasa.utils.endpoints import ClientResponseError

from nlu.action_endpoint import ActionEndpoint

visited = []

async def lead_away(request):
    visited.append(request.path)
    raise web.HTTPTemporaryRedirect("/elsewhere")

async def main():
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", lead_away)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    endpoint = ActionEndpoint(url=f"http://127.0.0.1:{runner.addresses[0][1]}/webhook")
    try:
        await endpoint.request(json={"next_action": "action_a"})
    except ClientResponseError as refused:
        assert refused.status == 307, refused.status
    else:
        raise AssertionError("the redirect was taken for an answer")
    assert visited == ["/webhook"], visited
    await endpoint.close()
    await runner.cleanup()

asyncio.run(main())
"""


def test_calls_arrive_as_rasa_sends_them_and_share_a_connection() -> None:
    _run_in_rasas_environment(SAME)


def test_a_redirect_is_not_followed_and_is_no_answer() -> None:
    """What a citizen wrote, and the token, go to no other address."""
    _run_in_rasas_environment(LED_AWAY)


def _run_in_rasas_environment(program: str) -> None:
    if not RASA_PYTHON.exists():
        missing("the Rasa environment (make setup)")
    done = subprocess.run(
        [RASA_PYTHON, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
