"""Script that gets into a page all the same must not run, and nothing is fetched from elsewhere.

Every answer has a Content-Security-Policy that begins with `default-src 'none'` and allows neither
inline script nor eval; what is no page is allowed nothing at all.
"""

from __future__ import annotations

import pytest

from tests.security.house import House, bearer, follow

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

STREAMS = {"/api/chat/events", "/staff/notices/events"}
POLICY = "Content-Security-Policy"


def directives(policy: str) -> dict[str, set[str]]:
    found = (part.split() for part in policy.split(";") if part.strip())
    return {name: set(values) for name, *values in found}


async def policies(house: House) -> dict[str, str]:
    """The policy of everything that can be opened, by path."""
    admin = await house.browser("admin")
    citizen, _page = await follow(house, house.things["reference"])
    own = bearer(house.token_of(str(house.things["conversation"])))
    paths = [
        route.at(house.things)
        for route in house.routes()
        if route.method == "GET" and route.path not in STREAMS | {"/demo", "/styles"}
    ]
    more = [
        "/styles/assistant.css",
        "/demo/fr.html",
        "/demo/demo.css",
        "/demo/icon.svg",
        "/nowhere",
        "/staff/nowhere",
    ]
    found = {}
    for path in [*paths, *more]:
        client = admin.client if path.startswith("/staff") else citizen
        response = await client.get(path, headers=own, allow_redirects=False)
        assert response.status < 500 or path == "/readyz", path
        found[path] = response.headers.get(POLICY, "")
    return found


async def test_every_answer_allows_nothing_that_it_does_not_name(house: House) -> None:
    loose = {}
    for path, policy in (await policies(house)).items():
        if directives(policy).get("default-src") != {"'none'"}:
            loose[path] = policy
    assert loose == {}


async def test_no_policy_allows_an_object_of_a_plugin(house: House) -> None:
    loose = {}
    for path, policy in (await policies(house)).items():
        allowed = directives(policy)
        if allowed.get("object-src", allowed.get("default-src")) != {"'none'"}:
            loose[path] = policy
    assert loose == {}


async def test_no_policy_allows_inline_script_eval_or_another_site(house: House) -> None:
    loose = {}
    for path, policy in (await policies(house)).items():
        named = set().union(*directives(policy).values())
        if named & {"'unsafe-inline'", "'unsafe-eval'", "data:", "blob:", "*", "https:", "http:"}:
            loose[path] = policy
    assert loose == {}


async def test_a_form_sends_to_us_alone_and_no_base_moves_it(house: House) -> None:
    loose = {}
    for path, policy in (await policies(house)).items():
        allowed = directives(policy)
        here = ({"'none'"}, {"'self'"})
        if allowed.get("form-action") not in here or allowed.get("base-uri") != {"'none'"}:
            loose[path] = policy
    assert loose == {}


async def test_no_content_is_guessed(house: House) -> None:
    admin = await house.browser("admin")
    for path in ("/", "/nowhere", "/suivi", "/api/embedding", "/demo/demo.css", "/staff"):
        response = await admin.client.get(path)
        assert response.headers["X-Content-Type-Options"] == "nosniff", path
