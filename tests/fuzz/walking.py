"""One client of the chat API that sends whatever a walk says, and what must hold meanwhile."""

from __future__ import annotations

import http.client
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from io import BytesIO
from typing import Any, TypeVar
from urllib.parse import urlsplit
from uuid import UUID

from PIL import Image

from tests.fuzz.contract import Answered, Contract, NotAsDescribed
from tests.fuzz.inputs import BODILESS_ROUTES, JSON_ROUTES, LOOKED_AT, Repeated, Step

HANG_S = 60.0  # an answer takes half a second at most; the machine may be busy
_CANNOT_UNPACK = b"Can not decode content-encoding"
MARK = "zoulikha-de-la-porte-voisine"  # what only the neighbour wrote

_CHAT = "/api/chat"
_MESSAGES = "/api/chat/messages"
_FILES = "/api/chat/files"
_FILE = "/api/chat/files/{id}"
_EVENTS = "/api/chat/events"
_FORGET = "/api/chat/forget"
_FEEDBACK = "/api/chat/feedback"
_LOOKS = (
    *(("GET", route) for route in LOOKED_AT),
    *(("POST", route) for route in BODILESS_ROUTES),
)
_JSON = {"Content-Type": "application/json"}
_MULTIPART = {"Content-Type": "multipart/form-data; boundary=x"}

_OTHER_ANSWER = "the same client_id got another answer"
_WISHES = ("je veux déposer une plainte", "بغيت نشكي", "أريد التحدث مع موظف", "bghit ndir chikaya")
_ANSWERS: Mapping[str, Sequence[str]] = {
    "nothing": _WISHES,
    "consent": ("oui", "نعم", "wakha"),
    "category": ("1", "consulat", "٣", "الديوانة"),
    "country": ("France", "هولندا", "Canada"),
    "description": (
        "Mon passeport n'est pas prêt depuis trois mois et personne ne répond au téléphone.",
        "طلبت جواز السفر منذ ثلاثة أشهر ولم أتلق أي جواب من القنصلية إلى الآن.",
    ),
    "contact": ("a@b.example", "+33 6 12 34 56 78", "pas de contact"),
    "confirmation": ("oui", "نعم", "oui", "non", "annuler"),
}

Json = dict[str, Any]
Item = TypeVar("Item")


@dataclass
class Tally:
    """What was sent and what came back."""

    requests: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    conversations: int = 0
    tickets: int = 0
    slowest_s: float = 0.0


@dataclass
class Ids:
    """Ids that are new each time, and the same in a run of the same seed."""

    source: random.Random

    def new(self) -> str:
        """A client's own id of a message."""
        return str(UUID(int=self.source.getrandbits(128), version=4))


class Wire:
    """Requests as they are, and each answer judged."""

    def __init__(self, url: str, contract: Contract, tally: Tally) -> None:
        place = urlsplit(url)
        self._connection = http.client.HTTPConnection(
            place.hostname or "", place.port, timeout=HANG_S
        )
        self._contract = contract
        self._tally = tally

    def close(self) -> None:
        """Hangs up."""
        self._connection.close()

    def send(
        self,
        method: str,
        route: str,
        *,
        path: str | None = None,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answered:
        """The answer. Raises NotAsDescribed, or TimeoutError where none came."""
        started = time.monotonic()
        response = self._asked(method, path or route, body, dict(headers or {}))
        content_type = response.headers.get("Content-Type", "")
        endless = content_type.startswith("text/event-stream")
        answered = Answered(
            response.status, content_type, response.readline() if endless else response.read()
        )
        if endless:
            self._connection.close()
        self._tally.requests += 1
        self._tally.statuses[answered.status] += 1
        self._tally.slowest_s = max(self._tally.slowest_s, time.monotonic() - started)
        if not _refused_by_the_server(headers or {}, answered):
            self._judge(method, route, answered)
        return answered

    def _asked(
        self, method: str, path: str, body: bytes | None, headers: dict[str, str]
    ) -> http.client.HTTPResponse:
        """The answer, on a new connection where the server had hung up after the one before."""
        try:
            self._connection.request(method, path, body, headers)
            return self._connection.getresponse()
        except ConnectionError:
            self._connection.close()
        self._connection.request(method, path, body, headers)
        return self._connection.getresponse()

    def _judge(self, method: str, route: str, answered: Answered) -> None:
        if answered.status >= 500:
            raise NotAsDescribed(f"{method} {route}: {answered.status} {answered.body[:500]!r}")
        self._contract.check(method, route, answered)
        if answered.status >= 400:
            self._tally.codes[answered.json["error"]["code"]] += 1


@dataclass(frozen=True)
class Neighbour:
    """Somebody else's conversation, and what is theirs alone."""

    token: str
    turn: str
    choice: str
    file: str


def neighbour(wire: Wire, ids: Ids) -> Neighbour:
    """A neighbour in the middle of a complaint, with a file that waits."""
    turn = ids.new()
    first = _said(wire, {"client_id": turn, "message": "je veux déposer une plainte"})
    token = first["conversation"]
    choice = first["replies"][-1]["choices"][0]["payload"]
    _said(wire, {"client_id": ids.new(), "message": MARK, "conversation": token})
    headers = {**_MULTIPART, **_bearer(token)}
    sent = wire.send(
        "POST", _FILES, body=_form(ids.new(), f"{MARK}.png", _picture()), headers=headers
    )
    return Neighbour(token, turn, choice, sent.json["id"])


@dataclass(frozen=True)
class _Turn:
    """A message that was acknowledged, and its answer."""

    body: Json
    answer: Json


class Walker:
    """One client with one conversation of its own."""

    def __init__(self, wire: Wire, tally: Tally, ids: Ids, beside: Neighbour) -> None:
        self._wire = wire
        self._tally = tally
        self._ids = ids
        self._beside = beside
        self._token: str | None = None
        self._turns: list[_Turn] = []
        self._choices: list[str] = []
        self._files: list[str] = []
        self._references: set[str] = set()

    def walk(self, steps: Sequence[Step]) -> None:
        """Takes the steps; at the end all that was acknowledged is there, once and in order."""
        doing: Mapping[str, Callable[[Step], None]] = {
            "say": self._say,
            "answer": self._answer,
            "press": self._press,
            "repeat": self._repeat,
            "post": self._post,
            "raw": self._raw,
            "read": self._read,
            "judge": self._judge,
            "upload": self._upload,
            "fetch": self._fetch,
            "look": self._look,
            "forget": self._forget,
        }
        for number, step in enumerate(steps):
            self._tally.kinds[step.kind] += 1
            try:
                doing[step.kind](step)
            except Exception as broken:
                taken = steps[: number + 1]
                broken.add_note(f"request {self._tally.requests}, last step of {taken!a}")
                raise
        if self._token:
            self._tally.conversations += 1
            self._check_kept(self._token)

    def _say(self, step: Step) -> None:
        said = self._filled(step.value)
        body = {"client_id": self._ids.new(), "message": said, "lang": step.more}
        if step.where == "own":
            body["conversation"] = self._token
        answered = self._chat(body)
        assert answered.status in {200, 400, 413}, answered

    def _answer(self, step: Step) -> None:
        """What fits the question that was asked, so that forms are walked to their end."""
        asked = self._turns[-1].answer["asks"] if self._turns else None
        fitting = _ANSWERS.get(asked or "", _ANSWERS["nothing"])
        message = _at(fitting, step.place)
        body = {"client_id": self._ids.new(), "message": message, "conversation": self._token}
        assert self._chat(body).status == 200

    def _press(self, step: Step) -> None:
        foreign = step.where == "foreign"
        if not self._token or not (foreign or self._choices):
            return
        choice = self._beside.choice if foreign else _at(self._choices[::-1], step.place)
        body = {"client_id": self._ids.new(), "choice": choice, "conversation": self._token}
        assert self._chat(body).status == (409 if foreign else 200)

    def _repeat(self, step: Step) -> None:
        if not self._turns:
            return
        turn = _at(self._turns, step.place)
        if step.where == "own":
            again = self._wire.send("POST", _CHAT, body=_dumped(turn.body), headers=_JSON)
            assert again.json == turn.answer, _OTHER_ANSWER
        else:
            self._chat({**turn.body, "conversation": None})

    def _post(self, step: Step) -> None:
        route = _at(JSON_ROUTES, step.place)
        body = self._filled(step.value)
        if route == _CHAT:
            self._chat(body)
            return
        headers = {**_JSON, **self._authorization(step)}
        self._own_only(self._wire.send("POST", route, body=_dumped(body), headers=headers))

    def _raw(self, step: Step) -> None:
        route = _at((*JSON_ROUTES, *BODILESS_ROUTES, _FILES), step.place)
        content_type, odd = step.more
        headers = {"Content-Type": content_type, **self._authorization(step), **odd}
        long = isinstance(step.value, Repeated)
        body = step.value.text.encode() if long else step.value
        self._own_only(self._wire.send("POST", route, body=body, headers=headers))

    def _read(self, step: Step) -> None:
        path = _MESSAGES if step.value is None else f"{_MESSAGES}?after={step.value}"
        headers = self._authorization(step)
        answered = self._wire.send("GET", _MESSAGES, path=path, headers=headers)
        self._own_only(answered)
        if answered.status == 200:
            assert step.where in {"own", "foreign"}

    def _judge(self, step: Step) -> None:
        if not self._turns:
            return
        own = step.where != "foreign"
        turn = _at(self._turns, step.place).body["client_id"] if own else self._beside.turn
        body = {"turn": turn, "helpful": bool(step.place % 2), "words": step.value}
        headers = {**_JSON, **self._authorization(step)}
        answered = self._wire.send("POST", _FEEDBACK, body=_dumped(body), headers=headers)
        assert answered.status != 200 or own

    def _upload(self, step: Step) -> None:
        data = _picture() if step.value == b"@png" else step.value
        headers = {**_MULTIPART, **self._authorization(step)}
        body = _form(self._ids.new(), step.more, data)
        answered = self._wire.send("POST", _FILES, body=body, headers=headers)
        if answered.status == 200:
            assert step.where in {"own", "foreign"}
            self._files.append(answered.json["id"])

    def _fetch(self, step: Step) -> None:
        name = step.value
        if name == "@foreign-file":
            name = self._beside.file
        elif name == "@file":
            name = _at(self._files, step.place) if self._files else "none"
        headers = self._authorization(step)
        answered = self._wire.send("GET", _FILE, path=f"{_FILES}/{name}", headers=headers)
        if answered.status == 200:
            assert name in self._files

    def _look(self, step: Step) -> None:
        method, route = _at(_LOOKS, step.place)
        headers = {**self._authorization(step), **step.value}
        self._own_only(self._wire.send(method, route, headers=headers))

    def _forget(self, step: Step) -> None:
        own = self._token is not None and step.where in {"own", "foreign"}
        answered = self._wire.send("POST", _FORGET, headers=self._authorization(step))
        self._own_only(answered)
        assert answered.status == (200 if own else 404)
        if own:
            self._begin_again()

    def _begin_again(self) -> None:
        """After a deletion: the token opens nothing, and goes on with nothing."""
        headers = _bearer(self._token or "")
        assert self._wire.send("GET", _MESSAGES, headers=headers).status == 404
        body = {"client_id": self._ids.new(), "message": "bonjour", "conversation": self._token}
        assert self._wire.send("POST", _CHAT, body=_dumped(body), headers=_JSON).status == 404
        self._token, self._turns, self._choices, self._files = None, [], [], []

    def _chat(self, body: Any) -> Answered:
        answered = self._wire.send("POST", _CHAT, body=_dumped(body), headers=_JSON)
        self._own_only(answered)
        if answered.status == 200:
            self._learn(body, answered.json)
        return answered

    def _learn(self, body: Json, answer: Json) -> None:
        """What this client knows from now on, if the turn was one of its own conversation."""
        self._token = self._token or answer["conversation"]
        if answer["conversation"] != self._token:
            return
        ticket = answer["ticket"]
        if ticket and ticket["event"] == "opened":
            assert ticket["reference"] and ticket["code"]
            self._tally.tickets += 1
            self._references.add(ticket["reference"])
        if ticket and ticket["event"] == "found":
            assert ticket["reference"] in self._references, "a ticket was shown without its code"
        known = (turn for turn in self._turns if turn.body["client_id"] == body["client_id"])
        if before := next(known, None):
            assert answer == before.answer, _OTHER_ANSWER
        else:
            self._turns.append(_Turn(body, answer))
        choices = [choice for reply in answer["replies"] for choice in reply["choices"]]
        self._choices += [choice["payload"] for choice in choices]

    def _check_kept(self, token: str) -> None:
        answered = self._wire.send("GET", _MESSAGES, headers=_bearer(token))
        shown = [one["turn"] for one in answered.json["messages"] if one["from"] == "citizen"]
        assert shown == [turn.body["client_id"] for turn in self._turns]
        replies = sum(len(turn.answer["replies"]) for turn in self._turns)
        assert len(answered.json["messages"]) == len(shown) + replies

    def _own_only(self, answered: Answered) -> None:
        for secret in (MARK, self._beside.token, self._beside.choice, self._beside.turn):
            assert secret.encode() not in answered.body, "something of the neighbour was shown"

    def _authorization(self, step: Step) -> Json:
        if step.where == "none":
            return {}
        return _bearer(self._crossed() if step.where == "crossed" else self._token or "")

    def _crossed(self) -> str:
        """The neighbour's conversation under our signature."""
        ours = (self._token or "x.x").rpartition(".")[2]
        return f"{self._beside.token.rpartition('.')[0]}.{ours}"

    def _filled(self, value: Any) -> Any:
        if isinstance(value, Repeated):
            return value.text
        if isinstance(value, str) and value.startswith("@"):
            return self._placed(value)
        if isinstance(value, dict):
            return {name: self._filled(item) for name, item in value.items()}
        return value

    def _placed(self, name: str) -> Any:
        known: Mapping[str, Callable[[], Any]] = {
            "@id": self._ids.new,
            "@token": lambda: self._token,
            "@crossed-token": self._crossed,
            "@choice": lambda: self._choices[-1] if self._choices else None,
            "@foreign-choice": lambda: self._beside.choice,
            "@turn": lambda: self._turns[-1].body["client_id"] if self._turns else None,
            "@foreign-turn": lambda: self._beside.turn,
            "@code": self._code,
        }
        return known[name]() if name in known else name

    def _code(self) -> Any:
        """A code with which this conversation goes on elsewhere."""
        if self._token is None:
            return None
        issued = self._wire.send("POST", BODILESS_ROUTES[0], headers=_bearer(self._token))
        return issued.json["code"]


def _refused_by_the_server(headers: Mapping[str, str], answered: Answered) -> bool:
    """What cannot be unpacked is refused by aiohttp, before the application sees it."""
    return (
        "Content-Encoding" in headers
        and answered.status == HTTPStatus.BAD_REQUEST
        and answered.content_type.startswith("text/plain")
        and _CANNOT_UNPACK in answered.body
    )


def _said(wire: Wire, body: Json) -> Any:
    return wire.send("POST", _CHAT, body=_dumped(body), headers=_JSON).json


def _bearer(token: str) -> Json:
    return {"Authorization": f"Bearer {token}"}


def _dumped(body: Any) -> bytes:
    """Halves of letters as the escapes that JSON has for them."""
    return json.dumps(body).encode()


def _form(client_id: str, name: str, data: bytes) -> bytes:
    """A form with a file; its name is not escaped, so that it may break the form."""
    disposition = b'Content-Disposition: form-data; name="file"; filename="%b"'
    return b"\r\n".join(
        [
            b'--x\r\nContent-Disposition: form-data; name="client_id"\r\n',
            client_id.encode(),
            b"--x",
            disposition % name.encode("utf-8", "surrogatepass"),
            b"",
            data,
            b"--x--\r\n",
        ]
    )


def _picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (4, 4), "red").save(file, "PNG")
    return file.getvalue()


def _at(items: Sequence[Item], place: int) -> Item:
    return items[place % len(items)]
