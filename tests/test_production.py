"""What runs in production needs nothing that only development installs (`make setup DEV=0`)."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Collection
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.stack import ROOT

# Runs the program that is given second where the modules that are named first are not installed.
_WITHOUT = """
import json, sys
_, absent, program, *sys.argv[1:] = sys.argv
absent = set(json.loads(absent))

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in absent:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Absent())
exec(program)
"""
_IMPORT_ALL = """
import importlib, pkgutil
for root in ("actions", "bot", "knowledge", "nlu.text", "nlu.evaluation"):
    package = importlib.import_module(root)
    for found in pkgutil.walk_packages(package.__path__, f"{root}."):
        if not found.name.endswith("__main__") and ".migrations." not in found.name:
            importlib.import_module(found.name)
"""
_MIGRATE = "import runpy; sys.argv[1:] = ['migrate']; runpy.run_module('bot', run_name='__main__')"


def test_what_only_development_installs_is_known() -> None:
    """Else nothing would be missing below."""
    absent = _only_for_development()
    assert {"pytest", "mypy", "playwright", "aiosmtpd", "hypothesis"} <= absent
    assert not {"aiohttp", "sqlalchemy", "greenlet", "psycopg", "telegram"} & absent
    refused = _run_without({"aiohttp"}, "import aiohttp")
    assert "No module named 'aiohttp'" in refused.stderr


@pytest.mark.parametrize("program", [_IMPORT_ALL, _MIGRATE], ids=["import", "migrate"])
def test_the_application_runs_without_it(program: str, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/jisr.db"
    done = _run_without(_only_for_development(), program, DATABASE_URL=database)
    assert done.returncode == 0, done.stderr


def test_both_ways_to_production_leave_it_out() -> None:
    guide = (ROOT / "docs/operating.md").read_text()
    assert set(re.findall(r"make setup model assets[^`]*", guide)) == {
        "make setup model assets DEV=0"
    }
    dockerfile = (ROOT / "deploy/Dockerfile").read_text()
    assert all(" --no-dev " in line for line in dockerfile.splitlines() if "uv sync" in line)


@pytest.mark.parametrize(("given", "left_out"), [((), False), (("DEV=0",), True)])
def test_make_leaves_it_out_when_told(given: tuple[str, ...], left_out: bool) -> None:
    words = ["make", "--dry-run", "--always-make", ".venv/.done", *given]
    done = subprocess.run(  # noqa: S603
        words, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    [sync] = [line for line in done.stdout.splitlines() if " sync " in line]
    assert ("--no-dev" in sync) is left_out


def _only_for_development() -> set[str]:
    """The modules that are installed here and in production not."""
    needed = _needed()
    return {
        module
        for module, names in packages_distributions().items()
        if not needed & {re.sub(r"[-_.]+", "-", name).lower() for name in names}
    }


def _needed() -> set[str]:
    """The packages that `uv sync --no-dev` installs, by the lock; on other machines, too."""
    lock = tomllib.loads((ROOT / "uv.lock").read_text())
    packages = {package["name"]: package for package in lock["package"]}
    found, waiting = set[tuple[str, str]](), [("jisr", "")]
    while waiting:
        name, extra = one = waiting.pop()
        if one in found:
            continue
        found.add(one)
        package = packages[name]
        further = package.get("optional-dependencies", {}).get(extra, [])
        for needed in [*package.get("dependencies", []), *further]:
            waiting += [(needed["name"], each) for each in ["", *needed.get("extra", [])]]
    return {name for name, _extra in found}


def _run_without(
    absent: Collection[str], program: str, **settings: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603
        [sys.executable, "-c", _WITHOUT, json.dumps(sorted(absent)), program],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
