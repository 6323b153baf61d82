"""A path that climbs out of its folder: in an address, in a file's name, in an archive.

Assets are a list of names; files lie under random names of ours; an archive puts back only what its
manifest lists, and plain files only.
"""

from __future__ import annotations

import io
import json
import tarfile
from hashlib import sha256
from pathlib import Path

import pytest
from yarl import URL

from bot.backup.archive import back_up, restore
from bot.errors import BackupDamaged
from bot.files.names import display_name
from bot.files.store import FileStore
from bot.storage.migrate import migrate
from tests.security.house import House, bearer

CLIMBING = (
    "../app.py",
    "..%2fapp.py",
    "%2e%2e/app.py",
    "%2e%2e%2fapp.py",
    "..%5capp.py",
    "..%252fapp.py",
    "%00",
    "console.css%00.png",
    "....//app.py",
    "/etc/passwd",
    "%2fetc%2fpasswd",
    "C:%5cWindows%5cwin.ini",
    "file:///etc/passwd",
)
FOLDERS = (
    "/demo",
    "/styles",
    "/staff/assets",
    "/staff/files",
    "/api/chat/files",
    "",
    "/demo/demo.css",
)
OURS = (b"aiohttp", b"root:", b"from __future__", b"[project]")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_no_address_climbs_out_of_its_folder(house: House) -> None:
    client = (await house.browser("admin")).client
    own = bearer(house.token_of(str(house.things["conversation"])))
    origin = str(house.server.make_url("")).rstrip("/")
    for folder in FOLDERS:
        for climbing in CLIMBING:
            address = URL(f"{origin}{folder}/{climbing}", encoded=True)
            response = await client.session.get(address, headers=own, allow_redirects=False)
            body = await response.read()
            assert response.status in {303, 400, 403, 404}, address
            assert not [mark for mark in OURS if mark in body], address


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_no_folder_lists_its_files(house: House) -> None:
    client = await house.client()
    for path in ("/demo", "/demo/", "/styles/", "/staff/assets/", "/api/chat/files/"):
        response = await client.get(path, allow_redirects=False)
        assert response.status in {303, 403, 404}, path
        assert "demo.css" not in await response.text(), path


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..\\..\\win.ini", "/etc/passwd", ".htaccess", "\0"]
)
def test_the_name_of_a_file_is_no_path(name: str, tmp_path: Path) -> None:
    shown = display_name(name, "image", "image/png")
    assert not set(shown) & set("/\\\0")
    assert not shown.startswith(".")
    for number in (name, "../" * 4, "a" * 31, "A" * 32, f"{'a' * 32}/x"):
        with pytest.raises(ValueError, match="no id"):
            FileStore(tmp_path).path(number)


def made(folder: Path) -> tuple[Path, str]:
    """An archive as we make it, and a place to put one back into."""
    migrate(f"sqlite:///{folder}/jisr.db")
    archive = folder / "archive.tar"
    back_up(f"sqlite:///{folder}/jisr.db", folder / "files", archive)
    return archive, f"sqlite:///{folder}/new/jisr.db"


def with_member(archive: Path, member: tarfile.TarInfo, data: bytes, *, listed: bool) -> None:
    """The archive with one member more, in its manifest if asked."""
    with tarfile.open(archive) as old:
        parts = {each.name: old.extractfile(each).read() for each in old.getmembers()}  # type: ignore[union-attr]
    manifest = json.loads(parts.pop("manifest.json"))
    if listed:
        manifest["sha256"][member.name] = sha256(data).hexdigest()
    with tarfile.open(archive, "w") as new:
        for name, body in {**parts, "manifest.json": json.dumps(manifest).encode()}.items():
            info = tarfile.TarInfo(name)
            info.size = len(body)
            new.addfile(info, io.BytesIO(body))
        member.size = len(data) if member.isreg() else 0
        new.addfile(member, io.BytesIO(data) if member.isreg() else None)


def link(name: str, target: str, kind: bytes) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, target
    return member


HOSTILE_MEMBERS = {
    "climbing": tarfile.TarInfo("../outside"),
    "deep": tarfile.TarInfo("files/../../outside"),
    "absolute": tarfile.TarInfo("/var/jisr-outside"),
    "a link out": link("files/aa/bb/x", "/etc/passwd", tarfile.SYMTYPE),
    "a link to the database": link("files/aa/bb/x", "../../../jisr.db", tarfile.SYMTYPE),
    "a hard link": link("files/aa/bb/x", "database", tarfile.LNKTYPE),
    "a pipe": link("files/aa/bb/x", "", tarfile.FIFOTYPE),
    "a device": link("files/aa/bb/x", "", tarfile.CHRTYPE),
    "not in the manifest": tarfile.TarInfo("files/aa/bb/" + "a" * 32),
}


@pytest.mark.parametrize("what", HOSTILE_MEMBERS)
def test_an_archive_puts_nothing_but_its_own_files_into_its_place(
    what: str, tmp_path: Path
) -> None:
    archive, new = made(tmp_path)
    listed = what != "not in the manifest"
    with_member(archive, HOSTILE_MEMBERS[what], b"evil", listed=listed)
    with pytest.raises(BackupDamaged):
        restore(archive, new, tmp_path / "restored")
    assert not (tmp_path / "outside").exists()
    assert not (tmp_path.parent / "outside").exists()
    assert not Path("/var/jisr-outside").exists()
    assert not (tmp_path / "restored").exists()
    assert not (tmp_path / "new" / "jisr.db").exists()


def test_an_honest_archive_comes_back(tmp_path: Path) -> None:
    archive, new = made(tmp_path)
    restore(archive, new, tmp_path / "restored")
    assert (tmp_path / "new" / "jisr.db").is_file()
