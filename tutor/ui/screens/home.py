"""Home: what is due, the series, the next exercise, streak and heatmap."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Header, Static

_HEAT = "·░▒▓█"


class HomeScreen(Screen):
    """Enter starts studying."""

    BINDINGS = [  # noqa: RUF012
        Binding("enter,space", "study", "Study", key_display="enter"),
        Binding("d", "decks", "Decks"),
        Binding("e", "exercises", "Exercises"),
        Binding("n", "next_exercise", "Next"),
        Binding("x", "practise", "Practise"),
        Binding("p", "progress", "Progress"),
        Binding("q", "app.quit", "Quit"),
    ]

    def compose(self) -> ComposeResult:
        yield Header(show_clock=False)
        with VerticalScroll(id="home-body"):
            yield Static("Today …", id="today", classes="title")
            yield Static("", id="series")
            yield Static("", id="more", markup=False)
        yield Footer()

    def on_screen_resume(self) -> None:
        if self.app.services.ready:
            self.show()

    def show(self) -> None:
        """Fill in the numbers."""
        from tutor.study.overview import overview

        services = self.app.services
        with self.app.telling():
            self._fill(
                overview(services.catalogue, services.store, services.config, services.clock())
            )

    def _fill(self, seen) -> None:
        services = self.app.services
        self.query_one("#today", Static).update(_today(seen))
        self.query_one("#series", Static).update(
            "\n".join(_series_line(series) for series in seen.series)
            or f"No decks were found. They belong into {services.paths.home / 'decks'}."
        )
        self.query_one("#more", Static).update(_more(seen, services.catalogue.problems))

    def action_study(self) -> None:
        self.app.open_study()

    def action_practise(self) -> None:
        self.app.open_study(None, True)

    def action_decks(self) -> None:
        from tutor.ui.screens.decks import DecksScreen

        if self.app.services.ready:
            self.app.push_screen(DecksScreen())

    def action_exercises(self) -> None:
        from tutor.ui.screens.exercises import ExercisesScreen

        if self.app.services.ready:
            self.app.push_screen(ExercisesScreen())

    def action_next_exercise(self) -> None:
        from tutor.study.overview import overview

        services = self.app.services
        if services.ready:
            with self.app.telling():
                seen = overview(
                    services.catalogue, services.store, services.config, services.clock()
                )
                if seen.next_exercise:
                    self.app.open_exercise(seen.next_exercise.name)

    def action_progress(self) -> None:
        from tutor.ui.screens.progress import ProgressScreen

        if self.app.services.ready:
            self.app.push_screen(ProgressScreen())


def _today(seen) -> str:
    if not (seen.due or seen.new or seen.learning):
        return "Today: all done.  x practises without moving the schedule, e opens the exercises.\n"
    return f"Today: {seen.due} due, {seen.new} new, {seen.learning} learning.  Enter starts.\n"


def _series_line(series) -> str:
    width = 16
    filled = round(width * series.seen / series.cards) if series.cards else 0
    bar = f"[$success]{'█' * filled}[/][$text-muted]{'░' * (width - filled)}[/]"
    due = f"  [b]{series.due} due[/]" if series.due else ""
    title = series.title.replace("[", r"\[")
    return (
        f"{title:<24}{bar} {series.seen:>4}/{series.cards:<4} seen, {series.mature} mastered{due}"
    )


def _more(seen, problems) -> str:
    found = [""]
    if seen.next_exercise:
        e = seen.next_exercise
        found += [
            f"Next exercise: {e.title} ({e.minutes} min, {'*' * e.difficulty}).  n opens it.",
            "",
        ]
    days = "day" if seen.streak == 1 else "days"
    found += [f"Streak: {seen.streak} {days}.  The last 18 weeks, a column each:"]
    found += heat_rows(seen.heat)
    if problems:
        found += ["", "Left out, because of errors:", *(f"  {problem}" for problem in problems[:5])]
    return "\n".join(found)


def heat_rows(heat: tuple[int, ...]) -> list[str]:
    """Seven rows, one column a week; the last column ends today."""
    most = max(max(heat, default=0), 4)

    def cell(count: int) -> str:
        return _HEAT[0 if not count else 1 + min(3, 4 * count // (most + 1))] * 2

    weeks = [heat[n : n + 7] for n in range(0, len(heat), 7)]
    return ["  " + "".join(cell(week[day]) for week in weeks) for day in range(7)]
