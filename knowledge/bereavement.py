"""Somebody died: a word of death near a word for a person, in whatever languages people mix.

A word of death alone says nothing ("mort de rire", "matet lia tomobil"), and neither do thanks
in the name of one's parents ("الله يرحم الوالدين").
"""

from functools import cache

from knowledge.spelling import spelt

TOPIC = "social/remains-repatriation"
SCORE = 0.9

_NEAR = 3
_DIED = """
mort morte morts mortes decede decedee decedes deces deceder meurt mourir mourru eteint eteinte
mat matt mate matet matat matate mato matou matw mayet mayt meyet miyet miyyet tweffa twefa twaffa
toffa tofa touffa toufa tweffat twefat toffat tofat toufat tewfa tewefa tewfat twefaw twefat
yr7mo yr7mou yr7mha yrhmo yrhmha irahmo irahmha yerhmo yrhemha yr7emha yr7emo yrhemo yerhamo ir7mo
ir7mha irhmo yra7mo yr7amo
yer7mo yer7mou yer7mha yre7mo yrahmo yarhamo yarhamha rahimaho rahimahu rahimaha
lmar7oum mar7oum marhoum lmarhoum lmr7om mr7om
مات ماتت ماتو ماتوا موت الموت ميت ميته توفي توفيت توفت توفات توفا توفاو توفوا متوفي متوفيه
متوفاه وفاه وفات وفاته وفاتها المرحوم المرحومه مرحوم مرحومه فقيد
يرحمه يرحمها يرحمو رحمه رحمها رحمهم يرحمهم
overleden gestorven dood overlijden sterven
muerto muerta murio fallecido fallecida fallecio muerte
died dead death gestorben verstorben morto morta deceduto
"""
_AFTER_LOST = """
perdu perdus perdue fqdt f9dt f9dna fe9dt fqedt فقدت فقدنا فقد perdido perdi verloren lost kherna
"""
_LEFT = (
    ("nous", "a", "quittes"),
    ("nous", "a", "quitte"),
    ("nous", "ont", "quittes"),
    ("الي", "رحمه", "الله"),
    ("الي", "جوار", "ربه"),
    ("فارق", "الحياه"),
    ("فارقت", "الحياه"),
    ("فارقنا",),
    ("فارقتنا",),
    ("انتقل", "الي", "رحمه"),
    ("انتقلت", "الي", "رحمه"),
    ("mcha", "3nd", "allah"),
    ("mcha", "3nd", "lah"),
    ("rendu", "l", "ame"),
)
_KIN = """
pere mere papa maman parents mari epoux epouse femme frere soeur fils fille enfant bebe oncle tante
cousin cousine neveu niece gendre voisin voisine ami amie famille
conjoint conjointe compagnon defunt defunte marocain marocaine mre ressortissant immigre personne
quelqu qqn etudiant
baba bba ba mama mami mmi mmwi mima mimti yema lwalid walid lwalida walida lwaldin waldi
waldiya lwalidin walidia weldi wldi wlidi bnti benti bniti rajli rajel rajl mrati mra khoya khouya
5oya kho khti kheti 5ti 3ami 3amti 3emi 3mi 3mti khali 5ali khalti 5alti jedi jdi jda jedati jdati
jed l7aj l7aja lhaj lhaja nsibi nsibti 3guzti 3gouzti lhma sa7bi sahbi sa7bti jari
jarna 3a2ila 3aila famila zmagri mghribi maghribi 3zizi 3ziza bouya yemma immi
ابي والدي والدتي امي اب اخي اختي ابني ابنتي زوجي زوجتي زوجها زوجته عمي عمتي خالي خالتي جدي جدتي
والده والدته والدها والدتها ابوه ابوها ابونا والدنا والدتنا شقيقي شقيقتي قريب قريبي قريبتي صهري
طفل طفلي رضيع صديقي جاري حفيدي حماتي حماي والد والده جد عم خال اخ اخت مغربي مغربيه مهاجر مواطن شخص
بابا با مي ماما يما الواليد لواليد واليد الواليده لواليده راجلي راجلها مراتي مراتو خويا ختي ولدي
بنتي وليدي بنيتي باه عزيزي عزيزتي لعزيزه الحاج الحاجه نسيبي عگوزتي عكوزتي صاحبي جارنا
العائله عائلتي الزماكري زماكري راجل
vader moeder broer broeder zus zuster opa oma vrouw zoon dochter oom tante schoonvader
schoonmoeder ouders neef nicht pa papa
padre madre hermano hermana abuelo abuela marido esposo esposa hijo hija tio tia suegro suegra
father mother brother sister grandfather grandmother husband wife daughter uncle aunt dad mum
vati mutter bruder schwester opa oma frau sohn tochter onkel
fratello sorella nonno nonna marito moglie figlio figlia zio zia mamma
"""
_NOT_DEATH = """
rire rigole faim froid fatigue soif peur honte trouille chaleur ennui stress d7k dahk de7k dhek
ddehk jo3 jou3 l3ya berd bared ضحك الضحك بالضحك جوع بالجوع بالعيا العيا بالبرد lol mdr
"""
_THANKED = "walidin walidik walidine waldin waldik walidina والدين والديك والديكم"


def somebody_died(words: list[str]) -> bool:
    """Whether the normalised words of a message tell of somebody's death."""
    died, lost, kin, not_death = _lists()
    forms = [spelt(word) for word in words]
    people = [place for place, form in enumerate(forms) if form in kin]
    if not people:
        return False
    for place, form in enumerate(forms):
        if form in died and not not_death & set(forms[place + 1 : place + _NEAR]):
            if any(0 < abs(place - person) <= _NEAR for person in people):
                return True
        elif form in lost and any(0 < person - place <= _NEAR - 1 for person in people):
            return True
    return any(_follows(forms, run, people) for run in _runs())


def _follows(forms: list[str], run: tuple[str, ...], people: list[int]) -> bool:
    for place in range(len(forms) - len(run) + 1):
        if tuple(forms[place : place + len(run)]) == run:
            end = place + len(run) - 1
            return any(place - _NEAR <= person <= end + _NEAR for person in people)
    return False


@cache
def _runs() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(spelt, run)) for run in _LEFT)


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    died, lost, kin, not_death, thanked = (
        frozenset(map(spelt, listed.split()))
        for listed in (_DIED, _AFTER_LOST, _KIN, _NOT_DEATH, _THANKED)
    )
    return died, lost, kin - thanked - died, not_death
