"""The figures in a text: what stands in digits has to be the same in every variety."""

import re

_WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩٫", "0123456789,")
_GROUPED = re.compile(r"(?<=\d)[ \u00a0\u202f.](?=\d{3}(?!\d))")
# A digit beside a letter is a letter: 7aja, l9raya, D16ter.
_FIGURE = re.compile(r"(?<![^\W_])\d+(?:[.,]\d+)?(?![^\W_])")


def figures_in(text: str) -> frozenset[str]:
    """The figures of a text in one form: "6 990 500", "6.990.500" and "٦٩٩٠٥٠٠" are one."""
    plain = _GROUPED.sub("", text.translate(_WESTERN))
    return frozenset(found.replace(",", ".") for found in _FIGURE.findall(plain))
