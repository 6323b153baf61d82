"""Runs a command as a unit of deploy/systemd confines it, as far as that goes without systemd.

python -m tests.deploy.sandbox UNIT COMMAND...

Of the unit it applies NoNewPrivileges, MemoryDenyWriteExecute and SystemCallFilter: what a program
can do to itself without being root. Linux 6.3 or newer, libseccomp and systemd-analyze.
"""

from __future__ import annotations

import ctypes
import errno
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.stack import ROOT

UNITS = ROOT / "deploy" / "systemd"

_PR_SET_NO_NEW_PRIVS = 38
_PR_SET_MDWE = 65
_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000 | errno.EPERM
_LIBRARY = "libseccomp.so.2"


def available() -> bool:
    """Whether this machine can."""
    try:
        ctypes.CDLL(_LIBRARY)
    except OSError:
        return False
    return True


def main() -> None:
    """Confines this process, then becomes the command."""
    unit, command = UNITS / sys.argv[1], sys.argv[2:]
    confine(unit)
    os.execvp(command[0], command)  # noqa: S606


def confine(unit: Path) -> None:
    """What the unit says, for this process and its children. Raises OSError."""
    allowed = allowed_calls(unit)
    settings = unit.read_text().splitlines()
    libc = ctypes.CDLL(None, use_errno=True)
    if "NoNewPrivileges=yes" in settings:
        _checked(libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
    if "MemoryDenyWriteExecute=yes" in settings:
        _checked(libc.prctl(_PR_SET_MDWE, 1, 0, 0, 0))
    _filter(allowed)


def allowed_calls(unit: Path) -> set[str]:
    """The system calls that its SystemCallFilter= lines leave."""
    sets, allowed = _sets(), set[str]()
    for line in unit.read_text().splitlines():
        name, _, value = line.partition("=")
        if name != "SystemCallFilter":
            continue
        named = {call for word in value.removeprefix("~").split() for call in _calls(word, sets)}
        allowed = allowed - named if value.startswith("~") else allowed | named
    return allowed


def _sets() -> Mapping[str, list[str]]:
    """systemd's sets of system calls: the calls and sets in each."""
    command = ["systemd-analyze", "syscall-filter"]
    shown = subprocess.run(  # noqa: S603
        command, capture_output=True, text=True, check=True
    ).stdout
    sets: dict[str, list[str]] = {}
    for line in shown.splitlines():
        if line.startswith("@"):
            sets[line.strip()] = []
        elif sets and line.startswith(" ") and not line.strip().startswith("#"):
            sets[next(reversed(sets))].append(line.strip())
    return sets


def _calls(word: str, sets: Mapping[str, list[str]]) -> Iterator[str]:
    if not word.startswith("@"):
        yield word
        return
    for member in sets[word]:
        yield from _calls(member, sets)


def _filter(allowed: set[str]) -> None:
    seccomp = ctypes.CDLL(_LIBRARY)
    seccomp.seccomp_init.restype = ctypes.c_void_p
    context = ctypes.c_void_p(seccomp.seccomp_init(_REFUSE))
    for name in allowed:
        number = seccomp.seccomp_syscall_resolve_name(name.encode())
        if number >= 0:  # not every call exists on every machine
            seccomp.seccomp_rule_add(context, _ALLOW, number, 0)
    _checked(seccomp.seccomp_load(context))


def _checked(answer: int) -> None:
    if answer < 0:
        raise OSError(ctypes.get_errno() or -answer, "the sandbox cannot be set up")


if __name__ == "__main__":
    main()
