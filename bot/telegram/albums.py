"""Albums: their parts come as messages of their own, and are answered once."""

from __future__ import annotations

from dataclasses import dataclass, field

from telegram import Message

_MOST_KEPT = 1000


@dataclass
class _Album:
    """The newest album of a chat, and what was said of its parts."""

    id: str
    told: set[str] = field(default_factory=set)


class Albums:
    """Which words were said of which album; kept in memory only."""

    def __init__(self) -> None:
        self._newest: dict[int, _Album] = {}

    def told(self, message: Message, key: str) -> bool:
        """Whether the same word was said of another part of the album: once is enough."""
        album = self._newest.get(message.chat_id)
        return bool(album and album.id == message.media_group_id and key in album.told)

    def note(self, message: Message, key: str) -> None:
        """Notes that the word was said."""
        if message.media_group_id is None:
            return
        album = self._newest.get(message.chat_id)
        if album is None or album.id != message.media_group_id:
            if len(self._newest) >= _MOST_KEPT:
                self._newest.clear()
            album = self._newest[message.chat_id] = _Album(message.media_group_id)
        album.told.add(key)
