"""The served model, asked over HTTP as the application asks it."""

import json
from typing import Any

import pytest
from aiohttp import web

from tests.nlu.conftest import FORM, TOKEN, Actions, Conversation, Server, answer, rejection, says

pytestmark = pytest.mark.asyncio(loop_scope="package")


def keys(reply: dict[str, Any]) -> list[str]:
    return [saying["say"] for saying in reply["said"]]


async def test_a_turn_before_the_model_is_loaded_is_refused_as_not_ready(server: Server) -> None:
    assert server.before_ready == 503


async def test_a_rule_with_a_response_says_its_key(conversation: Conversation) -> None:
    reply = await conversation.say("bonjour")
    assert reply["said"] == [{"say": "greet", "args": {}}]
    assert reply["understood"]["intent"] == "greet"


async def test_a_question_reaches_the_action_with_metadata_and_facet(
    conversation: Conversation, actions: Actions
) -> None:
    reply = await conversation.say("quels papiers pour la bourse", topic="social/scholarships")
    assert keys(reply) == ["ask-programme"]
    assert reply["understood"]["facet"] == "documents"
    message = actions.asked[-1]["tracker"]["latest_message"]
    assert message["facet"]["name"] == "documents"
    assert message["metadata"]["turn_id"] == "t1"
    assert message["metadata"]["topic"] == "social/scholarships"
    assert actions.headers == [f"Bearer {TOKEN}"]


async def test_the_form_asks_one_question_after_the_other_and_ends(
    conversation: Conversation, actions: Actions
) -> None:
    reply = await conversation.say("bghit ndir chikaya")
    assert reply["said"] == [{"say": "ask-consent", "args": {}, "asks": "consent"}]
    asked = []
    for text in ("oui", "consulat", "France", "mon passeport attend", "aucun"):
        reply = await conversation.say(text)
        asked.append(keys(reply)[-1])
    assert asked == [
        "ask-category",
        "ask-country",
        "ask-description",
        "ask-contact",
        "ask-confirmation",
    ]
    reply = await conversation.say("oui")
    assert keys(reply) == ["open-complaint"]
    assert actions.asked[-1]["tracker"]["slots"]["description"] == "mon passeport attend"
    assert not any(e["event"] == "active_loop" and e["name"] for e in conversation.state[-4:])


async def test_a_digression_is_answered_and_the_question_comes_back(
    conversation: Conversation,
) -> None:
    await conversation.say("je veux déposer une plainte")
    reply = await conversation.say("c'est quoi la bourse", asked="consent")
    assert keys(reply) == ["ask-programme", "ask-consent"]
    assert conversation.slots().get("consent") is None
    reply = await conversation.say("oui")
    assert keys(reply) == ["ask-category"]
    assert conversation.slots()["consent"] == "oui"


async def test_several_digressions_in_a_row_leave_the_form_where_it_was(
    conversation: Conversation,
) -> None:
    await conversation.say("je veux déposer une plainte")
    await conversation.say("oui")
    for _ in range(12):
        reply = await conversation.say("c'est quoi la bourse")
        assert keys(reply) == ["ask-programme", "ask-category"]
    reply = await conversation.say("consulat")
    assert keys(reply) == ["ask-country"]
    assert (conversation.slots()["consent"], conversation.slots()["category"]) == (
        "oui",
        "consulat",
    )


async def test_an_intent_without_a_rule_is_not_understood_once(
    conversation: Conversation, actions: Actions
) -> None:
    reply = await conversation.say("effacez mes données")
    assert keys(reply) == ["not-understood"]
    assert actions.names() == ["action_not_understood"]
    assert reply["understood"]["intent"] == "my_data"
    assert keys(await conversation.say("bonjour")) == ["greet"]


async def test_what_is_below_the_threshold_is_not_understood_and_still_has_a_best_intent(
    conversation: Conversation,
) -> None:
    reply = await conversation.say("zzz qqq")
    assert keys(reply) == ["not-understood"]
    assert reply["understood"]["intent"] not in (None, "nlu_fallback")
    assert 0 < reply["understood"]["confidence"] < 0.3


@pytest.mark.parametrize(
    "text",
    [
        "😀😀",
        "x",
        "ق",
        "7",
        "12345678",
        "https://example.org/a?b=c",
        "QUFBQUJCQkJDQ0ND1234",
        "a" * 3999,
    ],
)
async def test_noise_is_understood_as_nothing_in_particular(
    conversation: Conversation, text: str
) -> None:
    reply = await conversation.say(text)
    assert reply["understood"]["confidence"] < 0.3
    assert keys(reply) == ["not-understood"]


async def test_a_thumb_up_is_a_yes(conversation: Conversation) -> None:
    assert (await conversation.say("👍"))["understood"]["intent"] == "affirm"


@pytest.mark.parametrize("text", ["MDM-2026-000123", "mdm 2026 000123 A1B2C3", "٢ MDM-٢٠٢٦-٠٠٠١٢٣"])
async def test_a_reference_is_always_a_question_about_a_ticket(
    conversation: Conversation, text: str
) -> None:
    reply = await conversation.say(text)
    assert reply["understood"]["intent"] == "check_complaint"
    assert keys(reply) == ["check-complaint"]


async def test_six_characters_are_a_code_only_where_a_code_was_asked(
    conversation: Conversation,
) -> None:
    asked = await conversation.say("k7m2qp", asked="code")
    assert asked["understood"]["intent"] == "check_complaint"
    unasked = await conversation.say("k7m2qp")
    assert unasked["understood"]["confidence"] < 1


async def test_the_state_does_not_grow_and_keeps_the_slots(
    conversation: Conversation, actions: Actions
) -> None:
    await conversation.say("je veux déposer une plainte")
    for text in ("oui", "consulat", "France"):
        await conversation.say(text)
    events, sizes = [], []
    for _ in range(30):
        reply = await conversation.say("c'est quoi la bourse")
        events.append(len(reply["state"]))
        sizes.append(len(json.dumps(reply["state"])))
    assert len(set(events[3:])) == 1
    assert max(sizes[3:]) - min(sizes[3:]) < 100
    assert max(sizes) < 20_000
    assert conversation.slots()["country"] == "France"
    assert actions.asked[-1]["tracker"]["active_loop"]["name"] == FORM


async def test_two_conversations_at_the_same_server_do_not_meet(
    conversation: Conversation,
) -> None:
    await conversation.say("je veux déposer une plainte")
    other = Conversation(conversation.url, conversation.session)
    assert keys(await other.say("oui")) == ["affirm-nothing"]
    assert keys(await conversation.say("oui")) == ["ask-category"]


@pytest.mark.parametrize("text", ["/restart", "/affirm", " /open_complaint", "/"])
async def test_a_typed_slash_is_refused(conversation: Conversation, text: str) -> None:
    status, reply = await conversation.post({"conversation": "c", "text": text})
    assert (status, reply["error"]["code"]) == (400, "not_minted")


@pytest.mark.parametrize("text", ["/restart", "/session_start", "/back", '/greet{"a": 1}', "/hm"])
async def test_even_the_application_cannot_mint_rasas_own_commands(
    conversation: Conversation, text: str
) -> None:
    body = {"conversation": "c", "text": text, "metadata": {"minted": True}}
    status, _ = await conversation.post(body)
    assert status == 400


async def test_a_minted_intent_is_taken_as_it_is(conversation: Conversation) -> None:
    reply = await conversation.say("/open_complaint", minted=True)
    assert keys(reply) == ["ask-consent"]
    assert reply["understood"]["intent"] == "open_complaint"
    assert reply["understood"]["confidence"] == 1
    assert reply["understood"]["facet"] is None


@pytest.mark.parametrize("token", ["", "not-ours", TOKEN + "x", "é"])
async def test_a_wrong_token_is_refused_and_logged(
    conversation: Conversation, server: Server, token: str
) -> None:
    def told() -> int:
        return server.log.read_text("utf-8").count('"rasa.token-refused"')

    before = told()
    await conversation.say("bonjour")
    assert told() == before
    status, reply = await conversation.post({"conversation": "c", "text": "bonjour"}, token)
    assert (status, reply["error"]["code"]) == (401, "unauthorised")
    assert told() == before + 1
    assert TOKEN not in server.log.read_text("utf-8")
    assert "not-ours" not in server.log.read_text("utf-8")


@pytest.mark.parametrize(
    "body",
    [
        [],
        {"text": "bonjour"},
        {"conversation": "c"},
        {"conversation": "c", "text": "  "},
        {"conversation": "c", "text": 3},
        {"conversation": "c", "text": "x", "state": {}},
        {"conversation": "c", "text": "x", "state": [{"event": "no such event"}]},
        {"conversation": "c", "text": "x", "state": ["x"]},
        {"conversation": "c", "text": "x", "metadata": "x"},
    ],
)
async def test_what_is_malformed_is_refused_with_json(
    conversation: Conversation, body: Any
) -> None:
    status, reply = await conversation.post(body)
    assert status == 400
    assert reply["error"]["code"]


async def test_what_is_not_json_is_refused_with_json(conversation: Conversation) -> None:
    status, reply = await conversation.post(None, raw=b"{")
    assert (status, reply["error"]["code"]) == (400, "malformed")


async def test_a_failing_action_says_nothing_and_leaves_the_state_usable(
    conversation: Conversation, actions: Actions
) -> None:
    await conversation.say("bonjour")
    actions.instead["action_ask_programme"] = lambda _: answer_500()
    reply = await conversation.say("c'est quoi la bourse")
    assert reply["said"] == []
    assert reply["understood"]["intent"] == "ask_programme"
    actions.instead.clear()
    assert keys(await conversation.say("c'est quoi la bourse")) == ["ask-programme"]


async def test_an_action_that_rejects_without_a_form_is_a_message_not_understood(
    conversation: Conversation, actions: Actions
) -> None:
    actions.instead["action_ask_programme"] = rejection
    reply = await conversation.say("c'est quoi la bourse")
    assert keys(reply) == ["not-understood"]
    assert reply["understood"]["intent"] == "ask_programme"
    actions.instead.clear()
    assert keys(await conversation.say("c'est quoi la bourse")) == ["ask-programme"]


async def test_a_form_whose_check_fails_keeps_its_slots_and_goes_on_later(
    conversation: Conversation, actions: Actions
) -> None:
    await conversation.say("je veux déposer une plainte")
    await conversation.say("oui")
    actions.instead["validate_open_complaint_form"] = lambda _: answer_500()
    await conversation.say("consulat")
    assert conversation.slots()["consent"] == "oui"
    actions.instead.clear()
    assert keys(await conversation.say("consulat"))[-1] == "ask-country"


async def test_an_unclear_answer_is_asked_again_in_the_same_turn(
    conversation: Conversation, actions: Actions
) -> None:
    await conversation.say("je veux déposer une plainte")
    events = [
        {"event": "slot", "name": "draft_kind", "value": "complaint"},
        {"event": "slot", "name": "requested_slot", "value": "consent"},
    ]
    actions.instead["validate_open_complaint_form"] = lambda _: answer(
        *events, said=[{"say": "unclear-consent"}]
    )
    reply = await conversation.say("euh")
    assert keys(reply) == ["unclear-consent", "ask-consent"]


async def test_what_an_action_says_without_a_key_is_dropped(
    conversation: Conversation, actions: Actions
) -> None:
    actions.instead["action_ask_programme"] = lambda _: answer(
        said=[{"text": "words"}, {"say": "answer", "args": {"topic": "a", "deep": [{"b": [1]}]}}]
    )
    reply = await conversation.say("c'est quoi la bourse")
    assert reply["said"] == [{"say": "answer", "args": {"topic": "a", "deep": [{"b": [1]}]}}]


async def test_braces_of_a_citizen_are_left_alone(
    conversation: Conversation, actions: Actions
) -> None:
    actions.instead["action_ask_programme"] = lambda _: says("answer", text="{name} {0} {{")
    reply = await conversation.say("c'est quoi la bourse {name} {0}")
    assert reply["said"][0]["args"] == {"text": "{name} {0} {{"}


async def test_no_text_of_a_citizen_stands_in_the_log(
    conversation: Conversation, actions: Actions, server: Server
) -> None:
    actions.instead["action_ask_programme"] = lambda _: answer_500()
    await conversation.say("c'est quoi la bourse de Zebulon")
    await conversation.post({"conversation": "c", "text": "/Zebulon"})
    await conversation.post({"conversation": "c", "text": "x", "state": [{"event": "Zebulon"}]})
    assert "Zebulon" not in server.log.read_text()


def answer_500() -> web.Response:
    return web.Response(status=500, text="broken")
