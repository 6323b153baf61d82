"""What a message asks to change, to add or to correct, and which field it names. Pure."""

import re

from bot.tickets import matter, yes_no
from bot.tickets.reading import Reading
from nlu.text.normalise import tokens

_FIELD_LINK = re.compile(
    r"^(?:(?:est |c'est |hiya |howa |هي |هو )?[:：=–-]|(?:c'est|hiya|howa|هي|هو)\b)\s*",
    re.IGNORECASE,
)


def adds(message: Reading) -> bool:
    """Whether it announces an addition and makes it: "ajoutez que j'ai gardé le reçu"."""
    known = message.known
    around = message.covered([known.filler, known.wish, known.verdicts, known.correction])
    first = next((span.start for span in known.add.find(message.words)), None)
    if first is None or any(place not in around for place in range(first)):
        return False
    return matter.details(message) > 0


def corrects(message: Reading) -> bool:
    """Whether the message announces a correction: "non, ...", "en fait ...", "machi ..."."""
    said = message.known.correction.find(message.words) or message.known.negator.find(message.words)
    return bool(said) or yes_no.begins_with_no(message)


def wants_change(message: Reading) -> bool:
    """Whether the message asks for a change or an addition and does not say of what."""
    known = message.known
    around = (known.filler, known.wish, known.verdicts, known.correction, known.vague)
    asks = known.change.find(message.words) or known.add.find(message.words)
    return bool(asks) and message.left(known.change, known.add, *around) == 0


def replaces(message: Reading) -> bool:
    """Whether the message says, before the field it names, that the new text takes the place
    of the old one: "remplacez la description : ..."."""
    spans = message.known.fields.find(message.words)
    end = spans[0].start if spans else 0
    return bool(message.known.change.find(message.words[:end]))


def names_a_change(message: Reading) -> bool:
    """Whether it asks for a change, whatever else it says."""
    return bool(message.known.change.find(message.words))


def named_fields(message: Reading) -> frozenset[str]:
    """The questions named by a message that says nothing else: "la catégorie"."""
    known = message.known
    spans = known.fields.find(message.words)
    around = (known.filler, known.wish, known.change, known.verdicts, known.correction)
    if not spans or message.left(known.fields, known.add, *around) > 0:
        return frozenset()
    return frozenset(value for span in spans for value in span.values)


def field_value(message: Reading) -> tuple[str, str] | None:
    """(question, text of the value) of "[non,] la description : ..."."""
    pieces = re.sub(r"\s*([:：=])\s*", r" \1 ", message.text, count=1).split()
    owners = [place for place, piece in enumerate(pieces) for _ in tokens(piece)]
    spans = message.known.fields.find(message.words)
    if not spans or len(owners) < spans[0].end or len(spans[0].values) > 1:
        return None
    known = message.known
    before = message.covered([known.filler, known.verdicts, known.change, known.correction])
    if any(place not in before for place in range(spans[0].start)):
        return None
    rest = " ".join(pieces[owners[spans[0].end - 1] + 1 :])
    value = _FIELD_LINK.sub("", rest)
    return (next(iter(spans[0].values)), value) if value and value != rest else None
