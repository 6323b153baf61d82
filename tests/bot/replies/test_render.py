"""Words at the edge: every message in every variety, with its choices, sources and direction."""

from __future__ import annotations

import itertools
import re
from datetime import timedelta

import pytest

from bot.replies.catalogue import Catalogue, MissingMessage, load_catalogue
from bot.replies.countries import country_name
from bot.replies.render import Renderer
from bot.replies.said import Said
from bot.tickets.casework import REPLY_MAX_CHARS
from bot.tickets.kinds import AnswerType, Category, Remedy
from knowledge.base import Knowledge, UnknownTopic
from knowledge.schema import CATEGORIES
from nlu.text.variety import VARIETIES, Variety

SUMMARY = {
    "kind": "complaint",
    "category": "land_housing",
    "country": "BE",
    "description": "terrain vendu deux fois",
    "contact": "",
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.mark.parametrize("lang", VARIETIES)
def test_every_facet_of_every_topic_is_told_with_its_sources(
    renderer: Renderer, knowledge: Knowledge, lang: Variety
) -> None:
    for topic in knowledge.topics.values():
        for facet in topic.answers:
            said = Said("answer", {"topic": topic.id, "facet": facet})
            reply = renderer.render(said, lang)
            assert reply.text
            assert reply.sources, (topic.id, facet)


@pytest.mark.parametrize("lang", VARIETIES)
def test_a_missing_facet_is_admitted_with_what_is_known_and_ways_out(
    renderer: Renderer, knowledge: Knowledge, lang: Variety
) -> None:
    reply = renderer.render(Said("answer", {"topic": "culture", "facet": "deadline"}), lang)
    overview = renderer.render(Said("answer", {"topic": "culture", "facet": "overview"}), lang)
    assert reply.offers == ("agent", "complaint")
    assert reply.facet == "deadline"
    title = knowledge.topic("culture").title[lang]
    assert title in reply.text.split("\n")[0]
    assert reply.text.endswith(overview.text)
    assert reply.sources == overview.sources


def test_a_topic_that_does_not_exist_is_our_fault_not_the_citizens(renderer: Renderer) -> None:
    with pytest.raises(UnknownTopic):
        renderer.render(Said("answer", {"topic": "no/such", "facet": "overview"}), "fr")


@pytest.mark.parametrize("lang", VARIETIES)
def test_the_programmes_are_offered_one_by_one(
    renderer: Renderer, knowledge: Knowledge, lang: Variety
) -> None:
    reply = renderer.render(Said("list-programmes"), lang)
    picked = [option.pick.values["topic"] for option in reply.options]
    assert picked[:8] == [topic.id for topic in knowledge.programmes()]
    assert picked[8:] == ["associations", "civil-society"]
    assert "8" in reply.text


@pytest.mark.parametrize("lang", VARIETIES)
def test_the_confirmation_shows_words_not_codes(renderer: Renderer, lang: Variety) -> None:
    reply = renderer.render(Said("ask-confirmation", SUMMARY, asks="confirmation"), lang)
    assert "terrain vendu deux fois" in reply.text
    assert "land_housing" not in reply.text
    assert country_name("BE", lang) in reply.text
    assert len(reply.options) == 3


@pytest.mark.parametrize("lang", VARIETIES)
def test_a_citizens_braces_stay_braces(renderer: Renderer, lang: Variety) -> None:
    said = Said("ask-confirmation", {**SUMMARY, "description": "{ $code } {0}"})
    assert "{ $code } {0}" in renderer.render(said, lang).text


@pytest.mark.parametrize("lang", VARIETIES)
def test_a_description_as_long_as_a_message_may_be_is_shown_whole(
    renderer: Renderer, lang: Variety
) -> None:
    told = "أ" * 4000
    said = Said("ask-confirmation", {**SUMMARY, "description": told})
    assert told in renderer.render(said, lang).text


@pytest.mark.parametrize(
    ("lang", "direction"), list(zip(VARIETIES, ("rtl", "ltr", "rtl", "ltr"), strict=True))
)
def test_each_variety_has_its_direction(renderer: Renderer, lang: Variety, direction: str) -> None:
    assert renderer.render(Said("greet"), lang).dir == direction


def test_the_categories_offered_are_the_desks_in_its_order() -> None:
    assert list(CATEGORIES) == [str(category) for category in Category]


@pytest.mark.parametrize("lang", VARIETIES)
def test_a_ticket_found_tells_the_newest_answer_of_staff(renderer: Renderer, lang: Variety) -> None:
    args = {"reference": "MDM-2026-000001", "kind": "complaint", "state": "open"}
    found = {**args, "opened_on": "2026-01-31"}
    answered = renderer.render(Said("ticket-found", {**found, "text": "C'est prêt."}), lang)
    waiting = renderer.render(Said("ticket-found", {**found, "text": ""}), lang)
    assert "C'est prêt." in answered.text
    assert answered.text.startswith(waiting.text)


def test_a_change_of_language_is_said_in_the_new_one(renderer: Renderer) -> None:
    assert renderer.render(Said("language-changed", {"lang": "ar"}), "fr").lang == "ar"


@pytest.mark.parametrize(("count", "words"), [(1, "برنامج"), (2, "برنامج"), (3, "برامج")])
def test_arabic_counts_in_its_own_plurals(catalogue: Catalogue, count: int, words: str) -> None:
    assert words in catalogue.text("ar", "list-programmes", count=count)


def test_an_unknown_key_or_a_missing_value_is_an_error_not_a_broken_sentence(
    catalogue: Catalogue,
) -> None:
    with pytest.raises(MissingMessage):
        catalogue.text("fr", "no-such-message")
    with pytest.raises(MissingMessage):
        catalogue.text("fr", "staff-reply", reference="MDM-2026-000001")


@pytest.mark.parametrize(
    ("lang", "question"),
    list(itertools.product(VARIETIES, ("consent", "category", "country", "description"))),
)
def test_every_question_stands_in_every_variety(
    renderer: Renderer, lang: Variety, question: str
) -> None:
    reply = renderer.render(Said(f"ask-{question}", asks=question), lang)
    hint = renderer.render(Said(f"unclear-{question}"), lang)
    assert reply.text != hint.text


@pytest.mark.parametrize("lang", VARIETIES)
def test_an_embassy_is_told_with_dates_and_where_to_check(
    renderer: Renderer, knowledge: Knowledge, lang: Variety
) -> None:
    post = knowledge.directory.post("FR-ambassade-paris")
    said = {"posts": [post.id], "topic": "institutions/ministry-contact", "facet": "contact"}
    reply = renderer.render(Said("posts", said), lang)
    assert (reply.topic, reply.facet) == ("institutions/ministry-contact", "contact")
    assert str(post.contacts()["address"].text) in reply.text
    assert renderer.words(lang, "source-undated") in reply.text
    assert [source.url for source in reply.sources] == [
        post.source.url,
        knowledge.directory.official_site.url,
    ]


@pytest.mark.parametrize("lang", VARIETIES)
def test_without_a_safe_contact_the_official_site_is_named_and_no_number(
    renderer: Renderer, knowledge: Knowledge, lang: Variety
) -> None:
    post = knowledge.directory.post("FR-lille")
    assert post.phone is not None
    assert post.phone.crisis_line
    said = {"posts": [post.id], "topic": "institutions/ministry-contact", "facet": "contact"}
    text = renderer.render(Said("posts", said), lang).text
    assert str(knowledge.directory.official_site.url) in text
    assert str(post.phone.text) not in text


def test_of_several_posts_the_citizen_is_asked_which(renderer: Renderer) -> None:
    said = {"posts": ["FR-lyon", "FR-lille"], "topic": "institutions/ministry-contact"}
    reply = renderer.render(Said("posts", {**said, "facet": "contact"}), "fr")
    assert [option.pick.values for option in reply.options] == [
        {"posts": ["FR-lyon"]},
        {"posts": ["FR-lille"]},
    ]
    assert "2" in reply.text


@pytest.mark.parametrize("lang", VARIETIES)
def test_a_term_is_told_with_its_source_and_the_topic_that_tells_more(
    renderer: Renderer, knowledge: Knowledge, lang: Variety
) -> None:
    term = knowledge.glossary.term("CNIE")
    reply = renderer.render(Said("term", {"term": "CNIE"}), lang)
    assert term.meaning[lang] in reply.text
    assert reply.sources
    assert [option.pick.values["topic"] for option in reply.options] == [term.topic]


@pytest.mark.parametrize("lang", VARIETIES)
def test_who_is_competent_is_told_with_a_way_to_stop(
    renderer: Renderer, knowledge: Knowledge, lang: Variety
) -> None:
    reply = renderer.render(Said("competence", {"category": "customs"}), lang)
    told = knowledge.competence.categories["customs"].texts[lang]
    assert told.split("\n")[0][:40] in reply.text
    assert [option.pick.values for option in reply.options] == [{"cancel": True}]
    assert reply.sources


@pytest.mark.parametrize("lang", VARIETIES)
def test_what_is_past_its_review_says_so(knowledge: Knowledge, lang: Variety) -> None:
    topic = knowledge.topic("culture")
    assert topic.review_by is not None
    said = Said("answer", {"topic": "culture", "facet": "overview"})
    on_time, late = (
        Renderer(load_catalogue(), knowledge, today=lambda day=day: day).render(said, lang).text
        for day in (topic.review_by, topic.review_by + timedelta(days=1))
    )
    assert topic.review_by.isoformat() not in on_time
    assert topic.review_by.isoformat() in late


def test_what_may_be_meant_as_well_is_offered(renderer: Renderer) -> None:
    said = {"topic": "social/ramed", "facet": "overview", "beside": ["social/protection"]}
    reply = renderer.render(Said("answer", said), "fr")
    assert reply.options[-1].pick.values["topic"] == "social/protection"


@pytest.mark.parametrize("lang", VARIETIES)
def test_no_answer_has_an_emoji(knowledge: Knowledge, lang: Variety) -> None:
    marked = [
        (topic.id, facet)
        for topic in knowledge.topics.values()
        for facet, answer in topic.answers.items()
        if re.search("[\U0001f300-\U0001faff\u2600-\u27bf]", answer.texts[lang])
    ]
    assert marked == []


@pytest.mark.parametrize("lang", VARIETIES)
def test_what_is_kept_of_a_citizen_leads_to_the_law(renderer: Renderer, lang: Variety) -> None:
    said = Said("my-data", {"topic": "legal/personal-data"})
    reply = renderer.render(said, lang)
    assert reply.topic == "legal/personal-data"
    assert "legal/personal-data" in [option.pick.values.get("topic") for option in reply.options]


TELEGRAM_MAX_CHARS = 4096
SETTLED = {
    "reference": "MDM-2026-000001",
    "text": "Votre passeport est prêt.",
    "state": "resolved",
    "reopen_days": 30,
}


@pytest.mark.parametrize("lang", VARIETIES)
def test_every_end_of_a_ticket_is_told_in_words(renderer: Renderer, lang: Variety) -> None:
    for answer_type in AnswerType:
        for remedy in Remedy:
            how = {"answer_type": answer_type.value, "remedy": remedy.value, "ask_solved": True}
            text = renderer.render(Said("ticket-settled", {**SETTLED, **how}), lang).text
            assert SETTLED["text"] in text
            assert "_" not in text
            assert renderer.words(lang, "ticket-settled-question") in text


def test_the_next_remedy_stands_in_the_answer_only_where_there_is_one(renderer: Renderer) -> None:
    def told(remedy: str, *, ask_solved: bool) -> str:
        how = {"answer_type": "refused", "remedy": remedy, "ask_solved": ask_solved}
        text = renderer.render(Said("ticket-settled", {**SETTLED, **how}), "fr").text
        return text.replace("\u2068", "").replace("\u2069", "")

    assert "pendant 30 jours" in told("reopen", ask_solved=True)
    assert "mediateur.ma, page non datée" in told("mediator", ask_solved=True)
    assert told("none", ask_solved=False).endswith(str(SETTLED["text"]))


@pytest.mark.parametrize("lang", VARIETIES)
def test_the_longest_end_of_a_ticket_fits_one_telegram_message(
    renderer: Renderer, lang: Variety
) -> None:
    longest = {**SETTLED, "text": "x" * REPLY_MAX_CHARS, "ask_solved": True}
    for answer_type in AnswerType:
        for remedy in Remedy:
            said = Said("ticket-settled", {**longest, "answer_type": answer_type, "remedy": remedy})
            assert len(renderer.render(said, lang).text) <= TELEGRAM_MAX_CHARS


@pytest.mark.parametrize("lang", VARIETIES)
@pytest.mark.parametrize(
    ("say", "args"),
    [
        ("ticket-question", {"reference": "MDM-2026-000001", "text": "Quel consulat ?"}),
        ("ticket-forwarded", {"reference": "MDM-2026-000001", "body": "Douane"}),
        ("ticket-merged", {"reference": "MDM-2026-000001", "into": "MDM-2026-000002"}),
        ("ticket-joined", {"reference": "MDM-2026-000001"}),
    ],
)
def test_what_is_told_of_a_ticket_names_all_it_is_about(
    renderer: Renderer, lang: Variety, say: str, args: dict[str, str]
) -> None:
    text = renderer.render(Said(say, args), lang).text
    for value in args.values():
        assert value in text
