"""A death is told by a word of death near a word for a person."""

import pytest

from knowledge.base import Knowledge
from knowledge.bereavement import SCORE, TOPIC, somebody_died
from knowledge.routing import route
from nlu.text.normalise import tokens


@pytest.mark.parametrize(
    "text",
    [
        "mon père nous a quittés",
        "j'ai perdu mon père",
        "ma belle-mère est morte ce matin",
        "mon voisin marocain vient de mourir",
        "فقدت أبي أمس",
        "انتقلت أمي إلى رحمة الله",
        "ماتت جدتي في هولندا",
        "توفي والدي",
        "بابا مات فطاليان",
        "عمي مات فحادثة",
        "الواليدة توفات",
        "جدي الله يرحمو",
        "baba mat",
        "3ammi mat f 7adita",
        "jeddi allah yr7mo",
        "lwalid toffa",
        "vader dyali mat",
        "moeder dyali matat",
        "opa dyali overleden",
        "mi padre ha muerto",
    ],
)
def test_a_death_in_the_family_is_understood(knowledge: Knowledge, text: str) -> None:
    routed = route(knowledge, text)
    assert (routed.topic, routed.kind) == (TOPIC, "answer")
    assert routed.ranked[0].score >= SCORE


@pytest.mark.parametrize(
    "text",
    [
        "c mort",
        "mort de rire",
        "mon frère est mort de rire",
        "la mort du projet",
        "mon ordinateur est mort",
        "j'ai perdu mon portefeuille",
        "ma fille a perdu son passeport",
        "j'ai perdu le passeport de mon fils",
        "مات هاتفي",
        "موت المشروع",
        "ماتت ليا الطوموبيل",
        "مات بالضحك",
        "الله يرحم الوالدين جاوبوني",
        "الله يرحم ليك الوالدين",
        "matet lia tomobil",
        "telefon mat liya",
        "mat b d7k",
        "allah yr7em lwalidin jawbouni",
        "3afak lah yrhem waldik",
    ],
)
def test_a_word_of_death_alone_is_not_one(knowledge: Knowledge, text: str) -> None:
    assert not somebody_died(tokens(text))
    assert route(knowledge, text).topic != TOPIC


def test_a_death_leaves_the_topic_on_the_table(knowledge: Knowledge) -> None:
    assert route(knowledge, "baba mat", on_table="social/scholarships").topic == TOPIC
