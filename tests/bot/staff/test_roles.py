from __future__ import annotations

import pytest

from bot.staff.roles import MAY, Permission, Role, may
from tests.bot.staff.conftest import Office

AGENTS = {Permission.HANDLE_TICKETS, Permission.REVIEW_TURNS, Permission.ASK_RELEASE}
ADMINISTRATORS = {Permission.MANAGE_ACCOUNTS, Permission.RUN_RETENTION}


def test_every_permission_is_in_the_table():
    assert set(MAY) == set(Permission)


@pytest.mark.parametrize("permission", Permission)
def test_an_administrator_may_and_an_unknown_role_may_not(permission: Permission):
    assert may("admin", permission)
    assert not may("visitor", permission)
    assert not may("", permission)


@pytest.mark.parametrize("permission", Permission)
def test_an_agent_handles_tickets_reviews_turns_asks_and_no_more(permission: Permission):
    assert may("agent", permission) == (permission in AGENTS)


@pytest.mark.parametrize("permission", Permission)
def test_a_supervisor_may_all_but_manage_accounts_and_run_the_retention(permission: Permission):
    assert may("supervisor", permission) == (permission not in ADMINISTRATORS)


GET = ["/accounts", "/accounts/new", "/accounts/{id}"]
POST = [
    "/accounts/new",
    "/accounts/{id}",
    "/accounts/{id}/deactivate",
    "/accounts/{id}/activate",
    "/accounts/{id}/reset-password",
    "/accounts/{id}/reset-second-factor",
    "/accounts/{id}/end-sessions",
]


@pytest.mark.parametrize("role", [Role.AGENT, Role.SUPERVISOR])
async def test_accounts_are_closed_to_all_but_administrators(office: Office, role: Role):
    number = await office.member(
        "colleague", "admin", email="colleague@example.org", totp_secret="SECRET", active=False
    )
    browser = await office.signed_in("curious", role)
    await browser.open("/staff/account")
    token = {"X-CSRF-Token": browser.csrf}
    before = await office.kept("colleague")
    answers = [await browser.open(f"/staff{path}".format(id=number)) for path in GET]
    pages = [browser.page]
    for path in POST:
        answers.append(
            await browser.send(
                f"/staff{path}".format(id=number),
                csrf=False,
                headers=token,
                username="made",
                name="Made",
                role="admin",
            )
        )
        pages.append(browser.page)
    assert {answer.status for answer in answers} == {403}
    assert not [page for page in pages if "colleague" in page.casefold()]
    assert await office.kept("colleague") == before
    assert [row.event for row in await office.audit()] == ["staff.created"] * 2


async def test_accounts_are_open_to_administrators(office: Office):
    number = await office.member("colleague", email="colleague@example.org")
    browser = await office.signed_in("boss", "admin")
    for path in GET:
        assert (await browser.open(f"/staff{path}".format(id=number))).status == 200
    assert "colleague@example.org" in browser.page


@pytest.mark.parametrize(("role", "status"), [("agent", 403), ("supervisor", 200), ("admin", 200)])
async def test_workload_is_for_who_shares_out_the_work(office: Office, role: str, status: int):
    await office.member("colleague")
    browser = await office.signed_in("curious", role)
    assert (await browser.open("/staff/workload")).status == status
    assert ("Colleague" in browser.page) == (status == 200)


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        ("agent", {"/staff", "/staff/account"}),
        ("supervisor", {"/staff", "/staff/account", "/staff/workload"}),
        ("admin", {"/staff", "/staff/account", "/staff/workload", "/staff/accounts"}),
    ],
)
async def test_the_navigation_shows_what_the_role_may_open(
    office: Office, role: str, shown: set[str]
):
    browser = await office.signed_in("someone", role)
    await browser.open("/staff/account")
    every = {"/staff", "/staff/account", "/staff/workload", "/staff/accounts"}
    assert {path for path in every if f'<a href="{path}"' in menu(browser.page)} == shown
    assert '<a href="/staff/account" aria-current="page">' in browser.page


async def test_the_navigation_waits_for_signing_in(office: Office):
    browser = await office.browser()
    await browser.open("/staff/sign-in")
    assert '<nav class="sections"' not in browser.page


def menu(page: str) -> str:
    return page.partition('<nav class="sections"')[2].partition("</nav>")[0]
