import shutil

import pytest

from bot.tickets.kinds import Category
from bot.tickets.words import FOLDER, WordsError, load_words


def test_every_category_has_words_and_every_country_a_name(words):
    categories = {v.split("/")[1] for values in words.categories.phrases.values() for v in values}
    countries = {v.split("/")[1] for values in words.countries.phrases.values() for v in values}
    assert categories == set(Category)
    assert words.codes - countries == {"EH"}


def test_no_country_name_stands_for_two_countries(words):
    assert all(len(values) == 1 for values in words.countries.phrases.values())


def test_no_strong_category_word_stands_for_two_categories(words):
    for phrase, values in words.categories.phrases.items():
        strong = {value for value in values if value.startswith("strong/")}
        assert len(strong) <= 1, phrase


def test_all_faults_are_told_at_once(tmp_path):
    folder = tmp_path / "words"
    shutil.copytree(FOLDER, folder)
    (folder / "answers.yaml").write_text('"yes": {fr: [on], de: [ja]}', encoding="utf-8")
    (folder / "fields.yaml").unlink()
    (folder / "talk.yaml").write_text("- wish", encoding="utf-8")
    with pytest.raises(WordsError) as told:
        load_words(folder)
    for fault in ("answers.yaml: yes/fr", "no such variety: de", "fields.yaml", "talk.yaml: must"):
        assert fault in str(told.value)
