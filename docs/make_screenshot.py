"""Writes docs/screenshot.svg: a card of the app itself, answered, in 80x24."""

import asyncio
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tutor.config import Config
from tutor.paths import Paths, find_paths
from tutor.ui.app import TutorApp


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "welcomed").touch()
        paths = Paths(home, find_paths({"TUTOR_HOME": folder}).material)
        moment = datetime(2026, 3, 2, 9, tzinfo=UTC)
        app = TutorApp(paths, Config(), lambda: moment, seed=3, what="transformer")
        async with app.run_test(size=(80, 24)) as pilot:
            while getattr(app.screen, "session", None) is None:
                await asyncio.sleep(0.05)
            study = app.screen
            study.session.turn = study.session._turn(
                "transformer/04-scaled-dot-product-attention:mask-before-softmax"
            )
            await study._show()
            await pilot.press("2")
            await pilot.pause(0.3)
            drawn = app.export_screenshot(title="tutor")
    Path(__file__).with_name("screenshot.svg").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main())
