"""Asks PyPI and npm what is known of every locked package: `make audit`.

Exit code 0: nothing that is not accepted. 1: a finding without an acceptance, or an acceptance
without a reason or past its day. 3: some of it could not be looked at.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.audit.accepting import judge, not_locked, read_accepted
from tests.audit.findings import Report, of_npm_audit, of_pip_audit

ACCEPTED = Path("tests/audit/accepted.toml")
PYTHON_LOCKS = ("uv.lock", "nlu/uv.lock")
NODE_LOCKS = (
    "bot/web/widget/package-lock.json",
    "bot/staff/package-lock.json",
    "bot/papers/package-lock.json",
    "tests/node/package-lock.json",
)
_UV = ".tools/bin/uv"


def main() -> int:
    """Looks at every lock and tells what follows."""
    accepted = read_accepted(tomllib.loads(ACCEPTED.read_text("utf-8")))
    reports = [*map(_python, PYTHON_LOCKS), *map(_node, NODE_LOCKS)]
    verdict = judge(reports, accepted, datetime.now(UTC).date())
    verdict.gone += not_locked(accepted, locked_packages())
    _tell("accepted", verdict.accepted)
    _tell("accepted findings that no longer occur; take them out", verdict.gone)
    _tell("to be mended or accepted", verdict.faults)
    _tell("NOT AUDITED", verdict.not_audited)
    if not verdict.code:
        sys.stdout.write("audit: nothing that is not accepted\n")
    return verdict.code


def locked_packages() -> dict[str, set[tuple[str, str]]]:
    """Names and versions of every lock."""
    python = {
        lock: {
            (package["name"], package.get("version", ""))
            for package in tomllib.loads(Path(lock).read_text("utf-8"))["package"]
        }
        for lock in PYTHON_LOCKS
    }
    node = {
        lock: {
            (place.rpartition("node_modules/")[2], str(package.get("version", "")))
            for place, package in _package_lock(lock)["packages"].items()
        }
        for lock in NODE_LOCKS
    }
    return {**python, **node}


def _python(lock: str) -> Report:
    with TemporaryDirectory() as folder:
        listed = Path(folder, "requirements.txt")
        export = [
            "export",
            "--project",
            str(Path(lock).parent),
            "--frozen",
            "--quiet",
            "--all-groups",
        ]
        _run(_UV, *export, "--no-emit-project", "--no-hashes", "--output-file", str(listed))
        # The lock is whole: nothing is left for pip to resolve.
        reading = ["--requirement", str(listed), "--disable-pip", "--no-deps"]
        ran = _run(
            *(sys.executable, "-m", "pip_audit", *reading),
            *("--format", "json", "--progress-spinner", "off"),
        )
    body = _json(ran)
    return of_pip_audit(lock, body) if body else Report(lock, not_audited=_last_line(ran.stderr))


def _node(lock: str) -> Report:
    ran = _run("npm", "audit", "--json", "--package-lock-only", "--prefix", str(Path(lock).parent))
    body = _json(ran)
    if not body:
        return Report(lock, not_audited=_last_line(ran.stderr))
    return of_npm_audit(lock, body, _package_lock(lock))


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 our own tools
        command, capture_output=True, text=True, check=False
    )


def _json(ran: subprocess.CompletedProcess[str]) -> Any:
    try:
        return json.loads(ran.stdout)
    except ValueError:
        return None


def _package_lock(lock: str) -> Any:
    return json.loads(Path(lock).read_text("utf-8"))


def _last_line(text: str) -> str:
    return next(reversed(text.strip().splitlines()), "no answer")


def _tell(title: str, lines: list[str]) -> None:
    if lines:
        sys.stdout.write("".join([f"{title}:\n", *(f"  {line}\n" for line in sorted(lines))]))


if __name__ == "__main__":
    sys.exit(main())
