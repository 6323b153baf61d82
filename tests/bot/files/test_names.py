"""A file's name is for the eye only."""

from __future__ import annotations

import pytest

from bot.files.names import display_name, disposition


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("passeport.jpg", "passeport.jpg"),
        ("Passeport.JPEG", "Passeport.jpeg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\Users\\x\\scan.jpg", "scan.jpg"),
        ("..", "image.jpg"),
        ("", "image.jpg"),
        (".htaccess", "htaccess.jpg"),
        ("facture.html", "facture.html.jpg"),
        ("photo\u202egpj.exe", "photo gpj.exe.jpg"),
        ("a\x00b\r\nSet-Cookie: x", "a b Set-Cookie: x.jpg"),
        ("رسالة إلى القنصلية.jpg", "رسالة إلى القنصلية.jpg"),
        ("\ud800.jpg", "image.jpg"),
    ],
)
def test_a_name_is_shown_without_path_and_tricks(sent: str, shown: str) -> None:
    assert display_name(sent, "image", "image/jpeg") == shown


def test_a_long_name_keeps_its_ending() -> None:
    shown = display_name("x" * 500 + ".pdf", "document", "application/pdf")
    assert len(shown) == 120
    assert shown.endswith("x.pdf")


def test_a_name_cannot_leave_its_header() -> None:
    header = disposition('é";\r\n<x>.pdf', inline=False)
    assert header == "attachment; filename*=UTF-8''%C3%A9%22%3B%0D%0A%3Cx%3E.pdf"
