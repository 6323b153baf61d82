"""What a subscription may hold and how choices change it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.errors import WishRefused
from bot.news import wishes
from bot.news.wishes import KINDS
from bot.storage.models import Subscription

NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)
TOPICS = ["culture", "education", "social"]


def subscription(**chosen: list[str]) -> Subscription:
    return Subscription(conversation_id="c", **chosen)


def test_one_taken_out_of_all_leaves_the_others_by_name() -> None:
    assert wishes.take_out([], "law", KINDS) == ["programme", "deadline"]


def test_the_last_one_put_back_is_all_again() -> None:
    assert wishes.put_in(["programme", "deadline"], "law", KINDS) == []


def test_choices_stand_in_the_order_in_which_they_are_known() -> None:
    assert wishes.put_in(["social"], "culture", TOPICS) == ["culture", "social"]


def test_the_same_choice_twice_changes_nothing_more() -> None:
    assert wishes.put_in(["social"], "social", TOPICS) == ["social"]
    assert wishes.take_out(["social"], "culture", TOPICS) == ["social"]


def test_nothing_is_left_after_the_last_one() -> None:
    assert wishes.take_out(["law"], "law", KINDS) is None


def test_the_first_topic_picked_stands_alone_and_others_join_it() -> None:
    picked = wishes.pick_topic([], "social", TOPICS)
    assert picked == ["social"]
    assert wishes.pick_topic(picked, "culture", TOPICS) == ["culture", "social"]


def test_the_last_topic_dropped_gives_all_topics() -> None:
    assert wishes.drop_topic(["culture", "social"], "culture", TOPICS) == ["social"]
    assert wishes.drop_topic(["social"], "social", TOPICS) == []
    assert wishes.drop_topic([], "social", TOPICS) == []


@pytest.mark.parametrize("change", [wishes.put_in, wishes.take_out, wishes.drop_topic])
def test_what_nobody_knows_is_refused(change: object) -> None:
    assert callable(change)
    with pytest.raises(WishRefused):
        change([], "sports", TOPICS)


def test_leaving_out_a_kind_or_a_topic_and_including_it_again() -> None:
    kept = subscription()
    assert wishes.leaving_out(kept, "law", TOPICS) == {"kinds": ["programme", "deadline"]}
    assert wishes.leaving_out(kept, "social", TOPICS) == {"topics": ["culture", "education"]}
    less = subscription(topics=["culture", "education"], kinds=["law"])
    assert wishes.including(less, "social", TOPICS) == {"topics": []}
    assert wishes.including(less, "deadline", TOPICS) == {"kinds": ["deadline", "law"]}


def test_leaving_out_the_only_thing_wanted_leaves_nothing() -> None:
    assert wishes.leaving_out(subscription(kinds=["law"]), "law", TOPICS) is None
    assert wishes.leaving_out(subscription(topics=["social"]), "social", TOPICS) is None


def test_a_country_brings_its_clock() -> None:
    assert wishes.living_in("FR", NOW) == {"country": "FR", "time_zone": "Europe/Paris"}


def test_every_country_keeps_the_clock_as_it_is() -> None:
    assert wishes.living_in(None, NOW) == {"country": None}


@pytest.mark.parametrize("country", ["", "XX", "fr", "FRA"])
def test_what_is_no_country_is_refused(country: str) -> None:
    with pytest.raises(WishRefused):
        wishes.living_in(country, NOW)


def test_a_clock_must_be_one_of_the_country() -> None:
    chosen = wishes.by_clock("US", "America/Los_Angeles", NOW)
    assert chosen == {"time_zone": "America/Los_Angeles"}
    for country, zone in (("FR", "America/Los_Angeles"), (None, "Europe/Paris"), ("US", "Mars")):
        with pytest.raises(WishRefused):
            wishes.by_clock(country, zone, NOW)


def test_quiet_hours_may_cross_midnight_but_never_last_all_day() -> None:
    assert wishes.quiet_between(22, 7) == {"quiet_from": 22, "quiet_until": 7}
    for start, end in ((8, 8), (24, 8), (21, -1)):
        with pytest.raises(WishRefused):
            wishes.quiet_between(start, end)


def test_a_language_is_one_of_the_four_or_that_of_the_conversation() -> None:
    assert wishes.in_language("ary-Latn") == {"lang": "ary-Latn"}
    assert wishes.in_language(None) == {"lang": None}
    with pytest.raises(WishRefused):
        wishes.in_language("en")
