"""SQL in whatever is typed: searches, filters, orders, numbers, names.

Every statement is built by SQLAlchemy with bound values; what is searched for is cut into words,
and each is quoted for the index. On both databases nothing is found, changed or broken by it.
"""

from __future__ import annotations

from urllib.parse import quote
from uuid import uuid4

from tests.bot.staff.conftest import PASSWORD, Browser
from tests.security.house import House, bearer, contents, csrf_of

INJECTIONS = (
    "' OR '1'='1",
    "'; DROP TABLE ticket; --",
    '" OR ""="',
    "1) UNION SELECT password_hash FROM staff --",
    "\\'; SELECT pg_sleep(10); --",
    "%' OR description LIKE '%",
    "a' & 'b' | !'c':*",
    'NEAR("a" "b") AND * OR "',
    "*",
    "$1 ?1 :name %s {0}",
    "0x27 OR 1=1/*",
)
PARAMETERS = (
    *("q", "queue", "order", "category", "country", "lang", "state", "kind", "assignee", "since"),
    *("until", "after", "before", "variety", "topic", "why", "from", "to", "show", "page", "whose"),
)
PAGES = (
    *("/staff", "/staff/unanswered", "/staff/knowledge", "/staff/shift", "/staff/dashboard"),
    *("/staff/news", "/staff/workload", "/staff/queues"),
)


async def test_no_search_and_no_filter_is_sql(house: House) -> None:
    admin, before = await house.browser("admin"), await contents(house.database)
    for injection in INJECTIONS:
        query = "&".join(f"{name}={quote(injection)}" for name in PARAMETERS)
        for path in PAGES:
            response = await admin.open(f"{path}?{query}")
            assert response.status == 200, (path, injection)
            assert "argon2" not in admin.page, (path, injection)
    assert await contents(house.database) == before


async def test_no_number_or_name_is_sql(house: House) -> None:
    client, before = await house.client(), await contents(house.database)
    own = bearer(house.token_of(str(house.things["conversation"])))
    admin = await house.browser("admin")
    await admin.open("/staff/account")
    for injection in INJECTIONS:
        typed = quote(injection, safe="")
        for path in (
            *(f"/staff/tickets/{typed}", f"/staff/files/{typed}", f"/staff/news/{typed}"),
            *(f"/staff/accounts/{typed}", f"/staff/incidents/{typed}", f"/staff/views/{typed}"),
        ):
            assert (await admin.client.get(path)).status in {404, 405}, path
        found = await client.get(f"/api/chat/files/{typed}", headers=own)
        assert found.status == 404, injection
        listed = await client.get(f"/api/chat/messages?after={typed}", headers=own)
        assert listed.status == 400, injection
        body = {"client_id": str(uuid4()), "conversation": f"{injection}.x", "message": "a"}
        assert (await client.post("/api/chat", json=body)).status == 404, injection
        signing = await Browser(await house.client()).sign_in(injection, injection)
        assert signing.status == 401, injection
        browser = await house.client()
        csrf = csrf_of(await (await browser.get("/suivi")).text())
        form = {"csrf": csrf, "reference": injection, "code": injection}
        assert (await browser.post("/suivi", data=form)).status == 404, injection
        form = {"csrf": admin.csrf, "session": injection, "password": PASSWORD}
        ended = await admin.client.post("/staff/account/sessions/end", data=form)
        assert ended.status == 200, injection
    after = await contents(house.database)
    made_meanwhile: dict[str, object] = {"staffsession": [], "secret": []}
    assert {**after, **made_meanwhile} == {**before, **made_meanwhile}


async def test_what_a_citizen_writes_is_kept_as_it_was_written(house: House) -> None:
    for injection in INJECTIONS[:4]:
        said = await house.says(injection)
        client = await house.client()
        own = bearer(said["conversation"])
        listed = await (await client.get("/api/chat/messages", headers=own)).json()
        assert listed["messages"][0]["text"] == injection
