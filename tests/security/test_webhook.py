"""Somebody posts updates of Telegram that Telegram never sent.

Without the secret of the webhook, compared in constant time, nothing is read or kept; a webhook
without a secret does not start. What is done with a right one: tests/bot/telegram/test_webhook.py.
"""

from __future__ import annotations

import io

import pytest

from bot.errors import SettingsRefused
from bot.settings import read_settings
from tests.security.house import WEBHOOK_SECRET, House, contents

HEADER = "X-Telegram-Bot-Api-Secret-Token"
UPDATE = {
    "update_id": 5,
    "message": {"message_id": 1, "date": 1, "chat": {"id": 9, "type": "private"}, "text": "salut"},
}
WRONG = (
    *({}, {HEADER: ""}, {HEADER: "wrong"}, {HEADER: WEBHOOK_SECRET[:-1]}, {HEADER: "é"}),
    *({HEADER: f"{WEBHOOK_SECRET}x"}, {HEADER: WEBHOOK_SECRET.upper()}),
    *({"Authorization": f"Bearer {WEBHOOK_SECRET}"}, {"Cookie": f"secret={WEBHOOK_SECRET}"}),
)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_without_the_right_secret_nothing_is_kept(house: House, logged: io.StringIO) -> None:
    client, before = await house.client(), await contents(house.database)
    for headers in WRONG:
        response = await client.post("/telegram/webhook", json=UPDATE, headers=headers)
        assert (response.status, await response.text()) == (401, ""), headers
    by_query = await client.post(f"/telegram/webhook?secret_token={WEBHOOK_SECRET}", json=UPDATE)
    assert by_query.status == 401
    assert logged.getvalue().count('"telegram.webhook-refused"') == len(WRONG) + 1
    assert (await client.get("/telegram/webhook")).status == 405
    assert await contents(house.database) == before
    right = {HEADER: WEBHOOK_SECRET}
    assert (await client.post("/telegram/webhook", json=UPDATE, headers=right)).status == 200
    assert await contents(house.database) != before
    assert logged.getvalue().count('"telegram.webhook-refused"') == len(WRONG) + 1
    for secret in (WEBHOOK_SECRET, WEBHOOK_SECRET[:-1], WEBHOOK_SECRET.upper(), "salut"):
        assert secret not in logged.getvalue()


def test_a_webhook_without_a_secret_or_with_a_short_one_does_not_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(str(tmp_path))
    monkeypatch.setenv("TELEGRAM_WEBHOOK_URL", "https://jisr.example/telegram/webhook")
    with pytest.raises(SettingsRefused):
        read_settings()
    monkeypatch.setenv("TELEGRAM_WEBHOOK_SECRET", "short")
    with pytest.raises(SettingsRefused):
        read_settings()
