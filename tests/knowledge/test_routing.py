"""What a question is about: the one rule."""

import pytest

from knowledge.base import Knowledge
from knowledge.routing import route

BOURSE = "social/scholarships"


def test_a_named_topic_is_answered_with_its_facet(knowledge: Knowledge) -> None:
    routed = route(knowledge, "quels papiers pour la bourse ?")
    assert (routed.topic, routed.facet, routed.kind) == (BOURSE, "documents", "answer")
    assert routed.ranked[0].topic == BOURSE


def test_without_a_cue_it_is_the_overview(knowledge: Knowledge) -> None:
    assert route(knowledge, "la bourse").facet == "overview"


@pytest.mark.parametrize(
    ("confidence", "facet"),
    [(0.5, "amount"), (0.9, "amount"), (0.49, "documents"), (0.0, "documents")],
)
def test_a_confident_facet_overrides_the_cue(
    knowledge: Knowledge, confidence: float, facet: str
) -> None:
    routed = route(knowledge, "papiers pour la bourse", facet="amount", facet_confidence=confidence)
    assert routed.facet == facet


@pytest.mark.parametrize(
    "text",
    ["et les papiers ?", "شنو الوراق؟", "o lwra9 ?", "c'est quels documents", "و ما هي الوثائق"],
)
def test_a_follow_up_stays_with_the_topic_on_the_table(knowledge: Knowledge, text: str) -> None:
    routed = route(knowledge, text, on_table=BOURSE)
    assert (routed.topic, routed.facet, routed.kind) == (BOURSE, "documents", "answer")
    assert routed.ranked[0].topic == BOURSE
    assert routed.ranked[0].score >= 0.6


def test_a_follow_up_may_name_a_place(knowledge: Knowledge) -> None:
    assert route(knowledge, "et pour ma fille à Lyon ?", on_table=BOURSE).topic == BOURSE


def test_a_topic_of_its_own_leaves_the_table(knowledge: Knowledge) -> None:
    routed = route(knowledge, "et les papiers pour le rapatriement du corps ?", on_table=BOURSE)
    assert routed.topic == "social/remains-repatriation"


def test_another_subject_does_not_stay_with_the_table(knowledge: Knowledge) -> None:
    routed = route(knowledge, "recette tajine poulet citron olives confites", on_table=BOURSE)
    assert (routed.topic, routed.kind) == (None, "unknown")


def test_a_topic_on_the_table_that_is_gone_is_ignored(knowledge: Knowledge) -> None:
    assert route(knowledge, "et les papiers ?", on_table="social/gone").kind == "unknown"


def test_near_ties_are_ambiguous(knowledge: Knowledge) -> None:
    routed = route(knowledge, "bourse ou colonie ?")
    assert (routed.topic, routed.kind) == (None, "ambiguous")
    assert {one.topic for one in routed.ranked} == {BOURSE, "social/holiday-camps"}


def test_the_table_settles_a_near_tie(knowledge: Knowledge) -> None:
    assert route(knowledge, "bourse ou colonie ?", on_table=BOURSE).topic == BOURSE


def test_at_most_three_are_offered(knowledge: Knowledge) -> None:
    routed = route(knowledge, "bourse, colonie, chikaya, rapatriement du corps, culture ?")
    assert routed.kind == "answer" or 2 <= len(routed.ranked) <= 3


@pytest.mark.parametrize("text", ["", "papiers", "quel temps fait-il", "شحال ربحات الرجا البارح"])
def test_a_weak_match_is_unknown(knowledge: Knowledge, text: str) -> None:
    routed = route(knowledge, text)
    assert (routed.topic, routed.kind) == (None, "unknown")


def test_the_rule_is_pure(knowledge: Knowledge) -> None:
    text = "n9l ljotman"
    assert route(knowledge, text) == route(knowledge, text)


def test_a_confident_overview_overrides_a_cue_of_one_word(knowledge: Knowledge) -> None:
    text = "la bourse, on m'a donné ce site"
    assert route(knowledge, text, facet="overview", facet_confidence=0.9).facet == "overview"
    assert route(knowledge, text, facet="overview", facet_confidence=0.4).facet == "contact"


@pytest.mark.parametrize("text", ["la bourse", "المنحة", "c'est quoi la bourse", "lminha"])
def test_a_confident_overview_stands_without_a_cue(knowledge: Knowledge, text: str) -> None:
    assert route(knowledge, text, facet="overview", facet_confidence=0.99).facet == "overview"


@pytest.mark.parametrize(
    "text",
    ["combien de temps pour la bourse", "كم يوما", "شحال ديال الوقت", "ch7al dyal lwe9t"],
)
def test_a_cue_of_several_words_stands_before_a_confident_facet(
    knowledge: Knowledge, text: str
) -> None:
    assert route(knowledge, text, facet="amount", facet_confidence=0.99).facet == "deadline"


@pytest.mark.parametrize("text", ["quels papiers ?", "ما هي الوثائق", "شنو الوراق", "shnoe lawra9"])
def test_a_facet_without_any_topic_is_unknown_and_keeps_the_facet(
    knowledge: Knowledge, text: str
) -> None:
    routed = route(knowledge, text)
    assert (routed.kind, routed.facet, routed.ranked) == ("unknown", "documents", [])


@pytest.mark.parametrize("text", ["vacances", "الدراسية", "العطل", "mortuaire"])
def test_what_is_half_named_is_offered_even_alone(knowledge: Knowledge, text: str) -> None:
    routed = route(knowledge, text, is_question=True)
    assert routed.kind == "ambiguous"
    assert len(routed.ranked) == 1


def test_a_long_aside_does_not_stay_with_the_table(knowledge: Knowledge) -> None:
    text = "combien coûte un kilo de tomates cerises bio au marché central"
    assert route(knowledge, text, on_table=BOURSE).kind == "unknown"


def test_what_may_be_no_question_is_answered_only_when_it_is_surely_one(
    knowledge: Knowledge,
) -> None:
    text = "des vacances pour mes enfants"
    assert route(knowledge, text, is_question=True).kind == "ambiguous"
    assert route(knowledge, text).kind == "unknown"
    assert route(knowledge, "slm chno hiya lcolonie dyal drari").topic == "social/holiday-camps"


def test_a_bare_ambiguous_name_asks_which_is_meant(knowledge: Knowledge) -> None:
    routed = route(knowledge, "le rapatriement ?", "fr")
    assert (routed.kind, [one.topic for one in routed.ranked]) == (
        "ambiguous",
        ["social/remains-repatriation", "social/social-housing"],
    )
    table = "social/remains-repatriation"
    assert route(knowledge, "le rapatriement ?", "fr", on_table=table).topic == table
    assert route(knowledge, "le rapatriement du corps", "fr").topic == table
