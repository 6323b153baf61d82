"""Keyboards, checked as https://core.telegram.org/bots/api#inlinekeyboardmarkup and
https://core.telegram.org/bots/api#replykeyboardmarkup say."""

from __future__ import annotations

from typing import Any

from tests.telegram_server.errors import bad_request

_BUTTON_KINDS = ("callback_data", "url", "web_app", "switch_inline_query", "copy_text", "pay")
_MOST_BUTTONS = 100
_REQUESTS = ("request_contact", "request_location", "request_poll", "request_users", "web_app")
_LONGEST_PLACEHOLDER = 64


def inline_keyboard(markup: Any) -> dict[str, Any] | None:
    """The keyboard, None for an empty one; raises the refusal that Telegram gives."""
    if markup in (None, ""):
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    rows = markup.get("inline_keyboard")
    if rows is None:
        raise bad_request("inline keyboard expected")
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(
            "can't parse reply keyboard markup JSON object: "
            'Field "inline_keyboard" must be of type Array'
        )
    buttons = [button for row in rows for button in row]
    for button in buttons:
        _check(button)
    if len(buttons) > _MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    kept = [row for row in rows if row]
    return {"inline_keyboard": kept} if kept else None


def is_inline(markup: Any) -> bool:
    """Whether it is no keyboard of the chat; what is no keyboard at all is refused as inline."""
    return not (isinstance(markup, dict) and ("keyboard" in markup or "remove_keyboard" in markup))


def reply_keyboard(markup: Any, chat_type: str) -> list[dict[str, Any]]:
    """The buttons in place of the letters, top down; none where the markup removes them."""
    if "keyboard" not in markup:
        if markup["remove_keyboard"] is not True:
            raise bad_request('object expected as reply markup: "remove_keyboard" must be true')
        return []
    rows = markup["keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(
            'can\'t parse reply keyboard markup JSON object: Field "keyboard" must be of type Array'
        )
    if len(str(markup.get("input_field_placeholder", ""))) > _LONGEST_PLACEHOLDER:
        raise bad_request("input field placeholder is too long")
    buttons = [{"text": each} if isinstance(each, str) else each for row in rows for each in row]
    for button in buttons:
        _check_reply_button(button, chat_type)
    return buttons


def _check_reply_button(button: Any, chat_type: str) -> None:
    start = "can't parse keyboard button: "
    if not isinstance(button, dict):
        raise bad_request(f"{start}KeyboardButton must be an Object or a String")
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise bad_request(f'{start}Field "text" must be of type String')
    if sum(bool(button.get(kind)) for kind in _REQUESTS) > 1:
        raise bad_request(f"{start}only one of the optional fields must be used")
    if button.get("request_contact") and chat_type != "private":
        raise bad_request("phone number can be requested in private chats only")
    if button.get("request_location") and chat_type != "private":
        raise bad_request("location can be requested in private chats only")


def _check(button: Any) -> None:
    start = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise bad_request(f"{start}InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise bad_request(f'{start}Field "text" must be of type String')
    kinds = [kind for kind in _BUTTON_KINDS if kind in button]
    if not kinds:
        raise bad_request(f"{start}Text buttons are unallowed in the inline keyboard")
    if kinds[0] == "callback_data":
        data = button["callback_data"]
        if not isinstance(data, str) or not 1 <= len(data.encode()) <= 64:
            raise bad_request("BUTTON_DATA_INVALID")
