"""One exercise: task, editor, report; hints one at a time; the reference after passing or giving up."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Static, TabbedContent, TabPane, TextArea

from tutor.config import utc_ms
from tutor.errors import TutorError
from tutor.ui.editing import edit_file
from tutor.ui.screens.problem import ConfirmScreen
from tutor.ui.widgets.card_text import CardText


class ExerciseScreen(Screen):
    """The learner's file is saved at every run and on leaving."""

    BINDINGS = [  # noqa: RUF012
        Binding("f5,ctrl+r", "run", "Run", key_display="f5"),
        Binding("ctrl+t", "next_tab", "Tab", priority=True),
        Binding("f2", "hint", "Hint"),
        Binding("f3", "reference", "Solution"),
        Binding("f4", "reset", "Reset", show=False),
        Binding("f8", "edit", "Editor"),
        Binding("f9", "cards", "Cards"),
        Binding("escape", "leave", "Back", priority=True),
    ]

    def __init__(self, exercise) -> None:
        super().__init__()
        self.exercise = exercise
        self.cards: tuple[str, ...] = ()
        self.started_ms = 0
        self._on_disk = self._typed = ""
        self._grade_worker = None

    def compose(self) -> ComposeResult:
        yield Static(self.exercise.title, id="work", markup=False)
        with TabbedContent(initial="tab-task"):
            with TabPane("Task", id="tab-task"), VerticalScroll():
                yield CardText(id="task")
            with TabPane("Editor", id="tab-editor"):
                yield TextArea.code_editor("", id="editor")
            with TabPane("Report", id="tab-report"), VerticalScroll():
                yield Static("Nothing was run yet. f5 runs.", id="report", markup=False)
            with TabPane("Solution", id="tab-reference"):
                yield TextArea.code_editor("", id="reference", read_only=True)
        yield Footer()

    async def on_mount(self) -> None:
        self.query_one(TabbedContent).hide_tab("tab-reference")
        self.started_ms = utc_ms(self.app.services.clock())
        for editor in self.query(TextArea):
            if "python" in editor.available_languages:
                editor.language = "python"
        editor = self.query_one("#editor", TextArea)
        editor.text = self.exercise.text("starter.py")
        with self.app.telling():
            self._on_disk = editor.text = self._opened()
        with self.app.telling():
            await self._show_task(self._hints_open())
        self.run_worker(self._warm(), group="warm", exit_on_error=False)

    def _opened(self) -> str:
        """The learner's text; one that is due to be solved again begins from the empty starter."""
        from tutor.grading import workspace
        from tutor.memory.days import study_day
        from tutor.study.workshop import due_again

        s = self.app.services
        due = due_again(s.store, self.exercise, study_day(s.clock(), s.config.rollover_hour))
        kept = None if due is None else workspace.solve_again(s.paths, self.exercise, due)
        if kept:
            self.app.notify(f"Solve it again from the empty starter; yours is kept as {kept.name}.")
        return workspace.read(workspace.start(s.paths, self.exercise))

    async def _warm(self) -> None:
        with suppress(TutorError):
            await self.app.services.grader().start()

    async def _show_task(self, hints: int) -> None:
        parts = [self.exercise.text("task.md")]
        parts += [f"## Hint {n}\n\n{text}" for n, text in enumerate(self.exercise.hints[:hints], 1)]
        await self.query_one("#task", CardText).show("\n\n".join(parts))

    # -- running ---------------------------------------------------------------

    async def action_run(self) -> None:
        if self._grade_worker:
            return
        self._save()
        self.query_one("#work", Static).update(f"{self.exercise.title}   running … esc stops")
        self.query_one(TabbedContent).active = "tab-report"
        source = self.query_one("#editor", TextArea).text
        self._grade_worker = self.run_worker(self._graded(source), group="grade", exclusive=True)

    async def _graded(self, source: str) -> None:
        text = "stopped"
        try:
            report = await self.app.services.grader().grade(self.exercise, source)
            text = str(report.verdict)
            self._report("\n".join(self._lines(report)), text.upper(), report.passed)
            self.cards = report.diagnosis.cards if report.diagnosis else self.exercise.cards
            with self.app.telling():
                self._record(report, source)
        except TutorError as problem:
            text = "not graded"
            self._report(str(problem))
        finally:
            self._grade_worker = None
            for work in self.query("#work").results(Static):
                work.update(f"{self.exercise.title}   {text}")

    def _lines(self, report) -> list[str]:
        from tutor.grading.wording import lines

        return lines(report, max(40, self.app.size.width - 4), self.app.services.catalogue.title)

    def _report(self, text: str, verdict: str = "", passed: bool = False) -> None:
        style = "bold $text-success" if passed else "bold $text-error"
        head = [(f"{verdict}\n", style)] if verdict else []
        for report in self.query("#report").results(Static):
            report.update(Content.assemble(*head, text))

    def _record(self, report, source: str) -> None:
        from tutor.study.workshop import record_attempt

        s = self.app.services
        rating = record_attempt(
            s.store, self.exercise, report, source,
            config=s.config, now=s.clock(), started_ms=self.started_ms,
        )  # fmt: skip
        if rating and self.is_running:
            self.app.notify(f"Passed, scheduled as {rating.label}. f3 shows the solution.")

    def _save(self) -> None:
        """Write the editor's text, unless the file was changed elsewhere meanwhile."""
        from tutor.grading import workspace

        path = workspace.solution_path(self.app.services.paths, self.exercise)
        editor = self.query_one("#editor", TextArea)
        with self.app.telling():
            present = workspace.read(path) if path.exists() else ""
            if present and present != self._on_disk:
                if editor.text not in (self._on_disk, present):
                    workspace.write(_free(path), editor.text)
                    words = "was changed elsewhere and is loaded; your text is kept beside it"
                    self.app.notify(f"{path.name} {words}", timeout=10)
                editor.text = present
            elif editor.text != self._on_disk or not present:
                workspace.write(path, editor.text)
            self._on_disk = editor.text

    # -- help ------------------------------------------------------------------

    def _hints_open(self) -> int:
        from tutor.progress.attempts import help_taken

        return help_taken(self.app.services.store, self.exercise.name)[0]

    async def action_hint(self) -> None:
        from tutor.progress.attempts import take_help

        with self.app.telling():
            opened = min(self._hints_open() + 1, len(self.exercise.hints))
            take_help(self.app.services.store, self.exercise.name, hints=opened)
            self.query_one(TabbedContent).active = "tab-task"
            await self._show_task(opened)
            task = self.query_one("#task", CardText)
            self.set_timer(0.1, lambda: task.parent.scroll_end(animate=False))

    def action_reference(self) -> None:
        from tutor.progress.attempts import attempts, help_taken

        with self.app.telling():
            store = self.app.services.store
            passed = any(a.verdict == "pass" for a in attempts(store, self.exercise.name))
            if passed or help_taken(store, self.exercise.name)[1]:
                self._show_reference()
            else:
                question = "You have not passed yet. Give up and read the solution? It is recorded."
                self.app.push_screen(ConfirmScreen(question), self._gave_up)

    def _gave_up(self, sure: bool | None) -> None:
        from tutor.progress.attempts import take_help

        if sure:
            with self.app.telling():
                take_help(self.app.services.store, self.exercise.name, give_up=True)
                self._show_reference()

    def _show_reference(self) -> None:
        reference = self.query_one("#reference", TextArea)
        reference.text = self.exercise.text("reference.py")
        tabs = self.query_one(TabbedContent)
        tabs.show_tab("tab-reference")
        tabs.active = "tab-reference"

    def action_reset(self) -> None:
        question = "Begin again from the starter? Your file is kept as a copy."
        self.app.push_screen(ConfirmScreen(question), self._reset)

    def _reset(self, sure: bool | None) -> None:
        from tutor.grading import workspace

        if not sure:
            return
        self._save()
        with self.app.telling():
            kept = workspace.reset(self.app.services.paths, self.exercise)
            editor = self.query_one("#editor", TextArea)
            self._on_disk = editor.text = self.exercise.text("starter.py")
            self.app.notify(f"Kept as {kept.name}." if kept else "Started afresh.")

    async def action_edit(self) -> None:
        from tutor.grading import workspace

        self._save()
        path = workspace.solution_path(self.app.services.paths, self.exercise)
        problem = edit_file(self.app, str(path), 1)
        if problem:
            self.app.notify(problem, severity="error", timeout=10)
            return
        with self.app.telling():
            self._on_disk = self.query_one("#editor", TextArea).text = workspace.read(path)

    def action_cards(self) -> None:
        """Practise the deck that teaches what the report named."""
        named = self.cards or self.exercise.cards
        deck = named[0].partition(":")[0] if named else self.exercise.deck
        self.app.open_study(deck, True)

    def on_unmount(self) -> None:
        """Quitting the app keeps what was typed, too."""
        from tutor.grading import workspace

        if self._typed not in ("", self._on_disk):
            path = workspace.solution_path(self.app.services.paths, self.exercise)
            with suppress(TutorError):
                workspace.write(path, self._typed)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        if event.text_area.id == "editor":
            self._typed = event.text_area.text

    def action_next_tab(self) -> None:
        tabs = self.query_one(TabbedContent)
        order = ["tab-task", "tab-editor", "tab-report"]
        order += ["tab-reference"] * bool(self.query_one("#reference", TextArea).text)
        tabs.active = order[(order.index(tabs.active) + 1) % len(order)]
        if tabs.active == "tab-editor":
            self.query_one("#editor", TextArea).focus()

    async def action_leave(self) -> None:
        if self._grade_worker:
            self._grade_worker.cancel()
            return
        self._save()
        self.dismiss()


def _free(path: Path) -> Path:
    """A name beside the file that is not taken."""
    number = 1
    while path.with_suffix(f".screen-{number}.py").exists():
        number += 1
    return path.with_suffix(f".screen-{number}.py")
