"""How quickly citizens are answered while Rasa is gone, and while it hangs."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from nlu.evaluation.scoring import percentile
from tests.chaos.lives import Lives
from tests.chaos.standing import Place
from tests.chat_client import ChatClient, Conversation

ASKED: Mapping[str, Sequence[str]] = {
    "a question": ("c'est quoi la bourse pour les enfants de MRE ?",),
    "an emergency": ("mon mari est mort à Lyon hier, que faire ?",),
    "a complaint, each step": (
        *("je veux déposer une plainte", "oui", "consulat", "Belgique"),
        *("mon passeport n'arrive pas depuis quatre mois", "aucun", "oui"),
    ),
}
_ROUNDS = 20
_WARM_UP = 3


async def milliseconds(place: Place, database_url: str, folder: Path) -> dict[str, list[float]]:
    """The times of each kind of message, one citizen after the other."""
    lives = Lives(place.environment(database_url, folder / "files"), folder / "log.txt")
    lives.begin()
    await lives.listening()
    try:
        async with ChatClient(lives.url) as client:
            for _ in range(_WARM_UP):
                await client.conversation().say("salam")
            return {kind: await _times(client, texts) for kind, texts in ASKED.items()}
    finally:
        await lives.kill()


async def _times(client: ChatClient, texts: Sequence[str]) -> list[float]:
    times: list[float] = []
    for _ in range(_ROUNDS):
        conversation = client.conversation()
        times += [await _timed(conversation, text) for text in texts]
    return times


async def _timed(conversation: Conversation, text: str) -> float:
    began = time.perf_counter()
    await conversation.say(text)
    return (time.perf_counter() - began) * 1000


@asynccontextmanager
async def hanging_rasa(place: Place) -> AsyncIterator[None]:
    """Where Rasa should be, something takes connections and never answers."""

    async def hold(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(hold, "127.0.0.1", place.ports[2])
    async with server:
        yield


def line(name: str, kind: str, times: Sequence[float]) -> str:
    """A line of the table."""
    p50, p95 = percentile(times, 50), percentile(times, 95)
    return f"| {name} | {kind} | {p50:.0f} | {p95:.0f} |"
