"""In an emergency the first words are for the person, and the turn goes on as usual."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bot.replies.catalogue import load_catalogue
from knowledge.emergency import KINDS
from nlu.text.variety import VARIETIES
from tests.bot.conftest import Citizen, choices, texts
from tests.bot.rasa_stand_in import RasaStandIn

WORDS = load_catalogue()
REMAINS = "social/remains-repatriation"
SAYS = {
    "fr": ("mon mari me frappe, aidez-moi", "violence"),
    "ar": ("أخي في السجن ولا نعرف ماذا نفعل", "arrest"),
    "ary": ("حنا واحلين فالحرب عتقونا", "danger"),
    "ary-Latn": ("benti tlefat liya f marseille", "missing-child"),
}


@pytest.mark.parametrize("lang", SAYS)
async def test_the_first_reply_is_for_the_emergency_then_the_turn_as_usual(
    citizen: Citizen, rasa: RasaStandIn, lang: str
) -> None:
    text, kind = SAYS[lang]
    answer = await citizen.says(text)
    assert [reply["text"] for reply in answer.replies] == [
        WORDS.text(lang, f"emergency-{kind}"),
        WORDS.text(lang, "greet"),
    ]
    assert answer.understood["intent"] == "greet"
    assert len(rasa.asked) == 1


async def test_a_person_is_offered_with_it(citizen: Citizen) -> None:
    answer = await citizen.says("mon mari me frappe")
    assert answer.offers == ["agent"]
    assert [choice["title"] for choice in answer.replies[0]["choices"]] == [
        WORDS.text("fr", "choice-agent")
    ]


async def test_it_is_said_once_a_kind_and_conversation(
    citizen: Citizen, somebody_else: Citizen
) -> None:
    first = WORDS.text("fr", "emergency-violence")
    assert first in texts(await citizen.says("mon mari me frappe"))
    assert first not in texts(await citizen.says("il me frappe depuis deux ans"))
    other = await citizen.says("et on m'a volé mon passeport")
    assert WORDS.text("fr", "emergency-lost-passport") in texts(other)
    assert first in texts(await somebody_else.says("mon mari me frappe"))


async def test_within_a_form_the_question_comes_after_it(
    citizen: Citizen, rasa: RasaStandIn
) -> None:
    rasa.said = [{"say": "ask-consent", "asks": "consent"}]
    await citizen.says("je veux porter plainte")
    rasa.said = [{"say": "ask-category", "asks": "category"}]
    answer = await citizen.says("oui, mon mari me frappe")
    assert answer.asks == "category"
    assert answer.replies[0]["text"] == WORDS.text("fr", "emergency-violence")
    assert answer.replies[-1]["text"] == WORDS.text("fr", "ask-category")


async def test_a_yes_after_it_answers_the_question_of_the_form(
    citizen: Citizen, rasa: RasaStandIn
) -> None:
    rasa.said = [{"say": "ask-consent", "asks": "consent"}]
    await citizen.says("mon patron a confisqué mon passeport, je porte plainte")
    await citizen.says("oui")
    assert rasa.asked[1]["text"] == "oui"


async def test_with_rasa_down_it_is_the_whole_answer_when_search_finds_nothing(
    citizen: Citizen, rasa: RasaStandIn
) -> None:
    rasa.status = 503
    answer = await citizen.says("il me frappe")
    assert texts(answer) == WORDS.text("fr", "emergency-violence")
    assert answer.offers == ["agent"]


async def test_with_rasa_down_what_search_finds_follows_it(
    citizen: Citizen, rasa: RasaStandIn
) -> None:
    rasa.status = 503
    answer = await citizen.says("il me frappe, et c'est quoi la bourse pour les enfants de MRE ?")
    assert answer.replies[0]["text"] == WORDS.text("fr", "emergency-violence")
    assert answer.replies[-1]["topic"] == "social/scholarships"


async def test_the_first_contact_notice_waits_for_an_ordinary_turn(citizen: Citizen) -> None:
    notice = WORDS.text("fr", "first-contact-notice")
    assert notice not in texts(await citizen.says("mon mari me frappe"))
    assert notice not in texts(await citizen.says("il me frappe encore"))
    assert notice in texts(await citizen.says("bonjour, et les bourses ?"))
    assert notice not in texts(await citizen.says("merci"))


async def test_the_bereaved_get_condolences_whom_to_call_and_the_papers(
    citizen: Citizen, rasa: RasaStandIn
) -> None:
    rasa.intent = "ask_programme"
    rasa.said = [answer_on_remains("overview")]
    answer = await citizen.says("mon père vient de mourir à Lyon")
    first, papers = answer.replies
    assert first["text"] == WORDS.text("fr", "emergency-death")
    assert (papers["topic"], papers["facet"]) == (REMAINS, "documents")
    assert papers["text"].count("\n- ") >= 3
    assert texts(answer).lower().count("condoléances") == 1


async def test_what_the_bereaved_ask_for_is_told_after_that(
    citizen: Citizen, rasa: RasaStandIn
) -> None:
    rasa.intent = "ask_programme"
    rasa.said = [answer_on_remains("amount")]
    answer = await citizen.says("mon père vient de mourir, combien coûte le rapatriement")
    assert [reply["facet"] for reply in answer.replies] == [None, "documents", "amount"]


async def test_a_death_told_beside_another_subject_does_not_change_it(
    citizen: Citizen, rasa: RasaStandIn
) -> None:
    rasa.intent = "ask_programme"
    args = {"topic": "investment/mdm-fund", "facet": "overview", "ranked": []}
    rasa.said = [{"say": "answer", "args": args}]
    answer = await citizen.says("mon père vient de mourir, et MDM Invest c'est quoi ?")
    assert [reply["topic"] for reply in answer.replies] == [None, "investment/mdm-fund"]


def answer_on_remains(facet: str) -> dict[str, Any]:
    return {"say": "answer", "args": {"topic": REMAINS, "facet": facet, "ranked": []}}


async def test_condolences_come_first_where_the_answer_has_none(citizen: Citizen) -> None:
    answer = await citizen.says("mon père vient de mourir à Lyon")
    assert answer.replies[0]["text"] == WORDS.text("fr", "emergency-death")


async def test_nobody_who_wants_to_die_is_told_of_funerals(
    citizen: Citizen, rasa: RasaStandIn
) -> None:
    rasa.said = [
        {
            "say": "answer",
            "args": {"topic": "social/remains-repatriation", "facet": "overview", "ranked": []},
        }
    ]
    first = WORDS.text("fr", "emergency-self-harm")
    assert texts(await citizen.says("je veux mourir")) == first
    assert texts(await citizen.says("je veux vraiment en finir, je veux mourir")) == first
    rasa.said = [{"say": "greet"}]
    await citizen.says("comment faire")
    assert rasa.asked[-1]["metadata"]["topic"] is None


async def test_not_understood_is_not_said_under_it(citizen: Citizen, rasa: RasaStandIn) -> None:
    rasa.said = [{"say": "not-understood"}]
    answer = await citizen.says("mon fils a disparu")
    assert texts(answer) == WORDS.text("fr", "emergency-missing-child")


async def test_a_pressed_choice_is_no_emergency(citizen: Citizen, rasa: RasaStandIn) -> None:
    offered = choices(await citizen.says("mon mari me frappe"))
    await citizen.presses(offered[WORDS.text("fr", "choice-agent")])
    assert rasa.asked[-1]["text"] == "/talk_to_agent"


@pytest.mark.parametrize("lang", VARIETIES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_words_are_few_and_sober(kind: str, lang: str) -> None:
    words = WORDS.text(lang, f"emergency-{kind.replace('_', '-')}")  # type: ignore[arg-type]
    assert len(re.findall(r"[.!?؟](?:\s|$)", words)) <= 4
    assert not re.search("[\U0001f300-\U0001faff\u2600-\u27bf]", words)
