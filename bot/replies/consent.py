"""A consent text as it is shown, ready to be kept. Pure."""

from __future__ import annotations

import hashlib

from bot.storage.models import ConsentText
from nlu.text.variety import Variety

CONSENT = "ask-consent"
"""The message key of the question in the forms."""

NEWS_CONSENT = "news-consent"
"""The message key of the question before announcements are sent."""


def shown_as(asked_by: str, lang: Variety, text: str) -> ConsentText:
    """That wording of a consent text; the same wording has the same digest."""
    told = "\n".join((asked_by, lang, text))
    digest = hashlib.sha256(told.encode()).hexdigest()
    return ConsentText(digest=digest, asked_by=asked_by, lang=lang, text=text)
