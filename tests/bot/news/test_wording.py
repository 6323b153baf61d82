"""An announcement as its reader sees it, in every variety."""

from __future__ import annotations

from typing import Any

import pytest

from bot.news.matching import Kind
from bot.news.wording import Wording
from bot.replies.render import Renderer
from bot.storage.models import Announcement
from knowledge.base import Knowledge
from nlu.text.variety import VARIETIES, Variety
from tests.bot.news.newsroom import content

MOST_BYTES = 64  # of what a button of Telegram sends back


@pytest.fixture
def wording(renderer: Renderer, knowledge: Knowledge) -> Wording:
    return Wording(renderer, knowledge)


def announcement(**fields: Any) -> Announcement:
    return Announcement(created_by=1, **content(**fields).fields())


@pytest.mark.parametrize("lang", VARIETIES)
@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_its_words_in_every_variety(
    wording: Wording, lang: Variety, kind: Kind
) -> None:
    post = wording.post(announcement(kind=kind, texts={lang: "le texte"}), lang)
    assert post.html.startswith("<b>")
    assert "le texte" in post.html
    assert [button.data for button in post.buttons] == [
        "news:stop",
        f"news:less:{kind}",
        "news:less:social",
    ]


def test_every_programme_fits_on_a_button(wording: Wording, knowledge: Knowledge) -> None:
    for topic in (*knowledge.programmes(), *knowledge.beside_the_strategy()):
        post = wording.post(announcement(topic=topic.id), "fr")
        assert max(len(button.data.encode()) for button in post.buttons) <= MOST_BYTES


def test_what_concerns_everybody_has_no_button_for_a_programme(wording: Wording) -> None:
    post = wording.post(announcement(topic=None), "fr")
    assert [button.data for button in post.buttons] == ["news:stop", "news:less:deadline"]


def test_a_programme_that_is_left_out_of_the_knowledge_base_has_no_button(
    wording: Wording,
) -> None:
    post = wording.post(announcement(topic="left-out"), "fr")
    assert [button.data for button in post.buttons] == ["news:stop", "news:less:deadline"]


def test_what_staff_write_is_shown_as_it_is(wording: Wording) -> None:
    post = wording.post(
        announcement(
            texts={"fr": '<b>1 < 2</b> & "oui"'},
            source_title="A & B",
            source_url='https://example.org/?a=1&b="><i>',
        ),
        "fr",
    )
    assert '&lt;b&gt;1 &lt; 2&lt;/b&gt; &amp; "oui"' in post.html
    assert 'href="https://example.org/?a=1&amp;b=&quot;&gt;&lt;i&gt;"' in post.html
    assert "A &amp; B" in post.html


def test_telephone_numbers_keep_their_order_in_arabic(wording: Wording) -> None:
    texts = {"ar": "الهاتف: +212 537 00 00 00", "fr": "Téléphone : +212 537 00 00 00"}
    arabic, french = (wording.post(announcement(texts=texts), lang) for lang in ("ar", "fr"))
    assert "\u2066+212 537 00 00 00\u2069" in arabic.html
    assert "\u2066+212" not in french.html


def test_a_document_without_a_page_is_named_without_a_link(wording: Wording) -> None:
    post = wording.post(announcement(source_url=None, source_document="n° 7000"), "fr")
    assert "Bulletin officiel, n° 7000" in post.html
    assert "<a " not in post.html
