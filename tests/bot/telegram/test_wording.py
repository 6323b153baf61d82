"""Replies as Telegram messages, and that the strict stand-in takes them."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import InlineKeyboardMarkup

from bot.replies.render import Renderer
from bot.telegram.wording import Part, answer, joined, plain, split, units
from tests.telegram_server.entities import parse_html

SOURCE = {
    "title": "Stratégie <MRE> & 2018",
    "section": "§ 4",
    "url": 'https://example.org/?a=1&b="2"',
    "as_of": "2018-03",
    "verified_on": None,
}


def reply(text: str, **more: Any) -> dict[str, Any]:
    return {"text": text, "lang": "fr", "choices": [], "sources": [], **more}


def test_a_short_text_is_one_piece() -> None:
    assert split("Bonjour.\n\nÀ bientôt.") == ["Bonjour.\n\nÀ bientôt."]


def test_a_text_at_the_limit_is_one_piece_and_one_beyond_it_is_two() -> None:
    assert len(split("a" * 4096)) == 1
    assert len(split("a" * 4097)) == 2


def test_a_long_text_is_cut_between_paragraphs() -> None:
    first, second = "a" * 3000, "b " * 1000
    assert split(f"{first}\n\n{second}") == [first, second.strip()]


def test_length_counts_as_telegram_counts() -> None:
    assert units("é") == 1
    assert units("👋") == 2
    assert [units(piece) for piece in split("👋" * 2049)] == [4096, 2]


@given(st.text(st.characters(codec="utf-8"), max_size=300), st.integers(10, 40))
def test_pieces_fit_and_lose_nothing_but_blanks(text: str, limit: int) -> None:
    pieces = split(text, limit)
    assert all(0 < units(piece) <= limit for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=200))
def test_whatever_is_written_is_shown_as_it_was_written(text: str) -> None:
    for part in plain(text):
        shown, entities = parse_html(part.html)
        assert shown == text.strip()
        assert entities == []


def test_sources_stand_at_the_end_as_links(renderer: Renderer) -> None:
    [part] = answer([reply("Réponse <1>", sources=[SOURCE])], renderer)
    text, entities = parse_html(part.html)
    assert text.startswith("Réponse <1>\n\nSources\n")
    assert "Stratégie <MRE> & 2018, § 4" in text
    assert "2018-03" in text
    assert [entity.get("url") for entity in entities] == [None, SOURCE["url"]]
    assert entities[0]["type"] == "expandable_blockquote"


def test_a_source_named_twice_is_shown_once(renderer: Renderer) -> None:
    other = {**SOURCE, "url": "https://example.org/other"}
    [part] = answer([reply("Réponse", sources=[SOURCE, SOURCE, other])], renderer)
    assert part.html.count("<a ") == 2


def test_a_source_without_address_or_date_is_named_and_called_undated(renderer: Renderer) -> None:
    source = {**SOURCE, "url": None, "as_of": None, "section": None}
    [part] = answer([reply("Réponse", sources=[source])], renderer)
    assert "<a" not in part.html
    assert "sans date" in unescape(part.html)


def test_sources_that_do_not_fit_go_into_a_message_of_their_own(renderer: Renderer) -> None:
    parts = answer([reply("a" * 4090, sources=[SOURCE, SOURCE])], renderer)
    assert len(parts) == 2
    assert all(units(parse_html(part.html)[0]) <= 4096 for part in parts)


def test_buttons_stand_under_the_last_part_one_a_row(renderer: Renderer) -> None:
    choices = [{"title": "Oui", "payload": "p1"}, {"title": "Non", "payload": "p2"}]
    parts = answer([reply("a " * 3000, choices=choices)], renderer)
    assert parts[0].keyboard is None
    assert parts[-1].keyboard is not None
    rows = parts[-1].keyboard.inline_keyboard
    assert [[(button.text, button.callback_data) for button in row] for row in rows] == [
        [("Oui", "p1")],
        [("Non", "p2")],
    ]


@pytest.mark.parametrize("lang", ["ar", "fr", "ary", "ary-Latn"])
def test_every_variety_has_the_words_around_sources(renderer: Renderer, lang: str) -> None:
    [part] = answer([reply("…", lang=lang, sources=[{**SOURCE, "as_of": None}])], renderer)
    assert parse_html(part.html)[1]


LONG = "Pétitions, motions et consultation publique au Parlement"


def test_titles_too_long_for_a_button_are_listed_with_the_number_to_type(
    renderer: Renderer,
) -> None:
    first = reply("Oui ?", choices=[{"title": "Oui", "payload": "p1"}])
    choices = [{"title": LONG, "payload": "p2"}, {"title": "Bourses", "payload": "p3"}]
    _first, part = answer([first, reply("Lequel ?", choices=choices)], renderer)
    assert part.html == f"Lequel ?\n2. {LONG}\n3. Bourses"
    assert isinstance(part.keyboard, InlineKeyboardMarkup)
    long, short = (row[0] for row in part.keyboard.inline_keyboard)
    assert (long.text, long.callback_data) == ("2. Pétitions, motions et …", "p2")
    assert (short.text, short.callback_data) == ("3. Bourses", "p3")


def test_titles_that_fit_stay_as_they_are(renderer: Renderer) -> None:
    [part] = answer([reply("?", choices=[{"title": "a" * 36, "payload": "p"}])], renderer)
    assert part.html == "?"
    assert isinstance(part.keyboard, InlineKeyboardMarkup)
    assert part.keyboard.inline_keyboard[0][0].text == "a" * 36


@pytest.mark.parametrize("sign", ["<", "&", "👨‍👩‍👧", "ع"])
def test_pieces_of_any_signs_are_whole_and_fit(sign: str, renderer: Renderer) -> None:
    text = "\n".join(f"- {sign} {number}" for number in range(2000))
    parts = answer([reply(text)], renderer)
    shown = [parse_html(part.html)[0] for part in parts]
    assert len(shown) > 1
    assert "\n".join(shown) == text
    assert all(units(piece) <= 4096 for piece in shown)


def test_an_answer_that_is_full_gets_its_hint_in_a_message_of_its_own() -> None:
    [whole] = joined(Part("a" * 4000), "b" * 94)
    assert parse_html(whole.html)[0] == f"{'a' * 4000}\n\n{'b' * 94}"
    first, second = joined(Part("a" * 4000), "b" * 95)
    assert (first.html, second.html) == ("a" * 4000, "b" * 95)


def test_many_posts_are_told_apart_on_their_buttons(renderer: Renderer) -> None:
    cities = ["Paris", "Lyon", "Lille", "Orly", "Dijon", "Bastia", "Rennes", "Nice"]
    choices = [
        {
            "title": f"\u2068Consulat général du Maroc\u2069 à {city} (\u2068France\u2069)",
            "payload": city,
        }
        for city in cities
    ]
    [part] = answer([reply("Lequel ?", choices=choices)], renderer)
    assert "8. \u2068Consulat général du Maroc\u2069 à Nice (\u2068France\u2069)" in part.html
    assert isinstance(part.keyboard, InlineKeyboardMarkup)
    rows = [[button.text for button in row] for row in part.keyboard.inline_keyboard]
    assert rows[0] == ["1. Paris", "2. Lyon"]
    assert rows[3] == ["7. Rennes", "8. Nice"]


def test_a_link_in_the_text_is_never_cut() -> None:
    link = "https://www.consulat.ma/fr/une-page-du-site-officiel"
    first, second = split(f"{'a' * 2000} {'b' * 2080} {link} {'c' * 100}")
    assert link not in first
    assert second.startswith(link)
