"""Secrets as files: what systemd's LoadCredential and a container's secrets give a process."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import SettingsRefused
from bot.settings import read_settings

_DATABASE = "postgresql://jisr:secret@127.0.0.1/jisr"
_FROM_FILES = ("DATABASE_URL", "JISR_DATABASE_URL", "JISR_INTERNAL_TOKEN", "TELEGRAM_BOT_TOKEN")


@pytest.fixture
def credentials(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the process, with nothing of it in the environment."""
    for name in _FROM_FILES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    return tmp_path


def test_a_secret_is_read_from_the_file_of_its_name(credentials: Path) -> None:
    (credentials / "jisr_internal_token").write_text("a-token-long-enough\n")
    (credentials / "jisr_database_url").write_text(f"{_DATABASE}\n")
    (credentials / "telegram_bot_token").write_text("1:abc\n")
    settings = read_settings()
    assert settings.internal_token.get_secret_value() == "a-token-long-enough"
    assert settings.database_url == _DATABASE
    assert settings.telegram_bot_token is not None
    assert settings.telegram_bot_token.get_secret_value() == "1:abc"


def test_the_environment_goes_before_a_file(
    credentials: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (credentials / "jisr_internal_token").write_text("a-token-of-the-file")
    monkeypatch.setenv("JISR_INTERNAL_TOKEN", "a-token-of-the-environment")
    token = read_settings().internal_token.get_secret_value()
    assert token == "a-token-of-the-environment"


def test_a_secret_that_is_too_short_is_refused_by_name_and_not_shown(credentials: Path) -> None:
    (credentials / "jisr_internal_token").write_text("short")
    with pytest.raises(SettingsRefused) as refused:
        read_settings()
    assert "JISR_INTERNAL_TOKEN" in refused.value.fields["problems"]
    assert "short" not in refused.value.fields["problems"]
