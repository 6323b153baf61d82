"""Inline keyboards, checked as https://core.telegram.org/bots/api#inlinekeyboardmarkup says."""

from __future__ import annotations

from typing import Any

from tests.telegram_server.errors import bad_request

_BUTTON_KINDS = ("callback_data", "url", "web_app", "switch_inline_query", "copy_text", "pay")
_MOST_BUTTONS = 100


def inline_keyboard(markup: Any) -> dict[str, Any] | None:
    """The keyboard, None for an empty one; raises the refusal that Telegram gives."""
    if markup in (None, ""):
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    rows = markup.get("inline_keyboard")
    if rows is None:
        raise bad_request("this stand-in knows inline keyboards only")
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
