"""Names of people: after what announces one, after who one is, and common ones anywhere."""

import re
from collections.abc import Iterator

from nlu.text import function_words
from nlu.text.normalise import normalise
from nlu.text.personal.found import Found, Kind
from nlu.text.personal.given_names import AMBIGUOUS_NAMES, FAMILY_NAMES, GIVEN_NAMES

_LETTER = r"[^\W\d_]"
_MOST_WORDS_OF_A_NAME = 4

# After these stands a name, whatever it looks like.
_ANNOUNCED = re.compile(
    r"(?<!\w)(?:"
    r"je\s+m\W{0,2}app?el+e?|j\W?m\W?app?el+e?|m\W?app?el+e?|je\s+me\s+nomme|je\s+me\s+prenomme"
    r"|s\W?app?el+(?:e|ait)|(?:pr[eé]-?)?nomm[eé]e?|au\s+nom\s+de|soussign[eé]e?,?"
    r"|mon\s+(?:pr[eé])?nom(?:\s+complet|\s+et\s+pr[eé]nom)?(?:\s+(?:est|c\W?est))?"
    r"|(?:pr[eé])?nom\s*:|monsieur|madame|mademoiselle|ma[iî]tre|mr|mme|mlle|m\."
    r"|s[mn]i+y?y?t[iy]|sm[ei]+y?t[iy]|smiyt[iy]|ism[iy]|esm[iy]|smi+y?t(?:o|ou|ha|u)|lalla"
    r"|moulay|moulaye"
    r"|l?[7h]aj{1,2}|l?[7h]ajja|lmr7o[u]?ma?|lmarhou?ma?"
    r"|(?:إ|أ|ا)?سمي(?:\s+(?:الكامل|هو))?|سميتي|سميت[وه]ا?|الاسم\s*:|(?:أ|ا)دعى|[يت]دعى|و?(?:إ|أ|ا)سمها?"
    r"|السيدة?|لالة|مولاي|الحاجة?|المرحومة?|المسماة?|المسمى|المدعوة?"
    r")(?!\w)[\s:]{0,3}(?:hiya|howa|huwa|هي|هو|c\W?est)?\s*",
    re.IGNORECASE,
)
# After these stands a name only where it looks like one.
_PERHAPS = re.compile(
    r"(?<!\w)(?:"
    r"ana|anaya|moi\s+c\W?est|moi|une?\s+certaine?|je\s+suis|c\W?est|c|ici|m3akom?|m3ak|hada|hadi|[ls]{0,2}sidi|feu|me|dr|docteur|s[iy]"
    r"|(?:grand|beau|ex)?[\s\-]?p[eèé]re|(?:grand|belle)?[\s\-]?m[eèé]re|(?:beau-?)?fr[eèé]re"
    r"|(?:belle-?)?s(?:oe|œ)ur|mari|[eé]pou(?:x|se)|femme|fils|fille|oncle|tante|cousine?|neveu"
    r"|ni[eè]ce|voisine?|ami|amie|enfant|agente?|fonctionnaire|employ[eé]e?|notaire|avocate?|consul"
    r"|l?adou?l|caid|9ayd|mowad[ad]afa?|lmowad+afa?|mou?wad+afa?|l?mo7ami|jari|jarti"
    r"|b+a|baba|l?walid[ai]?|l?walida|walidi|m+i|mama|yemma|khou?ya|khay|khti|khouti|rajli|rajel"
    r"|mrati|zoujti|zawji|weldi|wldi|ould[iy]|bnti|benti|3m+i|3am+i|3m+ti|kha?li|kha?lti|j[ad]?d+i"
    r"|jdd?a|nsibi|sa7bi|mol\s+dar"
    r"|أنا|انا|معاكم|معكم|معاك|و?(?:والد[ية]|والدتي|أبي|ابي|أمي|امي|أخي|اخي|أختي|اختي|أخ|زوجي|زوجتي|ابني|ابنتي"
    r"|إبني|إبنتي|عمي|عمتي|خالي|خالتي|جدي|جدتي|جاري|جارتي|صديقي|با|بابا|بّا|مي|مّي|ماما|الواليدة?|الوالدة?"
    r"|خويا|ل?خويا|ختي|راجلي|مراتي|ولدي|بنتي|نسيبي|صاحبي)"
    r"|الموظفة?|القنصل|الموثقة?|المحامية?|القائد|القايد|المدير|الدكتورة?|الأستاذة?|الاستاذة?|السي|سي|سيدي"
    r")(?!\w)[\s:,،]{0,3}",
    re.IGNORECASE,
)
_WORD = re.compile(rf"\s*((?:d['’])?{_LETTER}[\w'’\-]*\w|{_LETTER})")
_ANY_WORD = re.compile(rf"(?<!\w){_LETTER}[\w'’\-]*\w")


def _words(listed: str) -> frozenset[str]:
    return frozenset(normalise(word) for word in listed.split())


# "And", "in the", "with the", "for the": a new part of the sentence.
_JOINED = re.compile(r"و|فال|بال|لل")
# Normalised these are the names علي and رحمة.
_NOT_AS_WRITTEN = frozenset(("على", "رحمه"))
# A family name made of where one is from: "الصنهاجي".
_NISBA = re.compile(r"ال\w{3,}ي|بن\w{3,}|او\w{2,}|بو\w{3,}")

_PARTICLES = _words("""
el al ben bent bint ait ayt abd abdel abou abu bou bu ould oulad van von der ال بن ابن بنت ايت
عبد ابو بو ولد اولاد
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
ما اولا ف ب allah الله الوزير القنصل المدير السفير الرئيس الثاني التاني الخامس السادس
me moulay general generale consul ministre directeur responsable titulaire
""")
_FUNCTION_WORDS = _words(
    " ".join(
        (
            function_words.DARIJA_LATIN,
            function_words.FRENCH,
            function_words.STANDARD_ARABIC,
            function_words.DARIJA_ARABIC,
        )
    )
)
# Before these a name is a king's or a saint's, after those a house's or a street's.
_NUMBERED = re.compile(
    r"\s+(?:ii|iii|iv|v|vi|[2-6]|1er|premier|cinq|six|l?khami[sz]|l?sadi[sz]|[et]?tani"
    r"|الخامس|السادس|الثاني|التاني|الاول|الأول|الثالث)(?!\w)",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"(?:fondation|fondazione|fundaci[oó]n|stichting|a[eé]roport|universit[eé]|h[oô]pital|mosqu[eé]e|lyc[eé]e|[eé]cole|stade|prix|port"
    r"|matar|jami3at?|moassassat|bank|banque|مؤسسة|مطار|جامعة|مسجد|مستشفى|ثانوية|مدرسة|ميناء|القاضي|جبل)"
    r"\W+(?:\w{2}\W+)?$",
    re.IGNORECASE,
)
_LOOK_BACK = 30


def names(text: str) -> Iterator[Found]:
    """Announced names, then names of people told of, then common given names anywhere."""
    place = 0
    for cue in _cues(text):
        start = cue.end()
        if cue.start() < place:
            continue
        end = _end_of_name(text, start, announced=cue.re is _ANNOUNCED)
        if end > start and not _of_institution(text, start, end):
            yield Found(start, end, Kind.NAME)
            place = end
    yield from _common_names(text)


def _common_names(text: str) -> Iterator[Found]:
    place = 0
    while word := _ANY_WORD.search(text, place):
        place = word.end()
        if normalise(word[0]) in GIVEN_NAMES:
            place = max(place, _end_of_name(text, word.start(), announced=False))
            if not _of_institution(text, word.start(), place):
                yield Found(word.start(), place, Kind.NAME)


def _of_institution(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _LOOK_BACK) : start]
    return bool(_NUMBERED.match(text, end) or _INSTITUTION.search(before))


def _cues(text: str) -> list[re.Match[str]]:
    every = [*_ANNOUNCED.finditer(text), *_PERHAPS.finditer(text)]
    return sorted(every, key=lambda cue: (cue.start(), cue.re is not _ANNOUNCED))


def _end_of_name(text: str, start: int, *, announced: bool) -> int:
    """Where the name that begins at `start` ends; `start` itself where there is none."""
    end, count, after_particle = start, 0, False
    while count < _MOST_WORDS_OF_A_NAME and (word := _WORD.match(text, end)):
        plain = normalise(word[1])
        is_particle = plain in _PARTICLES or (count > 0 and word[1] == "Ou")  # "Moha Ou Hammou"
        if not (after_particle or is_particle) and not _names(word[1], plain, count, announced):
            break
        end, after_particle = word.end(), is_particle
        count += not is_particle
    return end if count else start


def _names(word: str, plain: str, place: int, announced: bool) -> bool:
    """Whether a word goes on a name of which `place` words are known."""
    if word in _NOT_AS_WRITTEN:
        return False
    if _is_known(plain) or (place and plain in FAMILY_NAMES):
        return True
    if plain in _NOT_NAMES or plain in _FUNCTION_WORDS or _JOINED.match(plain):
        return False
    if place and _NISBA.fullmatch(plain):
        return True
    # A family name is written as any word; two words of an announced name are taken unseen.
    return _looks_like_one(word, place) or (announced and place <= 1)


def _looks_like_one(word: str, place: int) -> bool:
    """With a capital; all in capitals, as on forms, only after a name: "Naima OUCHRIF"."""
    return word.istitle() or (place > 0 and len(word) > len("II") and word.isupper())


def _is_known(plain: str) -> bool:
    return plain in GIVEN_NAMES or plain in AMBIGUOUS_NAMES
