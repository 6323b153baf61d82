"""How much of what tells of a person is masked, on invented sentences (`tests.masking`)."""

from __future__ import annotations

import pytest

from nlu.text.masking import masked, pseudonymised
from tests.masking import HALVES, KINDS, LANGS, Sentence, harmless, over_masking, recall, sentences

# A little under what was measured on 27 November 2026.
FLOOR = 95
FLOOR_OF_KIND = 93
FLOOR_OF_VARIETY = 92
MOST_OVER_MASKING = 2


@pytest.fixture(scope="module", params=HALVES)
def half(request: pytest.FixtureRequest) -> list[Sentence]:
    return sentences(request.param)


def test_there_are_enough_sentences_of_each_variety_with_and_without_a_person():
    every = [case for half in HALVES for case in sentences(half)]
    assert len(every) >= 240
    assert len(harmless(every)) >= 60
    assert {case.lang for case in every} == set(LANGS)


def test_nothing_stands_in_both_halves():
    dev, heldout = ({case.text for case in sentences(half)} for half in HALVES)
    assert not dev & heldout


def test_nearly_all_of_it_is_masked_whole(half: list[Sentence]):
    assert recall(half).percent >= FLOOR


@pytest.mark.parametrize("kind", KINDS)
def test_of_every_kind(half: list[Sentence], kind: str):
    assert recall(half, kind).percent >= FLOOR_OF_KIND


@pytest.mark.parametrize("lang", LANGS)
def test_in_every_variety(half: list[Sentence], lang: str):
    assert recall(case for case in half if case.lang == lang).percent >= FLOOR_OF_VARIETY


def test_what_is_asked_stays_readable(half: list[Sentence]):
    assert over_masking(half).percent <= MOST_OVER_MASKING
    assert over_masking(harmless(half)).percent <= MOST_OVER_MASKING


def test_what_is_masked_stays_masked(half: list[Sentence]):
    for case in half:
        for mask in (masked, pseudonymised):
            once = mask(case.text)
            assert mask(once) == once
