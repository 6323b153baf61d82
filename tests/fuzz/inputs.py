"""What people, programs and attackers send to the chat API, as strategies of Hypothesis.

A walk is a list of steps of one client. A step that needs something of its past (a choice, a
token, an earlier message) names it by a number, which is taken modulo what there is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from hypothesis import strategies as st

from nlu.text.variety import VARIETIES

Where = Literal["own", "foreign", "crossed", "none"]
Kind = Literal[
    "say", "answer", "press", "repeat", "post", "raw",
    "read", "judge", "upload", "fetch", "look", "forget",
]  # fmt: skip

JSON_ROUTES = (
    "/api/chat",
    "/api/chat/feedback",
    "/api/chat/continue",
    "/api/chat/link/answer",
)
BODILESS_ROUTES = ("/api/chat/continuation", "/api/chat/link")
LOOKED_AT = (
    "/api/chat/link",
    "/api/chat/events",
    "/api/chat/messages",
    "/api/chat/data",
    "/api/embedding",
)

# Through the questions of a complaint, out of it, and beside it.
_PHRASES = (
    """
je veux déposer une plainte|j'ai un problème avec le consulat|bghit ndir chikaya|بغيت نشكي
أريد تقديم شكاية
oui|non|نعم|لا|اه|ah|wakha|d'accord|je refuse|consulat|القنصلية|la douane|retraite|1|2|9|١|٣
France|فرنسا|fransa|Belgique et Espagne|Canada|je ne sais pas
Mon passeport n'est pas prêt depuis trois mois et personne ne répond au téléphone.
طلبت جواز السفر منذ ثلاثة أشهر ولم أتلق أي جواب من القنصلية إلى الآن.
chhar hada ou ana kantsenna lpassport dyali w ta wa7ed ma jawbni
pas de contact|a@b.example|+33 6 12 34 56 78|٠٦١٢٣٤٥٦٧٨|annuler|إلغاء|bla matkemel|corriger le pays
je voudrais parler à quelqu'un|بغيت نهضر مع شي واحد|une suggestion|où en est ma plainte
MDM-2026-000001|MDM-2026-000001 ABC234|MDM-٢٠٢٦-٠٠٠٠٠١ ABC234|mdm 2026 1
bourse d'études|quels papiers pour la bourse ?|et les papiers ?|لابورس|minha dirasiya|cnss
rapatriement
bonjour|salam|merci|au revoir|aide|en arabe|بالدارجة|mes données|I want a passport|ⵜⴰⵎⴰⵣⵉⵖⵜ|你好
j'ai perdu mon passeport|mon frère est mort|عندي حالة مستعجلة
""".replace("\n", "|")
    .strip("|")
    .split("|")
)

_ODD_PIECES = (
    *("\0", "\ud800", "\udfff", "\ud83d", "\u202e", "\u202d", "\u2066", "\u2069"),
    *("\u200f", "\u061c", "\ufeff", "\u200d", "\u200b"),
    *("ﷺ", "﷽", "ﬃ", "ﻼ", "㍿", "½", "²", "٣", "۳", "३", "𝟛"),
    *("᠑", "İ", "ı", "ß", "ſ", "ⅷ", "Å", "é", "҈", "ـــــ"),
    "e" + "\u0301" * 40,
    "👨‍👩‍👧‍👦🇲🇦",
    "/restart",
    "/affirm{\"consent\": true}",
    "{slot}",
    "{{7*7}}",
    "%s%n",
    "{ $count }",
    "<script>alert(1)</script>",
    "'; DROP TABLE turn; --",
    "\\",
    '"',
    "\r\n\r\nHTTP/1.1 200 OK",
    "../../etc/passwd",
    "\x1b[31m\x07\x7f\x85",
    "\u2028\u2029\v\f",
    "1e309",
    "9" * 40,
    "٩" * 40,
    "NaN",
    "null",
    "a@" + "b." * 60 + "c",
    "http://" + "x" * 300,
    "MDM-" * 30,
)  # fmt: skip


@dataclass(frozen=True)
class Repeated:
    """Something long, told shortly."""

    piece: str
    times: int

    @property
    def text(self) -> str:
        """The whole of it."""
        return self.piece * self.times


_HUGE = (
    Repeated("a", 4000),
    Repeated("a", 4001),
    Repeated("ب", 4000),
    Repeated("ﷺ", 222),
    Repeated("ﷺ", 3000),
    Repeated("\u202e", 4000),
    Repeated("x ", 2000),
    Repeated("9", 4000),
    Repeated("٣ ", 1900),
    Repeated("é", 4000),
    Repeated("e\u0301", 2000),
    Repeated("\u0651", 4000),
    Repeated("(", 4000),
    Repeated("@", 4000),
    Repeated("a@", 2000),
    Repeated("www.", 1000),
    Repeated("mdm-", 1000),
    Repeated("ma bghitch ", 360),
    Repeated("passeport consulat ", 210),
    Repeated("\n", 4000),
    Repeated("x", 20_001),
    Repeated("x", 250_000),
    Repeated("é", 300_000),
)

_any_character = st.characters(exclude_categories=())  # halves of letters too
_phrases = st.sampled_from(_PHRASES)
_pieces = st.one_of(_phrases, st.sampled_from(_ODD_PIECES), st.text(_any_character, max_size=12))

_joined = st.lists(_pieces, min_size=0, max_size=5).map(" ".join)
_run_together = st.lists(_pieces, min_size=1, max_size=4).map("".join)
_arbitrary = st.text(_any_character, max_size=60)
_huge = st.sampled_from(_HUGE)
# Out of a list, so that what stands there more than once comes more often.
texts = st.sampled_from(
    [*[_phrases] * 6, *[_joined] * 3, *[_run_together] * 2, *[_arbitrary] * 2, _huge]
).flatmap(lambda chosen: chosen)

_numbers = st.one_of(
    st.integers(),
    st.sampled_from([0, -1, 2**31, 2**53, 2**63, 2**64, 10**30, -(10**400)]),
    st.floats(),
)
_scalars = st.one_of(st.none(), st.booleans(), _numbers, st.text(_any_character, max_size=12))
_odd_values: st.SearchStrategy[Any] = st.one_of(
    _scalars,
    st.sampled_from(_ODD_PIECES),
    st.sampled_from([[], {}, [[]], [None], {"": ""}, "", " ", "fr", "own"]),
)
_any_json = st.recursive(
    _scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.text(_any_character, max_size=8), inner, max_size=4),
    ),
    max_leaves=8,
)

_FIELDS = (
    "client_id", "conversation", "message", "choice", "lang",
    "turn", "helpful", "words", "code", "answer", "link",
)  # fmt: skip
# Values that an interpreter of walks puts in: what this client has, or another one.
PLACEHOLDERS = (
    "@id", "@token", "@crossed-token", "@choice", "@foreign-choice", "@turn", "@foreign-turn",
    "@code",
)  # fmt: skip
_near_values = st.one_of(
    st.sampled_from(PLACEHOLDERS),
    st.sampled_from(["yes", "moved", "own", "no", "end", "fr", "ary-Latn", "de", True, False]),
    texts,
    _odd_values,
)
_near_valid = st.dictionaries(st.sampled_from(_FIELDS), _near_values, max_size=6)

_raw_bodies: st.SearchStrategy[bytes | Repeated] = st.one_of(
    st.binary(max_size=80),
    _any_json.map(lambda value: json.dumps(value).encode()[:-1]),
    _any_json.map(lambda value: json.dumps(value).encode("utf-16")),
    st.sampled_from(
        [
            b"",
            b"{",
            b"\xff\xfe",
            b'{"message": "\xff\xc0\x80"}',
            b'{"message": "a", "message": "b", "client_id": 1, "client_id": null}',
            b'{"client_id": "00000000-0000-4000-8000-000000000000", "message": "\\ud800"}',
            b'{"client_id": "00000000-0000-4000-8000-000000000001", "message": "\\u0000"}',
            Repeated("[", 100_000),
            Repeated('{"a":', 40_000),
            Repeated("9", 5000),
            b'{"message": 1e999999}',
            b"NaN",
            b"\xef\xbb\xbf{}",
            Repeated("x", 300_000),
            b"--x\r\n",
            b"--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n",
            b"--x\r\nContent-Disposition: form-data\r\nContent-Transfer-Encoding: base64\r\n\r\n%",
            b"--x\r\n\r\n\r\n--x--\r\n",
            b"--x\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n--y\r\n\r\na\r\n--y--\r\n",
        ]
    ),
)  # fmt: skip
_content_types = st.sampled_from(
    [
        "application/json",
        "application/json; charset=utf-7",
        "application/json; charset=utf-16",
        "application/json; charset=nonsense",
        "application/json; charset=idna",
        "application/json; charset=unicode_escape",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "multipart/form-data; boundary=" + "x" * 200,
        "multipart/mixed; boundary=x",
        "application/xml",
        ";",
        "",
        "é/ü",
    ]
)
_header_values = st.one_of(
    st.sampled_from(
        [
            "",
            " ",
            "Bearer",
            "Bearer ",
            "bearer a.b",
            "Bearer " + "x" * 3000,
            "Basic Og==",
            "Bearer \xe9.\xff",
            "Bearer .",
            "-1",
            "99999999999999999999",
            "\u00b2",
            "1e3",
            "0x1",
            "gzip",
            "deflate",
            "br",
            "https://consulat.example",
            "null",
            "ar;q=x,fr,,;",
            "ary-Latn",
            "*" * 2000,
            "bytes=0-",
            "chunked-ish",
        ]
    ),
    st.text(
        st.characters(min_codepoint=33, max_codepoint=255, exclude_characters="\x7f\x85\xa0"),
        max_size=20,
    ),
)
_headers = st.dictionaries(
    st.sampled_from(
        [
            "Authorization",
            "Accept-Language",
            "Origin",
            "Last-Event-ID",
            "Content-Encoding",
            "Cookie",
            "Range",
            "If-None-Match",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-Request-Id",
            "Sec-Fetch-Site",
        ]
    ),
    _header_values,
    max_size=3,
)

_files = st.one_of(
    st.binary(max_size=60),
    st.sampled_from(
        [
            b"",
            b"%PDF-1.7\n" + b"0" * 50,
            b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>",
            b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff\xff\xff\xff\xff\xff\xff\x08\x02\0\0\0",
            b"\xff\xd8\xff\xe0\0\x10JFIF\0",
            b"GIF89a",
            b"RIFF\xff\xff\xff\xffWEBPVP8 ",
            b"OggS\0\x02" + b"\0" * 20 + b"OpusHead",
            b"\x1aE\xdf\xa3",
            b"\0\0\0\x18ftypM4A ",
            b"PK\x03\x04",
            b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
            b"@png",  # the interpreter puts a picture here
        ]
    ),
)
_names = st.one_of(
    st.sampled_from(
        [
            "a.png", "", "..", "../../x", "a\u202egnp.exe", "é" * 300, "CON", "a\0b", "%00",
            "a;b=c", "\\\\x", "فاتورة.pdf", "x" * 3000,
        ]
    ),
    st.text(_any_character, max_size=20),
)  # fmt: skip

_paths = st.one_of(
    st.sampled_from(["@file", "@foreign-file", "%00", "..%2f..", "%", "%ff", "0" * 32, "x" * 500]),
    st.binary(min_size=1, max_size=12).map(lambda one: "".join(f"%{byte:02x}" for byte in one)),
)
_afters = st.one_of(
    st.none(),
    st.sampled_from(
        ["0", "1", "-1", "", "999999999", "9" * 30, "%D9%A1", "%C2%B2", "1_0", "+1", "0x1", "1.0"]
    ),
)
_wheres = st.sampled_from(["own", "own", "own", "own", "foreign", "crossed", "none"])
_places = st.integers(0, 40)


@dataclass(frozen=True)
class Step:
    """One request to be; what its parts mean depends on the kind (walking.py)."""

    kind: Kind
    where: Where = "own"
    place: int = 0
    value: Any = None
    more: Any = None


_BY_KIND: Mapping[Kind, st.SearchStrategy[Step]] = {
    "say": st.builds(
        Step,
        st.just("say"),
        st.sampled_from([*["own"] * 9, "none"]),
        st.just(0),
        texts,
        st.one_of(st.none(), st.sampled_from(VARIETIES)),
    ),
    "answer": st.builds(Step, st.just("answer"), st.just("own"), st.integers(0, 5)),
    "press": st.builds(
        Step,
        st.just("press"),
        st.sampled_from(["own", "own", "own", "own", "foreign"]),
        st.integers(0, 12),
    ),
    "repeat": st.builds(Step, st.just("repeat"), st.sampled_from(["own", "none"]), _places),
    "post": st.builds(Step, st.just("post"), _wheres, _places, st.one_of(_near_valid, _any_json)),
    "raw": st.builds(
        Step, st.just("raw"), _wheres, _places, _raw_bodies, st.tuples(_content_types, _headers)
    ),
    "read": st.builds(Step, st.just("read"), _wheres, _places, _afters),
    "judge": st.builds(Step, st.just("judge"), _wheres, _places, _odd_values),
    "upload": st.builds(Step, st.just("upload"), _wheres, _places, _files, _names),
    "fetch": st.builds(Step, st.just("fetch"), _wheres, _places, _paths),
    "look": st.builds(Step, st.just("look"), _wheres, _places, _headers),
    "forget": st.builds(Step, st.just("forget"), _wheres),
}
_WEIGHTS: Mapping[Kind, int] = {
    "say": 8, "answer": 6, "press": 3, "repeat": 1, "post": 4, "raw": 2,
    "read": 1, "judge": 1, "upload": 1, "fetch": 1, "look": 1, "forget": 1,
}  # fmt: skip
_steps = st.sampled_from(
    [kind for kind, weight in _WEIGHTS.items() for _ in range(weight)]
).flatmap(lambda kind: _BY_KIND[kind])

walks = st.tuples(_BY_KIND["say"], st.lists(_steps, min_size=1, max_size=16)).map(
    lambda walk: [walk[0], *walk[1]]
)
