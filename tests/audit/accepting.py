"""Which findings are accepted, for a written reason and until a day. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.audit.findings import Finding, Report

GOOD, AT_FAULT, NOT_AUDITED = 0, 1, 3
_FEW_WORDS = 5


@dataclass(frozen=True)
class Accepted:
    """Findings of one package at one version that the product lives with."""

    lock: str
    package: str
    version: str
    ids: frozenset[str]
    reason: str
    look_again: date

    @property
    def name(self) -> str:
        """How it is called in what is told of it."""
        return f"{self.lock}: {self.package} {self.version}"


@dataclass
class Verdict:
    """What follows from reports and acceptances, each in lines for people."""

    faults: list[str] = field(default_factory=list)
    not_audited: list[str] = field(default_factory=list)
    accepted: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    @property
    def code(self) -> int:
        """The exit code; a run that could not look is never a good one."""
        if self.not_audited:
            return NOT_AUDITED
        return AT_FAULT if self.faults else GOOD


def read_accepted(body: Mapping[str, Any]) -> list[Accepted]:
    """The acceptances of the file; KeyError or TypeError where one is malformed."""
    return [
        Accepted(
            lock=entry["lock"],
            package=entry["package"],
            version=entry["version"],
            ids=frozenset(entry["ids"]),
            reason=entry["reason"].strip(),
            look_again=entry["look_again"],
        )
        for entry in body.get("accepted", [])
    ]


def judge(reports: Sequence[Report], accepted: Sequence[Accepted], today: date) -> Verdict:
    """Every finding needs an acceptance, and every acceptance a reason and a day to come."""
    verdict = Verdict(
        faults=faults_of(accepted, today),
        not_audited=[
            f"{report.lock}: not audited: {report.not_audited}"
            for report in reports
            if report.not_audited
        ],
    )
    findings = [finding for report in reports for finding in report.findings]
    for finding in findings:
        one = next((each for each in accepted if _covers(each, finding)), None)
        if one is None:
            verdict.faults.append(f"{finding.told()}: neither mended nor accepted")
        else:
            verdict.accepted.append(f"{finding.told()}: {one.reason}")
    looked_at = {report.lock for report in reports if not report.not_audited}
    verdict.gone = [
        f"{one.name}: {name} no longer occurs"
        for one in accepted
        if one.lock in looked_at
        for name in sorted(one.ids)
        if not any(_covers(one, finding) and name in finding.ids for finding in findings)
    ]
    return verdict


def faults_of(accepted: Sequence[Accepted], today: date) -> list[str]:
    """What is wrong with the acceptances themselves."""
    faults = []
    for one in accepted:
        if len(one.reason.split()) < _FEW_WORDS:
            faults.append(f"{one.name}: is accepted without a reason")
        if not one.ids:
            faults.append(f"{one.name}: names no advisory")
        if one.look_again < today:
            faults.append(f"{one.name}: was to be looked at again by {one.look_again}")
    return faults


def not_locked(
    accepted: Sequence[Accepted], locked: Mapping[str, set[tuple[str, str]]]
) -> list[str]:
    """Acceptances of a version that its lock no longer has."""
    return [
        f"{one.name}: is not in the lock"
        for one in accepted
        if (one.package, one.version) not in locked.get(one.lock, set())
    ]


def _covers(one: Accepted, finding: Finding) -> bool:
    same = (one.lock, one.package, one.version) == (finding.lock, finding.package, finding.version)
    return same and bool(one.ids & finding.ids)
