"""Street addresses: a street by its word, and the numbers around it."""

import re
from collections.abc import Iterator
from typing import Optional

from nlu.text.normalise import normalise
from nlu.text.personal.found import Found, Kind


def _words(listed: str) -> frozenset[str]:
    return frozenset(normalise(word) for word in listed.split())


_STREETS = _words("""
rue avenue av ave boulevard bd bld blvd chemin impasse allee quai chaussee faubourg
calle avda avenida paseo carrer ronda via viale piazza vicolo
derb drb zan9a zn9a zen9a zanka zenka zan9at zanqa zanqat hay 7ay 7ey douar chari3 shari3
شارع زنقه زنقت حي درب تجزئه دوار اقامه عماره بلوك
""")
# Words of every day too: a street only before a capital.
_PERHAPS_STREETS = _words("""
place cours passage route cite residence lotissement quartier square plaza camino corso largo
immeuble lot ساحه طريق
""")
# What divides a house; a single letter after it belongs to it.
_UNITS = _words("""
bis ter bat batiment appt apt app appartement etage esc escalier porte bte boite bus cp piso puerta
izquierda derecha izq dcha interno int scala nr nro no n numero num nemra nmra nimero ra9m rqm raqm
bloc blok bloque imm 3imara imara dar chi99a cha99a te3 ta9a tabi9 رقم نمره شقه عماره الطابق طابق
الشقه الدار دار بلوك زنقه مجموعه
""")
_SMALL = _words("de du des la les l d del della dei di da el los las den der al")
_STOPS = _words("""
et ou je j ai on il elle nous vous est sont le svp merci mais car pour avec sans depuis qui que dans
devant pres derriere vers ici chez par sur au aux un une a en mon ma mes ce cette ferme fermee
internet mail email whatsapp telephone site facebook
w o wa ou ana bghit bghiti bghina khassni khasni walakin daba 3afak 3afakom f fi b li lli dyal m3a
mn men wach rani y e pero
و في ب من على الى انا بغيت خاصني عافاك راه ولكن لكن ديال اللي مع منذ هو هي
""")
_PREPOSITIONS = ("ب", "ف", "ل", "و")  # written to the word: "بشارع"
_IN_THE = ("بال", "فال", "لل")  # what follows is a town
_MOST_WORDS = 14
_MOST_PLAIN = 4

_WORD = re.compile(r"[^\W_][\w'’.ºª/°\-]*")
_GAP = re.compile(r"[\s,،:\-]{0,3}")
_COMMA = re.compile("[,،]")
_HOUSE = re.compile(r"\d[\d/\-]*(?:[ºª°]\w?|\w)?")
_POSTCODE = re.compile(r"\d{4,5}")
_NUMBER_BEFORE = re.compile(
    r"(?<![\w.,])(?:n°\s?)?\d{1,4}\s?(?:bis|ter|[a-dA-D])?(?:\s?,)?\s?(?:,\s)?$"
)
_WINDOW = 16
# "Kerkstraat 14, 1017 AB", "Friedrichstr. 45, 10117", "Sonnenallee 140"
_COMPOUND = re.compile(
    r"(?<!\w)[^\W\d_][\w\-]{1,30}(?:straat|laan|weg|plein|gracht|kade|dijk|singel|dreef"
    r"|strasse|straße|str\.?|allee|platz|gasse|damm|ring)"
    r"\s{1,2}(?:\d{1,4}\s?[a-z]?(?!\w))(?:[\s,]{1,3}(?:\d{4}\s?[A-Z]{2}|\d{4,5})(?!\w))?",
    re.IGNORECASE,
)


def addresses(text: str) -> Iterator[Found]:
    """Streets with a number before or after them, up to the last number that belongs to them."""
    for match in _COMPOUND.finditer(text):
        yield Found(*match.span(), Kind.ADDRESS)
    place = 0
    while word := _WORD.search(text, place):
        place = word.end()
        if not _begins_street(text, word):
            continue
        start = _start_of_number(text, word.start())
        end = _end_of_address(text, word.end(), numbered=start < word.start())
        if end is not None:
            yield Found(start, end, Kind.ADDRESS)
            place = end


def _begins_street(text: str, word: re.Match[str]) -> bool:
    plain = _plain(word[0])
    if plain in _STREETS or (plain[:1] in _PREPOSITIONS and plain[1:] in _STREETS):
        return True
    following = text[word.end() :].lstrip()
    return plain in _PERHAPS_STREETS and following[:1].isupper()


def _start_of_number(text: str, start: int) -> int:
    window = text[max(0, start - _WINDOW) : start]
    number = _NUMBER_BEFORE.search(window)
    return start - len(window) + number.start() if number else start


def _end_of_address(text: str, start: int, *, numbered: bool) -> Optional[int]:
    """Where it ends; None for a street without a number, which tells of nobody."""
    end = start if numbered else None
    place, plain_words, after_unit, past_comma = start, 0, False, False
    for word in _following(text, start):
        plain = _plain(word[0])
        past_comma = past_comma or bool(_COMMA.search(text, place, word.start()))
        of_house = _has_digit(word[0]) or plain in _UNITS or (after_unit and len(plain) == 1)
        if not of_house and (_stops(plain) or (past_comma and plain not in _STREETS)):
            break
        plain_words = 0 if of_house else plain_words + (plain not in _SMALL)
        if plain_words > _MOST_PLAIN:
            break
        place, after_unit = word.end(), plain in _UNITS
        if of_house or (numbered and plain not in _SMALL):
            end = place
        if _POSTCODE.fullmatch(word[0]):
            break
        past_comma = past_comma and not of_house
    return end


def _following(text: str, place: int) -> Iterator[re.Match[str]]:
    """The words after it, as long as no sentence ends."""
    for _ in range(_MOST_WORDS):
        gap = _GAP.match(text, place)
        word = _WORD.match(text, gap.end()) if gap else None
        if word is None:
            return
        yield word
        place = word.end()


def _stops(plain: str) -> bool:
    return plain in _STOPS or plain.startswith(_IN_THE)


def _plain(word: str) -> str:
    return normalise(word).replace(" ", "")


def _has_digit(word: str) -> bool:
    """Whether it is the number of a house, a floor or a place: not "7day" or "l9onsoliya"."""
    return bool(_HOUSE.fullmatch(word))
