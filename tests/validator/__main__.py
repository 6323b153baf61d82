"""Checks what no type checker sees: `python -m tests.validator`, from the repository root.

Prints every fault, path first, all at once; exit code 1 if there is any.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from bot.errors import BadInput, JisrError, message_key
from bot.replies.options import BY_MESSAGE, BY_QUESTION, OFFERS
from bot.settings import Settings, environment_name
from knowledge.loading import KnowledgeError, load, load_registry
from knowledge.schema import FACETS
from nlu.evaluation.cases import INTENTS, Case, CasesRefused, read_cases
from nlu.text.variety import VARIETIES
from tests.dialogues.scenario import Scenario, ScenariosRefused, read_scenarios
from tests.validator import (
    asvs_rules,
    language_rules,
    messages,
    said_keys,
    settings_rules,
    topic_rules,
)
from tests.validator.examples import Example, read_examples
from tests.validator.messages import MessageFile
from tests.validator.said_keys import SaidKey

DOMAIN = Path("domain.yml")
DATA = Path("nlu/data")
EVALUATION = Path("nlu/evaluation")
DIALOGUES = Path("tests/dialogues")
REPLIES = Path("bot/replies")
LABELS = Path("bot/staff/labels")
LABEL_LANGS = ("ar", "fr")
LEAST_ALIASES = 6
SETTINGS = Path(".env.example")
DOCUMENTS = Path("docs")
REQUIREMENTS = DOCUMENTS / "asvs.md"
REQUIREMENT_LEVELS = Path("tests/validator/asvs-5.0.0.csv")
SPEAKING = ("actions", "bot/dialogue", "bot/tickets", "bot/telegram", "bot/replies")


def main() -> int:
    """Runs every rule; gives the exit code."""
    faults = sorted(set(all_faults()))
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    sys.stdout.write(f"validator: {len(faults)} faults\n" if faults else "validator: no faults\n")
    return 1 if faults else 0


def all_faults() -> list[str]:
    """The faults of the repository at the working directory."""
    faults: list[str] = []
    cases = _cases(faults)
    scenarios = _scenarios(faults)
    faults += _language_faults(_examples(faults), cases, scenarios)
    faults += _message_faults()
    faults += _topic_faults(cases, scenarios)
    faults += settings_rules.settings_faults(
        [environment_name(field) for field in Settings.model_fields], _text(SETTINGS), str(SETTINGS)
    )
    faults += _document_faults()
    return faults


def _cases(faults: list[str]) -> list[Case]:
    try:
        return read_cases(EVALUATION)
    except CasesRefused as refused:
        faults += refused.faults
        return []


def _scenarios(faults: list[str]) -> list[Scenario]:
    try:
        return read_scenarios(DIALOGUES)
    except ScenariosRefused as refused:
        faults += refused.faults
        return []


def _examples(faults: list[str]) -> list[Example]:
    try:
        return read_examples(DATA)
    except yaml.YAMLError as error:
        faults.append(f"{DATA}: is not readable YAML ({' '.join(str(error).split())})")
        return []


def _language_faults(
    examples: list[Example], cases: list[Case], scenarios: list[Scenario]
) -> list[str]:
    declared = _domain().get("intents") or []
    return [
        *language_rules.domain_faults(declared, INTENTS, str(DOMAIN)),
        *language_rules.label_faults(examples, INTENTS, FACETS),
        *language_rules.uncovered_intents(INTENTS, examples, cases, str(DATA), str(EVALUATION)),
        *language_rules.duplicate_examples(examples),
        *language_rules.near_duplicates(examples),
        *language_rules.leaked_cases(examples, cases),
        *language_rules.leaked_dialogues(examples, scenarios),
    ]


def _message_faults() -> list[str]:
    faults: list[str] = []
    replies = _message_files(REPLIES, VARIETIES, faults)
    labels = _message_files(LABELS, LABEL_LANGS, faults) if LABELS.is_dir() else {}
    for files in (replies, labels):
        faults += messages.unreadable(files)
        faults += messages.missing_keys(files)
        faults += messages.differing_placeholders(files)
    worded = {key for file in replies.values() for key in file.messages}
    keys, wrong = said_keys.keys_of_domain(_domain(), str(DOMAIN))
    keys += [key for file in _code() for key in said_keys.keys_of_code(_text(file), str(file))]
    return faults + wrong + said_keys.unworded([*keys, *_keys_of_tables()], worded)


def _message_files(folder: Path, langs: Iterable[str], faults: list[str]) -> dict[str, MessageFile]:
    files: dict[str, MessageFile] = {}
    for lang in langs:
        path = folder / f"{lang}.ftl"
        if path.exists():
            files[lang] = messages.read_messages(_text(path), str(path))
        else:
            faults.append(f"{path}: is missing")
    return files


def _keys_of_tables() -> list[SaidKey]:
    """The titles of choices, and the words of errors at the chat API."""
    tables = [*BY_MESSAGE.values(), *BY_QUESTION.values(), *OFFERS.values()]
    titles = [SaidKey(key, f"{REPLIES}/options.py") for table in tables for key in table]
    kinds: list[type[JisrError]] = [*BadInput.__subclasses__(), JisrError]
    codes = {kind.code for kind in kinds}
    return titles + [SaidKey(message_key(code), "bot/errors.py") for code in sorted(codes)]


def _topic_faults(cases: list[Case], scenarios: list[Scenario]) -> list[str]:
    registered = load_registry()
    faults = [
        *topic_rules.unknown_in_cases(cases, registered),
        *topic_rules.unknown_in_dialogues(scenarios, registered),
    ]
    try:
        knowledge = load()
    except KnowledgeError as error:
        return faults + error.faults
    return [
        *faults,
        *topic_rules.evaluation_in_questions(knowledge, cases),
        *topic_rules.few_aliases(knowledge, LEAST_ALIASES),
    ]


def _document_faults() -> list[str]:
    """Requirements left out, and tests that a document names and that do not exist."""
    levels = asvs_rules.read_levels(_text(REQUIREMENT_LEVELS))
    tests = asvs_rules.named_tests(
        {str(file): _text(file) for file in sorted(Path("tests").rglob("test_*.py"))}
    )
    return [
        *asvs_rules.faults_of_answers(_text(REQUIREMENTS), levels, str(REQUIREMENTS)),
        *(
            fault
            for document in sorted(DOCUMENTS.rglob("*.md"))
            for fault in asvs_rules.unknown_tests(_text(document), tests, str(document))
        ),
    ]


def _code() -> list[Path]:
    return sorted(file for folder in SPEAKING for file in Path(folder).rglob("*.py"))


def _domain() -> dict[str, Any]:
    return dict(yaml.safe_load(_text(DOMAIN)))


def _text(path: Path) -> str:
    return path.read_text("utf-8")


if __name__ == "__main__":
    sys.exit(main())
