"""A real clamd looks at each file; without its word no file is said to be clean."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import uvloop
from prometheus_client import REGISTRY

from bot.errors import FileInfected, FilesUnavailable
from bot.files.checking import MAX_BYTES, check
from bot.files.scanning import Clamd
from tests.bot.files.samples import OGG_VOICE, image_bytes, infected, scan
from tests.clamd import EICAR, SIGNATURE, Addresses, running_clamd

INFECTED = infected()


@pytest.fixture(params=["unix", "tcp"])
def scanner(request: pytest.FixtureRequest, clamd_addresses: Addresses) -> Clamd:
    return Clamd(getattr(clamd_addresses, request.param))


@pytest.fixture(scope="module")
def strict_scanner(clamd_addresses: Addresses) -> Iterator[Clamd]:
    """Its clamd takes files of up to a megabyte."""
    del clamd_addresses  # asked for because it skips where there is no clamd
    with (
        TemporaryDirectory(prefix="jisr-clamd-") as folder,
        running_clamd(Path(folder), stream_max="1M") as addresses,
    ):
        yield Clamd(addresses.unix)


def scans(outcome: str) -> float:
    return REGISTRY.get_sample_value("jisr_file_scans_total", {"outcome": outcome}) or 0.0


@pytest.mark.parametrize(
    "data",
    [image_bytes(), image_bytes("PNG"), scan(), OGG_VOICE, b"", bytes(MAX_BYTES)],
    ids=["jpeg", "png", "pdf", "voice", "empty", "10-mb"],
)
async def test_a_clean_file_passes(scanner: Clamd, data: bytes) -> None:
    before = scans("clean")
    await scanner.require_clean(data)
    assert scans("clean") == before + 1


@pytest.mark.parametrize("name", INFECTED)
async def test_what_is_known_is_found_where_no_check_would_mind(scanner: Clamd, name: str) -> None:
    assert check(INFECTED[name])
    before = scans("infected")
    with pytest.raises(FileInfected):
        await scanner.require_clean(INFECTED[name])
    assert scans("infected") == before + 1


async def test_the_log_has_the_signature_and_nothing_of_the_file(
    scanner: Clamd, logged: io.StringIO
) -> None:
    with pytest.raises(FileInfected):
        await scanner.require_clean(OGG_VOICE + EICAR)
    [line] = [json.loads(line) for line in logged.getvalue().splitlines() if "infected" in line]
    assert (line["event"], line["level"]) == ("file.infected", "warning")
    assert line["signature"] == f"{SIGNATURE}.UNOFFICIAL"


async def test_many_files_at_once_get_each_its_own_answer(scanner: Clamd) -> None:
    files = [image_bytes(), OGG_VOICE + EICAR] * 10
    answers = await asyncio.gather(*map(scanner.require_clean, files), return_exceptions=True)
    assert [type(answer) for answer in answers] == [type(None), FileInfected] * 10


async def test_a_file_too_large_for_clamd_is_not_taken(
    strict_scanner: Clamd, logged: io.StringIO
) -> None:
    await strict_scanner.require_clean(OGG_VOICE)
    with pytest.raises(FilesUnavailable):
        await strict_scanner.require_clean(bytes(MAX_BYTES))
    assert "INSTREAM size limit exceeded" in logged.getvalue()


def test_the_product_s_event_loop_gets_the_same_answers(
    strict_scanner: Clamd, logged: io.StringIO
) -> None:
    uvloop.run(strict_scanner.require_clean(OGG_VOICE))
    with pytest.raises(FileInfected):
        uvloop.run(strict_scanner.require_clean(OGG_VOICE + EICAR))
    with pytest.raises(FilesUnavailable):
        uvloop.run(strict_scanner.require_clean(bytes(MAX_BYTES)))
    assert "INSTREAM size limit exceeded" in logged.getvalue()


@asynccontextmanager
async def answering(answer: bytes | None, folder: Path) -> AsyncIterator[Clamd]:
    """A stand-in that reads the command and gives this answer, whatever the file is; None: none."""
    hung = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\0")
        if answer is None:
            await hung.wait()
        writer.write(answer or b"")
        writer.close()

    server = await asyncio.start_unix_server(serve, folder / "ctl")
    yield Clamd(f"unix:{folder}/ctl", timeout_s=10.0 if answer is not None else 0.05)
    hung.set()
    server.close()


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"stream: OK",
        b"xstream: OK\0",
        b"stream: OK FOUND ERROR\0",
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b"stream: Can't allocate memory ERROR\0",
        b"INSTREAM size limit exceeded. ERROR\0",
        b"UNKNOWN COMMAND\0",
        b"\xff\xfe\0",
        bytes(1),
        b"x" * 200_000,
    ],
    ids=repr,
)
async def test_what_is_no_verdict_lets_no_file_pass(
    tmp_path: Path, logged: io.StringIO, answer: bytes
) -> None:
    before = scans("failed")
    async with answering(answer, tmp_path) as scanner:
        with pytest.raises(FilesUnavailable) as refused:
            await scanner.require_clean(OGG_VOICE)
    assert int(refused.value.fields["seconds"]) > 0
    assert scans("failed") == before + 1
    [line] = [json.loads(line) for line in logged.getvalue().splitlines() if "scanner" in line]
    assert (line["event"], line["level"]) == ("scanner.failed", "error")
    assert len(line["reason"]) <= 200


@pytest.mark.parametrize("data", [OGG_VOICE, bytes(MAX_BYTES)], ids=["small", "10-mb"])
async def test_a_scanner_that_hangs_is_not_waited_for(
    tmp_path: Path, logged: io.StringIO, data: bytes
) -> None:
    async with answering(None, tmp_path) as scanner:
        with pytest.raises(FilesUnavailable):
            await scanner.require_clean(data)
    assert "TimeoutError" in logged.getvalue()


@pytest.mark.parametrize("address", ["unix:/nowhere/clamd.ctl", "tcp://127.0.0.1:1"])
async def test_a_scanner_that_is_gone_lets_no_file_pass(address: str) -> None:
    with pytest.raises(FilesUnavailable):
        await Clamd(address).require_clean(OGG_VOICE)
