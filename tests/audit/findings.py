"""What the two audit tools report, read into one shape. Pure.

pip-audit calls a run good in which it could ask about no package at all: it only notes each one as
skipped. What was skipped is therefore told as not audited.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Finding:
    """One known weakness of one locked package, with every name that it goes by."""

    lock: str
    package: str
    version: str
    ids: frozenset[str]
    fixed_in: str = ""

    def told(self) -> str:
        """The finding in one line."""
        names = ", ".join(sorted(self.ids))
        mended = f", mended in {self.fixed_in}" if self.fixed_in else ""
        return f"{self.lock}: {self.package} {self.version}: {names}{mended}"


@dataclass(frozen=True)
class Report:
    """What is known of one lock: its findings, and why some of it could not be looked at."""

    lock: str
    findings: tuple[Finding, ...] = ()
    not_audited: str = ""


def of_pip_audit(lock: str, body: Any) -> Report:
    """The report of `pip-audit -f json`."""
    packages = body.get("dependencies") if isinstance(body, dict) else None
    if not packages:
        return Report(lock, not_audited="pip-audit listed no package")
    skipped = [package for package in packages if "skip_reason" in package]
    findings = [
        Finding(
            lock,
            package["name"],
            package["version"],
            frozenset({weakness["id"], *weakness.get("aliases", ())}),
            " or ".join(weakness.get("fix_versions", ())),
        )
        for package in packages
        for weakness in package.get("vulns", ())
    ]
    why = ""
    if skipped:
        reason = skipped[0]["skip_reason"]
        why = f"{len(skipped)} of {len(packages)} packages were passed over ({reason})"
    return Report(lock, tuple(findings), why)


def of_npm_audit(lock: str, body: Any, locked: Mapping[str, Any]) -> Report:
    """The report of `npm audit --json`; `locked` is the package-lock.json, for the versions."""
    if not isinstance(body, dict) or "vulnerabilities" not in body:
        told = body.get("message") if isinstance(body, dict) else None
        return Report(lock, not_audited=str(told or "npm audit gave no report"))
    findings = [
        Finding(lock, cause["name"], _version(locked, entry), frozenset({_advisory(cause)}))
        for entry in body["vulnerabilities"].values()
        for cause in entry["via"]
        if isinstance(cause, dict)  # a mere name stands for another entry
    ]
    return Report(lock, tuple(findings))


def _advisory(cause: Mapping[str, Any]) -> str:
    return str(cause["url"]).rpartition("/")[2]


def _version(locked: Mapping[str, Any], entry: Mapping[str, Any]) -> str:
    place = entry["nodes"][0] if entry.get("nodes") else ""
    return str(locked.get("packages", {}).get(place, {}).get("version", "?"))
