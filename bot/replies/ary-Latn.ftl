# Lhedra dyal Jisr b darija (7orouf latiniya). Les mêmes clés que fr, ar et ary.
# Phrases courtes, sans nta/nti autant que possible ; 3=ع 7=ح 9=ق, les mots français en français. Vérifier : make lint

## Accueil et politesse

greet = Salam 3likom, ana Jisr, l'assistant dyal mgharbat l3alam. Fach n9der n3awnek?
goodbye = Bslama, lah y3awn.
thank = Bla jmil.
help =
    N9der:
    - njaweb 3la les questions dyalek 3la les programmes dyal mgharbat l3alam, w n9ol lik mnin jebt ljawab;
    - nsejjel lik réclamation wla suggestion;
    - nchouf lik fin wsel dossier, b la référence w lcode dyalo;
    - ndewwez so2al dyalek l chi mowaddaf.
    B l3arbiya, b français wla b darija, kif ma bghiti.
first-contact-notice = Ana assistant automatique, machi bnadem. Lhedra dyalna katb9a m7fouda 30 yom bach n7essno lkhedma. Ila ktebti « lma3lomat dyali », nchre7 lik kter.
affirm-nothing = Wakha. Fach n9der n3awnek?
deny-nothing = Machi mochkil. Ana hna ila kan 3ndek chi so2al.
out-of-scope = Hadchi ma kan3refch lih. Kanjaweb 3la les programmes dyal mgharbat l3alam w kansejjel les réclamations.
other-language = Kanfhem l3arbiya, français w darija. T9der tkteb b we7da fihom, wla bghiti chi mowaddaf yjawbek?
my-data =
    Hadchi li kankhelli 3ndi:
    - lhedra dyalna, 30 yom;
    - les dossiers dyalek (réclamation, suggestion, question), ghir ila 9olti wakha.
    Mn 7e99ek tchouf lma3lomat dyalek, tsa77e7hom wla ttleb ytmes7o (loi 09-08). Bach ttleb hadchi, khassek thder m3a chi mowaddaf.

## Langue

which-language = B chmen logha nkemmlo?
language-changed = Wakha, nkemmel b darija.
language-ar = العربية
language-fr = Français
language-ary = الدارجة
language-ary-latn = Darija

## Réponses sur les programmes

list-programmes = { $count ->
    [one] Ha le programme li kayn f la stratégie dyal mgharbat l3alam.
   *[other] La stratégie dyal mgharbat l3alam fiha { $count } programmes. Chmen wa7ed bghiti?
}
did-you-mean = Ma 3reftch wach fhemt mezyan. Wach so2al 3la:
unknown = Ma 3ndich jawab akid 3la had so2al, w ma bghitch njib lik chi 7aja mn rasi. Ndewwzo l chi mowaddaf yjawbek?
facet-missing = 3la « { $topic } », les sources li 3ndi ma fihom walo 3la had no9ta. N9der n9ol lik chno kan3ref mn ghir hadchi, wla ndewwez so2al dyalek l chi mowaddaf.
facet-overview = B jouj kelmat
facet-eligibility = Chkoun 3ndo l7e9?
facet-documents = Chno homa lwra9?
facet-procedure = Kifach ndir?
facet-amount = Ch7al?
facet-deadline = Imta, w ch7al dyal lwe9t?
facet-contact = M3amen nhder?
facet-status = Wach ba9i kheddam?
source-line = { $title } ({ $date })
source-undated = bla tarikh
sources-title = Mnin jebt hadchi

## Quand je ne comprends pas

not-understood = Ma fhemtch mezyan. T9der t3awedha liya b tari9a okhra, b chi kelmat 9lal?
not-understood-again = Mazal ma fhemtch, ma ykounch f khatrek. Chi mowaddaf y9der yjawbek.
internal-error = W9e3 mochkil technique w ma 9dertch njawbek 3la hadchi. Ma da3 walo: t9der t3awed, wla khelli talab dyalek l chi mowaddaf.
degraded-unknown = Daba kanfhem 9ell mn l3ada. L2a7sen kelma we7da sahla (« lminha », « rapatriement »), wla khelli liya réclamation.

## Dossier : les questions

ask-consent = Bach n7ell lik dossier, khassni nsejjel lklam dyalek. Ghadi y9rawh lmowaddafin dyal lwizara, ghir bach yjawbouk (loi 09-08). Nsejjlo, wakha?
ask-category = Chno howa lmawdou3?
ask-country = F ina blad wa9e3 hadchi?
ask-description = 7ki liya chno wa9e3, b lklam dyalek: chno, fin, w mn imta.
ask-contact = Kifach ntasslo bik? 3tini email wla nimiro dyal tilifoun. Ila ma kanouch, ghadi ttebbe3 dossier b lcode dyalo.
ask-confirmation =
    Ha la réclamation dyalek:
    - lmawdou3: { $category }
    - lblad: { $country }
    - chno wa9e3: { $description }
    - kifach ntasslo bik: { $contact }
    Nsiftha?
ask-reference = 3tini la référence dyal dossier (katbda b MDM) w lcode dyalo, fih 6 dyal l7orouf wla lar9am.
ask-code = Ba9i khassni lcode dyal had dossier, fih 6 dyal l7orouf wla lar9am.
unclear-consent = Ma fhemtch: wakha wla la?
unclear-category = Ma 3reftch chmen mawdou3 hada.
unclear-country = Ma 3reftch chmen blad hadi.
unclear-description = Ba9i khassni chi kelmat 3la li wa9e3.
unclear-contact = Ma l9it la email la nimiro dyal tilifoun. Ila ma bghitich t3tihom, t9der tkteb ghir « walo ».
unclear-confirmation = Khassni « wakha » bach nsiftha, wla chno nbeddel (b7al: « la, belgique »). « Annuler » katmse7 kolchi.
contact-none = walo

## Dossier : l'issue

ticket-opened =
    Safi, tsejjel kolchi ({ $kind }).
    Référence: { $reference }
    Code: { $code }
    Khellihom 3ndek b jouj, 7it b jouj khassinek bach tchouf fin wsel dossier.
    L'objectif dyal service: n3elmouk belli twesselna bih f { $acknowledge_days ->
        [one] { $acknowledge_days } nhar
       *[other] { $acknowledge_days } yom
    }, w njawbouk f { $answer_days ->
        [one] { $answer_days } nhar
       *[other] { $answer_days } yom
    }.
ticket-cancelled = Safi, tlgha. Ma b9a m7foud walo mn had dossier.
consent-refused = Machi mochkil, ma ghadi nsejjel walo w ghadi nmse7 li 9olti liya. Ila kan 3ndek chi so2al, ba9i n9der njawbek.
ticket-found =
    Dossier { $reference } ({ $kind }): { $state }.
    T7ell nhar { $opened_on }.
ticket-found-answer = Akhir jawab dyal service: { $text }
ticket-not-found = Ma l9itch chi dossier b had la référence w had lcode. 3afak, khassek traje3hom b jouj.
staff-reply =
    Lwizara jawbat 3la dossier dyalek { $reference }:
    { $text }
ticket-state-changed = Dossier dyalek { $reference } daba: { $state }.

kind-complaint = réclamation
kind-suggestion = suggestion
kind-question = so2al l chi mowaddaf
state-new = twesselna bih
state-open = kheddamin 3lih
state-waiting-citizen = kantsennaw ljawab dyalek
state-waiting-third-party = kantsennaw idara okhra
state-resolved = t7ell lmochkil
state-closed = tsedd
category-consular = Consulat, passeport, état civil
category-customs = Diwana, tomobil
category-justice = Lme7kama, justice
category-social-security = CNSS, retraite
category-land-housing = Lard, sokna
category-education = École, l9raya, bourse
category-programmes = Programmes dyal lwizara
category-associations = Les associations
category-other = 7aja okhra

## Boutons

choice-consent-yes = Ah, wakha
choice-consent-no = La
choice-contact-none = Bla nimiro bla email
choice-confirm-yes = Ah, siftha
choice-confirm-no = La, nbeddel chi 7aja
choice-cancel = Annuler
choice-programmes = Les programmes
choice-complaint = Bghit ntchekka
choice-check = Fin wsel dossier dyali
choice-agent = Nhder m3a chi mowaddaf

## Erreurs de saisie

error-malformed-request = Ma 9dertch n9ra had talab ({ $field }).
error-empty-message = Lmessage khawi. Khass chi kelmat 3la so2al dyalek, 3afak.
error-message-too-long = Lmessage twil bezzaf: { $length ->
        [one] { $length } caractère
       *[other] { $length } caractères
    }, w l7ed howa { $limit }. Khassek t9esmo 3la jouj messages wla kter.
error-unknown-conversation = Had lmo7adata ma b9atch. Yallah n3awdo mn lewwel.
error-unknown-choice = Had lbouton ma b9ach kheddam hna. T9der tkteb talab dyalek, 3afak.
error-conversation-busy = Ba9i kheddam 3la lmessage li 9bel. T9der t3awed mn daba chwiya.
error-not-found = Had l'adresse makaynach.
error-method-not-allowed = Had l'adresse ma kat9belch had tari9a.
error-internal-error = W9e3 mochkil technique. Lmessage dyalek ma da3ch: t9der t3awed.

## Telegram

telegram-used-choice = Had le choix déjà tsta3mel.
telegram-only-text = Daba kan9ra ghir lktaba. Khassek tkteb liya talab dyalek, 3afak.
telegram-edited = Cheft la correction dyalek. Ila katbeddel talab, khassek tsifto f message jdid.
telegram-private-only = Kanjaweb ghir f lmo7adata lkhassa.
command-start = Nbdaw
command-help = Mo3awana
command-langue = Nbeddel logha
command-programmes = Les programmes
command-plainte = Bghit ntchekka
command-suivi = Fin wsel dossier
command-annuler = Nlghi hadchi li bdit
nothing-to-cancel = Ma kayn walo bach ytlgha.

## Page sans JavaScript

page-title = Jisr, l'assistant dyal mgharba dyal l3alam
page-question = Sou2al dyalek
page-send = Sift
