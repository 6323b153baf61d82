"""Telegram's limits are kept by the sender itself, and its 429 is obeyed where one comes.

All of it in virtual time: the stand-in counts on the clock of the loop, so minutes pass at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from telegram.constants import ChatAction
from telegram.error import RetryAfter, TimedOut
from telegram.ext import ExtBot

from bot.telegram.pacing import Lane, Limits
from bot.telegram.sending import Patience, Sender, seconds_of
from bot.telegram.wording import Part
from tests.telegram_server.citizens import Citizen, Group
from tests.telegram_server.errors import ApiError, server_fault, too_many_requests
from tests.telegram_server.limits import FloodControl
from tests.telegram_server.server import TelegramServer
from tests.virtual_time import in_virtual_time

HELLO = [Part("bonjour")]


@dataclass
class Scene:
    """A sender and the Telegram it sends to."""

    telegram: TelegramServer
    bot: ExtBot[Lane]
    sender: Sender
    flood: FloodControl

    def chat(self) -> Citizen:
        return Citizen(self.telegram)

    async def send(self, chat_id: int | str, text: str = "bonjour", *, bulk: bool = False) -> float:
        """Sends, and gives how long it took."""
        started = now()
        await self.sender.send(chat_id, [Part(text)], key=f"{chat_id}:{text}", bulk=bulk)
        return now() - started

    async def send_to_all(self, people: Sequence[Citizen]) -> None:
        await asyncio.gather(*(self.send(person.id, bulk=True) for person in people))


def now() -> float:
    return asyncio.get_running_loop().time()


@asynccontextmanager
async def scene() -> AsyncIterator[Scene]:
    telegram = TelegramServer()
    await telegram.start()
    try:
        async with ExtBot(
            telegram.token, base_url=f"{telegram.url}/bot", rate_limiter=Patience(Limits())
        ) as bot:
            yield Scene(telegram, bot, Sender(bot), telegram.limit(clock=now))
    finally:
        await telegram.stop()


def played(test: Callable[[Scene], Awaitable[None]]) -> Callable[[], None]:
    """The test, in virtual time, with a scene of its own."""

    async def scenario() -> None:
        async with scene() as given:
            await test(given)

    def run() -> None:
        in_virtual_time(scenario())

    run.__name__, run.__doc__ = test.__name__, test.__doc__
    return run


@played
async def test_mass_sending_keeps_to_the_limits_and_uses_them(scene: Scene) -> None:
    people = [scene.chat() for _ in range(300)]
    started = now()
    await scene.send_to_all(people)
    assert scene.flood.refusals == 0
    assert [person.texts for person in people] == [["bonjour"]] * 300
    assert 20 <= 300 / (now() - started) <= 25


@played
async def test_answers_do_not_wait_for_mass_sending(scene: Scene) -> None:
    people = [scene.chat() for _ in range(200)]
    sending = asyncio.create_task(scene.send_to_all(people))
    waits = []
    for _ in range(20):
        await asyncio.sleep(0.2)
        waits.append(await scene.send(scene.chat().id))
    assert not sending.done()
    assert max(waits) < 0.1
    await sending
    assert scene.flood.refusals == 0


@played
async def test_mass_sending_stands_back_while_answers_take_all_of_the_rate(scene: Scene) -> None:
    rush = [asyncio.create_task(scene.send(scene.chat().id)) for _ in range(140)]
    await asyncio.sleep(0)
    bulk = asyncio.create_task(scene.send(scene.chat().id, bulk=True))
    await asyncio.wait(rush)
    assert not bulk.done()
    await bulk
    assert scene.flood.refusals == 0


@played
async def test_a_chat_gets_a_short_burst_and_then_one_message_a_second(scene: Scene) -> None:
    amina = scene.chat()
    parts = [Part(str(number)) for number in range(12)]
    await scene.sender.send(amina.id, parts, "key")
    assert amina.texts == [part.html for part in parts]
    assert scene.flood.refusals == 0
    times = scene.flood.times(amina.id)
    assert times[4] - times[0] < 0.5
    assert times[11] - times[5] == pytest.approx(6, abs=0.1)


@played
async def test_a_slow_chat_does_not_slow_another(scene: Scene) -> None:
    amina, brahim = scene.chat(), scene.chat()
    long = asyncio.create_task(scene.sender.send(amina.id, HELLO * 20, "key"))
    await asyncio.sleep(3)
    assert await scene.send(brahim.id) < 0.1
    assert not long.done()
    await long


@played
async def test_a_group_gets_twenty_messages_a_minute_at_most(scene: Scene) -> None:
    group = Group(scene.telegram)
    await scene.sender.send(group.id, HELLO * 30, "key")
    assert len(group.messages) == 30
    assert scene.flood.refusals == 0
    assert await scene.send(scene.chat().id, bulk=True) < 0.1


@played
async def test_a_429_holds_up_its_chat_and_nobody_else(scene: Scene) -> None:
    amina, brahim = scene.chat(), scene.chat()
    scene.telegram.refuse_next("sendMessage", too_many_requests(20))
    waiting = asyncio.create_task(scene.send(amina.id))
    await scene.telegram.store.until(lambda: bool(scene.telegram.calls("sendMessage")))
    assert await scene.send(brahim.id) < 0.1
    assert await scene.send(scene.chat().id, bulk=True) < 0.1
    assert 20 <= await asyncio.wait_for(_length(waiting), 30) < 21
    assert amina.texts == ["bonjour"]


@played
async def test_messages_to_one_chat_stay_in_order_through_a_429_and_a_fault(scene: Scene) -> None:
    amina = scene.chat()
    scene.telegram.refuse_next("sendMessage", too_many_requests(5))
    scene.telegram.refuse_next("sendMessage", server_fault(), times=2)
    # From two hands: the worker by number, the outbox by the address in words.
    hands = [amina.id, str(amina.id)] * 3
    texts = [str(number) for number in range(6)]
    await asyncio.gather(*map(scene.send, hands, texts))
    assert amina.texts == texts


@played
async def test_when_two_chats_in_a_row_are_refused_mass_sending_waits(scene: Scene) -> None:
    scene.telegram.refuse_next("sendMessage", too_many_requests(10), times=2)
    people = [scene.chat() for _ in range(50)]
    sending = asyncio.create_task(scene.send_to_all(people))
    await asyncio.sleep(9)
    sent = len(scene.flood.taken)
    assert sent < 10
    assert await scene.send(scene.chat().id) < 0.1
    await sending
    assert [person.texts for person in people] == [["bonjour"]] * 50


@played
async def test_a_wait_of_an_hour_is_told_at_once_and_telegram_is_not_asked_meanwhile(
    scene: Scene,
) -> None:
    amina = scene.chat()
    scene.telegram.refuse_next("sendMessage", too_many_requests(3600))
    for _ in range(3):
        with pytest.raises(RetryAfter) as raised:
            await scene.send(amina.id)
        assert 3500 < seconds_of(raised.value) <= 3600
        await asyncio.sleep(10)
    assert len(scene.telegram.calls("sendMessage")) == 1
    await asyncio.sleep(3600)
    await scene.send(amina.id)
    assert amina.texts == ["bonjour"]


@played
async def test_nobody_waits_for_the_typing_action(scene: Scene) -> None:
    amina = scene.chat()
    await scene.sender.send(amina.id, HELLO * 5, "key")
    started = now()
    await scene.bot.send_chat_action(amina.id, ChatAction.TYPING)
    assert now() - started < 0.1
    scene.telegram.refuse_next("sendChatAction", too_many_requests(20))
    for _ in range(2):
        with pytest.raises(RetryAfter):
            await scene.bot.send_chat_action(amina.id, ChatAction.TYPING)
    assert len(scene.telegram.calls("sendChatAction")) == 2
    assert now() - started < 0.1


@pytest.mark.parametrize("refusal", [server_fault(), server_fault(500), too_many_requests(2)])
def test_what_is_refused_three_times_arrives_once(refusal: ApiError) -> None:
    @played
    async def scenario(scene: Scene) -> None:
        amina = scene.chat()
        scene.telegram.refuse_next("sendMessage", refusal, times=3)
        await scene.send(amina.id)
        assert amina.texts == ["bonjour"]

    scenario()


def test_a_time_out_is_not_tried_again_because_the_message_may_have_arrived() -> None:
    calls = 0

    async def times_out() -> bool:
        nonlocal calls
        calls += 1
        raise TimedOut

    async def scenario() -> None:
        with pytest.raises(TimedOut):
            await Patience(Limits()).process_request(
                times_out, (), {}, "sendMessage", {"chat_id": 1}, None
            )

    in_virtual_time(scenario())
    assert calls == 1


def test_ten_thousand_people_are_reached_in_eight_minutes_without_one_refusal() -> None:
    async def scenario() -> None:
        patience, flood = Patience(Limits()), FloodControl(now)

        async def send(chat_id: int) -> None:
            async def call() -> bool:
                await asyncio.sleep(0.1)  # on the way
                flood.taken = flood.taken[-30:]
                flood.check(str(chat_id))
                return True

            data: dict[str, Any] = {"chat_id": chat_id}
            await patience.process_request(call, (), {}, "sendMessage", data, Lane.BULK)

        people = iter(range(1, 10_001))

        async def hand() -> None:
            for chat_id in people:
                await send(chat_id)

        await asyncio.gather(*(hand() for _ in range(8)))
        assert flood.refusals == 0
        assert now() < 8 * 60

    in_virtual_time(scenario())


async def _length(sending: asyncio.Task[float]) -> float:
    return await sending
