"""Words of one idea are one to the search, in any variety."""

from knowledge.concepts import Concepts
from knowledge.consistency import shared_words
from nlu.text.key import key, stem
from nlu.text.normalise import tokens

GROUPS = {"car": ["voiture", "سيارتكم", "سيارة", "tomobil"], "customs": ["les droits de douane"]}


def idea(text: str) -> str | None:
    [word] = map(stem, tokens(text))
    return Concepts(GROUPS).of_word(word, key(word))


def test_a_word_has_its_idea_with_an_article_too() -> None:
    assert idea("voiture") == idea("السيارة") == idea("tomobil") == "car"
    assert idea("maison") is None


def test_a_word_that_sounds_like_a_listed_one_has_its_idea() -> None:
    assert idea("tomobile") == "car"
    assert idea("siyartkom") == "car"


def test_a_phrase_has_its_idea_only_whole() -> None:
    concepts = Concepts(GROUPS)
    words = [stem(word) for word in tokens("combien de les droits de douane en tout")]
    assert concepts.of_phrases(words) == ["customs"]
    assert concepts.of_phrases(words[:4]) == []
    assert concepts.of_phrases([]) == []


def test_a_word_of_two_ideas_is_a_fault() -> None:
    assert list(shared_words(GROUPS)) == []
    assert list(shared_words({**GROUPS, "drive": ["Voiture"]})) == [
        "drive: 'Voiture' stands for car too"
    ]
