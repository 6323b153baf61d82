from __future__ import annotations

import asyncio
import re
from datetime import timedelta

import pytest

from bot.errors import LastAdministrator, OwnAccount
from bot.staff.members import Members
from bot.staff.passwords import FIRST_VALID
from bot.storage.models import now
from tests.bot.staff.conftest import PASSWORD, Browser, Office
from tests.bot.staff.people import plain
from tests.bot.staff.test_queue import counted_queries

FORM = {
    "username": "omar",
    "name": "Omar T.",
    "role": "supervisor",
    "email": "omar@example.org",
    "service": "Consulat de Lille",
    "languages": "ary",
    "from-0": "08:30",
    "to-0": "16:30",
    "password": PASSWORD,
}


def shown_password(page: str) -> str:
    found = re.search(r'<code class="secret"[^>]*>([^<]+)</code>', page)
    assert found
    return found[1]


async def test_a_new_account_shows_its_password_once_and_has_to_change_it(office: Office):
    boss = await office.signed_in("boss", "admin")
    await boss.open("/staff/accounts/new")
    response = await boss.send("/staff/accounts/new", **FORM)
    assert (response.status, response.headers["Cache-Control"]) == (200, "no-store")
    password = shown_password(boss.page)

    member = await office.kept("omar")
    assert (member.name, member.role, member.email) == ("Omar T.", "supervisor", FORM["email"])
    assert (member.service, member.languages) == ("Consulat de Lille", ["ary"])
    assert member.hours == {"0": ["08:30", "16:30"]}
    audit = (await office.audit())[-1]
    assert (audit.event, audit.actor) == ("staff.created", "staff:1")
    assert password not in str(audit.data)
    await boss.open("/staff/accounts")
    assert password not in boss.page and "Omar T." in boss.page

    omar = await office.enters("omar", password)
    for path in ("/staff", "/staff/account", "/staff/workload"):
        response = await omar.open(path, allow_redirects=False)
        assert response.headers["Location"] == "/staff/account/password"
    await omar.open("/staff/account/password")
    assert '<nav class="sections"' not in omar.page
    new = "une autre phrase longue"
    response = await omar.send("/staff/account/password", password=password, new=new, again=new)
    assert (response.status, response.url.path) == (200, "/staff/account")
    assert (await omar.open("/staff", allow_redirects=False)).status == 200


async def test_what_was_typed_stays_when_an_account_is_refused(office: Office):
    await office.member("omar")
    boss = await office.signed_in("boss", "admin")
    await boss.open("/staff/accounts/new")
    response = await boss.send("/staff/accounts/new", **FORM)
    assert response.status == 409
    assert "déjà pris" in boss.page
    assert 'value="Consulat de Lille"' in boss.page
    assert re.search(r'value="ary" checked', boss.page)
    response = await boss.send("/staff/accounts/new", **{**FORM, "email": "not one"})
    assert response.status == 400
    assert "adresse e-mail" in boss.page
    assert len(await office.audit()) == 2


async def test_an_account_is_edited(office: Office):
    number = await office.member("omar", languages=["fr"])
    boss = await office.signed_in("boss", "admin")
    await boss.open(f"/staff/accounts/{number}")
    await boss.send(f"/staff/accounts/{number}", **{**FORM, "away_until": "2030-01-31"})
    member = await office.kept("omar")
    assert (member.name, member.role, member.languages) == ("Omar T.", "supervisor", ["ary"])
    assert "absent jusqu" in await listed(boss)
    row = (await office.audit())[-1]
    assert row.event == "staff.edited"
    assert row.data["staff"] == number and "role" in row.data["changed"]
    assert "Omar" not in str(row.data) and "example.org" not in str(row.data)


async def listed(boss: Browser) -> str:
    await boss.open("/staff/accounts")
    return plain(boss.page).casefold()


async def test_a_deactivated_member_is_out_at_once_and_stays_out(office: Office):
    omar = await office.signed_in("omar")
    number = (await office.kept("omar")).id
    boss = await office.signed_in("boss", "admin")
    await boss.open(f"/staff/accounts/{number}")
    await boss.send(f"/staff/accounts/{number}/deactivate", password=PASSWORD)
    assert (await omar.open("/staff", allow_redirects=False)).status == 303
    assert (await omar.sign_in(username="omar")).status == 401
    assert await office.sessions("omar") == []

    await boss.send(f"/staff/accounts/{number}/activate", password=PASSWORD)
    assert (await omar.open("/staff", allow_redirects=False)).status == 303
    assert (await omar.sign_in(username="omar")).status == 303
    events = [row.event for row in await office.audit()][-2:]
    assert events == ["staff.deactivated", "staff.activated"]


async def test_a_reset_password_replaces_the_old_one_and_ends_sessions(office: Office):
    omar = await office.signed_in("omar")
    number = (await office.kept("omar")).id
    boss = await office.signed_in("boss", "admin")
    await boss.open(f"/staff/accounts/{number}")
    await boss.send(f"/staff/accounts/{number}/reset-password", password=PASSWORD)
    password = shown_password(boss.page)
    assert (await omar.open("/staff", allow_redirects=False)).status == 303
    assert (await omar.sign_in(PASSWORD, "omar")).status == 401
    assert (await omar.sign_in(password, "omar")).status == 303
    response = await omar.open("/staff", allow_redirects=False)
    assert response.headers["Location"] == "/staff/account/password"
    assert password not in str([row.data for row in await office.audit()])


@pytest.mark.parametrize(("hours", "status"), [(-1, 303), (1, 401)])
async def test_a_first_password_that_nobody_used_runs_out(office: Office, hours: int, status: int):
    made_at = now() - FIRST_VALID - timedelta(hours=hours)
    await office.member("omar", must_change_password=True, created_at=made_at)
    omar = await office.browser()
    assert (await omar.sign_in("not the password", "omar")).status == 401
    told = await omar.sign_in(PASSWORD, "omar")
    assert told.status == status
    assert ("plus de 3 jours" in plain(await told.text())) == (status == 401)
    assert len(await office.sessions("omar")) == (status == 303)


async def test_a_reset_password_has_its_own_time_however_old_the_account(office: Office):
    number = await office.member("omar", created_at=now() - timedelta(days=400))
    boss = await office.signed_in("boss", "admin")
    await boss.open(f"/staff/accounts/{number}")
    await boss.send(f"/staff/accounts/{number}/reset-password", password=PASSWORD)
    password = shown_password(boss.page)
    assert (await (await office.browser()).sign_in(password, "omar")).status == 303
    await office.change("omar", password_set_at=now() - FIRST_VALID)
    assert (await (await office.browser()).sign_in(password, "omar")).status == 401


async def test_a_password_of_ones_own_does_not_run_out(office: Office):
    long_ago = now() - timedelta(days=400)
    await office.member("omar", created_at=long_ago, password_set_at=long_ago)
    await office.enters("omar")


async def test_an_administrator_ends_sessions(office: Office):
    omar = await office.signed_in("omar")
    number = (await office.kept("omar")).id
    boss = await office.signed_in("boss", "admin")
    await boss.open(f"/staff/accounts/{number}")
    await boss.send(f"/staff/accounts/{number}/end-sessions", password=PASSWORD)
    assert (await omar.open("/staff", allow_redirects=False)).status == 303
    assert (await boss.open("/staff", allow_redirects=False)).status == 200
    assert (await office.audit())[-1].event == "staff.sessions.ended"


@pytest.mark.parametrize("action", ["deactivate", "reset-password", "reset-second-factor"])
async def test_administrators_do_not_do_it_to_themselves(office: Office, action: str):
    await office.member("other", "admin")
    boss = await office.signed_in("boss", "admin", totp_secret=None)
    number = (await office.kept("boss")).id
    await boss.open(f"/staff/accounts/{number}")
    response = await boss.send(f"/staff/accounts/{number}/{action}", password=PASSWORD)
    assert response.status == 409
    assert "propre compte" in boss.page
    assert (await boss.open("/staff", allow_redirects=False)).status == 200


@pytest.mark.parametrize("password", ["", "guess"])
async def test_no_account_changes_without_the_administrators_password(
    office: Office, password: str
):
    number = await office.member("omar", totp_secret="JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    before = await office.kept("omar")
    boss = await office.signed_in("boss", "admin")
    await boss.open(f"/staff/accounts/{number}")
    form = {**FORM, "password": password}
    refused = ["deactivate", "activate", "reset-password", "reset-second-factor", "end-sessions"]
    paths = ["new", str(number), *(f"{number}/{action}" for action in refused)]
    for path in paths[:5]:
        response = await boss.send(f"/staff/accounts/{path}", **form)
        assert response.status == 400 and "mot de passe actuel" in plain(boss.page), path
        assert password not in boss.page or not password
    for path in paths[5:]:  # after five in a row one has to wait
        response = await boss.send(f"/staff/accounts/{path}", **form)
        assert (response.status, response.headers["Retry-After"]) == (429, "30"), path
    assert await office.kept("omar") == before
    assert len(await office.audit()) == 2  # the two accounts


async def test_administrators_change_their_own_address_as_everybody_does(office: Office):
    boss = await office.signed_in("boss", "admin", email="boss@example.org")
    number = (await office.kept("boss")).id
    await boss.open(f"/staff/accounts/{number}")
    assert 'name="email"' not in boss.page
    form = {"name": "Boss", "role": "admin", "email": "other@example.org", "password": PASSWORD}
    assert (await boss.send(f"/staff/accounts/{number}", **form)).status == 200
    assert (await office.kept("boss")).email == "boss@example.org"


async def test_administrators_keep_their_own_role_but_edit_the_rest(office: Office):
    await office.member("other", "admin")
    boss = await office.signed_in("boss", "admin")
    number = (await office.kept("boss")).id
    await boss.open(f"/staff/accounts/{number}")
    response = await boss.send(
        f"/staff/accounts/{number}", name="Chief", role="agent", password=PASSWORD
    )
    assert response.status == 409
    response = await boss.send(
        f"/staff/accounts/{number}", name="Chief", role="admin", password=PASSWORD
    )
    assert response.status == 200
    member = await office.kept("boss")
    assert (member.name, member.role) == ("Chief", "admin")


async def test_of_two_administrators_who_remove_each_other_at_once_one_stays(office: Office):
    one, two = await office.member("one", "admin"), await office.member("two", "admin")
    members = Members(office.database)
    results = await asyncio.gather(
        members.deactivate(two, by=one), members.deactivate(one, by=two), return_exceptions=True
    )
    assert sorted(type(result) for result in results if result) == [LastAdministrator]
    active = [(await office.kept(name)).active for name in ("one", "two")]
    assert sorted(active) == [False, True]


async def test_the_last_administrator_stays_whoever_asks(office: Office):
    last, agent = await office.member("last", "admin"), await office.member("agent")
    members = Members(office.database)
    with pytest.raises(LastAdministrator):
        await members.deactivate(last, by=agent)
    with pytest.raises(OwnAccount):
        await members.deactivate(last, by=last)
    assert (await office.kept("last")).active


async def test_an_account_that_does_not_exist(office: Office):
    boss = await office.signed_in("boss", "admin")
    await boss.open("/staff/account")
    assert (await boss.open("/staff/accounts/999")).status == 404
    await boss.open("/staff/account")
    assert (await boss.send("/staff/accounts/999/deactivate", password=PASSWORD)).status == 404
    await boss.open("/staff/account")
    assert (await boss.open("/staff/accounts/9999999999999999")).status == 404


async def test_the_list_asks_as_much_of_the_database_for_many_as_for_few(office: Office):
    boss = await office.signed_in("boss", "admin")
    with counted_queries() as few:
        await boss.open("/staff/accounts")
    for number in range(5):
        await office.member(f"member{number}", languages=["fr"])
    with counted_queries() as many:
        await boss.open("/staff/accounts")
    assert len(many) == len(few)
