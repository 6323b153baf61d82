"""The course of the form: order, first messages, digressions, corrections, cancelling."""

from dataclasses import replace

import pytest

from bot.tickets.form import Draft, Question, ending, next_question
from bot.tickets.intake import after_digression, fill
from bot.tickets.kinds import Category, Kind
from bot.tickets.reading import Classified
from bot.tickets.words import FOLDER, load_words
from tests.bot.tickets.drafts import FULL, NEW, SILENT, at, sure

WORDS = load_words(FOLDER)


def test_a_draft_that_ended_no_longer_changes():
    done = replace(FULL, confirmed=True)
    filled = fill(done, "non, la Belgique", SILENT, Question.CONFIRMATION, words=WORDS)
    assert (filled.draft, filled.notes) == (done, ("ended",))


# --- the first message

FIRST = [
    ("bghit ndir chikaya 3la lconsulat f bruxelles, rfdo ydiro liya passeport", "consular", "BE"),
    ("Mon passeport est bloqué au consulat de Barcelone depuis 3 mois", "consular", "ES"),
    ("أود تقديم شكاية: لم يردوا على طلب جواز السفر منذ شهرين في قنصلية مدريد", "consular", "ES"),
    ("بغيت نحط شكاية على الديوانة، خداو ليا الطوموبيل وانا ساكن ففرنسا", "customs", "FR"),
    ("CNSS ma khelsounich f retraite hadi 3am w ana sakn f holanda", "social_security", "NL"),
    ("le tribunal de Fès n'a pas rendu le jugement, j'attends depuis 2019", "justice", None),
    ("un promoteur a pris mon argent, mon appartement n'est pas livré", "land_housing", None),
    ("lconsulat ma 3tawnich la bourse dyal weldi, mazal kantsenna f Lille", None, "FR"),
]
WISHES = [
    ("je veux déposer une plainte", None, None),
    ("Bonjour, je voudrais faire une réclamation svp", None, None),
    ("je veux porter plainte contre le consulat de Lille", "consular", "FR"),
    ("bghit ntchekka", None, None),
    ("bghit ndir chikaya 3la diwana", "customs", None),
    ("بغيت ندير شكاية", None, None),
    ("عندي مشكل مع القنصلية", "consular", None),
    ("أريد تقديم شكوى", None, None),
    ("أريد تقديم شكوى ضد المحكمة في تطوان", "justice", None),
    ("j'ai un problème au Maroc", None, None),
    ("عندي مشكل مالي", None, None),
]


@pytest.mark.parametrize(("text", "category", "country"), FIRST)
def test_one_message_may_fill_everything_but_consent(text, category, country):
    draft = fill(NEW, text, sure("open_complaint"), None, words=WORDS).draft
    assert (draft.category, draft.country, draft.description) == (category, country, text)
    assert draft.consent is None


@pytest.mark.parametrize(("text", "category", "country"), WISHES)
def test_a_mere_wish_is_no_description(text, category, country):
    draft = fill(NEW, text, sure("open_complaint"), None, words=WORDS).draft
    assert (draft.category, draft.country, draft.description) == (category, country, None)


def test_own_contact_is_taken_from_a_first_message_but_not_anybodys():
    own = "la douane a bloqué ma voiture, mon mail : ali@example.org"
    other = "la douane a bloqué ma voiture, le +212 537 00 00 00 ne répond pas"
    assert fill(NEW, own, SILENT, None, words=WORDS).draft.contact == "ali@example.org"
    assert fill(NEW, other, SILENT, None, words=WORDS).draft.contact is None
    chat = replace(NEW, channel="telegram")
    assert fill(chat, own, SILENT, None, words=WORDS).draft.contact is None


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("suggestion", "j'ai une suggestion", False),
        ("suggestion", "عندي اقتراح", False),
        ("suggestion", "je propose d'ouvrir le consulat le samedi matin", True),
        ("question", "je veux parler à un agent", False),
        ("question", "bghit nhder m3a chi wa7ed", False),
        ("question", "bghit nhder m3a chi wa7ed 3la dossier dyal weldi l mrid", True),
    ],
)
def test_other_kinds_take_their_matter_from_the_first_message(kind, text, told):
    draft = fill(Draft(Kind(kind), "web"), text, SILENT, None, words=WORDS).draft
    assert draft.description == (text if told else None)
    assert (draft.category, draft.country) == (None, None)


def test_an_answer_may_tell_more_than_was_asked():
    text = "oui, le consulat de Lille refuse mon dossier depuis mars"
    draft = fill(NEW, text, SILENT, Question.CONSENT, words=WORDS).draft
    assert (draft.consent, draft.category, draft.country) == (True, "consular", "FR")
    assert draft.description == text


def test_a_story_instead_of_a_consent_is_kept_and_consent_asked_again():
    text = "le consulat de Lille refuse mon dossier depuis mars"
    filled = fill(NEW, text, SILENT, Question.CONSENT, words=WORDS)
    assert (filled.outcome, filled.draft.consent) == ("answered", None)
    assert (filled.draft.description, next_question(filled.draft)) == (text, "consent")


# --- digressions

DIGRESSIONS = [
    ("consent", "c'est quoi MDM Invest ?", "ask_programme"),
    ("consent", "vous faites quoi de mes données ?", "my_data"),
    ("consent", "merci", "thank"),
    ("category", "wach kayna chi bourse l wlad lmre?", "ask_programme"),
    ("category", "comment obtenir un passeport ?", "ask_programme"),
    ("category", "bonjour", "greet"),
    ("country", "ما هي البرامج المتوفرة؟", "list_programmes"),
    ("country", "quelles aides pour les Marocains en Belgique ?", "ask_programme"),
    ("country", "bghit nhder m3a chi wa7ed", "talk_to_agent"),
    ("description", "c'est quoi les bourses pour les étudiants ?", "ask_programme"),
    ("description", "شنو هي الوراق ديال المنحة؟", "ask_programme"),
    ("description", "salam", "greet"),
    ("description", "chokran bezzaf", "thank"),
    ("description", "réponds en français", "change_language"),
    ("description", "où en est ma plainte MDM-2026-000123 ?", "check_complaint"),
    ("description", "aide", "help"),
    ("description", "quel temps fait-il à Paris ?", "out_of_scope"),
    ("description", "je veux parler à un agent", "talk_to_agent"),
    ("contact", "fin kayn lconsulat?", "ask_programme"),
    ("contact", "هضر معايا بالعربية", "change_language"),
    ("confirmation", "شكرا", "thank"),
    ("confirmation", "combien de temps ça prend ?", "ask_programme"),
]


@pytest.mark.parametrize(("asked", "text", "intent"), DIGRESSIONS)
def test_a_digression_leaves_the_draft_alone(asked, text, intent):
    draft = at(Question(asked))
    filled = fill(draft, text, sure(intent), Question(asked), words=WORDS)
    assert (filled.outcome, filled.draft) == ("digressed", draft)


@pytest.mark.parametrize(("asked", "text", "intent"), DIGRESSIONS)
def test_without_confidence_nothing_is_a_digression(asked, text, intent):
    understood = Classified(intent, 0.4)
    filled = fill(at(Question(asked)), text, understood, Question(asked), words=WORDS)
    assert filled.outcome != "digressed"


@pytest.mark.parametrize(
    "text",
    [
        "quelles sont les conditions de la bourse pour mon fils ?",
        "J'ai besoin d'aide pour mes papiers",
    ],
)
def test_a_person_may_be_asked_a_programme_question(text):
    draft = Draft(Kind.QUESTION, "web", consent=True)
    filled = fill(draft, text, sure("ask_programme"), Question.DESCRIPTION, words=WORDS)
    assert (filled.outcome, filled.draft.description) == ("answered", text)


def test_a_word_or_two_are_answered_before_a_person_is_asked():
    draft = Draft(Kind.QUESTION, "web", consent=True)
    filled = fill(draft, "les bourses", sure("ask_programme"), Question.DESCRIPTION, words=WORDS)
    assert filled.outcome == "digressed"


@pytest.mark.parametrize(
    ("asked", "text", "intent", "field", "value"),
    [
        ("country", "fransa", "change_language", "country", "FR"),
        ("category", "bourse", "ask_programme", "category", "education"),
        ("category", "la douane ?", "ask_programme", "category", "customs"),
        ("contact", "non merci", "thank", "contact", ""),
        ("consent", "oui merci", "thank", "consent", True),
    ],
)
def test_a_recognised_value_answers_whatever_the_intent(asked, text, intent, field, value):
    filled = fill(at(Question(asked)), text, sure(intent), Question(asked), words=WORDS)
    assert (filled.outcome, getattr(filled.draft, field)) == ("answered", value)


# --- confirmation


@pytest.mark.parametrize(
    "text",
    ["oui", "c'est bon", "je confirme", "oui, la France", "صحيح", "نعم أؤكد", "اه كلشي هو هداك",
     "واخا", "iyeh", "kan2akked", "wakha s7i7", "safi", "✅", "oui, le consulat du Maroc",
     "oui la description est bonne", "ok parfait merci beaucoup", "rien à changer"],
)  # fmt: skip
def test_yes_confirms(text):
    filled = fill(FULL, text, SILENT, Question.CONFIRMATION, words=WORDS)
    assert (filled.outcome, filled.draft.confirmed, ending(filled.draft)) == (
        "answered",
        True,
        "open",
    )


@pytest.mark.parametrize(
    "text",
    ["ajouter un détail", "zid chi 7aja", "أضف معلومة", "زيد شي حاجة",
     "non", "non merci", "c'est faux", "ce n'est pas ça", "لا", "غير صحيح", "لا، خطأ", "ماشي صحيح",
     "la", "lla ghalet", "machi s7i7", "non, la France", "changer",
     "non je veux ajouter un détail"],
)  # fmt: skip
def test_no_alone_asks_what_to_change(text):
    filled = fill(FULL, text, SILENT, Question.CONFIRMATION, words=WORDS)
    assert (filled.outcome, filled.notes, filled.draft) == ("unclear", ("what-to-change",), FULL)


CORRECTIONS = [
    ("non, la Belgique", "country", "BE"),
    ("non c'est la Belgique pas la France", "country", "BE"),
    ("la Belgique", "country", "BE"),
    ("la, belgika machi fransa", "country", "BE"),
    ("la belgique machi fransa", "country", "BE"),
    ("machi fransa, sbanya", "country", "ES"),
    ("لا، بلجيكا", "country", "BE"),
    ("لا أنا ساكن فهولندا", "country", "NL"),
    ("لا ماشي فرنسا، الطاليان", "country", "IT"),
    ("البلد: إسبانيا", "country", "ES"),
    ("le pays c'est l'Espagne", "country", "ES"),
    ("oui mais le pays c'est l'Espagne", "country", "ES"),
    ("non, la douane", "category", "customs"),
    ("la catégorie : justice", "category", "justice"),
    ("la, machi consulat, lma7kama", "category", "justice"),
    ("لا، الفئة هي الجمارك", "category", "customs"),
    ("non, mon numéro est le +32 470 12 34 56", "contact", "+32470123456"),
    ("email: ali@example.org", "contact", "ali@example.org"),
    ("contact : aucun", "contact", ""),
    ("remplacez la description: le consulat a perdu mon dossier", "description",
     "le consulat a perdu mon dossier"),
    ("غير الوصف: ضاع ملفي", "description", "ضاع ملفي"),
    ("بدل الشرح: تلفو ليا الدوسي", "description", "تلفو ليا الدوسي"),
    ("la, beddel lmochkil: telfo liya dossier", "description", "telfo liya dossier"),
    ("la description : le consulat de Lille a perdu mon dossier de passeport en mars",
     "description", "le consulat de Lille a perdu mon dossier de passeport en mars"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "field", "value"), CORRECTIONS)
def test_a_new_value_is_a_correction_and_confirmation_is_asked_again(text, field, value):
    filled = fill(FULL, text, sure("deny"), Question.CONFIRMATION, words=WORDS)
    assert filled.draft == replace(FULL, **{field: value})
    assert (filled.outcome, filled.notes) == ("answered", (f"corrected-{field}",))
    assert next_question(filled.draft) == "confirmation"


@pytest.mark.parametrize(
    "text", ["oui mais non", "oui, sauf une chose", "peut-être", "c'est Lille"]
)
def test_a_half_yes_does_not_confirm(text):
    filled = fill(FULL, text, SILENT, Question.CONFIRMATION, words=WORDS)
    assert (filled.outcome, filled.draft) == ("unclear", FULL)


def test_two_values_are_corrected_at_once():
    filled = fill(FULL, "non, la douane en Belgique", SILENT, Question.CONFIRMATION, words=WORDS)
    assert (filled.draft.category, filled.draft.country) == ("customs", "BE")


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("la catégorie", "category"),
        ("changer la catégorie", "category"),
        ("non, le pays", "country"),
        ("oui sauf le pays", "country"),
        ("c'est pas le bon pays", "country"),
        ("wakha walakin lblad ghalet", "country"),
        ("البلد", "country"),
        ("بدل البلاد", "country"),
        ("bedel lblad 3afak", "country"),
        ("la description", "description"),
        ("الوصف", "description"),
        ("mon numéro", "contact"),
        ("nemra", "contact"),
    ],
)
def test_naming_a_field_asks_it_again(text, field):
    filled = fill(FULL, text, SILENT, Question.CONFIRMATION, words=WORDS)
    assert filled.draft == replace(FULL, **{field: None})
    assert (filled.notes, next_question(filled.draft)) == ((f"cleared-{field}",), field)


@pytest.mark.parametrize(
    ("asked", "text", "country"),
    [
        ("description", "non, la Belgique", "BE"),
        ("description", "en fait c'est l'Espagne", "ES"),
        ("description", "la, fbelgika machi fransa", "BE"),
        ("description", "Belgique", "BE"),
        ("contact", "لا، بلجيكا", "BE"),
        ("contact", "pardon, le pays : Italie", "IT"),
    ],
)
def test_a_value_may_be_corrected_in_mid_form(asked, text, country):
    filled = fill(at(Question(asked)), text, SILENT, Question(asked), words=WORDS)
    assert (filled.outcome, filled.draft.country) == ("answered", country)
    assert next_question(filled.draft) == asked


# --- cancelling

CANCELS = [
    *(
        "annuler",
        "Annuler svp",
        "je veux annuler la plainte",
        "stop",
        "laisse tomber",
        "non annule",
    ),
    *("إلغاء", "أريد الإلغاء", "توقف", "حيد", "بطل هادشي", "صافي بلا", "ما بقيتش باغي"),
    *("on laisse", "j'ai changé d'avis", "pas maintenant, plus tard"),
    *("غيرت رأيي", "ليس الآن، في وقت لاحق", "لا أريد المتابعة", "اتركها من فضلك"),
    *("باراكا", "صافي نسا", "خليها لوقت آخر", "بدلت رايي", "ما بغيتش نكمل"),
    *("safi baraka ma bghitch", "baraka", "khelliha mn be3d", "safi nsa", "beddelt rayi"),
    *("safi bla", "bttel", "7yed hadchi", "safi khelliha", "annuli 3afak", "mab9itch baghi"),
]


@pytest.mark.parametrize("asked", list(Question))
@pytest.mark.parametrize("text", CANCELS)
def test_cancelling_works_everywhere_and_leaves_nothing(asked, text):
    filled = fill(at(asked), text, sure("deny"), asked, words=WORDS)
    assert filled.draft == Draft(Kind.COMPLAINT, "web", cancelled=True)
    assert (filled.notes, ending(filled.draft)) == (("cancelled",), "cancelled")


@pytest.mark.parametrize(
    "text",
    [
        "ils ont fait annuler mon rendez-vous trois fois sans prévenir",
        "ils veulent annuler mon mariage au consulat",
        "le consulat a dit stop et n'a rien fait",
        "حيدو لي الكارط ديالي فالديوانة",
        "bttlo liya lmaw3id dyali f lconsulat",
        "je ne veux plus attendre mon passeport",
        "le consul m'a dit plus tard et il a changé d'avis",
        "القنصل غير رأيه ولم يسلمني جواز السفر",
        "9alou liya rje3 mn be3d w telfo liya dossier",
    ],
)
def test_a_description_may_hold_words_of_cancelling(text):
    draft = at(Question.DESCRIPTION)
    filled = fill(draft, text, SILENT, Question.DESCRIPTION, words=WORDS)
    assert (filled.draft.cancelled, filled.draft.description) == (False, text)


@pytest.mark.parametrize(
    "text", ["بدلت رأيي بغيت نشكي", "j'ai changé d'avis, je veux porter plainte"]
)
def test_a_change_of_mind_may_begin_a_complaint(text):
    assert fill(NEW, text, sure("open_complaint"), None, words=WORDS).draft == NEW


@pytest.mark.parametrize("text", ["blach", "بلاش", "plus tard", "من بعد", "فيما بعد"])
def test_at_the_contact_a_word_of_cancelling_may_refuse_the_contact_alone(text):
    filled = fill(at(Question.CONTACT), text, SILENT, Question.CONTACT, words=WORDS)
    assert (filled.draft.cancelled, filled.draft.contact) == (False, "")


# --- what is told at another question

STORIES = [
    "le consulat refuse mon dossier depuis mars et personne ne me dit pourquoi",
    "j'ai payé trois mille dirhams en 2023 et le guichet a fermé sans explication",
    "لقد دفعت كل الرسوم المطلوبة ولم أتسلم أي وثيقة منذ ستة أشهر",
    "خداو ليا الفلوس كاملين ومابغاوش يرجعوهم ليا هادي عام",
    "rah mchit l guichet w khdaw liya lflous w 7ta wa7ed ma jawbni",
]
ELSEWHERE = [q for q in Question if q is not Question.DESCRIPTION]


@pytest.mark.parametrize("asked", ELSEWHERE)
@pytest.mark.parametrize("text", STORIES)
def test_a_story_at_another_question_is_the_description_or_added_to_it(asked, text):
    untold = replace(at(asked), description=None)
    first = fill(untold, text, SILENT, asked, words=WORDS)
    assert (first.outcome, first.draft.description) == ("answered", text)
    told = replace(at(asked), description="mon passeport")
    filled = fill(told, text, SILENT, asked, words=WORDS)
    assert filled.draft.description == f"mon passeport\n{text}"
    assert (filled.outcome, filled.notes) == ("answered", ("added-to-description",))
    assert next_question(filled.draft) == asked or asked is Question.CATEGORY  # it may name one
    again = fill(filled.draft, text, SILENT, asked, words=WORDS)
    assert again.draft.description == filled.draft.description


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("contact", "vous pouvez m'appeler le soir au 0612345678 après dix-huit heures seulement"),
        ("contact", "je ne veux pas donner mon numéro"),
        ("country", "je vis en Belgique mais mon terrain est au Maroc"),
        ("country", "ana saken f rotterdam hadi 3chr snin"),
        ("category", "douane et consulat"),
        ("confirmation", "c'est quoi les bourses pour les étudiants marocains de France ?"),
    ],
)
def test_what_is_no_story_is_not_added(asked, text):
    draft = replace(at(Question(asked)), description="mon passeport")
    filled = fill(draft, text, SILENT, Question(asked), words=WORDS)
    assert filled.draft.description == "mon passeport"


ADDITIONS = [
    "ajoutez que j'ai gardé le reçu",
    "non, j'ai oublié de dire que j'ai payé deux fois",
    "oui mais j'ai aussi payé 300 euros",
    "zid belli khlest 5000 dh",
    "la, dakchi f 2023 machi 2022",
    "أضف أنني دفعت 3000 درهم",
    "لا، كان ذلك في 2023 وليس 2022",
    "زيد بلي خلصت 5000 درهم",
    "لا، هادشي وقع فمارس ماشي فماي",
]


@pytest.mark.parametrize("text", ADDITIONS)
def test_a_detail_at_the_confirmation_is_added_and_confirmation_asked_again(text):
    filled = fill(FULL, text, sure("deny"), Question.CONFIRMATION, words=WORDS)
    assert filled.draft == replace(FULL, description=f"{FULL.description}\n{text}")
    assert (filled.outcome, filled.notes) == ("answered", ("added-to-description",))
    assert next_question(filled.draft) == "confirmation"


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("la description : j'ai gardé le reçu", "j'ai gardé le reçu"),
        ("non, la description: dossier perdu", "dossier perdu"),
        ("الوصف: ضاع ملفي", "ضاع ملفي"),
        ("الشرح: تلفو ليا الدوسي", "تلفو ليا الدوسي"),
        ("la, lmochkil: telfo liya dossier", "telfo liya dossier"),
    ],
)
def test_a_shorter_description_is_added_unless_it_is_said_to_replace(text, added):
    filled = fill(FULL, text, SILENT, Question.CONFIRMATION, words=WORDS)
    assert filled.draft.description == f"{FULL.description}\n{added}"
    assert filled.notes == ("added-to-description",)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("bghit nbeddel lblad", "country"),
        ("بغيت نبدل البلاد", "country"),
        ("أريد تغيير البلد", "country"),
        ("je voudrais changer la catégorie", "category"),
    ],
)
def test_a_wish_to_change_an_answer_asks_it_again_in_mid_form(text, field):
    draft = at(Question.DESCRIPTION)
    filled = fill(draft, text, SILENT, Question.DESCRIPTION, words=WORDS)
    assert filled.draft == replace(draft, **{field: None})
    assert (filled.outcome, next_question(filled.draft)) == ("answered", field)


@pytest.mark.parametrize(
    ("asked", "text", "field", "value"),
    [
        ("category", "je suis en France", "country", "FR"),
        ("category", "ana f belgika", "country", "BE"),
        ("country", "الجمارك", "category", "customs"),
        ("country", "القنصلية", "category", "consular"),
    ],
)
def test_an_answer_to_the_question_after_this_one_is_kept_without_complaint(
    asked, text, field, value
):
    draft = replace(at(Question(asked)), category=None)
    filled = fill(draft, text, SILENT, Question(asked), words=WORDS)
    assert filled.draft == replace(draft, **{field: value})
    assert (filled.outcome, next_question(filled.draft)) == (
        "answered",
        "category" if field == "country" else asked,
    )


# --- consent asked in vain

VAGUE = ["je ne sais pas", "ma3reftch", "ما عرفتش", "لا أعرف"]
GOODBYES = [
    *("au revoir", "merci bonne journée", "on laisse", "bonne soirée à vous"),
    *("مع السلامة", "شكرا، إلى اللقاء", "بسلامة", "شكرا، الله يهنيك"),
    *("bslama", "chokran, thella", "safi bslama"),
]


@pytest.mark.parametrize("text", VAGUE)
def test_two_messages_that_do_not_answer_the_consent_drop_the_draft(text):
    first = fill(NEW, text, SILENT, Question.CONSENT, words=WORDS)
    assert (first.outcome, first.draft) == ("unclear", replace(NEW, waited=1))
    second = fill(first.draft, text, SILENT, Question.CONSENT, words=WORDS)
    assert second.draft == Draft(Kind.COMPLAINT, "web", cancelled=True)
    assert (second.notes, ending(second.draft)) == (("cancelled", "left"), "cancelled")


def test_digressions_count_when_the_form_resumes():
    def resumed(draft, asked):
        question = "c'est quoi la bourse ?"
        return after_digression(draft, question, sure("ask_programme"), asked, words=WORDS)

    first = resumed(NEW, Question.CONSENT)
    assert first == replace(NEW, waited=1)
    assert ending(resumed(first, Question.CONSENT)) == "cancelled"
    later = at(Question.COUNTRY)
    assert resumed(later, Question.COUNTRY) == later


def test_an_answer_or_a_story_ends_the_waiting():
    waiting = replace(NEW, waited=1)
    for text in ("oui", STORIES[0]):
        draft = fill(waiting, text, SILENT, Question.CONSENT, words=WORDS).draft
        assert (draft.waited, ending(draft)) == (0, None)


@pytest.mark.parametrize(
    ("text", "intent"),
    [("je veux déposer une plainte", None), ("بغيت نحط شكاية", "open_complaint")],
)
def test_who_wishes_the_same_again_is_not_sent_away(text, intent):
    waiting = replace(NEW, waited=1)
    filled = fill(waiting, text, Classified(intent, 0.9), Question.CONSENT, words=WORDS)
    assert (filled.outcome, filled.draft) == ("unclear", waiting)


@pytest.mark.parametrize("text", GOODBYES)
def test_a_goodbye_at_the_consent_drops_the_draft(text):
    filled = fill(NEW, text, SILENT, Question.CONSENT, words=WORDS)
    assert ending(filled.draft) == "cancelled"


@pytest.mark.parametrize("text", ["oui, au revoir", "wakha bslama", "نعم، مع السلامة"])
def test_a_consent_with_a_goodbye_is_a_consent(text):
    assert fill(NEW, text, SILENT, Question.CONSENT, words=WORDS).draft.consent is True


# --- another kind

IDEAS = [
    "il faudrait ouvrir les guichets le samedi matin pour ceux qui travaillent",
    "خاص يتفتح الكيشي نهار السبت على قبل الناس اللي خدامين",
    "khass ythel lguichet nhar sebt 3la 9bel nas li khdamin bezzaf",
    "ينبغي فتح الشبابيك صباح السبت من أجل العاملين خلال الأسبوع",
]


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("suggestion", "j'aimerais proposer une idée pour améliorer le site", False),
        ("suggestion", "أود اقتراح فكرة لتحسين الخدمات", False),
        ("suggestion", "عندي فكرة باش نحسنو الخدمة", False),
        ("suggestion", "3ndi fikra bach n7esno lkhidma", False),
        ("question", "vous servez à rien je veux parler à un humain", False),
        ("question", "بغيت نهضر مع شي موظف راني ماكنفهمش فهادشي", False),
        ("question", "بغيت نهضر مع شي موظف على التقاعد ديالي ديال فرنسا", True),
        ("question", "je veux parler à un agent sur ma retraite", True),
        ("question", "أريد التحدث مع موظف بخصوص جواز السفر", True),
        ("question", "bghit nhder m3a chi mowaddaf 3la lpaspor dyali", True),
    ],
)
def test_an_opening_tells_the_matter_or_only_the_wish(kind, text, told):
    draft = fill(Draft(Kind(kind), "web"), text, SILENT, None, words=WORDS).draft
    assert draft.description == (text if told else None)


@pytest.mark.parametrize("text", IDEAS)
def test_an_idea_told_at_the_contact_is_kept_whatever_it_looks_like(text):
    draft = Draft(Kind.SUGGESTION, "web", consent=True, description="une idée pour les guichets")
    filled = fill(draft, text, sure("ask_programme"), Question.CONTACT, words=WORDS)
    assert filled.draft.description == f"{draft.description}\n{text}"
    assert (filled.outcome, next_question(filled.draft)) == ("answered", "contact")


AGENTS = ["je veux parler à un agent", "bghit nhder m3a chi wa7ed", "بغيت نهضر مع شي موظف",
          "أريد التحدث مع موظف"]  # fmt: skip


@pytest.mark.parametrize("asked", list(Question))
@pytest.mark.parametrize("text", AGENTS)
def test_a_person_may_be_asked_for_at_any_question_of_a_complaint(asked, text):
    draft = at(asked)
    filled = fill(draft, text, sure("talk_to_agent"), asked, words=WORDS)
    assert (filled.outcome, filled.draft) == ("digressed", draft)
    handed = Draft(Kind.QUESTION, "web")
    again = fill(handed, text, sure("talk_to_agent"), Question.CONSENT, words=WORDS)
    assert (again.outcome, again.draft) == ("unclear", handed)


# --- pressed choices


def test_a_pressed_choice_wins_over_the_text():
    filled = fill(
        at(Question.CATEGORY), "justice", SILENT, Question.CATEGORY, {"category": "customs"},
        words=WORDS,
    )  # fmt: skip
    assert filled.draft.category is Category.CUSTOMS


@pytest.mark.parametrize(
    ("asked", "picked", "field", "value"),
    [
        ("consent", {"consent": True}, "consent", True),
        ("consent", {"consent": False}, "consent", False),
        ("country", {"country": "BE"}, "country", "BE"),
        ("contact", {"contact": ""}, "contact", ""),
        ("confirmation", {"confirmation": True}, "confirmed", True),
        ("confirmation", {"change": "country"}, "country", None),
        ("description", {"cancel": True}, "cancelled", True),
    ],
)
def test_choices_are_taken(asked, picked, field, value):
    filled = fill(at(Question(asked)), "", SILENT, Question(asked), picked, words=WORDS)
    assert (filled.outcome, getattr(filled.draft, field)) == ("answered", value)


@pytest.mark.parametrize(
    "picked", [{"category": "taxes"}, {"country": "XX"}, {"topic": "x"}, {"confirmation": True}, {}]
)
def test_a_choice_that_does_not_fit_is_not_taken(picked):
    draft = at(Question.COUNTRY)
    filled = fill(draft, "", SILENT, Question.COUNTRY, picked, words=WORDS)
    assert (filled.outcome, filled.draft) == ("unclear", draft)
