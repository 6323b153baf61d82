"""The main navigation: one list, shown as far as the reader may follow it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from bot.staff.roles import Permission
from bot.staff.sessions import SignedIn


@dataclass(frozen=True)
class Entry:
    """A page of the main navigation; without a permission it is everybody's."""

    route: str
    label: str
    permission: Permission | None = None


NAVIGATION: tuple[Entry, ...] = (
    Entry("queue", "nav-queue", Permission.HANDLE_TICKETS),
    Entry("shift_sheet", "nav-shift-sheet", Permission.HANDLE_TICKETS),
    Entry("workload", "nav-workload", Permission.SEE_WORKLOAD),
    Entry("dashboard", "nav-dashboard", Permission.SEE_DASHBOARD),
    Entry("unanswered", "nav-unanswered", Permission.REVIEW_TURNS),
    Entry("knowledge", "nav-knowledge", Permission.HANDLE_TICKETS),
    Entry("news", "nav-news", Permission.HANDLE_TICKETS),
    Entry("closed_days", "nav-closed-days", Permission.MANAGE_CLOSED_DAYS),
    Entry("releases", "nav-releases", Permission.ASK_RELEASE),
    Entry("retention", "nav-retention", Permission.SEE_RETENTION),
    Entry("accounts", "nav-accounts", Permission.MANAGE_ACCOUNTS),
    Entry("my_account", "nav-my-account"),
)


def entries(routes: Container[str], me: SignedIn | None) -> list[Entry]:
    """The pages that exist and that the reader may open; none before they settled what they owe."""
    if me is None or me.owes:
        return []
    return [
        entry
        for entry in NAVIGATION
        if entry.route in routes and (entry.permission is None or me.may(entry.permission))
    ]
