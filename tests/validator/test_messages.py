"""Each rule over the words: what it lets pass and what it tells."""

from __future__ import annotations

from tests.validator import messages
from tests.validator.messages import MessageFile, read_messages


def files(fr: str, ar: str) -> dict[str, MessageFile]:
    return {"fr": read_messages(fr, "fr.ftl"), "ar": read_messages(ar, "ar.ftl")}


def test_the_same_keys_with_the_same_values_are_right() -> None:
    french = (
        "# Note\nopened = Dossier { $reference }.\nmany = { $n ->\n [one] un\n *[other] { $n }\n}\n"
    )
    arabic = "opened = { $reference }\nmany = { $n ->\n [zero] 0\n *[other] { $n }\n}\n"
    both = files(french, arabic)
    assert messages.unreadable(both) == []
    assert messages.missing_keys(both) == []
    assert messages.differing_placeholders(both) == []


def test_a_missing_key_is_told_whichever_file_lacks_it() -> None:
    assert messages.missing_keys(files("a = 1\nb = 2\n", "b = 2\nc = 3\n")) == [
        "fr.ftl: c is missing (it is in ar.ftl)",
        "ar.ftl: a is missing (it is in fr.ftl)",
    ]


def test_a_placeholder_that_differs_is_told_with_its_line() -> None:
    both = files("a = { $reference } { $code }\n", "\n\na = { $ref }\n")
    assert messages.differing_placeholders(both) == [
        "ar.ftl:3: a takes $ref, but $code, $reference in fr.ftl"
    ]


def test_what_cannot_be_read_and_what_stands_twice_is_told() -> None:
    both = files("a = { $open\n", "b = 1\nb = 2\n")
    broken, twice = messages.unreadable(both)
    assert broken.startswith("fr.ftl:1: is not readable")
    assert twice == "ar.ftl:2: b stands at line 1 too"
