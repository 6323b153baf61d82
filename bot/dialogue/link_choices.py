"""The choices under the question whether to link: answered outside of the turns. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast, get_args

from bot.dialogue.linking import Answer
from bot.replies.said import Reply
from bot.storage.models import Choice

PREFIX = "link"


def link_choices(reply: Reply, conversation_id: str, turn_id: str) -> Sequence[Choice]:
    """The choices as shown. Their payloads name the link: none of them is kept, and each is worth
    something only as long as the link is asked about."""
    return [
        Choice(
            payload=f"{PREFIX}:{option.pick.values['answer']}:{option.pick.values['link']}",
            conversation_id=conversation_id,
            turn_id=turn_id,
            rank=rank,
            title=option.title,
            pick=option.pick.as_json(),
        )
        for rank, option in enumerate(reply.options, start=1)
    ]


def read_payload(payload: str) -> tuple[Answer, str] | None:
    """The answer, and the link it is about; None for what is no such choice."""
    prefix, _, rest = payload.partition(":")
    answer, _, link_id = rest.partition(":")
    if prefix != PREFIX or answer not in get_args(Answer) or not link_id:
        return None
    return cast("Answer", answer), link_id
