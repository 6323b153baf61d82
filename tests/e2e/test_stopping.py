"""Ctrl-C stops everything: no process is left, and what was told is kept for the next start."""

from __future__ import annotations

import asyncio
import os
import select
import signal
from pathlib import Path

import pytest

from tests.chat_client import ChatClient
from tests.stack import Stack, running_stack

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_ctrl_c_leaves_no_process_and_loses_no_conversation(tmp_path: Path) -> None:
    database_url = f"sqlite:///{tmp_path}/jisr.db"
    token, pids = await asyncio.to_thread(_talk_and_stop, database_url)
    assert [pid for pid in pids if Path(f"/proc/{pid}").exists()] == []
    assert await asyncio.to_thread(_talk_again, database_url, token) == "social/scholarships"


async def test_a_killed_application_leaves_no_rasa_behind(tmp_path: Path) -> None:
    assert await asyncio.to_thread(_rasa_ends_after_a_kill, f"sqlite:///{tmp_path}/jisr.db")


def _rasa_ends_after_a_kill(database_url: str) -> bool:
    with running_stack(database_url) as stack:
        children = [os.pidfd_open(pid) for pid in stack.pids()["rasa"]]
        stack.process.kill()
        stack.process.wait(20)
        # A pidfd becomes readable when its process has ended.
        return bool(children) and all(select.select([child], [], [], 20)[0] for child in children)


def _talk_and_stop(database_url: str) -> tuple[str, list[int]]:
    with running_stack(database_url) as stack:
        pids = [pid for pids in stack.pids().values() for pid in pids]
        answer = asyncio.run(_say(stack, "c'est quoi la bourse pour les enfants de MRE ?", None))
        stack.process.send_signal(signal.SIGINT)
        assert stack.process.wait(20) == 0
    return answer["conversation"], pids


def _talk_again(database_url: str, token: str) -> str:
    with running_stack(database_url) as stack:
        answer = asyncio.run(_say(stack, "et les conditions ?", token))
    return str(answer["understood"]["topic"])


async def _say(stack: Stack, text: str, token: str | None) -> dict[str, object]:
    body = {
        "conversation": token,
        "message": text,
        "client_id": "0b7c1f0e-3f4e-4a55-9a51-" + ("000000000001" if token else "000000000002"),
    }
    async with ChatClient(stack.url) as client:
        return await client.post(body)
