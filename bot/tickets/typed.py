"""What people type into forms, as far as databases and encoders take it. Pure."""

import re

_NO_TEXT = re.compile("[\0\ud800-\udfff]")


def readable(text: str) -> str:
    """The text without NUL and halves of letters, which nobody types."""
    return _NO_TEXT.sub("", text)
