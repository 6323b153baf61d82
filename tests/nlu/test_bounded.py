"""The bounded state, on plain dicts; runs without Rasa."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from nlu.bounded import RECENT, bounded

Event = dict[str, Any]
LISTEN: Event = {"event": "action", "name": "action_listen"}
SLOTS = ("consent", "category", "country", "requested_slot")


def slot(name: str, value: Any) -> Event:
    return {"event": "slot", "name": name, "value": value}


def loop(name: str | None) -> Event:
    return {"event": "active_loop", "name": name}


def user(text: str) -> Event:
    parsed = {"intent": {"name": "greet"}, "intent_ranking": [{"name": "greet"}] * 15}
    return {"event": "user", "text": text, "parse_data": parsed}


def turn(text: str, *events: Event) -> list[Event]:
    return [user(text), {"event": "action", "name": "utter_greet"}, *events, LISTEN]


def restored(events: list[Event]) -> tuple[dict[str, Any], str | None]:
    """Slots and form after replaying events, as Rasa does."""
    slots: dict[str, Any] = {}
    form = None
    for event in events:
        if event["event"] == "slot":
            slots[event["name"]] = event["value"]
        if event["event"] == "active_loop":
            form = event["name"]
    return {name: value for name, value in slots.items() if value is not None}, form


def test_nothing_stays_nothing() -> None:
    assert bounded([]) == []


def test_a_short_conversation_is_kept_whole() -> None:
    events = [LISTEN, *turn("a"), *turn("b")]
    assert [e["event"] for e in bounded(events)] == [e["event"] for e in events]


def test_a_long_conversation_is_cut_where_the_bot_waited() -> None:
    events = [LISTEN] + [event for i in range(50) for event in turn(str(i))]
    state = bounded(events)
    assert state[0] == LISTEN
    assert len(state) <= RECENT
    assert state[-1] == LISTEN
    assert state[-3]["text"] == "49"


def test_slots_and_form_from_before_the_cut_are_restored() -> None:
    opening = turn("a", loop("open_complaint_form"), slot("consent", True), slot("country", "FR"))
    events = [LISTEN, *opening] + [event for i in range(20) for event in turn(str(i))]
    state = bounded(events)
    assert state[:3] == [
        slot("consent", True),
        slot("country", "FR"),
        loop("open_complaint_form"),
    ]
    assert state[3] == LISTEN


def test_an_ended_form_and_an_emptied_slot_leave_nothing() -> None:
    opening = turn("a", loop("open_complaint_form"), slot("consent", True))
    ending = turn("b", slot("consent", None), loop(None))
    events = [LISTEN, *opening, *ending] + [event for i in range(20) for event in turn(str(i))]
    assert bounded(events)[0] == LISTEN


def test_the_metadata_that_rasa_keeps_of_the_first_message_is_forgotten() -> None:
    events = [slot("session_started_metadata", {"turn_id": "t1"}), *turn("a") * 10]
    assert all(event.get("name") != "session_started_metadata" for event in bounded(events))


def test_a_turn_longer_than_the_state_leaves_a_bot_that_waits() -> None:
    events = [LISTEN, user("a"), *[slot("consent", i) for i in range(40)], LISTEN]
    assert bounded(events) == [slot("consent", 39), LISTEN]


def test_a_turn_that_was_cut_short_ends_with_the_bot_waiting() -> None:
    assert bounded([LISTEN, user("a"), {"event": "action", "name": "action_x"}])[-1] == LISTEN


def test_rankings_are_not_carried_along() -> None:
    state = bounded([LISTEN, *turn("a")])
    assert state[1]["parse_data"] == {"intent": {"name": "greet"}}


def test_the_events_given_are_left_as_they_were() -> None:
    events = [LISTEN, *turn("a")]
    bounded(events)
    assert "intent_ranking" in events[1]["parse_data"]


any_event = st.one_of(
    st.builds(slot, st.sampled_from(SLOTS), st.none() | st.booleans() | st.text(max_size=3)),
    st.builds(loop, st.sampled_from([None, "open_complaint_form", "talk_to_agent_form"])),
    st.builds(user, st.text(max_size=3)),
    st.just(LISTEN),
    st.just({"event": "action", "name": "utter_greet"}),
)


@given(st.lists(any_event, max_size=60))
def test_whatever_happened_slots_and_form_survive(events: list[Event]) -> None:
    assert restored(bounded(events)) == restored(events)


@given(st.lists(any_event, max_size=60))
def test_a_state_is_bounded_and_stays_as_it_is(events: list[Event]) -> None:
    state = bounded(events)
    assert len(state) <= RECENT + len(SLOTS) + 1
    assert bounded(state) == state
