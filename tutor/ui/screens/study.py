"""Study: one item after another, answered for real, rated with the keys 1 to 4."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Input, Static

from tutor.errors import ContentError, TutorError
from tutor.ui.editing import edit_file
from tutor.ui.screens.related import RelatedScreen, related_lines, related_to
from tutor.ui.screens.turns import (
    Choosing,
    asking_line,
    kind_of,
    rating_line,
    status_line,
    verdict_text,
)
from tutor.ui.widgets.card_text import CardText

_TYPED = ("cloze", "type", "compute", "formula", "shape", "output")
_FORMS = {
    "compute": "a number, like 1.5e9 or 4 GiB",
    "shape": "a shape, like (B, T, d)",
    "formula": "a formula, like 2*(a - b)/sqrt(d)",
    "output": "what it prints",
}


class StudyScreen(Screen):
    """A sitting. The session decides; this screen only shows and asks."""

    BINDINGS = [  # noqa: RUF012
        Binding("enter,space", "go_on", "Go on", key_display="enter"),
        Binding("u", "undo", "Undo"),
        Binding("ctrl+z", "undo", "Undo", show=False, priority=True),
        Binding("s,f6", "suspend", "Suspend"),
        Binding("b,f7", "bury", "Bury"),
        Binding("f8,ctrl+e", "edit", "Edit deck", show=False, priority=True),
        Binding("o,f9", "link", "Article", show=False),
        Binding("v", "related", "Related", show=False),
        Binding("escape", "leave", "Home"),
    ]

    def __init__(self, what: str | None, practice: bool) -> None:
        super().__init__()
        self.what, self.practice = what, practice
        self.session = None
        self.graded = None
        self.choosing = Choosing()

    def compose(self) -> ComposeResult:
        yield Static("", id="status", markup=False)
        with VerticalScroll(id="card"):
            yield CardText(id="ask")
            yield Static("", id="choices", markup=False)
            yield Input(id="typed", classes="hidden")
            yield Static("", id="verdict", markup=False)
            yield CardText(id="feedback")
        yield Static("", id="ratings", markup=False)
        yield Footer()

    async def on_mount(self) -> None:
        from tutor.study.session import Session

        s = self.app.services
        try:
            self.session = Session(
                s.catalogue, s.store, s.config, s.clock, s.seed, self.what, self.practice
            )
        except TutorError as problem:
            self.app.notify(str(problem), severity="error", timeout=10)
            self.dismiss()
            return
        self.set_interval(5.0, self._waited)
        await self._show()

    # -- showing ---------------------------------------------------------------

    async def _show(self) -> None:
        """The present turn, from its beginning."""
        turn, self.graded = self.session.turn, None
        self.query_one("#status", Static).update(status_line(self.session))
        self.query_one("#verdict", Static).update("")
        self.query_one("#ratings", Static).update(asking_line(kind_of(turn)))
        await self.query_one("#feedback", CardText).update("")
        typed = self.query_one("#typed", Input)
        typed.value = ""
        kind = kind_of(turn)
        typed.set_class(kind not in _TYPED, "hidden")
        self.choosing = Choosing.of(turn)
        self.query_one("#choices", Static).update(self.choosing.text())
        await self.query_one("#ask", CardText).show(self._question(turn), block=self._block)
        self.query_one("#card").scroll_home(animate=False)
        if kind in _TYPED:
            typed.placeholder = f"{_FORMS.get(kind, 'your answer')}; ? not known; ctrl+z undo"
            typed.focus()
        else:
            self.set_focus(None)

    @property
    def _block(self) -> bool:
        return self.app.services.config.maths == "block"

    def _question(self, turn) -> str:
        from tutor.study.session import Turn, Waiting

        if isinstance(turn, Waiting):
            return "A learning step is due in a few minutes; this screen goes on by itself.\n\n*esc* goes home."
        if not isinstance(turn, Turn):
            done = self.session.counts.done
            return (
                f"**Nothing is left for now.** {done} answered in this sitting.\n\n"
                "*esc* goes home; there *x* practises without moving the schedule and *e* opens the exercises."
            )
        if turn.exercise:
            return f"**Exercise due again:** {turn.exercise.title}\n\n*enter* opens it, *b* leaves it for tomorrow."
        marks = ["*changed since your last review*"] if turn.changed else []
        if turn.lapses >= 4:
            marks.append(
                f"*forgotten {turn.lapses} times: look for a way to tie it to what you know*"
            )
        return "\n\n".join([*marks, turn.posed.ask])

    async def _explain(self) -> None:
        """The right answer, why, source, and the rating keys."""
        turn, graded = self.session.turn, self.graded
        self.query_one("#typed", Input).disabled = False
        self.set_focus(None)
        verdict = self.query_one("#verdict", Static)
        verdict.update(verdict_text(graded))
        verdict.set_class(graded.right is True, "right")
        verdict.set_class(graded.right is False, "wrong")
        self.query_one("#choices", Static).update(self.choosing.text(marked=True))
        parts = [f"- {turn.posed.options[n].text}: {why}" for n, why in graded.notes]
        shown = turn.card.kind == "choose"
        if not shown and (graded.right is not True or turn.card.kind in ("compute", "cloze")):
            parts += ["", turn.posed.right]
        if turn.posed.why:
            parts += ["", turn.posed.why]
        if graded.right is not True:
            found = related_to(self.app.services, turn.card)
            parts += related_lines(found, graded.right is False)
        if turn.card.source:
            source = turn.card.source.replace("_", r"\_").replace("*", r"\*")
            parts += ["", f"*Source: {source}*"]
        await self.query_one("#feedback", CardText).show("\n".join(parts), block=self._block)
        self.query_one("#ratings", Static).update(rating_line(turn.outcomes, graded.suggest))
        self.query_one("#card").scroll_end(animate=False)

    # -- the learner's moves ---------------------------------------------------

    async def _answer(self, response) -> None:
        try:
            self.graded = self.session.answer(response)
        except ContentError as problem:
            self.query_one("#verdict", Static).update(f"{problem.what} {problem.todo}")
            return
        await self._explain()

    @on(Input.Submitted, "#typed")
    async def typed(self, event: Input.Submitted) -> None:
        event.stop()
        if self._asking():
            await self._answer(event.value)

    def _asking(self) -> bool:
        from tutor.study.session import Turn

        return isinstance(self.session.turn, Turn) and self.graded is None

    async def action_go_on(self) -> None:
        from tutor.study.session import Turn

        turn = self.session.turn if self.session else None
        if not isinstance(turn, Turn):
            return
        if turn.exercise:
            self.app.open_exercise(turn.key)
        elif self.graded:
            await self._rate(self.graded.suggest)
        elif turn.card.kind == "answer":
            await self._answer(None)
        elif turn.card.kind in ("choose", "order"):
            await self._answer(self.choosing.response())

    async def on_key(self, event: events.Key) -> None:
        if self.session is None or isinstance(self.focused, Input):
            return
        if self.graded and event.key in "1234":
            event.stop()
            await self._rate(int(event.key))
        elif self._asking() and self.choosing.press(event.key):
            event.stop()
            self.query_one("#choices", Static).update(self.choosing.text())
            if self.choosing.complete:
                await self._answer(self.choosing.response())

    async def _rate(self, number: int) -> None:
        from tutor.memory.states import Rating

        key = self.session.turn.key
        try:
            self.session.rate(Rating(number))
        except TutorError as problem:
            self.app.notify(f"Not recorded: {problem}", severity="error", timeout=10)
            return
        if self.session.set_aside == key:
            words = (
                "Forgotten so often that it is set aside; reword it in the deck. u brings it back."
            )
            self.app.notify(words, timeout=12)
        await self._show()

    async def action_undo(self) -> None:
        try:
            undone = self.session.undo()
        except TutorError as problem:
            self.app.notify(str(problem), severity="error", timeout=10)
            return
        title = self.app.services.catalogue.title
        words = (
            f"Taken back: {undone.kind} of “{title(undone.key)}”" if undone else "Nothing to undo."
        )
        self.app.notify(words, timeout=4)
        await self._show()

    async def action_suspend(self) -> None:
        await self._aside("suspend", "Suspended; u brings it back.")

    async def action_bury(self) -> None:
        await self._aside("bury", "Not before tomorrow; u brings it back.")

    async def _aside(self, move: str, words: str) -> None:
        from tutor.study.session import Turn

        if isinstance(self.session.turn, Turn):
            try:
                getattr(self.session, move)()
            except TutorError as problem:
                self.app.notify(str(problem), severity="error")
                return
            self.app.notify(words, timeout=4)
            await self._show()

    def action_leave(self) -> None:
        self.dismiss()

    def action_link(self) -> None:
        turn = self.session.turn
        deck = self.app.services.catalogue.deck(getattr(getattr(turn, "card", None), "deck", ""))
        if deck:
            self.app.open_article(deck)

    def action_related(self) -> None:
        """Read the cards that this one is related to."""
        found = related_to(self.app.services, self.session.turn.card) if self.graded else ()
        if found:
            self.app.push_screen(RelatedScreen(found, self._block))

    async def action_edit(self) -> None:
        """Open the deck at the card's line, then read it again."""
        card = getattr(self.session.turn, "card", None)
        if card is None:
            return
        problem = edit_file(self.app, str(card.place.path), card.place.line)
        if problem:
            self.app.notify(problem, severity="error", timeout=10)
            return
        await self.app.services.reload()
        for broken in self.app.services.catalogue.problems:
            self.app.notify(str(broken), severity="error", timeout=15)
        self.session.replace_catalogue(self.app.services.catalogue)
        await self._show()

    async def on_screen_resume(self) -> None:
        from tutor.study.session import Turn

        if self.session and isinstance(self.session.turn, Turn) and self.session.turn.exercise:
            self.session.resume()
            await self._show()

    async def _waited(self) -> None:
        from tutor.study.session import Waiting

        if isinstance(self.session.turn, Waiting) and not isinstance(
            self.session.resume(), Waiting
        ):
            await self._show()
