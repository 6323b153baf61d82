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
ask-description-question = Chno howa so2al dyalek? Ghadi yjawbek chi wa7ed mn lmowaddafin.
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
consent-refused = Machi mochkil, ma ghadi nsejjel walo w ghadi nmse7 li golti liya. Ila kan 3ndek chi so2al, ba9i n9der njawbek.
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
    T9der 7ta tmchi 3nd le Médiateur du Royaume (wassit), ila ma kantch l9adiya f lme7kama:
    - tmchi 3ndhom, thder m3ahom, wla tsifet brya, email wla fax;
    - goul lihom achmen idara fiha lmochkil w chno derti mn 9bel, w 3tihom la référence dyal had dossier;
    - avenue Azzaitoune, secteur 15, îlot Q2, Hay Ryad, Rabat, BP 21; www.mediateur.ma (pages bla tarikh).
in-court =
    Golti belli l9adiya rah f lme7kama. Had service ma y9derch y7kem fiha: ghir lme7kama li kat7kem. 7ta l'idara li katweslha chikaya w le Médiateur ma kaychoufouch fiha (pages bla tarikh).
    T9der tkemmel ila kant chi 7aja okhra, b7al kifach t3amlo m3ak f chi service.

ticket-settled =
    Lwizara jawbat 3la dossier dyalek { $reference }: { $answer_type }.
    { $text }
ticket-settled-question = Wach t7ell lik lmochkil?
ticket-question =
    Lwizara 3ndha so2al 3la dossier dyalek { $reference }:
    { $text }
    Kantsennaw ljawab dyalek.
ticket-forwarded = Siftna dossier dyalek { $reference } l: { $body }. Houma li khasshom yjawbo daba. 7na mtab3in m3ahom, w ila t3ettlo n3awdo nfekkrouhom.
ticket-merged = Dossier dyalek { $reference } jme3nah m3a dossier lakhor dyalek { $into }: mn daba tbe3 ghir hada.
ticket-joined = Dossier dyalek { $reference } jme3nah m3a dossier akhor 3la nefs lmawdou3, w tsedd. Ila ba9i lmochkil, t9der ttleb thder m3a chi mowaddaf.

answer-type-granted = t9bel talab
answer-type-partly-granted = t9bel ghir chi joz2 mn talab
answer-type-refused = ma t9belch talab
answer-type-explained = tcher7at lik l7ala
answer-type-forwarded = dossier mcha l l'idara li mas2oula 3lih
answer-type-not-competent = hadchi machi mn chghel lwizara
answer-type-withdrawn = ts7eb kima tlebti
answer-type-duplicate = kheddamin 3lih f dossier akhor
answer-type-unreachable = ma 9dernach ntasslo bik
answer-type-abuse = ma t7ettermoch les règles dyal service
remedy-none = Ma kayna 7ta 7aja okhra tdar.
remedy-reopen = Ila ma 3ejbekch ljawab, t9der ttleb yt3awed yt7ell dossier f { $reopen_days ->
        [one] { $reopen_days } nhar
       *[other] { $reopen_days } yom
    }, w ghadi ychoufo mowaddaf akhor.
remedy-mediator = Ila ma 3ejbekch ljawab, t9der tmchi 3nd le Médiateur, ghir ila ma kanch lmochkil f lme7kama. Khassek tkteb smiytek w l'adresse dyalek, w chmen idara katchki biha, w chno drti m3aha w chno khrej mn dakchi. Zid m3aha lwra9, w dir déclaration belli lmochkil machi f lme7kama. Chikaya t9der tgoulha temma, wla tsiftha f lposta wla b email wla b fax (mediateur.ma, page bla tarikh).
remedy-court = Mn daba lkelma 3nd lme7kama: la had service la le Médiateur ma kaychoufo f chi 9adiya li f lme7kama (pages bla tarikh).
remedy-competent-body = Bach tkemmel, khassek tmchi 3nd l'idara li mdkoura f ljawab.

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
error-unknown-turn = Ma l9itch lmessage li kat9sed: ymken tmsa7.
error-too-late-to-correct = Cheft la correction dyalek, walakin had lmessage daz. Ila katbeddel talab, sifetha f message jdid.
error-not-found = Had l'adresse makaynach.
error-method-not-allowed = Had l'adresse ma kat9belch had tari9a.
error-internal-error = W9e3 mochkil technique. Lmessage dyalek ma da3ch: t9der t3awed.

## Telegram

telegram-used-choice = Had le choix déjà tsta3mel.
telegram-only-text = Kan9ra lktaba, w kanakhod tssawer, les PDF ({ $limit_mb } Mo max) w les vocaux. Lba9i ma n9derch n9rah. Kteb liya talab dyalek, 3afak.
telegram-passed-choice = Had so2al daz. Ila bghiti tbeddel chi jawab, ghir ktbo.
telegram-corrected = Safi, ghadi njaweb 3la lmessage li sse77ti.
telegram-also-in-arabic = T9der tkteb liya b l3arbiya wla b darija.
telegram-description =
    Jisr kayjaweb mgharbat l3alam b l3arbiya, français w darija:
    - les questions 3la les programmes w lwra9, m3a mnin jat lma3loma;
    - chikayat w i9tira7at, m3a référence w code bach t3ref fin weslat.
    Howa ghir assistant automatique, w y9der yjawbek chi mowaddaf.
telegram-short-description = L'assistant dyal mgharbat l3alam: les questions, chikayat w fin wsel dossier, b l3arbiya, français w darija.
telegram-hint-country = Kteb lblad, wla werrek 3la « { $button } »: kanchouf ghir lblad, w lblassa ma kankhellihach 3ndi.
telegram-hint-contact = Ktbo, wla werrek 3la « { $button } ».
telegram-hint-description = T9der 7ta tsifet tssawer wla PDF ({ $limit_mb } Mo max l wa7ed), wla vocal: ghadi ysem3o chi mowaddaf.
telegram-share-country = 📍 Nsifet fin ana
telegram-share-contact = 📱 Nsifet nemra dyali
telegram-place-read = Lblad li l9it: { $country }. Lblassa dyalek ma khellithach 3ndi.
telegram-place-correctable = Lblad li l9it: { $country }. Lblassa dyalek ma khellithach 3ndi. Ila machi hiya, kteb liya lblad bse7.
telegram-place-unknown = Ma 3reftch achmen blad f had lblassa. Kteb liya smiyt lblad, 3afak.
telegram-place-without-post = Ma 3ndi 7ta consulat f had lblad. Ha m3a men thder.
telegram-contact-of-other = Had nemra machi dyalek, w ma ghadich nkhelliha 3ndi. Kteb liya chno bghiti, 3afak.
telegram-contact-not-needed = Ma m7tajch nemra dyalek hna, w ma ghadich nkhelliha 3ndi: ghadi njawbek hna.
telegram-noted = Safi, weslat.
telegram-private-only = Kanjaweb ghir f lmo7adata lkhassa.
command-start = Nbdaw
command-help = Mo3awana
command-langue = Nbeddel logha
command-programmes = Les programmes
command-plainte = Bghit ntchekka
command-suivi = Fin wsel dossier
command-annuler = Nlghi hadchi li bdit
nothing-to-cancel = Ma kayn walo bach ytlgha.

## Annonces par Telegram : l'abonnement

command-abonnements = Bghit ywselni jdid
command-stop = N7bes l2akhbar
news-consent =
    N9der nkhebrek mli ykoun chi jdid: les programmes, les délais, w l9awanin li tbeddlo.
    Ila 9olti iyyeh, kankhelli 3ndi dakchi li khtariti (sujets, logha, lblad, swaye3) bach nsifet lik had l2akhbar w safi (loi 09-08). W t9der t7bes-hom we9t ma bghiti, b lbouton li te7t koul khbar wla b la commande /stop
    Wach bghiti ywslok?
news-yes = Iyyeh, bghit
news-no = La, choukran
news-declined = Wakha, ma ghansifet lik walo. Ila beddelti ra2yek: /abonnements
news-choices =
    L2akhbar dyalek

    Les sujets: { $topics }
    Logha: { $language }
    Lblad: { $country }
    Ma nsifet walo mn { $start }h 7tal { $end }h (b we9t { $city })

    Werrek 3la chi bouton bach tbeddel.
news-kind-programme = Les programmes
news-kind-deadline = Les délais
news-kind-law = L9awanin li tbeddlo
news-topics = Les sujets
news-lang = Logha
news-country = Lblad
news-quiet = We9t raha
news-end = 7bes kolchi
news-done = Safi
news-back = Rjou3
news-change = Nbeddel chi 7aja
news-which-topics = Chno homa les sujets li kayhemmok?
news-all-topics = Ga3 les sujets
news-which-lang = B chmen logha bghiti l2akhbar?
news-lang-same = Logha li kanhdro biha
news-country-known = Wach saknin f had lblad: { $country }? Ghansifet lik dakchi li kaykhessha, w dakchi li kaykhess ga3 nas.
news-which-country = Fin saknin? Ghansifet lik dakchi li kaykhess dik lblad, w dakchi li kaykhess ga3 nas.
news-country-yes = Iyyeh, { $country }
news-country-other = Blad khra
news-country-all = Ga3 lboldan
news-which-clock = Ch7al f sa3a 3ndek daba? Khtar lmdina li 9riba lik. Ghir bach ma nsifetch lik b lil.
news-clock = { $cities } ({ $time })
news-which-quiet = Mn { $start }h 7tal { $end }h (b we9t { $city }) ma kansifet walo.
news-quiet-from = Mn { $hour }h
news-quiet-until = 7tal { $hour }h
news-other-clock = Mdina khra
news-kept = Safi, ghaywslok had l2akhbar. Bach tbeddel chi 7aja: /abonnements
news-stopped = Safi 7besnahom: ma b9aw ghaywslok akhbar, w dakchi li khtariti ghaytmse7.
news-undo = La, khellihom
news-again = Safi, rj3o l2akhbar kif ma kano.
news-nothing-to-stop = Ma kaywslokch akhbar, ma kayn ma yt7bes. Ila bghitihom: /abonnements
news-less = Safi. Ma b9ach ghaywslek: { $name }.
news-undo-less = La, khellih
news-more = Safi. Ghaywslek mn jdid: { $name }.
error-last-kind = Khass yb9a wa7ed 3la l2a9el. Bach t7bes kolchi, werrek 3la « 7bes kolchi ».
news-noted-before = Rah déjà tsejjel.
error-wish-refused = Had lbouton ma b9ach kheddam. Kteb /abonnements bach tchouf les choix dyalek.
error-not-subscribed = Daba ma kaywslokch akhbar.

## Page sans JavaScript

page-title = Jisr, l'assistant dyal mgharbat l3alam
page-question = Message dyalek
page-send = Sift
page-intro =
    Salam. Ana Jisr, assistant automatique dyal mgharbat l3alam.
    Kteb b darija, b l3arbiya wla b français: sewwel 3la chi programme, dir chikaya, wla sewwel fin wsel dossier dyalek.
    Ma tktebch hna chi code secret wla nmra dyal la carte bancaire.
page-citizen = Nta/nti
page-bot = Jisr
page-staff = Jawab lwizara
page-keep = 9eyyed had jouj stoura, wla imprimer had la page: bihom kayt7ell dossier dyalek.
page-refresh = Chouf wach kayn chi jdid
page-leave = Sedd had lhadra f had tilifoun wla lpc

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

## Suivi d'un dossier : les refus

error-ticket-not-found = Ma kayn 7ta chi dossier b had la référence w had lcode. Raje3hom b jouj: lcode 3emmro ma kaykoun fih O wla 0, la I wla 1.
error-too-many-tries = Jerrebti bezzaf d lmerrat b code ghalet. Sber { $seconds } tanya w 3awed.
error-too-many-requests = Bezzaf d talabat de99a we7da. Sber { $seconds } tanya w 3awed.
error-form-too-large = Dakchi li sifetti twil bezzaf. Rje3 lor: lhedra dyalek ba9a temma, ne99es menha.
error-ticket-settled = Had dossier tsedd: ma b9ach momkin tzid fih wla tse7bo.
error-ticket-under-way = Ba9i kheddamin 3la had dossier: mazal ma ymkench ta3tih note wla t3awed t7ello.
error-no-longer-reopened = Had dossier ma b9ach momkin yt3awed yt7ell: fat l'ajal, li howa { $days } yom. T9der t7ell wa7ed akhor.
error-continuation-refused = Had lcode ma khddamch, wla sala lwe9t dyalo. Tleb wa7ed jdid mn tilifoun wla lpc lakhor.
error-stale-form = Had la page b9at m7loula bezzaf. 3awed dekhel la référence w lcode: dakchi li sifetti ma da3 mennou walo.

## Suivi d'un dossier : les pages

page-suivi-title = Fin wsel dossier dyali
page-suivi-languages = Logha
page-suivi-intro = Dekhel la référence dyal dossier w lcode li 3tinak melli 7elliti dossier.
page-suivi-reference = Référence
page-suivi-code = Code (6 d l7orouf wla lar9am)
page-suivi-look = Chouf dossier
page-suivi-lost = Telfat lik la référence wla lcode?
page-suivi-assistant = Goul l l'assistant bghiti thder m3a chi mowaddaf.
page-suivi-kept = Dakchi li ktebti ma da3ch: ghadi tl9ah ghir yt7ell dossier.
page-suivi-where = Fin wsel dossier
page-suivi-holder = 3nd men
page-suivi-holder-agent = chi mowaddaf f lwizara
page-suivi-holder-supervisor = chi mas2oul f lwizara
page-suivi-holder-admin = chi mas2oul f lwizara
page-suivi-holder-none = ba9i ma cheddo 7ta mowaddaf
page-suivi-holder-settled = 7ta wa7ed: dossier sala
page-suivi-since = mn { $date }
page-suivi-next = Chno mn be3d
page-suivi-next-acknowledge = Ghadi ycheddo chi mowaddaf.
page-suivi-next-answer = Service kaywejjed ljawab.
page-suivi-next-citizen = Kantsennaw ljawab dyalek: ktebo hna lte7t.
page-suivi-next-third-party = Kantsennaw ljawab mn idara okhra.
page-suivi-next-nothing = Walo: dossier sala.
page-suivi-until = L'objectif dyal service: { $date }.
page-suivi-late = L'objectif kan howa { $date }, w daz lwe9t dyalo.
page-suivi-files = Les fichiers li weslouna
page-suivi-answers = Chno jawbat lwizara
page-suivi-timeline = Chno w9e3
page-suivi-step-received = Weslna dossier
page-suivi-step-taken-up = Bdina lkhedma 3lih
page-suivi-step-asked = Sewwelnak 3la chi 7aja
page-suivi-step-handed-on = Kantsennaw idara okhra
page-suivi-step-answered = Lwizara jawbat
page-suivi-step-written = Zedti chi ma3loumat
page-suivi-step-resolved = T7ell lmochkil
page-suivi-step-closed = Tsedd dossier
page-suivi-step-withdrawn = S7ebti dossier
page-suivi-step-reopened = T3awed t7ell dossier
page-suivi-add = Zid chi 7aja f dossier
page-suivi-add-text = Chno bghiti tzid?
page-suivi-rate = Chno ban lik
page-suivi-solved = Wach t7ell lmochkil dyalek?
page-suivi-solved-yes = Ah
page-suivi-solved-no = La
page-suivi-rating = Kifach t3amlo m3ak? 1: khayeb bezzaf, 5: mezyan bezzaf.
page-suivi-rate-text = Kelma okhra ila bghiti
page-suivi-reopen = Lmochkil ba9i: 3awed 7ell dossier
page-suivi-reopen-until = Momkin 7ta l { $date }. Ghadi ycheddo mowaddaf akhor.
page-suivi-reopen-text = Chno li ba9i ma t7ellch?
page-suivi-reopen-button = 3awed 7ello
page-suivi-withdraw = S7eb dossier
page-suivi-withdraw-sure = Ah, bghit service y7bes lkhedma 3lih.
page-suivi-withdraw-button = S7ebo
page-suivi-leave = Sedd dossier dyali f had tilifoun wla lpc
page-suivi-done-add = Safi, tzad f dossier dyalek.
page-suivi-done-withdraw = Safi, ts7eb dossier dyalek.
page-suivi-done-rate = Merci, 9eyyedna dakchi li golti.
page-suivi-done-reopen = Safi, t3awed t7ell dossier dyalek.
page-suivi-incomplete = Na9sa chi 7aja: khassek tjaweb 3la ga3 les questions li hna.
page-refused-title = Ma t9belch
page-refused-unreadable = Ma 9dernach n9raw had formulaire. Rje3 l la page w 3awed.
page-refused-back = Rje3 l la page

## E-mails : rien du contenu d'un dossier

mail-ticket-news-subject = Kayn jdid f dossier dyalek { $reference }
mail-ticket-news-body =
    Salam,

    Kayn jdid f dossier dyalek { $reference }. Bach tchoufo, 7ell had la page b la référence w lcode:

    { $url }

    Had l'email kaytsifet bou7dou: ma tjawebch 3lih. 3emmrna ma ntelbo mennek lcode f l'email.

## Un dossier dans la conversation

ask-ticket-information = Kteb chno bghiti tzid f dossier { $reference }. Ila beddelti rayek, kteb « annuler ».
ask-withdrawal = Wach bse7 bghiti ts7eb dossier { $reference }? Ghadi ytsedd.
ask-rating = Merci 7it goltiha lina. Ch7al ta3ti l service, mn 1 (khayeb) l 5 (mezyan bezzaf)?
ask-reopen-reason = Goul liya chno mazal ma t7ellch: ghadi n3awdo n7ello dossier { $reference } w ghadi ycheddo mowaddaf akhor. Wla 3ti ghir note.
information-kept = Safi, tzadet f dossier { $reference }, w service ghadi y9raha.
ticket-withdrawn = Safi, dossier { $reference } ts7eb w tsedd.
ticket-reopened = Dossier { $reference } t3awed t7ell, w ghadi ycheddo mowaddaf akhor.
rating-kept = Merci, note dyalek tsejjlat.
ticket-left-as-it-is = Wakha, ma ghadi nbeddel walo f dossier.
choice-add-information = Nzid chi 7aja
choice-answer-question = Njaweb
choice-solved-yes = Ah, t7ell lmochkil
choice-solved-no = La, mazal
choice-withdraw = Ns7eb dossier
choice-withdraw-yes = Ah, ns7bo
choice-withdraw-no = La, nkhellih
choice-rate = N3ti note
choice-reopen = N3awed n7ell dossier
choice-rating-1 = 1 – khayeb
choice-rating-2 = 2
choice-rating-3 = 3
choice-rating-4 = 4
choice-rating-5 = 5 – mezyan bezzaf

## Fichiers

file-taken = Wselni lfichier dyalek. Ghadi nkhellih 3ndi bach nzido f dossier dyalek; w ila ma t7ell 7ta dossier f 24 sa3a, ghadi nmse7o.
file-joined = Wselni, w tzad f dossier dyalek { $reference }.
voice-taken = Wselni lvocal dyalek, walakin ma n9derch nsem3o. Ghadi nkhellih bach nzido f dossier dyalek, w chi wa7ed mn lmowaddafin ghadi ysem3o. Kteb liya 7ta lmohim li fih, 3afak. Ila ma t7ell 7ta dossier f 24 sa3a, ghadi nmse7o.
error-file-too-large = Had lfichier t9il bezzaf: { $limit_mb } Mo hiya akhir 7ed. Sifto sgher mn hakka.
error-image-too-large = Had tswira kbira bezzaf: { $limit } million d pixels hiya akhir 7ed. Siftha sgher mn hakka.
error-too-many-pages = Had lwer9a twila bezzaf: akhir 7ed howa { $limit } d les pages. Sifet ghir li m7tajin lihom.
error-file-type-refused = Ma n9derch nakhod had lfichier. Kanakhod { $allowed } w les vocaux.
error-file-broken = Had lfichier khasser wla na9es, ma 9dertch n9rah. 3awed sifto, wla sifet tswira dyalo.
error-file-protected = Had lwer9a 3liha mot de passe. Siftha bla bih, wla sifet tswira dyalha.
error-file-infected = Had lfichier fih virus, ma khellitouch 3ndi. Sifet wa7ed akhor, wla sifet tswira d lwer9a.
error-files-unavailable = Ma n9derch nakhod les fichiers daba. 3awed sifet had lfichier mn daba chi d9aye9, w t9der tkemmel lktaba 3adi.
error-too-many-files = Sifetti déjà { $limit } d les fichiers, w hadchi howa akhir 7ed daba. Ghadi ytzado f dossier dyalek, w mn be3d t9der tsifet wa7din okhrin.
error-files-too-large = Les fichiers dyalek kamlin fato { $limit_mb } Mo. Ma n9derch nakhod wa7ed akhor.
error-no-such-file = Had lfichier makaynch, wla ma b9ach.

## Après l'ouverture d'un dossier, et avant de parler à une personne

ticket-how-to-follow = Rje3 l hna mn daba chi yamat b la référence w lcode: bla email ma n9edrouch n3elmouk melli yji ljawab.
ticket-how-to-follow-there = Bla email ma n9edrouch n3elmouk melli yji ljawab. Rje3 chouf mn daba chi yamat, b la référence w lcode: { $url }
agent-expect-open = Service m7loul daba, 7ta l { $time } (we9t lmaghrib). So2al li ja mn be3d kayb9a m7foud w kayt9ra melli y7ell.
agent-expect-closed = Service msdoud daba. Ghadi y7ell nhar { $day } m3a { $time } (we9t lmaghrib). So2al dyalek ghadi yb9a m7foud, w yt9ra melli y7ell.
agent-expect-hours = { $count ->
    [one] F l3ada awel jawab kayji men be3d chi sa3a.
   *[other] F l3ada awel jawab kayji men be3d chi { $count } d sway3.
}
agent-expect-days = { $count ->
    [one] F l3ada awel jawab kayji men be3d chi nhar.
   *[other] F l3ada awel jawab kayji men be3d chi { $count } iyyam.
}
weekday-0 = tnin
weekday-1 = tlat
weekday-2 = larb3
weekday-3 = lkhmis
weekday-4 = jem3a
weekday-5 = sebt
weekday-6 = l7ed

## Suivi d'un dossier : les fichiers, le récépissé, la fin

page-suivi-add-files = Tsawer, wra9 wla les vocaux
page-suivi-files-hint = { $count } d les fichiers hiya akhir 7ed, kol wa7ed 7ta l { $limit_mb } Mo (JPEG, PNG, WebP, PDF, les vocaux).
page-suivi-files-again = Les fichiers ma mchawch: 3awed khtarhom.
page-suivi-empty = Ma ktebti walo: khass chi kelmat, wla chi fichier ila bghiti tzid f dossier.
page-suivi-rest-added = Lba9i li sifetti rah tzad f dossier.
page-suivi-receipt = Télécharger le reçu (PDF)
page-suivi-outcome = Kifach sala dossier
page-suivi-reopenable = T9der ttleb yt3awed yt7ell had dossier 7ta l { $date }.
page-suivi-not-reopenable = Had dossier ma b9ach momkin yt3awed yt7ell: kan momkin ghir 7ta l { $date }.
error-some-files-refused = { $count ->
    [one] Had lfichier ma t9belch:
   *[other] Had les fichiers ma t9belouch:
}

## Une personne, deux canaux : lier la conversation du site et celle de Telegram

link-code =
    Bach tkemmel f site, 7ell Jisr, werrek 3la « Nkemlo f blassa okhra » w dekhel had lcode :
    { $code }
    Khddam ghir merra we7da, { $minutes } d9aye9. Ila site howa li 3tak chi code, sift liya : /lier w mn moraha lcode.
link-asked-telegram-to = Wach bghiti tkemmel hna f Telegram lhedra li bditi f site ?
link-asked-telegram-from = Chi wa7ed dekhel lcode dyalek f site w baghi ykemmel temma had lmo7adata. Ila ma kentich nta, ma te9belch. Wach mwafe9 ?
link-asked-web-to = Wach bghiti tkemmel hna lhedra li bditi f Telegram ?
link-asked-web-from = Wa7ed lmo7adata f Telegram dekhlat lcode dyalek w baghya tkemmel hadi. Ila ma kentich nta, ma te9belch. Wach mwafe9 ?
link-unfinished = - ba9i ma salach : { $kind } ({ $category })
link-unfinished-bare = - ba9i ma salach : { $kind }
link-tickets = - les dossiers li kheddamin 3lihom : { $references }
link-both-sides = Mn be3d, ljawab dyal lwizara ghadi ywsel l hna w l hih b jouj.
link-which-form = 7etta hna kenti bditi ({ $kind }). Chno tkhelli ? Ila khditi li jay mn hih, li bditi hna kaytmse7. Ila la, koulchi kayb9a f blasto.
link-choice-yes = Ah, nkemmel
link-choice-no = La, ma bghitch
link-choice-moved = Nakhod li jay mn hih
link-choice-own = Nkhelli li hna
link-waiting-telegram = Mezyan. Daba 9bel f chacha dyal Jisr f site : 9bel menha ma kaytrbet walo.
link-waiting-web = Mezyan. Daba 9bel f Telegram : 9bel menha ma kaytrbet walo.
link-refused = Wakha, ma trbet walo.
link-declined-telegram = Ma t9eblatch f site : ma trbet walo.
link-declined-web = Ma t9eblatch f Telegram : ma trbet walo.
link-made-telegram = Safi trebto : ljawab ghadi ywslek hna w f site. Bach t7bes : /delier
link-made-web = Safi trebto : ljawab ghadi ywslek hna w f Telegram. Bach t7bes : « Nkemlo f blassa okhra ».
link-stays = Li kenti bditi hna ba9i hna : kemmlo hna.
link-moved-telegram = Li kenti bditi hna ghadi ykemmel f site. Hna tsedd, bach ma ytsiftch jouj merrat.
link-moved-web = Li kenti bditi hna ghadi ykemmel f Telegram. Hna tsedd, bach ma ytsiftch jouj merrat.
link-goes-on = Nkemlo hna. Wselna l had so2al :
link-holds-web = Had lmo7adata merbouta m3a mo7adata f Telegram.
link-choice-end = Nfekk rrebt
link-ended = Safi : ma b9awch lmo7adatat merboutin.
link-ended-telegram = Lmo7adata dyal site ma b9atch merbouta m3a hadi. Les dossiers dyalha ma ghadich yb9aw yjiw khbarhom hna.
link-ended-web = Lmo7adata dyal Telegram ma b9atch merbouta m3a hadi. Les dossiers dyalha ma ghadich yb9aw yjiw khbarhom hna.
link-none = Had lmo7adata ma merbouta m3a 7etta we7da.
which-ticket = 3la ayna dossier katsewwel ? Ila kan wa7ed akhor, 3tini la référence w lcode dyalo.
error-already-linked = We7da mn had lmo7adatat déjà merbouta m3a we7da okhra. Khassek tfekk dak rrebt lewwel.
error-link-unreachable = Telegram ma b9ach kaywessel les messages dyali l had lmo7adata, dakchi 3lach ma trebtatch. 7eyyed liya l blocage temma w tleb code jdid.
command-lier = Nkemmel f site

## Mes données : les voir, les effacer

command-mesdonnees = Nchouf chno 3ndkom 3liya
command-oublier = Nmse7 li 3ndkom 3liya
my-data-telegram = Hna f Telegram : /mesdonnees kaysift lik ga3 li 3ndi mn had chat, w /oublier kaymes7o.
my-data-web = W 7etta hna : « Lma3lomat dyali », f le menu wla lte7t f la page, kaywerriw lik ga3 li 3ndi, w t9der tkhellih 3ndek wla tmes7o.
own-data-lead-telegram = Hadchi li 3ndi mn had chat. Koulchi kayn f les fichiers : wa7ed bach t9rah, wa7ed l les logiciels (JSON), w tsawer w les documents dyalek ila kano.
own-data-lead-web = Hadchi li 3ndi mn lhedra dyalna :
own-data-nothing = Ma 3ndi walo mn lhedra dyalna.
own-data-messages = { $count ->
    [one] - { $count } message, kaytmse7 mn be3d { $days } yom
   *[other] - { $count } messages, kaytmes7o mn be3d { $days } yom
}
own-data-unfinished = - dakchi li bditi w mazal ma siftih
forget-files = { $count ->
    [one] - { $count } fichier ma dakhel f 7etta dossier
   *[other] - { $count } fichiers ma dakhlin f 7etta dossier
}
own-data-subscription = - l'abonnement dyalek f lakhbar
own-data-link-telegram = - rrebt m3a lmo7adata dyal site
own-data-link-web = - rrebt m3a Telegram dyalek
own-data-tickets = - les dossiers dyalek : { $references }
own-data-longer = 7it chi dossier mazal ma tsedd, lhedra katb9a m3ah.
forget-lead = Ila 9olti ah, ghadi nmse7 daba w ma kaynch rjou3 :
forget-messages = { $count ->
    [one] - lhedra dyalna ({ $count } message)
   *[other] - lhedra dyalna ({ $count } messages)
}
forget-notices = { $count ->
    [one] - { $count } message siftto lik mn rasi
   *[other] - { $count } messages siftthom lik mn rasi
}
forget-opinions = { $count ->
    [one] - chno 9olti 3la { $count } réponse
   *[other] - chno 9olti 3la { $count } réponses
}
forget-stays-telegram = Les dossiers dyalek kayb9aw ({ $references }), w 7etta l'adresse dyal had chat bach njawbouk : lidara khassha tkhdem 3lihom. Bach tse7eb wa7ed : /suivi w mn be3d « Ns7eb dossier ». W bach ytmes7o : kteb « nhder m3a chi mowaddaf ».
forget-stays-web = Les dossiers dyalek kayb9aw ({ $references }) : lidara khassha tkhdem 3lihom. Khelli 3ndek la référence w lcode, bihom kat7ell la page de suivi (/suivi), w temma t9der 7etta tse7eb chi dossier. W bach ytmes7o : kteb « nhder m3a chi mowaddaf ».
forget-stays-counted = { $count ->
    [one] Kayb9a { $count } dossier : lidara khassha tkhdem 3lih.
   *[other] Kayb9aw { $count } dossiers : lidara khassha tkhdem 3lihom.
}
forget-sure = Wach nmse7 ?
forget-choice-yes = Ah, mse7 koulchi
forget-choice-no = La, khellih
forget-left = Wakha, ma mse7t walo.
forget-done = Tmse7 nhar { $date } m3a { $time } (lwe9t dyal lmaghrib) :
forget-backups = W 7etta f les copies de sauvegarde ghadi ytmse7 koulchi, au plus tard nhar { $date }.
forget-number = Nnemra dyal had reçu : { $id }
forget-receipt-title = Reçu : koulchi tmse7
forget-receipt-open = 7ell reçu bach tkhellih 3ndek wla timprimih
forget-receipt-pdf = Reçu PDF
own-data-title = Lma3lomat dyali
own-data-save-zip = Khelli 3ndek koulchi m3a les fichiers (zip)
own-data-save-html = Khelli 3ndek page bach t9raha
own-data-save-json = Khelli 3ndek version l les logiciels (JSON)
own-data-forget = Mse7 koulchi…
own-data-ticket = Khelli 3ndek had dossier kamel :
own-data-page-title = Chno 3nd Jisr mn had lmo7adata
own-data-page-conversation = Had lmo7adata
own-data-page-messages = Les messages dyalna
own-data-page-notices = Li sift lik Jisr mn raso
own-data-page-announcements = L2akhbar li wslok
own-data-page-unfinished = Bditih w mazal ma siftih
own-data-page-tickets = Les dossiers dyalek
own-data-page-files = Fichiers ma dakhlin f 7etta dossier
own-data-page-opinions = Chno 9olti 3la les réponses
own-data-page-subscription = L'abonnement dyalek f lakhbar
own-data-page-link = Rrebt m3a lmo7adata lokhra
own-data-page-you = Nta/nti
own-data-page-jisr = Jisr
own-data-page-ministry = Lwizara
own-data-page-none = Walo.
own-data-field-channel = Canal
own-data-field-address = Numéro dyal had chat
own-data-field-language = Logha
own-data-field-begun-at = Bdat nhar
own-data-field-text = Message
own-data-field-kind = No3
own-data-field-category = Sujet
own-data-field-country = Blad
own-data-field-description = Chno w9e3
own-data-field-contact = Kifach ntaslo bik
own-data-field-reference = Référence
own-data-field-code = Code
own-data-field-state = Fin wsel
own-data-field-opened-at = T7ell nhar
own-data-field-consented-at = 9olti wakha nhar
own-data-field-consent-text = 3la chno 9olti wakha
own-data-field-consent-version = Version dyal had lklam
own-data-field-rating = No9ta dyalek
own-data-field-rating-words = Chno 9olti
own-data-field-name = Fichier
own-data-field-helpful = Wach 3awnek ljawab
own-data-field-words = Lklam dyalek
own-data-field-created-at = Mn nhar
own-data-field-since = Mn nhar
own-data-helpful-true = ah
own-data-helpful-false = la
own-data-channel-web = site
own-data-channel-telegram = Telegram
## L2akhbar li katmchi l li tlebouha

announcement-programme = Kayn jdid f wa7ed le programme
announcement-deadline = Wa7ed le délai 9rreb ysali
announcement-law = Kayn jdid f l9anoun
announcement-source = Mnin jat: { $title }
announcement-why = Weslatkom had lmessage 7it tlebto had l2akhbar.
announcement-stop = 7bes ga3 l2akhbar
announcement-less-programme = 7bes akhbar les programmes
announcement-less-deadline = 7bes akhbar les délais
announcement-less-law = 7bes akhbar l9anoun
announcement-less-topic = 7bes akhbar: { $topic }
