"""A small model, trained once, served by the real `nlu.serve` against actions made up here."""

# ruff: noqa: S603 (our own programs)
import asyncio
import os
import shutil
import subprocess
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import web

from tests.conftest import missing
from tests.stack import ROOT, free_ports

RASA_PYTHON = ROOT / "nlu/.venv/bin/python"
TOKEN = "a-token-for-tests"
SURE = 0.6  # the small model guesses at single words
FORM = "open_complaint_form"
QUESTIONS = ("consent", "category", "country", "description", "contact", "confirmation")

EXAMPLES = {
    "greet": ["bonjour", "salam", "سلام", "salut", "bonsoir", "hello"],
    "thank": ["merci", "choukran", "شكرا", "merci beaucoup", "merci bien"],
    "affirm": ["oui", "wakha", "نعم", "d'accord", "ok"],
    "deny": ["non", "la", "لا", "pas du tout", "jamais"],
    "open_complaint": [
        "je veux déposer une plainte",
        "bghit ndir chikaya",
        "أريد تقديم شكاية",
        "porter plainte contre le consulat",
        "j'ai une réclamation",
    ],
    "check_complaint": ["où en est ma plainte", "fin wslat chikaya", "suivi de mon dossier"],
    "my_data": ["effacez mes données", "supprimez ce que vous savez de moi", "mes données"],
}
FACETS = {
    "documents": ["quels papiers pour la bourse", "chno lwra9 dyal la bourse", "les documents"],
    "amount": ["combien donne la bourse", "ch7al f la bourse", "quel montant"],
    "overview": ["c'est quoi la bourse", "chno hiya la bourse", "parle-moi de la bourse"],
}


@dataclass
class Actions:
    """The action server's place-holder: what it was asked, and how a test makes it answer."""

    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)
    instead: dict[str, Callable[[dict[str, Any]], web.Response]] = field(default_factory=dict)

    async def handle(self, request: web.Request) -> web.Response:
        body = await request.json()
        name = body["next_action"]
        self.asked.append(body)
        self.headers.append(request.headers.get("Authorization", ""))
        if name in self.instead:
            return self.instead[name](body)
        if name.startswith("validate_"):
            return intake(body)
        return says(name.removeprefix("action_").replace("_", "-"))

    def names(self) -> list[str]:
        return [body["next_action"] for body in self.asked]


def answer(*events: dict[str, Any], said: list[dict[str, Any]] | None = None) -> web.Response:
    responses = [{"custom": custom} for custom in said or []]
    return web.json_response({"events": list(events), "responses": responses})


def says(key: str, **args: Any) -> web.Response:
    return answer(said=[{"say": key, "args": args}])


def slot(name: str, value: Any) -> dict[str, Any]:
    return {"event": "slot", "name": name, "value": value}


def rejection(body: dict[str, Any]) -> web.Response:
    error = {"action_name": body["next_action"], "error": "rejected"}
    return web.json_response(error, status=400)


def intake(body: dict[str, Any]) -> web.Response:
    """A form that takes any message as the answer, except questions about programmes, greetings."""
    tracker = body["tracker"]
    slots = tracker["slots"]
    asked = slots.get("requested_slot")
    intent = tracker["latest_message"]["intent"]
    resumed = digressed(tracker["events"])
    asks_back = intent["name"] in ("ask_programme", "greet") and intent["confidence"] > SURE
    if asked and not resumed and asks_back:
        return rejection(body)
    given = {asked: tracker["latest_message"]["text"]} if asked and not resumed else {}
    filled = {name for name in QUESTIONS if slots.get(name) is not None} | set(given)
    following = next((name for name in QUESTIONS if name not in filled), None)
    return answer(
        slot("draft_kind", "complaint"),
        *(slot(name, value) for name, value in given.items()),
        slot("requested_slot", following),
    )


def digressed(events: list[dict[str, Any]]) -> bool:
    last_user = max(i for i, event in enumerate(events) if event["event"] == "user")
    return any(e["event"] == "action_execution_rejected" for e in events[last_user:])


def write_inputs(folder: Path) -> None:
    """A domain, rules and examples that make a model in seconds; my_data is left without a rule."""
    shutil.copytree(ROOT / "nlu/rules", folder / "rules")
    (folder / "rules/my_data.yml").unlink()
    (folder / "data").mkdir()
    lines = ['version: "3.1"', "nlu:"]
    for intent, texts in EXAMPLES.items():
        lines += [f"  - intent: {intent}", "    examples: |", *(f"      - {t}" for t in texts)]
    for facet, texts in FACETS.items():
        lines += ["  - intent: ask_programme", f"    metadata: {{facet: {facet}}}"]
        lines += ["    examples: |", *(f"      - {text}" for text in texts)]
    (folder / "data/small.yml").write_text("\n".join(lines) + "\n", "utf-8")


@pytest.fixture(scope="package")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of a small trained model."""
    if not RASA_PYTHON.exists():
        missing("the Rasa environment (make setup)")
    folder = tmp_path_factory.mktemp("model")
    write_inputs(folder)
    paths = ["--data", folder / "data", "--rules", folder / "rules", "--models", folder / "models"]
    run = subprocess.run(
        [RASA_PYTHON, "-m", "nlu.train", *paths],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return Path(run.stdout.strip())


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def actions() -> AsyncIterator[Actions]:
    """The stand-in for the application's actions, listening."""
    stand_in = Actions()
    app = web.Application()
    app.router.add_post("/webhook", stand_in.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    stand_in.url = f"http://127.0.0.1:{runner.addresses[0][1]}/webhook"
    yield stand_in
    await runner.cleanup()


@dataclass
class Server:
    """A running `nlu.serve`."""

    url: str
    log: Path
    before_ready: int


@pytest.fixture(scope="package")
def started(
    model: Path, actions: Actions, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Path]]:
    """A process that was just told to serve the model: its address and its log."""
    [port] = free_ports(1)
    log = tmp_path_factory.mktemp("serve") / "log.txt"
    environment = {
        **os.environ,
        "JISR_RASA_PORT": str(port),
        "JISR_RASA_MODEL": str(model),
        "JISR_INTERNAL_TOKEN": TOKEN,
        "JISR_ACTIONS_URL": actions.url,
    }
    with log.open("wb") as output:
        process = subprocess.Popen(
            [RASA_PYTHON, "-m", "nlu.serve"],
            cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
        yield f"http://127.0.0.1:{port}", log
        process.terminate()
        process.wait(20)


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def server(started: tuple[str, Path]) -> Server:
    """The process once it is ready, and what it answered to a turn before that."""
    url, log = started
    began = time.monotonic()
    early: int | None = None
    async with aiohttp.ClientSession() as session:
        while time.monotonic() - began < 60:
            await asyncio.sleep(0.1)
            try:
                if early is None:
                    early = await post_status(session, url)
                headers = {"Authorization": f"Bearer {TOKEN}"}
                async with session.get(f"{url}/ready", headers=headers) as reply:
                    if reply.status == 200:
                        return Server(url, log, early)
            except aiohttp.ClientConnectionError:
                continue
    raise AssertionError(log.read_text())


async def post_status(session: aiohttp.ClientSession, url: str) -> int:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    body = {"conversation": "early", "text": "bonjour"}
    async with session.post(f"{url}/webhooks/jisr/turn", json=body, headers=headers) as reply:
        return reply.status


class Conversation:
    """Talks to the server and carries the state from turn to turn, as the application does."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url = url
        self.session = session
        self.state: list[dict[str, Any]] = []
        self.turns = 0

    async def post(
        self, body: Any, token: str = TOKEN, raw: bytes | None = None
    ) -> tuple[int, dict[str, Any]]:
        data = {"data": raw} if raw is not None else {"json": body}
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        address = f"{self.url}/webhooks/jisr/turn"
        async with self.session.post(address, headers=headers, **data) as reply:
            return reply.status, await reply.json()

    def slots(self) -> dict[str, Any]:
        """The slots as the state restores them."""
        return {e["name"]: e["value"] for e in self.state if e["event"] == "slot"}

    async def say(self, text: str, **metadata: Any) -> dict[str, Any]:
        self.turns += 1
        context = {"turn_id": f"t{self.turns}", "lang": "fr", "asked": None, "topic": None}
        body = {
            "conversation": "c-1",
            "text": text,
            "metadata": {**context, **metadata},
            "state": self.state,
        }
        status, reply = await self.post(body)
        assert status == 200, reply
        self.state = reply["state"]
        return reply


@pytest_asyncio.fixture(loop_scope="package")
async def conversation(server: Server, actions: Actions) -> AsyncIterator[Conversation]:
    """A new conversation with the running server, and actions that behave."""
    actions.asked.clear()
    actions.headers.clear()
    actions.instead.clear()
    async with aiohttp.ClientSession() as session:
        yield Conversation(server.url, session)
