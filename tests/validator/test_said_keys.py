"""Keys that are said, and keys that have words."""

from __future__ import annotations

from tests.validator.said_keys import SaidKey, keys_of_code, keys_of_domain, unworded


def test_keys_of_code_are_found_in_all_their_forms() -> None:
    source = (
        'turn.say("greet")\n'
        'turn.say("once" if count == 1 else "again", args)\n'
        'turn.say(f"ask-{missing}")\n'
        'Said("thank")\n'
        "turn.say(key)\nother('nothing')\n"
    )
    assert keys_of_code(source, "a.py") == [
        SaidKey("greet", "a.py:1"),
        SaidKey("once", "a.py:2"),
        SaidKey("again", "a.py:2"),
        SaidKey("ask\\-.+", "a.py:3", is_pattern=True),
        SaidKey("thank", "a.py:4"),
    ]


def test_a_response_says_a_key_and_nothing_else() -> None:
    good = {"responses": {"utter_greet": [{"custom": {"say": "greet"}}]}}
    bad = {"responses": {"utter_a": [{"text": "Bonjour"}], "utter_b": [{"custom": {"asks": "x"}}]}}
    assert keys_of_domain(good, "d") == ([SaidKey("greet", "d: utter_greet")], [])
    assert keys_of_domain(bad, "d") == (
        [],
        [
            "d: utter_a does not say a message key",
            "d: utter_a holds more than `custom`",
            "d: utter_b does not say a message key",
        ],
    )
    assert keys_of_domain({}, "d") == ([], [])


def test_a_key_with_words_passes_and_one_without_is_told() -> None:
    worded = {"greet", "ask-code"}
    pattern = SaidKey("ask\\-.+", "p", is_pattern=True)
    assert unworded([SaidKey("greet", "p"), SaidKey("answer", "p"), pattern], worded) == []
    assert unworded([SaidKey("gret", "p"), pattern], {"greet"}) == [
        "p: 'gret' has no message",
        "p: 'ask\\\\-.+' has no message",
    ]
