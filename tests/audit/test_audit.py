"""What an audit decides: on reports as the two tools write them, on made-up findings."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

import pytest

from tests.audit.__main__ import ACCEPTED, locked_packages
from tests.audit.accepting import (
    AT_FAULT,
    GOOD,
    NOT_AUDITED,
    Accepted,
    faults_of,
    judge,
    not_locked,
    read_accepted,
)
from tests.audit.findings import Finding, Report, of_npm_audit, of_pip_audit

TODAY = date(2026, 11, 27)
LOCK = "uv.lock"
REASON = "nothing of ours calls the function at fault"
PIP_REPORT: dict[str, Any] = {
    "dependencies": [
        {"name": "good", "version": "2.0", "vulns": []},
        {
            "name": "old",
            "version": "1.0",
            "vulns": [
                {
                    "id": "PYSEC-2026-1",
                    "fix_versions": ["1.1"],
                    "aliases": ["CVE-2026-1", "GHSA-aaaa-bbbb-cccc"],
                    "description": "...",
                }
            ],
        },
    ],
    "fixes": [],
}
NPM_LOCK = {"packages": {"node_modules/old": {"version": "1.0.0"}}}
NPM_REPORT = {
    "auditReportVersion": 2,
    "vulnerabilities": {
        "old": {
            "name": "old",
            "via": [
                {
                    "source": 1,
                    "name": "old",
                    "title": "...",
                    "url": "https://github.com/advisories/GHSA-aaaa-bbbb-cccc",
                    "severity": "high",
                    "range": "<1.1.0",
                }
            ],
            "nodes": ["node_modules/old"],
        },
        "wrapper": {"name": "wrapper", "via": ["old"], "nodes": ["node_modules/wrapper"]},
    },
}
NPM_REFUSED = {
    "message": "405 Method Not Allowed - POST https://registry.npmjs.org/-/npm/v1/security/...",
    "statusCode": 405,
}


def accepted(**changes: Any) -> Accepted:
    return Accepted(
        **{
            "lock": LOCK,
            "package": "old",
            "version": "1.0",
            "ids": frozenset({"CVE-2026-1"}),
            "reason": REASON,
            "look_again": date(2027, 2, 27),
            **changes,
        }
    )


def test_a_finding_is_read_with_all_its_names() -> None:
    assert of_pip_audit(LOCK, PIP_REPORT) == Report(
        LOCK,
        (
            Finding(
                LOCK,
                "old",
                "1.0",
                frozenset({"PYSEC-2026-1", "CVE-2026-1", "GHSA-aaaa-bbbb-cccc"}),
                "1.1",
            ),
        ),
    )


def test_an_advisory_of_npm_is_read_once_with_the_locked_version() -> None:
    report = of_npm_audit("package-lock.json", NPM_REPORT, NPM_LOCK)
    assert report.findings == (
        Finding("package-lock.json", "old", "1.0.0", frozenset({"GHSA-aaaa-bbbb-cccc"})),
    )


def test_packages_passed_over_are_not_audited_though_the_tool_calls_the_run_good() -> None:
    skipped = {"name": "rare", "skip_reason": "Dependency not found on PyPI"}
    body = {"dependencies": [*PIP_REPORT["dependencies"], skipped], "fixes": []}
    report = of_pip_audit(LOCK, body)
    assert report.not_audited == "1 of 3 packages were passed over (Dependency not found on PyPI)"
    verdict = judge([report], [accepted()], TODAY)
    assert verdict.code == NOT_AUDITED
    assert verdict.gone == []  # who could not look cannot say what is gone


@pytest.mark.parametrize("body", [{"dependencies": []}, {}, None])
def test_a_report_without_packages_is_no_good_report(body: Any) -> None:
    assert judge([of_pip_audit(LOCK, body)], [], TODAY).code == NOT_AUDITED


@pytest.mark.parametrize("body", [NPM_REFUSED, {}, None])
def test_a_registry_that_refuses_is_told_with_its_reason(body: Any) -> None:
    verdict = judge([of_npm_audit("package-lock.json", body, NPM_LOCK)], [], TODAY)
    assert verdict.code == NOT_AUDITED
    expected = NPM_REFUSED["message"] if body == NPM_REFUSED else "npm audit gave no report"
    assert verdict.not_audited == [f"package-lock.json: not audited: {expected}"]


def test_without_findings_all_is_good() -> None:
    clean = {"dependencies": PIP_REPORT["dependencies"][:1]}
    assert judge([of_pip_audit(LOCK, clean)], [], TODAY).code == GOOD


def test_a_finding_that_nobody_accepted_fails() -> None:
    verdict = judge([of_pip_audit(LOCK, PIP_REPORT)], [], TODAY)
    assert verdict.code == AT_FAULT
    assert verdict.faults == [
        "uv.lock: old 1.0: CVE-2026-1, GHSA-aaaa-bbbb-cccc, PYSEC-2026-1, mended in 1.1: "
        "neither mended nor accepted"
    ]


def test_a_finding_is_accepted_by_any_of_its_names_with_its_reason() -> None:
    verdict = judge([of_pip_audit(LOCK, PIP_REPORT)], [accepted()], TODAY)
    assert verdict.code == GOOD
    assert verdict.accepted[0].endswith(REASON)


@pytest.mark.parametrize(
    "other", [{"version": "1.0.1"}, {"lock": "nlu/uv.lock"}, {"ids": frozenset({"CVE-2026-2"})}]
)
def test_an_acceptance_holds_for_its_lock_version_and_advisory_alone(other: dict[str, Any]) -> None:
    verdict = judge([of_pip_audit(LOCK, PIP_REPORT)], [accepted(**other)], TODAY)
    assert verdict.code == AT_FAULT


@pytest.mark.parametrize("reason", ["", "not relevant"])
def test_an_acceptance_without_a_reason_fails(reason: str) -> None:
    verdict = judge([of_pip_audit(LOCK, PIP_REPORT)], [accepted(reason=reason)], TODAY)
    assert verdict.code == AT_FAULT
    assert verdict.faults == ["uv.lock: old 1.0: is accepted without a reason"]


def test_an_acceptance_past_its_day_fails() -> None:
    late = accepted(look_again=date(2026, 11, 26))
    verdict = judge([of_pip_audit(LOCK, PIP_REPORT)], [late], TODAY)
    assert verdict.code == AT_FAULT
    assert verdict.faults == ["uv.lock: old 1.0: was to be looked at again by 2026-11-26"]


def test_an_accepted_finding_that_no_longer_occurs_is_named() -> None:
    both = accepted(ids=frozenset({"CVE-2026-1", "CVE-2025-9"}))
    verdict = judge([of_pip_audit(LOCK, PIP_REPORT)], [both], TODAY)
    assert verdict.code == GOOD
    assert verdict.gone == ["uv.lock: old 1.0: CVE-2025-9 no longer occurs"]


def test_an_acceptance_of_a_version_that_is_not_locked_is_named() -> None:
    assert not_locked([accepted()], {LOCK: {("old", "1.0")}}) == []
    assert not_locked([accepted()], {LOCK: {("old", "1.1")}}) == [
        "uv.lock: old 1.0: is not in the lock"
    ]


def test_what_is_accepted_here_has_reasons_and_stands_in_its_lock() -> None:
    ours = read_accepted(tomllib.loads(ACCEPTED.read_text("utf-8")))
    assert ours
    # The days are for `make audit`: a test that fails by the calendar tells nothing of a change.
    assert faults_of(ours, today=date.min) == []
    assert not_locked(ours, locked_packages()) == []
