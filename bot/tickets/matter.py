"""What sort of message it is: a question, a grievance, a story, a mere value. Pure."""

from bot.tickets import values, yes_no
from bot.tickets.kinds import Kind
from bot.tickets.lexicon import Span
from bot.tickets.reading import SURE, Reading

_SHORT = 4
_QUESTION_LENGTH, _MARKED_QUESTION = 25, 5
_UNMARKED_QUESTION, _UNLED_QUESTION = 11, 12
_WHY_MATTER, _ENOUGH, _WRONG_ENOUGH, _STORY = 3, 3, 2, 6
_MANY, _SOME = 5, 3


def content(message: Reading) -> int:
    """How many words say something: neither courtesy nor wish, yes, question or stalling."""
    known = message.known
    asking = (known.question, known.why, known.stall)
    return message.left(known.filler, known.verdicts, known.wish, known.negator, *asking)


def stalls(message: Reading) -> bool:
    """Whether the message only puts the answer off: "attends deux minutes", "blati"."""
    known = message.known
    if not known.stall.find(message.words):
        return False
    covered = message.covered([known.stall, known.filler, known.verdicts, known.wish])
    return all(place in covered or word.isdecimal() for place, word in enumerate(message.words))


def _wronged(message: Reading) -> bool:
    return not stalls(message) and any(
        not _opens_with(message, span) for span in message.known.grievance.find(message.words)
    )


def _opens_with(message: Reading, span: Span) -> bool:
    """Whether the word only begs for a moment: "attendez, est-ce que je peux ...?"."""
    begging = message.covered([message.known.stall, message.known.filler])
    return span.start == 0 and span.end == 1 and 0 in begging


def insults(message: Reading) -> bool:
    """Whether an insult stands in it; ask it of what is about nothing else."""
    return bool(message.known.insult.find(message.words))


def grieves(message: Reading) -> bool:
    """Whether something went wrong, or is asked why. A mere "pourquoi ?" is no grievance."""
    asked_why = message.known.why.find(message.words) and content(message) >= _WHY_MATTER
    return _wronged(message) or bool(asked_why)


def asks(message: Reading) -> bool:
    """Whether the message is a question to answer now. A why may tell a grievance."""
    if grieves(message) or len(message.words) > _QUESTION_LENGTH:
        return False
    marked = _marked(message)
    if marked and message.understood.confidence >= SURE:
        return True
    return _leads_with_question(message) or (marked and len(message.words) >= _MARKED_QUESTION)


def _marked(message: Reading) -> bool:
    return "?" in message.text or "؟" in message.text


def _leads_with_question(message: Reading) -> bool:
    spans = message.known.question.find(message.words)
    said = [span.start for span in spans if "question" in span.values]
    said += [span.start for span in message.known.why.find(message.words)]
    covered = message.covered([message.known.filler, message.known.verdicts])
    return bool(said) and all(place in covered for place in range(min(said)))


def is_question(message: Reading) -> bool:
    """Whether nothing but a question is told: short, or marked and led by a question word."""
    if not asks(message):
        return False
    if _leads_with_question(message):
        return _marked(message) or len(message.words) <= _UNMARKED_QUESTION
    return len(message.words) <= _UNLED_QUESTION


def wishes_only(message: Reading) -> bool:
    """Whether it is a wish ("je veux déposer une plainte"), a greeting, a yes: no matter."""
    known = message.known
    lexicons = (known.wish, known.filler, known.verdicts, known.question)
    return not grieves(message) and message.left(*lexicons) == 0


def describes(message: Reading, kind: Kind) -> bool:
    """Whether the message, as an answer, is a description: not a question, not a few words."""
    if stalls(message) or wishes_only(message):
        return False
    if is_question(message) and kind != Kind.QUESTION:
        return kind == Kind.SUGGESTION and content(message) > _ENOUGH
    if kind == Kind.QUESTION and _asks_in_words(message):
        return True
    few = _wronged(message) or is_question(message)
    return content(message) >= (_WRONG_ENOUGH if few else _ENOUGH)


def _asks_in_words(message: Reading) -> bool:
    """Whether it surely asks for something of ours in a sentence, however vague, for a person."""
    sure = message.understood.surely({"ask_programme"})
    return sure and len(message.words) > _SHORT and content(message) > 0


def tells(message: Reading, kind: Kind) -> bool:
    """Whether the message holds matter for a ticket, beyond the wish to open one."""
    known = message.known
    said = (known.wish, known.filler, known.verdicts, known.question)
    if (
        stalls(message)
        or yes_no.leaves(message)
        or (is_question(message) and kind != Kind.QUESTION)
    ):
        return False
    if grieves(message):
        return len(message.words) >= _SHORT and message.left(*said) > 1
    if kind == Kind.COMPLAINT:
        return message.left(*said, known.categories, known.countries) >= _MANY
    if kind == Kind.QUESTION and _is_about_a_matter(message):
        return True
    return message.left(*said, known.vague) >= _SOME


def _is_about_a_matter(message: Reading) -> bool:
    """Whether it says what it is about, in a word we know: "sur ma retraite"."""
    covered = message.covered([message.known.filler])
    about = {span.end for span in message.known.about.find(message.words)}
    for span in values.affirmed(message, message.known.categories):
        before = span.start
        while before not in about and before - 1 in covered:
            before -= 1
        if before in about:
            return True
    return False


def is_story(message: Reading) -> bool:
    """Whether the message tells so much that it is kept whatever was asked."""
    numbers = sum(word.isdecimal() for word in message.words)
    return content(message) - numbers >= _STORY and not is_question(message)


def details(message: Reading) -> int:
    """How many words say something besides values, yes and no, and the wish to change.
    Mere numbers say nothing."""
    known = message.known
    said = (known.filler, known.verdicts, known.wish, known.question, known.why, known.stall)
    change = (known.correction, known.change, known.negator, known.add, known.vague)
    told = (known.none, known.fields, known.categories, known.countries)
    covered = message.covered([*said, *change, *told])
    left = [word for place, word in enumerate(message.words) if place not in covered]
    return 0 if all(word.isdecimal() for word in left) else len(left)


def is_bare(message: Reading) -> bool:
    """Whether nothing is said but values, and words that lead to a value."""
    known = message.known
    helpers = (known.verdicts, known.filler, known.wish, known.correction, known.change)
    told = (known.fields, known.categories, known.countries, known.negator)
    return message.left(*helpers, *told) == 0


def is_only_a_value(message: Reading) -> bool:
    """Whether the message is a place, or a bare "no, ..." with a value: no description."""
    if not is_bare(message):
        return False
    places = message.known.countries.find(message.words)
    is_place = bool(places) and not values.categories(message, asked=False)
    return is_place or yes_no.begins_with_no(message)
