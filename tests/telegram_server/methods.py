"""The methods of the Bot API that the stand-in knows. What it does not know it refuses (404)."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any

from tests.telegram_server.entities import parse_html, units
from tests.telegram_server.errors import ApiError, bad_request
from tests.telegram_server.markup import inline_keyboard, is_inline, reply_keyboard
from tests.telegram_server.store import BOT, Json, Store
from tests.telegram_server.updates import Updates

_MAX_UNITS = 4096
_MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_ACTIONS = {"typing", "upload_photo", "record_voice", "upload_voice", "upload_document"}
_SCOPES = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
_MOST_DESCRIBED = 512
_MOST_SHORTLY_DESCRIBED = 120
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")

Method = Callable[[Json], Awaitable[Any]]


class Methods:
    """`call(name, parameters)` does what Telegram would, or raises ApiError."""

    def __init__(self, store: Store, updates: Updates) -> None:
        self._store = store
        self._table: dict[str, Method] = {
            "getme": self._get_me,
            "getupdates": updates.get_updates,
            "setwebhook": updates.set_webhook,
            "deletewebhook": updates.delete_webhook,
            "getwebhookinfo": updates.webhook_info,
            "sendmessage": self._send_message,
            "editmessagetext": self._edit_text,
            "editmessagereplymarkup": self._edit_markup,
            "answercallbackquery": self._answer_callback_query,
            "sendchataction": self._send_chat_action,
            "setmycommands": self._set_my_commands,
            "getmycommands": self._get_my_commands,
            "setmydescription": self._set_my_description,
            "setmyshortdescription": self._set_my_short_description,
            "leavechat": self._leave_chat,
            "getfile": self._get_file,
        }

    async def call(self, name: str, parameters: Json) -> Any:
        method = self._table.get(name.lower())  # the Bot API does not mind the case
        if method is None:
            raise ApiError(404, "Not Found")
        return await method(parameters)

    async def _get_me(self, _parameters: Json) -> Json:
        return BOT

    async def _send_message(self, parameters: Json) -> Json:
        chat = self._store.chat(parameters.get("chat_id"))
        content = _text_content(parameters, "message is too long")
        markup = parameters.get("reply_markup")
        keyboard = inline_keyboard(markup) if is_inline(markup) else None
        if not is_inline(markup):
            chat.reply_buttons = reply_keyboard(markup, chat.body["type"])
        message = self._store.add_bot_message(chat, {**content, **_markup(keyboard)})
        await self._store.changed()
        return message

    async def _edit_text(self, parameters: Json) -> Json:
        message = self._message(parameters)
        content = _text_content(parameters, "MESSAGE_TOO_LONG")
        keyboard = inline_keyboard(parameters.get("reply_markup"))
        return await self._replace(message, {"entities": [], **content}, keyboard)

    async def _edit_markup(self, parameters: Json) -> Json:
        keyboard = inline_keyboard(parameters.get("reply_markup"))
        return await self._replace(self._message(parameters), {}, keyboard)

    def _message(self, parameters: Json) -> Json:
        chat = self._store.chat(parameters.get("chat_id"))
        if not parameters.get("message_id"):
            raise bad_request("message identifier is not specified")
        return self._store.bot_message(chat, parameters["message_id"])

    async def _replace(self, message: Json, content: Json, keyboard: Json | None) -> Json:
        before = {**message, "entities": message.get("entities", [])}
        after = {key: value for key, value in before.items() if key != "reply_markup"}
        after |= {**content, **_markup(keyboard)}
        if after == before:
            raise bad_request(_NOT_MODIFIED)
        message.clear()
        message.update(after)
        await self._store.changed()
        return message

    async def _answer_callback_query(self, parameters: Json) -> bool:
        if units(str(parameters.get("text", ""))) > 200:
            raise bad_request("MESSAGE_TOO_LONG")
        self._store.answer_query(parameters.get("callback_query_id"))
        self._store.answered_queries.append(parameters)
        await self._store.changed()
        return True

    async def _send_chat_action(self, parameters: Json) -> bool:
        self._store.chat(parameters.get("chat_id"))
        if parameters.get("action") not in _ACTIONS:
            raise bad_request("wrong parameter action in request")
        self._store.actions.append(parameters)
        await self._store.changed()
        return True

    async def _leave_chat(self, parameters: Json) -> bool:
        chat = self._store.chat(parameters.get("chat_id"))
        if chat.body["type"] == "private":
            raise bad_request("chat member status can't be changed in private chats")
        chat.left = True
        await self._store.changed()
        return True

    async def _set_my_commands(self, parameters: Json) -> bool:
        commands = parameters.get("commands")
        if not isinstance(commands, list):
            raise bad_request("can't parse commands: expected an Array of BotCommand")
        if len(commands) > 100:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            if not _COMMAND.fullmatch(str(command.get("command", ""))):
                raise bad_request("BOT_COMMAND_INVALID")
            if not 1 <= len(str(command.get("description", ""))) <= 256:
                raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        self._store.commands[_scope(parameters), _language(parameters)] = commands
        await self._store.changed()
        return True

    async def _get_my_commands(self, parameters: Json) -> list[Json]:
        return self._store.commands.get((_scope(parameters), _language(parameters)), [])

    async def _set_my_description(self, parameters: Json) -> bool:
        return await self._describe("description", parameters, _MOST_DESCRIBED)

    async def _set_my_short_description(self, parameters: Json) -> bool:
        return await self._describe("short_description", parameters, _MOST_SHORTLY_DESCRIBED)

    async def _describe(self, kind: str, parameters: Json, limit: int) -> bool:
        text = str(parameters.get(kind) or "")
        if len(text) > limit:
            raise bad_request(f"{kind.replace('_', ' ')} is too long")
        self._store.descriptions[kind, _language(parameters)] = text
        await self._store.changed()
        return True

    async def _get_file(self, parameters: Json) -> Json:
        file_id = str(parameters.get("file_id") or "")
        if not file_id:
            raise bad_request("file_id not specified")
        if file_id not in self._store.files:
            raise bad_request("invalid file_id")
        if len(self._store.files[file_id]) > _MAX_DOWNLOAD_BYTES:
            raise bad_request("file is too big")
        return {
            "file_id": file_id,
            "file_unique_id": f"unique-{file_id}",
            "file_size": len(self._store.files[file_id]),
            "file_path": f"documents/{file_id}",
        }


def _scope(parameters: Json) -> str:
    scope = parameters.get("scope") or {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in _SCOPES:
        raise bad_request("can't parse BotCommandScope")
    return str(scope["type"])


def _language(parameters: Json) -> str:
    language = str(parameters.get("language_code") or "")
    if language and not re.fullmatch("[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    return language


def _text_content(parameters: Json, too_long: str) -> Json:
    source = parameters.get("text")
    if source is None or not str(source).strip():
        raise bad_request("message text is empty")
    mode = str(parameters.get("parse_mode") or "").lower()
    if mode not in {"", "html"}:
        raise bad_request(f"this stand-in does not know parse_mode {mode}")
    text, entities = parse_html(str(source)) if mode else (str(source).strip(), [])
    if not text:
        raise bad_request("message text is empty")
    if units(text) > _MAX_UNITS:
        raise bad_request(too_long)
    content: Json = {"text": text, "entities": entities}
    if options := parameters.get("link_preview_options"):
        content["link_preview_options"] = options
    return content


def _markup(keyboard: Json | None) -> Json:
    return {"reply_markup": keyboard} if keyboard else {}
