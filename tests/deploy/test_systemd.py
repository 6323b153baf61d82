"""The units of deploy/systemd: systemd finds no fault in them, and they are closed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import missing
from tests.deploy.sandbox import UNITS
from tests.stack import ROOT

_INSTALLED = "/opt/jisr"  # where docs/operating.md puts the repository
_MOST_EXPOSED = 15  # of 100; systemd calls up to 19 "OK"

_SERVICES = ["jisr@.service", "jisr-rasa@.service", "jisr-backup.service"]


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """The units as they stand, but for the folder that they start from."""
    if not shutil.which("systemd-analyze"):
        missing("systemd-analyze (apt-get install systemd)")
    for unit in UNITS.iterdir():
        text = unit.read_text().replace(_INSTALLED, str(ROOT))
        (tmp_path / unit.name).write_text(text)
    return tmp_path


@pytest.mark.parametrize("unit", sorted(unit.name for unit in UNITS.iterdir()))
def test_systemd_finds_no_fault(units: Path, unit: str) -> None:
    said = _analyze("verify", str(units / unit))
    assert said.returncode == 0, said.stderr
    assert str(units) not in said.stderr


@pytest.mark.parametrize("unit", _SERVICES)
def test_a_process_may_do_little_but_its_work(units: Path, unit: str) -> None:
    closed = ("--offline=yes", f"--threshold={_MOST_EXPOSED}")
    said = _analyze("security", *closed, str(units / unit))
    assert said.returncode == 0, said.stdout


@pytest.mark.parametrize(
    ("unit", "reached"),
    [("jisr-rasa@.service", "localhost"), ("jisr-backup.service", "localhost")],
)
def test_what_needs_this_host_alone_reaches_nothing_else(unit: str, reached: str) -> None:
    lines = (UNITS / unit).read_text().splitlines()
    assert "IPAddressDeny=any" in lines
    assert [line for line in lines if line.startswith("IPAddressAllow=")] == [
        f"IPAddressAllow={reached}"
    ]


@pytest.mark.parametrize("unit", _SERVICES)
def test_no_process_sees_the_history_or_what_it_does_not_need(unit: str) -> None:
    lines = (UNITS / unit).read_text().splitlines()
    [hidden] = [line for line in lines if line.startswith("InaccessiblePaths=")]
    named = {path.removeprefix("-") for path in hidden.partition("=")[2].split()}
    assert named == {f"{_INSTALLED}/{name}" for name in (".git", "deploy", "docs", "tests")}
    assert all((ROOT / Path(path).name).exists() for path in named)


def test_rasa_is_told_one_secret() -> None:
    lines = (UNITS / "jisr-rasa@.service").read_text().splitlines()
    assert [line for line in lines if line.startswith(("LoadCredential=", "EnvironmentFile="))] == [
        "LoadCredential=jisr_internal_token:/etc/jisr/secrets/jisr/internal_token"
    ]


def _analyze(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603
        ["systemd-analyze", *words, "--no-pager"],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
