"""Phrases found in the words of a message."""

from __future__ import annotations

from bot.tickets.lexicon import Lexicon, folded

WORDS = Lexicon.of(
    [
        ("refus*", "refused"),
        ("refuge*", "shelter"),
        ("sans rép*", "silent"),
        ("refus net", "flatly"),
    ]
)


def found(text: str) -> list[set[str]]:
    return [set(span.values) for span in WORDS.find(folded(text))]


def test_a_star_takes_any_ending_and_none() -> None:
    assert found("refus, refusé") == [{"refused"}, {"refused"}]
    assert found("un refu") == []


def test_of_several_beginnings_of_a_word_the_longest_counts() -> None:
    words = Lexicon.of([("ref*", "any"), ("refuge*", "shelter")])
    [refuge] = words.find(folded("refugee"))
    assert refuge.values == {"shelter"}


def test_a_star_at_the_end_of_a_phrase_is_of_its_last_word() -> None:
    assert found("toujours sans réponse") == [{"silent"}]
    assert found("sans rien, réponse") == []


def test_the_longest_phrase_counts() -> None:
    assert found("un refus net") == [{"flatly"}]
