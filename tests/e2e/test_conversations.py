"""Every conversation of tests/dialogues, played through the running product."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.chat_client import ChatClient
from tests.dialogues.__main__ import play
from tests.dialogues.scenario import Scenario, read_scenarios
from tests.stack import Stack

pytestmark = pytest.mark.asyncio(loop_scope="session")

SCENARIOS = read_scenarios(Path("tests/dialogues"))


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
async def test_conversation(stack: Stack, scenario: Scenario) -> None:
    async with ChatClient(stack.url) as client:
        faults = await play(client, scenario)
    assert not faults, "\n".join(faults)
