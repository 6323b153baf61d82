"""The figures in a text: what stands in digits has to be the same in every variety."""

import re

_WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩٫", "0123456789,")
_GROUPED = re.compile(r"(?<=\d)[ \u00a0\u202f.](?=\d{3}(?!\d))")
# The one day of the month that French does not write as a plain number.
_FIRST = re.compile(
    r"\b1er(?= (?:janvier|février|mars|avril|mai|juin|juillet|août"
    r"|septembre|octobre|novembre|décembre)\b)"
)
# A digit beside a letter is a letter: 7aja, l9raya, D16ter.
_FIGURE = re.compile(r"(?<![^\W_])\d+(?:[.,]\d+)?(?![^\W_])")


def figures_in(text: str) -> frozenset[str]:
    """The figures of a text in one form: "6 990 500", "6.990.500" and "٦٩٩٠٥٠٠" are one."""
    plain = _FIRST.sub("1", _GROUPED.sub("", text.translate(_WESTERN)))
    return frozenset(found.replace(",", ".") for found in _FIGURE.findall(plain))
