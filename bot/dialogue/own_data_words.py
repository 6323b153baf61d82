"""What is held and what was deleted, line by line, in the words of one variety. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.dialogue.own_data import Held
from bot.office import OFFICE, office_day
from bot.replies.dates import date_words
from bot.replies.render import Renderer
from bot.replies.said import listed
from bot.storage.models import Deletion
from nlu.text.variety import Variety

_COUNTED = ("messages", "notices", "opinions", "files")
_ONCE = ("unfinished", "subscription")


class OwnDataWords:
    """Words of one variety, for a conversation of one channel."""

    def __init__(self, renderer: Renderer, lang: Variety, channel: str, turn_days: int) -> None:
        self._renderer = renderer
        self._lang = lang
        self._channel = channel
        self._turn_days = turn_days

    def shown(self, held: Held) -> str:
        """What is held."""
        if not (held.anything or held.tickets):
            return self._words("own-data-nothing")
        return "\n".join([self._words(f"own-data-lead-{self._channel}"), *self._held(held)])

    def question(self, held: Held) -> str:
        """What a deletion would delete, what would stay, and whether to."""
        lines = [self._words("forget-lead"), *self._deleted(held.counted)]
        return "\n".join([*lines, *self._stays(held.tickets), self._words("forget-sure")])

    def receipt(self, deletion: Deletion, tickets: Sequence[str] = ()) -> str:
        """What was deleted, when, what stays. Without `tickets`, holds nothing of a person."""
        at = deletion.created_at
        done = self._words(
            "forget-done",
            date=date_words(office_day(at).isoformat(), self._lang),
            time=f"{at.astimezone(OFFICE):%H:%M}",
        )
        stays = self._stays(tickets) if tickets else self._stays_counted(deletion)
        until = date_words(office_day(deletion.backups_until).isoformat(), self._lang)
        lines = [done, *self._deleted(deletion.deleted), *stays]
        lines.append(self._words("forget-backups", date=until))
        lines.append(self._words("forget-number", id=deletion.id))
        return "\n".join(lines)

    def _held(self, held: Held) -> Iterator[str]:
        counts = dict(held.counted)
        if messages := counts.pop("messages", 0):
            yield self._words("own-data-messages", count=messages, days=self._turn_days)
        yield from self._deleted(counts)
        if held.tickets:
            yield self._words("own-data-tickets", references=listed(held.tickets, self._lang))
            yield self._words("own-data-longer")

    def _deleted(self, counts: Mapping[str, int]) -> Iterator[str]:
        for name in _COUNTED:
            if count := counts.get(name):
                yield self._words(f"forget-{name}", count=count)
        for name in _ONCE:
            if name in counts:
                yield self._words(f"own-data-{name}")
        if "link" in counts:
            yield self._words(f"own-data-link-{self._channel}")

    def _stays(self, tickets: Sequence[str]) -> Iterator[str]:
        if tickets:
            references = listed(tickets, self._lang)
            yield self._words(f"forget-stays-{self._channel}", references=references)

    def _stays_counted(self, deletion: Deletion) -> Iterator[str]:
        if deletion.tickets_kept:
            yield self._words("forget-stays-counted", count=deletion.tickets_kept)

    def _words(self, key: str, **values: str | int) -> str:
        return self._renderer.words(self._lang, key, **values)
