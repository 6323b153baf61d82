"""The settings that lie in deploy/ are taken as they are, and are those of production."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Settings, read_settings
from bot.staff.roles import Role
from tests.stack import ROOT

pytestmark = pytest.mark.parametrize("packaged", ["jisr.conf.example", "compose/jisr.env"])


@pytest.fixture
def settings(packaged: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """What the application reads of them; an `.env` of this folder is none of theirs."""
    monkeypatch.chdir(tmp_path)
    lines = (ROOT / "deploy" / packaged).read_text().splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            name, _, value = line.partition("=")
            monkeypatch.setenv(name, value)
    return read_settings()


def test_every_role_needs_a_second_factor(settings: Settings) -> None:
    assert set(settings.totp_roles) == set(Role)


def test_the_address_of_a_client_is_what_nginx_says(settings: Settings) -> None:
    assert settings.behind_proxy
