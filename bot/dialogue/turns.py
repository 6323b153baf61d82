"""One turn, end to end: understood by Rasa (or without it), put into words, kept whole."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import structlog

from bot.dialogue.conversations import Conversations, Moment
from bot.dialogue.correcting import go_back
from bot.dialogue.degraded import Degraded
from bot.dialogue.emergencies import with_first_reply
from bot.dialogue.exchange import Incoming, RasaAnswer, TurnAnswer, Understood
from bot.dialogue.messages import Message, meant_pick, typed_pick
from bot.dialogue.rasa import RasaClient
from bot.dialogue.shown import form_progress, ticket_event, with_choices
from bot.dialogue.unanswered import why_unanswered
from bot.errors import EmptyMessage, MalformedRequest, MessageTooLong, RasaUnavailable
from bot.measures import STAGE, TURNS, UNANSWERED
from bot.replies.consent import CONSENT, shown_as
from bot.replies.options import AGENT
from bot.replies.render import Renderer
from bot.replies.said import Pick, Reply, Said
from bot.storage.models import Choice, ConsentText, Conversation, Turn, now
from bot.tickets.form import Question
from bot.tickets.matter import grieves
from bot.tickets.reading import Classified, Reading
from bot.tickets.words import Words
from bot.tickets.yes_no import only_agrees, only_refuses
from knowledge.base import Knowledge
from knowledge.emergency import EmergencyKind, recognise
from knowledge.search import Ranked
from nlu.log_lines import in_turn
from nlu.text.normalise import clean
from nlu.text.variety import Detected, Variety, detect

log = structlog.get_logger(__name__)

DEFAULT_LANG: Variety = "fr"

_TURNS_REMEMBERED = 16
_LONGEST_TITLE = 80
_UNFOLDABLE_CHARS = 20_000  # beyond it no setting lets a message pass


@dataclass(frozen=True)
class _Outcome:
    """What a turn came to before it is put into words."""

    said: Sequence[Said]
    understood: Understood
    state: Sequence[Mapping[str, Any]]
    degraded: bool


class Dialogue:
    """The door that every channel uses: `take` a message, get the answer."""

    def __init__(
        self,
        conversations: Conversations,
        rasa: RasaClient,
        degraded: Degraded,
        knowledge: Knowledge,
        words: Words,
        renderer: Renderer,
        message_max_chars: int,
    ) -> None:
        self._conversations = conversations
        self._rasa = rasa
        self._degraded = degraded
        self._knowledge = knowledge
        self._words = words
        self._renderer = renderer
        self._message_max_chars = message_max_chars

    async def take(self, incoming: Incoming) -> TurnAnswer:
        """Answers one message; the same turn_id gets the same answer and does nothing twice.

        Raises EmptyMessage, MessageTooLong, UnknownChoice, UnknownConversation, ConversationBusy,
        TooLateToCorrect, or MalformedRequest where the turn_id was used in another conversation or
        for another text.
        A refused message changes nothing.
        """
        text = self._checked(incoming)
        with in_turn(incoming.turn_id):
            return await self._answer(incoming, text)

    async def _answer(self, incoming: Incoming, text: str) -> TurnAnswer:
        if incoming.choice is not None:
            await self._conversations.pick(incoming.conversation_id, incoming.choice)
        opening, turn_id = _opening(incoming, text), incoming.turn_id
        async with self._conversations.turn(opening, turn_id, begins=incoming.begins) as moment:
            if moment.answered is None:
                return await self._run(incoming, text, moment)
            if not _is_repeated(moment.answered, incoming, text):
                raise MalformedRequest(field="client_id")
            return TurnAnswer.from_json(moment.answered.answer)

    def _checked(self, incoming: Incoming) -> str:
        if incoming.text is None:
            return ""
        length = max(len(incoming.text), _unfolded_length(incoming.text))
        if length > self._message_max_chars:
            raise MessageTooLong(length=length, limit=self._message_max_chars)
        text = clean(incoming.text)
        if not text:
            raise EmptyMessage
        return text

    async def _run(self, incoming: Incoming, text: str, moment: Moment) -> TurnAnswer:
        started = time.monotonic()
        conversation = moment.conversation
        if incoming.corrects:
            turns = await self._conversations.latest(conversation.id, _TURNS_REMEMBERED)
            go_back(conversation, turns, incoming.corrects)
            moment = Moment(conversation, pushed=moment.pushed)
        if conversation.asked == Question.CONSENT and conversation.consent_text is None:
            # It was asked by a push, which is put into words when it is shown.
            await self._conversations.note_consent(conversation, self._consent(conversation.lang))
        message = await self._message(incoming, text, moment)
        emergency = None if message.pick else recognise(message.text)
        detected = _detected(message, incoming.lang, conversation)
        outcome = await self._outcome(incoming, conversation, message, detected, emergency)
        if emergency:
            told = await self._was_told(emergency, conversation)
            topic = outcome.understood.topic
            said = with_first_reply(emergency, outcome.said, topic, told=told)
            outcome = replace(outcome, said=said)
        outcome = replace(outcome, said=_with_commands(outcome.said, conversation.channel))
        with_notice = not (conversation.welcomed or emergency)
        lang = _changed_lang(outcome.said) or _reply_lang(conversation, detected)
        replies = self._in_words(outcome.said, lang, with_notice=with_notice)
        conversation.welcomed = conversation.welcomed or with_notice
        _move_on(conversation, outcome, detected)
        consent = _consent_in(replies) if outcome.said[-1].asks == Question.CONSENT else None
        if consent:
            conversation.consent_text = consent.digest
        choices, shown = with_choices(replies, conversation.id, incoming.turn_id)
        answer = TurnAnswer(
            understood=outcome.understood.as_json(),
            replies=shown,
            asks=outcome.said[-1].asks,
            ticket=ticket_event(outcome.said),
            offers=sorted({offer for reply in replies for offer in reply.offers}),
            progress=form_progress(outcome.state, incoming.channel, outcome.said[-1].asks),
        )
        turn = Turn(
            turn_id=incoming.turn_id,
            conversation_id=conversation.id,
            text=message.text,
            understood=dict(answer.understood),
            answer=answer.as_json(),
            lang=outcome.understood.lang,
            topic=outcome.understood.topic,
            facet=outcome.understood.facet,
            degraded=outcome.degraded,
            unanswered=why_unanswered(outcome.said, self._knowledge),
            took_ms=round((time.monotonic() - started) * 1000),
            created_at=now(),
        )
        with STAGE.labels("keeping").time():
            await self._conversations.commit(conversation, turn, choices, consent)
        STAGE.labels("whole").observe(time.monotonic() - started)
        _count(conversation, turn)
        return answer

    async def _message(self, incoming: Incoming, text: str, moment: Moment) -> Message:
        if incoming.pick:
            return Message(f"/{incoming.pick.intent}", incoming.pick)
        if incoming.choice is not None:
            title, pick = await self._conversations.pick(incoming.conversation_id, incoming.choice)
            return Message(title, pick)
        meant = (_moved if moment.conversation.asked else self._meant)(text, moment)
        chosen = meant or typed_pick(text, moment.choices)
        offered = "agent" in moment.offers and not moment.conversation.asked
        if not chosen and offered and only_agrees(self._read(text)):
            # "Shall I pass it on to a person?" - "Yes."
            return Message(text, AGENT)
        return Message(text, Pick.from_json(chosen.pick) if chosen else None)

    def _meant(self, text: str, moment: Moment) -> Choice | None:
        """What answers the newest push, or a bare yes or no the question before it."""
        if len(text) > _LONGEST_TITLE:
            return None
        if chosen := typed_pick(text, moment.pushed):
            return chosen
        read = self._read(text)
        yes = only_agrees(read)
        if not yes and not only_refuses(read):
            return None
        return meant_pick(yes, moment.pushed) or meant_pick(yes, moment.choices)

    async def _outcome(
        self,
        incoming: Incoming,
        conversation: Conversation,
        message: Message,
        detected: Detected,
        emergency: EmergencyKind | None,
    ) -> _Outcome:
        if detected.other and not (conversation.asked or message.pick or emergency):
            return _other_language(conversation, detected)
        found = self._found(message, detected.lang)
        metadata = {
            **_metadata(incoming, conversation, message, detected),
            "named": found[0].score if found else 0.0,
            # "J'ai perdu mon passeport" tells what is needed, not who did wrong.
            "grieves": emergency != "lost_passport" and self._grieves(message),
        }
        try:
            with STAGE.labels("understanding").time():
                answer = await self._rasa.turn(
                    conversation.id, message.for_rasa, metadata, conversation.rasa_state
                )
        except RasaUnavailable as error:
            log.warning("turn.degraded", reason=error.fields["reason"])
            answer = await self._degraded.turn(message, metadata, conversation.rasa_state)
            understood = _understood(answer, detected, found)
            return _Outcome(answer.said, understood, answer.state, True)
        return _Outcome(answer.said, _understood(answer, detected, found), answer.state, False)

    def _found(self, message: Message, lang: Variety) -> Sequence[Ranked]:
        """The topics that the text is about: context for Rasa, and for staff, whatever is said."""
        return [] if message.pick else self._knowledge.search(message.text, lang).ranked

    def _grieves(self, message: Message) -> bool:
        """Whether the text holds the words of a grievance: context for Rasa."""
        return not message.pick and grieves(self._read(message.text))

    def _consent(self, lang: Variety) -> ConsentText:
        return _consent_in([self._renderer.render(Said(CONSENT), lang)])

    def _read(self, text: str) -> Reading:
        return Reading.of(text, Classified(), self._words)

    async def _was_told(self, kind: EmergencyKind, conversation: Conversation) -> bool:
        """Whether one of the last turns of the conversation told of the same emergency."""
        earlier = await self._conversations.said_lately(conversation.id, _TURNS_REMEMBERED)
        return any(recognise(text) == kind for text in earlier)

    def _in_words(self, said: Sequence[Said], lang: Variety, *, with_notice: bool) -> list[Reply]:
        replies = [self._renderer.render(part, lang) for part in said]
        if not with_notice:
            return replies
        notice = self._renderer.render(Said("first-contact-notice"), lang)
        # A question stays last: it is what the citizen answers next.
        place = len(replies) - 1 if said[-1].asks else len(replies)
        return [*replies[:place], notice, *replies[place:]]


def _moved(text: str, moment: Moment) -> Choice | None:
    """What answers the question of a form that came from the other channel by a push."""
    if len(text) > _LONGEST_TITLE:
        return None
    return typed_pick(text, [one for one in moment.pushed if "ticket" not in one.pick["values"]])


def _consent_in(replies: Sequence[Reply]) -> ConsentText:
    """The consent text that the last reply asks by."""
    return shown_as(CONSENT, replies[-1].lang, replies[-1].text)


def _count(conversation: Conversation, turn: Turn) -> None:
    lang = str(turn.lang)
    TURNS.labels(conversation.channel, lang, turn.degraded).inc()
    if turn.unanswered:
        UNANSWERED.labels(lang, turn.unanswered).inc()
    log.info(
        "turn.answered",
        channel=conversation.channel,
        intent=turn.understood["intent"],
        lang=lang,
        degraded=turn.degraded,
        ms=turn.took_ms,
    )


def _opening(incoming: Incoming, text: str) -> Conversation:
    """The conversation that this message would begin.

    Every turn makes one, so nothing is left to defaults, which pydantic looks into each time.
    """
    moment = now()
    return Conversation(
        id=incoming.conversation_id,
        channel=incoming.channel,
        address=incoming.address,
        lang=incoming.lang or detect(text).lang,
        rasa_state=[],
        created_at=moment,
        updated_at=moment,
    )


def _is_repeated(answered: Turn, incoming: Incoming, text: str) -> bool:
    """Whether a turn that was answered is this very message, sent again.

    An id alone must not open the conversation that it began.
    """
    same_text = incoming.text is None or text == answered.text
    return same_text and answered.conversation_id == incoming.conversation_id


def _unfolded_length(text: str) -> int:
    """The length once ligatures are spelt out: one sign may stand for eighteen letters."""
    return len(unicodedata.normalize("NFKC", text)) if len(text) <= _UNFOLDABLE_CHARS else 0


def _detected(message: Message, preferred: Variety | None, conversation: Conversation) -> Detected:
    current = preferred or conversation.lang
    if message.pick:
        return Detected(current, 1.0, None)
    return detect(message.text, current)


def _reply_lang(conversation: Conversation, detected: Detected) -> Variety:
    return conversation.lang if conversation.lang_chosen else detected.lang


def _changed_lang(said: Sequence[Said]) -> Variety | None:
    """The variety that the turn changes to: all that is said in it is said in that."""
    return next((part.args["lang"] for part in said if part.say == "language-changed"), None)


def _with_commands(said: Sequence[Said], channel: str) -> Sequence[Said]:
    """Who asks after their data learns where they see and delete it themselves."""
    if all(part.say != "my-data" for part in said):
        return said
    # A question of a form stays last: it is what the citizen answers next.
    place = len(said) - 1 if said[-1].asks else len(said)
    return [*said[:place], Said(f"my-data-{channel}"), *said[place:]]


def _other_language(conversation: Conversation, detected: Detected) -> _Outcome:
    understood = Understood(detected.lang, "out_of_scope", detected.confidence)
    return _Outcome([Said("other-language")], understood, conversation.rasa_state, False)


def _metadata(
    incoming: Incoming, conversation: Conversation, message: Message, detected: Detected
) -> dict[str, Any]:
    return {
        "turn_id": incoming.turn_id,
        "conversation": conversation.id,
        "channel": conversation.channel,
        "lang": detected.lang,
        "reply_lang": _reply_lang(conversation, detected),
        "asked": conversation.asked,
        "topic": conversation.topic,
        "choice": dict(message.pick.values) if message.pick else None,
        "minted": message.pick is not None,
    }


def _understood(answer: RasaAnswer, detected: Detected, found: Sequence[Ranked]) -> Understood:
    intent = str(answer.understood["intent"])
    about = intent == "ask_programme"
    answered = next((part for part in answer.said if "topic" in part.args), None)
    ranked: Sequence[tuple[str, float]] = next(
        (part.args["ranked"] for part in answer.said if "ranked" in part.args),
        [(ranked.topic, round(ranked.score, 3)) for ranked in found],
    )
    facet = answered.args.get("facet") if answered else answer.understood.get("facet")
    return Understood(
        lang=detected.lang,
        intent=intent,
        confidence=float(answer.understood["confidence"]),
        facet=facet if about else None,
        topic=answered.args["topic"] if answered else None,
        topics=[(topic, score) for topic, score in ranked],
    )


def _move_on(conversation: Conversation, outcome: _Outcome, detected: Detected) -> None:
    """Writes what the turn leaves behind into the conversation."""
    conversation.rasa_state = [dict(event) for event in outcome.state]
    conversation.asked = outcome.said[-1].asks
    if any(part.say == "answer" for part in outcome.said):
        conversation.topic = outcome.understood.topic
    if any(part.say == "did-you-mean" for part in outcome.said):
        # Who goes on without choosing goes on about the likeliest.
        conversation.topic = outcome.understood.topics[0][0]
    if not conversation.lang_chosen:
        conversation.lang = detected.lang
    if changed := _changed_lang(outcome.said):
        conversation.lang = changed
        conversation.lang_chosen = True
