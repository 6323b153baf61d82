"""On which day each answer was last confirmed by a named member of staff."""

from collections.abc import Mapping
from datetime import date, timedelta

from knowledge.schema import Facet, Topic

CONFIRMED_FOR = timedelta(days=365)
"""For how long an answer that was confirmed need not be looked at again."""

Confirmed = Mapping[tuple[str, str], date]


class Verifications:
    """The days of confirmation, by topic and facet; what staff confirm wins over the files.

    One object that all share: whoever reads the confirmations anew replaces its content.
    """

    def __init__(self) -> None:
        self._confirmed: Confirmed = {}

    def replace(self, confirmed: Confirmed) -> None:
        """These are the confirmations from now on."""
        self._confirmed = dict(confirmed)

    def day(self, topic: Topic, facet: Facet) -> date | None:
        """When the answer was last confirmed; None where it never was."""
        return self._confirmed.get((topic.id, facet), topic.verified_on)

    def due(self, topic: Topic, facet: Facet) -> date | None:
        """By when the answer is to be confirmed again; None where no day was ever set."""
        confirmed = self.day(topic, facet)
        days = [day for day in (topic.review_by, confirmed and confirmed + CONFIRMED_FOR) if day]
        return max(days, default=None)

    def overdue(self, topic: Topic, facet: Facet, today: date) -> bool:
        """Whether that day is over, or was never set."""
        due = self.due(topic, facet)
        return due is None or due < today
