"""The widget's pictures for the documents: `python -m tests.pictures [--folder docs/pictures]`.

Each variety on a large screen and on a phone, with what Jisr answers about a scholarship.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, async_playwright

from nlu.text.variety import Variety
from tests.stack import stack_url

_QUESTIONS: Mapping[Variety, str] = {
    "ar": "ما هي الوثائق المطلوبة لطلب منحة دراسية؟",
    "fr": "Quels papiers pour une bourse d’études ?",
    "ary": "شنو هوما الوراق ديال لابورس؟",
    "ary-Latn": "chno homa lwra9 dyal la bourse?",
}
_PAGES: Mapping[Variety, str] = {"ar": "ar", "fr": "fr", "ary": "ar", "ary-Latn": "fr"}
_SIZES = ((1280, 800), (360, 740))
_COLOURS = 128  # of a picture of flat colours nobody misses the others


def main() -> None:
    """Runs the command."""
    options = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    options.add_argument("--folder", type=Path, default=Path("docs/pictures"))
    folder: Path = options.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    with stack_url() as url:
        asyncio.run(_take_all(url, folder))


async def _take_all(url: str, folder: Path) -> None:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for lang, question in _QUESTIONS.items():
            for size in _SIZES:
                picture = await _take(browser, f"{url}/?lang={_PAGES[lang]}", lang, question, size)
                file = folder / f"widget-{lang}-{size[0]}x{size[1]}.png"
                file.write_bytes(_small(picture))
                sys.stdout.write(f"{file} {file.stat().st_size // 1024} KB\n")
        await browser.close()


async def _take(
    browser: Browser, address: str, lang: Variety, question: str, size: tuple[int, int]
) -> bytes:
    """The open widget once it has answered."""
    width, height = size
    context = await browser.new_context(
        viewport={"width": width, "height": height}, reduced_motion="reduce"
    )
    page = await context.new_page()
    await page.goto(address)
    widget = page.locator("jisr-chat")
    await widget.evaluate("(widget, lang) => { widget.pageLang = lang }", lang)
    await widget.locator(".launcher").click()
    await widget.locator("textarea").fill(question)
    await page.keyboard.press("Enter")
    await widget.locator(".message.bot .sources").first.wait_for()
    await page.mouse.move(0, 0)
    picture = await page.screenshot(animations="disabled", caret="hide")
    await context.close()
    return picture


def _small(picture: bytes) -> bytes:
    """The same PNG with a palette."""
    out = BytesIO()
    image = Image.open(BytesIO(picture)).convert("RGB")
    image.quantize(_COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    main()
