"""A page of ours under an invisible frame of another site: the click goes where nobody sees it.

Nothing of ours may be framed, by anybody; the widget is no frame but an element of the site's page.
"""

from __future__ import annotations

import pytest

from tests.security.house import House
from tests.security.test_csp import directives, policies

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


async def test_nothing_of_ours_may_be_framed(house: House) -> None:
    framed = {}
    for path, policy in (await policies(house)).items():
        allowed = directives(policy)
        if allowed.get("frame-ancestors") != {"'none'"}:
            framed[path] = policy
    assert framed == {}


async def test_a_file_of_a_citizen_that_is_framed_is_powerless(house: House) -> None:
    admin = await house.browser("admin")
    response = await admin.client.get(f"/staff/files/{house.things['id']}")
    assert response.status == 200
    assert response.headers["Content-Security-Policy"].startswith("sandbox")
    assert response.headers["X-Frame-Options"] == "DENY"
