### La console du personnel, en français. Mêmes clés que ar.ftl (vérifié par un test).

product = Jisr
console = Console des dossiers
skip-to-content = Aller au contenu
sign-out = Se déconnecter
switch-language = العربية
knowledge-faults = { $count ->
    [one] La base de connaissances a un défaut : le bot tourne sans la partie concernée.
   *[other] La base de connaissances a { $count } défauts : le bot tourne sans les parties concernées.
}
rasa-silent = Depuis { $moment }, l’assistant répond sans comprendre les phrases : recherche, urgences et dépôt de réclamation fonctionnent. Prévenez l’équipe technique si cela dure.

## Connexion

sign-in-title = Connexion
sign-in-username = Nom d'utilisateur
sign-in-password = Mot de passe
sign-in-button = Se connecter

## Refus

error-wrong-credentials = Nom d'utilisateur ou mot de passe incorrect.
error-first-password-ran-out = Ce mot de passe provisoire a plus de { $days } jours : il ne sert plus. Demandez-en un autre à un administrateur.
error-too-many-attempts = Trop d'essais. Attendez { $seconds } secondes avant de recommencer.
error-too-many-calls = Trop de demandes en peu de temps. Attendez { $seconds } secondes, puis rechargez la page.
error-not-allowed = Cette action n'est pas permise, ou la page était trop ancienne. Rechargez-la et recommencez.
error-no-such-ticket = Aucun dossier ne porte cette référence.
error-not-found = Cette page n'existe pas.
error-move-refused = Ce changement d'état n'est pas possible : le dossier est maintenant « { $current } ».
error-empty-message = La réponse est vide.
error-message-too-long = La réponse compte { $length } caractères ; le maximum est { $limit }.
error-internal-error = La console a rencontré une erreur ; elle est notée. Rechargez la page avant de recommencer.
refusal-title = Impossible
back-to-queue = Retour aux dossiers

## File des dossiers

queue-title = Dossiers
queue-order = Ordre
queue-all = Tous
order-newest = Plus récents d'abord
order-oldest = Plus anciens d'abord
queue-count =
    { $count ->
        [0] Aucun dossier
        [one] { $count } dossier
       *[other] { $count } dossiers
    }
queue-pages = Pages
page-previous = Précédente
page-next = Suivante
column-reference = Référence
column-kind = Nature
column-category = Sujet
column-country = Pays
column-lang = Langue
column-age = Âge
column-state = État
column-description = Demande

age-minutes = { $count } min
age-hours = { $count } h
age-days = { $count } j

## Un dossier

ticket-title = Dossier { $reference }
ticket-facts = Fiche
ticket-description = Demande
in-arabic-letters = En lettres arabes (rendu automatique)
ticket-opened-at = Ouvert le
ticket-updated-at = Modifié le
ticket-contact = Contact
ticket-contact-none = Aucun : répondre ici
ticket-channel = Canal
ticket-none = –
channel-web = Site web
channel-telegram = Telegram
channel-blocked = Injoignable sur Telegram : le bot est bloqué ou le compte n'existe plus. Une réponse attend 30 jours.
channel-both = Site web et Telegram (conversations liées par la personne)
channel-gone = Conversation effacée

reply-label = Votre réponse
reply-hint = Le citoyen écrit en { $language }. Répondez dans cette langue si vous le pouvez ; le texte part tel quel.
reply-nowhere = La conversation est effacée : la réponse sera gardée dans le dossier mais ne partira pas.
reply-takes-up = Répondre fait passer le dossier à « { $state } ».
done-reply = La réponse est enregistrée et part vers le citoyen.
done-move = L'état est changé.
delivery-pending = pas encore remise
delivery-delivered = reçue par le canal
announced-failed = non remise
delivery-none = non envoyée

move-told = Le citoyen est prévenu du changement.
move-to = Passer à « { $state } »

history-title = Historique
event-ticket-opened = Dossier ouvert
event-ticket-reply-sent = Réponse envoyée
event-ticket-state-changed = { $from } → { $to }
event-ticket-delay-announced = Retard annoncé au citoyen
event-ticket-breach-told = Dépassement de l'objectif annoncé au citoyen, avec le recours au Médiateur
actor-citizen = citoyen
actor-bot = Jisr
actor-former = ancien compte

conversation-title = Conversation avec Jisr
conversation-cut = Seuls les { $count } derniers échanges sont montrés.
conversation-none = La conversation n'est plus conservée.
speaker-citizen = Citoyen
speaker-bot = Jisr
understood-as = Compris : { $intent }, { $percent } %
understood-lang = langue
understood-topic = thème
understood-facet = aspect
understood-degraded = sans Rasa

## Mots du métier

kind-complaint = Réclamation
kind-suggestion = Suggestion
kind-question = Question
state-new = Nouveau
state-open = En cours
state-waiting-citizen = Attente citoyen
state-waiting-third-party = Attente tiers
state-resolved = Résolu
state-closed = Clos
category-consular = Consulat, état civil
category-customs = Douane
category-justice = Justice
category-social-security = Sécurité sociale
category-land-housing = Terrain, logement
category-education = Éducation
category-programmes = Programmes
category-associations = Associations
category-other = Autre
lang-ar = arabe standard
lang-fr = français
lang-ary = darija (lettres arabes)
lang-ary-latn = darija (lettres latines)
intent-ask-programme = question sur un programme
intent-list-programmes = liste des programmes
intent-open-complaint = réclamation
intent-check-complaint = suivi d'un dossier
intent-make-suggestion = suggestion
intent-talk-to-agent = parler à une personne
intent-greet = salutation
intent-goodbye = au revoir
intent-thank = remerciement
intent-affirm = oui
intent-deny = non
intent-help = aide
intent-change-language = changer de langue
intent-my-data = données personnelles
intent-out-of-scope = hors sujet
facet-overview = présentation
facet-eligibility = conditions
facet-documents = documents
facet-procedure = démarche
facet-amount = montant
facet-deadline = délai
facet-contact = contact
facet-status = état du programme

## Événements du dossier

event-ticket-settled = Dossier réglé : { $state }
event-ticket-reopened = Dossier rouvert
event-ticket-question-sent = Question posée au citoyen
event-ticket-wall-opened = Ouvert malgré le cloisonnement
event-ticket-assignee-claimed = Pris par { $to }
event-ticket-assignee-assigned = Attribué à { $to }
event-ticket-assignee-taken-over = Repris par { $to } (avant : { $from })
event-ticket-assignee-released = Rendu à tous (avant : { $from })
event-ticket-watch-started = Surveillance commencée
event-ticket-watch-ended = Surveillance arrêtée
event-ticket-forwarding-sent = Transmis à un autre organisme
event-ticket-forwarding-acknowledged = Reçu par l'organisme
event-ticket-forwarding-chased = Organisme relancé
event-ticket-forwarding-ended = L'organisme a répondu
event-ticket-link-made = Lié au dossier { $other }
event-ticket-link-removed = Délié du dossier { $other }
event-ticket-merged = Fusionné dans le dossier { $into }
event-ticket-merge-received = Le dossier { $from } y a été fusionné
event-ticket-incident-joined = Ajouté à un incident
event-ticket-incident-left = Sorti d'un incident
event-ticket-note-written = Note interne écrite
event-ticket-priority-changed = Priorité : { $from } → { $to }
event-ticket-category-changed = Sujet : { $from } → { $to }
event-ticket-service-changed = Service concerné ou cloisonnement changé

answer-type-granted = demande satisfaite
answer-type-partly-granted = satisfaite en partie
answer-type-refused = refus
answer-type-explained = explication donnée
answer-type-forwarded = transmis à l'organisme compétent
answer-type-not-competent = hors de notre compétence
answer-type-withdrawn = retiré par le citoyen
answer-type-duplicate = doublon
answer-type-unreachable = citoyen injoignable
answer-type-abuse = abus
remedy-none = aucun
remedy-reopen = demander la réouverture
remedy-mediator = le Médiateur du Royaume
remedy-court = le tribunal
remedy-competent-body = l'organisme compétent
priority-normal = normale
priority-high = haute
priority-urgent = urgente
stage-sent = Envoyé
stage-acknowledged = Reçu par l'organisme
stage-chased = Relancé
stage-ended = Terminé
relation-parent = Pour un parent
relation-child = Pour un enfant
relation-spouse = Pour l'époux ou l'épouse
relation-sibling = Pour un frère ou une sœur
relation-relative = Pour un proche
relation-deceased = Pour une personne décédée
relation-other = Pour une autre personne

notice-assigned = Un dossier vous est attribué
notice-taken-over = Un collègue a repris votre dossier
notice-released = Votre dossier a été rendu ou donné à un autre
notice-reopened = Dossier rouvert
notice-settled = Dossier terminé
notice-merged = Dossier fusionné dans un autre
notice-note = Nouvelle note interne
notice-chase-due = Organisme à relancer
notice-forwarding-ended = L'organisme a répondu

error-already-claimed = { $name } a pris ce dossier juste avant vous.
error-same-hand-again = Un dossier rouvert va à une autre personne que celle qui l'avait réglé.
error-no-such-member = Ce compte n'existe pas.
error-unknown-value = Une valeur du formulaire n'existe pas. Choisissez dans la liste.
error-reason-missing = Écrivez un motif.
error-remedy-missing = Un refus doit dire au citoyen vers qui se tourner ensuite.
error-too-late-to-reopen = Ce dossier est réglé depuis plus de { $days } jours : il ne peut plus être rouvert.
error-already-forwarded = Ce dossier est déjà transmis à « { $body } ».
error-not-forwarded = Ce dossier n'est transmis à personne.
error-same-ticket = C'est le même dossier : indiquez-en un autre.
error-already-merged = Ce dossier a déjà été fusionné dans un autre.
error-no-such-incident = Aucun incident ne porte ce numéro.

# Avis au personnel, dans la console et par e-mail

notices-title = Avis
notices-none = Aucun avis.
notices-unseen = { $count ->
    [one] { $count } avis non lu
   *[other] { $count } avis non lus
}
notices-mark = Tout marquer comme lu
notices-urgent = Urgent
notices-new = Nouveau
notice-withdrawn = Un dossier est retiré par son auteur
notice-citizen-wrote = Un citoyen a complété un dossier
notice-breach-near = Un dossier arrive à échéance
notice-breached = L'objectif d'un dossier est dépassé
notice-emergency = Une urgence attend
mail-notice-subject = Jisr : { $what }
mail-notice-body =
    { $what }.

    { $url }

    Cet e-mail est automatique.
## Questions restées sans réponse

unanswered-title = Questions restées sans réponse
unanswered-hint = Les noms, numéros, codes et adresses sont masqués. Dites ce qu'il aurait fallu comprendre : vos réponses servent à améliorer Jisr.
unanswered-export = Exporter les échanges relus (à deux)
unanswered-guessed = thème le plus proche :
unanswered-words = Ce que le citoyen en dit
unanswered-labelled = Relu :
unanswered-none = Aucun échange à relire avec ces filtres.
done-review = C'est noté.
why-not-understood = Pas compris
why-unknown = Sujet inconnu
why-other-language = Autre langue
why-failed = Panne
why-no-source = Aucune source
why-thumbs-down = Jugé inutile
filter-why = Raison
filter-any = Tout
filter-none = –
filter-from = Du
filter-to = Au
filter-reviewed = Relecture
filter-to-do = À relire
filter-done = Déjà relus
filter-button = Filtrer
page-newest = Les plus récents
verdict-right = C'était juste
verdict-wrong = C'était faux
verdict-other-topic = C'est ce thème
verdict-other-intent = C'est cette intention
label-other = Autre thème ou autre intention
label-field-verdict = réponse
label-field-intent = intention
label-field-topic = thème
label-field-facet = aspect
error-no-such-turn = Cet échange n'est plus là ou n'est pas à relire.
error-label-refused = Indiquez une valeur connue : { $field }.

## Réponses qui vieillissent

knowledge-title = Réponses à vérifier
knowledge-hint = Les plus montrées aux citoyens sur les { $days } derniers jours viennent d'abord. Confirmez une réponse après l'avoir comparée à sa source : la date que vous donnez est montrée aux citoyens, votre nom à vos collègues.
knowledge-filter = Filtrer par raison
knowledge-none = Aucune réponse à vérifier ici.
knowledge-shown = { $count ->
    [0] jamais montrée
    [one] montrée { $count } fois
   *[other] montrée { $count } fois
}
knowledge-citizens = Citoyens :
list-comma = ,{ " " }
knowledge-staff = Personnel seulement
knowledge-review-by = à revoir avant le { $day }
knowledge-confirmed = Confirmée au { $day } par
knowledge-confirmed-file = Confirmée au { $day } (fichier)
knowledge-text = Lire la réponse
knowledge-as-of = au { $day }
knowledge-day = Exacte à la date du
knowledge-confirm = Confirmer
done-confirm = La confirmation est enregistrée. Une confirmation plus récente la remplace.
age-any = À vérifier
age-stale = Dépassée
age-undated = Sans date
age-low = Peu sûre
age-confirmed = Confirmées
facet-staff-notes = notes pour le personnel
confidence-high = fiable
confidence-medium = assez fiable
confidence-low = peu fiable
error-no-such-answer = La base n'a pas de réponse sur cet aspect de ce thème.
error-day-refused = Donnez une date valable, qui n'est pas à venir.

## Tableau de bord

dashboard-title = Tableau de bord
dashboard-period = Période
dashboard-days = { $count } derniers jours
dashboard-hint = Les nombres de 1 à 4 sont remplacés par « { $few } » là où une personne pourrait être reconnue ; « … » cache un nombre qui permettrait de les calculer.
tile-mean = Note moyenne
tile-of-five = sur 5
tile-ratings = notes :
tile-alone = Traité par Jisr seul
table-days = Dossiers reçus et réglés, jour par jour
table-ages = Âge des dossiers en cours
table-breaches = Objectifs de délai
table-category = Par sujet
table-country = Par pays
table-lang = Par langue
table-kind = Par nature
table-ratings = Notes des citoyens
table-solved = « Votre problème est-il résolu ? »
table-fallback = Messages restés sans réponse, par langue
by-day = Jour
by-age = Âge
by-breach = Objectif
by-category = Sujet
by-country = Pays
by-lang = Langue
by-kind = Nature
by-rating = Note
by-solved = Réponse
figure-in = Reçus
figure-out = Réglés
figure-tickets = Dossiers
figure-opened = Reçus
figure-open-now = En cours
figure-overdue-now = Hors délai
figure-answers = Réponses
figure-turns = Messages
figure-unanswered = Sans réponse
figure-fallback-rate = Part, %
figure-total = Total
figure-numbers = Les chiffres jour par jour
figure-csv = Télécharger en CSV : { $table }
figure-hidden = Certains nombres sont cachés pour protéger les personnes.
figure-none = Rien à montrer sur cette période.
age-under-7 = moins de 7 jours
age-under-15 = 7 à 15 jours
age-under-30 = 15 à 30 jours
age-under-60 = 30 à 60 jours
age-over-60 = plus de 60 jours
breach-not-acknowledged = En cours, pas pris en charge à temps
breach-not-answered = En cours, réponse en retard
breach-settled-late = Réglés en retard
breach-settled-in-time = Réglés à temps
rating-1 = 1
rating-2 = 2
rating-3 = 3
rating-4 = 4
rating-5 = 5
solved-yes = Oui
solved-no = Non
## Personnes : navigation

nav-label = Rubriques
nav-menu = Menu
nav-queue = Dossiers
nav-shift-sheet = Feuille de service
nav-workload = Charge
nav-dashboard = Tableau de bord
nav-unanswered = Sans réponse
nav-knowledge = Connaissances
nav-accounts = Comptes
nav-my-account = Mon compte
save = Enregistrer

## Personnes : connexion

sign-in-code-title = Code de vérification
sign-in-code-hint = Ouvrez votre application d'authentification et saisissez le code à six chiffres affiché pour Jisr.
sign-in-code-lost = Appareil perdu ? Un administrateur peut réinitialiser votre second facteur.
sign-in-code-back = Revenir au mot de passe
error-wrong-code = Ce code n'est pas valable, ou il a déjà servi. Attendez le code suivant et recommencez.

## Personnes : comptes

accounts-title = Comptes
account-new = Nouveau compte
account-create = Créer le compte
account-new-hint = Un mot de passe provisoire sera affiché une seule fois. La personne devra le changer à sa première connexion.
account-title = Compte de { $name }
account-fields = Fiche
account-access = Accès
account-state = Compte
account-open = Actif
account-closed = Désactivé
account-away = Absent jusqu'au { $day }
account-own-hint = C'est votre propre compte : votre mot de passe, votre second facteur et vos sessions se gèrent sur la page « Mon compte ».
account-must-change = Le mot de passe provisoire n'a pas encore été changé.
account-reset-password = Réinitialiser le mot de passe
account-reset-password-hint = Un nouveau mot de passe provisoire s'affiche une seule fois ; les sessions ouvertes se ferment.
account-reset-totp = Réinitialiser le second facteur
account-reset-totp-hint = Pour une personne qui a perdu son appareil. Vérifiez d'abord son identité.
account-end-sessions = Fermer toutes les sessions
account-end-sessions-hint = La personne devra se reconnecter sur chaque appareil.
account-deactivate = Désactiver le compte
account-deactivate-hint = La personne est déconnectée aussitôt et ne peut plus entrer. Ses dossiers restent à son nom.
account-activate = Réactiver le compte
account-activate-hint = La personne pourra se connecter avec son mot de passe.
account-password-title = Mot de passe provisoire
account-password-once = Notez-le maintenant : il ne sera plus affiché. Remettez-le à la personne par un moyen sûr ; elle a { $days } jours pour se connecter et choisir le sien.
back-to-accounts = Retour aux comptes
done-account-edited = Le compte est enregistré.
done-account-deactivated = Le compte est désactivé et ses sessions sont fermées.
done-account-activated = Le compte est de nouveau actif.
done-account-totp-reset = Le second facteur est retiré.
done-account-sessions-ended = Toutes les sessions de cette personne sont fermées.

field-name = Nom
field-email = Adresse e-mail
field-email-hint = Pour les avis envoyés au personnel. Facultatif.
field-username-hint = Sans espace ; il ne change plus ensuite.
field-role = Rôle
field-service = Service
field-service-hint = Par exemple un consulat. Un dossier protégé qui vise ce service n'est pas montré à cette personne.
field-languages = Langues de réponse
field-hours = Horaires de travail
field-hours-hint = Heure de Rabat. Laissez vides les jours non travaillés.
field-hours-from = { $day }, début
field-hours-to = { $day }, fin
field-away-until = Absent jusqu'au (inclus)
field-away-until-hint = Laissez vide en cas de présence.
role-agent = Agent
role-supervisor = Superviseur
role-admin = Administrateur
role-agent-may = traite les dossiers
role-supervisor-may = répartit aussi le travail et suit les délais
role-admin-may = gère aussi les comptes
role-own = Vous ne pouvez pas changer votre propre rôle.
short-lang-ar = arabe
short-lang-fr = français
short-lang-ary = darija ع
short-lang-ary-latn = darija 3

error-profile-refused-name = Le nom est obligatoire et compte au plus 80 caractères.
error-profile-refused-username = Le nom d'utilisateur compte de 2 à 40 caractères, sans espace.
error-profile-refused-email = L'adresse e-mail n'est pas valable.
error-profile-refused-role = Choisissez un rôle.
error-profile-refused-service = Le nom du service compte au plus 80 caractères.
error-profile-refused-hours = Pour chaque jour travaillé, indiquez un début et une fin, le début avant la fin.
error-profile-refused-away-until = La date d'absence n'est pas valable.
error-name-taken = Ce nom d'utilisateur est déjà pris : { $username }.
error-last-administrator = C'est le dernier administrateur : nommez-en un autre d'abord.
error-own-account = Vous ne pouvez pas faire cela sur votre propre compte. Demandez à un autre administrateur.

## Personnes : mon compte

my-account-title = Mon compte
back-to-my-account = Retour à mon compte
done-own-profile = Votre fiche est enregistrée.
done-own-email = Votre adresse e-mail est enregistrée.
done-own-password = Votre mot de passe est changé ; vos autres sessions sont fermées.
done-own-session = La session est fermée.
done-own-sessions = Vos autres sessions sont fermées.
done-own-totp-set = Le second facteur est activé ; vos autres sessions sont fermées.
done-own-totp-removed = Le second facteur est désactivé.

email-change = Changer l'adresse e-mail
email-add = Ajouter une adresse

password-change = Changer le mot de passe
password-owed = Votre mot de passe est provisoire. Choisissez le vôtre avant de continuer.
password-own = Votre mot de passe actuel
password-new = Nouveau mot de passe
password-again = Nouveau mot de passe, encore une fois
password-hint = Au moins { $shortest } caractères. Une phrase que vous seul connaissez convient très bien ; tous les caractères sont permis.
error-wrong-password = Le mot de passe actuel n'est pas le bon.
error-password-refused-short = Le nouveau mot de passe est trop court : il faut au moins { $shortest } caractères.
error-password-refused-long = Le nouveau mot de passe est trop long : { $longest } caractères au plus.
error-password-refused-name = Le mot de passe ne peut pas être votre nom d'utilisateur.
error-password-refused-same = Le nouveau mot de passe est le même que l'ancien.
error-password-refused-leaked = Ce mot de passe figure parmi ceux qui ont été volés sur d'autres sites, que les pirates essaient en premier. Choisissez-en un autre : une phrase que vous seul connaissez.
error-password-refused-guessable = Ce mot de passe se devine trop vite : il est courant, ou fait de votre nom ou de mots du service. Choisissez une phrase plus longue que vous seul connaissez.
error-password-refused-differs = Les deux saisies du nouveau mot de passe diffèrent.

sessions-title = Mes sessions
session-unknown = Navigateur inconnu
session-this = cette session
session-since = Ouverte le { $moment }
session-until = Se ferme le { $moment }
sessions-hint = Pour fermer une session, saisissez d'abord votre mot de passe.
session-end = Fermer
sessions-end-others = Fermer toutes les autres

totp-title = Second facteur
totp-on = activé
totp-off = non activé
totp-set-up = Configurer
totp-turn-on = Activer
totp-turn-off = Désactiver
totp-code = Code à six chiffres
totp-owed = Votre rôle demande un second facteur. Configurez-le avant de continuer.
totp-required = Le second facteur est activé. Votre rôle le demande : il ne peut pas être désactivé.
totp-off-hint = Le second facteur est activé. Pour le désactiver, saisissez votre mot de passe et le code affiché par votre application.
totp-step-install = Installez une application d'authentification sur votre téléphone (Aegis, FreeOTP, Google Authenticator ou une autre).
totp-step-scan = Avec elle, scannez ce code QR.
totp-step-code = Saisissez le code à six chiffres qu'elle affiche
totp-qr = Code QR à scanner avec l'application d'authentification
totp-by-hand = Saisir la clé à la main
error-second-factor-required = Votre rôle demande un second facteur : il ne peut pas être désactivé.

## Personnes : charge

workload-title = Charge de travail
workload-hint = Le nom mène aux dossiers de la personne.
load-member = Personne
load-open = Ouverts
load-due-soon = Échéance proche
load-overdue = En retard
load-waiting = En attente
load-settled = Réglés en { $days } jours
load-presence = Présence
load-present = présent
load-unassigned = Non attribués
## Événements du dossier

## Files, recherche, vues

queues-label = Files
queue-mine = Les miens
queue-unassigned = Non attribués
queue-due-soon = Bientôt dus
queue-overdue = En retard
queue-waiting = Attente citoyen
queue-forwarded = Transmis
queue-nothing = Aucun dossier ici.
queue-many = Plus de { $count } dossiers
order-target = Échéance d'abord
page-first = Début
assignee-none = non attribué
assignee-me = moi
column-assignee = Chargé du dossier
column-priority = Priorité
standing-on-time = Dans les délais
standing-due-soon = Bientôt dû
standing-overdue = Pas pris en charge à temps
standing-breached = En retard
standing-stopped = Délai arrêté
standing-settled = Terminé
standing-target = Objectif : { $moment }

search-label = Chercher dans tous les dossiers (touche /)
search-placeholder = Référence, mots, personne
search-button = Chercher
filters-title = Filtres
filters-set =
    { $count ->
        [one] { $count } actif
       *[other] { $count } actifs
    }
filter-since = Ouvert depuis le
filter-until = Ouvert jusqu'au
filter-apply = Filtrer
filter-clear = Effacer recherche et filtres

views-title = Vues enregistrées
views-manage = Gérer
views-none = Vous n'avez pas encore de vue. Ouvrez une file, choisissez des filtres, puis enregistrez la vue.
view-name = Nom de la vue
view-save = Enregistrer cette vue
view-rename = Renommer
view-delete = Supprimer
view-delete-named = Supprimer la vue { $name }
view-renamed = La vue est renommée.
view-deleted = La vue est supprimée.
error-no-such-view = Cette vue n'existe pas.
error-view-name-refused = Il faut un nom de { $limit } caractères au plus.
error-too-many-views = Vous avez déjà { $limit } vues. Supprimez-en une d'abord.

## Feuille de service

sheet-title = Feuille de service
sheet-whose = De qui
sheet-mine = Mes dossiers
sheet-everyone = Tout le bureau
sheet-nothing = Rien.
sheet-more = Seuls les { $count } premiers sont ici ; voyez la file pour les autres.
group-urgent-unassigned = Urgents, non attribués
group-breached = En retard
group-due-today = À traiter dans les 24 heures
group-waiting-citizen = En attente du citoyen
group-waiting-others = En attente d'un autre organisme

## Jours fermés

nav-closed-days = Jours fermés
closed-days-title = Jours fermés
closed-days-hint = Les échéances ne tombent jamais un jour fermé. Les fêtes religieuses sont estimées : ajoutez le jour annoncé dès qu'il est connu. Un changement compte pour les échéances fixées ensuite.
closed-days-none = Aucun jour connu pour ce pays.
closed-days-other = Autre pays
closed-days-show = Afficher
closed-day-day = Jour
closed-day-name = Nom
closed-day-source = Origine
closed-day-public = Jour férié
closed-day-entered = Ajouté
closed-day-new = Ajouter un jour fermé : { $country }
closed-day-add = Ajouter
closed-day-remove = Retirer
closed-day-remove-named = Retirer le { $day }
closed-day-added = Le jour est ajouté.
closed-day-removed = Le jour est retiré.
error-closed-day-refused =
    { $field ->
        [country] Ce pays n'existe pas.
        [day] Choisissez un jour entre aujourd'hui et dans un an.
       *[other] Il faut un nom de 80 caractères au plus.
    }
## Pièces jointes

attachments-title = { $count ->
    [one] Une pièce jointe
   *[other] { $count } pièces jointes
}
attachments-hint = Les images sont redessinées et les PDF réécrits, sans données cachées. Un message vocal est gardé tel quel.
attachment-image = Image : { $name }
attachment-voice = Message vocal
attachment-size = { $kilobytes } Ko
event-attachment-opened = Pièce jointe ouverte
event-ticket-file-received = Fichier reçu du citoyen
event-ticket-information-added = Information ajoutée
event-ticket-withdrawn = Retiré par le citoyen
event-ticket-rated = Noté par le citoyen
event-ticket-reopening-asked = Réouverture demandée par le citoyen

## La page d'un dossier

close = Fermer
choose = Choisir…
priority = Priorité
service = Service concerné
reason = Motif
relation = Pour qui

error-ticket-changed = Le dossier a changé depuis que vous avez ouvert cette page. Rien n'a été fait ; votre saisie est gardée. Relisez, puis recommencez si c'est encore utile.
error-second-look = Relisez avant d'envoyer.
missed-title = Ce qui a changé :
session-ended-kept = Votre session a pris fin. Ce que vous avez écrit est gardé : connectez-vous pour le retrouver.
draft-kept = Voici ce que vous aviez écrit. Rien n'a été envoyé : relisez, puis envoyez.
held-by = { $name } s'occupe de ce dossier. Parlez-lui avant de répondre, ou reprenez le dossier.
open-walled-hint = S'il s'agit d'un dossier sur votre propre service, il vous est caché. Vous pouvez l'ouvrir quand même : votre nom et l'heure seront notés dans son historique, et les responsables des autres services en sont avertis.
open-walled-button = Ouvrir quand même

stream-title = Messages et notes
stream-none = Rien n'a encore été écrit sur ce dossier.
entry-staff-reply = Réponse
entry-staff-question = Question au citoyen
entry-staff-closing = Réponse finale
entry-staff-information = Information
entry-staff-reopening = Réouverture
entry-staff-note = Note interne
entry-citizen-reply = Réponse du citoyen
entry-citizen-question = Question du citoyen
entry-citizen-closing = Retrait
entry-citizen-information = Information du citoyen
entry-citizen-reopening = Demande de réouverture
seen-by-staff = Visible du personnel seulement
seen-by-citizen = Visible du citoyen

composer-title = Écrire
composer-mode = Pour qui écrivez-vous ?
composer-send = Envoyer
mode-reply = Répondre
mode-question = Poser une question
mode-note = Note interne
note-hint = Une note n'est lue que par le personnel.
question-hint = Le dossier passe à « { $state } » et son délai s'arrête jusqu'à la réponse.
canned-label = Réponse préparée
canned-choose = Aucune
canned-in = En
canned-insert = Insérer
canned-acknowledgement = Accusé de réception
canned-send-document = Envoyer un document
canned-more-details = Demander une précision
canned-still-waiting-for-you = Rappel : nous attendons votre réponse
canned-forwarded = Transmis à un autre organisme
canned-body-chased = Organisme relancé
canned-more-time = Besoin de plus de temps
canned-appointment = Rendez-vous
canned-condolences = Condoléances
canned-not-competent = Pas compétents
canned-before-a-court = Affaire devant la justice
canned-solved = C'est réglé
canned-thanks-for-the-suggestion = Merci pour la proposition
doubt-language = Ce texte semble écrit en { $written }, alors que le citoyen écrit en { $citizen }.
doubt-gaps =
    { $count ->
        [one] Il reste un passage à compléter : […].
       *[other] Il reste { $count } passages à compléter : […].
    }
send-anyway = Envoyer quand même
lang-en = anglais
lang-es = espagnol
lang-nl = néerlandais
lang-de = allemand
lang-it = italien
lang-tamazight = tamazight

understood-answer = Répond à la question :
understood-open = question restée ouverte :
asks-consent = accord
consent-given = Accord donné le
consent-version = texte version { $version }
consent-unknown = texte non relevé à l'époque
consent-first-shown = Texte montré pour la première fois le
asks-category = sujet
asks-country = pays
asks-description = description
asks-contact = contact
asks-confirmation = confirmation
asks-ticket-information = information pour le dossier
asks-reopen-reason = motif de la réouverture

handling-title = Suivi
holder-me = Vous vous en occupez.
holder = Suivi par
holder-nobody = Personne ne s'en occupe encore.
claim = Je m'en occupe
release = Rendre
watch = Surveiller
unwatch = Ne plus surveiller
watched-by = Surveillé par
take-over = Reprendre le dossier
take-over-notice = { $name } n'aura plus ce dossier et en sera averti.
take-over-confirm = Oui, je le reprends
assign-title = Attribuer à quelqu'un
assign-to = Collègue
assign-button = Attribuer
assign-nobody = Personne de disponible ne parle cette langue.
candidate-load =
    { $count ->
        [0] aucun dossier
        [one] { $count } dossier
       *[other] { $count } dossiers
    }
candidate-off = hors service

clock-title = État et délais
clock-acknowledge = Prise en charge
clock-answer = Réponse
clock-met = faite le
clock-stopped = délai arrêté depuis le
clock-settled = Réglé le
target-left =
    { $count ->
        [one] reste { $count } jour
       *[other] reste { $count } jours
    }
target-today = aujourd'hui
target-over =
    { $count ->
        [one] dépassé de { $count } jour
       *[other] dépassé de { $count } jours
    }
target-over-today = dépassé aujourd'hui
rated = Note du citoyen : { $rating } sur 5

settle-title = Régler le dossier
settle-state = Comment ?
settle-as-resolved = Résoudre (le citoyen dira si c'est réglé)
settle-as-closed = Clore
settle-answer-type = Type de réponse
settle-reason = Motif, lu par le citoyen
settle-remedy = Recours suivant :
settle-hint = Le motif part tel quel. Le citoyen écrit en { $language }.
settle-button = Régler
reopen-title = Rouvrir le dossier
reopen-hint = Il ira à une autre personne que celle qui l'a réglé.
reopen-button = Rouvrir

sort-title = Classer
walled = cloisonné
wall-label = Cacher ce dossier au personnel de ce service
wall-hint = Par exemple un consulat. Choisissez un nom proposé : sous un autre nom, rien n'est caché. Qui y travaille ne verra plus le dossier ; l'ouvrir demande un superviseur et laisse une trace.

forwarding-title = Autres organismes
forwarding-none = Ce dossier n'a pas été transmis.
forwarding-sent-at = Transmis le
forwarding-acknowledged-at = reçu le
forwarding-ended-at = répondu le
forwarding-chase-by = relance :
forwarding-chases =
    { $count ->
        [one] { $count } relance
       *[other] { $count } relances
    }
forwarding-their-reference = Leur référence (facultatif)
forwarding-acknowledged = Ils l'ont reçu
forwarding-chase = Relancé
forwarding-end = Ils ont répondu
forward-title = Transmettre
forward-body = Organisme
forward-note = Note pour le personnel (facultatif)
forward-hint = Le citoyen est prévenu ; le dossier passe à « { $state } ».
forward-button = Transmettre

links-title = Dossiers liés
others-title = Autres demandes de la même personne
alike = ressemblance { $percent } %
link = Lier
unlink = Délier
link-title = Lier ou fusionner
merge = Fusionner
merge-into = Fusionner dans
merge-reason = Motif (note interne)
merge-hint = Ce dossier est clos comme doublon ; l'autre continue.
incident-title = Incident
incident-leave = Sortir de l'incident
incident-number = Numéro d'un incident existant
incident-new = ou titre d'un nouvel incident

history-all = Plus ancien ({ $count } en tout)

done-question = La question part vers le citoyen ; le délai est arrêté.
done-note = La note est écrite. Le citoyen ne la voit pas.
done-claim = Ce dossier est à vous.
done-take-over = Vous avez repris le dossier ; l'autre personne est avertie.
done-assign = Le dossier est attribué.
done-release = Le dossier est rendu à tous.
done-watch = C'est noté.
done-sort = Le classement est enregistré.
done-wall = C'est enregistré.
done-settle = Le dossier est réglé ; le citoyen est prévenu.
done-reopen = Le dossier est rouvert.
done-forward = Le dossier est transmis ; le citoyen est prévenu.
done-forwarding = C'est noté.
done-link = C'est noté.
done-merge = Le dossier est fusionné ; le citoyen est prévenu.
done-merge-of-two-people = Le dossier est fusionné. Attention : les deux dossiers ne semblent pas être de la même personne ; ce qui sera dit sur l'autre n'arrivera pas à ce citoyen.
done-incident = C'est noté.

incident-page = Incident n° { $number }
incident-tickets = Dossiers de l'incident
incident-answer = Répondre à tous
incident-answer-hint = Chaque citoyen reçoit le texte de sa langue, dans son propre dossier. Sans texte dans sa langue, un dossier est laissé de côté. Les dossiers réglés ne reçoivent rien. Entre parenthèses : combien attendent dans cette langue.
incident-answer-ary = Envoyer la darija en lettres arabes à qui écrit en lettres latines, faute de texte
incident-answer-settle = Résoudre aussi les dossiers avec ce type de réponse
incident-answer-no = Non, répondre seulement
incident-answered =
    { $count ->
        [0] Aucun dossier n'a reçu de réponse.
        [one] La réponse part vers { $count } citoyen.
       *[other] La réponse part vers { $count } citoyens.
    }
incident-skipped =
    { $count ->
        [one] { $count } dossier laissé de côté, faute de texte dans sa langue.
       *[other] { $count } dossiers laissés de côté, faute de texte dans leur langue.
    }
incident-none = Aucun dossier visible.

keys-title = Raccourcis clavier
keys-hint = Ils marchent partout sauf dans un champ de saisie, où seul Ctrl+Entrée agit. Tout se fait aussi sans eux.
keys-queue = Dans une liste de dossiers
keys-ticket = Dans un dossier
key-r = répondre
key-q = poser une question au citoyen
key-n = écrire une note interne
key-send = envoyer ce que vous écrivez
key-c = s'occuper du dossier
key-j = dossier suivant
key-k = dossier précédent
key-search = chercher
key-help = cette aide
## Événements du dossier
citizen-solved-yes = Le citoyen dit que c'est réglé.
citizen-solved-no = Le citoyen dit que ce n'est pas réglé.
queue-page = Page { $number } sur { $last }
paper-receipt = Récépissé (PDF)
paper-dossier = Dossier complet (PDF)

## Annonces

nav-news = Annonces
news-title = Annonces
news-hint = Envoyées sur Telegram à qui a demandé de telles nouvelles, hors de leurs heures de silence. Jamais ailleurs.
news-none = Aucune annonce pour l'instant.
news-new = Nouvelle annonce
news-back = Retour aux annonces
news-number = Annonce { $number }
news-text = Annonce
news-kind = Nature
news-kind-programme = Programme
news-kind-deadline = Échéance
news-kind-law = Loi
news-topic = Programme concerné
news-everybody = Tous
news-everywhere = Tous
news-texts = Textes
news-texts-hint = Le français ou l'arabe est obligatoire. Un texte laissé vide est remplacé par celui que ses lecteurs comprennent le mieux ; l'aperçu dit lequel. Jisr ne traduit pas.
news-source = Source
news-source-hint = Rien ne part sans source : un titre, et une adresse ou la référence d'un document.
news-source-title = Titre de la source
news-source-url = Adresse (https://…)
news-source-document = Document (numéro et date du Bulletin officiel, par exemple)
news-save = Enregistrer et voir l'aperçu
news-write = Rédiger
news-about = Fiche
news-author = Rédigée par
news-editor = Modifiée par
news-releaser = Envoi décidé par
news-send-at = Envoi
news-preview = Aperçu
news-preview-hint = Tel que Telegram le montre. Le premier bouton arrête tout, d'un seul geste.
news-no-text = Aucun texte encore.
news-instead = Aucun texte ici : ces lecteurs reçoivent celui-ci ({ $variety }).
news-release = Faire partir
news-reach = À qui elle parviendrait maintenant
news-reads = Langue du texte
news-people = Personnes
news-read = J'ai relu tous les textes et vérifié la source.
news-day = Jour
news-time = Heure
news-time-hint = Heure de Casablanca. Chacun la reçoit ensuite hors de ses heures de silence, chez lui.
news-schedule = Programmer
news-send-now = Envoyer maintenant
news-own = Vous l'avez rédigée ou modifiée en dernier : une autre personne doit la relire et la faire partir.
news-for-supervisors = Un superviseur la relit et la fait partir.
news-stop = Arrêter
news-take-back = Reprendre en brouillon
news-cancel = Annuler l'annonce
news-cancel-hint = Ce qui est parti reste chez ses destinataires ; le reste ne part plus.
news-figures = Distribution
news-figures-hint = « Incertain » : Telegram n'a pas confirmé. Rien n'est envoyé une seconde fois.
news-state-draft = Brouillon
news-state-scheduled = Programmée
news-state-sending = En cours d'envoi
news-state-sent = Envoyée
news-state-cancelled = Annulée
news-created = Le brouillon est enregistré.
news-edited = Les changements sont enregistrés.
news-released = L'annonce partira à l'heure dite.
news-taken-back = L'annonce est de nouveau un brouillon.
news-cancelled = L'annonce est annulée.
announced-pending = En attente
announced-delivered = Remise
announced-failed-blocked = Échec : a bloqué le bot
announced-failed-gone = Échec : conversation disparue
announced-failed-refused = Échec : refusée par Telegram
announced-uncertain-interrupted = Incertain : interrompu en cours d'envoi
announced-uncertain-no-answer = Incertain : Telegram n'a pas répondu
announced-stopped-unsubscribed = Arrêtée : n'en voulait plus
announced-stopped-blocked = Arrêtée : a bloqué le bot
announced-stopped-cancelled = Arrêtée : annonce annulée
error-no-such-announcement = Aucune annonce ne porte ce numéro.
error-announcement-changed = Quelqu'un a modifié cette annonce entre-temps. Rien n'a été fait : relisez-la.
error-announcement-moved = Ce n'est plus possible : l'annonce est maintenant « { $current } ».
error-own-announcement = Qui a rédigé ou modifié une annonce ne la fait pas partir : une autre personne doit la relire.
error-announcement-refused-kind = Choisissez la nature de l'annonce.
error-announcement-refused-topic = Ce programme n'existe pas.
error-announcement-refused-country = Ce pays n'existe pas.
error-announcement-refused-text = Un texte est trop long : 3 000 caractères au plus, pour tenir en un message. Le reste se lit à la source.
error-announcement-refused-texts = Il manque un texte en français ou en arabe.
error-announcement-refused-title = Le titre de la source est trop long.
error-announcement-refused-url = L'adresse de la source n'en est pas une : elle commence par https://.
error-announcement-refused-document = La référence du document est trop longue.
error-announcement-refused-source = Il manque la source : un titre, et une adresse ou un document.
error-announcement-refused-read = Cochez que vous avez relu les textes et vérifié la source.
error-announcement-refused-moment = Choisissez un jour et une heure à venir, dans l'année.

## Durées de conservation

nav-retention = Conservation
retention-title = Durées de conservation
retention-hint = Ce qui est gardé, combien de temps et pourquoi. La suppression passe une fois par jour. Un dossier ouvert ou caché à son service n'est jamais touché.
retention-policy = Règles
retention-class = Données
retention-term = Durée
retention-fate = Ensuite
retention-due = À traiter aujourd'hui
retention-kept = Gardé sans limite
retention-run-now = Traiter maintenant
retention-run-hint = Ce qui est compté ci-dessus sera supprimé ou anonymisé. C'est définitif, et noté avec votre nom.
retention-asked = C'est demandé. La suppression commence dans la minute ; le résultat s'affiche plus bas.
retention-runs = Derniers passages
retention-none = Aucun passage pour l'instant.
retention-when = Début
retention-by = Par
retention-did = Traité
retention-count = { $what } : { $count }
retention-nothing = Rien à traiter
retention-dry = Comptage seul
retention-actor-bot = Automatique
retention-actor-operator = Exploitant (ligne de commande)
retention-state-asked = Demandé
retention-state-running = En cours
retention-state-done = Terminé
retention-state-failed = Interrompu
term-at-once = Aussitôt
term-hours = { $count } h
term-days = { $count ->
    [one] 1 jour
   *[other] { $count } jours
}
term-years = { $count ->
    [one] 1 an
   *[other] { $count } ans
}
data-fate-deleted = Supprimé
data-fate-emptied = Vidé
data-fate-anonymised = Anonymisé
data-class-turns = Échanges avec l'assistant
data-why-turns = Gardés pour améliorer le service, aussi longtemps qu'il est dit au citoyen. Ceux d'un dossier ouvert restent jusqu'à sa fin.
data-class-unfinished = Formulaires inachevés
data-why-unfinished = Le citoyen peut reprendre là où il s'est arrêté, pendant la durée des échanges.
data-class-reviews = Échanges relus, masqués
data-why-reviews = Ils servent à mesurer et à améliorer la compréhension.
data-class-waiting-files = Pièces envoyées sans dossier
data-why-waiting-files = Le temps de finir le formulaire.
data-class-files = Pièces des dossiers terminés
data-why-files = Passeports, actes, relevés : ce qu'il y a de plus sensible, et qui ne sert plus une fois le dossier terminé et le délai de recours passé.
data-class-tickets = Dossiers terminés
data-why-tickets = Preuve de la réponse donnée. Ensuite restent le type, le pays, les délais et la note ; le texte, le contact, les messages et les notes disparaissent.
data-class-outbox = Messages envoyés aux citoyens
data-why-outbox = Copie du message, le temps qu'il arrive. Un message que personne n'est venu lire attend.
data-class-mail = Courriels
data-why-mail = Une adresse et un lien, le temps de l'envoi et des questions qui suivent.
data-class-telegram-inbox = Boîte d'arrivée Telegram
data-why-telegram-inbox = Pour ne perdre aucun message et n'en traiter aucun deux fois.
data-class-subscriptions = Abonnements arrêtés
data-why-subscriptions = Le temps de changer d'avis sans tout régler à nouveau.
data-class-deliveries = Qui a reçu quelle annonce
data-why-deliveries = Pour répondre à qui dit ne rien avoir reçu. Ensuite restent les nombres.
data-class-links = Liens entre deux appareils et leurs codes
data-why-links = Le temps de comprendre un lien contesté.
data-class-staff-sessions = Sessions du personnel
data-why-staff-sessions = Elles ne servent plus une fois finies.
data-class-notices = Avis au personnel
data-why-notices = Le temps de retrouver ce qui a été signalé.
data-class-conversations = Conversations abandonnées
data-why-conversations = Une adresse et une langue, pour reconnaître qui revient. Rien d'autre n'en dépend.
data-kept-proof = Journal d'audit, ses sceaux et les passages de la suppression : la preuve de ce qui a été fait, sans texte de citoyen.
data-kept-published = Annonces, jours fermés et réponses confirmées : publiés, ou sans personne.
data-kept-account = Comptes du personnel et leurs vues : tant que la personne existe pour l'audit. Un compte fermé garde son nom.
data-kept-figures = Numéros, liens, suivis et incidents des dossiers : ils ne disent rien d'une personne une fois le dossier anonymisé.
data-kept-technical = Clés et verrous du programme.
event-ticket-anonymised = Anonymisé : la durée de conservation est passée
ticket-anonymised = Ce dossier est anonymisé depuis le { $moment } : il n'en reste que les chiffres.

## Ce qui sort ou se démasque : deux personnes

nav-releases = Sorties
releases-title = Sorties de données
releases-hint = Un export, ou le texte d'origine d'un échange masqué : une personne demande et dit pourquoi, une autre décide. Chaque accord vaut une fois et expire. Tout est inscrit au journal d'audit.
releases-back = Retour aux sorties
releases-waiting = En attente de votre décision
releases-none-waiting = Rien n'attend votre décision.
releases-before = Vos demandes et les demandes traitées
releases-none = Aucune demande.
release-new = Nouvelle demande
release-number = Demande { $number }
release-what = Objet
release-what-leaves = Ce qui sortirait
release-period = Période
release-days = { $first } – { $last }
release-rows = Lignes
release-rows-now = { $asked } à la demande, { $now } maintenant
release-asked-by = Demandé par
release-decided-by = Décidé par
release-used-at = Utilisé le
release-until = Valable jusqu'au
release-reason = Motif
release-reason-hint = À quoi cela sert, et où le fichier sera gardé. Ni nom ni coordonnées d'un citoyen.
release-period-hint = Des jours entiers et passés, { $count } lignes au plus : ce qui est accordé est exactement ce qui sort.
release-ask = Demander
release-ask-original = Demander le texte d'origine
release-original-hint = Le texte affiché est masqué. Une autre personne doit accepter que vous lisiez l'original, une fois.
release-original-once = Cet accord est maintenant utilisé : ce texte ne s'affichera plus. Ne le copiez pas ailleurs.
release-kind-transcripts = Échanges masqués, sans identifiant
release-kind-reviews = Échanges relus et masqués, pour l'évaluation
release-kind-original = Texte d'origine d'un échange
release-state-asked = En attente
release-state-approved = Accordée
release-state-refused = Refusée
release-state-used = Utilisée
release-state-expired = Expirée
release-own = Une autre personne, chef d'équipe ou administrateur, doit décider. Vous recevrez un avis.
release-take = C'est accordé
release-take-hint = Une seule fois : ensuite, il faut demander à nouveau.
release-download = Télécharger le fichier
release-see = Lire le texte d'origine
release-decide = Votre décision
release-decide-hint = Vous répondez de cet accord. En cas de doute, refusez et dites ce qui manque.
release-approve = Accorder
release-refuse = Refuser
release-refusal = Motif du refus
release-sample = Aperçu
release-sample-hint = Les premières lignes, masquées comme elles sortiraient. Le texte d'origine n'apparaît jamais ici.
release-sample-none = Il n'y a plus rien à montrer.
release-done-asked = La demande est envoyée à qui peut décider.
release-done-approved = C'est accordé. Le demandeur reçoit un avis.
release-done-refused = C'est refusé. Le demandeur reçoit un avis.
notice-wall-opened = Un chef d'équipe a ouvert un dossier cloisonné sur son propre service
notice-release-asked = Une sortie de données attend votre décision
notice-release-decided = Votre demande de sortie est traitée
error-no-such-release = Cette demande n'existe pas, ou ce qu'elle vise n'est plus gardé.
error-own-release = Qui demande ne décide pas : une autre personne doit le faire.
error-release-moved = Ce n'est plus possible : cette demande est maintenant « { $current } ».
error-release-refused-kind = Choisissez ce que vous demandez.
error-release-refused-period = Choisissez un premier et un dernier jour, tous deux passés.
error-release-refused-reason = Le motif est trop long.
error-release-refused-nothing = Il n'y a rien à sortir : aucun échange ne correspond, ou il s'agit d'un dossier cloisonné.
error-release-refused-too-much = C'est trop à la fois : réduisez la période.
