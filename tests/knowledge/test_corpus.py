"""How far a text is accounted for by what is said of a topic."""

import pytest

from knowledge.concepts import Concepts
from knowledge.corpus import Corpus, stems_of

DOCUMENTS = (["bourse d'études", "étudier en France"], ["colonie de vacances", "ma voiture"])
CONCEPTS = Concepts({"car": ["voiture", "tomobil"]})


@pytest.fixture
def corpus() -> Corpus:
    return Corpus(DOCUMENTS, CONCEPTS)


def shares(corpus: Corpus, text: str) -> list[float]:
    return [float(share) for share in corpus.shares(stems_of(text))]


def test_the_document_that_has_the_words_accounts_for_more(corpus: Corpus) -> None:
    first, second = shares(corpus, "une bourse pour étudier")
    assert first > 0.3
    assert second == 0


def test_a_word_that_no_document_has_takes_its_part(corpus: Corpus) -> None:
    assert shares(corpus, "bourse")[0] > shares(corpus, "bourse zanzibar")[0] > 0


def test_a_word_is_known_by_its_spelling_its_sound_and_its_idea(corpus: Corpus) -> None:
    for text in ("voiture", "vwatur", "tomobil"):
        assert corpus.knows(text), text
    assert not corpus.knows("zanzibar")
    assert shares(corpus, "tomobil")[1] > 0


def test_as_spelt_it_knows_no_sounds_and_no_ideas() -> None:
    spelt = Corpus(DOCUMENTS, CONCEPTS, as_spelt=True)
    assert spelt.knows("voiture")
    assert not spelt.knows("tomobil")


@pytest.mark.parametrize("text", ["", "le la de", "?", "zanzibar"])
def test_what_tells_nothing_is_accounted_for_by_none(corpus: Corpus, text: str) -> None:
    assert shares(corpus, text) == [0, 0]


def test_an_empty_corpus_accounts_for_nothing() -> None:
    assert shares(Corpus([], CONCEPTS), "bourse") == []
