"""For whom people file, in sentences as they type them."""

import pytest

from bot.tickets.relation import Relation, relation_of
from bot.tickets.words import Words

SAID = [
    # French
    ("pour ma mère", "parent"),
    ("Bonjour, j'écris pour ma mère qui a 78 ans et ne sait pas lire", "parent"),
    ("mon père n'a plus reçu sa pension depuis mars", "parent"),
    ("La pension de mon papa est bloquée par la caisse", "parent"),
    ("Le consulat de Lille refuse le passeport de mes parents", "parent"),
    ("le consulat de ma mère ne répond pas", "parent"),
    ("l'acte de naissance de mon fils est faux", "child"),
    ("ma fille attend sa bourse depuis octobre", "child"),
    ("on a refusé l'inscription de mes enfants à l'école", "child"),
    ("je fais cette réclamation au nom de mon mari, il est hospitalisé", "spouse"),
    ("mon épouse est bloquée à Nador avec un visa expiré", "spouse"),
    ("mon frère a été taxé deux fois sur sa voiture à Tanger med", "sibling"),
    ("ma petite soeur n'arrive pas à avoir de rdv", "sibling"),
    ("mon oncle a perdu son terrain à Berkane", "relative"),
    ("c'est pour un proche qui ne parle pas français", "relative"),
    ("Je vous contacte pour ma grand-mère, 84 ans", "relative"),
    ("mon père est décédé et le consulat ne donne pas le laissez-passer", "deceased"),
    ("Mon mari est mort en janvier, la caisse refuse la pension", "deceased"),
    ("l'héritage de mon père est bloqué chez le notaire", "deceased"),
    ("le rapatriement du corps n'a pas été payé", "deceased"),
    ("pour mon voisin qui est analphabète", "other"),
    ("je dépose pour quelqu'un d'autre", "other"),
    ("mon fils veut que j'écrive pour ma belle-mère", "parent"),
    # Arabic
    ("أقدم هذه الشكاية نيابة عن والدتي المسنة", "parent"),
    ("والدي لم يتوصل بمعاشه منذ ثلاثة أشهر", "parent"),
    ("جواز سفر ابني ضاع في القنصلية", "child"),
    ("ابنتي لم تحصل على المنحة", "child"),
    ("زوجتي ممنوعة من السفر بسبب خطأ في الاسم", "spouse"),
    ("شكاية بخصوص أخي المقيم بإيطاليا", "sibling"),
    ("رفضت القنصلية ملف شقيقتي", "sibling"),
    ("جدتي لا تعرف القراءة وأكتب عنها", "relative"),
    ("توفي والدي ببلجيكا ولم تجب القنصلية", "deceased"),
    ("تأخر نقل جثمان المرحوم", "deceased"),
    ("أكتب باسم جارتي", "other"),
    # Darija, Arabic letters
    ("الوالد ديالي ما بغاوش يعطيوه لاكارط", "parent"),
    ("هادشي على الوالدة، ما وصلها والو من لاكيس", "parent"),
    ("بغيت ندير شكاية ل ماما حيت ما كتعرفش تكتب", "parent"),
    ("ولدي عندو 5 سنين وما بغاوش يسجلوه", "child"),
    ("الباسبور ديال بنتي تعطل شهرين", "child"),
    ("مراتي بقات بلا فيزا", "spouse"),
    ("المرا ديالي خدات موعد ولغاوه ليها", "spouse"),
    ("خويا الصغير شدو ليه الطوموبيل فالديوانة", "sibling"),
    ("هاد الشكاية ديال خويا", "sibling"),
    ("الدوسي لخويا ضاع", "sibling"),
    ("خالتي عندها أرض فبركان وخداوها ليها", "relative"),
    ("الوالد مات ف فرنسا والقنصلية ما جاوبوناش", "deceased"),
    ("بّا الله يرحمو خلا دار فوجدة", "deceased"),
    ("واحد صاحبي ما كيعرفش يقرا وطلب مني نكتب ليه", "other"),
    # Darija, Latin letters
    ("lwalid dyali 3ndo 80 3am w ma 9derch ymchi l lconsulat", "parent"),
    ("l walida ma weslathach la retraite", "parent"),
    ("bghit ndir chikaya 3la mama", "parent"),
    ("weldi ma bghawch ysejlouh f lmadrasa", "child"),
    ("passeport dyal bnti t3ettel", "child"),
    ("l mra dyali ma 3tawhach rdv", "spouse"),
    ("rajli khdem 30 3am f Fransa w ma chafch la retraite", "spouse"),
    ("dyal khouya", "sibling"),
    ("had chikaya dyal khouya f Italia", "sibling"),
    ("tomobil lkhouya chedouha f diwana", "sibling"),
    ("khalti khdaw liha l2ard f Nador", "relative"),
    ("lwalid mat f Belgique w l9onsoliya ma jawbatch", "deceased"),
    ("l walid allah yr7mo khella dar", "deceased"),
    ("wa7ed sa7bi ma kay3refch yekteb", "other"),
    # mixed
    ("bonjour, c'est pour lwalida, dossier dyalha bloqué", "parent"),
    ("la carte dyal weldi est expirée", "child"),
    ("السلام، le passeport ديال مراتي ضاع", "spouse"),
]

OF_THEMSELVES = [
    "mon passeport est périmé depuis mars",
    "mon père m'a dit que vous pouvez m'aider",
    "mon frère m'a conseillé d'écrire ici, mon dossier est bloqué",
    "j'habite chez ma mère et je n'ai pas reçu ma carte",
    "je voyageais avec ma femme et la douane m'a taxé deux fois",
    "je veux porter plainte contre mon mari",
    "mon mari et moi attendons un rendez-vous",
    "mon ex-mari a gardé la maison",
    "la rue du Père Brottier à Lille, le consulat était fermé",
    "l'école Notre-Dame mère de Dieu ne reconnaît pas mon diplôme",
    "feu vert de la douane jamais arrivé",
    "je suis mort de fatigue, trois mois sans réponse",
    "je suis grand-père et retraité, ma pension est bloquée",
    "قال لي والدي إن القنصلية مغلقة",
    "كنت مع زوجتي في المطار وأخذوا حقيبتي",
    "المكتب خالي ولا أحد يجيب",
    "عندي مشكل جدي مع الجمارك",
    "لم أتوصل بمعاشي في الشهر الجاري",
    "خويا الله يخليك عاوني، ضاع ليا الباسبور",
    "أخي الكريم، لم أتوصل بأي جواب",
    "مراتي قالت ليا نكتب ليكم على الباسبور ديالي",
    "ساكن عند الوالد وما وصلني والو",
    "salam khouya, passeport dyali t3ettel",
    "a khti 3afak ch7al khassni ntsenna",
    "lwalid 9al liya nktb likom 3la dossier dyali",
    "ana saken m3a lwalida w lcarte dyali ma jatch",
    "sa7bi, 3afak chouf lia dossier dyali",
    "",
]


@pytest.mark.parametrize(("sentence", "relation"), SAID)
def test_whom_it_is_for_is_read_where_it_is_said(words: Words, sentence: str, relation: str):
    assert relation_of(sentence, words.kin) == Relation(relation)


@pytest.mark.parametrize("sentence", OF_THEMSELVES)
def test_who_speaks_of_themselves_files_for_nobody_else(words: Words, sentence: str):
    assert relation_of(sentence, words.kin) is None


def test_who_is_named_as_the_one_it_is_for_counts_before_the_others(words: Words):
    sentence = "mon fils a écrit au consulat pour ma mère"
    assert relation_of(sentence, words.kin) == Relation.PARENT
