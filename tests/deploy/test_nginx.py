"""Real requests through a real nginx, which reads deploy/nginx."""

from __future__ import annotations

import asyncio
import json
import re
import ssl
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import aiohttp
import aiohttp.web
import pytest
import pytest_asyncio
from multidict import CIMultiDictProxy

from tests.bot.web.test_http import TWO_LENGTHS
from tests.conftest import missing
from tests.deploy import http2
from tests.deploy.applications import HEADERS, WIDGET, Application
from tests.fuzz.contract import PUBLIC, operations, read_document
from tests.nginx import (
    CONFIGURATION,
    CONSOLE,
    NAME,
    Loopback,
    Nginx,
    checked,
    installed,
    running_nginx,
)

pytestmark = pytest.mark.asyncio(loop_scope="module")

Two = tuple[Application, Application]

_DESCRIBED = read_document(PUBLIC)
_OPERATIONS = [
    (method, re.sub(r"\{\w+\}", "0a1b", path), _DESCRIBED["paths"][path][method.lower()])
    for method, path in operations(_DESCRIBED)
]
_PAGES = [
    path
    for method, path, described in _OPERATIONS
    if method == "GET" and (path == "/" or described["tags"] == ["pages"])
]
_NO_PAGES = [
    (method, path)
    for method, path, _described in _OPERATIONS
    if method != "GET" or path not in _PAGES
]
_UNDESCRIBED = [
    *(("POST", path) for path in ("/", "/telegram/webhook", "/anything")),
    *(("GET", path) for path in ("/demo/assistant.css", "/metrics", "/suivis", "/api/")),
    *(("PUT", path) for path in ("/suivi", "/api/chat")),
    ("OPTIONS", "/api/chat"),
]

_POLICY = "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
_HOST = f"Host: {NAME}\r\n"
_LAST = f"{_HOST}Connection: close\r\n\r\n"


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def both() -> AsyncIterator[Two]:
    applications = Application("first"), Application("second")
    for application in applications:
        await application.start()
    yield applications
    for application in applications:
        await application.stop()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def nginx(both: Two, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Nginx]:
    if not installed():
        missing("nginx and openssl (apt-get install nginx openssl)")
    folder = tmp_path_factory.mktemp("nginx")
    with running_nginx(folder, [each.port for each in both]) as running:
        yield running


@pytest.fixture
def applications(both: Two) -> Two:
    """The two, with nothing seen yet."""
    for application in both:
        application.seen.clear()
        application.heard.clear()
    return both


@pytest_asyncio.fixture(loop_scope="module")
async def browser(nginx: Nginx) -> AsyncIterator[aiohttp.ClientSession]:
    """Trusts the certificate of this nginx, and takes what comes as it comes."""
    connector = aiohttp.TCPConnector(ssl=nginx.trust)
    async with aiohttp.ClientSession(
        nginx.tls_url, connector=connector, auto_decompress=False
    ) as session:
        yield session


@pytest_asyncio.fixture(loop_scope="module")
async def staff_browser(nginx: Nginx) -> AsyncIterator[aiohttp.ClientSession]:
    """The same under the name of the console."""
    connector = aiohttp.TCPConnector(ssl=nginx.trust, resolver=Loopback())
    async with aiohttp.ClientSession(
        nginx.console_tls_url, connector=connector, auto_decompress=False
    ) as session:
        yield session


# --- the files


async def test_nginx_finds_no_fault_in_its_configuration(nginx: Nginx) -> None:
    said = checked(nginx.folder)
    assert said.returncode == 0, said.stderr
    assert "[warn]" not in said.stderr


async def test_what_differs_from_server_to_server_is_in_one_folder(nginx: Nginx) -> None:
    for packaged in CONFIGURATION.rglob("*.conf"):
        own = (nginx.folder / packaged.relative_to(CONFIGURATION)).read_text()
        assert (own != packaged.read_text()) == (packaged.parent.name == "here"), packaged


# --- TLS


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
async def test_todays_tls_is_spoken(nginx: Nginx, version: ssl.TLSVersion) -> None:
    trust = nginx.trust
    trust.minimum_version = trust.maximum_version = version
    assert "200 OK" in await _asked(nginx, f"GET / HTTP/1.1\r\n{_LAST}", trust)


async def test_who_speaks_every_tls_gets_the_newest(nginx: Nginx) -> None:
    trust = nginx.trust
    trust.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    trust.maximum_version = ssl.TLSVersion.MAXIMUM_SUPPORTED
    _reader, writer = await asyncio.open_connection(
        "127.0.0.1", nginx.tls_port, ssl=trust, server_hostname=NAME
    )
    assert writer.get_extra_info("ssl_object").version() == "TLSv1.3"
    writer.close()


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion")
@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
async def test_older_tls_is_refused_by_the_server(nginx: Nginx, version: ssl.TLSVersion) -> None:
    trust = nginx.trust
    trust.set_ciphers("ALL:@SECLEVEL=0")  # this client would speak it
    trust.minimum_version = trust.maximum_version = version
    with pytest.raises(ssl.SSLError, match="TLSV1_ALERT_PROTOCOL_VERSION"):
        await _asked(nginx, f"GET / HTTP/1.1\r\n{_LAST}", trust)


@pytest.mark.parametrize(
    "ciphers",
    ["AES256-SHA256", "AES128-GCM-SHA256", "ECDHE-RSA-AES256-SHA384", "DHE-RSA-AES256-SHA"],
)
async def test_ciphers_without_forward_secrecy_or_authentication_are_refused(
    nginx: Nginx, ciphers: str
) -> None:
    trust = nginx.trust
    trust.maximum_version = ssl.TLSVersion.TLSv1_2  # the next one has good ones only
    trust.set_ciphers(f"{ciphers}:@SECLEVEL=0")
    with pytest.raises(ssl.SSLError, match="HANDSHAKE_FAILURE"):
        await _asked(nginx, f"GET / HTTP/1.1\r\n{_LAST}", trust)


async def test_who_asks_for_another_name_is_answered_nothing(
    nginx: Nginx, applications: Two
) -> None:
    with pytest.raises(ssl.SSLError, match="UNRECOGNIZED_NAME"):
        await _asked(nginx, "GET / HTTP/1.1\r\n\r\n", nginx.trust, name="elsewhere.example")
    other_host = "GET / HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n"
    assert await _asked(nginx, other_host) == ""
    assert await _asked(nginx, other_host, port=nginx.redirecting_port) == ""
    assert _seen(applications) == []


# --- without TLS


@pytest.mark.parametrize("method", ["GET", "HEAD"])
async def test_over_plain_http_a_page_leads_to_tls_and_keeps_path_and_query(
    nginx: Nginx, applications: Two, method: str
) -> None:
    for path in _PAGES:
        status, headers, _body = await _over_plain_http(nginx, method, f"{path}?lang=fr")
        assert (status, headers["Location"]) == (307, f"https://{NAME}{path}?lang=fr")
    assert _seen(applications) == []


async def test_over_plain_http_programs_and_forms_are_refused_and_lead_nowhere(
    nginx: Nginx, applications: Two
) -> None:
    """Each operation of the API's document that is no page, and what that does not describe."""
    for method, path in [*_NO_PAGES, *_UNDESCRIBED]:
        status, headers, body = await _over_plain_http(nginx, method, path)
        assert status == 403, (method, path)
        assert "Location" not in headers
        if path.startswith("/api/"):
            assert headers["Content-Type"] == "application/json"
            told = {"code": "https_required", "message": f"https://{NAME}", "fields": {}}
            assert json.loads(body) == {"error": told}
        else:
            assert headers["Content-Type"] == "text/plain; charset=utf-8"
            assert body == "https_required\n"
    assert _seen(applications) == []


async def test_over_plain_http_an_authority_finds_the_answer_to_its_challenge(nginx: Nginx) -> None:
    place = "/.well-known/acme-challenge"
    folder = nginx.folder / "challenges" / place.removeprefix("/")
    folder.mkdir(parents=True)
    (folder / "token").write_text("token.thumbprint")
    status, _headers, body = await _over_plain_http(nginx, "GET", f"{place}/token")
    assert (status, body) == (200, "token.thumbprint")
    status, _headers, _body = await _over_plain_http(nginx, "GET", f"{place}/another")
    assert status == 404


async def test_over_plain_http_the_console_leads_to_tls_under_its_own_name(
    nginx: Nginx, applications: Two
) -> None:
    for path in ("/", "/staff", "/staff/", "/staff/tickets/MDM-2026-000001?done=reply"):
        status, headers, _body = await _over_plain_http(nginx, "GET", path, CONSOLE)
        assert (status, headers["Location"]) == (307, f"https://{CONSOLE}{path}")
    refused = [("GET", "/staff/notices/events"), ("GET", "/staff/assets/console.css")]
    for method, path in [*refused, ("POST", "/staff/sign-in"), ("GET", "/staffing")]:
        status, headers, _body = await _over_plain_http(nginx, method, path, CONSOLE)
        assert status == 403, path
        assert "Location" not in headers
    assert _seen(applications) == []


# --- what browsers are told


async def test_browsers_are_told_to_stay_with_tls_and_nothing_of_versions(
    browser: aiohttp.ClientSession, staff_browser: aiohttp.ClientSession
) -> None:
    for session in (browser, staff_browser):
        for path in ("/", "/staff", "/api/chat/events-of-nobody", "/metrics"):
            async with session.get(path, allow_redirects=False) as answer:
                told = answer.headers.getall("Strict-Transport-Security")
                assert told == ["max-age=63072000; includeSubDomains"]
                assert answer.headers["Server"] == "nginx"


async def test_what_nginx_refuses_by_itself_is_allowed_nothing_and_not_guessed_at(
    nginx: Nginx, browser: aiohttp.ClientSession, staff_browser: aiohttp.ClientSession
) -> None:
    too_large = b"x" * (256 * 1024 + 1)
    for session, method, path, body, status in (
        (browser, "GET", "/staff", None, 404),
        (browser, "GET", "/metrics", None, 404),
        (browser, "POST", "/api/chat", too_large, 413),
        (staff_browser, "GET", "/suivi", None, 404),
        (staff_browser, "GET", "/", None, 307),
    ):
        async with session.request(method, path, data=body, allow_redirects=False) as answer:
            assert answer.status == status, path
            assert _is_closed(answer.headers), path
    for method, path, status in (("GET", "/suivi", 307), ("POST", "/suivi", 403)):
        told, headers, _body = await _over_plain_http(nginx, method, path)
        assert told == status
        assert _is_closed(headers), path


async def test_what_is_no_http_is_refused_likewise(nginx: Nginx) -> None:
    for port in (nginx.plain_port, nginx.redirecting_port):
        for nonsense in ("nonsense\r\n\r\n", "GET / HTTP/1.1\r\n\r\n"):
            refused = await _asked(nginx, nonsense, port=port)
            assert refused.startswith("HTTP/1.1 400 ")
            for line in (f"Content-Security-Policy: {_POLICY}", "X-Content-Type-Options: nosniff"):
                assert refused.count(f"{line}\r\n") == 1
            assert "Server: nginx\r\n" in refused


async def test_what_the_application_says_is_neither_lost_nor_doubled(
    browser: aiohttp.ClientSession, staff_browser: aiohttp.ClientSession, applications: Two
) -> None:
    """Also where the answer comes from the cache."""
    for application in applications:
        application.heard.set()
    public = ("/", "/widget.js", "/widget.js", "/api/chat/events")
    for session, paths in ((browser, public), (staff_browser, ("/staff",))):
        for path in paths:
            async with session.get(path, headers={"Accept-Encoding": "br"}) as answer:
                assert answer.status == 200
                for name, value in HEADERS.items():
                    assert answer.headers.getall(name) == [value], path


# --- what the application is told


async def test_what_a_client_says_of_its_address_does_not_get_through(
    browser: aiohttp.ClientSession, applications: Two
) -> None:
    invented = {
        "X-Forwarded-For": "203.0.113.7",
        "X-Real-IP": "203.0.113.7",
        "X-Forwarded-Proto": "http",
        "X-Forwarded-Host": "elsewhere.example",
        "X-Forwarded-Port": "1",
        "Forwarded": "for=203.0.113.7",
        "X_Forwarded_For": "203.0.113.7",
    }
    async with browser.get("/", headers=invented) as answer:
        assert answer.status == 200
    [told] = _seen(applications)
    assert told.headers.getall("X-Forwarded-For") == ["127.0.0.1"]
    assert told.headers.getall("X-Real-IP") == ["127.0.0.1"]
    assert told.headers.getall("X-Forwarded-Proto") == ["https"]
    assert told.headers["Host"] == str(answer.url.authority)
    for name in ("X-Forwarded-Host", "X-Forwarded-Port", "Forwarded", "X_Forwarded_For"):
        assert name not in told.headers


@pytest.mark.parametrize("path", ["/metrics", "/webhook", "/health", "/readyz"])
async def test_what_is_internal_is_never_reached(
    nginx: Nginx, applications: Two, path: str
) -> None:
    for way in _ways_to(path):
        asked = f"GET {way} HTTP/1.1\r\n{_LAST}"
        assert "HTTP/1.1 404" in await _asked(nginx, asked)
    assert _seen(applications) == []


# --- two names


@pytest.mark.parametrize("path", ["/staff", "/staff/sign-in", "/staff/notices/events"])
async def test_the_citizens_name_has_no_console(nginx: Nginx, applications: Two, path: str) -> None:
    for way in _ways_to(path):
        for method in ("GET", "POST"):
            asked = f"{method} {way} HTTP/1.1\r\nContent-Length: 0\r\n{_LAST}"
            assert "HTTP/1.1 404" in await _asked(nginx, asked), way
    assert _seen(applications) == []


async def test_the_consoles_name_has_nothing_but_the_console(
    nginx: Nginx, applications: Two
) -> None:
    last = f"Host: {CONSOLE}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    public = {path for _method, path, _described in _OPERATIONS if path != "/"}
    for path in sorted({*public, "/telegram/webhook", "/demo/demo.js", "/metrics", "/staffing"}):
        for way in [*_ways_to(path), f"/staff/..{path}", f"/staff/%2e%2e{path}"]:
            for method in ("GET", "POST"):
                asked = f"{method} {way} HTTP/1.1\r\n{last}"
                assert "HTTP/1.1 404" in await _asked(nginx, asked), way
    assert _seen(applications) == []
    assert "HTTP/1.1 200" in await _asked(nginx, f"GET /staff/sign-in HTTP/1.1\r\n{last}")
    assert [each.headers["Host"] for each in _seen(applications)] == [CONSOLE]


async def test_the_consoles_name_alone_leads_to_the_console(
    staff_browser: aiohttp.ClientSession, applications: Two
) -> None:
    async with staff_browser.get("/?lang=fr", allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (307, "/staff")
    assert _seen(applications) == []


@pytest.mark.parametrize(
    ("settings", "here"),
    [("jisr.conf.example", "nginx/jisr/here"), ("compose/jisr.env", "compose/here")],
)
async def test_the_packaged_names_are_those_of_the_packaged_settings(
    settings: str, here: str
) -> None:
    folder = CONFIGURATION.parent
    lines = (folder / settings).read_text().splitlines()
    told = dict(line.split("=", 1) for line in lines if not line.startswith("#"))
    names = [
        re.findall(r"server_name (\S+);", (folder / here / f"{file}.conf").read_text())
        for file in ("name", "console-name")
    ]
    assert names == [
        [urlsplit(told["JISR_PUBLIC_URL"]).hostname],
        [urlsplit(told["JISR_CONSOLE_URL"]).hostname],
    ]


# --- one message, one length


@pytest.mark.parametrize("lengths", TWO_LENGTHS)
async def test_a_message_of_two_lengths_is_refused_before_the_application_hears_of_it(
    nginx: Nginx, applications: Two, lengths: bytes
) -> None:
    """What nginx takes for a body must be no second request, and the other way round."""
    hidden = f"GET /hidden HTTP/1.1\r\n{_LAST}"
    head = f"POST /api/chat HTTP/1.1\r\n{_HOST}{lengths.decode()}\r\n"
    answers = await _asked(nginx, f"{head}0\r\n\r\n{hidden}")
    assert re.match(r"HTTP/1\.1 (400|501) ", answers)
    assert answers.count("HTTP/1.1 ") == 1
    assert _seen(applications) == []


@pytest.mark.parametrize("length", [3, 5, 40])
async def test_over_http_2_a_length_that_is_not_the_datas_is_refused(
    nginx: Nginx, applications: Two, length: int
) -> None:
    assert await http2.posted(nginx, length, b"data") == "400"
    assert _seen(applications) == []


async def test_over_http_2_a_true_length_is_taken(nginx: Nginx, applications: Two) -> None:
    assert await http2.posted(nginx, 4, b"data") == "200"
    [seen] = _seen(applications)
    assert seen.headers.getall("Content-Length") == ["4"]


# --- streams and bodies


async def test_an_event_arrives_while_the_stream_is_still_open(
    browser: aiohttp.ClientSession, staff_browser: aiohttp.ClientSession, applications: Two
) -> None:
    streams = ((browser, "/api/chat/events"), (staff_browser, "/staff/notices/events"))
    for session, path in streams:
        async with session.get(path, headers={"Accept-Encoding": "gzip"}) as stream:
            assert await stream.content.readuntil(b"\n\n") == b"data: first\n\n"
            for application in applications:
                application.heard.set()
            assert await stream.content.read() == b"data: second\n\n"
        for application in applications:
            application.heard.clear()


async def test_a_body_too_large_is_refused_before_the_application_hears_of_it(
    browser: aiohttp.ClientSession, applications: Two
) -> None:
    async with browser.post("/api/chat", data=b"x" * (256 * 1024 + 1)) as answer:
        assert answer.status == 413
    assert _seen(applications) == []
    async with browser.post("/api/chat", data=b"x" * (256 * 1024)) as answer:
        assert answer.status == 200


@pytest.mark.parametrize("path", ["/api/chat/files", "/assistant/file", "/suivi/ticket/add"])
async def test_files_may_be_larger(browser: aiohttp.ClientSession, path: str) -> None:
    async with browser.post(path, data=b"x" * (11 * 1024 * 1024)) as answer:
        assert answer.status == 200


async def test_a_slow_body_reaches_the_application_only_when_it_is_whole(
    nginx: Nginx, browser: aiohttp.ClientSession, applications: Two
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", nginx.plain_port)
    head = f"POST /slow HTTP/1.1\r\nContent-Length: 8\r\n{_LAST}"
    writer.write(f"{head}half".encode())
    await writer.drain()
    async with browser.get("/meanwhile") as answer:
        assert answer.status == 200
    assert [each.path for each in _seen(applications)] == ["/meanwhile"]
    writer.write(b"half")
    assert b"200 OK" in await reader.read()
    assert {each.path for each in _seen(applications)} == {"/meanwhile", "/slow"}
    writer.close()


async def test_a_page_is_not_compressed_beside_its_secrets(
    browser: aiohttp.ClientSession, staff_browser: aiohttp.ClientSession
) -> None:
    for session, path in ((browser, "/suivi"), (staff_browser, "/staff")):
        async with session.get(path, headers={"Accept-Encoding": "gzip, br"}) as answer:
            assert answer.status == 200
            assert "Content-Encoding" not in answer.headers


# --- a flood


async def test_a_flood_from_one_address_is_stopped_and_others_are_answered(nginx: Nginx) -> None:
    one = f"GET /widget.js HTTP/1.1\r\n{_HOST}\r\n"
    last = f"GET /widget.js HTTP/1.1\r\n{_LAST}"
    flood = await _asked(nginx, one * 900 + last, from_address="127.0.0.2")
    assert flood.count("HTTP/1.1 200") >= 300
    refused = flood.count("HTTP/1.1 429")
    assert refused > 0
    assert flood.count(f"Content-Security-Policy: {_POLICY}\r\n") == refused
    assert "HTTP/1.1 200" in await _asked(nginx, last, from_address="127.0.0.3")


# --- the widget


async def test_the_widget_is_asked_for_once_in_each_form(
    browser: aiohttp.ClientSession, applications: Two
) -> None:
    for accepted, form in (
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=1.0, gzip;q=0.8", "br"),
        ("gzip, deflate", "gzip"),
        ("identity", None),
    ):
        async with browser.get("/widget.js", headers={"Accept-Encoding": accepted}) as answer:
            assert await answer.read() == WIDGET
            assert answer.headers.get("Content-Encoding") == form
    assert len(_seen(applications)) <= 3


# --- a process that is gone


async def test_a_post_that_was_sent_is_not_sent_again_a_get_is(
    browser: aiohttp.ClientSession, applications: Two
) -> None:
    async with browser.post("/dies", data=b"{}") as answer:
        assert answer.status == 502
    assert len(_seen(applications)) == 1
    async with browser.get("/dies") as answer:
        assert answer.status == 502
        assert _is_closed(answer.headers)
    assert len(_seen(applications)) == 3


async def test_what_was_not_yet_sent_goes_to_the_other_process(
    browser: aiohttp.ClientSession, applications: Two
) -> None:
    first, second = applications
    await first.stop()
    try:
        for _ in range(8):
            async with browser.post("/api/chat", data=b"{}") as answer:
                assert answer.status == 200
        assert len(second.seen) == 8
        async with browser.get("/widget.js", headers={"Accept-Encoding": "br"}) as answer:
            assert await answer.read() == WIDGET
    finally:
        await first.start()


def _seen(applications: Two) -> list[aiohttp.web.Request]:
    return [request for application in applications for request in application.seen]


def _is_closed(headers: CIMultiDictProxy[str]) -> bool:
    """Whether nginx says of its own answer what a browser may do with it."""
    return (
        headers.getall("Content-Security-Policy") == [_POLICY]
        and headers.getall("X-Content-Type-Options") == ["nosniff"]
        and headers["Content-Type"].endswith("; charset=utf-8")
    )


def _ways_to(path: str) -> list[str]:
    """The path, and other spellings of it."""
    encoded = f"{path[:2]}%{ord(path[2]):02x}{path[3:]}"
    return [path, f"/demo/..{path}", f"/demo/..%2f{path[1:]}", f"/.{path}", f"/{path}", encoded]


async def _over_plain_http(
    nginx: Nginx, method: str, path: str, name: str = NAME
) -> tuple[int, CIMultiDictProxy[str], str]:
    """Status, headers and body of what is answered there; what is posted has a body."""
    address = f"http://127.0.0.1:{nginx.redirecting_port}{path}"
    async with (
        aiohttp.ClientSession(headers={"Host": name}) as session,
        session.request(
            method, address, data=b"{}" if method == "POST" else None, allow_redirects=False
        ) as answer,
    ):
        return answer.status, answer.headers, await answer.text()


async def _asked(
    nginx: Nginx,
    text: str,
    trust: ssl.SSLContext | None = None,
    *,
    name: str = NAME,
    port: int | None = None,
    from_address: str = "127.0.0.1",
) -> str:
    """What is answered to these very bytes, with TLS or without, until nginx closes."""
    reader, writer = await asyncio.open_connection(
        "127.0.0.1",
        port or (nginx.tls_port if trust else nginx.plain_port),
        ssl=trust,
        server_hostname=name if trust else None,
        local_addr=(from_address, 0),
    )
    writer.write(text.encode())
    try:
        return (await reader.read()).decode()
    finally:
        writer.close()
