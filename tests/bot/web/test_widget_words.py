"""The widget's words: four varieties with the same keys, plurals, ages, and what stays together.

The widget's own modules run in Node, as Vite builds them for browsers.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from bot.dialogue.short_codes import VALID
from tests.conftest import missing

NODE = shutil.which("node", path=f".tools/node{os.pathsep}{os.environ['PATH']}")
SOURCE = Path("bot/web/widget/src").resolve()
VARIETIES = ("ar", "fr", "ary", "ary-Latn")
ARABIC_FORMS = {"one", "two", "few", "other"}
FRENCH_FORMS = {"one", "other"}


def labels(lang: str) -> dict[str, Any]:
    return dict(json.loads((SOURCE / "labels" / f"{lang}.json").read_text("utf-8")))


def in_node(module: str, expression: str) -> Any:
    """What the expression gives, with the module's exports as `it`."""
    if NODE is None:
        missing("Node (make setup)")
    code = f"""
        const it = await import({json.dumps(f"file://{SOURCE}/{module}")});
        process.stdout.write(JSON.stringify({expression}));
    """
    ran = subprocess.run(  # noqa: S603 our own code
        [NODE, "--no-warnings", "--input-type=module", "-e", code],
        capture_output=True,
        check=True,
        text=True,
    )
    return json.loads(ran.stdout)


def shape(value: Any) -> Any:
    if not isinstance(value, dict):
        return len(value) if isinstance(value, list) else str
    if "other" in value:
        return "plural"
    return {key: shape(inner) for key, inner in value.items()}


@pytest.mark.parametrize("lang", VARIETIES)
def test_how_long_a_code_is_good_for_is_told_as_it_is(lang: str) -> None:
    minutes = VALID.seconds // 60
    for key in ("codeFromHere", "telegramCode"):
        assert re.findall(r"\b\d+\b", labels(lang)[key]) == [str(minutes)]


@pytest.mark.parametrize("lang", VARIETIES)
def test_every_variety_has_every_word(lang: str) -> None:
    assert shape(labels(lang)) == shape(labels("fr"))


@pytest.mark.parametrize("lang", VARIETIES)
def test_every_counted_word_has_the_forms_of_its_language(lang: str) -> None:
    forms = FRENCH_FORMS if lang == "fr" else ARABIC_FORMS
    counted = [word for word in labels(lang).values() if isinstance(word, dict) and "other" in word]
    assert counted
    assert all(set(word) == forms for word in counted)


@pytest.mark.parametrize(
    ("lang", "date", "age"),
    [
        ("fr", "2025-11", "il y a 1 an"),
        ("fr", "2023-05-03", "il y a 3 ans"),
        ("fr", "2026-09-30", "il y a 1 mois"),
        ("fr", "2026-11-02", "ce mois-ci"),
        ("fr", "2026", "cette année"),
        ("ar", "2025", "منذ سنة"),
        ("ar", "2024", "منذ سنتين"),
        ("ar", "2023", "منذ 3 سنوات"),
        ("ar", "2015", "منذ 11 سنة"),
        ("ar", "2026-09", "منذ شهرين"),
        ("ar", "1926", "منذ 100 سنة"),
        ("ary", "2024", "هادي عامين"),
        ("ary", "2021", "هادي 5 سنين"),
        ("ary-Latn", "2021", "hadi 5 snin"),
        ("ary-Latn", "2010", "hadi 16 3am"),
        ("fr", "2027", ""),
        ("fr", "2026-12-24", ""),
        ("fr", "vers 2010", ""),
    ],
)
def test_the_age_of_a_source_is_told_in_words(lang: str, date: str, age: str) -> None:
    told = in_node(
        "dates.js",
        f"it.ageInWords({json.dumps(date)}, new Date('2026-11-26T12:00:00Z'),"
        f" {json.dumps(lang)}, {json.dumps(labels(lang))})",
    )
    assert told == age


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("اتصلوا بـ +212 (0)5 37 77 65 23 غدا", {"phone": "+212 (0)5 37 77 65 23"}),
        ("اكتبوا إلى consulat@maec.gov.ma.", {"email": "consulat@maec.gov.ma"}),
        ("انظروا https://www.consulat.ma/a?b=c.", {"link": "https://www.consulat.ma/a?b=c"}),
        ("المرجع: MDM-2026-000123", {"reference": "MDM-2026-000123"}),
        ("الرمز: 7KP2QX", {"code": "7KP2QX"}),
        ("10 120 درهم", {"number": "10 120"}),
        ("يوم 2018-05-03", {"date": "2018-05-03"}),
        ("في 12, rue de la Paix, 75002 Paris، غدا", {"latin": "12, rue de la Paix, 75002 Paris"}),
        ("في Rue de la Loi 16, 1000 Bruxelles", {"latin": "Rue de la Loi 16, 1000 Bruxelles"}),
        ("من 2018 إلى 2022 MRE", {"latin": "MRE"}),
        ("le 05.03.2018, rue de la Paix", {}),
        ("http://www.consulat.ma", {}),
        ("javascript:alert(1)", {}),
    ],
)
def test_what_words_around_it_must_not_reorder_is_found(text: str, kept: dict[str, str]) -> None:
    parts = in_node("text-parts.js", f"it.partsOf({json.dumps(text)})")
    assert "".join(part["text"] for part in parts) == text
    assert {part["kind"]: part["text"] for part in parts if part["kind"] != "words"} == kept
