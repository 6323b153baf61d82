"""What counts as an emergency, as people write it, and what only sounds like one."""

from __future__ import annotations

import pytest

from knowledge.emergency import KINDS, recognise

TOLD = {
    "fr": [
        ("Mon père vient de mourir à Marseille et on ne sait pas comment le ramener", "death"),
        ("maman est decedee hier a bruxelles", "death"),
        ("J’ai perdu mon mari la semaine dernière", "death"),
        ("mon collègue a été tué sur un chantier", "death"),
        ("On est bloqués au Liban sous les bombardements", "danger"),
        ("je suis bloquée à l'aéroport d'Istanbul sans rien", "danger"),
        ("il menace de me tuer si je pars", "danger"),
        ("ma soeur a été kidnappée en Libye", "danger"),
        ("mon mari me frappe et je ne sais pas où aller", "violence"),
        ("Mon patron a confisqué mon passeport", "violence"),
        ("victime de violences conjugales depuis deux ans", "violence"),
        ("je veux mourir", "self_harm"),
        ("Je n'ai plus envie de vivre…", "self_harm"),
        ("mon frère veut se suicider", "self_harm"),
        ("Ma fille de 12 ans a disparu depuis ce matin", "missing_child"),
        ("mon ex a enlevé mes enfants", "missing_child"),
        ("mon cousin a été arrêté par la police à Madrid", "arrest"),
        ("MON FRERE EST EN PRISON EN ESPAGNE", "arrest"),
        ("on m'a volé mon passeport à Barcelone", "lost_passport"),
        ("j'ai perdu mon passeport en vacances", "lost_passport"),
    ],
    "ar": [
        ("توفي أخي أمس في بلجيكا", "death"),
        ("مات أبي الليلة في مرسيليا ونريد دفنه في تازة", "death"),
        ("رضيعنا فارق الحياة في مدريد", "death"),
        ("نحن عالقون في السودان والقصف قريب", "danger"),
        ("زوجي يهددني بالقتل", "danger"),
        ("اختطفوا أخي في ليبيا", "danger"),
        ("زوجي يضربني كل يوم", "violence"),
        ("صاحب العمل أخذ جواز سفري ولا يريد إعادته", "violence"),
        ("تعرضت للضرب من طرف زوجي", "violence"),
        ("لم أعد أريد الحياة", "self_harm"),
        ("أفكر في الانتحار", "self_harm"),
        ("أريد أن أموت", "self_harm"),
        ("اختفت ابنتي منذ أمس", "missing_child"),
        ("هرب بأولادي إلى بلد آخر", "missing_child"),
        ("أخي في السجن بإيطاليا", "arrest"),
        ("تم توقيف زوجي في المطار", "arrest"),
        ("ضاع جواز سفري وأنا في عطلة", "lost_passport"),
        ("سُرِق مني جواز السفر في روما", "lost_passport"),
    ],
    "ary": [
        ("مات ليا الواليد فروتردام", "death"),
        ("الواليدة توفات اليوم الصباح", "death"),
        ("عمتي ماتت اليوم فأنفيرس", "death"),
        ("حنا فبلاد فيها الحرب، كيفاش ترجعونا", "danger"),
        ("واحلين فالمطار هادي تلت أيام", "danger"),
        ("بغا يقتلني عاونوني", "danger"),
        ("راجلي كيضربني قدام الدراري", "violence"),
        ("الباطرون خدا ليا الباسبور", "violence"),
        ("بغيت نموت", "self_harm"),
        ("ما بقيتش باغية نعيش", "self_harm"),
        ("بغيت نقتل راسي", "self_harm"),
        ("ولدي تلف ليا فالمطار", "missing_child"),
        ("هرب بولادي للمغرب", "missing_child"),
        ("خويا فالحبس فإسبانيا", "arrest"),
        ("البوليس شدو راجلي البارح", "arrest"),
        ("تلف ليا الباسبور", "lost_passport"),
        ("سرقو ليا الباسبور فبرشلونة", "lost_passport"),
    ],
    "ary-Latn": [
        ("mat liya lwalid f Utrecht", "death"),
        ("khalti matet had sbah f rotterdam", "death"),
        ("lwalida twefat lyoum sbah", "death"),
        ("sjof khoya, bba mat f sbitar", "death"),
        ("7na f blad fiha l7arb", "danger"),
        ("rajli bgha ye9telni", "danger"),
        ("7aslin f lmatar bla flous", "danger"),
        ("rajli kaydrebni", "violence"),
        ("rajeli kay drebni w drebni lbare7, rajli drebni", "violence"),
        ("lpatron khda liya lpasseport", "violence"),
        ("ana 3yan w bghit nmout", "self_harm"),
        ("ma b9itch baghi n3ich", "self_harm"),
        ("bghit n9tel rasi", "self_harm"),
        ("benti tlefat liya f marseille", "missing_child"),
        ("hreb b wladi l tounes", "missing_child"),
        ("khouya f l7ebs f italia", "arrest"),
        ("lboulis cheddo khouya lbare7", "arrest"),
        ("tlef liya lpassport", "lost_passport"),
        ("ser9o liya passport f barcelona", "lost_passport"),
    ],
}

HARMLESS = [
    "je suis mort de rire",
    "mon fils est mort de rire devant votre site",
    "morte de fatigue après la traversée",
    "quelle est la date de mort du programme",
    "le projet est mort ?",
    "mon téléphone est mort, je n'ai plus mon code",
    "la mort du projet MDM Invest",
    "il y a un danger à investir dans ce fonds ?",
    "ce produit est un danger pour la santé",
    "je meurs d'envie de rentrer au pays",
    "j'ai envie de mourir de rire",
    "je veux mourir au Maroc, près des miens",
    "je ne veux plus vivre en France, comment rentrer",
    "comment obtenir un acte de décès",
    "assurance décès pour les MRE",
    "si mon père est mort un vendredi, quand arrive le corps",
    "pension de veuve de ma mère, mon père est mort en 1998",
    "le consulat de Lyon a perdu mon passeport",
    "ils ont perdu mon passeport à la préfecture",
    "l'agent du guichet a perdu mon passeport",
    "le dossier de mon fils a disparu",
    "mon fils a arrêté l'école à Turin",
    "la bourse de ma fille a été arrêtée",
    "ma voiture est bloquée à la douane",
    "notre dossier est bloqué à la banque",
    "à quelle porte frapper",
    "j'ai perdu mon code de suivi",
    "visiter un musée de la guerre mondiale",
    "التأمين على الوفاة لفائدة الجالية",
    "كيف أحصل على شهادة الوفاة",
    "بمن أتصل عند وفاة قريب لي في الخارج",
    "إذا مات أبي من يؤدي مصاريف النقل",
    "هل مات المشروع",
    "ملف ابني اختفى من القنصلية",
    "أريد أن أموت في وطني، هل من مساعدة على العودة",
    "ضاع جواز سفري عند القنصلية وأريد أن أشتكي",
    "لا أريد العيش في أوروبا، كيف أعود",
    "بنتي متفوقة وأبوها متوفى، هل لها منحة",
    "مغرب كوم مات ولا باقي",
    "إيلا مات شي واحد نهار الجمعة شمن نهار يوصل",
    "كنموت على بلادي",
    "غادي نموت بالضحك",
    "الباس ديال ولدي تلف ليهم",
    "بانسيون ديال الواليدة تقطعات ملي مات الواليد",
    "بغيت نموت فبلادي",
    "ما بغيتش نعيش فالغربة",
    "دعم الجمعيات حبسوه",
    "شي خطر فهاد الاستثمار",
    "maghribcom mat wla mazal",
    "khoya wach site mat wla",
    "ila mat chi wa7ed f madrid chkoun ntasel",
    "passport dyal weldi tleft lihom",
    "lconsulat tlef lihom lpassport dyali",
    "ghadi nmout b d7ek",
    "kanmout 3la bladi",
    "bghit nmout f bladi",
    "pension d lwalida t9et3at mlli mat lwalid",
    "mat lblan",
    "dossier dyal benti tlef liya",
    "bonjour",
    "",
]


@pytest.mark.parametrize(
    ("text", "kind"), [told for cases in TOLD.values() for told in cases], ids=str
)
def test_an_emergency_is_recognised(text: str, kind: str) -> None:
    assert recognise(text) == kind


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_sounds_like_one_is_not(text: str) -> None:
    assert recognise(text) is None


@pytest.mark.parametrize("lang", TOLD)
def test_each_variety_knows_every_kind(lang: str) -> None:
    assert {kind for _, kind in TOLD[lang]} == set(KINDS)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("mon père est mort hier et je veux mourir", "self_harm"),
        ("mon mari me frappe et il a pris mon passeport et enlevé ma fille", "missing_child"),
        ("on est bloqués en Syrie, mon frère est mort", "danger"),
        ("on m'a volé mon passeport et mon frère est en prison", "arrest"),
    ],
)
def test_the_gravest_decides(text: str, kind: str) -> None:
    assert recognise(text) == kind
