"""What a form says about a member of staff, read and checked. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from bot.errors import ProfileRefused
from bot.staff.roles import Role
from bot.storage.models import Staff
from nlu.text.variety import VARIETIES

WEEKDAYS = range(7)  # Monday is 0, as date.weekday() has it

LONGEST_NAME = 80
_LONGEST_EMAIL = 254
_EMAIL = re.compile(r"[^\s@<>,;:\"]+@[^\s@<>,;:\"]+\.[^\s@<>,;:\".]+")
_USERNAME = re.compile(r"[^\s\0]{2,40}")


@dataclass(frozen=True)
class Profile:
    """What members of staff say about themselves."""

    name: str
    languages: list[str]
    hours: dict[str, list[str]]
    away_until: date | None


@dataclass(frozen=True)
class Position:
    """What administrators decide about a member of staff."""

    role: Role
    service: str | None
    email: str | None


def read_profile(form: Mapping[str, str], languages: Sequence[str]) -> Profile:
    """The profile of a form; raises ProfileRefused naming the first field at fault."""
    return Profile(
        name=read_name(form),
        languages=[each for each in VARIETIES if each in languages],
        hours=_hours(form),
        away_until=_day(form.get("away_until", "").strip()),
    )


def read_position(form: Mapping[str, str]) -> Position:
    """The role, the service and the e-mail address of a form; raises ProfileRefused."""
    role = form.get("role", "")
    if role not in set(Role):
        raise ProfileRefused(field="role")
    service = _clean(form.get("service", ""))
    if len(service) > LONGEST_NAME:
        raise ProfileRefused(field="service")
    return Position(Role(role), service or None, read_email(form))


def read_username(form: Mapping[str, str]) -> str:
    """A user name to create an account by; raises ProfileRefused."""
    username = form.get("username", "").strip()
    if not _USERNAME.fullmatch(username):
        raise ProfileRefused(field="username")
    return username


def read_name(form: Mapping[str, str]) -> str:
    """A person's name; raises ProfileRefused."""
    name = _clean(form.get("name", ""))
    if not name or len(name) > LONGEST_NAME:
        raise ProfileRefused(field="name")
    return name


def read_email(form: Mapping[str, str]) -> str | None:
    """An e-mail address, None where the field is empty; raises ProfileRefused."""
    email = _clean(form.get("email", ""))
    if not email:
        return None
    if len(email) > _LONGEST_EMAIL or not _EMAIL.fullmatch(email):
        raise ProfileRefused(field="email")
    return email


def answers(member: Staff) -> dict[str, str]:
    """What is kept of a member, as the fields of the form."""
    fields = {
        "name": member.name,
        "email": member.email or "",
        "role": member.role,
        "service": member.service or "",
        "away_until": member.away_until.isoformat() if member.away_until else "",
    }
    for day, (begin, end) in member.hours.items():
        fields[f"from-{day}"], fields[f"to-{day}"] = begin, end
    return fields


def _clean(text: str) -> str:
    return " ".join(text.replace("\0", " ").split())


def _hours(form: Mapping[str, str]) -> dict[str, list[str]]:
    hours: dict[str, list[str]] = {}
    for day in WEEKDAYS:
        begin, end = form.get(f"from-{day}", "").strip(), form.get(f"to-{day}", "").strip()
        if begin or end:
            hours[str(day)] = _span(begin, end)
    return hours


def _span(begin: str, end: str) -> list[str]:
    try:
        opens, closes = time.fromisoformat(begin), time.fromisoformat(end)
    except ValueError:
        raise ProfileRefused(field="hours") from None
    if opens.tzinfo or closes.tzinfo or opens >= closes:
        raise ProfileRefused(field="hours")
    return [opens.strftime("%H:%M"), closes.strftime("%H:%M")]


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ProfileRefused(field="away_until") from None
