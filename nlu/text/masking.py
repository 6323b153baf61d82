"""A text without what tells who wrote it: addresses, numbers, codes, and names that are announced.

What is kept of a question longer than the question itself is kept in this form. It rather masks a
word too many than one too few; the words that say what is asked stay.
"""

import re
from typing import Optional

from nlu.text.normalise import clean, normalise

MASK = "•••"

_LETTER = r"[^\W\d_]"
_MOST_WORDS_OF_A_NAME = 4

_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+%'-]+ ?@ ?(?:[\w-]+\.)+[a-z]{2,24}", re.IGNORECASE)
_HANDLE = re.compile(r"(?<!\w)@\w{3,}")
# MDM-2026-000123, however it is spaced.
_REFERENCE = re.compile(r"(?<![^\W_])m\W{0,3}d\W{0,3}m\W{0,3}\d[\d\W]{3,12}\d", re.IGNORECASE)
# Telephone numbers, dates of birth, accounts: six digits and more with little between them.
_NUMBER = re.compile(
    r"(?<![^\W_])(?:[A-Z]{1,3}[\-/.])?[+(]{0,2}\d(?:[ .,\-/()]{0,3}\d){5,}(?![^\W_])"
)
# A letter or two before the digits, as on identity cards and passports: "AB 123456".
_CARD = re.compile(r"(?<![^\W_])[A-Z]{1,2}[ .\-](?=\d{5})")
# A word with digits in it; an Arabic preposition before them stays.
_WRITTEN = re.compile(r"[^\s\u0621-\u064a،؟?!,;:()\"«»]*\d[^\s\u0621-\u064a،؟?!,;:()\"«»]*")
_RUN = re.compile(r"\d{4}")
_MOST_DIGITS = 4  # "18-25" and "loi 06-18" tell of nobody

# The secret code of a ticket: six signs without look-alikes, letters and digits mixed.
_SIGN = "[A-HJ-NP-Z2-9]"
_CODE = rf"(?<![^\W_]){_SIGN}{{3}}[ \-]?{_SIGN}{{3}}(?![^\W_])"
_SPELT_CODE = re.compile(rf"(?<![^\W_]){_SIGN}(?:[ .,\-]{{1,2}}{_SIGN}){{5}}(?![^\W_])")
_CAPITAL_CODE = re.compile(_CODE)
_ANY_CODE = re.compile(_CODE, re.IGNORECASE)
_CODE_CUE = re.compile(r"code|kod|كود|رمز", re.IGNORECASE)

# After these stands a name, whatever it looks like.
_ANNOUNCED = re.compile(
    r"(?<!\w)(?:"
    r"je\s+m\W{0,2}app?el+e?|j\W?m\W?app?el+e?|m\W?app?el+e?|je\s+me\s+nomme|je\s+me\s+prenomme"
    r"|mon\s+(?:pr[eé])?nom(?:\s+complet|\s+et\s+pr[eé]nom)?(?:\s+(?:est|c\W?est))?"
    r"|(?:pr[eé])?nom\s*:|monsieur|madame|mademoiselle|mr|mme|mlle|m\."
    r"|s[mn]i+y?y?t[iy]|sm[ei]+y?t[iy]|smiyt[iy]|ism[iy]|esm[iy]|lalla|moulay|moulaye|[ls]{0,2}sidi"
    r"|l?[7h]aj{1,2}|l?[7h]ajja"
    r"|(?:إ|أ|ا)?سمي(?:\s+(?:الكامل|هو))?|سميتي|الاسم\s*:|(?:أ|ا)دعى"
    r"|السيدة?|لالة|مولاي|سيدي|الحاجة?"
    r")(?!\w)[\s:]{0,3}(?:hiya|howa|huwa|هي|هو|c\W?est)?\s*",
    re.IGNORECASE,
)
# After these stands a name only where it looks like one.
_PERHAPS = re.compile(
    r"(?<!\w)(?:ana|anaya|moi\s+c\W?est|moi|je\s+suis|c\W?est|ici|m3akom?|m3ak|hada|hadi"
    r"|أنا|انا|معاكم|معكم|معاك)(?!\w)[\s:]{0,3}",
    re.IGNORECASE,
)
_WORD = re.compile(rf"\s*((?:d['’])?{_LETTER}[\w'’\-]*\w|{_LETTER})")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# "And", "in the", "with the", "for the": a new part of the sentence.
_JOINED = re.compile(r"و|فال|بال|لل")

_PARTICLES = _words("""
el al ben bent bint ait ayt abd abdel abou abu bou bu ould oulad van von der ال بن ابن بنت ايت عبد
ابو بو ولد اولاد
""")
# What follows a name, or stands where a name could.
_NOT_NAMES = _words("""
et je j ai on il elle nous vous de mais car donc ou qui que pour avec dans en au aux du des le la
les un une mon ma mes suis habite vis est pas d l marocain marocaine mre resident residente
citoyen citoyenne mariee marie nee ne depuis chez monsieur madame mademoiselle
mme mlle mr m w o wa ou ana bghit bghiti baghi 3andi 3ndi kan kanskon kansken
sakn saken sakna sakin mn men f fi b l li lli dyal
kheddam khdam khddama khaddama rani rah daba hna mghribi mghribiya maghribi maghribia zmagri
zmagria khassni khasni katkellem weld bent wld hada wach من في على الى انا و اريد ارغب عندي لدي
مقيم مقيمه مغربي مغربيه مواطن مواطنه اعيش اسكن ساكن ساكنه بغيت باغي باغيه خاصني كنسكن عايش عايشه
خدام خدامه زماكري زماكريه اللي ديال كنت كان هنا دابا راني واش هذا هذه التي الذي معانا تقدمت لم لا
ما
""")
_GIVEN_NAMES = _words("""
mohamed mohammed muhammad mhamed ahmed hamid said rachid hassan hussein youssef yousef yassine
omar karim khalid mustapha mostafa abdellah abdelkader abdelaziz driss idriss brahim ibrahim
hicham samir nabil tarik tariq jamal kamal aziz anas ayoub bilal hamza amine mehdi reda zakaria
ismail soufiane adil fouad mourad noureddine salah ali fatima fatna khadija aicha naima malika
zineb zaineb zahra amina latifa rachida saida samira nadia hanane hind salma sara sanae souad
karima houda imane ikram meryem maryam mariam laila leila siham nawal hafida hayat ghita asmae
asma btissam loubna rajae wafae bouchra jamila hakima hasna nora noura rkia rabia kenza yasmine
محمد احمد حميد سعيد رشيد حسن الحسن حسين الحسين يوسف ياسين عمر كريم خالد مصطفى عبدالله ادريس
ابراهيم هشام سمير نبيل طارق جمال كمال عزيز انس ايوب بلال حمزه مهدي رضا زكرياء اسماعيل سفيان عادل
فؤاد مراد نورالدين صلاح علي فاطمه فاطنه خديجه عائشه عايشه نعيمه مليكه زينب زهره الزهراء امينه
لطيفه رشيده سعيده سميره ناديه حنان هند سلمى ساره سناء سعاد كريمه هدى ايمان اكرام مريم ليلى سهام
نوال حفيظه حياه اسماء ابتسام لبنى رجاء بشرى جميله حكيمه حسناء نوره رقيه ربيعه كنزه ياسمين وليد
وفاء وداد وسام وئام
""")


def masked(text: str) -> str:
    """The text with addresses, numbers of four digits and more, codes and names made unreadable.

    Names are those announced ("je m'appelle", "سميتي", "Mme"), and after "ana", "أنا" or "je suis"
    those that are written as names or are common given names.
    """
    text = clean(text)
    text = _without_codes(text)
    for pattern in (_LINK, _EMAIL, _HANDLE, _REFERENCE):
        text = pattern.sub(MASK, text)
    for pattern in (_CARD, _NUMBER):
        text = pattern.sub(MASK, text)
    text = _WRITTEN.sub(_masked_id, text)
    text = _without_names(text)
    return re.sub(rf"{MASK}(?:[ \-/.]*{MASK})+", MASK, text)


def _without_codes(text: str) -> str:
    """Codes in capitals anywhere; in small letters where one is meant, or it is all there is."""
    text = _SPELT_CODE.sub(_masked_code, _CAPITAL_CODE.sub(_masked_code, text))
    alone = len(text.split()) <= 2  # noqa: PLR2004 "abc 234"
    if alone or _CODE_CUE.search(text) or _REFERENCE.search(text):
        return _ANY_CODE.sub(_masked_code, text)
    return text


def _masked_code(match: re.Match[str]) -> str:
    mixed = any(map(str.isdigit, match[0])) and any(map(str.isalpha, match[0]))
    return MASK if mixed else match[0]


def _masked_id(match: re.Match[str]) -> str:
    many = sum(map(str.isdigit, match[0])) > _MOST_DIGITS
    return MASK if many or _RUN.search(match[0]) else match[0]


def _without_names(text: str) -> str:
    kept, place = [], 0
    while cue := _next_cue(text, place):
        end = _end_of_name(text, cue.end(), announced=cue.re is _ANNOUNCED)
        kept.append(text[place : cue.end()])
        if end > cue.end():
            kept.append(MASK)
        place = end
    return "".join([*kept, text[place:]])


def _next_cue(text: str, place: int) -> Optional[re.Match[str]]:
    cues = [cue for pattern in (_ANNOUNCED, _PERHAPS) if (cue := pattern.search(text, place))]
    return min(cues, key=lambda cue: (cue.start(), cue.re is not _ANNOUNCED), default=None)


def _end_of_name(text: str, start: int, *, announced: bool) -> int:
    """Where the name that begins at `start` ends; `start` itself where there is none."""
    end, count, after_particle = start, 0, False
    while count < _MOST_WORDS_OF_A_NAME and (word := _WORD.match(text, end)):
        plain = normalise(word[1])
        is_particle = plain in _PARTICLES
        if not (after_particle or is_particle) and not _names(word[1], plain, count, announced):
            break
        end, after_particle = word.end(), is_particle
        count += not is_particle
    return end if count else start


def _names(word: str, plain: str, place: int, announced: bool) -> bool:
    """Whether a word goes on a name of which `place` words are known."""
    if plain in _GIVEN_NAMES:
        return True
    if plain in _NOT_NAMES or _JOINED.match(plain):
        return False
    # A family name is written as any word; two words of an announced name are taken unseen.
    return word.istitle() or (announced and place <= 1)
