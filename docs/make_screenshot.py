"""Writes docs/screenshot.svg (a card, answered) and docs/report.svg (a diagnosis), both in 80x24."""

import asyncio
import re
import tempfile
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

from tutor.config import Config
from tutor.paths import Paths, find_paths
from tutor.ui.app import TutorApp

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
CARD = "transformer/04-scaled-dot-product-attention:mask-before-softmax"
EXERCISE = "transformer/scaled-dot-product-attention"


async def card(app: TutorApp, pilot) -> None:
    app.open_study("transformer/04-scaled-dot-product-attention")
    while getattr(app.screen, "session", None) is None:
        await asyncio.sleep(0.05)
    study = app.screen
    study.session.turn = study.session._turn(CARD)
    await study._show()
    await pilot.press("2")
    await pilot.pause(0.3)


async def report(app: TutorApp, pilot) -> None:
    app.open_exercise(EXERCISE)
    await pilot.pause(0.5)
    editor = app.screen.query_one("#editor")
    right = app.services.catalogue.workshop[EXERCISE].text("reference.py")
    editor.text = right.replace("math.sqrt(q.shape[-1])", "q.shape[-1]")
    await pilot.press("f5")
    while app.screen._grade_worker:
        await asyncio.sleep(0.05)
    await pilot.pause(0.3)


async def draw(name: str, scene: Callable[[TutorApp, object], Awaitable[None]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "welcomed").touch()
        paths = Paths(home, find_paths({"TUTOR_HOME": folder}).material)
        app = TutorApp(paths, Config(), lambda: NOW, seed=3)
        async with app.run_test(size=(80, 24)) as pilot:
            while not app.services.ready:
                await asyncio.sleep(0.05)
            await pilot.pause(0.2)
            await scene(app, pilot)
            drawn = app.export_screenshot(title="tutor")
    offline = re.sub(r"@font-face\s*\{.*?\}\s*", "", drawn, flags=re.DOTALL)
    lines = [line.rstrip() for line in offline.splitlines()]
    Path(__file__).with_name(name).write_text("\n".join(lines) + "\n", encoding="utf-8")


async def main() -> None:
    await draw("screenshot.svg", card)
    await draw("report.svg", report)


if __name__ == "__main__":
    asyncio.run(main())
