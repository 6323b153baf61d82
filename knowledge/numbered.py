"""Programmes named by their number: a number or ordinal counts only beside "programme"."""

from functools import cache

from knowledge.spelling import spelt

MARK = "§"  # "programme 8" is the one word "§8"

_PROGRAMME = """
programme program programm prog barnamaj barnamej brnamaj brnamej bernamej barnamag
brogram broghram برنامج بروغرام بروكرام بروجرام بروغغام
"""
_BEGINNINGS = ("pr", "br", "ba", "be", "lb", "lp", "بر", "البر", "لبر", "وبر", "والبر", "فالبر")
_BETWEEN = "n no nr num numero ra9m rakm nmra nemra رقم نمره نومرو"
_ORDINALS = (
    "1 1er 1ere premier premiere lewel lewwel lowel luwel lwel lwl loul lawal awal awel اول لول",
    "2 2e 2eme 2nd deuxieme second deux tani thani tany ثاني تاني",
    "3 3e 3eme troisieme trois talet thalet taleth thalith talit talt ثالث تالت",
    "4 4e 4eme quatrieme quatre rabe3 rabi3 raba3 رابع",
    "5 5e 5eme cinquieme cinq khames khamis 5ames خامس",
    "6 6e 6eme sixieme six sades sadis سادس",
    "7 7e 7eme septieme sept sabe3 sabi3 سابع",
    "8 8e 8eme huitieme huit tamen thamen tmen thamin ثامن تامن",
)


def with_numbers(words: list[str]) -> list[str]:
    """The words, in which "programme 8" or "troisième programme" became one word."""
    if not any(word.startswith(_BEGINNINGS) for word in words):
        return words
    programme, between, numbers, before = _lists()
    forms = [spelt(word) for word in words]
    read: list[str] = []
    place = 0
    while place < len(words):
        form = forms[place]
        following = place + 1
        if form in programme:
            if following < len(words) and forms[following] in between:
                following += 1
            if following < len(words) and forms[following] in numbers:
                read.append(MARK + numbers[forms[following]])
                place = following + 1
                continue
        elif form in before and following < len(words) and forms[following] in programme:
            read.append(MARK + numbers[form])
            place += 2
            continue
        read.append(words[place])
        place += 1
    return read


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], dict[str, str], frozenset[str]]:
    numbers = {
        spelt(word): str(number)
        for number, listed in enumerate(_ORDINALS, 1)
        for word in listed.split()
    }
    # Written before "programme" only what is no plain number: "8 programmes" are eight of them.
    words_before = {form for form in numbers if not form.isdecimal()} - {
        spelt(word) for word in ("deux", "trois", "quatre", "cinq", "six", "sept", "huit")
    }
    return (
        frozenset(map(spelt, _PROGRAMME.split())),
        frozenset(map(spelt, _BETWEEN.split())),
        numbers,
        frozenset(words_before),
    )
