"""Which facet a message asks for, from its words alone."""

import pytest

from knowledge.facets import cued_facet
from knowledge.schema import FACETS


@pytest.mark.parametrize(
    ("facet", "texts"),
    [
        (
            "documents",
            [
                "et les papiers ?",
                "quels documents il faut",
                "شنو الوراق اللي خاصني",
                "ما هي الوثائق المطلوبة",
                "chno homa lwra9",
                "chno lwraq li khassni",
            ],
        ),
        (
            "amount",
            [
                "c combien ?",
                "quel est le montant",
                "شحال كيعطيو",
                "كم تبلغ قيمة المنحة",
                "ch7al kay3tiw",
                "sh7al",
            ],
        ),
        (
            "deadline",
            [
                "c'est quand la date limite",
                "jusqu'à quand on peut déposer",
                "متى ينتهي الأجل",
                "إمتى آخر أجل",
                "imta akhir ajal",
            ],
        ),
        (
            "eligibility",
            [
                "qui peut en bénéficier",
                "est-ce que j'ai droit",
                "ما هي الشروط",
                "هل يحق لي",
                "شكون عندو الحق",
                "wach 3ndi l7e9",
            ],
        ),
        (
            "procedure",
            [
                "comment faire la demande",
                "quelles sont les démarches",
                "كيف أسجل ابني",
                "كيفاش ندير",
                "kifach ndir",
                "kifesh ntsjel",
                "ما هي الخطوات",
            ],
        ),
        (
            "contact",
            [
                "qui contacter",
                "le numéro de téléphone",
                "ما هو رقم الهاتف",
                "مع من نهضر",
                "m3a men nhder",
                "بمن أتصل",
            ],
        ),
        (
            "status",
            [
                "est-ce que ça existe encore ?",
                "toujours en vigueur ?",
                "هل ما زال البرنامج",
                "واش باقي كاين",
                "wach ba9i kayn",
            ],
        ),
        ("overview", ["c'est quoi le ramed", "ما هو الراميد", "شنو هو", "chno howa"]),
    ],
)
def test_cue_words_tell_the_facet(facet: str, texts: list[str]) -> None:
    assert {text: cued_facet(text) for text in texts} == dict.fromkeys(texts, facet)


@pytest.mark.parametrize("text", ["", "la bourse", "salam", "المنحة", "برنامج الثقافة", "ta9afa"])
def test_without_a_cue_there_is_no_facet(text: str) -> None:
    assert cued_facet(text) is None


def test_the_first_cue_of_equal_length_decides() -> None:
    assert cued_facet("les étapes, quand on vit au Canada") == "procedure"


def test_every_facet_has_cues_in_every_variety() -> None:
    from knowledge.facets import _listed  # noqa: PLC0415

    listed = _listed()
    assert set(listed) == set(FACETS)
    assert all(set(cues) == {"fr", "ar", "ary", "ary-Latn"} for cues in listed.values())


@pytest.mark.parametrize(
    ("facet", "texts"),
    [
        (
            "deadline",
            [
                "combien de temps ça prend",
                "quels sont les délais de traitement",
                "كم تستغرق المعالجة",
                "كم يوما",
                "وكم من الوقت",
                "شحال ديال الوقت",
                "وشحال ديال الأيام",
                "شحال من نهار",
                "ch7al dyal lwe9t",
                "sh7al d lwa9t",
                "chhal mn nhar",
            ],
        ),
        (
            "eligibility",
            [
                "quelles sont les conditions",
                "وما هي الشروط",
                "شنو هي شروط",
                "شنو هي الشروط",
                "chno homa chorout",
                "shnu hiya shorout",
            ],
        ),
        (
            "status",
            [
                "toujours valable ?",
                "هل لازالت متوفرة",
                "واش مازال",
                "واش باقي خدام",
                "wach khdama",
                "wach mazal khdam",
            ],
        ),
        (
            "amount",
            ["le remboursement", "نرجع الفلوس", "nrje3 lflous", "shhal", "tman", "وشحال", "وكم"],
        ),
        ("procedure", ["le renouvellement", "تجديد", "كيفاش نجددها", "njedded"]),
        ("documents", ["shnoe lawra9", "shno lawraq", "chnou lwraq"]),
    ],
)
def test_the_more_specific_cue_decides(facet: str, texts: list[str]) -> None:
    assert {text: cued_facet(text) for text in texts} == dict.fromkeys(texts, facet)


@pytest.mark.parametrize(
    "text", ["et si on me refuse", "وإذا رفضوني", "وإلا رفضوني", "w ila rfdouni"]
)
def test_a_refusal_is_no_facet(text: str) -> None:
    assert cued_facet(text) is None


@pytest.mark.parametrize(
    "text", ["programme numéro 8", "البرنامج رقم 8", "البرنامج التامن", "lbarnamaj tamen"]
)
def test_the_number_of_a_programme_is_no_facet(text: str) -> None:
    assert cued_facet(text) is None
