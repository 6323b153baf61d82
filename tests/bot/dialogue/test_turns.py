"""What a turn promises: one answer each, in order, in words, whatever comes in."""

from __future__ import annotations

import asyncio
from uuid import uuid4

import pytest

from bot.dialogue.conversations import Conversations
from bot.errors import EmptyMessage, MalformedRequest, MessageTooLong, UnknownChoice
from tests.bot.conftest import Citizen, choices, texts
from tests.bot.rasa_stand_in import RasaStandIn


async def test_a_turn_repeated_gets_the_same_answer_and_runs_once(
    citizen: Citizen, rasa: RasaStandIn
) -> None:
    client_id = str(uuid4())
    first = await citizen.says("bonjour", client_id)
    again = await citizen.says("bonjour", client_id)
    assert again == first
    assert len(rasa.asked) == 1


async def test_a_turn_id_of_another_conversation_is_refused(
    citizen: Citizen, somebody_else: Citizen
) -> None:
    client_id = str(uuid4())
    await citizen.says("bonjour", client_id)
    with pytest.raises(MalformedRequest):
        await somebody_else.says("bonjour", client_id)


async def test_two_turns_of_one_conversation_at_once_run_one_after_the_other(
    citizen: Citizen, rasa: RasaStandIn
) -> None:
    await asyncio.gather(*(citizen.says(f"message {number}") for number in range(6)))
    assert rasa.most_running == 1
    assert [len(asked["state"]) for asked in rasa.asked] == [0, 1, 2, 3, 4, 5]


async def test_two_conversations_run_side_by_side(
    citizen: Citizen, somebody_else: Citizen, rasa: RasaStandIn
) -> None:
    both_there = asyncio.Barrier(2)

    async def meet(_body: object) -> None:
        await both_there.wait()

    rasa.meanwhile = meet
    await asyncio.gather(citizen.says("bonjour"), somebody_else.says("bonsoir"))
    assert rasa.most_running == 2


async def test_the_state_that_rasa_leaves_goes_along_with_the_next_turn(
    citizen: Citizen, rasa: RasaStandIn
) -> None:
    await citizen.says("bonjour")
    await citizen.says("encore")
    assert rasa.asked[1]["state"] == [{"event": "user"}]


@pytest.mark.parametrize(
    ("text", "sent"),
    [("/restart", "…"), ("/affirm", "…"), ("/ bonjour", "bonjour"), ("/oui merci", "oui merci")],
)
async def test_typed_text_never_reaches_rasa_with_a_leading_slash(
    citizen: Citizen, rasa: RasaStandIn, text: str, sent: str
) -> None:
    await citizen.says(text)
    assert rasa.asked[0]["text"] == sent
    assert rasa.asked[0]["metadata"]["minted"] is False


async def test_invisible_marks_are_stripped_before_anything_reads_the_text(
    citizen: Citizen, rasa: RasaStandIn
) -> None:
    await citizen.says("\u202ebonjour\u2066 \u0000!")
    assert rasa.asked[0]["text"] == "bonjour !"


@pytest.mark.parametrize("text", ["", "   ", "\u200f\u202e", "\u0000\u0007"])
async def test_a_message_with_nothing_to_read_is_refused(citizen: Citizen, text: str) -> None:
    with pytest.raises(EmptyMessage):
        await citizen.says(text)


async def test_a_message_too_long_is_refused_and_the_conversation_goes_on(
    citizen: Citizen, rasa: RasaStandIn
) -> None:
    with pytest.raises(MessageTooLong) as refused:
        await citizen.says("x" * 10_000)
    assert refused.value.fields == {"length": 10_000, "limit": 4000}
    assert await citizen.says("bonjour")
    assert len(rasa.asked) == 1


async def test_a_pressed_choice_becomes_a_minted_intent_with_its_values(
    citizen: Citizen, rasa: RasaStandIn
) -> None:
    rasa.said = [{"say": "ask-consent", "asks": "consent"}]
    offered = choices(await citizen.says("je veux me plaindre"))
    await citizen.presses(offered["Oui, d'accord"])
    assert rasa.asked[1]["text"] == "/affirm"
    assert rasa.asked[1]["metadata"]["choice"] == {"consent": True}
    assert rasa.asked[1]["metadata"]["asked"] == "consent"


@pytest.mark.parametrize("typed", ["1", "١", "OUI, D’ACCORD"])
async def test_a_typed_rank_or_title_picks_a_choice_as_well(
    citizen: Citizen, rasa: RasaStandIn, typed: str
) -> None:
    rasa.said = [{"say": "ask-consent", "asks": "consent"}]
    await citizen.says("je veux me plaindre")
    await citizen.says(typed)
    assert rasa.asked[1]["metadata"]["choice"] == {"consent": True}


@pytest.mark.parametrize(("text", "picked"), [("oui svp", True), ("non merci", False)])
async def test_a_yes_to_a_way_out_takes_it(
    citizen: Citizen, rasa: RasaStandIn, text: str, picked: bool
) -> None:
    rasa.said = [{"say": "unknown"}]
    await citizen.says("combien de lunes a Jupiter")
    await citizen.says(text)
    assert (rasa.asked[1]["text"] == "/talk_to_agent") is picked


async def test_a_yes_after_a_greeting_opens_nothing(citizen: Citizen, rasa: RasaStandIn) -> None:
    await citizen.says("bonjour")
    await citizen.says("oui")
    assert rasa.asked[1]["text"] == "oui"


async def test_a_choice_of_another_conversation_is_refused(
    citizen: Citizen, somebody_else: Citizen, rasa: RasaStandIn
) -> None:
    rasa.said = [{"say": "ask-consent", "asks": "consent"}]
    offered = choices(await citizen.says("je veux me plaindre"))
    await somebody_else.says("bonjour")
    with pytest.raises(UnknownChoice):
        await somebody_else.presses(offered["Oui, d'accord"])
    assert await citizen.presses(offered["Oui, d'accord"])


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("quelles sont les conditions pour la bourse", "fr"),
        ("ما هي الوثائق المطلوبة للحصول على المنحة", "ar"),
        ("شنو خاصني باش ناخد المنحة ديال ولدي", "ary"),
        ("chno khassni bach nakhod lminha dyal weldi", "ary-Latn"),
    ],
)
async def test_the_answer_comes_in_the_variety_written(
    citizen: Citizen, text: str, lang: str
) -> None:
    answer = await citizen.says(text)
    assert answer.understood["lang"] == lang
    assert {reply["lang"] for reply in answer.replies} == {lang}


async def test_a_language_asked_for_stays_whatever_is_typed(
    citizen: Citizen, rasa: RasaStandIn
) -> None:
    rasa.said = [{"say": "language-changed", "args": {"lang": "ar"}}]
    await citizen.says("parle en arabe s'il te plaît")
    rasa.said = [{"say": "thank"}]
    answer = await citizen.says("merci beaucoup, c'est très gentil")
    assert answer.understood["lang"] == "fr"
    assert answer.replies[-1]["lang"] == "ar"
    assert answer.replies[-1]["dir"] == "rtl"


async def test_what_is_asked_next_is_in_the_language_just_asked_for(
    citizen: Citizen, rasa: RasaStandIn
) -> None:
    rasa.said = [
        {"say": "language-changed", "args": {"lang": "ary"}},
        {"say": "ask-description", "asks": "description"},
    ]
    answer = await citizen.says("hder m3aya b darija b l7orof l3arbiya")
    assert {reply["lang"] for reply in answer.replies} == {"ary"}


async def test_who_goes_on_without_choosing_goes_on_about_the_likeliest(
    citizen: Citizen, rasa: RasaStandIn
) -> None:
    ranked = [["social/scholarships", 0.5], ["social/holiday-camps", 0.4]]
    rasa.said = [{"say": "did-you-mean", "args": {"facet": "overview", "ranked": ranked}}]
    await citizen.says("une aide pour ma fille")
    await citizen.says("c'est combien ?")
    assert rasa.asked[-1]["metadata"]["topic"] == "social/scholarships"


@pytest.mark.parametrize(
    ("text", "grieves"),
    [
        ("j'ai perdu mon passeport à Barcelone", False),
        ("le consulat a perdu mon dossier depuis trois mois", True),
    ],
)
async def test_who_lost_a_passport_complains_of_nobody(
    citizen: Citizen, rasa: RasaStandIn, text: str, grieves: bool
) -> None:
    await citizen.says(text)
    assert rasa.asked[0]["metadata"]["grieves"] is grieves


async def test_a_mere_yes_to_an_offer_brings_the_person(
    citizen: Citizen, rasa: RasaStandIn
) -> None:
    rasa.said = [{"say": "not-understood"}]
    await citizen.says("hmm")
    await citizen.says("oui, d'accord")
    assert rasa.asked[-1]["text"] == "/talk_to_agent"


@pytest.mark.parametrize("text", ["oui mais le RAMED existe encore ?", "واخا، بغيت ندير شكاية"])
async def test_a_yes_that_goes_on_with_something_else_is_read_for_that(
    citizen: Citizen, rasa: RasaStandIn, text: str
) -> None:
    rasa.said = [{"say": "not-understood"}]
    await citizen.says("hmm")
    await citizen.says(text)
    assert rasa.asked[-1]["text"] == text


async def test_another_language_gets_one_polite_sentence_and_a_person_offered(
    citizen: Citizen, rasa: RasaStandIn
) -> None:
    answer = await citizen.says("what documents do I need for the scholarship please")
    assert answer.understood["intent"] == "out_of_scope"
    assert "agent" in answer.offers
    assert rasa.asked == []


async def test_the_first_answer_says_once_that_the_exchange_is_kept(citizen: Citizen) -> None:
    first, second = await citizen.says("bonjour"), await citizen.says("bonjour encore")
    assert "30 jours" in texts(first)
    assert "30 jours" not in texts(second)


async def test_every_turn_is_kept_with_what_was_understood(
    citizen: Citizen, conversations: Conversations
) -> None:
    await citizen.says("bonjour")
    (turn,) = await conversations.transcript(citizen.conversation_id)
    assert (turn.text, turn.understood["intent"]) == ("bonjour", "greet")
    assert turn.answer["replies"]


async def test_markup_and_braces_go_through_as_plain_text(
    citizen: Citizen, rasa: RasaStandIn
) -> None:
    text = "<b>bonjour</b> {slot} **gras** { $reference }"
    await citizen.says(text)
    assert rasa.asked[0]["text"] == text


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"say": "not-understood"}, "not_understood"),
        ({"say": "unknown", "args": {"ranked": []}}, "unknown"),
        ({"say": "answer", "args": {"topic": "culture", "facet": "amount"}}, "no_source"),
        ({"say": "answer", "args": {"topic": "social/ramed", "facet": "overview"}}, None),
        ({"say": "greet"}, None),
    ],
)
async def test_a_turn_that_did_not_answer_is_marked_for_staff(
    citizen: Citizen,
    rasa: RasaStandIn,
    conversations: Conversations,
    said: dict[str, object],
    why: str | None,
) -> None:
    rasa.said = [said]
    await citizen.says("une question")
    (turn,) = await conversations.transcript(citizen.conversation_id)
    assert turn.unanswered == why
