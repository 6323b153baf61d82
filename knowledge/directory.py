"""Embassies and consulates: which one a message asks for, and what may be told of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Annotated, Literal

from pydantic import Field

from knowledge.names import Named, Names
from knowledge.schema import AsOf, Confidence, Model, Source, Text, Texts, Title
from knowledge.vocabulary import unknown_words
from nlu.text.normalise import tokens

PostKind = Literal["embassy", "consulate_general", "consulate"]


class Contact(Model):
    """An address, a telephone number or opening hours, as a source gave it on its day."""

    text: Text | Texts
    as_of: AsOf = None
    confidence: Confidence
    crisis_line: bool = False

    @property
    def showable(self) -> bool:
        """Whether citizens may be told: nothing doubtful, and no line opened for a past crisis."""
        return self.confidence != "low" and not self.crisis_line


class Post(Model):
    """An embassy or consulate, and the area it covers as far as a source says.

    `names` are spellings of its city, `areas` those of the places it covers, in any script.
    """

    id: Annotated[str, Field(pattern=r"^[A-Z]{2}-")]
    kind: PostKind
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    city: Title
    names: Annotated[tuple[Text, ...], Field(min_length=1)]
    covers: Texts | None
    areas: tuple[Text, ...]
    address: Contact | None
    phone: Contact | None
    email: Contact | None
    hours: Contact | None
    website: str | None = Field(pattern=r"^https?://\S+$")
    source: Source
    staff_notes: Text | None

    def contacts(self) -> Mapping[str, Contact]:
        """What citizens may be told of how to reach it, by kind."""
        given = {
            "address": self.address,
            "phone": self.phone,
            "email": self.email,
            "hours": self.hours,
        }
        return {kind: contact for kind, contact in given.items() if contact and contact.showable}


class Words(Model):
    """How people write "consulate" and "embassy", in any variety and script."""

    consulate: tuple[Text, ...]
    embassy: tuple[Text, ...]


class Posts(Model):
    """The file of the directory; `official_site` is where the bot sends who needs more."""

    official_site: Source
    words: Words
    countries: dict[str, tuple[Text, ...]]
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class FoundPosts:
    """The posts that a text asks for, and whether it asks for nothing beside them."""

    posts: list[Post]
    alone: bool


class Directory:
    """The posts by their city, the places they cover and their country."""

    def __init__(self, file: Posts | None = None) -> None:
        posts = file.posts if file else ()
        countries = file.countries if file else {}
        self._file = file
        self._posts = {post.id: post for post in posts}
        self._consulate = Names({"consulate": file.words.consulate} if file else {})
        self._embassy = Names({"embassy": file.words.embassy} if file else {})
        self._places = (
            Names({post.id: (*post.names, *post.city.values()) for post in posts}),
            Names({post.id: post.areas for post in posts}),
            Names({post.id: countries.get(post.country, ()) for post in posts}),
        )

    def __len__(self) -> int:
        return len(self._posts)

    @property
    def official_site(self) -> Source:
        """The site with all posts; raises LookupError when there is no directory."""
        if self._file is None:
            raise LookupError("there is no directory")
        return self._file.official_site

    def post(self, post_id: str) -> Post:
        """The post of that id; raises KeyError."""
        return self._posts[post_id]

    def consulates_in(self, country: str) -> list[Post]:
        """The consulates of a country by its ISO 3166-1 code; its embassy where it has no other."""
        posts = [post for post in self._posts.values() if post.country == country]
        return _of_kind(posts, embassy=False)

    def find(self, text: str) -> FoundPosts | None:
        """The posts that a text asks for by "consulate" or "embassy" and a place; else None.

        A city comes before an area that is covered, an area before a country. Of a place with
        both, an embassy is meant only where the text says embassy.
        """
        words = tokens(text)
        consulate, embassy = (_named(names, words) for names in (self._consulate, self._embassy))
        if not (consulate or embassy):
            return None
        place = self._place(words)
        if not place:
            return None
        named = consulate.places | embassy.places | place.places
        rest = [word for number, word in enumerate(words) if number not in named]
        posts = [self._posts[post_id] for post_id in place.owners]
        return FoundPosts(
            _of_kind(posts, embassy=bool(embassy)), alone=not unknown_words(" ".join(rest))
        )

    def _place(self, words: list[str]) -> Named:
        """The posts of the place that is named; only when none is, of one that is misspelt."""
        readings = (names.named(words) for names in self._places)
        misspelt = (names.misspelt(words) for names in self._places)
        return next(filter(None, chain(readings, misspelt)), Named())


def _named(names: Names, words: list[str]) -> Named:
    return names.named(words) or names.misspelt(words)


def _of_kind(posts: list[Post], *, embassy: bool) -> list[Post]:
    meant = [post for post in posts if (post.kind == "embassy") == embassy]
    return meant or posts
