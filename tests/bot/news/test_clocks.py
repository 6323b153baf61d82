"""Which clocks go in a country, by cities that people know."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from babel import Locale

from bot.news.clocks import city, clocks_of

NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize("country", ["FR", "BE", "IT", "NL", "DE", "GB", "MA", "AE", "SN"])
def test_most_countries_have_one_clock(country: str) -> None:
    assert len(clocks_of(country, NOW)) == 1


def test_spain_has_two_and_the_capital_comes_first() -> None:
    mainland, islands = clocks_of("ES", NOW)
    assert mainland.zone == "Europe/Madrid"
    assert mainland.cities("fr") == ["Madrid", "Ceuta"]
    assert islands.zone == "Atlantic/Canary"
    assert islands.cities("ar") == ["كناري"]


@pytest.mark.parametrize(
    ("country", "cities"),
    [
        ("US", {"New York", "Chicago", "Denver", "Phoenix", "Los Angeles", "Honolulu"}),
        ("CA", {"Toronto", "Halifax", "Winnipeg", "Edmonton", "Vancouver"}),
        ("AU", {"Sydney", "Brisbane", "Adélaïde", "Perth", "Darwin"}),
        ("BR", {"São Paulo"}),
        ("RU", {"Moscou", "Novossibirsk", "Vladivostok"}),
    ],
)
def test_large_countries_show_the_cities_that_people_know(country: str, cities: set[str]) -> None:
    shown = {name for clock in clocks_of(country, NOW) for name in clock.cities("fr")}
    assert cities <= shown


def test_clocks_that_agree_in_summer_only_are_told_apart() -> None:
    zones = {clock.zone for clock in clocks_of("US", NOW)}
    los_angeles, phoenix = "America/Los_Angeles", "America/Phoenix"
    assert {los_angeles, phoenix} <= zones


def test_a_city_goes_without_its_province() -> None:
    assert city("America/Argentina/Buenos_Aires", "fr") == "Buenos Aires"


def test_an_uninhabited_country_has_no_clock() -> None:
    assert clocks_of("BV", NOW) == []
    assert clocks_of("", NOW) == []


def test_every_country_can_be_shown_on_buttons() -> None:
    for country in Locale("fr").territories:
        for clock in clocks_of(country, NOW):
            assert all(clock.cities("ar"))
            assert len(f"news:zone:{clock.zone}".encode()) <= 64
