"""How large the widget is, and how soon its button stands on a page."""

from __future__ import annotations

import asyncio
import gzip
import os
import shutil
from pathlib import Path
from statistics import median

from playwright.async_api import Browser, async_playwright

from tests.bench.figures import Figures
from tests.bench.plan import Plan
from tests.stack import StackFailed, running_application

_WIDGET = Path("bot/web/assets/widget.js")
_PHONE_SLOWDOWN = 4  # a cheap phone beside this machine, as Lighthouse reckons

# When the first picture with the button is there, looked for at each picture from the start on.
_WATCH = """window.buttonPainted = new Promise((resolve) => {
  const look = () => {
    const launcher = document.querySelector("jisr-chat")?.shadowRoot?.querySelector(".launcher");
    if (!launcher?.getClientRects().length) return requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
  };
  requestAnimationFrame(look);
});"""
# Since the page was loaded, and since the script was there. Before the load event counts as 0.
_TIMES = """async () => {
  const painted = await buttonPainted;
  while (!performance.timing.loadEventEnd) await new Promise((resolve) => setTimeout(resolve));
  const [page] = performance.getEntriesByType("navigation");
  const [script] = performance.getEntriesByType("resource")
    .filter(({ name }) => name.endsWith("/widget.js"));
  return [Math.max(0, painted - page.loadEventStart), painted - script.responseEnd];
}"""


def widget_figures(plan: Plan) -> Figures:
    """The widget's size as it is sent, and when its button is painted; raises StackFailed."""
    with running_application() as stack:
        return {
            "widget_gzip_kb": round(len(gzip.compress(_WIDGET.read_bytes(), 9)) / 1024, 1),
            **asyncio.run(_times(stack.url, plan.widget_loads)),
        }


async def _times(url: str, loads: int) -> Figures:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if path is None:
        raise StackFailed("no Chromium (apt-get install chromium)")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        figures: Figures = {}
        for name, slowdown in (("", 1), ("_phone", _PHONE_SLOWDOWN)):
            times = [await _load(browser, url, slowdown) for _ in range(loads)]
            figures[f"widget_button{name}_ms"] = median(after_load for after_load, _ in times)
            figures[f"widget_script{name}_ms"] = median(after_script for _, after_script in times)
        return figures


async def _load(browser: Browser, url: str, slowdown: int) -> tuple[float, float]:
    """One load by a browser that has never seen the page."""
    context = await browser.new_context(viewport={"width": 360, "height": 740})
    page = await context.new_page()
    await page.add_init_script(_WATCH)
    session = await context.new_cdp_session(page)
    await session.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    await page.goto(url, wait_until="load")
    after_load, after_script = await page.evaluate(_TIMES)
    await context.close()
    return after_load, after_script
