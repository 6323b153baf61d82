"""Yes, no, stop: what a message agrees to, refuses or gives up. Pure."""

from bot.tickets.reading import Reading

_YES_NO_LENGTH = 8
_SOME = 3


def yes_or_no(message: Reading, *, wrong_is_no: bool = False) -> bool | None:
    """True for a yes, False for a no, None for neither, both, or "I don't know"."""
    if not message.words:
        return _sign(message)
    said = [span.values for span in message.verdicts]
    if any("unsure" in values for values in said):
        return None
    noes = {"no", "wrong"} if wrong_is_no else {"no"}
    negative = any(values & noes for values in said)
    strong = any("yes" in values and "weak_yes" not in values for values in said)
    weak = any("weak_yes" in values for values in said)
    verdict = _weighed(message, negative, strong, weak)
    return _from_intent(message) if verdict is None else verdict


def only_agrees(message: Reading) -> bool:
    """Whether the message says yes and nothing else."""
    rest = message.left(message.known.verdicts, message.known.filler)
    return rest == 0 and yes_or_no(message) is True


def only_refuses(message: Reading) -> bool:
    """Whether the message says no and nothing else."""
    rest = message.left(message.known.verdicts, message.known.filler)
    return rest == 0 and yes_or_no(message) is False


def _weighed(message: Reading, negative: bool, strong: bool, weak: bool) -> bool | None:
    if negative and strong:
        return None
    rest = message.left(message.known.verdicts, message.known.filler, message.known.wish)
    if negative or strong:
        return strong if rest <= _SOME or _leads(message) else None
    return True if weak and rest == 0 else None


def _leads(message: Reading) -> bool:
    """Whether the message begins with its yes or no, greetings aside."""
    filler = message.covered([message.known.filler])
    first = next((span.start for span in message.verdicts), None)
    return first is not None and all(place in filler for place in range(first))


def _from_intent(message: Reading) -> bool | None:
    if len(message.words) > _YES_NO_LENGTH:
        return None
    if message.understood.surely({"affirm"}):
        return True
    return False if message.understood.surely({"deny"}) else None


def _sign(message: Reading) -> bool | None:
    yes = any(sign in message.text for sign in message.known.yes_signs)
    no = any(sign in message.text for sign in message.known.no_signs)
    return yes if yes != no else None


def objects(message: Reading) -> bool:
    """Whether it says that something is wrong, be it with a yes: "oui mais ..."."""
    return any("wrong" in span.values for span in message.verdicts)


def begins_with_no(message: Reading) -> bool:
    """Whether it starts with a no, "non, ...": a refusal or the start of a correction."""
    return _leads(message) and bool(message.verdicts[0].values & {"no", "wrong"})


def cancels(message: Reading, *, begun: bool = True) -> bool:
    """Whether the message asks to stop and says nothing else.

    begun: whether there is something to change one's mind about.
    """
    known = message.known
    if not (known.cancel.find(message.words) or (begun and known.mind.find(message.words))):
        return False
    around = (known.filler, known.wish, known.verdicts, known.stall, known.leave, known.correction)
    return message.left(known.cancel, known.mind, *around) == 0


def leaves(message: Reading) -> bool:
    """Whether the message takes leave and says nothing else."""
    known = message.known
    around = (known.filler, known.verdicts, known.cancel)
    return bool(known.leave.find(message.words)) and message.left(known.leave, *around) == 0


def wants_none(message: Reading) -> bool:
    """Whether it says nothing but that there is nothing to give: a cancel word may say so."""
    known = message.known
    return bool(known.none.find(message.words)) and message.left(known.none, known.filler) == 0


def declines(message: Reading) -> bool:
    """Whether the message says that there is nothing to give: "aucun", "bla"."""
    known = message.known
    if any("unsure" in span.values for span in message.verdicts):
        return False
    rest = message.left(known.none, known.verdicts, known.filler, known.fields, known.wish)
    if known.none.find(message.words):
        return rest <= _SOME
    return rest <= 1 and yes_or_no(message) is False
