"""The words of an e-mail: plain, in the reader's language, with nothing of a ticket's content."""

from __future__ import annotations

import re
from typing import cast

from bot.replies.render import Renderer
from bot.staff.wording import Lang, load_labels
from bot.storage.models import Mail
from nlu.text.variety import Variety

# Fluent's marks around values: a mail program would take one for a part of the link.
_ISOLATES = re.compile("[\u2066-\u2069]")


class Wording:
    """Puts mails into words; they lead citizens to `home`, and staff to `console`."""

    def __init__(self, renderer: Renderer, home: str, console: str) -> None:
        self._renderer = renderer
        self._labels = load_labels()
        self._home = home.rstrip("/")
        self._console = console.rstrip("/")

    def of(self, mail: Mail) -> tuple[str, str]:
        """Subject and body."""
        subject, body = self._staff(mail) if mail.notice_id else self._citizen(mail)
        return _ISOLATES.sub("", subject), _ISOLATES.sub("", body) + "\n"

    def _citizen(self, mail: Mail) -> tuple[str, str]:
        lang, url = cast("Variety", mail.lang), f"{self._home}/suivi"
        words = self._renderer.words
        return (
            words(lang, f"mail-{mail.say}-subject", **mail.args),
            words(lang, f"mail-{mail.say}-body", url=url, **mail.args),
        )

    def _staff(self, mail: Mail) -> tuple[str, str]:
        labels = self._labels[cast("Lang", mail.lang)]
        what, reference = labels.of("notice", mail.say), mail.args.get("reference")
        url = f"{self._console}/tickets/{reference}" if reference else self._console
        return (
            labels("mail-notice-subject", what=what),
            labels("mail-notice-body", what=what, url=url),
        )
