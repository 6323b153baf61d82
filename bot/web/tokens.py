"""The conversation's bearer token: its id, signed. Nothing about it is stored."""

from __future__ import annotations

import hashlib
import hmac
from base64 import urlsafe_b64encode

import structlog

from bot.errors import UnknownConversation

log = structlog.get_logger(__name__)

_SEPARATOR = "."


class Tokens:
    """Issues and reads tokens under one key that all processes share."""

    def __init__(self, key: str) -> None:
        self._key = key.encode()

    def issue(self, conversation_id: str) -> str:
        """The token of a conversation; always the same one."""
        return f"{conversation_id}{_SEPARATOR}{self._signature(conversation_id)}"

    def conversation_id(self, token: str) -> str:
        """The conversation of a token; raises UnknownConversation for any other string."""
        conversation_id, _, signature = token.rpartition(_SEPARATOR)
        expected = self._signature(conversation_id)
        if not hmac.compare_digest(signature.encode(errors="replace"), expected.encode()):
            if token:  # a browser that comes for the first time has none
                log.warning("citizen.token-refused")
            raise UnknownConversation
        return conversation_id

    def _signature(self, conversation_id: str) -> str:
        named = conversation_id.encode(errors="replace")
        digest = hmac.new(self._key, named, hashlib.sha256).digest()
        return urlsafe_b64encode(digest).rstrip(b"=").decode()
