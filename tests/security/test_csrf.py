"""Another site makes a signed-in browser send a form here.

Stopped three times: cookies are SameSite, every form of the console and of /suivi carries the token
of its session, and a request that the browser itself calls cross-site changes nothing. The chat API
knows no cookie.
"""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.security.house import SITE, House, bearer, contents, csrf_of, follow

OPEN_TO_STRANGERS = {"/staff/sign-in", "/staff/sign-in/code"}
FOREIGN = ("cross-site", "same-site")

sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def plausible(house: House) -> dict[str, str]:
    """Fields that the forms take: only the token is missing."""
    return {
        "username": "victim",
        "name": "Autre Nom",
        "role": "admin",
        "text": "Nous avons bien reçu votre demande.",
        "mode": "note",
        "state": "open",
        "other": str(house.things["walled"]),
        "title": "Panne",
        "to": str(house.things["staff_id"]),
        "day": "2026-12-01",
        "country": "FR",
        "lang": "ar",
    }


@sqlite
async def test_a_form_of_another_site_changes_nothing(house: House) -> None:
    """Every form of the console, with the session's cookie and without the session's token."""
    admin = await house.browser("admin")
    before, answers = await contents(house.database), {}
    for route in house.staff_routes():
        if route.method != "POST" or route.path in OPEN_TO_STRANGERS:
            continue
        response = await admin.client.post(
            route.at(house.things), data=plausible(house), allow_redirects=False
        )
        answers[route.path] = response.status
    assert set(answers.values()) == {403}, answers
    assert await contents(house.database) == before


@sqlite
async def test_what_the_browser_calls_cross_site_changes_nothing_even_with_the_token(
    house: House,
) -> None:
    admin = await house.browser("admin")
    await admin.open("/staff/account")
    form = {**plausible(house), "csrf": admin.csrf}
    before, answers = await contents(house.database), {}
    for route in house.staff_routes():
        if route.method != "POST":
            continue
        for origin in FOREIGN:
            response = await admin.client.post(
                route.at(house.things),
                data=form,
                headers={"Sec-Fetch-Site": origin, "Origin": SITE},
                allow_redirects=False,
            )
            answers[route.path, origin] = response.status
    assert set(answers.values()) == {403}, answers
    assert await contents(house.database) == before


async def test_the_token_of_somebody_else_is_none(house: House) -> None:
    admin, agent = await house.browser("admin"), await house.browser("agent")
    await agent.open("/staff/account")
    before = await contents(house.database)
    for path in ("/staff/account", f"/staff/accounts/{house.things['staff_id']}/deactivate"):
        response = await admin.client.post(path, data={"csrf": agent.csrf, "name": "Autre"})
        assert response.status == 403, path
    assert await contents(house.database) == before


@sqlite
async def test_a_form_of_another_site_changes_nothing_on_a_citizen_s_pages(house: House) -> None:
    citizen, _page = await follow(house, house.things["reference"])
    before = await contents(house.database)
    form = {"text": "Je retire ma plainte.", "sure": "yes", "solved": "no", "rating": "1"}
    for route in house.routes():
        if route.method != "POST" or not route.path.startswith("/suivi"):
            continue
        for token in ({}, {"csrf": "made-up"}):
            response = await citizen.post(
                route.path, data={**form, "once": str(uuid4()), **token}, allow_redirects=False
            )
            assert response.status == 403, route
    assert await contents(house.database) == before
    page = await (await citizen.get("/suivi/ticket")).text()
    assert str(house.things["reference"]) in page  # leaving needs the token too
    assert csrf_of(page)


@sqlite
async def test_another_site_begins_no_conversation_on_the_plain_page(house: House) -> None:
    """Nor sends, reads or deletes in one that is there."""
    citizen = await house.client()
    token = house.token_of(str(house.things["conversation"]))
    citizen.session.cookie_jar.update_cookies({"jisr_assistant": token}, citizen.make_url("/"))
    before = await contents(house.database)
    paths = {
        route.path
        for route in house.routes()
        if route.method == "POST" and route.path.startswith("/assistant")
    }
    assert {"/assistant", "/assistant/data", "/assistant/forget"} <= paths
    for path in paths:
        for origin in FOREIGN:
            response = await citizen.post(
                path,
                data={"conversation": token, "client_id": str(uuid4()), "message": "bonjour"},
                headers={"Sec-Fetch-Site": origin, "Origin": SITE},
                allow_redirects=False,
            )
            assert (response.status, response.headers["Location"]) == (303, "/assistant"), path
            assert "Set-Cookie" not in response.headers, path
    assert await contents(house.database) == before


@sqlite
async def test_the_plain_page_s_own_forms_read_and_delete(house: House) -> None:
    citizen = await house.client()
    own = {"conversation": house.token_of(str(house.things["conversation"]))}
    before, ours = await contents(house.database), {"Sec-Fetch-Site": "same-origin"}
    assert (await citizen.post("/assistant/data", data=own, headers=ours)).status == 200
    assert await contents(house.database) == before
    gone = await citizen.post("/assistant/forget", data=own, headers=ours)
    assert gone.url.path.startswith("/deletion/")
    assert await contents(house.database) != before


@sqlite
async def test_no_cookie_opens_the_chat_api(house: House) -> None:
    """What a browser sends by itself is worth nothing there: only the bearer token counts."""
    token = house.token_of(str(house.things["conversation"]))
    citizen = await house.client()
    citizen.session.cookie_jar.update_cookies({"jisr_assistant": token}, citizen.make_url("/"))
    for route in house.routes():
        if not route.path.startswith("/api/chat/") or route.path == "/api/chat/continue":
            continue
        path = route.at(house.things)
        response = await citizen.request(route.method, path, headers={"Origin": SITE})
        assert response.status == 404, route
        assert (await response.json())["error"]["code"] == "unknown_conversation", route
    opened = await citizen.get("/api/chat/messages", headers=bearer(token))
    assert opened.status == 200


@sqlite
async def test_a_site_that_is_not_listed_reads_no_answer(house: House) -> None:
    citizen = await house.client()
    own = bearer(house.token_of(str(house.things["conversation"])))
    for origin in ("https://evil.example", f"{SITE}.evil.example", "null", "https://consulat"):
        for method in ("GET", "OPTIONS"):
            response = await citizen.request(
                method, "/api/chat/messages", headers={**own, "Origin": origin}
            )
            assert "Access-Control-Allow-Origin" not in response.headers, origin
    allowed = await citizen.get("/api/chat/messages", headers={**own, "Origin": SITE})
    assert allowed.headers["Access-Control-Allow-Origin"] == SITE
    assert "Access-Control-Allow-Credentials" not in allowed.headers
