"""`.env.example` against the settings."""

from __future__ import annotations

from tests.validator.settings_rules import settings_faults


def test_all_settings_are_documented() -> None:
    text = "# port of the application\n#JISR_PORT=8080\nDATABASE_URL=\n"
    assert settings_faults(["JISR_PORT", "DATABASE_URL"], text, ".env.example") == []


def test_a_setting_without_a_line_and_a_line_without_a_setting_are_told() -> None:
    assert settings_faults(["JISR_PORT"], "JISR_PROT=1\n", ".env.example") == [
        ".env.example: JISR_PORT is not documented",
        ".env.example: JISR_PROT is no setting",
    ]
