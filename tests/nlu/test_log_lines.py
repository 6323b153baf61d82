"""The lines of a log: one format, and of others' messages and of exceptions no words."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from nlu import log_lines

SECRET = "Zebulon, 0612345678"
log = structlog.get_logger("bot.of.a.test")


def lines(logged: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in logged.getvalue().splitlines()]


def only(logged: io.StringIO) -> dict[str, Any]:
    [line] = lines(logged)
    assert "Zebulon" not in logged.getvalue()
    return line


@pytest.fixture
def _rest_caught() -> Iterator[None]:
    before = sys.excepthook, sys.unraisablehook, threading.excepthook, warnings.showwarning
    log_lines.catch_the_rest()
    yield
    sys.excepthook, sys.unraisablehook, threading.excepthook, warnings.showwarning = before


def test_a_line_is_an_event_with_its_time_level_logger_and_fields(logged: io.StringIO) -> None:
    log.info("door.opened", count=3, word="été")
    line = only(logged)
    assert list(line) == ["timestamp", "level", "logger", "event", "count", "word"]
    assert line["timestamp"].endswith("Z")
    assert list(line.values())[1:] == ["info", "bot.of.a.test", "door.opened", 3, "été"]


def test_a_turn_stands_on_every_line_until_it_is_over(logged: io.StringIO) -> None:
    with log_lines.in_turn("web:1"):
        log.info("one")
        logging.getLogger("aiohttp.server").error("two")
    log.info("three")
    name = log_lines.turn_name("web:1")
    assert [line.get("turn") for line in lines(logged)] == [name, name, None]
    assert "web:1" not in logged.getvalue()  # the id would open what it began


async def test_turns_side_by_side_keep_their_own(logged: io.StringIO) -> None:
    async def take(turn_id: str) -> None:
        with log_lines.in_turn(turn_id):
            await asyncio.sleep(0)
            log.info(log_lines.turn_name(turn_id))

    await asyncio.gather(*(take(f"web:{number}") for number in range(5)))
    assert all(line["turn"] == line["event"] for line in lines(logged))


def test_a_value_cannot_write_lines(logged: io.StringIO) -> None:
    log.info("door.opened", word='\n{"event": "all.is.well"}')
    assert only(logged)["event"] == "door.opened"


def test_a_value_that_json_does_not_know_tells_what_it_is(logged: io.StringIO) -> None:
    log.info("door.opened", error=ValueError(SECRET))
    assert only(logged)["error"] == "ValueError"


def test_of_an_exception_stand_class_and_frames_but_no_words(logged: io.StringIO) -> None:
    try:
        try:
            {}[SECRET]
        except KeyError as error:
            raise ExceptionGroup(SECRET, [ValueError(SECRET)]) from error
    except ExceptionGroup:
        log.exception("door.stuck")
    told = only(logged)["exception"]
    names = ["builtins.ExceptionGroup", "builtins.ValueError", "builtins.KeyError"]
    assert [one["type"] for one in told] == names
    assert "test_log_lines.py" in told[0]["frames"][0]
    assert told[0]["frames"][0].endswith("test_of_an_exception_stand_class_and_frames_but_no_words")


def test_of_a_systems_error_stands_its_code(logged: io.StringIO) -> None:
    error = FileNotFoundError(2, SECRET, SECRET)
    log.error("door.stuck", exc_info=error)
    [told] = only(logged)["exception"]
    assert told == {"type": "builtins.FileNotFoundError", "code": "ENOENT", "frames": []}


def test_a_library_is_not_quoted_but_found(logged: io.StringIO) -> None:
    try:
        raise ValueError(SECRET)
    except ValueError:
        logging.getLogger("pypdf").exception(f"cannot read {SECRET}: %s", SECRET)
    line = only(logged)
    assert (line["event"], line["logger"], line["level"]) == ("library.said", "pypdf", "error")
    assert "test_log_lines.py" in line["at"]
    assert line["exception"][0]["type"] == "builtins.ValueError"


def test_a_library_that_logs_by_structlog_is_not_quoted_either(logged: io.StringIO) -> None:
    try:
        raise ValueError(SECRET)
    except ValueError:
        structlog.get_logger("rasa.core").exception("processor.parse", text=SECRET)
    line = only(logged)
    assert line["event"] == "library.said"
    assert line["exception"][0]["type"] == "builtins.ValueError"
    assert "text" not in line


def test_a_librarys_message_that_does_not_fit_its_values_is_not_quoted(
    logged: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    logging.getLogger("telegram").error("%d %d", SECRET)  # noqa: PLE1206 (as libraries do)
    assert only(logged)["event"] == "library.said"
    assert "Zebulon" not in capsys.readouterr().err


def test_a_silent_library_is_heard_when_it_is_critical_and_until_the_next_set_up() -> None:
    written = io.StringIO()
    log_lines.configure("DEBUG", "json", written, silent={"pypdf"})
    logging.getLogger("pypdf._reader").error(SECRET)
    assert not lines(written)
    logging.getLogger("pypdf._reader").critical(SECRET)
    log_lines.configure("DEBUG", "json", written)
    logging.getLogger("pypdf._reader").error(SECRET)
    assert [line["level"] for line in lines(written)] == ["critical", "error"]


def test_libraries_are_heard_from_warnings_on_ours_from_the_level_on() -> None:
    written = io.StringIO()
    log_lines.configure("DEBUG", "json", written)
    logging.getLogger("aiohttp.server").info(SECRET)
    logging.getLogger("bm25s").debug(SECRET)  # which gives itself the level DEBUG
    log.debug("ours")
    log_lines.configure("ERROR", "json", written)
    logging.getLogger("aiohttp.server").warning(SECRET)
    log.warning("not.heard")
    assert only(written)["event"] == "ours"


def test_a_console_line_is_for_people_and_quotes_as_little() -> None:
    written = io.StringIO()
    log_lines.configure("INFO", "console", written)
    log.error("door.stuck", count=3, exc_info=KeyError(SECRET))
    told = written.getvalue()
    assert "door.stuck" in told
    assert "count" in told
    assert "builtins.KeyError" in told
    assert "Zebulon" not in told
    assert not told.startswith("{")


async def test_what_asyncio_says_of_a_failed_callback_is_not_quoted(logged: io.StringIO) -> None:
    loop, over = asyncio.get_running_loop(), asyncio.Event()
    loop.call_soon(lambda _: 1 / 0, SECRET)
    loop.call_soon(over.set)
    await over.wait()
    line = only(logged)
    assert line["logger"] == "asyncio"
    assert line["exception"][0]["type"] == "builtins.ZeroDivisionError"


@pytest.mark.usefixtures("_rest_caught")
def test_what_python_prints_by_itself_is_a_line_too(logged: io.StringIO) -> None:
    warnings.warn(SECRET, stacklevel=1)
    sys.excepthook(ValueError, ValueError(SECRET), None)
    threading.excepthook(
        threading.ExceptHookArgs([ValueError, ValueError(SECRET), None, threading.current_thread()])
    )
    events = [line["event"] for line in lines(logged)]
    assert events == ["python.warned", "process.failed", "thread.failed"]
    assert lines(logged)[0]["category"] == "UserWarning"
    assert "Zebulon" not in logged.getvalue()
