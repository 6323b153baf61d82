"""Builds what Telegram could send of any class of the library, as JSON, from its signature."""

from __future__ import annotations

import inspect
import types
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Union, get_args, get_origin, get_type_hints

import telegram
from telegram import Message, TelegramObject, Update

Json = dict[str, Any]

_DATE = 1_790_000_000
_DEEPEST = 6
# Named otherwise in JSON, since `from` is a word of Python.
_NAMES = {"from_user": "from"}
# The library wants these although its signatures do not say so.
_WANTED = {"persistent_id", "option_persistent_ids", "allows_revoting", "members_only"}


def field_types(kind: type[TelegramObject]) -> dict[str, Any]:
    """The type of each field, resolved."""
    names = {**vars(telegram), **vars(inspect.getmodule(kind)), "datetime": datetime}
    hints = get_type_hints(kind.__init__, names | {"dtm": __import__("datetime")})
    fields = inspect.signature(kind.__init__).parameters
    return {name: hints[name] for name in fields if name in hints and name != "api_kwargs"}


def build(kind: Any, *, depth: int = 0) -> Any:
    """The least JSON that the library reads as that type."""
    kind = _without_none(kind)
    origin = get_origin(kind)
    if inspect.isclass(origin) and issubclass(origin, Sequence):
        return [] if depth > _DEEPEST else [build(get_args(kind)[0], depth=depth + 1)]
    if inspect.isclass(kind) and issubclass(kind, TelegramObject):
        return _object(kind, depth)
    return _plain(kind)


def content_of_message() -> dict[str, Any]:
    """Each optional field of Message, by its name in JSON, with a value."""
    needed = {"message_id", "date", "chat", "from_user"}
    return {
        _NAMES.get(name, name): build(kind)
        for name, kind in field_types(Message).items()
        if name not in needed
    }


def kinds_of_update() -> dict[str, Any]:
    """Each kind of update, with a value."""
    return {name: build(kind) for name, kind in field_types(Update).items() if name != "update_id"}


def _object(kind: type[TelegramObject], depth: int) -> Json:
    parameters = inspect.signature(kind.__init__).parameters
    return {
        _NAMES.get(name, name): build(hint, depth=depth + 1)
        for name, hint in field_types(kind).items()
        if parameters[name].default is inspect.Parameter.empty or name in _WANTED
    }


def _without_none(kind: Any) -> Any:
    if get_origin(kind) in (Union, types.UnionType):
        return next(part for part in get_args(kind) if part is not type(None))
    return kind


def _plain(kind: Any) -> Any:
    if kind in (datetime, timedelta):
        return _DATE if kind is datetime else 60
    values = {bool: True, int: 1, float: 1.0, str: "x"}
    return values.get(kind, "x")
