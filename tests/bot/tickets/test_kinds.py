import pytest

from bot.tickets.kinds import SETTLED, TRANSITIONS, State, may_move, moves_by_hand


def test_every_state_has_its_moves_and_none_to_itself():
    assert set(TRANSITIONS) == set(State)
    assert not any(may_move(state, state) for state in State)


@pytest.mark.parametrize("state", [State.RESOLVED, State.CLOSED])
def test_a_settled_ticket_reopens_to_open(state):
    assert may_move(state, State.OPEN)


@pytest.mark.parametrize("state", [s for s in State if s is not State.CLOSED])
def test_every_ticket_can_be_closed(state):
    assert may_move(state, State.CLOSED)


@pytest.mark.parametrize("state", [s for s in State if s not in {State.NEW, State.RESOLVED}])
def test_nothing_becomes_new_again(state):
    assert not may_move(state, State.NEW)


def test_a_new_ticket_is_taken_up_before_it_is_resolved():
    assert not may_move(State.NEW, State.RESOLVED)
    assert may_move(State.NEW, State.OPEN)
    assert may_move(State.OPEN, State.RESOLVED)


@pytest.mark.parametrize("state", State)
def test_no_click_alone_settles_or_reopens(state):
    by_hand = moves_by_hand(state)
    assert by_hand <= TRANSITIONS[state]
    assert all((target in SETTLED) is (state in SETTLED) for target in by_hand)


def test_what_is_resolved_is_closed_by_a_click():
    assert moves_by_hand(State.RESOLVED) == {State.CLOSED}
    assert moves_by_hand(State.NEW) == {State.OPEN}
