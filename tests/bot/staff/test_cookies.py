"""Cookies of staff: bound to this host where the browser came by HTTPS."""

from __future__ import annotations

from tests.bot.staff.conftest import PASSWORD, USERNAME, Browser

HTTPS = {"X-Forwarded-Proto": "https"}


async def sign_in(visitor: Browser) -> str:
    """Signs in over HTTPS; the token of the session."""
    response = await visitor.client.post(
        "/staff/sign-in",
        data={"username": USERNAME, "password": PASSWORD},
        headers=HTTPS,
        allow_redirects=False,
    )
    assert response.status == 303
    for name in ("jisr_staff", "jisr_staff_device"):
        cookie = response.cookies[f"__Host-{name}"]
        assert (cookie["secure"], cookie["httponly"], cookie["path"]) == (True, True, "/")
        assert (cookie["samesite"], cookie["domain"]) == ("Strict", "")
    return response.cookies["__Host-jisr_staff"].value


async def status(visitor: Browser, cookie: str) -> int:
    visitor.client.session.cookie_jar.clear()
    headers = {**HTTPS, "Cookie": cookie}
    response = await visitor.client.get("/staff/account", headers=headers, allow_redirects=False)
    return response.status


async def test_behind_https_every_cookie_is_secure_and_bound_to_this_host(visitor: Browser) -> None:
    token = await sign_in(visitor)
    assert await status(visitor, f"__Host-jisr_staff={token}") == 200


async def test_behind_https_a_cookie_that_another_host_may_have_set_opens_nothing(
    visitor: Browser,
) -> None:
    token = await sign_in(visitor)
    assert await status(visitor, f"jisr_staff={token}") == 303
