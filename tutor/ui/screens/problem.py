"""Small windows: something is wrong with the record, or are you sure?"""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tutor.errors import TutorError


class ProblemScreen(ModalScreen[None]):
    """The record cannot be opened; r restores a backup if there is one, q quits."""

    BINDINGS = [  # noqa: RUF012
        Binding("r", "restore", "Restore"),
        Binding("q,escape", "app.quit", "Quit"),
    ]

    def __init__(self, problem: TutorError) -> None:
        super().__init__()
        self.problem = problem

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            keys = "r restores the newest backup, q quits" if self._backups() else "q quits"
            yield Static(f"{self.problem}\n\n{keys}", markup=False)

    def _backups(self) -> list:
        return getattr(self.problem, "backups", [])

    def action_restore(self) -> None:
        from tutor.progress import backup

        if self._backups():
            services = self.app.services
            backup.restore(services.paths.database, self._backups()[0], services.clock())
            self.dismiss()
            self.app._open()


class ConfirmScreen(ModalScreen[bool]):
    """y or n."""

    BINDINGS = [  # noqa: RUF012
        Binding("y", "answer(True)", "Yes"),
        Binding("n,escape", "answer(False)", "No"),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Static(f"{self.question}\n\ny yes, n no", markup=False)

    def action_answer(self, sure: bool) -> None:
        self.dismiss(sure)
