from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.office import OFFICE
from bot.storage.models import Ticket
from bot.tickets.calendar import Calendars, ServiceCalendar
from bot.tickets.clock import (
    CLOSING,
    DUE_SOON_OPEN_DAYS,
    Standing,
    due_soon_until,
    moved,
    on_move,
    standing,
    target,
)
from bot.tickets.kinds import State

HOME = ServiceCalendar()

# A country's holidays are loaded when first asked for.
in_any_time = settings(deadline=None)

moments = st.datetimes(
    datetime(2025, 1, 1), datetime(2032, 1, 1), timezones=st.just(UTC), allow_imaginary=False
)
counts = st.integers(1, 120)
spans = st.timedeltas(timedelta(), timedelta(days=200))
countries = st.sampled_from([None, "MA", "FR", "BE", "SA", "US", "KP", "XX"])
entered_days = st.frozensets(st.dates(date(2025, 1, 1), date(2032, 12, 31)), max_size=60)


@st.composite
def calendars(draw: st.DrawFn) -> ServiceCalendar:
    return Calendars({"MA": draw(entered_days)}).of(draw(countries))


def at(day: str, hour: int = 12) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(hour), OFFICE)


def closing(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), CLOSING, OFFICE)


def a_ticket(**changes: object) -> Ticket:
    values: dict[str, object] = {
        "kind": "complaint",
        "state": "open",
        "acknowledge_by": closing("2026-09-15"),
        "answer_by": closing("2026-10-30"),
    }
    return Ticket(**{**values, **changes})


@in_any_time
@given(moments, counts, calendars())
def test_a_target_is_the_end_of_an_open_day_and_never_before_the_days_are_over(
    opened: datetime, days: int, calendar: ServiceCalendar
):
    by = target(opened, days, calendar)
    assert by.timetz().replace(tzinfo=None) == CLOSING
    assert calendar.is_open(by.date())
    assert by.date() >= opened.astimezone(OFFICE).date() + timedelta(days=days)
    assert by > opened


@in_any_time
@given(moments, spans, counts, st.integers(0, 30), calendars())
def test_who_comes_later_or_is_given_more_days_has_no_earlier_target(
    opened: datetime, later: timedelta, days: int, more: int, calendar: ServiceCalendar
):
    by = target(opened, days, calendar)
    assert by <= target(opened + later, days, calendar)
    assert by <= target(opened, days + more, calendar)


@in_any_time
@given(moments, counts, calendars())
def test_between_the_days_and_the_target_no_day_was_open(
    opened: datetime, days: int, calendar: ServiceCalendar
):
    day = opened.astimezone(OFFICE).date() + timedelta(days=days)
    reached = target(opened, days, calendar).date()
    assert not any(
        calendar.is_open(day + timedelta(days=skipped)) for skipped in range((reached - day).days)
    )


@in_any_time
@given(moments, counts, spans, spans, calendars())
def test_standing_still_moves_a_target_by_at_least_that_onto_an_open_day(
    opened: datetime, days: int, stood: timedelta, more: timedelta, calendar: ServiceCalendar
):
    by = target(opened, days, calendar)
    later = moved(by, stood, calendar)
    assert later - by >= stood
    assert calendar.is_open(later.date())
    assert later <= moved(by, stood + more, calendar)


def test_a_stop_of_minutes_does_not_move_the_day() -> None:
    by = datetime(2027, 1, 25, 16, 30, tzinfo=OFFICE)
    assert moved(by, timedelta(minutes=1), ServiceCalendar()).date() == by.date()


@in_any_time
@given(moments, counts, calendars())
def test_a_clock_that_did_not_stand_still_leaves_its_target(
    opened: datetime, days: int, calendar: ServiceCalendar
):
    by = target(opened, days, calendar)
    assert moved(by, timedelta(), calendar) == by
    assert moved(by, timedelta(days=-3), calendar) == by


@in_any_time
@given(moments, calendars())
def test_due_soon_is_what_has_fewer_open_days_left(now: datetime, calendar: ServiceCalendar):
    until = due_soon_until(now, calendar)
    day, last = now.astimezone(OFFICE).date(), until.date()
    between = [day + timedelta(days=number) for number in range(1, (last - day).days)]
    assert sum(map(calendar.is_open, between)) == DUE_SOON_OPEN_DAYS - 1
    assert calendar.is_open(last)


@pytest.mark.parametrize(
    ("opened", "days", "country", "reached"),
    [
        ("2026-09-01", 15, "FR", "2026-09-16"),
        ("2026-09-04", 15, "FR", "2026-09-21"),  # a Saturday
        ("2026-10-22", 15, "FR", "2026-11-09"),  # the Green March, then a weekend
        ("2026-10-27", 15, None, "2026-11-11"),
        ("2026-10-27", 15, "FR", "2026-11-12"),  # the armistice is a day off in France
        ("2026-10-27", 15, "KP", "2026-11-11"),  # the library does not know the country
    ],
)
def test_targets_fall_on_days_open_in_both_countries(
    opened: str, days: int, country: str | None, reached: str
):
    assert target(at(opened), days, Calendars().of(country)) == closing(reached)


def test_a_ticket_opened_late_at_night_counts_from_the_desks_own_day():
    midnight_in_rabat = datetime(2026, 9, 1, 23, 30, tzinfo=UTC)
    day = midnight_in_rabat.astimezone(OFFICE).date()
    assert target(midnight_in_rabat, 1, HOME).date() == HOME.open_from(day + timedelta(days=1))


def test_a_day_that_staff_entered_adds_to_the_estimated_ones():
    calendars = Calendars({"MA": frozenset({date(2026, 9, 16)}), "BE": frozenset()})
    assert target(at("2026-09-01"), 15, calendars.of("FR")) == closing("2026-09-17")
    elsewhere = Calendars({"BE": frozenset({date(2026, 9, 16)})})
    assert target(at("2026-09-01"), 15, elsewhere.of("FR")) == closing("2026-09-16")
    assert target(at("2026-09-01"), 15, elsewhere.of("BE")) == closing("2026-09-17")


def test_before_a_long_feast_a_ticket_is_due_soon_earlier():
    feast = frozenset(date(2026, 9, 16) + timedelta(days=number) for number in range(5))
    by = {"acknowledged_at": at("2026-09-01"), "answer_by": closing("2026-09-21")}
    now = at("2026-09-14")
    assert standing(a_ticket(**by), now, HOME) == Standing.ON_TIME
    assert standing(a_ticket(**by), now, ServiceCalendar(entered=feast)) == Standing.DUE_SOON


ACKNOWLEDGED = {"acknowledged_at": at("2026-09-02")}


@pytest.mark.parametrize(
    ("now", "ticket", "expected"),
    [
        ("2026-09-09", {}, "on_time"),
        ("2026-09-11", {}, "due_soon"),
        ("2026-09-16", {}, "overdue"),
        ("2026-09-16", ACKNOWLEDGED, "on_time"),
        ("2026-10-29", ACKNOWLEDGED, "due_soon"),
        ("2026-10-29", {}, "overdue"),
        ("2026-11-02", ACKNOWLEDGED, "breached"),
        ("2026-11-02", {}, "breached"),
        ("2026-11-02", {"stopped_at": at("2026-09-03")}, "stopped"),
        ("2026-11-02", {"settled_at": at("2026-11-01")}, "settled"),
        ("2026-11-02", {"kind": "suggestion", **ACKNOWLEDGED}, "on_time"),
        ("2026-11-02", {"kind": "suggestion"}, "overdue"),
    ],
)
def test_a_ticket_stands_by_the_worst_that_is_true(
    now: str, ticket: dict[str, object], expected: str
):
    assert standing(a_ticket(**ticket), at(now), HOME) == expected


class TestAMove:
    def test_taking_it_up_acknowledges_it_once(self):
        changes = on_move(a_ticket(state="new"), State.OPEN, at("2026-09-03"), HOME)
        assert changes["acknowledged_at"] == at("2026-09-03")
        again = on_move(a_ticket(**ACKNOWLEDGED), State.OPEN, at("2026-09-03"), HOME)
        assert again["acknowledged_at"] == at("2026-09-02")

    def test_closing_what_was_never_taken_up_does_not_acknowledge_it(self):
        changes = on_move(a_ticket(state="new"), State.CLOSED, at("2026-09-03"), HOME)
        assert (changes["acknowledged_at"], changes["settled_at"]) == (None, at("2026-09-03"))

    def test_waiting_for_the_citizen_stops_the_clock_and_leaves_the_targets(self):
        changes = on_move(a_ticket(), State.WAITING_CITIZEN, at("2026-09-03"), HOME)
        assert changes["stopped_at"] == at("2026-09-03")
        assert "answer_by" not in changes

    def test_waiting_for_others_does_not_stop_it(self):
        changes = on_move(a_ticket(), State.WAITING_THIRD_PARTY, at("2026-09-03"), HOME)
        assert changes["stopped_at"] is None
        assert "answer_by" not in changes

    @pytest.mark.parametrize("state", [State.OPEN, State.CLOSED])
    def test_the_end_of_the_wait_moves_both_targets(self, state: State):
        waiting = a_ticket(state="waiting_citizen", stopped_at=at("2026-09-03"))
        changes = on_move(waiting, state, at("2026-09-08"), HOME)
        assert changes["stopped_at"] is None
        assert changes["acknowledge_by"] == closing("2026-09-21")  # five days lead to a Sunday
        assert changes["answer_by"] == closing("2026-11-04")

    def test_a_reopened_ticket_has_the_days_left_that_it_had(self):
        settled = a_ticket(state="closed", settled_at=at("2026-09-03"))
        changes = on_move(settled, State.OPEN, at("2026-09-08"), HOME)
        assert (changes["settled_at"], changes["answer_by"]) == (None, closing("2026-11-04"))

    def test_closing_what_was_resolved_leaves_the_moment_of_settling(self):
        resolved = a_ticket(state="resolved", settled_at=at("2026-09-03"))
        changes = on_move(resolved, State.CLOSED, at("2026-09-08"), HOME)
        assert changes["settled_at"] == at("2026-09-03")
        assert "answer_by" not in changes


def test_calendars_of_thousands_of_tickets_are_built_from_few():
    calendars = Calendars()
    built = {calendars.of(country) for country in ["FR", "BE", None, "MA"] * 1000}
    assert len(built) == 3
