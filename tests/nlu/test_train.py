"""What makes a model a new one; runs without Rasa."""

from pathlib import Path

import pytest

from nlu.train import Inputs, model_path


@pytest.fixture
def inputs(tmp_path: Path) -> Inputs:
    for name in ("data", "rules", "code"):
        (tmp_path / name).mkdir()
    (tmp_path / "domain.yml").write_text("d")
    (tmp_path / "config.yml").write_text("c")
    (tmp_path / "data/greet.yml").write_text("g")
    (tmp_path / "code/key.py").write_text("k")
    files = (tmp_path / "domain.yml", tmp_path / "config.yml")
    return Inputs(*files, tmp_path / "data", tmp_path / "rules", (tmp_path / "code",))


def test_the_same_inputs_make_the_same_model(inputs: Inputs, tmp_path: Path) -> None:
    assert model_path(inputs, tmp_path) == model_path(inputs, tmp_path)


@pytest.mark.parametrize("name", ["domain.yml", "config.yml", "data/greet.yml", "code/key.py"])
def test_a_changed_input_makes_another_model(inputs: Inputs, tmp_path: Path, name: str) -> None:
    before = inputs.fingerprint()
    (tmp_path / name).write_text("changed")
    assert inputs.fingerprint() != before


def test_a_file_more_or_renamed_makes_another_model(inputs: Inputs, tmp_path: Path) -> None:
    before = inputs.fingerprint()
    (tmp_path / "data/greet.yml").rename(tmp_path / "data/thank.yml")
    renamed = inputs.fingerprint()
    (tmp_path / "rules/greet.yml").write_text("")
    assert len({before, renamed, inputs.fingerprint()}) == 3


def test_caches_do_not_count(inputs: Inputs, tmp_path: Path) -> None:
    before = inputs.fingerprint()
    (tmp_path / "code/key.cpython-310.pyc").write_text("x")
    assert inputs.fingerprint() == before
