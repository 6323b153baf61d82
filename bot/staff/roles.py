"""What each role may do, as one table. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """What a member of staff is at the desk; each may do what the one before may."""

    AGENT = "agent"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"


class Permission(StrEnum):
    """Something that not everybody may do."""

    HANDLE_TICKETS = "handle_tickets"
    ASSIGN_OTHERS = "assign_others"
    SEE_WORKLOAD = "see_workload"
    OPEN_WALLED = "open_walled"  # a ticket about the reader's own service
    MANAGE_ACCOUNTS = "manage_accounts"
    MANAGE_CLOSED_DAYS = "manage_closed_days"
    REVIEW_TURNS = "review_turns"
    CONFIRM_FACTS = "confirm_facts"
    SEE_DASHBOARD = "see_dashboard"
    EXPORT = "export"
    ANNOUNCE = "announce"
    ASK_RELEASE = "ask_release"  # of what is masked, or of much at once
    APPROVE_RELEASE = "approve_release"
    SEE_RETENTION = "see_retention"
    RUN_RETENTION = "run_retention"


_EVERYBODY = frozenset(Role)
_SUPERVISORS = frozenset({Role.SUPERVISOR, Role.ADMIN})
_ADMINISTRATORS = frozenset({Role.ADMIN})

MAY: Mapping[Permission, frozenset[Role]] = MappingProxyType(
    {
        Permission.HANDLE_TICKETS: _EVERYBODY,
        Permission.ASSIGN_OTHERS: _SUPERVISORS,
        Permission.SEE_WORKLOAD: _SUPERVISORS,
        Permission.OPEN_WALLED: _SUPERVISORS,
        Permission.MANAGE_ACCOUNTS: _ADMINISTRATORS,
        Permission.MANAGE_CLOSED_DAYS: _SUPERVISORS,
        Permission.REVIEW_TURNS: _EVERYBODY,
        Permission.CONFIRM_FACTS: _SUPERVISORS,
        Permission.SEE_DASHBOARD: _SUPERVISORS,
        Permission.EXPORT: _SUPERVISORS,
        Permission.ANNOUNCE: _SUPERVISORS,
        Permission.ASK_RELEASE: _EVERYBODY,
        Permission.APPROVE_RELEASE: _SUPERVISORS,
        Permission.SEE_RETENTION: _SUPERVISORS,
        Permission.RUN_RETENTION: _ADMINISTRATORS,
    }
)


def may(role: str, permission: Permission | str) -> bool:
    """Whether a role may do that; a role that is not known may do nothing."""
    return role in MAY[Permission(permission)]
