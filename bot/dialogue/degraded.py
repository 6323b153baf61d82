"""A turn without Rasa: complaint intake and knowledge search, over the same conversation state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.dialogue.exchange import RasaAnswer
from bot.dialogue.messages import Message
from bot.dialogue.state import active_form, slots, with_slots
from bot.replies.said import Pick, Said
from bot.tickets.desk import Desk, Filing
from bot.tickets.drafts import CLEARED, FEATURES, draft_from, slots_of
from bot.tickets.form import Draft, Filled, Question
from bot.tickets.intake import fill
from bot.tickets.kinds import Kind
from bot.tickets.matter import grieves, wishes_only
from bot.tickets.reading import Classified, Reading
from bot.tickets.reception import Reception
from bot.tickets.talking import QUESTIONS, Place, TicketTalk, Told
from bot.tickets.telling import (
    competence_said,
    court_said,
    how_to_follow_said,
    question_said,
    unclear_key,
)
from bot.tickets.words import Words
from knowledge.answering import answer_said
from knowledge.base import Knowledge

State = Sequence[Mapping[str, Any]]

_NOT_RUN = Classified()
_FOR_THE_FORM = frozenset({*FEATURES, "affirm", "deny"})
_BY_COMMAND: Mapping[str, str] = {
    "greet": "greet",
    "help": "help",
    "list_programmes": "list-programmes",
    "change_language": "which-language",
}


class Degraded:
    """Answers when Rasa is down or slow; what it leaves behind, Rasa's forms go on with."""

    def __init__(
        self,
        knowledge: Knowledge,
        words: Words,
        desk: Desk,
        talk: TicketTalk,
        reception: Reception,
    ) -> None:
        self._knowledge = knowledge
        self._words = words
        self._desk = desk
        self._talk = talk
        self._reception = reception

    async def turn(self, message: Message, metadata: Mapping[str, Any], state: State) -> RasaAnswer:
        """The answer to a message; its confidence is 0, since nothing was classified."""
        told = await self._about_a_ticket(message, metadata, state)
        if told:
            state = with_slots(state, {"ticket": told.ticket}, active_form(state))
            said = Said(told.say, told.args, told.asks)
            return RasaAnswer([said], _understood("check_complaint"), state)
        form = active_form(state)
        if message.pick and message.pick.intent not in _FOR_THE_FORM:
            return self._beside_the_form(message.pick, metadata, state)
        feature = form if form in FEATURES else self._wished(message)
        if feature is None:
            return self._by_search(message, metadata, state)
        return await self._intake(feature, message, metadata, state, started=form is None)

    async def _about_a_ticket(
        self, message: Message, metadata: Mapping[str, Any], state: State
    ) -> Told | None:
        place = Place(metadata["turn_id"], metadata["conversation"])
        if message.pick:
            picked = message.pick.values
            return await self._talk.pressed(picked, place) if "do" in picked else None
        if metadata["asked"] not in QUESTIONS:
            return None
        ticket_id = slots(state).get("ticket")
        return await self._talk.written(metadata["asked"], ticket_id, message.text, place)

    def _beside_the_form(self, pick: Pick, metadata: Mapping[str, Any], state: State) -> RasaAnswer:
        """A choice or command that no form waits for; an open form asks its question again."""
        said = [self._picked(pick)]
        form = active_form(state)
        if form and form in FEATURES:
            draft = draft_from(slots(state), FEATURES[form], metadata["channel"])
            if question := question_said(draft):
                said.append(Said.from_json(question))
        return RasaAnswer(said, _understood(pick.intent), state)

    def _picked(self, pick: Pick) -> Said:
        if pick.values.get("topic") or pick.values.get("posts"):
            return Said(*answer_said(self._knowledge, "", on_table=None, picked=pick.values))
        if lang := pick.values.get("lang"):
            return Said("language-changed", {"lang": lang})
        return Said(_BY_COMMAND.get(pick.intent, "degraded-unknown"))

    def _wished(self, message: Message) -> str | None:
        if message.pick:
            return message.pick.intent if message.pick.intent in FEATURES else None
        read = Reading.of(message.text, _NOT_RUN, self._words)
        wishes = wishes_only(read) and self._words.wish.find(read.words)
        return "open_complaint" if wishes or grieves(read) else None

    def _by_search(self, message: Message, metadata: Mapping[str, Any], state: State) -> RasaAnswer:
        key, args = answer_said(
            self._knowledge,
            message.text,
            metadata["lang"],
            on_table=metadata["topic"],
            picked=message.pick.values if message.pick else None,
        )
        if key == "unknown":
            said, intent = Said("degraded-unknown", {"ranked": args["ranked"]}), "out_of_scope"
        else:
            said, intent = Said(key, args), "ask_programme"
        return RasaAnswer([said], _understood(intent), state)

    async def _intake(
        self,
        feature: str,
        message: Message,
        metadata: Mapping[str, Any],
        state: State,
        *,
        started: bool,
    ) -> RasaAnswer:
        kept = slots(state)
        asked = None if started else _question(kept.get("requested_slot"))
        draft = draft_from(kept, FEATURES[feature], metadata["channel"])
        picked = message.pick.values if message.pick else None
        filled = fill(draft, message.text, _NOT_RUN, asked, picked, words=self._words)
        said = self._aside(message, filled, asked)
        known = self._knowledge.competence.categories
        if competence := competence_said(draft, filled.draft, known):
            said.append(Said.from_json(competence))
        if court := court_said(draft, filled.draft, self._words):
            said.append(Said.from_json(court))
        question = question_said(filled.draft)
        if started and question and filled.draft.kind == Kind.QUESTION:
            said += await self._expected()
        if question:
            state = with_slots(
                state, {**slots_of(filled.draft), "requested_slot": question["asks"]}, feature
            )
            return RasaAnswer([*said, Said.from_json(question)], _understood(feature), state)
        ended = await self._conclude(filled.draft, metadata)
        state = with_slots(state, {**CLEARED, "requested_slot": None}, None)
        return RasaAnswer([*said, *ended], _understood(feature), state)

    def _aside(self, message: Message, filled: Filled, asked: Question | None) -> list[Said]:
        """What goes before the next question: an answer from the knowledge base, or a hint."""
        hint = unclear_key(filled, asked)
        if hint is None and "left" not in filled.notes:
            return []
        key, args = answer_said(self._knowledge, message.text, on_table=None)
        if key == "answer":
            return [Said(key, args)]
        return [Said(hint)] if hint else []

    async def _conclude(self, draft: Draft, metadata: Mapping[str, Any]) -> list[Said]:
        filing = Filing(metadata["turn_id"], metadata["conversation"], metadata["reply_lang"])
        ended = Said(*await self._desk.conclude(draft, filing))
        further = how_to_follow_said(ended.say, draft)
        return [ended, Said.from_json(further)] if further else [ended]

    async def _expected(self) -> list[Said]:
        expected = await self._reception.expect()
        return [Said(*expected)] if expected else []


def _question(requested: Any) -> Question | None:
    return Question(requested) if requested in list(Question) else None


def _understood(intent: str) -> dict[str, Any]:
    return {"intent": intent, "confidence": 0.0, "facet": None}
