"""The one patch of Rasa: what it replaces is still what it was, and it decides the same."""

# ruff: noqa: S603 (our own program)
import subprocess

from tests.conftest import missing
from tests.nlu.conftest import RASA_PYTHON
from tests.stack import ROOT

SAME = """
import inspect
from hashlib import sha256
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction

source = inspect.getsource(RemoteAction._validate_action_result)
spec = inspect.getsource(RemoteAction.action_response_format_spec)
assert "validate(result, self.action_response_format_spec())" in source, source
assert len(source.splitlines()) == 15, source
assert "EVENTS_SCHEMA" in spec and "self" not in spec, spec
original = RemoteAction._validate_action_result

from nlu import remote_actions
remote_actions.apply()
patched = RemoteAction._validate_action_result
assert patched is not original

def verdict(check, result):
    try:
        return check(RemoteAction("action_x", None), result)
    except ValidationError as fault:
        return list(fault.absolute_path)

slot = {"event": "slot", "name": "a", "value": {"b": [1]}}
for result in (
    {}, {"events": [], "responses": []}, {"events": [slot], "responses": [{"custom": {}}]},
    {"events": [{"event": "slot"}]}, {"events": [{"event": "none such"}]}, {"events": "x"},
    {"responses": ["x"]}, {"responses": {}}, [], None,
):
    same = verdict(original, result), verdict(patched, result)
    assert same[0] == same[1], (result, same)
assert verdict(patched, {"events": [slot]}) is True
assert verdict(patched, {"responses": ["x"]}) == ["responses", 0]
print("same")
"""


def test_the_patched_check_is_the_same_check() -> None:
    if not RASA_PYTHON.exists():
        missing("the Rasa environment (make setup)")
    run = subprocess.run(
        [RASA_PYTHON, "-W", "ignore", "-c", SAME],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert run.stdout.strip() == "same", run.stderr
