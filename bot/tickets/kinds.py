"""What a ticket can be: its kind, its category, its state, and the moves between states."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Kind(StrEnum):
    """Why the citizen writes; `question` is a conversation handed to a person."""

    COMPLAINT = "complaint"
    SUGGESTION = "suggestion"
    QUESTION = "question"


class Category(StrEnum):
    """What a complaint is about, in the order in which the choices are shown and numbered."""

    CONSULAR = "consular"
    CUSTOMS = "customs"
    JUSTICE = "justice"
    SOCIAL_SECURITY = "social_security"
    LAND_HOUSING = "land_housing"
    EDUCATION = "education"
    PROGRAMMES = "programmes"
    ASSOCIATIONS = "associations"
    OTHER = "other"


class State(StrEnum):
    """Where a ticket stands."""

    NEW = "new"
    OPEN = "open"
    WAITING_CITIZEN = "waiting_citizen"
    WAITING_THIRD_PARTY = "waiting_third_party"
    RESOLVED = "resolved"
    CLOSED = "closed"


class Priority(StrEnum):
    """How soon a ticket wants to be looked at."""

    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


class AnswerType(StrEnum):
    """What a ticket was settled with."""

    GRANTED = "granted"
    PARTLY_GRANTED = "partly_granted"
    REFUSED = "refused"
    EXPLAINED = "explained"
    FORWARDED = "forwarded"
    NOT_COMPETENT = "not_competent"
    WITHDRAWN = "withdrawn"
    DUPLICATE = "duplicate"
    UNREACHABLE = "unreachable"
    ABUSE = "abuse"


class Remedy(StrEnum):
    """Where a citizen turns next who is not content with the answer."""

    NONE = "none"
    REOPEN = "reopen"
    MEDIATOR = "mediator"
    COURT = "court"
    COMPETENT_BODY = "competent_body"


_WAITING = frozenset({State.WAITING_CITIZEN, State.WAITING_THIRD_PARTY})
SETTLED = frozenset({State.RESOLVED, State.CLOSED})

TRANSITIONS: Mapping[State, frozenset[State]] = MappingProxyType(
    {
        State.NEW: frozenset({State.OPEN, State.CLOSED}),
        State.OPEN: _WAITING | SETTLED,
        State.WAITING_CITIZEN: SETTLED | {State.OPEN},
        State.WAITING_THIRD_PARTY: SETTLED | {State.OPEN},
        State.RESOLVED: frozenset({State.CLOSED, State.OPEN}),
        State.CLOSED: frozenset({State.OPEN}),
    }
)
"""The one table of moves.

    new ----> open <----> waiting_citizen | waiting_third_party
     |         |                    |
     |         +----> resolved <----+
     |         |          |         |
     +---------+----> closed <------+        resolved, closed ----> open (reopened)

`new -> closed` is for what needs no handling: a duplicate, an abuse, a ticket its author withdrew.
`new -> resolved` does not exist: what was answered was first taken up, so that the moment of
acknowledgement is always known. The wait for a citizen turns into the wait for a third party, or
back, by way of `open`.
"""


def moves_by_hand(origin: State) -> frozenset[State]:
    """The moves that need no more than a click.

    Settling needs an answer type, a reason and a remedy, and reopening a reason; what is resolved
    is closed without further words.
    """
    if origin in SETTLED:
        return TRANSITIONS[origin] & SETTLED
    return TRANSITIONS[origin] - SETTLED


def may_move(origin: State, target: State) -> bool:
    """Whether a ticket may go from one state to the other; staying where it is, is no move."""
    return target in TRANSITIONS[origin]
