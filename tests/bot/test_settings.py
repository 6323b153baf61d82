"""Settings are refused by name, with what is expected; secrets never show."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import SettingsRefused
from bot.settings import Settings, environment_name, read_settings


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(environment_name(name), raising=False)
    monkeypatch.chdir(tmp_path)


def test_nothing_needs_to_be_set() -> None:
    settings = read_settings()
    assert (settings.port, settings.database_url) == (8080, "sqlite:///var/jisr.db")
    assert settings.telegram_bot_token is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("JISR_PORT", "eighty"),
        ("JISR_PORT", "70000"),
        ("JISR_RASA_TIMEOUT_S", "0"),
        ("JISR_LOG_LEVEL", "LOUD"),
        ("JISR_INTERNAL_TOKEN", "short"),
        ("DATABASE_URL", "mysql://somewhere"),
        ("TELEGRAM_WEBHOOK_URL", "not-a-url"),
        ("JISR_CONSOLE_URL", "console.mdm.example"),
    ],
)
def test_a_malformed_setting_is_refused_with_its_name_and_what_is_expected(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsRefused) as refused:
        read_settings()
    problems = str(refused.value.fields["problems"])
    assert problems.startswith(f"{name}: ")
    assert "expected:" in problems


def test_all_problems_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JISR_PORT", "eighty")
    monkeypatch.setenv("JISR_LOG_LEVEL", "LOUD")
    with pytest.raises(SettingsRefused) as refused:
        read_settings()
    assert len(str(refused.value.fields["problems"]).splitlines()) == 2


def test_a_webhook_needs_its_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_WEBHOOK_URL", "https://jisr.example/telegram/webhook")
    with pytest.raises(SettingsRefused) as refused:
        read_settings()
    assert "TELEGRAM_WEBHOOK_SECRET" in str(refused.value.fields["problems"])
    monkeypatch.setenv("TELEGRAM_WEBHOOK_SECRET", "a-secret-of-the-tests")
    assert read_settings().telegram_webhook_secret is not None


def test_an_empty_setting_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "")
    monkeypatch.setenv("JISR_PORT", "")
    settings = read_settings()
    assert (settings.telegram_bot_token, settings.port) == (None, 8080)


def test_origins_are_a_list_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JISR_WIDGET_ORIGINS", "https://a.example, https://b.example")
    assert read_settings().widget_origins == ["https://a.example", "https://b.example"]


def test_a_refused_secret_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JISR_INTERNAL_TOKEN", "tiny-secret")
    with pytest.raises(SettingsRefused) as refused:
        read_settings()
    assert "tiny-secret" not in str(refused.value.fields["problems"])


def test_secrets_hide_in_what_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123:very-secret")
    assert "very-secret" not in repr(read_settings())


def test_mail_needs_its_sender_and_the_public_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JISR_SMTP_URL", "smtp://jisr:hidden@mail.example:587")
    with pytest.raises(SettingsRefused) as refusal:
        read_settings()
    assert "JISR_MAIL_FROM" in str(refusal.value.fields["problems"])
    monkeypatch.setenv("JISR_MAIL_FROM", "Jisr <jisr@mdm.example>")
    monkeypatch.setenv("JISR_PUBLIC_URL", "https://mdm.example")
    settings = read_settings()
    assert settings.smtp_url
    assert "hidden" not in repr(settings)


def test_the_console_is_below_the_citizens_address_unless_it_has_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert read_settings().console == "http://127.0.0.1:8080/staff"
    monkeypatch.setenv("JISR_PUBLIC_URL", "https://mdm.example/")
    assert read_settings().console == "https://mdm.example/staff"
    monkeypatch.setenv("JISR_CONSOLE_URL", "https://console.mdm.example/staff/")
    settings = read_settings()
    assert settings.console == "https://console.mdm.example/staff"
    assert settings.home == "https://mdm.example"


@pytest.mark.parametrize("url", ["mail.example:25", "http://mail.example", "smtp://"])
def test_an_address_that_is_no_mail_server_is_refused(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("JISR_SMTP_URL", url)
    with pytest.raises(SettingsRefused) as refusal:
        read_settings()
    assert "JISR_SMTP_URL" in str(refusal.value.fields["problems"])


@pytest.mark.parametrize("address", ["unix:/run/clamav/clamd.ctl", "tcp://clamav:3310"])
def test_a_scanner_is_at_a_socket_or_at_a_port(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    assert read_settings().clamd is None
    monkeypatch.setenv("JISR_CLAMD", address)
    assert read_settings().clamd == address


@pytest.mark.parametrize(
    "address",
    [
        "/run/clamav/clamd.ctl",
        "unix:clamd.ctl",
        "unix://host/clamd.ctl",
        "clamav:3310",
        "tcp://clamav",
        "tcp://clamav:99999",
        "tcp://:3310",
        "tcp://clamav:3310/x",
    ],
)
def test_an_address_that_is_no_scanner_is_refused(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("JISR_CLAMD", address)
    with pytest.raises(SettingsRefused) as refused:
        read_settings()
    assert str(refused.value.fields["problems"]).startswith("JISR_CLAMD: ")


def test_roles_that_need_a_second_factor(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_settings().totp_roles == []
    monkeypatch.setenv("JISR_TOTP_ROLES", "supervisor, admin")
    assert read_settings().totp_roles == ["supervisor", "admin"]
    monkeypatch.setenv("JISR_TOTP_ROLES", "boss")
    with pytest.raises(SettingsRefused) as refused:
        read_settings()
    assert str(refused.value.fields["problems"]).startswith("JISR_TOTP_ROLES: ")
