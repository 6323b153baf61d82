"""Spellings of one word meet in its key; other words stay apart."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from nlu.text.key import key, keys, may_be_same, stem
from nlu.text.normalise import clean, normalise

SAME = [
    "chikaya شكاية الشكاية sjikaya shikaya lchikaya chikayah",
    "lminha المنحة lmin7a minha لمنحة almin7a للمنحة والمنحة",
    "n9l na9l naql نقل",
    "ljotman ljoutman jothman الجثمان",
    "lqonsoliya القنصلية 9onsoliya 9ounsouliya لقنصلية",
    "rapatriement رباطريما rapatriment",
    "wra9 lwra9 oerqa الوراق لوراق",
    "khassni خاصني 5assni khasni",
    "chno شنو sjnoe xno shnou",
    "t9a3od تقاعد taqa3oud",
    "ta9afa ثقافة thaqafa attaqafa",
    "maghrib المغرب lmaghrib",
    "gharama غرامة",
    "wlad ولاد oulad",
    "bghit بغيت bghiiiit",
    "lhaj الحاج l7aj",
]


TABLE: dict[str, dict[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("spellings.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("word", TABLE)
def test_the_spellings_of_a_word_of_the_house_meet(word: str) -> None:
    met = {spelling for spelling in TABLE[word]["meet"] if key(spelling) == key(word)}
    assert met == set(TABLE[word]["meet"])


@pytest.mark.parametrize("word", [word for word in TABLE if "apart" in TABLE[word]])
def test_spellings_known_to_be_missed_are_listed_as_such(word: str) -> None:
    assert key(word) not in map(key, TABLE[word]["apart"])


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert len(TABLE) >= 60
    assert sum(len(spellings["meet"]) for spellings in TABLE.values()) >= 300


@pytest.mark.parametrize("spellings", SAME)
def test_spellings_of_one_word_share_a_key(spellings: str) -> None:
    assert len({key(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bourse", "passeport"),
        ("chikaya", "wra9"),
        ("نقل", "نقد"),
        ("2017", "2018"),
        ("minha", "mihna"),
    ],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_a_number_is_its_own_key() -> None:
    assert key("٢٠١٨") == "2018"


def test_no_letters_no_key() -> None:
    assert key("!?") == ""


def test_keys_follow_the_words() -> None:
    assert keys("N9l ljotman, 3afak") == [key("n9l"), key("ljotman"), key("3afak")]


def test_an_initial_vowel_is_kept() -> None:
    assert key("imta") == key("إمتى") != key("mata")


def test_vowels_that_are_written_tell_words_of_one_key_apart() -> None:
    assert key("presse") == key("bourse") == key("بورس")
    assert may_be_same("bourse", "بورس")
    assert may_be_same("بورس", "lbors")
    assert not may_be_same("presse", "بورس")
    assert may_be_same("chikaya", "شكاية")
    assert may_be_same("lminha", "المنحة")


def test_the_stem_is_the_word_without_its_article() -> None:
    words = [stem(normalise(word)) for word in ("المنحة", "لمنحة", "للمنحة", "بالمنحة")]
    assert words == ["منحه"] * 4
    assert stem("lminha") == "minha"
    assert stem("logement") == "logement"


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789", max_size=15) | st.text(max_size=10))
def test_the_key_is_stable(word: str) -> None:
    assert key(word) == key(clean(word))
    assert key(normalise(word)) == key(word) or "ç" in word.lower() or "c\u0327" in word.lower()
    assert " " not in key(word)
    assert bool(key(word)) == bool(normalise(word))
