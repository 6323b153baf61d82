"""Drafts at each question, as the tests of the intake need them."""

from dataclasses import replace

from bot.tickets.form import Draft, Question
from bot.tickets.kinds import Category, Kind
from bot.tickets.reading import Classified

SILENT = Classified()
NEW = Draft(Kind.COMPLAINT, "web")
FULL = Draft(
    Kind.COMPLAINT,
    "web",
    consent=True,
    category=Category.CONSULAR,
    country="FR",
    description="Le consulat de Lille ne répond pas depuis trois mois.",
    contact="fatima@example.org",
)
_ORDER = list(Question)


def at(question: Question) -> Draft:
    """A complaint with everything answered before this question and nothing after."""
    later = [name for name in _ORDER[_ORDER.index(question) :] if name != "confirmation"]
    return replace(FULL, **{str(name): None for name in later})


def sure(intent: str) -> Classified:
    return Classified(intent, 0.9)
