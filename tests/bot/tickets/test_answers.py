"""What citizens answer to each question, in the four varieties."""

import pytest

from bot.tickets.form import Question
from bot.tickets.intake import fill
from tests.bot.tickets.drafts import SILENT, at, sure

YES = [
    *("oui", "Oui.", "ouii", "d'accord", "ok", "OK !", "oui je suis d'accord", "j'accepte", "dac"),
    *("oui bien sûr", "pas de problème", "ah oui", "oui, vas-y", "Bonjour, oui", "👍"),
    *("ok pas de souci", "je donne mon accord pour l'enregistrement"),
    *("نعم", "نعم، أوافق", "موافق", "لا مانع لدي", "أوافق على ذلك", "أجل", "لا بأس"),
    *(
        "اه",
        "آه",
        "واخا",
        "وااخا",
        "ايه موافق",
        "اييه",
        "ماشي مشكل",
        "صافي واخا",
        "اه ما كاين مشكل",
    ),
    *("ah", "aaah", "iyeh", "iyyeh", "wah", "wakha", "wakkha", "waxa", "ah wakha", "mouafi9"),
    *(
        "نعم ولكن بسرعة",
        "لا مشكل",
        "la makayn mochkil",
        "oui mais ne donnez pas mon nom",
        "iwa safi",
    ),
    *("machi mochkil", "iyeh makayn mochkil", "safi", "wakha 3afak", "na3am"),
]
NO = [
    *("non", "Non merci", "pas d'accord", "je ne suis pas d'accord", "ah non", "non non", "👎"),
    *("je refuse", "non je ne veux pas", "nooon", "bon non"),
    *("لا", "لا أوافق", "لا، شكرا", "كلا", "غير موافق", "أرفض"),
    *("لالا", "ما بغيتش", "لا ما موافقش", "لا ما بغيتش الله يخليك"),
    *("la", "lla", "laa", "la la", "ma bghitch", "la chokran", "la, ma bghitch", "mabghitch"),
]
NEITHER = [
    *("je ne sais pas", "oui et non", "la douane", "peut-être", "لا أعرف", "ma3reftch", "ما فهمتش"),
    *("non mais d'abord expliquez moi", "لا تشاركوا معلوماتي مع القنصلية", "si possible"),
    *("la loi 09-08 ?", "la bghit nchki", "ah rah khassni dossier", "mon passeport refusé"),
    *("mon passeport", "bruxelles", "123", "…", ""),
]


@pytest.mark.parametrize("text", YES)
def test_yes_gives_consent(text, words):
    filled = fill(at(Question.CONSENT), text, SILENT, Question.CONSENT, words=words)
    assert (filled.outcome, filled.draft.consent) == ("answered", True)


@pytest.mark.parametrize("text", NO)
def test_no_refuses_consent_and_keeps_no_text(text, words):
    filled = fill(at(Question.CONSENT), text, SILENT, Question.CONSENT, words=words)
    assert filled.draft.consent is False
    assert (filled.draft.country, filled.draft.description) == (None, None)
    assert filled.notes == ("refused",)


@pytest.mark.parametrize("text", NEITHER)
def test_anything_else_neither_gives_nor_refuses_consent(text, words):
    filled = fill(at(Question.CONSENT), text, SILENT, Question.CONSENT, words=words)
    assert (filled.outcome, filled.draft.consent) == ("unclear", None)


@pytest.mark.parametrize(
    ("intent", "confidence", "consent"),
    [("affirm", 0.8, True), ("deny", 0.6, False), ("affirm", 0.5, None), ("greet", 0.5, None)],
)
def test_an_unknown_word_is_read_by_its_intent(intent, confidence, consent, words):
    understood = type(SILENT)(intent, confidence)
    filled = fill(at(Question.CONSENT), "bla3liha", understood, Question.CONSENT, words=words)
    assert filled.draft.consent is consent


CATEGORIES = [
    ("1", "consular"),
    ("٢", "customs"),
    ("le 3", "justice"),
    ("9.", "other"),
    ("Services consulaires", "consular"),
    ("le consulat", "consular"),
    ("passeport", "consular"),
    ("ma CNIE", "consular"),
    ("un rendez-vous", "consular"),
    ("جواز السفر", "consular"),
    ("القنصلية", "consular"),
    ("للقنصلية", "consular"),
    ("الباسبور", "consular"),
    ("l9onsoliya", "consular"),
    ("lpaspor dyali", "consular"),
    ("consula", "consular"),
    ("douane", "customs"),
    ("dédouanement de ma voiture", "customs"),
    ("الجمارك", "customs"),
    ("الديوانة ديال طنجة", "customs"),
    ("diwana", "customs"),
    ("ddiwanaa", "customs"),
    ("marhaba", "customs"),
    ("tomobil", "customs"),
    ("le tribunal", "justice"),
    ("jugement de divorce", "justice"),
    ("المحكمة", "justice"),
    ("lma7kama", "justice"),
    ("mahkama", "justice"),
    ("pension alimentaire", "justice"),
    ("cnss", "social_security"),
    ("ma retraite", "social_security"),
    ("AMO", "social_security"),
    ("assurance", "social_security"),
    ("التقاعد", "social_security"),
    ("الضمان الاجتماعي", "social_security"),
    ("larotrit", "social_security"),
    ("ta9a3od", "social_security"),
    ("terrain", "land_housing"),
    ("conservation foncière", "land_housing"),
    ("maison", "land_housing"),
    ("العقار", "land_housing"),
    ("أرض", "land_housing"),
    ("3a9ar", "land_housing"),
    ("dar", "land_housing"),
    ("équivalence de diplôme", "education"),
    ("bourse", "education"),
    ("المنحة", "education"),
    ("معادلة الشهادة", "education"),
    ("l9raya", "education"),
    ("programmes", "programmes"),
    ("université d'été", "programmes"),
    ("برامج الوزارة", "programmes"),
    ("MDM Invest", "programmes"),
    ("association", "associations"),
    ("jam3iya", "associations"),
    ("الجمعيات", "associations"),
    ("autre", "other"),
    ("autre chose", "other"),
    ("شي حاجة أخرى", "other"),
    ("chi 7aja khra", "other"),
    ("pas la douane, le consulat", "consular"),
    ("machi diwana, lma7kama", "justice"),
]


@pytest.mark.parametrize(("text", "category"), CATEGORIES)
def test_category_is_read(text, category, words):
    filled = fill(at(Question.CATEGORY), text, SILENT, Question.CATEGORY, words=words)
    assert (filled.outcome, filled.draft.category) == ("answered", category)


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("douane et consulat", ("several-categories",)),
        ("المحكمة ولا القنصلية", ("several-categories",)),
        ("je ne sais pas", ()),
        ("12", ()),
        ("0", ()),
        ("oui", ()),
        ("wa7ed lmochkil", ()),
    ],
)
def test_doubtful_category_is_not_guessed(text, notes, words):
    filled = fill(at(Question.CATEGORY), text, SILENT, Question.CATEGORY, words=words)
    assert (filled.outcome, filled.draft.category, filled.notes) == ("unclear", None, notes)


COUNTRIES = [
    ("France", "FR"),
    ("en france", "FR"),
    ("fransa", "FR"),
    ("f fransa", "FR"),
    ("frança", "FR"),
    ("فرنسا", "FR"),
    ("ففرنسا", "FR"),
    ("FR", "FR"),
    ("J'habite à Lyon", "FR"),
    ("Belgique", "BE"),
    ("la Belgique", "BE"),
    ("belgika", "BE"),
    ("بلجيكا", "BE"),
    ("bruxelles", "BE"),
    ("fbruxelles", "BE"),
    ("بروكسيل", "BE"),
    ("blgique", "BE"),
    ("Pays-Bas", "NL"),
    ("holanda", "NL"),
    ("hollanda", "NL"),
    ("هولندا", "NL"),
    ("ana saken f rotterdam", "NL"),
    ("Espagne", "ES"),
    ("sbanya", "ES"),
    ("سبانيا", "ES"),
    ("إسبانيا", "ES"),
    ("barcelona", "ES"),
    ("talyan", "IT"),
    ("f talyan", "IT"),
    ("italia", "IT"),
    ("الطاليان", "IT"),
    ("almanya", "DE"),
    ("Allemagne", "DE"),
    ("ألمانيا", "DE"),
    ("Düsseldorf", "DE"),
    ("Londres", "GB"),
    ("angleterre", "GB"),
    ("بريطانيا", "GB"),
    ("canada", "CA"),
    ("Montréal", "CA"),
    ("كندا", "CA"),
    ("amrika", "US"),
    ("usa", "US"),
    ("les États-Unis", "US"),
    ("مريكان", "US"),
    ("ميريكان", "US"),
    ("الإمارات", "AE"),
    ("dubai", "AE"),
    ("السعودية", "SA"),
    ("f so3odia", "SA"),
    ("قطر", "QA"),
    ("swisra", "CH"),
    ("سويسرا", "CH"),
    ("Mali", "ML"),
    ("Côte d'Ivoire", "CI"),
    ("Maroc", "MA"),
    ("المغرب", "MA"),
    ("lmaghrib", "MA"),
    ("je vis en Belgique mais mon terrain est au Maroc", "BE"),
    ("machi belgique, fransa", "FR"),
    ("pas la France, l'Espagne", "ES"),
    ("France ou Belgique", None),
    ("chez moi", None),
    ("oui", None),
    ("Europe", None),
    ("machi fransa", None),
    ("ماشي فرنسا", None),
    ("pas la France", None),
    ("ليست فرنسا", None),
]


@pytest.mark.parametrize(("text", "country"), COUNTRIES)
def test_country_is_read_or_left_open(text, country, words):
    filled = fill(at(Question.COUNTRY), text, SILENT, Question.COUNTRY, words=words)
    assert filled.draft.country == country
    assert filled.outcome == ("answered" if country else "unclear")


CONTACTS = [
    ("fatima@example.org", "fatima@example.org"),
    ("mon mail c'est Ali.B+1@Example.ORG.", "Ali.B+1@example.org"),
    ("ali @example.org", "ali@example.org"),
    ("0612345678", "0612345678"),
    ("06 12 34 56 78", "0612345678"),
    ("+33 6 12 34 56 78", "+33612345678"),
    ("+33 (0)6 12 34 56 78", "+33612345678"),
    ("0032 470 12.34.56", "+32470123456"),
    ("nmra dyali 0470/12.34.56", "0470123456"),
    ("رقمي ٠٦١٢٣٤٥٦٧٨", "0612345678"),
    ("whatsapp : +212 661-234567", "+212661234567"),
    ("ali@example.org ou 0612345678", "ali@example.org, 0612345678"),
    ("non, 0612345678", "0612345678"),
    ("aucun", ""),
    ("non", ""),
    ("non merci", ""),
    ("pas besoin", ""),
    ("je ne veux pas donner mon numéro", ""),
    ("sans", ""),
    ("لا شيء", ""),
    ("لا", ""),
    ("بدون", ""),
    ("لا أريد", ""),
    ("والو", ""),
    ("ما بغيتش نعطي النمرة", ""),
    ("ماعنديش", ""),
    ("bla", ""),
    ("la", ""),
    ("ma bghitch", ""),
    ("walo", ""),
    ("ma3ndich email", ""),
    ("nimro dyali 0612345678", "0612345678"),
    ("+47 12 34 56 78", "+4712345678"),
    ("pas donner mon num", ""),
    ("jveux pas donner", ""),
    ("ma ghan3tich nmra", ""),
    ("ما نعطيش النمرة", ""),
    ("لن أعطي رقمي", ""),
]


@pytest.mark.parametrize(("text", "contact"), CONTACTS)
def test_contact_is_read(text, contact, words):
    filled = fill(at(Question.CONTACT), text, SILENT, Question.CONTACT, words=words)
    assert (filled.outcome, filled.draft.contact) == ("answered", contact)


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("ali@example", ("contact-invalid",)),
        ("06 12 34", ("contact-invalid",)),
        ("12345678", ("contact-invalid",)),
        ("12/05/2024", ("contact-invalid",)),
        ("MDM-2026-000123", ("contact-invalid",)),
        ("Ahmed", ()),
        ("oui", ()),
        ("je ne sais pas", ()),
    ],
)
def test_what_is_no_contact_is_unclear(text, notes, words):
    filled = fill(at(Question.CONTACT), text, SILENT, Question.CONTACT, words=words)
    assert (filled.outcome, filled.draft.contact, filled.notes) == ("unclear", None, notes)


NO_DESCRIPTIONS = [
    *("attends", "attendez deux minutes", "je cherche", "ok", "d'accord et maintenant ?"),
    *("combien de temps ça prend", "qui va la lire ?", "pourquoi vous demandez ça"),
    *("pourquoi ?", "un problème de retraite", "combien de temps pour avoir une réponse"),
    *("لحظة من فضلك", "كم من الوقت يستغرق ذلك", "من سيقرأ هذه الشكاية؟", "لماذا تسألون عن هذا؟"),
    *("شحال ديال الوقت كتاخد الشكاية", "شكون غادي يقراها", "بلاتي شوية", "علاش كتسولني", "علاش؟"),
    *("3lach?", "machi daba", "blati", "fin nl9a l'consulat?", "wakha chno dik lbourse?"),
    *("wach ghadi tjawboni bzerba", "tsenna wa7ed d9i9a", "ah wakha ch7al d lwe9t"),
]


@pytest.mark.parametrize("text", NO_DESCRIPTIONS)
def test_a_question_a_delay_or_a_few_words_are_no_description(text, words):
    draft = at(Question.DESCRIPTION)
    filled = fill(draft, text, SILENT, Question.DESCRIPTION, words=words)
    assert (filled.outcome, filled.draft) == ("unclear", draft)


DESCRIPTIONS = [
    ("wakha, lconsulat ma jawboniche hadi chhar", SILENT),
    ("واخا، ضيعو ليا الدوسي فالقنصلية", SILENT),
    ("d'accord, ils ont vendu mon terrain sans me prévenir", SILENT),
    ("نعم، باعوا أرضي دون علمي", SILENT),
    ("quand je suis arrivé à Tanger les douaniers ont fouillé ma voiture", SILENT),
    ("attendre trois heures au guichet avec un bébé, ce n'est pas humain", SILENT),
    ("passeport bloqué", SILENT),
    ("pourquoi on ne me répond pas depuis 3 mois ?", sure("ask_programme")),
    ("3lach ma kayjawboch f telephone?", sure("ask_programme")),
    ("علاش ما بغاوش يعطيوني الباسبور؟", sure("ask_programme")),
    ("لماذا لم يردوا علي منذ شهرين؟", sure("out_of_scope")),
    ("Bonjour, ma valise a disparu à la douane", sure("greet")),
    ("Depuis janvier la CNSS ne verse plus rien, je voulais annuler mais personne", SILENT),
    ("lmowaddaf ghewwet 3liya o trdni mn lconsulat", sure("out_of_scope")),
    ("rah lmowaddaf dar m3aya chi mou3amala", sure("talk_to_agent")),
    ("السلام عليكم، خلصت الرسوم مرتين والقنصلية ما رجعوش ليا الفلوس", sure("greet")),
    ("ils m'ont demandé de l'argent, c'est normal ?", sure("ask_programme")),
    ("stop", None),
    ("oui", None),
    ("je veux déposer une plainte", None),
    ("bghit ndir chikaya", None),
    ("؟؟؟", None),
    ("Belgique", None),
]


@pytest.mark.parametrize(("text", "understood"), DESCRIPTIONS)
def test_description_is_what_is_told(text, understood, words):
    draft = at(Question.DESCRIPTION)
    filled = fill(draft, text, understood or SILENT, Question.DESCRIPTION, words=words)
    assert filled.draft.description == (text if understood else None)
