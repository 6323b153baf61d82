"""Messages find their topic, in any variety and misspelt; messages without a topic find none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.base import Context, Knowledge
from knowledge.concepts import Concepts
from knowledge.loading import load
from knowledge.search import Search

SURE = 0.6
WORDS = ["bourse", "المنحة", "lminha", "colonie", "rapatriement", "culture", "ta9afa", "n9l", "l"]
TEXTS = st.text(max_size=200) | st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("topic", "texts"),
    [
        (
            "social/scholarships",
            [
                "slm bghit n3ref chno khassni bach njib lminha l weldi",
                "bonjour je voudrais savoir quels papiers pour la bourse de ma fille svp",
                "boursse universitaire",
                "la bours",
                "min7a",
                "المنحة",
                "لمنحة",
                "للمنحة",
                "بغيت المنحه",
                "شنو خاصني باش نجيب المنحة لولدي",
                "ما هي شروط الاستفادة من المنح الدراسية؟",
                "LABOURSE",
                "\u2067المنحة\u2069",
            ],
        ),
        (
            "social/remains-repatriation",
            [
                "n9l ljotman",
                "na9l ljoutman dyal baba",
                "نقل الجثمان",
                "كيفاش ندير لنقل الجثمان ديال الوالد",
                "rapatriment du corp de mon père",
                "rapatriement dépouille",
                "نقل جثامين",
            ],
        ),
        ("legal/complaints", ["système de réclamations", "chikayat", "نظام الشكايات"]),
        (
            "culture/stays-summer-universities",
            ["université d'été", "universite d ete", "الجامعات الصيفية"],
        ),
        ("social/holiday-camps", ["colonie de vacance", "colonies", "الكولوني"]),
        ("culture", ["ta9afa", "taqafa", "الثقافة"]),
    ],
)
def test_a_named_topic_is_found_and_sure(
    knowledge: Knowledge, topic: str, texts: list[str]
) -> None:
    for text in texts:
        found = knowledge.search(text).ranked
        assert found, text
        assert found[0].topic == topic, text
        assert found[0].score >= SURE, text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "papiers",
        "programme",
        "et les papiers ?",
        "documents",
        "الوثائق",
        "برنامج",
        "lwra9",
        "شنو خاصني",
        "bonjour",
        "salam labas",
        "ok",
        "merci beaucoup",
        "2018",
        "combien",
        "aide",
        "dossier",
        "wach kayn chi 7aja",
        "je suis marocain résidant à l'étranger",
        "أنا من الجالية",
    ],
)
def test_words_that_fit_any_topic_find_nothing(knowledge: Knowledge, text: str) -> None:
    assert knowledge.search(text).ranked == []


@pytest.mark.parametrize(
    "text", ["quel temps fait-il demain", "شحال ربحات الرجا", "je cherche un hotel"]
)
def test_what_is_no_topic_is_never_sure(knowledge: Knowledge, text: str) -> None:
    assert all(found.score < SURE for found in knowledge.search(text).ranked)


def test_the_best_stands_first_and_the_limit_holds(knowledge: Knowledge) -> None:
    found = knowledge.search("bourse ou colonie ou logement social", limit=2).ranked
    assert len(found) == 2
    assert found[0].score >= found[1].score


def test_the_topic_on_the_table_wins_a_tie(knowledge: Knowledge) -> None:
    text = "bourse ou colonie"
    for topic in ("social/scholarships", "social/holiday-camps"):
        assert knowledge.search(text, context=Context(topic)).ranked[0].topic == topic


def test_the_topic_on_the_table_is_not_found_by_that_alone(knowledge: Knowledge) -> None:
    assert knowledge.search("et les papiers ?", context=Context("social/scholarships")).ranked == []


def test_numbers_are_not_taken_for_their_neighbours(knowledge: Knowledge) -> None:
    assert knowledge.search("2017").ranked == []


@settings(deadline=None)
@given(text=TEXTS, on_table=st.sampled_from([None, "culture", "gone"]))
def test_any_text_gives_scores_between_0_and_1_in_order(
    knowledge: Knowledge, text: str, on_table: str | None
) -> None:
    found = knowledge.search(text, context=Context(on_table)).ranked
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score < 1 for score in scores)
    assert len({one.topic for one in found}) == len(found) <= 5


def test_an_empty_index_finds_nothing() -> None:
    assert Search([], Concepts()).find("bourse").ranked == []


@pytest.mark.parametrize(
    "text", ["1", "premier", "الأول", "لحسن الأول", "lewwel", "lwel", "اللول", "les 1 programmes"]
)
def test_a_number_without_the_word_programme_names_none(knowledge: Knowledge, text: str) -> None:
    assert knowledge.search(text).ranked == []


@pytest.mark.parametrize("text", ["mna7", "manaho", "مناح", "brs"])
def test_a_short_skeleton_alone_names_nothing_for_sure(knowledge: Knowledge, text: str) -> None:
    assert all(found.score < 0.47 for found in knowledge.search(text).ranked)


@pytest.mark.parametrize("text", ["والثقافة", "w lculture", "وللثقافة", "فالثقافة"])
def test_an_and_before_the_article_is_nothing(knowledge: Knowledge, text: str) -> None:
    assert knowledge.search(text).ranked[0].topic == "culture"
    assert knowledge.search(text).ranked[0].score >= SURE


def test_a_run_of_common_words_tells_only_as_a_whole() -> None:
    from knowledge.vocabulary import phrase_of, runs_of, words_of  # noqa: PLC0415

    for alias, text in [
        ("faire un projet", "je veux faire un projet à Nador"),
        ("ندير مشروع", "بغيت ندير شي مشروع فالناضور"),
        ("إنجاز مشروع", "أريد إنجاز مشروع في وجدة"),
        ("ndir projet", "bghit ndir chi projet f nador"),
    ]:
        assert len(phrase_of(words_of(alias))) == 1
        assert phrase_of(words_of(alias))[0] in runs_of(words_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "bourse " * 1_430,
        "x" * 10_000,
        "🎓" * 500,
        "👩‍👩‍👧",
        "a",
        "ب",
        "§3",
        "\u200f",
        "()[]{}",
        "٣",
    ],
)
def test_an_odd_query_finds_little_and_never_fails(knowledge: Knowledge, text: str) -> None:
    found = knowledge.search(text)
    assert len(found.ranked) <= 5
    assert all(0 <= one.score < 1 for one in found.ranked)
    if "bourse" not in text:
        assert all(one.score < SURE for one in found.ranked)


def test_a_name_of_two_varieties_means_the_topic_of_the_message_s_own() -> None:
    written = load()
    assert written.search("chikaya", "fr").ranked[0].topic == "institutions/chikaya"
    assert written.search("chikaya", "ary-Latn").ranked[0].topic == "legal/complaints"
