"""The lines of a log, alike in the application and in Rasa's process, without what citizens wrote.

Ours are events with fields. Libraries put whatever they work on into their messages: of theirs
stands only who said it, and where in their source. Of an exception stands its class, the code
that its system gave it, and the frames; never its message, which may quote a value.

Standard library and structlog only, for Python 3.10 (Rasa's) and newer.
"""

from __future__ import annotations

import errno
import hashlib
import json
import logging
import sys
import threading
import traceback
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping, MutableMapping
from contextlib import AbstractContextManager
from pathlib import PurePath
from types import TracebackType
from typing import Any, Literal, TextIO

import structlog

Form = Literal["auto", "json", "console"]
Line = MutableMapping[str, Any]

_OURS = frozenset({"actions", "bot", "jisr", "knowledge", "nlu"})
_FIRST = ("timestamp", "level", "logger", "event", "turn")
_LAST_FRAMES = -12
_PATH_PARTS = 3
_TURN_NAME_CHARS = 32
_NAME = "jisr"

_STAMPED: tuple[structlog.typing.Processor, ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)


def configure(
    level: str,
    form: Form = "auto",
    stream: TextIO | None = None,
    silent: Collection[str] = (),
) -> None:
    """Writes the lines of this process to standard error, ours from `level` on.

    Libraries are heard from WARNING on, whatever the level: below, they log what they work on.
    Those named in `silent` are heard from CRITICAL on.
    """
    stream = stream or sys.stderr
    handler = logging.StreamHandler(stream)
    handler.name = _NAME
    handler.setFormatter(_Formatter(_renderers(form, stream)))
    handler.addFilter(_heard(frozenset(silent)))
    root = logging.getLogger()
    for former in [one for one in root.handlers if one.name == _NAME]:
        root.removeHandler(former)
    root.addHandler(handler)
    root.setLevel(max(logging.WARNING, logging.getLevelName(level)))
    for name in _OURS:
        logging.getLogger(name).setLevel(level)
    logging.raiseExceptions = False  # a line that cannot be written would be quoted
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_STAMPED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def catch_the_rest() -> None:
    """Has what Python would print by itself, with messages and values, stand in lines as well."""
    sys.excepthook = _process_failed
    sys.unraisablehook = _unraisable
    threading.excepthook = _thread_failed
    warnings.showwarning = _warned


def in_turn(turn_id: str) -> AbstractContextManager[None]:
    """Has every line that is logged in the block say which turn it belongs to."""
    return structlog.contextvars.bound_contextvars(turn=turn_name(turn_id))


def turn_name(turn_id: str) -> str:
    """What a turn is called in a log: who holds its id holds the conversation that it began."""
    return hashlib.sha256(turn_id.encode()).hexdigest()[:_TURN_NAME_CHARS] if turn_id else ""


class _Formatter(structlog.stdlib.ProcessorFormatter):
    def __init__(self, processors: tuple[structlog.typing.Processor, ...]) -> None:
        super().__init__(processors=processors, foreign_pre_chain=(*_STAMPED, _add_place))

    def format(self, record: logging.LogRecord) -> str:
        return super().format(record if _is_ours(record) else _unquoted(record))


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name.partition(".")[0] in _OURS


def _heard(silent: frozenset[str]) -> Callable[[logging.LogRecord], bool]:
    """Which records are written: some libraries give themselves a level of their own."""

    def is_heard(record: logging.LogRecord) -> bool:
        if _is_ours(record):
            return True
        quiet = record.name.partition(".")[0] in silent
        return record.levelno >= (logging.CRITICAL if quiet else logging.WARNING)

    return is_heard


def _unquoted(record: logging.LogRecord) -> logging.LogRecord:
    """The record of a library without what it says; Rasa says it by structlog, in a mapping."""
    said = record.msg if isinstance(record.msg, Mapping) else {}
    return logging.LogRecord(
        record.name,
        record.levelno,
        record.pathname,
        record.lineno,
        "library.said",
        (),
        said.get("exc_info") or record.exc_info,
        record.funcName,
    )


def _renderers(form: Form, stream: TextIO) -> tuple[structlog.typing.Processor, ...]:
    console = form == "console" or (form == "auto" and stream.isatty())
    closing: tuple[structlog.typing.Processor, ...] = (
        (_exception_as_text, structlog.dev.ConsoleRenderer(colors=stream.isatty()))
        if console
        else (_in_order, structlog.processors.JSONRenderer(serializer=_json))
    )
    remove = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    return (remove, _exception_without_message, *closing)


def _add_place(_logger: Any, _method: str, line: Line) -> Line:
    record = line["_record"]
    line["at"] = _place(record.pathname, record.lineno, record.funcName)
    return line


def _exception_without_message(_logger: Any, _method: str, line: Line) -> Line:
    line.pop("stack_info", None)
    if error := _error(line.pop("exc_info", None)):
        line["exception"] = [_told(one) for one in _chain(error)]
    return line


def _error(given: Any) -> BaseException | None:
    if isinstance(given, tuple):
        return given[1] if isinstance(given[1], BaseException) else None
    if isinstance(given, BaseException):
        return given
    return sys.exc_info()[1] if given else None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The exception, those that it groups, and what it came from, the last first."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        one = waiting.pop(0)
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += getattr(one, "exceptions", ())
        waiting.append(one.__cause__ or (None if one.__suppress_context__ else one.__context__))


def _told(error: BaseException) -> dict[str, Any]:
    told: dict[str, Any] = {"type": f"{type(error).__module__}.{type(error).__qualname__}"}
    if code := _code(error):
        told["code"] = code
    frames = traceback.extract_tb(error.__traceback__, limit=_LAST_FRAMES)
    told["frames"] = [_place(one.filename, one.lineno, one.name) for one in frames]
    return told


def _code(error: BaseException) -> str | None:
    """What the operating system, SQLite or PostgreSQL calls it."""
    if isinstance(error, OSError) and error.errno:
        return errno.errorcode.get(error.errno)
    return getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None)


def _place(path: str, number: int | None, function: str | None = None) -> str:
    place = f"{'/'.join(PurePath(path).parts[-_PATH_PARTS:])}:{number}"
    return f"{place} {function}" if function else place


def _exception_as_text(_logger: Any, _method: str, line: Line) -> Line:
    if told := line.pop("exception", None):
        line["exception"] = "\n".join(
            "\n    ".join([f"{one['type']} {one.get('code', '')}", *one["frames"]]) for one in told
        )
    return line


def _in_order(_logger: Any, _method: str, line: Line) -> Line:
    first = {name: line[name] for name in _FIRST if name in line}
    return {**first, **line}


def _json(line: Line, **_: Any) -> str:
    return json.dumps(line, ensure_ascii=False, default=_kind)


def _kind(value: object) -> str:
    """Of a value that JSON does not know, what it is; how it prints may quote anything."""
    return type(value).__name__


def _log() -> Any:
    return structlog.get_logger("jisr")


def _process_failed(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    _log().critical("process.failed", exc_info=error)


def _unraisable(failed: Any) -> None:
    _log().error("cleanup.failed", exc_info=failed.exc_value)


def _thread_failed(failed: threading.ExceptHookArgs) -> None:
    _log().error("thread.failed", exc_info=failed.exc_value)


def _warned(
    message: Warning | str,  # noqa: ARG001 (Python's signature)
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,  # noqa: ARG001
    line: str | None = None,  # noqa: ARG001
) -> None:
    _log().warning("python.warned", category=category.__name__, at=_place(filename, lineno))
