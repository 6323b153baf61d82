"""The application's named errors: a code plus fields, worded at the edge in the reader's language.

JisrError
├── BadInput                  the sender can mend it (HTTP 4xx)
│   ├── MalformedRequest
│   ├── EmptyMessage
│   ├── MessageTooLong
│   ├── UnknownConversation
│   ├── UnknownChoice
│   ├── ConversationBusy
│   ├── TicketNotFound
│   ├── TooManyTries
│   ├── TooManyRequests
│   ├── TicketSettled
│   ├── TicketUnderWay
│   ├── NoLongerReopened
│   ├── ContinuationRefused
│   ├── AlreadyLinked
│   ├── LinkUnreachable
│   ├── StaleForm
│   ├── UnknownTurn
│   ├── TooLateToCorrect
│   ├── FileTooLarge, ImageTooLarge, TooManyPages
│   ├── FileTypeRefused, FileBroken, FileProtected
│   ├── FileInfected, FilesUnavailable
│   ├── TooManyFiles, FilesTooLarge
│   ├── WishRefused
│   ├── NotSubscribed
│   ├── LastKind
│   └── NoSuchFile
├── StaffRefusal              a member of staff may not, or not like this (HTTP 4xx)
│   ├── NotSignedIn
│   ├── WrongCredentials
│   ├── FirstPasswordRanOut
│   ├── TooManyAttempts
│   ├── TooManyCalls
│   ├── NameTaken
│   ├── NotAllowed
│   │   └── FormRefused
│   ├── NoSuchTicket
│   ├── MoveRefused
│   ├── AlreadyClaimed
│   ├── SameHandAgain
│   ├── UnknownValue
│   ├── ReasonMissing
│   ├── RemedyMissing
│   ├── TooLateToReopen
│   ├── AlreadyForwarded
│   ├── NotForwarded
│   ├── SameTicket
│   ├── AlreadyMerged
│   ├── NoSuchIncident
│   ├── NoSuchTurn
│   ├── LabelRefused
│   ├── NoSuchAnswer
│   ├── DayRefused
│   ├── TicketChanged
│   ├── SecondLook
│   ├── StepOwed
│   ├── WrongPassword
│   ├── WrongCode
│   ├── PasswordRefused
│   ├── ProfileRefused
│   ├── LastAdministrator
│   ├── OwnAccount
│   ├── SecondFactorRequired
│   ├── NoSuchView
│   ├── ViewNameRefused
│   ├── TooManyViews
│   ├── ClosedDayRefused
│   ├── NoSuchAnnouncement
│   ├── AnnouncementRefused
│   ├── AnnouncementChanged
│   ├── AnnouncementMoved
│   └── OwnAnnouncement
├── RasaUnavailable           the turn goes on in degraded mode
├── DeskNotEmpty              invented tickets do not go among people's
├── BackupRefused, BackupDamaged
├── AuditChanged
└── SettingsRefused           the start stops
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar


def message_key(code: str) -> str:
    """The key of the words for an error code, in the replies and in the console's labels."""
    return f"error-{code.replace('_', '-')}"


class JisrError(Exception):
    """Root of all errors of ours. `code` is stable; `fields` are values for the worded message."""

    code: ClassVar[str] = "internal_error"
    status: ClassVar[int] = 500

    def __init__(self, **fields: str | int) -> None:
        super().__init__(self.code)
        self.fields = fields


class BadInput(JisrError):
    """Something the sender can mend."""

    code = "bad_input"
    status = 400


class MalformedRequest(BadInput):
    """The request is not what the API describes; `field` names what is off."""

    code = "malformed_request"


class EmptyMessage(BadInput):
    """Nothing readable is left of the message."""

    code = "empty_message"


class MessageTooLong(BadInput):
    """The message has `length` characters where `limit` are allowed."""

    code = "message_too_long"
    status = 413


class UnknownConversation(BadInput):
    """No conversation goes by that token."""

    code = "unknown_conversation"
    status = 404


class UnknownChoice(BadInput):
    """The choice was not offered in this conversation."""

    code = "unknown_choice"
    status = 409


class ConversationBusy(BadInput):
    """Another turn of this conversation did not end in time."""

    code = "conversation_busy"
    status = 503


class TicketNotFound(BadInput):
    """No ticket by that reference, or not with that code: one answer for both."""

    code = "ticket_not_found"
    status = 404


class TooManyTries(BadInput):
    """Too many wrong codes in a row: the asker has to wait for `seconds`."""

    code = "too_many_tries"
    status = 429


class TooManyRequests(BadInput):
    """The conversation or the address asked for too much at once: `seconds` until it may go on."""

    code = "too_many_requests"
    status = 429


class TicketSettled(BadInput):
    """The ticket is resolved or closed: nothing is added to it or withdrawn."""

    code = "ticket_settled"
    status = 409


class TicketUnderWay(BadInput):
    """The ticket is not settled yet: there is nothing to rate or to reopen."""

    code = "ticket_under_way"
    status = 409


class NoLongerReopened(BadInput):
    """The ticket was settled more than `days` ago, or joined with another."""

    code = "no_longer_reopened"
    status = 409


class ContinuationRefused(BadInput):
    """No conversation goes on by that code: it is wrong, used or too old."""

    code = "continuation_refused"
    status = 404


class AlreadyLinked(BadInput):
    """One of the two conversations is linked with another one; that link has to end first."""

    code = "already_linked"
    status = 409


class LinkUnreachable(BadInput):
    """The chat at the other end does not let the bot speak."""

    code = "link_unreachable"
    status = 409


class StaleForm(BadInput):
    """The form is not one of this visit, or the visit is over."""

    code = "stale_form"
    status = 403


class UnknownTurn(BadInput):
    """No message of this conversation was sent under that id, or it was forgotten."""

    code = "unknown_turn"
    status = 404


class TooLateToCorrect(BadInput):
    """The edited message is not the last one any more, or what came of it cannot be undone."""

    code = "too_late_to_correct"
    status = 409


class FileTooLarge(BadInput):
    """The file has more than `limit_mb` megabytes."""

    code = "file_too_large"
    status = 413


class ImageTooLarge(BadInput):
    """The image has more than `limit` million pixels."""

    code = "image_too_large"
    status = 413


class TooManyPages(BadInput):
    """The document has more than `limit` pages."""

    code = "too_many_pages"
    status = 413


class FileTypeRefused(BadInput):
    """The content is none of the `allowed` types, whatever its name says."""

    code = "file_type_refused"
    status = 415


class FileBroken(BadInput):
    """The file is what it says, but cannot be read to its end."""

    code = "file_broken"
    status = 422


class FileProtected(BadInput):
    """The document opens with a password only."""

    code = "file_protected"
    status = 422


class FileInfected(BadInput):
    """The virus scanner knows something malicious that is in the file."""

    code = "file_infected"
    status = 422


class FilesUnavailable(BadInput):
    """No virus scanner answers, so no file is taken: `seconds` until it may be tried again."""

    code = "files_unavailable"
    status = 503


class TooManyFiles(BadInput):
    """`limit` files wait for a ticket already."""

    code = "too_many_files"
    status = 409


class FilesTooLarge(BadInput):
    """All files of the conversation together would have more than `limit_mb` megabytes."""

    code = "files_too_large"
    status = 413


class SomeFilesRefused(BadInput):
    """Of what one form sent, these files (by name) were refused; the rest, if any, was taken."""

    code = "some_files_refused"
    status = 422

    def __init__(self, refusals: Sequence[tuple[str, BadInput]], *, rest: bool) -> None:
        super().__init__(count=len(refusals))
        self.refusals = refusals
        self.rest = rest


class NoSuchFile(BadInput):
    """No file by that id, or not one the asker may see: one answer for both."""

    code = "no_such_file"
    status = 404


class WishRefused(BadInput):
    """No subscription can hold that `value`."""

    code = "wish_refused"


class NotSubscribed(BadInput):
    """There is no subscription to change: it was never wanted, or was stopped."""

    code = "not_subscribed"
    status = 404


class LastKind(BadInput):
    """Nothing would be left of the subscription: it is kept, or stopped as a whole."""

    code = "last_kind"
    status = 409


class StaffRefusal(JisrError):
    """A member of staff may not do this, or not like this."""

    code = "staff_refusal"
    status = 400


class NotSignedIn(StaffRefusal):
    """There is no valid session."""

    code = "not_signed_in"
    status = 401


class WrongCredentials(StaffRefusal):
    """Name or password is wrong; which of them is not told."""

    code = "wrong_credentials"
    status = 401


class FirstPasswordRanOut(StaffRefusal):
    """Name and password are right, but the password is a first one that nobody used in `days`."""

    code = "first_password_ran_out"
    status = 401


class TooManyAttempts(StaffRefusal):
    """The name has to wait for `seconds`, whoever asks and whether it exists or not."""

    code = "too_many_attempts"
    status = 429


class TooManyCalls(StaffRefusal):
    """The account or the address asked for too much at once: `seconds` until it may go on."""

    code = "too_many_calls"
    status = 429


class NameTaken(StaffRefusal):
    """There is a member of staff by that name already: `username`."""

    code = "name_taken"
    status = 409


class NotAllowed(StaffRefusal):
    """The role does not permit it, or the form's token is missing."""

    code = "not_allowed"
    status = 403


class NoSuchTicket(StaffRefusal):
    """No ticket by that reference, or not one the asker may see: one answer for both."""

    code = "no_such_ticket"
    status = 404


class MoveRefused(StaffRefusal):
    """The transition table has no way from state `current` to state `wanted`."""

    code = "move_refused"
    status = 409


class AlreadyClaimed(StaffRefusal):
    """Somebody was first: `name` has the ticket."""

    code = "already_claimed"
    status = 409


class SameHandAgain(StaffRefusal):
    """A reopened ticket goes to somebody else than who settled it."""

    code = "same_hand_again"
    status = 409


class NoSuchTurn(StaffRefusal):
    """No turn by that id, or not one the asker may see: one answer for both."""

    code = "no_such_turn"
    status = 404


class LabelRefused(StaffRefusal):
    """What a turn should have been is not told: `field` is missing or unknown."""

    code = "label_refused"


class NoSuchAnswer(StaffRefusal):
    """The knowledge base has no answer on that facet of that topic."""

    code = "no_such_answer"
    status = 404


class DayRefused(StaffRefusal):
    """The day is none, or is still to come."""

    code = "day_refused"


class TicketChanged(StaffRefusal):
    """Somebody changed the ticket after the form was made; nothing was done."""

    code = "ticket_changed"
    status = 409


class SecondLook(StaffRefusal):
    """A text for a citizen may not be ready: it is in `foreign`, a language not theirs, or has
    `gaps` to fill. Who says so may send it anyway."""

    code = "second_look"
    status = 409


class FormRefused(NotAllowed):
    """The form's token is not this session's: it may be from before the last signing in."""


class StepOwed(StaffRefusal):
    """The member has to do something first; `route` is the page where they do it."""

    code = "step_owed"
    status = 403


class WrongPassword(StaffRefusal):
    """What was entered as the present password is not it."""

    code = "wrong_password"


class WrongCode(StaffRefusal):
    """The one-time code is wrong, too old, or was used before."""

    code = "wrong_code"


class PasswordRefused(StaffRefusal):
    """The new password will not do; `reason` is short, long, name, same, differs,
    leaked or guessable.
    """

    code = "password_refused"


class ProfileRefused(StaffRefusal):
    """A field of an account is not what it should be; `field` says which."""

    code = "profile_refused"


class NoSuchMember(StaffRefusal):
    """No member of staff goes by that number."""

    code = "no_such_member"
    status = 404


class UnknownValue(StaffRefusal):
    """The value of `field` is none of those that exist."""

    code = "unknown_value"


class ReasonMissing(StaffRefusal):
    """The change needs a reason in words."""

    code = "reason_missing"


class RemedyMissing(StaffRefusal):
    """Who is refused must be told where to turn next."""

    code = "remedy_missing"


class TooLateToReopen(StaffRefusal):
    """The ticket was settled more than `days` days ago."""

    code = "too_late_to_reopen"
    status = 409


class AlreadyForwarded(StaffRefusal):
    """The ticket lies with another body already: `body`."""

    code = "already_forwarded"
    status = 409


class NotForwarded(StaffRefusal):
    """The ticket lies with no other body."""

    code = "not_forwarded"
    status = 409


class SameTicket(StaffRefusal):
    """A ticket is not linked with itself, nor merged into itself."""

    code = "same_ticket"


class AlreadyMerged(StaffRefusal):
    """The ticket was merged into another one before."""

    code = "already_merged"
    status = 409


class NoSuchIncident(StaffRefusal):
    """No incident by that number."""

    code = "no_such_incident"
    status = 404


class LastAdministrator(StaffRefusal):
    """Nobody would be left to manage the accounts."""

    code = "last_administrator"
    status = 409


class OwnAccount(StaffRefusal):
    """Administrators do this for others, not for themselves."""

    code = "own_account"
    status = 409


class SecondFactorRequired(StaffRefusal):
    """The role must keep its second factor."""

    code = "second_factor_required"
    status = 409


class NoSuchView(StaffRefusal):
    """No saved view by that number, or not one of the asker's own: one answer for both."""

    code = "no_such_view"
    status = 404


class ViewNameRefused(StaffRefusal):
    """A saved view needs a name of at most `limit` characters."""

    code = "view_name_refused"


class TooManyViews(StaffRefusal):
    """The member of staff has `limit` saved views already."""

    code = "too_many_views"
    status = 409


class ClosedDayRefused(StaffRefusal):
    """A day off cannot be entered like this; `field` is country, day or name."""

    code = "closed_day_refused"


class NoSuchAnnouncement(StaffRefusal):
    """No announcement by that number."""

    code = "no_such_announcement"
    status = 404


class AnnouncementRefused(StaffRefusal):
    """An announcement cannot be kept or released like this; `field` says what is missing or off."""

    code = "announcement_refused"


class AnnouncementChanged(StaffRefusal):
    """Somebody changed the announcement after the form was made; nothing was done."""

    code = "announcement_changed"
    status = 409


class AnnouncementMoved(StaffRefusal):
    """What is wanted is not possible for an announcement in state `current`."""

    code = "announcement_moved"
    status = 409


class OwnAnnouncement(StaffRefusal):
    """Who wrote an announcement, or changed it last, does not release it."""

    code = "own_announcement"
    status = 409


class RetentionUnderWay(JisrError):
    """Another process deletes what is due at this moment."""

    code = "retention_under_way"
    status = 409


class RetentionFailed(JisrError):
    """A run stopped at a fault of the database; what it did before is done."""

    code = "retention_failed"
    status = 500


class NoSuchRelease(StaffRefusal):
    """Nobody asked for that, or it is not the reader's to see."""

    code = "no_such_release"
    status = 404


class ReleaseRefused(StaffRefusal):
    """This cannot be asked for; `field` says what is off."""

    code = "release_refused"


class ReleaseMoved(StaffRefusal):
    """What is wanted is not possible for a request in state `current`; nothing was done."""

    code = "release_moved"
    status = 409


class OwnRelease(StaffRefusal):
    """Who asked does not decide."""

    code = "own_release"
    status = 409


class RasaUnavailable(JisrError):
    """Rasa did not answer, or not usefully; `reason` is for the log."""

    code = "rasa_unavailable"
    status = 503


class DeskNotEmpty(JisrError):
    """There are tickets of people: invented ones do not go among them."""

    code = "desk_not_empty"
    status = 409


class BackupRefused(JisrError):
    """A back-up or a restoring cannot be done here; `reason` and `where` tell the operator."""

    code = "backup_refused"
    status = 409


class BackupDamaged(JisrError):
    """An archive is not what its manifest says; `part` names what is off."""

    code = "backup_damaged"
    status = 409


class AuditChanged(JisrError):
    """The chain over the audit rows is broken in so many places (`faults`)."""

    code = "audit_changed"


class SettingsRefused(JisrError):
    """A setting is missing or malformed; `problems` names each and what is expected."""

    code = "settings_refused"
