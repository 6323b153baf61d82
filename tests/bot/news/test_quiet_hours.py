"""The moment that is out of a person's quiet hours, where they live."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.news.quiet_hours import out_of_quiet_hours

PARIS = ZoneInfo("Europe/Paris")


def paris(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=PARIS)  # type: ignore[arg-type,misc]


@pytest.mark.parametrize(
    ("moment", "sent"),
    [
        (paris(2026, 11, 26, 20, 59), paris(2026, 11, 26, 20, 59)),
        (paris(2026, 11, 26, 21, 0), paris(2026, 11, 27, 8, 0)),
        (paris(2026, 11, 27, 3, 30), paris(2026, 11, 27, 8, 0)),
        (paris(2026, 11, 27, 8, 0), paris(2026, 11, 27, 8, 0)),
        (paris(2026, 12, 31, 23, 0), paris(2027, 1, 1, 8, 0)),
    ],
)
def test_quiet_hours_go_over_midnight(moment: datetime, sent: datetime) -> None:
    assert out_of_quiet_hours(moment, "Europe/Paris", 21, 8) == sent


@pytest.mark.parametrize(
    ("moment", "sent"),
    [
        (paris(2026, 11, 26, 12, 0), paris(2026, 11, 26, 14, 0)),
        (paris(2026, 11, 26, 14, 0), paris(2026, 11, 26, 14, 0)),
        (paris(2026, 11, 26, 23, 0), paris(2026, 11, 26, 23, 0)),
    ],
)
def test_quiet_hours_of_one_day(moment: datetime, sent: datetime) -> None:
    assert out_of_quiet_hours(moment, "Europe/Paris", 12, 14) == sent


@given(st.integers(0, 23), st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)))
def test_two_equal_hours_mean_none(hour: int, moment: datetime) -> None:
    aware = moment.replace(tzinfo=UTC)
    assert out_of_quiet_hours(aware, "America/Montreal", hour, hour) == aware


@pytest.mark.parametrize(
    ("before", "sent"),
    [
        # The clock goes forward in the night: 22:00 is at +1, eight in the morning at +2.
        (datetime(2026, 3, 28, 21, tzinfo=UTC), datetime(2026, 3, 29, 6, tzinfo=UTC)),
        # ... and back.
        (datetime(2026, 10, 24, 20, tzinfo=UTC), datetime(2026, 10, 25, 7, tzinfo=UTC)),
    ],
)
def test_eight_is_eight_when_the_clock_changes_in_the_night(
    before: datetime, sent: datetime
) -> None:
    assert out_of_quiet_hours(before, "Europe/Paris", 21, 8) == sent


def test_an_hour_that_the_clock_leaves_out_is_the_next_one() -> None:
    moment = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)  # 01:30; two o'clock does not come
    assert out_of_quiet_hours(moment, "Europe/Paris", 23, 2) == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_the_hours_are_those_where_the_person_lives() -> None:
    moment = datetime(2026, 11, 26, 13, tzinfo=UTC)
    assert out_of_quiet_hours(moment, "Africa/Casablanca", 21, 8) == moment
    assert out_of_quiet_hours(moment, "Asia/Riyadh", 21, 8) == moment
    assert out_of_quiet_hours(moment, "America/Los_Angeles", 21, 8) == datetime(
        2026, 11, 26, 16, tzinfo=UTC
    )


@given(
    st.integers(0, 23),
    st.integers(0, 23),
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),
    st.sampled_from(["Europe/Paris", "Africa/Casablanca", "America/New_York", "Asia/Dubai"]),
)
def test_it_is_sent_within_a_day_at_the_hour_at_which_they_end(
    quiet_from: int, quiet_until: int, moment: datetime, zone: str
) -> None:
    aware = moment.replace(tzinfo=UTC)
    sent = out_of_quiet_hours(aware, zone, quiet_from, quiet_until)
    assert 0 <= (sent - aware).total_seconds() <= 25 * 3600
    if sent != aware:
        assert (sent.astimezone(ZoneInfo(zone)).hour - quiet_until) % 24 in {0, 1}
        assert sent.minute == 0
