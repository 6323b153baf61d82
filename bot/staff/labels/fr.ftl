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

## Événements du dossier

event-ticket-settled = Réponse finale envoyée
event-ticket-reopened = Dossier rouvert
event-ticket-question-sent = Question envoyée au citoyen
event-ticket-wall-opened = Dossier protégé ouvert malgré la restriction
event-ticket-assignee-claimed = Dossier pris en charge
event-ticket-assignee-assigned = Dossier attribué
event-ticket-assignee-taken-over = Dossier repris à un collègue
event-ticket-assignee-released = Dossier rendu à tous
event-ticket-watch-started = Suivi par un collègue
event-ticket-watch-ended = Suivi arrêté
event-ticket-forwarding-sent = Transmis à un autre organisme
event-ticket-forwarding-acknowledged = Reçu par l'organisme
event-ticket-forwarding-chased = Organisme relancé
event-ticket-forwarding-ended = Réponse de l'organisme reçue
event-ticket-link-made = Lié à un autre dossier
event-ticket-link-removed = Lien retiré
event-ticket-merged = Fusionné dans un autre dossier
event-ticket-merge-received = Un autre dossier a été fusionné ici
event-ticket-incident-joined = Ajouté à un incident
event-ticket-incident-left = Retiré d'un incident
event-ticket-note-written = Note interne écrite
event-ticket-priority-changed = Priorité changée
event-ticket-category-changed = Sujet changé
event-ticket-service-changed = Service concerné changé

answer-type-granted = Accordé
answer-type-partly-granted = Accordé en partie
answer-type-refused = Refusé
answer-type-explained = Expliqué
answer-type-forwarded = Transmis
answer-type-not-competent = Hors compétence
answer-type-withdrawn = Retiré par le citoyen
answer-type-duplicate = Doublon
answer-type-unreachable = Citoyen injoignable
answer-type-abuse = Abus
remedy-none = Aucun
remedy-reopen = Réouverture du dossier
remedy-mediator = Médiateur du Royaume
remedy-court = Tribunal
remedy-competent-body = Organisme compétent
priority-normal = Normale
priority-high = Haute
priority-urgent = Urgente
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

error-already-claimed = Le dossier est déjà pris par { $name }.
error-same-hand-again = Un dossier rouvert va à une autre personne que celle qui l'avait terminé.
error-no-such-member = Ce collègue n'existe pas ou ne peut pas recevoir ce dossier.
error-unknown-value = Cette valeur n'existe pas ({ $field }).
error-reason-missing = Il faut une raison.
error-remedy-missing = Un refus doit dire au citoyen à qui s'adresser ensuite.
error-too-late-to-reopen = Le dossier est terminé depuis plus de { $days } jours : il ne peut plus être rouvert.
error-already-forwarded = Le dossier est déjà transmis à : { $body }.
error-not-forwarded = Le dossier n'est transmis à aucun organisme.
error-same-ticket = C'est le même dossier.
error-already-merged = L'un des deux dossiers est déjà fusionné dans un autre.
error-no-such-incident = Cet incident n'existe pas.

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
event-ticket-information-added = Complété par le citoyen
event-ticket-withdrawn = Retiré par le citoyen
event-ticket-rated = Avis du citoyen
event-ticket-reopening-asked = Réouverture demandée par le citoyen
