"""What the console needs to show how the bot does, in one place."""

from __future__ import annotations

from dataclasses import dataclass

from bot.insight.dashboard import Dashboard
from bot.insight.fact_checks import FactChecks
from bot.insight.unanswered import Unanswered
from bot.storage.database import Database
from knowledge.base import Knowledge
from knowledge.verified import Verifications

_TURN_DAYS = 30


@dataclass(frozen=True)
class Insight:
    """Unanswered turns, confirmations of answers, and figures."""

    knowledge: Knowledge
    verifications: Verifications
    unanswered: Unanswered
    fact_checks: FactChecks
    dashboard: Dashboard

    @classmethod
    def of(
        cls,
        database: Database,
        knowledge: Knowledge,
        verifications: Verifications,
        turn_days: int = _TURN_DAYS,
    ) -> Insight:
        """All of it over one database and one knowledge base."""
        return cls(
            knowledge,
            verifications,
            Unanswered(database),
            FactChecks(database, knowledge, verifications),
            Dashboard(database, turn_days),
        )
