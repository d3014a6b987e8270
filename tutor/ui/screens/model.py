"""The learner's own language model: which parts are theirs, and what it can do."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Header, Static


class ModelScreen(Screen):
    """Enter trains it; esc stops the training, or goes back."""

    BINDINGS = [  # noqa: RUF012
        Binding("enter", "train", "Train it", key_display="enter"),
        Binding("escape", "leave", "Back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._worker = None

    def compose(self) -> ComposeResult:
        yield Header()
        with VerticalScroll(id="model-body"):
            yield Static("", id="parts", markup=False)
            yield Static("enter trains it.", id="told", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        from tutor.study.assembly import headline, part_lines

        with self.app.telling():
            parts = self._parts()
            text = [headline(parts), "", *part_lines(parts), ""]
            self.query_one("#parts", Static).update("\n".join(text))

    def _parts(self) -> tuple:
        from tutor.study.assembly import parts_of

        return parts_of(self.app.services.catalogue, self.app.services.store)

    def action_train(self) -> None:
        if self._worker is None:
            self.query_one("#told", Static).update("Training ... esc stops it.")
            self._worker = self.run_worker(self._trained(), group="model", exclusive=True)

    async def _trained(self) -> None:
        from tutor.grading.assembly import assemble, lines
        from tutor.study.assembly import model_text

        said = "Stopped."
        try:
            with self.app.telling():
                services = self.app.services
                sources = {part.name: part.source for part in self._parts()}
                found = await assemble(services.grader(), sources, model_text(services.paths))
                said = "\n".join(lines(found))
        finally:
            self._worker = None
            if self.is_attached:
                self.query_one("#told", Static).update(said)
                self.query_one("#model-body").scroll_end(animate=False)

    def action_leave(self) -> None:
        if self._worker:
            self._worker.cancel()
        else:
            self.dismiss()
