# Lhedra dyal Jisr b darija (7orouf latiniya). Les mêmes clés que fr, ar et ary.
# Phrases courtes, sans nta/nti autant que possible ; 3=ع 7=ح 9=ق, les mots français en français. Vérifier : make lint

## Accueil et politesse

greet = Salam 3likom, ana Jisr, l'assistant dyal mgharbat l3alam. Fach n9der n3awnek?
goodbye = Bslama, thella f rasek.
thank = Mer7ba bik, lah y7efdek.
help =
    N9der:
    - njaweb 3la les questions 3la les programmes dyal mgharbat l3alam, w n9ol mnin jebt ljawab;
    - nsejjel réclamation wla suggestion;
    - nchouf fin wsel dossier, b la référence w lcode dyalo;
    - ndewwez so2al l chi mowaddaf.
    B l3arbiya, b français wla b darija, kif ma bghito.
first-contact-notice = Ana assistant automatique, w lhedra dyalna katb9a m7fouda 30 yom. Ila ktebti « lma3lomat dyali », nchre7 lik kolchi.
affirm-nothing = Mer7ba! Chno bghiti t3ref?
deny-nothing = Machi mochkil, 3la khatrek. Ana hna ila kan chi so2al.
out-of-scope = Sme7 liya, hadchi machi f dakchi li kan3ref. Kanjaweb 3la les programmes dyal mgharbat l3alam, w kansejjel les réclamations w les suggestions.
insulted = Kanfhem bli nta m3esseb, w ana hna bach n3awnek. Gol liya chno wa9e3, wla khelliha l chi mowaddaf dyal lwizara.
insulted-again = Ana ba9i hna ila 7tajitini.
other-language = Kanfhem l3arbiya, français w darija. T9der tkteb b we7da fihom, wla bghiti chi mowaddaf yjawbek?
my-data =
    Hadchi li kankhelli 3ndi:
    - lhedra dyalna, 30 yom, bach n7essno lkhedma;
    - les dossiers dyalek (réclamation, suggestion, question), ghir ila 9olti wakha.
    Mn 7e99ek tchouf lma3lomat dyalek, tsa77e7hom wla ttleb ytmes7o (loi 09-08). Bach ttleb hadchi, t9der tkteb « nhder m3a chi mowaddaf » w t9ol chno bghiti, b7al « mes7o lma3lomat dyali ».

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
   *[other] La stratégie dyal mgharbat l3alam fiha { $count } programmes. Chmen wa7ed fihom?
}
did-you-mean = Ma 3reftch wach fhemt mezyan. Wach so2al 3la:
unknown = Ma 3ndich jawab akid 3la hadchi, w ma bghitch njib chi 7aja mn rasi. Ndewwzo so2al l chi mowaddaf?
facet-missing = Ma l9it 7ta ma3loma akida 3la hadchi f « { $topic } ». Chi mowaddaf y9der yjawbkom. Ha chno kan3ref:
facet-overview = 3la chno kayhder
facet-eligibility = Chkoun 3ndo l7e9?
facet-documents = Chno homa lwra9?
facet-procedure = Kifach ndir?
facet-amount = Ch7al?
facet-deadline = Imta, w ch7al dyal lwe9t?
facet-contact = M3amen nhder?
facet-status = Wach ba9i kheddam?
answer-past-review = Khass nt2ekkdo: had lma3lomat kan khasshom yetraj3o 9bel { $date }.
answer-never-reviewed = Khass nt2ekkdo: had lma3lomat ma 3ndhomch tarikh bach yetraj3o.
term = { $term }: { $meaning }
which-post = L9it kter mn we7da ({ $count }). Chmen we7da bghito?
post-title = { $kind } f { $city } ({ $country })
post-embassy = Ssifara dyal lmaghrib
post-consulate-general = Consulat général dyal lmaghrib
post-consulate = Consulat dyal lmaghrib
post-covers = Lblayes li tab3in liha: { $area }
post-address = L'adresse: { $text } ({ $date })
post-phone = Tilifoun: { $text } ({ $date })
post-email = E-mail: { $text } ({ $date })
post-hours = Lwe9t li 7alla fih: { $text } ({ $date })
post-check = T2ekkdo 9bel ma temchiw: { $site }
post-no-contact = Ma 3ndich l'adresse wla tilifoun wla lwe9t akid dyal had lblasa. Le site officiel: { $site }
competence = Bach tkouno f lkhbar: { $text }
source-line = { $title } ({ $date })
source-undated = bla tarikh
sources-title = Mnin jebt hadchi

## Quand je ne comprends pas

not-understood = Ma fhemtch mezyan. T9der t3awedha liya b tari9a okhra, b chi kelmat 9lal?
not-understood-again = Sme7 liya, mazal ma fhemtch. Chi mowaddaf y9der yjawbek.
internal-error = W9e3 mochkil technique w ma 9dertch njawbek 3la hadchi. Ma da3 walo: t9der t3awed, wla khelli talab dyalek l chi mowaddaf.
degraded-unknown = Daba kanfhem 9ell mn l3ada. L2a7sen kelma we7da sahla (« lminha », « rapatriement »), wla khelli liya réclamation.

## Dossier : les questions

ask-consent = Mer7ba, ana m3ak. Nsejjel lklam dyalek, w y9rawh lmowaddafin dyal lwizara ghir bach yjawbouk (loi 09-08). Wakha?
ask-category = Chno howa lmawdou3?
ask-country = F achmen blad wa9e3 hadchi?
ask-description = 7ki liya chno wa9e3, b lklam dyalek: chno, fin, w mn imta.
ask-description-suggestion = Chno hiya lfikra dyalek? Goulha b lklam dyalek.
ask-description-question = Chno howa sou2al dyalek? Ghadi yjawbek chi wa7ed mn lmowaddafin.
ask-contact = Kifach ntasslo bik: email wla nimiro? Machi darouri, la référence w lcode kafyin bach t3ref fin wsel dossier.
ask-confirmation =
    Ha la réclamation dyalek:
    - lmawdou3: { $category }
    - lblad: { $country }
    - chno wa9e3: { $description }
    - kifach ntasslo bik: { $contact }
    Nsiftha?
ask-reference = 3tini la référence dyal dossier (katbda b MDM) w lcode dyalo, fih 6 dyal l7orouf wla lar9am.
ask-code = Ba9i khassni lcode dyal had dossier, fih 6 dyal l7orouf wla lar9am.
unclear-consent = T9der tjaweb b « wakha » wla « la », wla tsewwel 3la li bghiti.
unclear-category = Ma 3reftch chmen mawdou3 hada.
unclear-country = Ma 3reftch chmen blad hadi.
unclear-description = Ba9i khassni chi kelmat 3la li wa9e3.
unclear-contact = Ma l9it la email la nimiro dyal tilifoun. Ila ma bghitich t3tihom, t9der tkteb ghir « walo ».
unclear-confirmation = Khassni « wakha » bach nsiftha, wla chno nbeddel (b7al: « la, belgique »). « Annuler » katmse7 kolchi.
contact-none = bla contact

## Dossier : l'issue

ticket-opened =
    Safi, tsejjel kolchi ({ $kind }).
    Référence: { $reference }
    Code: { $code }
    7tafed bihom, khassek b jouj bach tchouf fin wsel dossier.
ticket-targets = L'objectif dyal service: n3elmouk belli twesselna bih 9bel ma ysali nhar { $acknowledge_on }, w njawbouk 9bel ma ysali nhar { $answer_on }.
ticket-target = L'objectif dyal service: n3elmouk belli twesselna bih 9bel ma ysali nhar { $acknowledge_on }.
ticket-cancelled = Safi, tlgha. Ma b9a m7foud walo mn had dossier.
consent-refused = Machi mochkil, ma ghadi nsejjel walo w ghadi nmse7 li 9olti liya. Ila kan 3ndek chi so2al, ba9i n9der njawbek.
ticket-found =
    Dossier { $reference } ({ $kind }): { $state }.
    Tsejjel nhar { $opened_on }.
ticket-found-until = L'objectif dyal service: njawbouk 9bel ma ysali nhar { $answer_on }.
ticket-found-late = L'objectif dyal service kan howa njawbouk 9bel { $answer_on }. Had nhar fat.
ticket-found-stopped = Lwe9t wa9ef daba: kantsennaw ljawab dyalek.
ticket-found-answer = Akhir jawab dyal service: { $text }
ticket-not-found = Ma l9itch chi dossier b had la référence w had lcode. 3afak, khassek traje3hom b jouj: lcode 3emmro ma kaykoun fih O wla 0, la I wla 1. W ila tlef lik lcode, chi mowaddaf y9der y3awnek.
staff-reply =
    Lwizara jawbat 3la dossier dyalek { $reference }:
    { $text }
ticket-state-changed = Dossier dyalek { $reference } daba: { $state }.
target-near =
    Dossier { $reference }: l'objectif dyalna njawbouk 9bel ma ysali nhar { $answer_on }.
    Rah t3ettelna, w y9der had nhar yfout bla jawab. Dossier dyalek ma tnsach, w ma khassek dir walo.
target-missed =
    Dossier { $reference }: l'objectif dyalna kan njawbouk 9bel { $answer_on }, w ma weslnach lih. Dossier dyalek ba9i m7loul.
    T9der 7ta tmchi 3nd le Médiateur du Royaume (wassit), ila ma kantch l9adiya f lma7kama:
    - tmchi 3ndhom, thder m3ahom, wla tsifet brya, email wla fax;
    - 9ol lihom achmen idara fiha lmochkil w chno derti mn 9bel, w 3tihom la référence dyal had dossier;
    - avenue Azzaitoune, secteur 15, îlot Q2, Hay Ryad, Rabat, BP 21; www.mediateur.ma (pages bla tarikh).
in-court =
    9olti belli l9adiya rah f lma7kama. Had service ma y9derch y7kem fiha: ghir lma7kama li kat7kem. 7ta l'idara li katweslha chikaya w le Médiateur ma kaychoufouch fiha (pages bla tarikh).
    T9der tkemmel ila kant chi 7aja khra, b7al kifach t3amlo m3ak f chi service.

ticket-settled =
    Lwizara jawbat 3la dossier dyalek { $reference }: { $answer_type }.
    { $text }
ticket-settled-question = Wach t7ell lik lmochkil?
ticket-question =
    Lwizara 3ndha sou2al 3la dossier dyalek { $reference }:
    { $text }
    Kantsennaw ljawab dyalek.
ticket-forwarded = Siftna dossier dyalek { $reference } l: { $body }. Houma li khasshom yjawbo daba. 7na mtab3in m3ahom, w ila t3ettlo n3awdo nfekkrouhom.
ticket-merged = Dossier dyalek { $reference } jme3nah m3a dossier lakhor dyalek { $into }: mn daba tbe3 ghir hada.
ticket-joined = Dossier dyalek { $reference } jme3nah m3a dossier akhor 3la nefs lmawdou3, w tsedd. Ila ba9i lmochkil, t9der ttleb thder m3a chi mowaddaf.

answer-type-granted = t9bel talab
answer-type-partly-granted = t9bel ghir chi joz2 mn talab
answer-type-refused = ma t9belch talab
answer-type-explained = cher7na lik
answer-type-forwarded = dossier mcha l l'administration li mas2oula 3lih
answer-type-not-competent = hadchi machi mn chghel lwizara
answer-type-withdrawn = tse7eb kima tlebti
answer-type-duplicate = kheddamin 3lih f dossier akhor
answer-type-unreachable = ma 9dernach ntasslo bik
answer-type-abuse = ma t7ettermoch les règles dyal service
remedy-none = Ma kayna 7ta 7aja okhra tdar.
remedy-reopen = Ila ma 3ejbekch ljawab, t9der ttleb yt3awed yt7ell dossier f { $reopen_days ->
        [one] { $reopen_days } nhar
       *[other] { $reopen_days } yom
    }, w ghadi ychoufo wa7ed akhor.
remedy-mediator = Ila ma 3ejbekch ljawab, t9der temchi 3nd le Médiateur, ghir ila ma kanch lmochkil f lme7kama. Khassek tkteb smiytek w l'adresse dyalek, w chmen administration katchki biha, w chno drti m3aha w chno khrej mn dakchi. Zid m3aha lwra9, w serre7 belli lmochkil machi f lme7kama. Chikaya t9der tgoulha temma, wla tsiftha f lposta wla b email wla b fax (mediateur.ma, page bla tarikh).
remedy-court = Mn daba lkelma 3nd lme7kama: la had service la le Médiateur ma kaychoufo f chi 9adiya li f lme7kama (pages bla tarikh).
remedy-competent-body = Bach tkemmel, khassek temchi 3nd l'administration li mdkoura f ljawab.

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

page-title = Jisr, l'assistant dyal mgharbat l3alam
page-question = Sou2al dyalek
page-send = Sift

## Urgences : la première réponse. Rien que ce qu'une source dit ; les manques sont dans docs/missing.md

emergency-self-harm = Hadchi li ktebto s3ib, w mezyan 7it 9oltouh. 3eyyto daba l les secours wla lboulis dyal lblad li ntouma fiha, w hedro m3a chi 7ed 9rib likom. Ana ghir assistant automatique: chi mowaddaf y9der 7ta howa y9ra lmessage dyalkom hna, walakin machi daba nit.
emergency-missing-child = Fahem lkhel3a dyalkom. 3eyyto daba l lboulis wla les secours dyal lblad li ntouma fiha. Chi mowaddaf y9der 7ta howa y9ra lmessage dyalkom hna, walakin machi daba nit.
emergency-violence = Lah y7fedkom, hadchi s3ib. Ila kento f khatar, 3eyyto daba l lboulis wla les secours dyal lblad li ntouma fiha. Kayna 7ta la Fondation Hassan II dyal lmgharba li 3la berra, kat3awen f les affaires juridiques, b7al lmachakil dyal l3a2ila (page bla tarikh).
emergency-danger = 3eyyto daba l les secours wla lboulis dyal lblad li ntouma fiha. Ma 3ndich chi nemra maghribiya dyal les urgences li kheddama f ga3 lbldan. 3la le Moyen-Orient, sa7afa 3tat nhar 1 mars 2026 le numéro vert 0800008098 dyal la cellule de crise f lwizara, w ma 3reftch wach ba9i kayjawbo fih.
emergency-death =
    Lbaraka f raskom, lah yer7em w ysebberkom.
    M3amen thedro:
    - lconsulat li tab3a lih lblasa fin w93at lwafat: 3ndo kattelbo l'autorisation bach ykoun dfin f lmaghrib (page dyal lconsulat bla tarikh);
    - l'assurance wla la banque, ila kan 3nd lmer7oum chi contrat dyal n9el ljotman;
    - ila ma kanet la assurance la flous, telbo 7ta lm3awna dyal lwizara mn lconsulat (chorout t9alet f 2020).
emergency-arrest = Fahem lkhel3a dyalkom. Hedro m3a lconsulat: kayna circulaire dyal 2014 kat9ol belli kaynin lmo7amiyin li kay3eyynohom les ambassades w les consulats bach y3awno (article bla tarikh). W ila kan chi 7ed f khatar, 3eyyto daba l lboulis wla les secours dyal lblad li ntouma fiha.
emergency-lost-passport = Awwel 7aja, dirou déclaration belli lpasseport da3 wla tsre9: kaytelboha bach takhdo passeport jdid (page dyal lconsulat bla tarikh). Mn janvier 2024 t9edro takhdo rendez-vous dyal lpasseport f ayy consulat; w l l7aja lmosta3jala, kan wa7ed lpasseport provisoire f 2015. W ila kento f khatar, 3eyyto l lboulis wla les secours dyal lblad li ntouma fiha.
