"""Which of our varieties a message asks for by name."""

from collections.abc import Mapping
from typing import Optional

from nlu.text.normalise import tokens
from nlu.text.variety import Variety

# As people name them; "darija" alone means the script in which it is asked for.
_LATIN_DARIJA = {"darija", "darja", "dariya", "derija", "darijja", "marocain", "lmaghribiya"}
_ARABIC_DARIJA = {"الدارجه", "بالدارجه", "دارجه", "المغربيه", "بالمغربيه"}
_FRENCH = {
    "francais", "français", "fr", "french", "fransawiya", "fransawia", "lfransawiya", "fransais",
    "bfransawiya", "francai", "lfrancais", "blfransawiya", "lfransaouia", "frança",
    "الفرنسيه", "بالفرنسيه", "فرنسيه", "فرانسي", "الفرانسيه", "بالفرانسيه",
    "فرنساويه", "بالفرنساويه",
}  # fmt: skip
_ARABIC = {
    "arabe", "arab", "arabic", "l3arbiya", "3arbiya", "bl3arbiya", "l3erbiya", "3arabiya",
    "fos7a", "lfos7a", "l3arabiya", "bl3arabiya", "arabi",
    "العربيه", "بالعربيه", "عربيه", "عربي", "الفصحى", "بالفصحى", "بالعربي", "الفصحي", "بالفصحي",
}  # fmt: skip

_NAMES: Mapping[Variety, set[str]] = {
    "ary-Latn": _LATIN_DARIJA,
    "ary": _ARABIC_DARIJA,
    "fr": _FRENCH,
    "ar": _ARABIC,
}


def named_variety(text: str) -> Optional[Variety]:
    """The variety that the text names, or None; the last one named counts ("pas en arabe, en
    français")."""
    found: Optional[Variety] = None
    for token in tokens(text):
        for lang, names in _NAMES.items():
            if token in names:
                found = lang
    return found
