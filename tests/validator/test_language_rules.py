"""Each rule over intents, examples, cases and dialogues: what it lets pass and what it tells."""

from __future__ import annotations

from pathlib import Path

from nlu.evaluation.cases import Case
from nlu.text.variety import VARIETIES
from tests.dialogues.scenario import Scenario, ScenarioTurn
from tests.validator import language_rules as rules
from tests.validator.examples import Example, examples_of


def example(
    text: str, intent: str = "greet", lang: str = "fr", facet: str | None = None
) -> Example:
    return Example(text, intent, lang, facet, f"{lang}.yml:1")


def case(text: str, intent: str = "greet", lang: str = "fr") -> Case:
    return Case("1", lang, text, intent, place=f"{lang}.jsonl:1")


def dialogue(*said: str) -> Scenario:
    return Scenario("n", "fr", tuple(ScenarioTurn(text, {}) for text in said), Path("d.yaml"))


def test_the_domain_declares_the_designs_intents() -> None:
    assert rules.domain_faults(["greet", "nlu_fallback"], ["greet"], "domain.yml") == []
    assert rules.domain_faults(["nlu_fallback", "gret"], ["greet"], "domain.yml") == [
        "domain.yml: intent greet is missing",
        "domain.yml: gret is not an intent of the design",
    ]


def test_labels_exist() -> None:
    good = example("combien", "ask_programme", facet="amount")
    bad = example("combien", "ask", facet="sum")
    assert rules.label_faults([good], ["ask_programme"], ["amount"]) == []
    assert rules.label_faults([bad], ["ask_programme"], ["amount"]) == [
        "fr.yml:1: intent 'ask' does not exist",
        "fr.yml:1: facet 'sum' does not exist",
    ]


def test_every_intent_is_covered_in_every_variety() -> None:
    examples = [example("x", lang=lang) for lang in VARIETIES]
    cases = [case("y", lang=lang) for lang in VARIETIES]
    assert rules.uncovered_intents(["greet"], examples, cases, "data", "evaluation") == []
    assert rules.uncovered_intents(["greet"], examples[1:], cases[:-1], "data", "evaluation") == [
        f"data/{VARIETIES[0]}/greet.yml: no example of greet",
        f"evaluation/{VARIETIES[-1]}.jsonl: no case of greet",
    ]


def test_an_example_may_stand_in_two_varieties_under_one_intent() -> None:
    assert rules.duplicate_examples([example("salam"), example("salam", lang="ary-Latn")]) == []


def test_a_duplicate_within_a_variety_is_told_whatever_its_spelling() -> None:
    (fault,) = rules.duplicate_examples([example("Déjà vu !"), example("deja vu")])
    assert fault == "fr.yml:1: 'deja vu' (greet) stands at fr.yml:1 too (greet)"


def test_a_duplicate_under_another_intent_is_told_across_varieties() -> None:
    examples = [example("la", "deny", "ary-Latn"), example("la", "affirm", "fr")]
    assert len(rules.duplicate_examples(examples)) == 1


def test_signs_without_letters_are_compared_as_they_are() -> None:
    assert rules.duplicate_examples([example("?", "help"), example("👍", "affirm")]) == []
    assert len(rules.duplicate_examples([example("👍"), example("👍 ")])) == 1


def test_examples_that_differ_in_one_word_are_refused() -> None:
    known = example("combien coûte un passeport à Lyon")
    for near in (
        "combien coûte un passeport à Paris",
        "combien coûte un passeport Lyon",
        "à Lyon combien coûte un passeport neuf",
    ):
        assert len(rules.near_duplicates([known, example(near)])) == 1


def test_a_word_may_make_the_difference_between_two_intents() -> None:
    pair = [example("je veux savoir où en est ma plainte", "check_complaint")]
    pair += [example("je veux savoir où faire ma plainte", "open_complaint")]
    assert rules.near_duplicates(pair) == []


def test_examples_that_differ_in_more_or_are_short_may_stand() -> None:
    apart = ["combien coûte un passeport à Lyon", "combien coûte une carte à Nice"]
    assert rules.near_duplicates(map(example, apart)) == []
    assert rules.near_duplicates(map(example, ["les papiers", "les délais"])) == []


def test_no_case_is_in_training() -> None:
    assert rules.leaked_cases([example("bonjour")], [case("bonjour à vous")]) == []
    assert rules.leaked_cases([example("bonjour")], [case("Bonjour !")]) == [
        "fr.jsonl:1: 'Bonjour !' is in training, fr.yml:1"
    ]


def test_no_sentence_of_a_dialogue_is_in_training_but_short_answers_may_be() -> None:
    trained = [example("oui"), example("je veux me plaindre")]
    assert rules.leaked_dialogues(trained, [dialogue("oui", "je voudrais me plaindre")]) == []
    assert rules.leaked_dialogues(trained, [dialogue("oui", "Je veux me plaindre.")]) == [
        "d.yaml: 'Je veux me plaindre.' is in training, fr.yml:1"
    ]


def test_examples_are_read_with_facet_and_line() -> None:
    text = (
        "version: '3.1'\n"
        "nlu:\n"
        "  - intent: ask_programme\n"
        "    metadata: {facet: amount}\n"
        "    examples: |\n"
        "      - combien ?\n"
        "\n"
        "      - quel montant - environ\n"
    )
    assert examples_of(text, "fr", "a.yml") == [
        Example("combien ?", "ask_programme", "fr", "amount", "a.yml:6"),
        Example("quel montant - environ", "ask_programme", "fr", "amount", "a.yml:8"),
    ]
    assert examples_of("version: '3.1'\n", "fr", "a.yml") == []
