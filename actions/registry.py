"""All actions of domain.yml, each with the parts that it needs."""

from __future__ import annotations

from rasa_sdk.executor import ActionExecutor

from actions.ask_programme import AskProgramme
from actions.change_language import ChangeLanguage
from actions.check_complaint import CheckComplaint
from actions.make_suggestion import suggestion_actions
from actions.not_understood import NotUnderstood
from actions.open_complaint import complaint_actions
from actions.out_of_scope import OutOfScope
from actions.talk_to_agent import question_actions
from bot.tickets.desk import Desk
from bot.tickets.reception import Reception
from bot.tickets.talking import TicketTalk
from bot.tickets.words import Words
from knowledge.base import Knowledge


def action_executor(
    knowledge: Knowledge, words: Words, desk: Desk, talk: TicketTalk, reception: Reception
) -> ActionExecutor:
    """rasa_sdk's executor with our actions registered."""
    executor = ActionExecutor()
    for action in (
        AskProgramme(knowledge),
        NotUnderstood(knowledge),
        ChangeLanguage(),
        CheckComplaint(desk, talk),
        OutOfScope(words),
        *complaint_actions(words, desk, knowledge),
        *suggestion_actions(words, desk),
        *question_actions(words, desk, reception),
    ):
        executor.register_action(action)
    return executor
