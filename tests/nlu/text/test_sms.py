"""French in haste is read as French."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.text.normalise import tokens
from nlu.text.sms import written_out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cb pr un passeport", "combien pr un passeport"),
        ("jveux savoir kel papier", "je veux savoir quel papier"),
        ("J'ai pa compris pk", "j ai pa compris pourquoi"),
        ("kesako", "qu est ce que c est"),
    ],
)
def test_short_forms_are_written_out(typed: str, meant: str) -> None:
    assert written_out(tokens(typed)) == meant.split()


@pytest.mark.parametrize("text", ["kan 3ndi dossier", "chkoun ki ydir", "واش كاين", "combien"])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert written_out(tokens(text)) == tokens(text)


@given(st.text())
def test_what_is_written_out_stays_so(text: str) -> None:
    once = written_out(tokens(text))
    assert written_out(once) == once
