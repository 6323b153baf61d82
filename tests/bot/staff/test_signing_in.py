from __future__ import annotations

import base64
import hashlib
from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from sqlmodel import select, update

from bot.staff.accounts import FIRST_ADMIN, create_staff, ensure_first_admin
from bot.storage.database import Database
from bot.storage.models import AuditRow, Staff, StaffSession, now
from tests.bot.staff.conftest import PASSWORD, USERNAME, Browser, Clock, Office
from tests.bot.staff.test_queue import counted_queries


async def test_without_a_session_every_page_leads_to_signing_in(visitor: Browser):
    for path in ("/staff", "/staff/", "/staff/nowhere"):
        response = await visitor.open(path, allow_redirects=False)
        assert (response.status, response.headers["Location"]) == (303, "/staff/sign-in")
    response = await visitor.open("/staff/tickets/MDM-2026-000001", allow_redirects=False)
    assert response.headers["Location"] == "/staff/sign-in?ticket=MDM-2026-000001"
    response = await visitor.send("/staff/tickets/MDM-2026-000001/reply", csrf=False, text="x")
    assert response.status == 401
    assert 'name="password"' in visitor.page


async def test_a_part_asked_for_by_htmx_without_a_session_reloads_the_browser(visitor: Browser):
    response = await visitor.open("/staff", headers={"HX-Request": "true"})
    assert (response.status, response.headers["HX-Redirect"]) == (401, "/staff/sign-in")


@pytest.mark.parametrize(
    ("role", "place"),
    [("agent", "/staff?queue=mine"), ("supervisor", "/staff"), ("admin", "/staff")],
)
async def test_the_right_password_opens_an_agents_own_queue_and_others_the_whole(
    visitor: Browser, database: Database, role: str, place: str
):
    async with database.writing() as session:
        await session.exec(update(Staff).values(role=role))
    response = await visitor.sign_in(username=" SALMA ")
    assert (response.status, response.headers["Location"]) == (303, place)
    assert (await visitor.open(place)).status == 200
    assert "Salma B." in visitor.page


async def test_a_wrong_password_and_an_unknown_name_get_the_same_page(visitor: Browser):
    wrong = await visitor.sign_in("not it")
    page = visitor.page
    unknown = await visitor.sign_in("not it", username="nobody")
    assert wrong.status == unknown.status == 401
    assert visitor.page.replace("nobody", USERNAME) == page
    assert "Set-Cookie" not in wrong.headers


async def test_bytes_that_a_database_refuses_are_just_a_wrong_name(visitor: Browser):
    assert (await visitor.sign_in("x\0", username="no\0body")).status == 401


async def test_a_closed_account_stays_out_and_its_session_ends(
    browser: Browser, database: Database
):
    async with database.writing() as session:
        await session.exec(update(Staff).values(active=False))
    assert (await browser.open("/staff", allow_redirects=False)).status == 303
    assert (await browser.sign_in()).status == 401


async def test_after_five_wrong_passwords_the_name_waits(visitor: Browser, clock: Clock):
    for _ in range(5):
        assert (await visitor.sign_in("not it")).status == 401
    refused = await visitor.sign_in()
    assert (refused.status, refused.headers["Retry-After"]) == (429, "30")
    clock.seconds += 31
    assert (await visitor.sign_in()).status == 303


async def test_the_cookie_is_out_of_reach_and_only_its_hash_is_kept(
    visitor: Browser, database: Database
):
    response = await visitor.sign_in()
    cookie = response.cookies["jisr_staff"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert cookie["path"] == "/staff"
    assert cookie["max-age"] == str(12 * 3600)
    assert not cookie["secure"]
    async with database.reading() as session:
        kept = (await session.exec(select(StaffSession))).one()
    assert kept.token_hash == hashlib.sha256(cookie.value.encode()).hexdigest()


async def test_behind_https_the_cookie_is_secure(visitor: Browser):
    response = await visitor.client.post(
        "/staff/sign-in",
        data={"username": USERNAME, "password": PASSWORD},
        headers={"X-Forwarded-Proto": "https"},
        allow_redirects=False,
    )
    assert response.cookies["__Host-jisr_staff"]["secure"]


async def test_a_session_ends_by_itself(browser: Browser, database: Database):
    async with database.writing() as session:
        await session.exec(update(StaffSession).values(expires_at=now() - timedelta(seconds=1)))
    assert (await browser.open("/staff", allow_redirects=False)).status == 303


async def test_signing_out_ends_the_session(browser: Browser, database: Database):
    await browser.open("/staff")
    token = browser.client.session.cookie_jar.filter_cookies(browser.client.make_url("/staff"))
    await browser.send("/staff/sign-out")
    async with database.reading() as session:
        assert (await session.exec(select(StaffSession))).all() == []
    stolen = await browser.open(
        "/staff", headers={"Cookie": token.output(header="")}, allow_redirects=False
    )
    assert stolen.status == 303


async def test_a_form_from_another_site_is_refused(visitor: Browser):
    response = await visitor.client.post(
        "/staff/sign-in",
        data={"username": USERNAME, "password": PASSWORD},
        headers={"Sec-Fetch-Site": "cross-site"},
    )
    assert response.status == 403


async def test_a_change_without_the_forms_token_is_refused(browser: Browser, database: Database):
    response = await browser.send("/staff/language", csrf=False, lang="ar")
    assert response.status == 403
    guess = {"X-CSRF-Token": "guess"}
    response = await browser.send("/staff/language", csrf=False, lang="ar", headers=guess)
    assert response.status == 403
    async with database.reading() as session:
        assert (await session.exec(select(Staff.lang))).one() == "fr"


async def test_the_token_may_come_in_htmx_header(browser: Browser, database: Database):
    await browser.open("/staff")
    headers = {"X-CSRF-Token": browser.csrf}
    await browser.send("/staff/language", csrf=False, lang="ar", headers=headers)
    async with database.reading() as session:
        assert (await session.exec(select(Staff.lang))).one() == "ar"


async def test_the_first_start_makes_one_administrator_and_tells_the_password_once(
    database: Database,
):
    password = await ensure_first_admin(database)
    assert password and await ensure_first_admin(database) is None
    async with database.reading() as session:
        admin = (await session.exec(select(Staff))).one()
        audit = (await session.exec(select(AuditRow))).one()
    assert (admin.username, admin.role) == (FIRST_ADMIN, "admin")
    assert admin.must_change_password  # it stands in the output of the first start
    assert admin.password_hash.startswith("$argon2id$")
    assert password not in str(audit.data)


async def test_no_first_administrator_where_staff_exists(database: Database):
    await create_staff(database, "someone")
    assert await ensure_first_admin(database) is None


async def guess(office: Office, username: str = "omar", times: int = 5) -> Browser:
    attacker = await office.browser()
    for _ in range(times):
        assert (await attacker.sign_in("guess", username)).status == 401
    return attacker


async def test_who_guesses_at_a_name_does_not_keep_its_owner_out(office: Office):
    omar = await office.signed_in("omar")
    attacker = await guess(office)
    assert (await attacker.sign_in("guess", "omar")).status == 429
    assert (await (await office.browser()).sign_in(username="omar")).status == 429
    assert (await omar.sign_in(username="omar")).status == 303


async def test_a_known_browser_is_slowed_down_by_its_own_failures(office: Office):
    omar = await office.signed_in("omar")
    for _ in range(5):
        assert (await omar.sign_in("typo", "omar")).status == 401
    assert (await omar.sign_in(username="omar")).status == 429
    assert (await (await office.browser()).sign_in(username="omar")).status == 303


async def test_a_browser_known_for_one_name_is_a_stranger_for_another(office: Office):
    await office.member("omar")
    salma = await office.signed_in("salma")
    await guess(office)
    assert (await salma.sign_in(username="omar")).status == 429


async def test_a_made_up_device_is_a_stranger(office: Office):
    await office.member("omar")
    await guess(office)
    forged = base64.urlsafe_b64encode(b"nonce:omar|9999999999|00").decode()
    response = await (await office.browser()).client.post(
        "/staff/sign-in",
        data={"username": "omar", "password": PASSWORD},
        headers={"Cookie": f"jisr_staff_device={forged}"},
    )
    assert response.status == 429


async def test_an_unknown_name_a_closed_account_and_a_wrong_password_cost_the_same(
    office: Office, monkeypatch: pytest.MonkeyPatch
):
    await office.member("omar")
    await office.member("closed", active=False)
    browser = await office.browser()
    checks: list[str] = []
    verify = PasswordHasher.verify

    def noted(self: PasswordHasher, kept: str, password: str) -> bool:
        checks.append(kept)
        return verify(self, kept, password)

    monkeypatch.setattr(PasswordHasher, "verify", noted)
    costs = []
    for name in ("omar", "closed", "nobody"):
        checks.clear()
        with counted_queries() as queries:
            assert (await browser.sign_in("guess", name)).status == 401
        costs.append((list(queries), len(checks)))
    assert costs[0] == costs[1] == costs[2]
    assert costs[0][1] == 1
