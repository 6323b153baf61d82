"""The greeting that people put before what they want."""

from nlu.text.normalise import tokens

_LATIN = """
bonjour bonsoir bjr bsr slt salut coucou cc hello hi allo salam slm salem salamo salamou selam
salamoalikom salamou3alaykom salamo3alaykom salamalaykom 3alaykom 3alikom alaykom alikom 3likom
wa3alaykom lkhir kheir khir sba7 sbah msa lkhayr labas madame monsieur mr mme svp
"""
_ARABIC = """
السلام عليكم وعليكم سلام سلامو ورحمه الله وبركاته تعالى مرحبا اهلا صباح مساء صباحو مسا الخير النور
تحيه طيبه وبعد سيدي سيدتي اخي لاباس الو
"""

_GREETING = frozenset(token for word in (_LATIN + _ARABIC).split() for token in tokens(word))
_LEAST_LEFT = 2


def without_greeting(text: str) -> str:
    """The words after a leading greeting; all of them where fewer than two would be left.

    A text without words ("👍") stays as it is.
    """
    words = tokens(text)
    if not words:
        return text
    start = next((i for i, word in enumerate(words) if word not in _GREETING), len(words))
    left = words[start:]
    return " ".join(left if len(left) >= _LEAST_LEFT else words)
