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

## Connexion

sign-in-title = Connexion
sign-in-username = Nom d'utilisateur
sign-in-password = Mot de passe
sign-in-button = Se connecter

## Refus

error-wrong-credentials = Nom d'utilisateur ou mot de passe incorrect.
error-too-many-attempts = Trop d'essais. Attendez { $seconds } secondes avant de recommencer.
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
queue-states = Filtrer par état
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
queue-empty = Aucun dossier dans cet état.
queue-page = Page { $number } sur { $last }
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
channel-gone = Conversation effacée

replies-title = Réponses envoyées
replies-none = Aucune réponse envoyée.
reply-title = Répondre au citoyen
reply-label = Votre réponse
reply-hint = Le citoyen écrit en { $language }. Répondez dans cette langue si vous le pouvez ; le texte part tel quel.
reply-nowhere = La conversation est effacée : la réponse sera gardée dans le dossier mais ne partira pas.
reply-button = Envoyer la réponse
reply-takes-up = Répondre fait passer le dossier à « { $state } ».
done-reply = La réponse est enregistrée et part vers le citoyen.
done-move = L'état est changé.
delivery-pending = en cours d'envoi
delivery-delivered = reçue par le canal
delivery-failed = non remise
delivery-none = non envoyée

move-title = Changer l'état
move-told = Le citoyen est prévenu du changement.
move-to = Passer à « { $state } »

history-title = Historique
event-ticket-opened = Dossier ouvert
event-ticket-reply-sent = Réponse envoyée
event-ticket-state-changed = { $from } → { $to }
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
account-password-once = Notez-le maintenant : il ne sera plus affiché. Remettez-le à la personne par un moyen sûr ; elle devra le changer à sa première connexion.
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

error-profile-refused = { $field ->
    [name] Le nom est obligatoire et compte au plus 80 caractères.
    [username] Le nom d'utilisateur compte de 2 à 40 caractères, sans espace.
    [email] L'adresse e-mail n'est pas valable.
    [role] Choisissez un rôle.
    [service] Le nom du service compte au plus 80 caractères.
    [hours] Pour chaque jour travaillé, indiquez un début et une fin, le début avant la fin.
    [away_until] La date d'absence n'est pas valable.
   *[other] Un champ n'est pas valable.
}
error-name-taken = Ce nom d'utilisateur est déjà pris : { $username }.
error-no-such-member = Ce compte n'existe pas.
error-last-administrator = C'est le dernier administrateur : nommez-en un autre d'abord.
error-own-account = Vous ne pouvez pas faire cela sur votre propre compte. Demandez à un autre administrateur.

## Personnes : mon compte

my-account-title = Mon compte
back-to-my-account = Retour à mon compte
done-own-profile = Votre fiche est enregistrée.
done-own-password = Votre mot de passe est changé ; vos autres sessions sont fermées.
done-own-session = La session est fermée.
done-own-sessions = Vos autres sessions sont fermées.
done-own-totp-set = Le second facteur est activé ; vos autres sessions sont fermées.
done-own-totp-removed = Le second facteur est désactivé.

password-change = Changer le mot de passe
password-owed = Votre mot de passe est provisoire. Choisissez le vôtre avant de continuer.
password-old = Mot de passe actuel
password-new = Nouveau mot de passe
password-again = Nouveau mot de passe, encore une fois
password-hint = Au moins { $shortest } caractères. Une phrase que vous seul connaissez convient très bien ; tous les caractères sont permis.
error-wrong-password = Le mot de passe actuel n'est pas le bon.
error-password-refused = { $reason ->
    [short] Le nouveau mot de passe est trop court : il faut au moins { $shortest } caractères.
    [long] Le nouveau mot de passe est trop long : { $longest } caractères au plus.
    [name] Le mot de passe ne peut pas être votre nom d'utilisateur.
    [same] Le nouveau mot de passe est le même que l'ancien.
   *[differs] Les deux saisies du nouveau mot de passe diffèrent.
}

sessions-title = Mes sessions
session-unknown = Navigateur inconnu
session-this = cette session
session-since = Ouverte le { $moment }
session-until = Se ferme le { $moment }
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
totp-off-hint = Le second facteur est activé. Pour le désactiver, saisissez le code affiché par votre application.
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
