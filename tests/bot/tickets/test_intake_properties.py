"""What holds for any text in any conversation."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.tickets.form import Draft, Question, ending, next_question, questions
from bot.tickets.intake import fill
from bot.tickets.kinds import Category, Kind
from bot.tickets.reading import Classified
from bot.tickets.words import FOLDER, load_words
from tests.bot.tickets.drafts import NEW

WORDS = load_words(FOLDER)

_PHRASES = [
    *("oui", "non", "la", "لا", "واخا", "wakha", "la Belgique", "fransa", "1", "douane", "بلجيكا"),
    *("le pays", "البلد", ":", "la description :", "aucun", "ali@example.org", "+32470123456", "?"),
    *("mon passeport est bloqué depuis 3 mois", "machi", "c'est quoi", "merci", "\u2067", "، "),
]
_TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(_PHRASES), max_size=5).map(" ".join))
_INTENTS = ["ask_programme", "affirm", "deny", "greet", "talk_to_agent", "open_complaint", None]
_UNDERSTOOD = st.builds(Classified, st.sampled_from(_INTENTS), st.floats(0, 1))
_ASKED = st.sampled_from([None, *Question])
_DRAFTS = st.builds(
    Draft,
    st.sampled_from(Kind),
    st.sampled_from(["web", "telegram"]),
    consent=st.sampled_from([True, None]),
    category=st.sampled_from([None, Category.CONSULAR]),
    country=st.sampled_from([None, "FR"]),
    description=st.sampled_from([None, "Le dossier est perdu."]),
    contact=st.sampled_from([None, "", "0612345678"]),
)
_CHOICES = st.sampled_from([True, False, "BE", "", 3])
_PICKED = st.none() | st.dictionaries(st.sampled_from(["consent", "country", "x"]), _CHOICES)


@settings(max_examples=300, deadline=None)
@given(_DRAFTS, _TEXTS, _UNDERSTOOD, _ASKED, _PICKED)
def test_fill_loses_nothing_that_was_not_corrected(draft, text, understood, asked, picked):
    filled = fill(draft, text, understood, asked, picked, words=WORDS)
    after = filled.draft
    if after.cancelled or after.consent is False:
        assert (after.category, after.country, after.description, after.contact) == (None,) * 4
        return
    for name in ("consent", "category", "country", "description", "contact"):
        before, now = getattr(draft, name), getattr(after, name)
        told = {f"corrected-{name}", f"cleared-{name}"} & set(filled.notes)
        added = name == "description" and "added-to-description" in filled.notes
        if added:
            assert now.startswith(f"{before}\n")
        assert before is None or now == before or told or added
    if filled.outcome == "digressed":
        assert after == draft
    if after.confirmed:
        assert next_question(after) is None


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(_TEXTS, _UNDERSTOOD), max_size=8))
def test_any_conversation_goes_through_the_questions_in_order(turns):
    draft = NEW
    for text, understood in turns:
        asked = next_question(draft)
        draft = fill(draft, text, understood, asked, words=WORDS).draft
        if ending(draft):
            assert next_question(draft) is None
            return
        order = list(questions(draft))
        answered = order[: order.index(next_question(draft))]
        assert all(getattr(draft, name) is not None for name in answered)
