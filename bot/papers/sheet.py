"""A sheet that reads from both sides: French from the left, Arabic from the right."""

from __future__ import annotations

import io
from pathlib import Path

import segno
from fpdf import FPDF
from fpdf.enums import XPos, YPos

from bot.replies.bidi import with_numbers_in_order

_FONT_FOLDER = Path(__file__).parent / "assets"  # made by `npm run assets`
_FONT = "plex"
_INK, _DIM, _ACCENT = (29, 35, 39), (91, 101, 109), (11, 93, 78)
_MARGIN, _GUTTER = 16.0, 6.0
_BODY, _SMALL, _HEADING = 10.5, 8.5, 12.5
_LINE = 6.0
_QR_SIZE = 26.0
_RIGHT_TO_LEFT = frozenset({"ar", "ary"})


class Sheet(FPDF):
    """Blocks of text, each with the direction of its language, shaped by HarfBuzz."""

    def __init__(self, title: str, footer: str) -> None:
        super().__init__(format="A4")
        self._footer = footer
        self.set_title(title)
        self.set_margin(_MARGIN)
        self.set_auto_page_break(True, margin=22)
        self.add_font(_FONT, "", _FONT_FOLDER / "regular.ttf")
        self.add_font(_FONT, "B", _FONT_FOLDER / "bold.ttf")
        self.alias_nb_pages()
        self.add_page()

    def footer(self) -> None:
        """Called by fpdf2 at the end of each page: the check code and the page's number."""
        self.set_y(-16)
        self._write(self._footer, "fr", self.epw / 2, "L", size=_SMALL, ink=_DIM)
        self.set_xy(self.l_margin + self.epw / 2, -16)
        self._write(f"{self.page_no()} / {{nb}}", "fr", self.epw / 2, "R", size=_SMALL, ink=_DIM)

    def heading(self, french: str, arabic: str) -> None:
        """A title over both halves."""
        self.ln(2)
        self._both(french, arabic, style="B", size=_HEADING, ink=_ACCENT)
        self.set_draw_color(*_ACCENT)
        self.line(self.l_margin, self.y, self.l_margin + self.epw, self.y)
        self.ln(2)

    def pair(self, french: tuple[str, str], arabic: tuple[str, str]) -> None:
        """A label with its value in both languages."""
        self._both(" : ".join(french), ": ".join(arabic))

    def remark(self, french: str, arabic: str) -> None:
        """Small print in both languages."""
        self._both(french, arabic, size=_SMALL, ink=_DIM)

    def text_block(self, text: str, lang: str) -> None:
        """A person's own words over the whole width, in the direction of their variety."""
        align = "R" if lang in _RIGHT_TO_LEFT else "L"
        for paragraph in text.splitlines() or [text]:
            self._write(paragraph or " ", lang, self.epw, align)
        self.ln(1)

    def code(self, url: str) -> None:
        """A QR code at the place."""
        picture = io.BytesIO()
        segno.make(url, error="m").save(picture, kind="png", scale=8, border=1)
        picture.seek(0)
        self.ln(1)
        self.image(picture, x=self.l_margin + (self.epw - _QR_SIZE) / 2, w=_QR_SIZE, h=_QR_SIZE)

    def _both(
        self,
        french: str,
        arabic: str,
        style: str = "",
        size: float = _BODY,
        ink: tuple[int, int, int] = _INK,
    ) -> None:
        half = (self.epw - _GUTTER) / 2
        lines = max(
            self._lines(text, lang, half, style, size)
            for text, lang in ((french, "fr"), (arabic, "ar"))
        )
        if self.will_page_break(lines * _LINE):
            self.add_page()
        top, page = self.y, self.page
        self._write(french, "fr", half, "L", style, size, ink)
        bottom = self.y
        self.page = page
        self.set_xy(self.l_margin + half + _GUTTER, top)
        self._write(arabic, "ar", half, "R", style, size, ink)
        self.set_xy(self.l_margin, max(bottom, self.y))

    def _lines(self, text: str, lang: str, width: float, style: str, size: float) -> int:
        self._speak(lang, style, size)
        shown = self.multi_cell(width, _LINE, text, dry_run=True, output="LINES")
        return len(shown) if isinstance(shown, list) else 1

    def _write(
        self,
        text: str,
        lang: str,
        width: float,
        align: str,
        style: str = "",
        size: float = _BODY,
        ink: tuple[int, int, int] = _INK,
    ) -> None:
        self._speak(lang, style, size)
        self.set_text_color(*ink)
        if lang in _RIGHT_TO_LEFT:
            text = with_numbers_in_order(text)
        self.multi_cell(width, _LINE, text, align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _speak(self, lang: str, style: str, size: float) -> None:
        self.set_font(_FONT, style, size)
        # Script and language are each run's own: an Arabic name may stand in a French line.
        self.set_text_shaping(True, direction="rtl" if lang in _RIGHT_TO_LEFT else "ltr")
