"""The accounts of staff: what administrators do with them, and each member with their own.

Every change is one transaction with its audit row, which holds no secret.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, field, replace

from sqlalchemy import and_, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import (
    LastAdministrator,
    NoSuchMember,
    OwnAccount,
    SecondFactorRequired,
    WrongCode,
)
from bot.staff import passwords
from bot.staff.accounts import Door, Proof, create_staff
from bot.staff.profile import Position, Profile
from bot.staff.roles import Role
from bot.staff.second_factor import matching_step
from bot.staff.sessions import Sessions, SignedIn, end_sessions
from bot.storage.database import Database
from bot.storage.models import AuditRow, Staff, now, row_id


class Members:
    """What an administrator, `by`, does with the accounts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self) -> Sequence[Staff]:
        """Every account, the open ones first, by name."""
        query = select(Staff).order_by(col(Staff.active).desc(), col(Staff.name), col(Staff.id))
        async with self._database.reading() as session:
            return (await session.exec(query)).all()

    async def one(self, staff_id: int) -> Staff:
        """One account; raises NoSuchMember."""
        async with self._database.reading() as session:
            return _found(await session.get(Staff, staff_id))

    async def services(self) -> Sequence[str]:
        """The services that members work in, to choose from."""
        query = select(Staff.service).where(col(Staff.service).is_not(None)).distinct()
        async with self._database.reading() as session:
            return sorted(service for service in await session.exec(query) if service)

    async def create(self, username: str, by: int, profile: Profile, position: Position) -> str:
        """Makes an account; returns its password, which has to be changed at the first use.

        Raises NameTaken.
        """
        return await create_staff(
            self._database,
            username,
            name=profile.name,
            role=position.role.value,
            email=position.email,
            languages=profile.languages,
            service=position.service,
            hours=profile.hours,
            must_change_password=True,
            by=by,
        )

    async def edit(self, staff_id: int, by: int, profile: Profile, position: Position) -> None:
        """Keeps what the form says.

        Raises NoSuchMember, OwnAccount where it would change one's own role, LastAdministrator.
        """
        async with self._changing(staff_id, by, "staff.edited") as change:
            if position.role != change.member.role:
                change.may_lose_role()
            if staff_id == by:  # one's own address needs every factor: change_email
                position = replace(position, email=change.member.email)
            changed = _assign(change.member, profile) + _assign(change.member, position)
            change.data |= {"changed": changed, "role": position.role.value}

    async def deactivate(self, staff_id: int, by: int) -> None:
        """Closes an account and ends its sessions at once.

        Raises NoSuchMember, OwnAccount, LastAdministrator.
        """
        async with self._changing(staff_id, by, "staff.deactivated") as change:
            change.may_lose_role()
            change.member.active = False
            await end_sessions(change.session, staff_id)

    async def activate(self, staff_id: int, by: int) -> None:
        """Opens a closed account again; raises NoSuchMember."""
        async with self._changing(staff_id, by, "staff.activated") as change:
            change.member.active = True

    async def reset_password(self, staff_id: int, by: int) -> str:
        """A new password to hand over, returned this once; it has to be changed at the first use.

        Raises NoSuchMember, OwnAccount.
        """
        password = passwords.new_password()
        password_hash = await passwords.hashed(password)
        async with self._changing(staff_id, by, "staff.password.reset") as change:
            change.must_be_anothers()
            change.member.password_hash = password_hash
            change.member.password_set_at = now()
            change.member.must_change_password = True
            await end_sessions(change.session, staff_id)
        return password

    async def reset_second_factor(self, staff_id: int, by: int) -> None:
        """For a member who lost their device; raises NoSuchMember, OwnAccount."""
        async with self._changing(staff_id, by, "staff.totp.reset") as change:
            change.must_be_anothers()
            change.member.totp_secret = None
            await end_sessions(change.session, staff_id)

    async def end_sessions(self, staff_id: int, by: int) -> None:
        """Signs a member out everywhere; raises NoSuchMember, OwnAccount."""
        async with self._changing(staff_id, by, "staff.sessions.ended") as change:
            change.must_be_anothers()
            await end_sessions(change.session, staff_id)

    @asynccontextmanager
    async def _changing(self, staff_id: int, by: int, event: str) -> AsyncIterator[_Change]:
        # The administrators are locked too: two of them cannot remove each other at once.
        administrator = and_(col(Staff.role) == Role.ADMIN.value, col(Staff.active).is_(True))
        query = (
            select(Staff)
            .where(or_(col(Staff.id) == staff_id, administrator))
            .order_by(col(Staff.id))
            .with_for_update()
        )
        async with self._database.writing() as session:
            locked = {row_id(each): each for each in await session.exec(query)}
            administrators = {
                each.id for each in locked.values() if each.role == Role.ADMIN and each.active
            }
            change = _Change(session, _found(locked.get(staff_id)), by, administrators)
            yield change
            _record(session, event, by, staff_id, **change.data)


@dataclass
class _Change:
    """One change of a member by an administrator, under way."""

    session: AsyncSession
    member: Staff
    by: int
    administrators: set[int | None]
    data: dict[str, object] = field(default_factory=dict)

    def must_be_anothers(self) -> None:
        """Raises OwnAccount."""
        if self.member.id == self.by:
            raise OwnAccount

    def may_lose_role(self) -> None:
        """Raises OwnAccount, or LastAdministrator where none would be left."""
        self.must_be_anothers()
        if self.administrators <= {self.member.id}:
            raise LastAdministrator


class OwnAccounts:
    """What members of staff change about themselves."""

    def __init__(self, database: Database, door: Door, sessions: Sessions) -> None:
        self._database = database
        self._door = door
        self._sessions = sessions

    async def edit(self, staff_id: int, profile: Profile) -> None:
        """Keeps what the form says."""
        async with self._database.writing() as session:
            member = await _locked(session, staff_id)
            _record(session, "staff.edited", staff_id, staff_id, changed=_assign(member, profile))

    async def change_email(self, me: SignedIn, email: str | None, proof: Proof) -> None:
        """Keeps where notices go; raises WrongPassword, WrongCode, TooManyAttempts."""
        await self._door.check_again(await self._member(me), proof)
        async with self._database.writing() as session:
            member = await _locked(session, me.staff_id)
            member.email = email
            _record(session, "staff.edited", me.staff_id, me.staff_id, changed=["email"])

    async def change_password(self, me: SignedIn, proof: Proof, new: str, again: str) -> None:
        """Keeps a new password and ends the other sessions.

        Raises WrongPassword, WrongCode, TooManyAttempts, PasswordRefused.
        """
        member = await self._member(me)
        await self._door.check_password(member, proof.password)
        about = [member.name, member.email or "", member.service or ""]
        old, username = proof.password, member.username
        await asyncio.to_thread(passwords.accept, new, again, old, username, about)
        await self._door.check_second_factor(member, proof)  # last: a code counts once
        password_hash = await passwords.hashed(new)
        async with self._database.writing() as session:
            member = await _locked(session, me.staff_id)
            member.password_hash = password_hash
            member.password_set_at = now()
            member.must_change_password = False
            await end_sessions(session, me.staff_id, but=me.session_id)
            _record(session, "staff.password.changed", me.staff_id, me.staff_id)

    async def set_second_factor(self, me: SignedIn, secret: str, password: str, code: str) -> None:
        """Keeps the secret once a code of it was entered.

        The other sessions end: they came in without it. Raises WrongPassword, TooManyAttempts,
        WrongCode.
        """
        await self._door.check_password(await self._member(me), password)
        async with self._database.writing() as session:
            member = await _locked(session, me.staff_id)
            if member.totp_secret:
                return  # the form was sent twice
            step = matching_step(secret, code, now(), member.totp_last)
            if step is None:
                raise WrongCode
            member.totp_secret = secret
            member.totp_last = step
            await end_sessions(session, me.staff_id, but=me.session_id)
            _record(session, "staff.totp.set", me.staff_id, me.staff_id)

    async def remove_second_factor(self, me: SignedIn, proof: Proof) -> None:
        """Lets the password alone open the account from now on.

        Raises SecondFactorRequired where the role must have one, WrongPassword, WrongCode,
        TooManyAttempts.
        """
        if self._sessions.must_have_second_factor(me.role):
            raise SecondFactorRequired
        await self._door.check_again(await self._member(me), proof)
        async with self._database.writing() as session:
            member = await _locked(session, me.staff_id)
            member.totp_secret = None
            _record(session, "staff.totp.removed", me.staff_id, me.staff_id)

    async def end_session(self, me: SignedIn, session_id: str, password: str) -> None:
        """Ends one of one's own sessions; raises WrongPassword, TooManyAttempts."""
        await self._door.check_password(await self._member(me), password)
        await self._sessions.end(me.staff_id, session_id)

    async def end_other_sessions(self, me: SignedIn, password: str) -> None:
        """Ends all but the session this is; raises WrongPassword, TooManyAttempts."""
        await self._door.check_password(await self._member(me), password)
        await self._sessions.end_others(me)

    async def _member(self, me: SignedIn) -> Staff:
        async with self._database.reading() as session:
            return _found(await session.get(Staff, me.staff_id))


def _found(member: Staff | None) -> Staff:
    if member is None:
        raise NoSuchMember
    return member


async def _locked(session: AsyncSession, staff_id: int) -> Staff:
    query = select(Staff).where(Staff.id == staff_id).with_for_update()
    return _found((await session.exec(query)).first())


def _assign(member: Staff, said: Profile | Position) -> list[str]:
    """Takes over what differs; returns the names of those fields."""
    changed = [name for name, value in asdict(said).items() if getattr(member, name) != value]
    for name in changed:
        setattr(member, name, getattr(said, name))
    return changed


def _record(session: AsyncSession, event: str, by: int, staff_id: int, **data: object) -> None:
    session.add(AuditRow(event=event, actor=f"staff:{by}", data={"staff": staff_id, **data}))
