# Les phrases de Jisr en français. Une clé par message ; les mêmes clés dans ar, ary et ary-Latn.
# Vouvoiement, phrases courtes, pas de jargon. Vérifier : make lint

## Accueil et politesse

greet = Bonjour, je suis Jisr, l'assistant des Marocains du monde. Que puis-je faire pour vous ?
goodbye = Au revoir, prenez soin de vous.
thank = Avec plaisir.
help =
    Je peux :
    - répondre à vos questions sur les programmes pour les Marocains du monde, avec la source ;
    - enregistrer une réclamation ou une suggestion ;
    - suivre un dossier avec sa référence et son code ;
    - transmettre votre question à une personne.
    Écrivez en arabe, en français ou en darija, comme vous voulez.
first-contact-notice = Je suis un assistant automatique ; notre échange est gardé 30 jours. Écrivez « mes données » pour tout savoir.
affirm-nothing = Avec plaisir ! Que voulez-vous savoir ?
deny-nothing = Pas de souci. Je suis là si vous avez une question.
out-of-scope = Ce n'est pas de mon domaine, désolé. Je réponds sur les programmes pour les Marocains du monde, et je prends les réclamations et les suggestions.
insulted = Je comprends votre colère, et je reste là pour vous aider. Dites-moi ce qui ne va pas, ou laissez-le à une personne du ministère.
insulted-again = Je reste à votre disposition.
other-language = Je comprends l'arabe, le français et la darija. Pouvez-vous écrire dans l'une de ces langues, ou préférez-vous une personne ?
my-data =
    Ce que je garde :
    - notre échange, 30 jours, pour améliorer le service ;
    - vos dossiers (réclamation, suggestion, question), seulement si vous avez donné votre accord.
    Vous pouvez consulter, corriger ou faire effacer vos données (loi 09-08). Pour cela, écrivez « parler à une personne » et dites ce que vous voulez, par exemple « effacez mes données ».

## Langue

which-language = Dans quelle langue voulez-vous continuer ?
language-changed = D'accord, je continue en français.
language-ar = العربية
language-fr = Français
language-ary = الدارجة
language-ary-latn = Darija

## Réponses sur les programmes

list-programmes = { $count ->
    [one] Voici le programme de la stratégie pour les Marocains du monde.
   *[other] La stratégie pour les Marocains du monde compte { $count } programmes. Lequel vous intéresse ?
}
did-you-mean = Je ne suis pas sûr d'avoir compris. Parlez-vous de :
unknown = Là-dessus, je n'ai pas de réponse sûre, et je préfère ne rien inventer. Voulez-vous poser la question à une personne ?
facet-missing = Sur ce point, je n'ai trouvé aucune information sûre pour « { $topic } ». Une personne peut vous répondre. Voici ce que je sais :
facet-overview = Présentation
facet-eligibility = Qui y a droit ?
facet-documents = Quels papiers ?
facet-procedure = Comment faire ?
facet-amount = Combien ?
facet-deadline = Quels délais ?
facet-contact = Qui contacter ?
facet-status = Est-ce en vigueur ?
answer-past-review = À reconfirmer : cette fiche devait être revue avant le { $date }.
answer-never-reviewed = À confirmer : aucune date de relecture n'est fixée pour cette fiche.
term = { $term } : { $meaning }
which-post = J'ai trouvé { $count } postes. Lequel cherchez-vous ?
post-title = { $kind } à { $city } ({ $country })
post-embassy = Ambassade du Maroc
post-consulate-general = Consulat général du Maroc
post-consulate = Consulat du Maroc
post-covers = Zone : { $area }
post-address = Adresse : { $text } ({ $date })
post-phone = Téléphone : { $text } ({ $date })
post-email = E-mail : { $text } ({ $date })
post-hours = Horaires : { $text } ({ $date })
post-check = Vérifiez avant de vous déplacer : { $site }
post-no-contact = Je n'ai ni adresse, ni téléphone, ni horaires sûrs pour ce poste. Le site officiel : { $site }
competence = Bon à savoir. { $text }
source-line = { $title } ({ $date })
source-undated = sans date
sources-title = Sources

## Quand je ne comprends pas

not-understood = Je n'ai pas bien compris. Pouvez-vous le dire autrement, en quelques mots ?
not-understood-again = Désolé, je ne comprends toujours pas. Une personne peut vous répondre.
internal-error = Un problème technique m'empêche de répondre à cela. Rien n'est perdu : réessayez, ou laissez votre demande à une personne.
degraded-unknown = Je comprends moins bien que d'habitude en ce moment. Essayez avec un mot simple (« bourse », « rapatriement »), ou laissez une réclamation.

## Dossier : les questions

ask-consent = Je m'en occupe avec vous. Avec votre accord, j'enregistre ce que vous me dites ; les agents du ministère le liront, seulement pour vous répondre (loi 09-08). C'est d'accord ?
ask-category = De quel sujet s'agit-il ?
ask-country = Dans quel pays cela se passe-t-il ?
ask-description = Racontez-moi ce qui se passe, avec vos mots : quoi, où, depuis quand.
ask-description-suggestion = Quelle est votre idée ? Dites-la avec vos mots.
ask-description-question = Quelle est votre question ? Une personne vous répondra.
ask-contact = E-mail ou téléphone pour vous joindre ? Ce n'est pas obligatoire : la référence et le code suffisent pour suivre votre dossier.
ask-confirmation =
    Voici votre réclamation :
    - sujet : { $category }
    - pays : { $country }
    - description : { $description }
    - contact : { $contact }
    Je l'envoie ?
ask-reference = Donnez-moi la référence du dossier (MDM-année-numéro) et son code à six caractères.
ask-code = Il me manque le code à six caractères de ce dossier.
unclear-consent = Répondez « oui » ou « non », ou posez votre question.
unclear-category = Je n'ai pas reconnu le sujet.
unclear-country = Je n'ai pas reconnu le pays.
unclear-description = Il me faut quelques mots de plus.
unclear-contact = Je n'ai reconnu ni e-mail ni téléphone. Vous pouvez aussi répondre « aucun ».
unclear-confirmation = Dites « oui » pour envoyer, ou ce qu'il faut changer (par exemple : « non, la Belgique »). « Annuler » efface tout.
contact-none = sans contact

## Dossier : l'issue

ticket-opened =
    C'est enregistré ({ $kind }).
    Référence : { $reference }
    Code : { $code }
    Gardez les deux : ils vous diront où en est votre dossier.
ticket-targets = Objectif du service : un accusé de réception au plus tard le { $acknowledge_on }, une réponse au plus tard le { $answer_on }.
ticket-target = Objectif du service : un accusé de réception au plus tard le { $acknowledge_on }.
ticket-cancelled = C'est annulé. Rien n'est gardé de ce dossier.
consent-refused = Très bien, je n'enregistre rien et j'efface ce que vous m'avez dit. Je peux toujours répondre à vos questions.
ticket-found =
    Dossier { $reference } ({ $kind }) : { $state }.
    Enregistré le { $opened_on }.
ticket-found-until = Objectif du service : une réponse au plus tard le { $answer_on }.
ticket-found-late = L'objectif du service était une réponse au plus tard le { $answer_on }. Cette date est passée.
ticket-found-stopped = Le délai ne court plus : nous attendons votre réponse.
ticket-found-answer = Dernière réponse du service : { $text }
ticket-not-found = Je ne trouve pas de dossier avec cette référence et ce code. Vérifiez les deux, s'il vous plaît : le code ne contient jamais O ni 0, I ni 1. Si vous l'avez perdu, une personne peut vous aider.
staff-reply =
    Réponse du ministère à votre dossier { $reference } :
    { $text }
ticket-state-changed = Votre dossier { $reference } est maintenant : { $state }.
target-near =
    Dossier { $reference } : notre objectif est de vous répondre au plus tard le { $answer_on }.
    Nous avons pris du retard et cette date risque d'être dépassée. Votre dossier n'est pas oublié. Vous n'avez rien à faire.
target-missed =
    Dossier { $reference } : notre objectif était de vous répondre au plus tard le { $answer_on }. Nous ne l'avons pas tenu. Votre dossier reste ouvert.
    Vous pouvez aussi vous adresser au Médiateur du Royaume, si l'affaire n'est pas devant un tribunal :
    - sur place, oralement, par courrier, e-mail ou fax ;
    - dites quelle administration est en cause et ce que vous avez déjà fait, avec la référence de ce dossier ;
    - avenue Azzaitoune, secteur 15, îlot Q2, Hay Ryad, Rabat, BP 21 ; www.mediateur.ma (pages non datées).
in-court =
    Vous dites que l'affaire est déjà devant un tribunal. Ce service ne peut pas en décider : seul le tribunal le peut. L'administration saisie d'une réclamation ne la traite pas, le Médiateur non plus (pages non datées).
    Vous pouvez continuer s'il s'agit d'autre chose, par exemple du comportement d'un service.

ticket-settled =
    Le ministère a répondu à votre dossier { $reference } : { $answer_type }.
    { $text }
ticket-settled-question = Le problème est-il résolu pour vous ?
ticket-question =
    Le ministère a une question sur votre dossier { $reference } :
    { $text }
    Le dossier attend votre réponse.
ticket-forwarded = Votre dossier { $reference } a été transmis à : { $body }. C'est à cet organisme de répondre maintenant. Nous suivons votre dossier et nous le relançons si la réponse tarde.
ticket-merged = Votre dossier { $reference } est joint à votre autre dossier { $into } : la suite vous sera donnée sous cette référence.
ticket-joined = Votre dossier { $reference } est joint à un autre dossier sur le même sujet, et il est clos. Si votre problème continue, demandez à parler à une personne.

answer-type-granted = demande acceptée
answer-type-partly-granted = demande acceptée en partie
answer-type-refused = demande refusée
answer-type-explained = explication donnée
answer-type-forwarded = dossier transmis à l'organisme compétent
answer-type-not-competent = le ministère n'est pas compétent
answer-type-withdrawn = dossier retiré à votre demande
answer-type-duplicate = traité dans un autre dossier
answer-type-unreachable = nous n'avons pas pu vous joindre
answer-type-abuse = règles du service non respectées
remedy-none = Aucune autre démarche n'est indiquée.
remedy-reopen = Si la réponse ne vous convient pas, vous pouvez demander la réouverture du dossier pendant { $reopen_days ->
        [one] { $reopen_days } jour
       *[other] { $reopen_days } jours
    } : une autre personne le reprendra.
remedy-mediator = Si la réponse ne vous convient pas, vous pouvez saisir le Médiateur du Royaume, sauf si l'affaire est en justice. Indiquez votre nom, votre adresse, l'administration visée, vos démarches et leur résultat. Joignez les pièces et déclarez que la justice n'est pas saisie. La plainte se dit sur place ou s'envoie par courrier, e-mail ou fax (mediateur.ma, page non datée).
remedy-court = La suite dépend d'un tribunal : ni ce service ni le Médiateur ne traitent une affaire déjà en justice (pages non datées).
remedy-competent-body = Pour la suite, adressez-vous à l'organisme cité dans la réponse.

kind-complaint = réclamation
kind-suggestion = suggestion
kind-question = question à une personne
state-new = reçu
state-open = en cours
state-waiting-citizen = en attente de votre réponse
state-waiting-third-party = en attente d'un autre organisme
state-resolved = résolu
state-closed = clos
category-consular = Consulat, passeport, état civil
category-customs = Douane, véhicule
category-justice = Justice
category-social-security = Sécurité sociale, retraite
category-land-housing = Terrain, logement
category-education = École, études, bourse
category-programmes = Programmes du ministère
category-associations = Associations
category-other = Autre

## Boutons

choice-consent-yes = Oui, d'accord
choice-consent-no = Non
choice-contact-none = Sans contact
choice-confirm-yes = Oui, envoyer
choice-confirm-no = Non, corriger
choice-cancel = Annuler
choice-programmes = Les programmes
choice-complaint = Déposer une réclamation
choice-check = Suivre mon dossier
choice-agent = Parler à une personne

## Erreurs de saisie

error-malformed-request = La demande n'a pas pu être lue ({ $field }).
error-empty-message = Le message est vide. Écrivez votre question en quelques mots.
error-message-too-long = Le message est trop long : { $length } caractères, { $limit } au plus. Coupez-le en plusieurs messages.
error-unknown-conversation = Cette conversation n'existe plus. Recommençons.
error-unknown-choice = Ce bouton ne vaut plus ici. Écrivez votre demande, s'il vous plaît.
error-conversation-busy = Votre message précédent est encore en cours. Réessayez dans un instant.
error-unknown-turn = Je ne retrouve pas le message dont vous parlez : il a peut-être été effacé.
error-too-late-to-correct = J'ai vu votre correction, mais ce message est déjà traité. Si elle change votre demande, envoyez-la comme nouveau message.
error-not-found = Cette adresse n'existe pas.
error-method-not-allowed = Cette adresse n'accepte pas cette méthode.
error-internal-error = Un problème technique est survenu. Votre message n'est pas perdu : réessayez.

## Telegram

telegram-used-choice = Ce choix a déjà été utilisé.
telegram-only-text = Je lis le texte, et je prends les photos, les PDF ({ $limit_mb } Mo au plus) et les messages vocaux. Le reste, je ne peux pas le lire. Écrivez-moi votre demande, s'il vous plaît.
telegram-passed-choice = Cette question est passée. Pour changer une réponse, écrivez-la tout simplement.
telegram-corrected = Je reprends avec votre message corrigé.
telegram-also-in-arabic = Vous pouvez m'écrire en arabe ou en darija.
telegram-description =
    Jisr répond aux Marocains du monde, en arabe, en français et en darija :
    - vos questions sur les programmes et les démarches, avec la source ;
    - vos réclamations et suggestions, avec une référence et un code pour les suivre.
    C'est un assistant automatique ; une personne peut prendre le relais.
telegram-short-description = L'assistant des Marocains du monde : questions, réclamations et suivi, en arabe, en français et en darija.
telegram-hint-country = Écrivez le pays, ou touchez « { $button } » : je n'en lis que le pays, et je ne garde pas la position.
telegram-hint-contact = Écrivez-le, ou touchez « { $button } ».
telegram-hint-description = Vous pouvez aussi envoyer des photos ou des PDF ({ $limit_mb } Mo au plus chacun), ou un message vocal : un agent l'écoutera.
telegram-share-country = 📍 Envoyer ma position
telegram-share-contact = 📱 Envoyer mon numéro
telegram-place-read = Pays lu : { $country }. Je n'ai pas gardé votre position.
telegram-place-correctable = Pays lu : { $country }. Je n'ai pas gardé votre position. Si ce n'est pas ce pays, écrivez le bon.
telegram-place-unknown = Je ne reconnais aucun pays à cet endroit. Écrivez le nom du pays, s'il vous plaît.
telegram-place-without-post = Je n'ai pas de consulat dans ma liste pour ce pays. Voici à qui vous adresser.
telegram-contact-of-other = Ce contact n'est pas le vôtre : je ne le garde pas. Écrivez-moi plutôt votre demande.
telegram-contact-not-needed = Je n'ai pas besoin de votre numéro ici, et je ne le garde pas : je vous réponds dans cette conversation.
telegram-noted = C'est noté.
telegram-private-only = Je réponds seulement en conversation privée.
command-start = Commencer
command-help = Aide
command-langue = Changer de langue
command-programmes = Les programmes
command-plainte = Déposer une réclamation
command-suivi = Suivre un dossier
command-annuler = Annuler ce qui est en cours
nothing-to-cancel = Il n'y a rien à annuler.

## Annonces par Telegram : l'abonnement

command-abonnements = Recevoir les annonces
command-stop = Ne plus recevoir d'annonces
news-consent =
    Je peux vous prévenir quand il y a du nouveau : programmes, échéances, changements de loi.
    Si vous dites oui, je garde vos choix (sujets, langue, pays, heures) pour vous envoyer ces annonces, et pour rien d'autre (loi 09-08). Vous arrêtez quand vous voulez : un bouton sous chaque annonce, ou la commande /stop
    Voulez-vous recevoir ces annonces ?
news-yes = Oui, je veux bien
news-no = Non, merci
news-declined = Très bien, je ne vous enverrai rien. Si vous changez d'avis : /abonnements
news-choices =
    Vos annonces

    Sujets : { $topics }
    Langue : { $language }
    Pays : { $country }
    Rien entre { $start } h et { $end } h (heure de { $city })

    Touchez un bouton pour changer.
news-kind-programme = Programmes
news-kind-deadline = Échéances
news-kind-law = Changements de loi
news-topics = Sujets
news-lang = Langue
news-country = Pays
news-quiet = Heures calmes
news-end = Tout arrêter
news-done = Terminé
news-back = Retour
news-change = Changer mes choix
news-which-topics = Quels sujets vous intéressent ?
news-all-topics = Tous les sujets
news-which-lang = Dans quelle langue voulez-vous les annonces ?
news-lang-same = Celle de notre conversation
news-country-known = Vivez-vous dans ce pays : { $country } ? Je vous enverrai ce qui le concerne, et ce qui concerne tout le monde.
news-which-country = Dans quel pays vivez-vous ? Je vous enverrai ce qui le concerne, et ce qui concerne tout le monde.
news-country-yes = Oui, { $country }
news-country-other = Un autre pays
news-country-all = Tous les pays
news-which-clock = Où êtes-vous, et quelle heure est-il chez vous ? Je m'en sers seulement pour ne pas écrire la nuit.
news-clock = { $cities } ({ $time })
news-which-quiet = Entre { $start } h et { $end } h (heure de { $city }), je n'envoie rien.
news-quiet-from = Dès { $hour } h
news-quiet-until = Jusqu'à { $hour } h
news-other-clock = Une autre ville
news-kept = C'est noté, vous recevrez ces annonces. Pour changer : /abonnements
news-stopped = C'est arrêté : vous ne recevrez plus d'annonces. Vos choix seront effacés.
news-undo = Finalement, je les garde
news-again = C'est rétabli : vous recevez de nouveau les annonces, comme avant.
news-nothing-to-stop = Vous ne recevez pas d'annonces : il n'y a rien à arrêter. Pour en recevoir : /abonnements
news-less = C'est noté. Vous ne recevrez plus : { $name }.
news-undo-less = Finalement, je garde
news-more = C'est rétabli. Vous recevez de nouveau : { $name }.
error-last-kind = Il faut en garder au moins un. Pour ne plus rien recevoir, touchez « Tout arrêter ».
news-noted-before = C'est déjà noté.
error-wish-refused = Ce bouton n'est plus valable. Écrivez /abonnements pour revoir vos choix.
error-not-subscribed = Vous ne recevez pas d'annonces en ce moment.

## Page sans JavaScript

page-title = Jisr, l'assistant des Marocains du monde
page-question = Votre message
page-send = Envoyer
page-intro =
    Bonjour. Je suis Jisr, un assistant automatique au service des Marocains du monde.
    Écrivez en français, en arabe ou en darija : posez une question sur un programme, déposez une réclamation ou demandez où elle en est.
    N'écrivez ici ni mot de passe ni numéro de carte bancaire.
page-citizen = Vous
page-bot = Jisr
page-staff = Réponse du ministère
page-keep = Notez ces deux lignes, ou imprimez cette page : elles ouvrent votre dossier.
page-refresh = Voir s'il y a du nouveau
page-leave = Fermer cette conversation sur cet appareil

## Urgences : la première réponse. Rien que ce qu'une source dit ; les manques sont dans docs/missing.md

emergency-self-harm = Ce que vous écrivez est grave, et vous avez bien fait de le dire. Appelez tout de suite les secours du pays où vous êtes, et parlez à quelqu'un près de vous. Je suis un assistant automatique : une personne peut aussi vous lire ici, mais pas tout de suite.
emergency-missing-child = Je comprends votre inquiétude. Appelez tout de suite la police ou les secours du pays où vous êtes. Une personne peut aussi lire votre message ici, mais pas tout de suite.
emergency-violence = Je suis désolé de ce que vous vivez. Si vous êtes en danger, appelez tout de suite les secours du pays où vous êtes. La Fondation Hassan II pour les MRE apporte aussi une aide juridique, par exemple dans un litige familial (page non datée).
emergency-danger = Appelez tout de suite les secours du pays où vous êtes. Je n'ai pas de numéro marocain d'urgence valable partout. Pour le Moyen-Orient, la presse donnait le 1er mars 2026 le numéro vert 0800008098 (cellule de crise du ministère) : je ne sais pas s'il répond encore.
emergency-death =
    Toutes nos condoléances.
    Qui appeler :
    - le consulat dont dépend le lieu du décès : c'est là que se demande l'autorisation d'enterrer au Maroc (page consulaire non datée) ;
    - l'assurance ou la banque, si le défunt avait un contrat de rapatriement ;
    - sans assurance ni moyens, demandez aussi au consulat l'aide du ministère (conditions citées en 2020).
emergency-arrest = Je comprends votre inquiétude. Parlez-en au consulat : une circulaire de 2014 prévoit l'aide d'avocats désignés par les ambassades et les consulats (article non daté). Si quelqu'un est en danger, appelez tout de suite les secours du pays où vous êtes.
emergency-lost-passport = Faites d'abord une déclaration de perte ou de vol : elle est demandée pour le nouveau passeport (page consulaire non datée). Depuis janvier 2024, vous pouvez prendre rendez-vous pour un passeport dans n'importe quel consulat ; pour une urgence, un passeport provisoire existait en 2015. Si vous êtes en danger, appelez les secours du pays où vous êtes.

## Suivi d'un dossier : les refus

error-ticket-not-found = Aucun dossier ne correspond à cette référence et à ce code. Vérifiez les deux : le code ne contient jamais O ni 0, I ni 1.
error-too-many-tries = Trop d'essais avec un code faux. Attendez { $seconds } secondes, puis réessayez.
error-too-many-requests = Trop de demandes d'un coup. Attendez { $seconds } secondes, puis réessayez.
error-form-too-large = Ce que vous avez envoyé est trop long. Revenez en arrière : votre texte y est encore, raccourcissez-le.
error-ticket-settled = Ce dossier est clos : on ne peut plus le compléter ni le retirer.
error-ticket-under-way = Ce dossier est encore en cours : il n'y a rien à noter ni à rouvrir.
error-no-longer-reopened = Ce dossier ne peut plus être rouvert : le délai est de { $days } jours. Vous pouvez en ouvrir un autre.
error-continuation-refused = Ce code ne vaut pas, ou ne vaut plus. Demandez-en un nouveau sur l'autre appareil.
error-stale-form = Cette page est restée ouverte trop longtemps. Donnez de nouveau la référence et le code : rien de ce qui a été envoyé n'est perdu.

## Suivi d'un dossier : les pages

page-suivi-title = Suivre mon dossier
page-suivi-languages = Langue
page-suivi-intro = Donnez la référence et le code reçus quand vous avez ouvert le dossier.
page-suivi-reference = Référence
page-suivi-code = Code à six caractères
page-suivi-look = Voir mon dossier
page-suivi-lost = Référence ou code perdus ?
page-suivi-assistant = Demandez une personne à l'assistant.
page-suivi-kept = Votre texte est gardé : vous le retrouverez dès que le dossier sera ouvert.
page-suivi-where = Où en est votre dossier
page-suivi-holder = Chez qui
page-suivi-holder-agent = un agent du ministère
page-suivi-holder-supervisor = un responsable du ministère
page-suivi-holder-admin = un responsable du ministère
page-suivi-holder-none = pas encore confié à un agent
page-suivi-holder-settled = personne : le dossier est terminé
page-suivi-since = depuis le { $date }
page-suivi-next = La suite
page-suivi-next-acknowledge = Un agent va prendre le dossier.
page-suivi-next-answer = Le service prépare sa réponse.
page-suivi-next-citizen = Nous attendons votre réponse : écrivez-la ci-dessous.
page-suivi-next-third-party = Nous attendons la réponse d'un autre organisme.
page-suivi-next-nothing = Rien : le dossier est terminé.
page-suivi-until = Objectif du service : le { $date }.
page-suivi-late = L'objectif était le { $date } : il est dépassé.
page-suivi-files = Fichiers reçus
page-suivi-answers = Les réponses du ministère
page-suivi-timeline = Ce qui s'est passé
page-suivi-step-received = Dossier reçu
page-suivi-step-taken-up = Pris en charge
page-suivi-step-asked = Une question vous a été posée
page-suivi-step-handed-on = En attente d'un autre organisme
page-suivi-step-answered = Réponse du ministère
page-suivi-step-written = Vous avez complété le dossier
page-suivi-step-resolved = Résolu
page-suivi-step-closed = Clos
page-suivi-step-withdrawn = Retiré par vous
page-suivi-step-reopened = Rouvert
page-suivi-add = Compléter le dossier
page-suivi-add-text = Que voulez-vous ajouter ?
page-suivi-rate = Votre avis
page-suivi-solved = Votre problème est-il réglé ?
page-suivi-solved-yes = Oui
page-suivi-solved-no = Non
page-suivi-rating = Comment avez-vous été servi ? 1 : très mal, 5 : très bien.
page-suivi-rate-text = Un mot de plus, si vous voulez
page-suivi-reopen = Ce n'est pas réglé : rouvrir le dossier
page-suivi-reopen-until = Possible jusqu'au { $date }. Un autre agent le reprendra.
page-suivi-reopen-text = Qu'est-ce qui n'est pas réglé ?
page-suivi-reopen-button = Rouvrir
page-suivi-withdraw = Retirer le dossier
page-suivi-withdraw-sure = Oui, je veux que le service arrête de le traiter.
page-suivi-withdraw-button = Retirer
page-suivi-leave = Fermer mon dossier sur cet appareil
page-suivi-done-add = C'est ajouté à votre dossier.
page-suivi-done-withdraw = Votre dossier est retiré.
page-suivi-done-rate = Merci, votre avis est noté.
page-suivi-done-reopen = Votre dossier est rouvert.
page-suivi-incomplete = Il manque quelque chose : répondez à chaque question du formulaire.
page-refused-title = Envoi refusé
page-refused-unreadable = Le formulaire n'a pas pu être lu. Revenez à la page et réessayez.
page-refused-back = Revenir à la page

## E-mails : rien du contenu d'un dossier

mail-ticket-news-subject = Du nouveau sur votre dossier { $reference }
mail-ticket-news-body =
    Bonjour,

    Il y a du nouveau sur votre dossier { $reference }. Pour le lire, ouvrez cette page avec la référence et votre code :

    { $url }

    Cet e-mail est automatique : n'y répondez pas. Nous ne demandons jamais votre code par e-mail.

## Un dossier dans la conversation

ask-ticket-information = Écrivez ce que vous voulez ajouter au dossier { $reference }. Pour laisser : « annuler ».
ask-withdrawal = Voulez-vous vraiment retirer le dossier { $reference } ? Il sera clos.
ask-rating = Merci de nous le dire. Comment notez-vous le service, de 1 (mauvais) à 5 (très bien) ?
ask-reopen-reason = Dites-moi ce qui n'est pas réglé : le dossier { $reference } sera rouvert et confié à une autre personne. Ou donnez seulement une note.
information-kept = C'est ajouté au dossier { $reference }. Le service le lira.
ticket-withdrawn = Le dossier { $reference } est retiré et clos.
ticket-reopened = Le dossier { $reference } est rouvert. Une autre personne le reprend.
rating-kept = Merci, votre note est enregistrée.
ticket-left-as-it-is = Très bien, je ne change rien au dossier.
choice-add-information = Ajouter une information
choice-answer-question = Répondre
choice-solved-yes = Oui, c'est réglé
choice-solved-no = Non, pas encore
choice-withdraw = Retirer le dossier
choice-withdraw-yes = Oui, retirer
choice-withdraw-no = Non, garder
choice-rate = Noter le service
choice-reopen = Rouvrir le dossier
choice-rating-1 = 1 – mauvais
choice-rating-2 = 2
choice-rating-3 = 3
choice-rating-4 = 4
choice-rating-5 = 5 – très bien

## Fichiers

file-taken = Bien reçu. Je le garde pour le joindre à votre dossier ; si aucun dossier n'est ouvert dans les 24 heures, je l'efface.
file-joined = Bien reçu. C'est joint à votre dossier { $reference }.
voice-taken = J'ai bien reçu votre message vocal, mais je ne peux pas l'écouter. Je le garde pour le joindre à votre dossier : un agent l'écoutera. Écrivez-moi aussi l'essentiel. Si aucun dossier n'est ouvert dans les 24 heures, je l'efface.
error-file-too-large = Ce fichier est trop lourd : { $limit_mb } Mo au plus. Envoyez-le en plus petit.
error-image-too-large = Cette image est trop grande : { $limit } millions de pixels au plus. Envoyez-la en plus petit.
error-too-many-pages = Ce document est trop long : { $limit } pages au plus. Envoyez seulement les pages utiles.
error-file-type-refused = Je ne peux pas prendre ce fichier. Je prends { $allowed } et les messages vocaux.
error-file-broken = Ce fichier est abîmé ou incomplet, je n'arrive pas à le lire. Renvoyez-le, ou envoyez-en une photo.
error-file-protected = Ce document est protégé par un mot de passe. Envoyez-le sans mot de passe, ou envoyez-en une photo.
error-file-infected = Un virus a été trouvé dans ce fichier : je ne l'ai pas gardé. Envoyez-en un autre, ou une photo du document.
error-files-unavailable = Je ne peux pas prendre de fichiers en ce moment. Renvoyez celui-ci dans quelques minutes ; vous pouvez continuer à écrire.
error-too-many-files = Vous avez déjà envoyé { $limit } fichiers, c'est le maximum pour l'instant. Ils seront joints à votre dossier ; vous pourrez en envoyer d'autres ensuite.
error-files-too-large = Vos fichiers dépassent { $limit_mb } Mo en tout. Je ne peux pas en prendre un de plus.
error-no-such-file = Ce fichier n'existe pas, ou n'existe plus.

## Après l'ouverture d'un dossier, et avant de parler à une personne

ticket-how-to-follow = Revenez voir ici dans quelques jours, avec la référence et le code : sans e-mail, nous ne pouvons pas vous prévenir d'une réponse.
ticket-how-to-follow-there = Sans e-mail, nous ne pouvons pas vous prévenir d'une réponse. Revenez voir dans quelques jours, avec la référence et le code : { $url }
agent-expect-open = Le service est ouvert en ce moment, jusqu'à { $time } (heure du Maroc). Une question posée plus tard est gardée et lue à la prochaine ouverture.
agent-expect-closed = Le service est fermé. Il rouvre { $day } à { $time } (heure du Maroc). Votre question sera gardée, et lue à l'ouverture.
agent-expect-hours = { $count ->
    [one] D'habitude, la première réponse arrive en une heure environ.
   *[other] D'habitude, la première réponse arrive en { $count } heures environ.
}
agent-expect-days = { $count ->
    [one] D'habitude, la première réponse arrive en un jour environ.
   *[other] D'habitude, la première réponse arrive en { $count } jours environ.
}
weekday-0 = lundi
weekday-1 = mardi
weekday-2 = mercredi
weekday-3 = jeudi
weekday-4 = vendredi
weekday-5 = samedi
weekday-6 = dimanche

## Suivi d'un dossier : les fichiers, le récépissé, la fin

page-suivi-add-files = Photos, documents ou messages vocaux
page-suivi-files-hint = { $count } fichiers au plus, { $limit_mb } Mo chacun (JPEG, PNG, WebP, PDF, audio).
page-suivi-files-again = Les fichiers ne sont pas partis : choisissez-les de nouveau.
page-suivi-empty = Rien n'est écrit : il faut quelques mots, ou un fichier si vous complétez le dossier.
page-suivi-rest-added = Le reste de votre envoi est bien ajouté au dossier.
page-suivi-receipt = Télécharger le récépissé (PDF)
page-suivi-outcome = Comment le dossier s'est terminé
page-suivi-reopenable = Vous pouvez faire rouvrir ce dossier jusqu'au { $date }.
page-suivi-not-reopenable = Ce dossier ne peut plus être rouvert : c'était possible jusqu'au { $date }.
error-some-files-refused = { $count ->
    [one] Ce fichier n'a pas été pris :
   *[other] Ces fichiers n'ont pas été pris :
}

## Une personne, deux canaux : lier la conversation du site et celle de Telegram

link-code =
    Pour continuer sur le site, ouvrez Jisr, touchez « Continuer ailleurs » et donnez ce code :
    { $code }
    Il sert une seule fois et vaut { $minutes } minutes. Si c'est le site qui vous a donné un code, envoyez-moi : /lier suivi de ce code.
link-asked-telegram-to = Voulez-vous continuer ici, sur Telegram, la conversation commencée sur le site ?
link-asked-telegram-from = Quelqu'un a donné votre code sur le site et veut y continuer cette conversation. Si ce n'est pas vous, refusez. Êtes-vous d'accord ?
link-asked-web-to = Voulez-vous continuer ici la conversation commencée sur Telegram ?
link-asked-web-from = Une conversation Telegram a donné votre code et veut continuer celle-ci. Si ce n'est pas vous, refusez. Êtes-vous d'accord ?
link-unfinished = - à terminer : { $kind } ({ $category })
link-unfinished-bare = - à terminer : { $kind }
link-tickets = - dossiers en cours : { $references }
link-both-sides = Les réponses du ministère arriveront ensuite des deux côtés.
link-which-form = Vous avez aussi commencé quelque chose ici ({ $kind }). Que gardez-vous ? Si vous prenez ce qui vient d'ailleurs, ce qui est commencé ici est effacé. Sinon, chacun reste où il est.
link-choice-yes = Oui, continuer
link-choice-no = Non, refuser
link-choice-moved = Prendre ce qui vient d'ailleurs
link-choice-own = Garder ce qui est ici
link-waiting-telegram = Bien. Acceptez maintenant dans la fenêtre de Jisr sur le site : rien n'est lié avant.
link-waiting-web = Bien. Acceptez maintenant dans Telegram : rien n'est lié avant.
link-refused = D'accord, rien n'est lié.
link-declined-telegram = Le site n'a pas accepté : rien n'est lié.
link-declined-web = La conversation Telegram n'a pas accepté : rien n'est lié.
link-made-telegram = C'est lié : vos réponses arriveront ici et sur le site. Pour arrêter : /delier
link-made-web = C'est lié : vos réponses arriveront ici et sur Telegram. Pour arrêter : « Continuer ailleurs ».
link-stays = Ce que vous aviez commencé ici reste ici : terminez-le ici.
link-moved-telegram = Ce que vous aviez commencé ici continue sur le site. Ici, c'est fermé, pour ne pas l'envoyer deux fois.
link-moved-web = Ce que vous aviez commencé ici continue sur Telegram. Ici, c'est fermé, pour ne pas l'envoyer deux fois.
link-goes-on = On continue ici. Vous en étiez à cette question :
link-holds-web = Cette conversation est liée à une conversation Telegram.
link-choice-end = Ne plus lier
link-ended = C'est fait : les deux conversations ne sont plus liées.
link-ended-telegram = La conversation du site n'est plus liée à celle-ci. Ses dossiers ne seront plus annoncés ici.
link-ended-web = La conversation Telegram n'est plus liée à celle-ci. Ses dossiers ne seront plus annoncés ici.
link-none = Cette conversation n'est liée à aucune autre.
which-ticket = De quel dossier parlez-vous ? Pour un autre, donnez sa référence et son code.
error-already-linked = L'une des deux conversations est déjà liée à une autre. Arrêtez d'abord ce lien.
error-link-unreachable = Telegram ne laisse plus passer mes messages dans cette conversation : elle n'est pas liée. Débloquez-moi là-bas, puis demandez un nouveau code.
command-lier = Continuer sur le site

## Mes données : les voir, les effacer

command-mesdonnees = Voir ce qui est gardé de moi
command-oublier = Effacer ce qui est gardé de moi
my-data-telegram = Ici, sur Telegram : /mesdonnees vous envoie tout ce que je garde de ce chat, /oublier l'efface.
my-data-web = Ici même : « Mes données », dans le menu ou au bas de la page, montre tout ce que je garde, l'enregistre ou l'efface.
own-data-lead-telegram = Voici ce que je garde de ce chat. Tout est dans les fichiers : un à lire, un pour un logiciel (JSON), et vos pièces s'il y en a.
own-data-lead-web = Voici ce que je garde de notre conversation :
own-data-nothing = Je ne garde rien de notre conversation.
own-data-messages = { $count ->
    [one] - { $count } message, effacé { $days } jours après l'avoir reçu
   *[other] - { $count } messages, effacés { $days } jours après les avoir reçus
}
own-data-unfinished = - ce que vous avez commencé et pas encore envoyé
forget-files = { $count ->
    [one] - { $count } fichier qui n'est dans aucun dossier
   *[other] - { $count } fichiers qui ne sont dans aucun dossier
}
own-data-subscription = - votre abonnement aux nouvelles
own-data-link-telegram = - le lien avec la conversation du site
own-data-link-web = - le lien avec votre chat Telegram
own-data-tickets = - vos dossiers : { $references }
own-data-longer = Tant qu'un dossier n'est pas terminé, la conversation est gardée avec lui.
forget-lead = Si vous confirmez, j'efface tout de suite, et pour toujours :
forget-messages = { $count ->
    [one] - notre conversation ({ $count } message)
   *[other] - notre conversation ({ $count } messages)
}
forget-notices = { $count ->
    [one] - { $count } message que je vous ai envoyé de moi-même
   *[other] - { $count } messages que je vous ai envoyés de moi-même
}
forget-opinions = { $count ->
    [one] - votre avis sur { $count } réponse
   *[other] - votre avis sur { $count } réponses
}
forget-stays-telegram = Vos dossiers restent ({ $references }), avec l'adresse de ce chat pour vous répondre : l'administration doit pouvoir les traiter. Pour en retirer un : /suivi, puis « Retirer le dossier ». Pour les faire effacer : écrivez « parler à une personne ».
forget-stays-web = Vos dossiers restent ({ $references }) : l'administration doit pouvoir les traiter. Gardez leur référence et leur code : ils ouvrent la page de suivi (/suivi), où vous pouvez aussi retirer un dossier. Pour les faire effacer : écrivez « parler à une personne ».
forget-stays-counted = { $count ->
    [one] { $count } dossier reste : l'administration doit pouvoir le traiter.
   *[other] { $count } dossiers restent : l'administration doit pouvoir les traiter.
}
forget-sure = J'efface ?
forget-choice-yes = Oui, tout effacer
forget-choice-no = Non, garder
forget-left = D'accord, je n'efface rien.
forget-done = Effacé le { $date } à { $time } (heure du Maroc) :
forget-backups = Dans les copies de sauvegarde, tout aura disparu au plus tard le { $date }.
forget-number = Numéro de ce reçu : { $id }
forget-receipt-title = Reçu d'effacement
forget-receipt-open = Ouvrir le reçu, pour le garder ou l'imprimer
forget-receipt-pdf = Reçu en PDF
own-data-title = Mes données
own-data-save-zip = Tout enregistrer, fichiers compris (zip)
own-data-save-html = Enregistrer une page à lire
own-data-save-json = Enregistrer pour un logiciel (JSON)
own-data-forget = Tout effacer…
own-data-ticket = Enregistrer tout ce dossier :
own-data-page-title = Ce que Jisr garde de cette conversation
own-data-page-conversation = Cette conversation
own-data-page-messages = Nos messages
own-data-page-notices = Ce que Jisr vous a envoyé de lui-même
own-data-page-announcements = Annonces que vous avez reçues
own-data-page-unfinished = Commencé, pas encore envoyé
own-data-page-tickets = Vos dossiers
own-data-page-files = Fichiers qui ne sont dans aucun dossier
own-data-page-opinions = Vos avis sur les réponses
own-data-page-subscription = Votre abonnement aux nouvelles
own-data-page-link = Lien avec la conversation de l'autre canal
own-data-page-you = Vous
own-data-page-jisr = Jisr
own-data-page-ministry = Le ministère
own-data-page-none = Rien.
own-data-field-channel = Canal
own-data-field-address = Numéro de ce chat
own-data-field-language = Langue
own-data-field-begun-at = Commencée le
own-data-field-text = Message
own-data-field-kind = Type
own-data-field-category = Sujet
own-data-field-country = Pays
own-data-field-description = Description
own-data-field-contact = Contact
own-data-field-reference = Référence
own-data-field-code = Code
own-data-field-state = État
own-data-field-opened-at = Ouvert le
own-data-field-consented-at = Accord donné le
own-data-field-consent-text = Texte de l'accord
own-data-field-consent-version = Version de ce texte
own-data-field-rating = Votre note
own-data-field-rating-words = Votre avis
own-data-field-name = Fichier
own-data-field-helpful = La réponse vous a aidé
own-data-field-words = Vos mots
own-data-field-created-at = Depuis le
own-data-field-since = Depuis le
own-data-helpful-true = oui
own-data-helpful-false = non
own-data-channel-web = le site
own-data-channel-telegram = Telegram
## Annonces envoyées à qui les a demandées

announcement-programme = Du nouveau sur un programme
announcement-deadline = Une échéance approche
announcement-law = Du nouveau dans la loi
announcement-source = Source : { $title }
announcement-why = Vous recevez ce message parce que vous avez demandé ces annonces.
announcement-stop = Ne plus recevoir d'annonces
announcement-less-programme = Plus rien sur les programmes
announcement-less-deadline = Plus rien sur les échéances
announcement-less-law = Plus rien sur les lois
announcement-less-topic = Plus rien sur : { $topic }
