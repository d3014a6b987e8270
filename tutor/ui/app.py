"""The app: opens the screens, loads what they need after the first paint, quits cleanly."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from tutor.config import Clock, Config
from tutor.errors import TutorError
from tutor.paths import Paths
from tutor.ui.screens.home import HomeScreen
from tutor.ui.services import Services


class TutorApp(App[int]):
    """Keyboard first; 80x24 is enough."""

    TITLE = "tutor"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    BINDINGS = [  # noqa: RUF012
        Binding("question_mark", "help", "Help", key_display="?", tooltip="Keys and how it works"),
        Binding("ctrl+q", "quit", "Quit", show=False),
    ]

    def __init__(
        self,
        paths: Paths,
        config: Config,
        clock: Clock,
        *,
        seed: int,
        what: str | None = None,
        practice: bool = False,
        study_at_once: bool = False,
    ) -> None:
        super().__init__()
        self.services = Services(paths, config, clock, seed)
        self._begin = (what, practice) if what or practice or study_at_once else None
        """What to study as soon as the decks are there."""
        if config.theme in self.available_themes:
            self.theme = config.theme

    def get_default_screen(self) -> Screen:
        return HomeScreen()

    def on_mount(self) -> None:
        self.call_after_refresh(self._open)

    def _open(self) -> None:
        self.run_worker(self._opened(), group="open", exclusive=True)

    async def _opened(self) -> None:
        try:
            await self.services.open()
        except TutorError as problem:
            from tutor.ui.screens.problem import ProblemScreen

            await self.push_screen(ProblemScreen(problem))
            return
        home = self.screen_stack[0]
        if isinstance(home, HomeScreen):
            home.show()
        if not self.services.welcomed.exists():
            from tutor.ui.screens.help import WelcomeScreen

            await self.push_screen(WelcomeScreen(), lambda _: self._study_at_once())
        else:
            self._study_at_once()

    def _study_at_once(self) -> None:
        if self._begin:
            self.open_study(*self._begin)
            self._begin = None

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Whatever goes wrong in here is told to the learner; the app goes on."""
        try:
            yield
        except TutorError as problem:
            self.notify(str(problem), severity="error", timeout=15)

    def open_study(self, what: str | None = None, practice: bool = False) -> None:
        """Begin a sitting; does nothing before the decks are loaded."""
        if not self.services.ready:
            self.notify("Still loading the decks; try again in a moment.")
            return
        from tutor.ui.screens.study import StudyScreen

        self.push_screen(StudyScreen(what, practice))

    def open_article(self, deck) -> None:
        """Show the address, copy it, and open it where there is a desktop to open it on."""
        if not deck.link:
            self.notify(f"{deck.article or deck.title} has no address.")
            return
        self.copy_to_clipboard(deck.link)
        desktop = sys.platform == "darwin" or any(
            os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
        )
        if desktop and not os.environ.get("SSH_CONNECTION"):
            self.open_url(deck.link)
        self.notify(f"{deck.article}\n{deck.link} (copied)", timeout=10)

    def open_exercise(self, name: str) -> None:
        from tutor.ui.screens.exercise import ExerciseScreen

        self.push_screen(ExerciseScreen(self.services.catalogue.workshop[name]))

    def open_model(self) -> None:
        from tutor.ui.screens.model import ModelScreen

        self.push_screen(ModelScreen())

    def action_help(self) -> None:
        from tutor.ui.screens.help import HelpScreen

        self.push_screen(HelpScreen())

    def get_system_commands(self, screen: Screen) -> Iterable[SystemCommand]:
        yield from super().get_system_commands(screen)
        yield SystemCommand("Study", "What is due, then what is new", self.open_study)
        yield SystemCommand(
            "Practise", "Ask without moving the schedule", lambda: self.open_study(None, True)
        )
        if self.services.ready:
            for name in dict.fromkeys(deck.series for deck in self.services.catalogue.decks):
                yield SystemCommand(
                    f"Study {name}", "One series", lambda n=name: self.open_study(n)
                )
            yield SystemCommand(
                "Your model", "Train what your exercises make together", self.open_model
            )
            for name in self.services.catalogue.workshop:
                yield SystemCommand(
                    f"Exercise {name}", "Open it", lambda n=name: self.open_exercise(n)
                )

    async def on_unmount(self) -> None:
        await self.services.close()


def run(
    paths: Paths,
    config: Config,
    clock: Clock,
    *,
    what: str | None = None,
    practice: bool = False,
    study_at_once: bool = False,
) -> int:
    """Run the app in this terminal; the exit code."""
    seed = random.SystemRandom().randrange(1_000_000)
    app = TutorApp(
        paths, config, clock, seed=seed, what=what, practice=practice, study_at_once=study_at_once
    )
    app.run()
    return app.return_code or 0
