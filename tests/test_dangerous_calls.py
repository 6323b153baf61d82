"""What no line of ours does: a reader of the security documents need not search for it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from knowledge.files import _Loader

ROOT = Path(__file__).parents[1]
_OURS = ("actions", "bot", "knowledge", "nlu")
_NOT_OURS = {".venv", "node_modules", "assets"}

# Objects made of a stranger's bytes, entities of a stranger's document, memory by hand.
_FORBIDDEN_MODULES = {
    *("pickle", "marshal", "shelve", "dill", "jsonpickle", "ctypes", "cffi"),
    *("xml", "lxml", "ldap", "ldap3", "memcache", "pymemcache", "telnetlib", "ftplib"),
}
_FORBIDDEN_CALLS = {
    *("eval", "exec", "compile", "__import__", "os.system", "os.popen", "os.execv", "os.execvp"),
    *("asyncio.create_subprocess_shell", "subprocess.getoutput", "subprocess.getstatusoutput"),
    *("hashlib.md5", "hashlib.sha1", "tempfile.mktemp", "ssl._create_unverified_context"),
    *("yaml.unsafe_load", "yaml.full_load", "yaml.unsafe_load_all"),
}
_CRYPTOGRAPHY = {"hashlib", "hmac", "secrets", "ssl", "argon2", "pyotp"}
_OTHER_CRYPTOGRAPHY = {
    *("cryptography", "Crypto", "Cryptodome", "nacl", "OpenSSL", "M2Crypto", "rsa", "ecdsa"),
    *("bcrypt", "passlib", "jwt", "jose", "authlib", "itsdangerous"),
}
_GUESSABLE = {"random", "numpy.random", "np.random"}
_JS_KEY_OF_SOMEBODY = re.compile(r"\w+\[[a-z]\w*\]\s*=[^=>].*|.*__proto__.*")
_JS_SINKS = re.compile(
    r"\binnerHTML\b|\bouterHTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\b"
    r"|unsafeHTML|unsafeSVG|setTimeout\(\s*[\"'`]|javascript:|addEventListener\(\s*[\"']message"
)


@cache
def _modules() -> dict[str, ast.Module]:
    return {
        str(path.relative_to(ROOT)): ast.parse(path.read_text("utf-8")) for path in _files("*.py")
    }


def _files(pattern: str) -> Iterator[Path]:
    for folder in _OURS:
        for path in sorted((ROOT / folder).rglob(pattern)):
            if not _NOT_OURS & set(path.parts):
                yield path


def _calls(tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def _imports(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def test_there_is_code_to_look_at() -> None:
    assert {"bot/__main__.py", "nlu/serve.py", "actions/server.py"} <= set(_modules())


def test_no_module_that_trusts_what_it_reads_is_imported() -> None:
    found = {
        (path, name)
        for path, tree in _modules().items()
        for name in _imports(tree)
        if name.partition(".")[0] in _FORBIDDEN_MODULES
    }
    assert found == set()


def test_nothing_that_runs_text_and_no_weak_digest_is_called() -> None:
    found = {
        (path, name)
        for path, tree in _modules().items()
        for name, _call in _calls(tree)
        if name in _FORBIDDEN_CALLS
    }
    assert found == set()


def test_digests_and_seals_are_all_made_with_sha_256() -> None:
    calls = [pair for tree in _modules().values() for pair in _calls(tree)]
    digests = {ast.unparse(call) for name, call in calls if name.startswith("hashlib.")}
    seals = {
        ast.unparse(call.args[2]) for name, call in calls if name in {"hmac.new", "hmac.digest"}
    }
    assert digests and all("sha256" in each for each in digests), digests
    assert seals == {"hashlib.sha256"}


def test_cryptography_is_that_of_known_libraries() -> None:
    imported = {name.partition(".")[0] for tree in _modules().values() for name in _imports(tree)}
    assert imported >= _CRYPTOGRAPHY - {"ssl"}
    assert imported & _OTHER_CRYPTOGRAPHY == set()


def test_no_command_goes_through_a_shell() -> None:
    found = {
        (path, name)
        for path, tree in _modules().items()
        for name, call in _calls(tree)
        for keyword in call.keywords
        if keyword.arg == "shell"
    }
    assert found == set()


def test_yaml_is_read_by_safe_loaders_only() -> None:
    loaders = {
        (path, ast.unparse(call.args[1]))
        for path, tree in _modules().items()
        for name, call in _calls(tree)
        if name == "yaml.load"
    }
    assert loaders == {("knowledge/files.py", "_Loader")}
    assert issubclass(_Loader, yaml.CSafeLoader)


def test_sql_is_never_put_together_from_text() -> None:
    found = {
        (path, ast.unparse(call))
        for path, tree in _modules().items()
        if "migrations" not in path  # constants of ours: names of tables and columns
        for name, call in _calls(tree)
        if name in {"text", "sqlalchemy.text", "sa.text"} or name.endswith("exec_driver_sql")
        for argument in call.args[:1]
        if not isinstance(argument, ast.Constant)
    }
    # A back-up counts rows: table names out of the database itself, quoted by its own dialect.
    assert found == {("bot/backup/dumping.py", "text(f'SELECT count(*) FROM {quote(table)}')")}


def test_citizens_files_are_kept_in_one_place_which_has_them_scanned() -> None:
    found = {
        (path, name)
        for path, tree in _modules().items()
        for name, _call in _calls(tree)
        if name.endswith("store.write")
    }
    assert found == {("bot/tickets/attachments.py", "self._store.write")}


def test_no_check_of_a_certificate_is_switched_off() -> None:
    switches = {"ssl", "verify", "verify_ssl", "validate_certs", "check_hostname"}
    found = {
        (path, ast.unparse(call))
        for path, tree in _modules().items()
        for _name, call in _calls(tree)
        for keyword in call.keywords
        if keyword.arg in switches
        and isinstance(keyword.value, ast.Constant)
        and keyword.value.value is False
    }
    assert found == set()
    sources = "".join(path.read_text("utf-8") for path in _files("*.py"))
    assert "CERT_NONE" not in sources


def test_what_must_not_be_guessed_is_not_drawn_from_random_numbers() -> None:
    """`random` draws invented tickets alone; tokens and codes come from `secrets`."""
    users = {path for path, tree in _modules().items() if _GUESSABLE & _imports(tree)}
    assert {path for path in users if not path.startswith("bot/demo/")} == set()


def test_every_page_escapes_what_it_shows() -> None:
    environments = [
        (path, {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords})
        for path, tree in _modules().items()
        for name, call in _calls(tree)
        if name.rpartition(".")[2] == "Environment"
    ]
    assert len(environments) > 2
    assert [path for path, options in environments if options.get("autoescape") != "True"] == []


def test_markup_that_is_not_escaped_is_ours() -> None:
    """The preview of an announcement is Telegram's HTML, the QR code an element of numbers."""
    safe = {
        path.name
        for path in _files("*.html")
        if re.search(r"\|\s*safe\b|autoescape", path.read_text("utf-8"))
    }
    made = {
        path
        for path, tree in _modules().items()
        for name, _call in _calls(tree)
        if name in {"Markup", "markupsafe.Markup"}
    }
    assert safe == {"announcement.html"}
    assert made == {"bot/staff/second_factor.py"}


def test_no_page_is_made_of_a_template_that_somebody_wrote() -> None:
    found = {
        (path, name)
        for path, tree in _modules().items()
        for name, _call in _calls(tree)
        if name.endswith((".from_string", "render_template_string")) or name == "Template"
    }
    assert found == set()


@pytest.mark.parametrize("script", [*_files("*.js")], ids=lambda path: path.name)
def test_no_script_of_ours_makes_markup_of_text_or_listens_to_other_windows(script: Path) -> None:
    assert _JS_SINKS.findall(script.read_text("utf-8")) == []


def test_no_object_of_a_script_takes_a_key_that_somebody_else_names() -> None:
    """An object would take `__proto__` too. An event of the stream takes `id` and `event`."""
    found = {
        (path.name, line.strip())
        for path in _files("*.js")
        for line in _JS_KEY_OF_SOMEBODY.findall(path.read_text("utf-8"))
    }
    assert found == {("event-stream.js", "event[field] = value;")}
