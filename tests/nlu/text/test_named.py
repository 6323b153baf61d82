"""Which variety a message asks for."""

import pytest

from nlu.text.named import named_variety
from nlu.text.variety import Variety


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("fr", "en français svp"),
        ("fr", "pas en arabe, en français"),
        ("fr", "en français svp je lis mal l'arabe"),
        ("fr", "je ne comprends pas l'arabe, parlez français"),
        ("ar", "بالعربية من فضلكم، لا أفهم الفرنسية"),
        ("ar", "je préfère l'arabe"),
        ("ary", "هضر معايا بالدارجة احسن الله يخليك"),
        ("ary", "ما كنفهمش الفرنسية هضر بالدارجة"),
        ("fr", "قلب لي اللغة للفرنسية عافاك"),
        ("ary-Latn", "hder m3aya b darija 3afak"),
        ("fr", "ma kanfhemch l3arbiya, b français 3afak"),
    ],
)
def test_the_variety_asked_for_is_found(asked: Variety, text: str) -> None:
    assert named_variety(text) == asked


@pytest.mark.parametrize("text", ["je ne lis pas l'arabe", "ma kanfhemch lfransawiya", "bonjour"])
def test_what_is_not_read_is_not_asked_for(text: str) -> None:
    assert named_variety(text) is None
