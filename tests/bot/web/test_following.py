"""/suivi: the right two keys open one ticket for a while; every form counts once."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from aiohttp import ClientResponse, FormData
from aiohttp.test_utils import TestClient
from sqlmodel import select

from bot.files.checking import MAX_BYTES
from bot.storage.database import Database
from bot.storage.models import Attachment, EndedVisit, Staff, Ticket, TicketMessage, now
from bot.tickets.guesses import IN_A_ROW
from bot.web.following import COOKIE
from bot.web.own_data import KINDS
from bot.web.visits import LENGTH_S, Visits
from tests.bot.files.samples import OGG_VOICE, image_bytes, scan
from tests.bot.staff.seeding import seed
from tests.bot.staff.test_security_events import events
from tests.bot.web.conftest import Clock

REFERENCE, CODE = "MDM-2026-000001", "ABC234"
ADD, RECEIPT = "/suivi/ticket/add", "/suivi/ticket/receipt.pdf"
PAGES_OF_A_VISIT = ("/suivi/ticket", RECEIPT, *(f"/suivi/ticket/data.{kind}" for kind in KINDS))
DEEDS = ("add", "withdraw", "rate", "reopen")
FORMS_OF_A_VISIT = ("/suivi/leave", *(f"/suivi/ticket/{deed}" for deed in DEEDS))


@dataclass
class Browser:
    """Keeps cookies, and sends the forms of the page that it shows."""

    client: TestClient[Any, Any]
    page: str = ""

    async def open(self, path: str, **options: Any) -> ClientResponse:
        return await self._shown(await self.client.get(path, **options))

    async def send(self, path: str, follow: bool = True, **fields: str) -> ClientResponse:
        data = {**self.hidden(path), **fields}
        return await self._shown(await self.client.post(path, data=data, allow_redirects=follow))

    async def enclose(
        self, *files: tuple[str, bytes], text: str = "", form: dict[str, str] | None = None
    ) -> ClientResponse:
        """Sends the form that adds to the ticket as a browser does: the words, then the files."""
        data = FormData()
        fields = {**(form or self.hidden(ADD)), "text": text}
        for name, value in fields.items():
            data.add_field(name, value)
        for name, content in files or [("", b"")]:
            data.add_field("file", content, filename=name, content_type="application/octet-stream")
        return await self._shown(await self.client.post(ADD, data=data))

    async def enter(self, code: str = CODE, lang: str = "") -> ClientResponse:
        await self.open(f"/suivi?lang={lang}" if lang else "/suivi")
        return await self.send("/suivi", reference=REFERENCE, code=code)

    def hidden(self, path: str) -> dict[str, str]:
        form = re.search(rf'action="{path}".*?</form>', self.page, re.DOTALL)
        assert form, f"no form for {path}"
        pattern = r'type="hidden" name="(\w+)" value="([^"]*)"'
        return {name: value for name, value in re.findall(pattern, form[0])}  # noqa: C416

    @property
    def cookie(self) -> str:
        """What it keeps of the visit."""
        [kept] = [each.value for each in self.client.session.cookie_jar if each.key == COOKIE]
        return kept

    async def replay(
        self, copied: str, path: str, form: dict[str, str] | None = None
    ) -> ClientResponse:
        """Asks with a copy of a visit's cookie and no other; sends the form, if one is given."""
        self.client.session.cookie_jar.clear()
        method, headers = "POST" if form else "GET", {"Cookie": f"{COOKIE}={copied}"}
        return await self.client.request(method, path, data=form, headers=headers)

    async def _shown(self, response: ClientResponse) -> ClientResponse:
        self.page = await response.text()
        return response


@pytest.fixture
def browser(client: TestClient[Any, Any]) -> Browser:
    return Browser(client)


async def change(database: Database, **changes: Any) -> None:
    async with database.writing() as session:
        ticket = (await session.exec(select(Ticket))).one()
        for name, value in changes.items():
            setattr(ticket, name, value)


async def the_ticket(database: Database) -> Ticket:
    async with database.reading() as session:
        return (await session.exec(select(Ticket))).one()


async def written(database: Database) -> list[str]:
    async with database.reading() as session:
        return list((await session.exec(select(TicketMessage.text))).all())


async def enclosed(database: Database) -> list[Attachment]:
    async with database.reading() as session:
        return list((await session.exec(select(Attachment).order_by(Attachment.name))).all())


async def test_the_two_keys_open_the_ticket(database: Database, browser: Browser) -> None:
    await seed(database, 1)
    response = await browser.enter()
    assert (response.status, response.url.path) == (200, "/suivi/ticket")
    assert REFERENCE in browser.page
    assert "Dossier reçu" in browser.page
    assert "Un agent va prendre le dossier." in browser.page


@pytest.mark.parametrize(
    ("reference", "code"),
    [("mdm 2026 1", "abc 234"), (f"{REFERENCE} code ABC234", ""), ("MDM-٢٠٢٦-٠٠٠٠٠١", "abc-234")],
)
async def test_the_keys_are_read_however_they_are_typed(
    database: Database, browser: Browser, reference: str, code: str
) -> None:
    await seed(database, 1)
    await browser.open("/suivi")
    response = await browser.send("/suivi", reference=reference, code=code)
    assert response.url.path == "/suivi/ticket"


async def test_wrong_code_and_unknown_reference_look_the_same(
    database: Database, browser: Browser
) -> None:
    await seed(database, 1)
    pages = []
    for reference, code in ((REFERENCE, "ZZZ999"), ("MDM-2026-000099", CODE)):
        await browser.open("/suivi")
        response = await browser.send("/suivi", reference=reference, code=code)
        assert response.status == 404
        pages.append(browser.page.replace(reference, "…"))
    assert pages[0] == pages[1]
    assert "Aucun dossier ne correspond" in pages[0]


async def test_five_wrong_codes_have_to_wait(database: Database, browser: Browser) -> None:
    await seed(database, 1)
    for _ in range(IN_A_ROW):
        assert (await browser.enter("ZZZ999")).status == 404
    assert (await browser.enter()).status == 429
    assert "Attendez" in browser.page
    assert (await browser.open("/suivi/ticket")).url.path == "/suivi"


async def test_the_code_is_in_no_address_cookie_page_or_log(
    database: Database, browser: Browser, logged: io.StringIO
) -> None:
    await seed(database, 1)
    await browser.open("/suivi")
    response = await browser.send("/suivi", follow=False, reference=REFERENCE, code=CODE)
    told = (response.headers["Location"], response.headers["Set-Cookie"])
    assert not any(CODE in part for part in told)
    assert response.headers["Referrer-Policy"] == "no-referrer"
    await browser.open(response.headers["Location"])
    assert CODE not in browser.page
    assert CODE not in logged.getvalue()


async def test_the_cookie_is_short_strict_and_for_these_pages(
    database: Database, browser: Browser
) -> None:
    await seed(database, 1)
    await browser.open("/suivi")
    response = await browser.send("/suivi", follow=False, reference=REFERENCE, code=CODE)
    cookie = response.cookies[COOKIE]
    assert (cookie["path"], cookie["max-age"]) == ("/suivi", str(LENGTH_S))
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")
    assert not cookie["secure"]
    proxied = await browser.open("/suivi", headers={"X-Forwarded-Proto": "https"})
    assert proxied.cookies[f"__Host-{COOKIE}"]["secure"]


async def test_pages_are_not_kept_and_run_nothing(database: Database, browser: Browser) -> None:
    await seed(database, 1)
    response = await browser.enter()
    assert response.headers["Cache-Control"] == "no-store"
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script" not in policy
    assert "<script" not in browser.page


async def test_a_visit_opens_its_ticket_and_no_other(database: Database, browser: Browser) -> None:
    await seed(database, 2)
    await browser.enter()
    assert REFERENCE in browser.page
    assert "MDM-2026-000002" not in browser.page


@pytest.mark.parametrize("cookie", ["", "1.9999999999.x.y", "nonsense", "é"])
async def test_a_cookie_that_is_not_ours_opens_nothing(
    database: Database, browser: Browser, cookie: str
) -> None:
    await seed(database, 1)
    response = await browser.open("/suivi/ticket", headers={"Cookie": f"{COOKIE}={cookie}"})
    assert response.url.path == "/suivi"
    assert REFERENCE not in browser.page


async def test_the_signature_of_another_ticket_opens_nothing(
    database: Database, browser: Browser, clock: Clock
) -> None:
    await seed(database, 2)
    visits = Visits("a-key-of-the-visits", database, clock)
    _own, _, rest = visits.cookie(visits.begin(1)).partition(".")
    response = await browser.open("/suivi/ticket", headers={"Cookie": f"{COOKIE}=2.{rest}"})
    assert response.url.path == "/suivi"


async def test_information_is_added_once_however_often_it_is_sent(
    database: Database, browser: Browser
) -> None:
    await seed(database, 1)
    await browser.enter()
    form = browser.hidden("/suivi/ticket/add")
    for _ in range(2):
        answer = await browser.client.post(
            "/suivi/ticket/add", data={**form, "text": "Voici mon numéro."}
        )
        assert answer.url.query["done"] == "add"
        assert "ajouté à votre dossier" in await answer.text()
    assert await written(database) == ["Voici mon numéro."]


async def test_an_empty_or_too_long_text_is_refused_and_kept(
    database: Database, browser: Browser
) -> None:
    await seed(database, 1)
    await browser.enter()
    response = await browser.send("/suivi/ticket/add", text="y" * 4001)
    assert response.status == 413
    assert "y" * 4001 in browser.page
    response = await browser.send("/suivi/ticket/add", text=" ")
    assert response.status == 400
    assert await written(database) == []


@pytest.mark.parametrize("path", ["add", "withdraw", "rate", "reopen"])
async def test_a_form_without_its_token_changes_nothing(
    database: Database, browser: Browser, path: str
) -> None:
    await seed(database, 1)
    await browser.enter()
    data = {"text": "Non.", "sure": "yes", "solved": "yes", "rating": "5"}
    response = await browser.client.post(f"/suivi/ticket/{path}", data=data)
    assert response.status == 403
    ticket = await the_ticket(database)
    assert (ticket.state, ticket.rating, await written(database)) == ("new", None, [])


async def test_the_door_needs_its_token_too(database: Database, browser: Browser) -> None:
    await seed(database, 1)
    response = await browser.client.post("/suivi", data={"reference": REFERENCE, "code": CODE})
    assert response.status == 403


async def test_what_was_typed_is_there_again_after_the_visit_ran_out(
    database: Database, browser: Browser, clock: Clock
) -> None:
    await seed(database, 1)
    await browser.enter()
    clock.seconds += LENGTH_S
    response = await browser.send("/suivi/ticket/add", text="Un long récit.")
    assert response.status == 403
    assert "Votre texte est gardé" in browser.page
    assert await written(database) == []
    response = await browser.send("/suivi", reference=REFERENCE, code=CODE)
    assert response.status == 200
    assert "Un long récit.</textarea>" in browser.page
    await browser.send("/suivi/ticket/add", text="Un long récit.")
    assert await written(database) == ["Un long récit."]


async def test_a_visit_ends_after_half_an_hour(
    database: Database, browser: Browser, clock: Clock
) -> None:
    await seed(database, 1)
    await browser.enter()
    clock.seconds += LENGTH_S - 1
    assert (await browser.open("/suivi/ticket")).url.path == "/suivi/ticket"
    clock.seconds += 1
    assert (await browser.open("/suivi/ticket")).url.path == "/suivi"


async def test_leaving_closes_the_ticket_in_this_browser(
    database: Database, browser: Browser
) -> None:
    await seed(database, 1)
    await browser.enter()
    await browser.send("/suivi/leave")
    assert (await browser.open("/suivi/ticket")).url.path == "/suivi"


async def test_a_visit_is_worth_nothing_once_it_was_left(
    database: Database, browser: Browser, logged: io.StringIO
) -> None:
    await seed(database, 1)
    await browser.enter()
    form, copied = browser.hidden(ADD), browser.cookie
    for path in PAGES_OF_A_VISIT:
        assert (await browser.replay(copied, path)).url.path == path
    assert (await browser.replay(copied, "/suivi/leave", form)).status == 200
    before = await the_ticket(database)
    for path in PAGES_OF_A_VISIT:
        response = await browser.replay(copied, path)
        assert response.url.path == "/suivi"
        assert REFERENCE not in await response.text()
    everything = {**form, "text": "Voici", "sure": "yes", "solved": "yes", "rating": "5"}
    for path in FORMS_OF_A_VISIT:
        assert (await browser.replay(copied, path, everything)).status == 403
    assert await the_ticket(database) == before
    assert await written(database) == []
    assert [line["ticket"] for line in events(logged, "citizen.left")] == [1]
    assert {line["why"] for line in events(logged, "citizen.visit-refused")} == {"left"}
    assert not any(part in logged.getvalue() for part in copied.split(".")[2:])


async def test_of_a_visit_that_was_left_nothing_stands_once_it_would_be_over(
    database: Database, browser: Browser, clock: Clock
) -> None:
    await seed(database, 1)
    for _ in range(2):
        await browser.enter()
        await browser.send("/suivi/leave")
    async with database.reading() as session:
        assert len((await session.exec(select(EndedVisit))).all()) == 2
    clock.seconds += LENGTH_S
    await browser.enter()
    await browser.send("/suivi/leave")
    async with database.reading() as session:
        assert len((await session.exec(select(EndedVisit))).all()) == 1


async def test_another_visit_goes_on_when_one_is_left(database: Database, browser: Browser) -> None:
    await seed(database, 1)
    await browser.enter()
    other = browser.cookie
    await browser.enter()
    await browser.send("/suivi/leave")
    assert (await browser.replay(other, "/suivi/ticket")).url.path == "/suivi/ticket"


async def test_withdrawing_needs_a_confirmation(database: Database, browser: Browser) -> None:
    await seed(database, 1)
    await browser.enter()
    assert (await browser.send("/suivi/ticket/withdraw")).status == 400
    assert (await the_ticket(database)).state == "new"
    await browser.send("/suivi/ticket/withdraw", sure="yes")
    assert "Votre dossier est retiré." in browser.page
    assert (await the_ticket(database)).answer_type == "withdrawn"
    assert 'action="/suivi/ticket/add"' not in browser.page


async def test_a_settled_ticket_is_rated_and_reopened(database: Database, browser: Browser) -> None:
    await seed(database, 1)
    await change(database, state="resolved", settled_at=now())
    await browser.enter()
    await browser.send("/suivi/ticket/rate", solved="no", rating="2", text="Rien reçu.")
    assert "Merci, votre avis est noté." in browser.page
    await browser.send("/suivi/ticket/reopen", text="Toujours rien.")
    assert "Votre dossier est rouvert." in browser.page
    ticket = await the_ticket(database)
    assert (ticket.solved, ticket.rating, ticket.rating_words) == (False, 2, "Rien reçu.")
    assert (ticket.state, ticket.reopened) == ("open", 1)
    assert await written(database) == ["Toujours rien."]


@pytest.mark.parametrize("fields", [{"solved": "yes"}, {"rating": "5"}, {"solved": "x"}])
async def test_half_a_rating_is_refused(
    database: Database, browser: Browser, fields: dict[str, str]
) -> None:
    await seed(database, 1)
    await change(database, state="resolved", settled_at=now())
    await browser.enter()
    response = await browser.send("/suivi/ticket/rate", **fields)
    assert response.status == 400
    assert "Il manque quelque chose" in browser.page
    assert (await the_ticket(database)).rating is None


async def test_a_form_of_another_tab_that_comes_too_late_keeps_its_text(
    database: Database, browser: Browser
) -> None:
    await seed(database, 1)
    await change(database, state="closed", settled_at=now() - timedelta(days=1))
    await browser.enter()
    stale = browser.hidden("/suivi/ticket/reopen")
    await change(database, settled_at=now() - timedelta(days=31))
    response = await browser.client.post("/suivi/ticket/reopen", data={**stale, "text": "Si."})
    assert response.status == 409
    assert "ne peut plus être rouvert" in await response.text()


@pytest.mark.parametrize(
    ("lang", "dir", "received"),
    [
        ("ar", "rtl", "تم التوصل بالملف"),
        ("fr", "ltr", "Dossier reçu"),
        ("ary", "rtl", "وصلنا الدوسي"),
        ("ary-Latn", "ltr", "Weslna dossier"),
    ],
)
async def test_the_pages_speak_four_varieties(
    database: Database, browser: Browser, lang: str, dir: str, received: str
) -> None:
    await seed(database, 1)
    await browser.enter(lang=lang)
    assert f'<html lang="{lang}" dir="{dir}">' in browser.page
    assert received in browser.page


async def test_unless_asked_the_page_speaks_the_ticket_s_variety(
    database: Database, browser: Browser
) -> None:
    await seed(database, 1, lang="ary")
    await browser.enter()
    assert '<html lang="ary" dir="rtl">' in browser.page


async def test_the_door_speaks_the_browser_s_language(browser: Browser) -> None:
    await browser.open("/suivi", headers={"Accept-Language": "de, ar-MA;q=0.8"})
    assert '<html lang="ar" dir="rtl">' in browser.page


async def test_answers_are_shown_and_no_name(database: Database, browser: Browser) -> None:
    await seed(database, 1)
    async with database.writing() as session:
        member = Staff(username="omar", name="Omar Tazi", password_hash="-", service="Lyon")
        session.add(member)
        await session.flush()
        ticket = (await session.exec(select(Ticket))).one()
        ticket.assignee_id = member.id
        session.add(
            TicketMessage(
                ticket_id=ticket.id or 0,
                author="staff",
                staff_id=member.id,
                text="C'est <b>prêt</b>.",
                lang="fr",
            )
        )
    await browser.enter()
    assert "C&#39;est &lt;b&gt;prêt&lt;/b&gt;." in browser.page
    assert "un agent du ministère (<bdi>Lyon</bdi>)" in browser.page
    assert "Omar" not in browser.page


async def test_a_strange_language_is_not_repeated(database: Database, browser: Browser) -> None:
    await seed(database, 1)
    response = await browser.enter(lang="%22x%26done=add")
    assert urlsplit(str(response.url)).query == ""


async def test_a_text_and_its_files_are_added_and_listed_by_name(
    database: Database, browser: Browser
) -> None:
    [reference] = await seed(database, 1)
    await browser.enter()
    response = await browser.enclose(
        ("b.jpg", image_bytes()), ("a.pdf", scan()), ("c.ogg", OGG_VOICE), text="Voici."
    )
    assert (response.status, response.url.query["done"]) == (200, "add")
    assert "ajouté à votre dossier" in browser.page
    files = await enclosed(database)
    assert [file.name for file in files] == ["a.pdf", "b.jpg", "c.ogg"]
    assert {file.ticket_id for file in files} == {(await the_ticket(database)).id}
    assert all(f"<bdi>{file.name}</bdi>" in browser.page for file in files)
    assert (await written(database))[0] == "Voici."
    assert reference in browser.page


async def test_a_file_alone_is_enough_and_nothing_is_not(
    database: Database, browser: Browser
) -> None:
    await seed(database, 1)
    await browser.enter()
    assert (await browser.enclose()).status == 400
    assert "Rien n&#39;est écrit" in browser.page
    assert (await browser.enclose(("photo.png", image_bytes("PNG")))).status == 200
    assert [file.name for file in await enclosed(database)] == ["photo.png"]


async def test_a_form_sent_twice_encloses_once(database: Database, browser: Browser) -> None:
    await seed(database, 1)
    await browser.enter()
    form = browser.hidden(ADD)
    for _ in range(2):
        files = [("a.jpg", image_bytes()), ("b.jpg", image_bytes())]
        assert (await browser.enclose(*files, text="Voici.", form=form)).status == 200
    assert [file.name for file in await enclosed(database)] == ["a.jpg", "b.jpg"]
    assert (await written(database)).count("Voici.") == 1


async def test_a_refused_file_has_its_reason_and_the_rest_is_taken(
    database: Database, browser: Browser
) -> None:
    await seed(database, 1)
    await browser.enter()
    files = [("virus.exe", b"MZ" * 99), ("bon.jpg", image_bytes()), ("gros.pdf", b"x" * 11_000_000)]
    response = await browser.enclose(*files, text="Voici.")
    assert response.status == 422
    for told in ("virus.exe", "Je ne peux pas prendre", "gros.pdf", "trop lourd", "Le reste"):
        assert told in browser.page
    assert [file.name for file in await enclosed(database)] == ["bon.jpg"]
    assert "Voici." in await written(database)


async def test_where_the_only_file_is_refused_nothing_is_said_to_be_added(
    database: Database, browser: Browser
) -> None:
    await seed(database, 1)
    await browser.enter()
    assert (await browser.enclose(("rapport.docx", b"PK\3\4" + bytes(50)))).status == 422
    assert "rapport.docx" in browser.page
    assert "Le reste" not in browser.page
    assert (await enclosed(database), await written(database)) == ([], [])


async def test_ten_megabytes_and_five_files_are_the_most(
    database: Database, browser: Browser
) -> None:
    await seed(database, 1)
    await browser.enter()
    assert (await browser.enclose(("x.pdf", b"x" * (MAX_BYTES + 1)))).status == 422
    assert "trop lourd" in browser.page
    response = await browser.enclose(*[(f"{n}.jpg", image_bytes()) for n in range(1, 7)])
    assert response.status == 422
    assert [file.name for file in await enclosed(database)] == [f"{n}.jpg" for n in range(1, 6)]
    assert "6.jpg" in browser.page


async def test_a_text_too_long_is_kept_and_takes_no_file_along(
    database: Database, browser: Browser
) -> None:
    await seed(database, 1)
    await browser.enter()
    response = await browser.enclose(("a.jpg", image_bytes()), text="y" * 4001)
    assert response.status == 413
    assert "y" * 4001 in browser.page
    assert "choisissez-les de nouveau" in browser.page
    assert await enclosed(database) == []


async def test_files_that_came_after_the_visit_are_to_be_chosen_again(
    database: Database, browser: Browser, clock: Clock
) -> None:
    await seed(database, 1)
    await browser.enter()
    clock.seconds += LENGTH_S
    response = await browser.enclose(("a.jpg", image_bytes()), text="Un long récit.")
    assert response.status == 403
    assert "Un long récit." in browser.page
    assert "choisissez-les de nouveau" in browser.page
    assert await enclosed(database) == []


async def test_files_need_the_token_of_the_form(database: Database, browser: Browser) -> None:
    await seed(database, 1)
    await browser.enter()
    form = {**browser.hidden(ADD), "csrf": "x"}
    assert (await browser.enclose(("a.jpg", image_bytes()), form=form)).status == 403
    assert await enclosed(database) == []


async def test_a_settled_ticket_takes_no_file(database: Database, browser: Browser) -> None:
    await seed(database, 1)
    await browser.enter()
    form = browser.hidden(ADD)
    await change(database, state="closed", settled_at=now())
    assert (await browser.enclose(("a.jpg", image_bytes()), form=form)).status == 409
    assert "on ne peut plus le compléter" in browser.page
    assert await enclosed(database) == []


async def test_a_form_cut_off_in_the_middle_is_refused(
    database: Database, browser: Browser
) -> None:
    await seed(database, 1)
    await browser.enter()
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    body = b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nVoi'
    response = await browser.client.post(ADD, data=body, headers=headers)
    assert response.status == 400
    assert await written(database) == []


async def test_the_receipt_is_for_the_visit_of_its_ticket(
    database: Database, browser: Browser
) -> None:
    await seed(database, 1)
    outside = await browser.client.get(RECEIPT)
    assert outside.url.path == "/suivi"
    await browser.enter()
    assert f'href="{RECEIPT}"' in browser.page
    response = await browser.client.get(RECEIPT)
    assert (response.status, response.content_type) == (200, "application/pdf")
    assert response.headers["Cache-Control"] == "no-store"
    assert REFERENCE in response.headers["Content-Disposition"]
    assert (await response.read()).startswith(b"%PDF-")


async def test_the_receipt_of_a_visit_that_ran_out_is_not_given(
    database: Database, browser: Browser, clock: Clock
) -> None:
    await seed(database, 1)
    await browser.enter()
    clock.seconds += LENGTH_S
    assert (await browser.client.get(RECEIPT)).content_type == "text/html"


async def test_a_settled_ticket_tells_its_end_and_what_can_be_done(
    database: Database, browser: Browser
) -> None:
    await seed(database, 1)
    end = {"answer_type": "refused", "remedy": "mediator", "settled_at": now()}
    await change(database, state="closed", **end)
    await browser.enter()
    for told in ("demande refusée", "saisir le Médiateur", "Vous pouvez faire rouvrir"):
        assert told in browser.page
    await change(database, settled_at=now() - timedelta(days=31))
    await browser.open("/suivi/ticket")
    assert "Vous pouvez faire rouvrir" not in browser.page
    assert "ne peut plus être rouvert" in browser.page


async def test_an_open_ticket_tells_no_end(database: Database, browser: Browser) -> None:
    await seed(database, 1)
    await browser.enter()
    assert "Comment le dossier s" not in browser.page


async def merged(database: Database, *, same_person: bool) -> None:
    """The first ticket is merged into the second."""
    async with database.writing() as session:
        one, two = (await session.exec(select(Ticket).order_by(Ticket.id))).all()
        one.contact, two.contact = "a@example.org", "b@example.org"
        if same_person:
            two.contact = one.contact
        one.state, one.settled_at = "closed", now()
        one.answer_type, one.merged_into_id = "duplicate", two.id


async def test_a_merged_ticket_tells_its_person_where_it_goes_on(
    database: Database, browser: Browser
) -> None:
    _, other = await seed(database, 2)
    await merged(database, same_person=True)
    await browser.enter(lang="fr")
    assert other in browser.page
    assert "la suite vous sera donnée sous cette référence" in browser.page


async def test_a_merged_ticket_tells_nobody_of_another_person_s(
    database: Database, browser: Browser
) -> None:
    _, other = await seed(database, 2)
    await merged(database, same_person=False)
    await browser.enter(lang="fr")
    assert other not in browser.page
    assert "demandez à parler à une personne" in browser.page
    assert "/assistant" in browser.page
