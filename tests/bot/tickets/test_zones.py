from datetime import UTC, date, datetime
from zoneinfo import available_timezones

import pycountry
import pytest

from bot.office import OFFICE
from bot.tickets.zones import local_date, zone_of


@pytest.mark.parametrize(
    ("country", "zone"),
    [
        ("FR", "Europe/Paris"),
        ("BE", "Europe/Brussels"),
        ("ES", "Europe/Madrid"),
        ("US", "America/New_York"),
        ("CA", "America/Toronto"),
        ("MA", "Africa/Casablanca"),
        (None, "Africa/Casablanca"),
        ("XX", "Africa/Casablanca"),
    ],
)
def test_a_country_has_the_zone_of_its_capital(country: str | None, zone: str):
    assert zone_of(country).key == zone


def test_nearly_every_country_has_a_zone_of_its_own():
    codes = [country.alpha_2 for country in pycountry.countries]
    without = {code for code in codes if zone_of(code) == OFFICE}
    assert without == {"MA", "AQ", "BV", "HM", "UM"}
    assert {zone_of(code).key for code in codes} <= available_timezones()


def test_the_date_is_the_one_where_the_citizen_lives():
    moment = datetime(2026, 9, 16, 22, 30, tzinfo=UTC)
    assert local_date(moment, "FR") == date(2026, 9, 17)
    assert local_date(moment, "CA") == date(2026, 9, 16)
