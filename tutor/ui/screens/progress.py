"""Progress: reviews per day, retention, forecast, mastery, exercise history."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Header, Static

_BARS = " ▁▂▃▄▅▆▇█"


class ProgressScreen(Screen):
    """Numbers about the past and the days to come."""

    BINDINGS = [Binding("escape", "app.pop_screen", "Home")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield Header()
        with VerticalScroll(id="progress-body"):
            yield Static("", id="numbers", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        with self.app.telling():
            self.query_one("#numbers", Static).update("\n".join(_lines(self.app.services)))


def _lines(services) -> list[str]:
    from tutor.memory.days import study_day
    from tutor.progress import totals
    from tutor.study.overview import overview

    store, today = services.store, study_day(services.clock(), services.config.rollover_hour)
    counts = totals.reviews_per_day(store, today - 59, today)
    if not counts and _history(store)[0].startswith("None"):
        return ["Nothing is recorded yet. esc goes home, enter starts studying."]
    days = [counts.get(today - 59 + n, 0) for n in range(60)]
    seen = overview(services.catalogue, store, services.config, services.clock())
    ahead = totals.forecast(store, today, 30)
    found = [
        f"Answers per day, the last 60 days (today {days[-1]}, most {max(days)})",
        bars(days),
        "",
    ]
    found += [_retention(store, today, n) for n in (7, 30, 365)]
    found += ["", f"Due in the next 30 days (today {ahead[0]}, most {max(ahead)})", bars(ahead), ""]
    found += ["Series                    seen  mastered"]
    found += [f"{s.title:<24}{s.seen:>4}/{s.cards:<4}{s.mature:>6}" for s in seen.series]
    return [*found, "", "Exercises", *_history(store)]


def bars(counts: list[int]) -> str:
    most = max(max(counts), 1)
    return "".join(_BARS[-(-8 * count // most)] for count in counts) + "|"


def _retention(store, today: int, days: int) -> str:
    from tutor.progress import totals

    kept = totals.true_retention(store, today - days + 1, today)
    share = (
        f"{kept.share:.1%} of {kept.passed + kept.failed}"
        if kept.share is not None
        else "nothing yet"
    )
    return f"True retention, {days:>3} days: {share}"


def _history(store) -> list[str]:
    from datetime import datetime

    from tutor.progress.attempts import attempts

    rows = []
    for a in attempts(store, limit=40):
        when = datetime.fromtimestamp(a.at_ms / 1000).strftime("%d %b %H:%M")
        named = a.mistake.replace("_", " ")
        rows.append(f"{when}  {a.verdict:<9} {a.exercise}  {named}".rstrip())
    return rows or ["None graded yet; e on the home screen lists them."]
