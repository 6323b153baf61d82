"""A term is explained to who asks what it is, and to nobody else."""

import pytest

from knowledge.base import Knowledge


@pytest.mark.parametrize(
    "text",
    [
        "CNDP",
        "la cndp",
        "c'est quoi la CNDP ?",
        "شنو هي CNDP",
        "ما هي اللجنة الوطنية لحماية المعطيات",
        "chno hiya cndp",
    ],
)
def test_a_term_alone_or_asked_for_is_found(knowledge: Knowledge, text: str) -> None:
    found = knowledge.glossary.find(text)
    assert found is not None
    assert found.term == "CNDP"


@pytest.mark.parametrize(
    "text",
    [
        "quels papiers pour la CNDP",
        "je suis MRE",
        "أنا زماكري",
        "c'est quoi la bourse pour MRE",
        "",
        "?",
    ],
)
def test_who_says_or_asks_something_else_is_not_given_a_definition(
    knowledge: Knowledge, text: str
) -> None:
    assert knowledge.glossary.find(text) is None


def test_the_sources_of_a_meaning_are_told(knowledge: Knowledge) -> None:
    glossary = knowledge.glossary
    assert [source.title for source in glossary.sources_of(glossary.term("MRE"))] == [
        "Page d'essai"
    ]
    with pytest.raises(KeyError):
        glossary.term("XYZ")
