"""An embassy or consulate in words: what may be told of it, with its dates."""

from __future__ import annotations

from collections.abc import Iterator

from bot.replies.catalogue import Catalogue
from bot.replies.countries import country_name
from knowledge.directory import Contact, Post
from knowledge.schema import Source
from nlu.text.variety import Variety


def post_title(catalogue: Catalogue, post: Post, lang: Variety) -> str:
    """What a post is called, with its city and country."""
    kind = catalogue.text(lang, f"post-{post.kind.replace('_', '-')}")
    country = country_name(post.country, lang)
    return catalogue.text(lang, "post-title", kind=kind, city=post.city[lang], country=country)


def post_text(catalogue: Catalogue, post: Post, official_site: Source, lang: Variety) -> str:
    """A post's title, area and contacts, a line each, and where to look for the rest."""
    site = post.website or official_site.url or ""
    lines = [post_title(catalogue, post, lang)]
    if post.covers:
        lines.append(catalogue.text(lang, "post-covers", area=post.covers[lang]))
    lines += _contact_lines(catalogue, post, lang)
    ending = "post-check" if post.contacts() else "post-no-contact"
    return "\n".join([*lines, catalogue.text(lang, ending, site=site)])


def _contact_lines(catalogue: Catalogue, post: Post, lang: Variety) -> Iterator[str]:
    for kind, contact in post.contacts().items():
        date = contact.as_of or catalogue.text(lang, "source-undated")
        yield catalogue.text(lang, f"post-{kind}", text=_words(contact, lang), date=date)


def _words(contact: Contact, lang: Variety) -> str:
    return contact.text if isinstance(contact.text, str) else contact.text[lang]
