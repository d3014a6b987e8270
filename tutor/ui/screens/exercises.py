"""All exercises by series, with their state."""

from __future__ import annotations

from collections import Counter

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Footer, Header, OptionList
from textual.widgets.option_list import Option


class ExercisesScreen(Screen):
    """Enter opens one."""

    BINDINGS = [  # noqa: RUF012
        Binding("m", "model", "Your model"),
        Binding("escape", "app.pop_screen", "Home"),
    ]

    def compose(self) -> ComposeResult:
        yield Header()
        yield OptionList(id="exercise-list", markup=False)
        yield Footer()

    def on_screen_resume(self) -> None:
        with self.app.telling():
            self._fill()

    def _fill(self) -> None:
        from tutor.content.cards import SERIES
        from tutor.memory.days import study_day
        from tutor.study.workshop import SOLVED, STATE_SIGNS, states

        s = self.app.services
        today = study_day(s.clock(), s.config.rollover_hour)
        found = states(s.catalogue, s.store, s.store.memories(), today)
        listing = self.query_one("#exercise-list", OptionList)
        at = listing.highlighted
        listing.clear_options()
        solved = Counter(name.partition("/")[0] for name, state in found.items() if state in SOLVED)
        every = Counter(e.series for e in s.catalogue.exercises)
        series = ""
        for e in s.catalogue.exercises:
            if e.series != series:
                series = e.series
                title = f"{SERIES.get(series, series)}: {solved[series]} of {every[series]} solved"
                listing.add_option(Option(title, disabled=True))
            state = found[e.name]
            row = f"  {STATE_SIGNS[state]} {state:9} {'*' * e.difficulty:5} {e.minutes:>3} min  {e.title}"
            listing.add_option(Option(row, id=e.name))
        if not s.catalogue.exercises:
            listing.add_option(
                Option("No exercises were found; see `tutor doctor`.", disabled=True)
            )
        listing.highlighted = at if at is not None else 1 if s.catalogue.exercises else None

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option.id:
            self.app.open_exercise(event.option.id)

    def action_model(self) -> None:
        self.app.open_model()
