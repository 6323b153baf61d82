"""What must hold between what clients were acknowledged and what is stored. Pure.

Each function gives the breaches that it finds, in words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeVar

from tests.chaos.ledger import Ledger
from tests.chaos.stored import Stored

_Item = TypeVar("_Item")


def breaches(ledger: Ledger, stored: Stored) -> list[str]:
    """All breaches of all invariants; none if all is well."""
    checks = (
        nobody_was_refused,
        acknowledged_messages_are_stored,
        same_message_same_answer,
        confirmed_tickets_exist_once,
        no_ticket_was_opened_unasked,
        order_is_kept,
        acknowledged_files_are_whole,
        acknowledged_replies_are_stored_once,
        replies_are_shown_once,
        replies_are_shown_in_order,
    )
    return [breach for check in checks for breach in check(ledger, stored)]


def nobody_was_refused(ledger: Ledger, _stored: Stored) -> Iterator[str]:
    """A client that tries again gets its answer in the end, and no refusal on the way."""
    yield from (f"refused: {refusal}" for refusal in ledger.refused)


def acknowledged_messages_are_stored(ledger: Ledger, stored: Stored) -> Iterator[str]:
    """A message that was answered is stored with that answer."""
    answers = {(turn.conversation_id, turn.client_id): turn.answer for turn in stored.turns}
    for message in ledger.acknowledged():
        kept = answers.get((message.conversation_id, message.client_id))
        if kept is None:
            yield f"lost: message {message.client_id}"
        elif kept["replies"] != message.answers[0]["replies"]:
            yield f"stored with another answer: message {message.client_id}"


def same_message_same_answer(ledger: Ledger, stored: Stored) -> Iterator[str]:
    """Whoever sends a message again gets what they got before, and it ran once."""
    for message in ledger.acknowledged():
        if any(answer != message.answers[0] for answer in message.answers):
            yield f"another answer: message {message.client_id}"
    ran = Counter((turn.conversation_id, turn.client_id) for turn in stored.turns)
    yield from (f"ran {times} times: {key}" for key, times in ran.items() if times > 1)


def confirmed_tickets_exist_once(ledger: Ledger, stored: Stored) -> Iterator[str]:
    """A ticket whose reference was told exists, once, in the conversation that asked for it."""
    kept = Counter((ticket.reference, ticket.conversation_id) for ticket in stored.tickets)
    for reference, conversation_id in ledger.tickets().items():
        if (times := kept[reference, conversation_id]) != 1:
            yield f"{times} times there: ticket {reference}"


def no_ticket_was_opened_unasked(ledger: Ledger, stored: Stored) -> Iterator[str]:
    """Every ticket was opened by a message, and no message opened two."""
    sent = {message.client_id for message in ledger.messages}
    opened = Counter(ticket.opened_by for ticket in stored.tickets)
    for client_id, times in opened.items():
        if times > 1:
            yield f"{times} tickets by message {client_id}"
        if client_id not in sent:
            yield f"a ticket by message {client_id}, which nobody sent"


def order_is_kept(ledger: Ledger, stored: Stored) -> Iterator[str]:
    """The turns of a conversation stand in the order in which its citizen spoke."""
    sent, ran = defaultdict(list), defaultdict(list)
    for message in ledger.messages:
        sent[message.conversation_id].append(message.client_id)
    for turn in stored.turns:
        ran[turn.conversation_id].append(turn.client_id)
    for conversation_id, client_ids in sent.items():
        if not is_in_order(ran[conversation_id], client_ids):
            yield f"out of order: conversation {conversation_id}"


def acknowledged_files_are_whole(ledger: Ledger, stored: Stored) -> Iterator[str]:
    """A file that was acknowledged is there with all its bytes, under one id."""
    for file in ledger.files:
        if len(set(file.ids)) > 1:
            yield f"taken more than once: file {file.client_id}"
        yield from (f"not whole: file {one}" for one in set(file.ids) - stored.files)


def acknowledged_replies_are_stored_once(ledger: Ledger, stored: Stored) -> Iterator[str]:
    """A reply of staff that was acknowledged is on the ticket and on its way, once each."""
    written, pushed = Counter(stored.replies), Counter(stored.pushes)
    for reply in ledger.replies:
        times = written[reply.text], pushed[reply.conversation_id, reply.text]
        if times != (1, 1) and (reply.acknowledged or max(times) > 1):
            yield f"written and pushed {times} times: {reply.text}"


def replies_are_shown_once(ledger: Ledger, _stored: Stored) -> Iterator[str]:
    """Each reply that was acknowledged to staff is shown to the citizen, once."""
    for reply in ledger.replies:
        shown = ledger.shown[reply.conversation_id]
        times = sum(reply.text in push.text for push in shown)
        if times > 1 or (reply.acknowledged and times == 0):
            yield f"shown {times} times: {reply.text}"


def replies_are_shown_in_order(ledger: Ledger, stored: Stored) -> Iterator[str]:
    """What a citizen is shown comes in the order in which it was written."""
    for conversation_id, shown in ledger.shown.items():
        written = [text for owner, text in stored.pushes if owner == conversation_id]
        places = [
            next((place for place, text in enumerate(written) if text and text in push.text), None)
            for push in shown
        ]
        known = [place for place in places if place is not None]
        if known != sorted(known):
            yield f"shown out of order: conversation {conversation_id}"


def is_in_order(part: Sequence[_Item], whole: Sequence[_Item]) -> bool:
    """Whether the items of `part` stand in `whole` in that order."""
    rest = iter(whole)
    return all(item in rest for item in part)
