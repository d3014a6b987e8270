"""All decks by series, with what was seen of each."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Footer, Header, OptionList
from textual.widgets.option_list import Option

LONGEST_TITLE = 44
"""What an 80-column terminal has room for beside the numbers."""


class DecksScreen(Screen):
    """Enter studies one deck or one whole series."""

    BINDINGS = [  # noqa: RUF012
        Binding("x", "practise", "Practise"),
        Binding("o", "link", "Article"),
        Binding("escape", "app.pop_screen", "Home"),
    ]

    def compose(self) -> ComposeResult:
        yield Header()
        yield OptionList(id="deck-list", markup=False)
        yield Footer()

    def on_screen_resume(self) -> None:
        from tutor.memory.days import study_day
        from tutor.study.overview import deck_progress

        s = self.app.services
        with self.app.telling():
            today = study_day(s.clock(), s.config.rollover_hour)
            self._fill(deck_progress(s.catalogue, s.store.memories(), today))

    def _fill(self, decks) -> None:
        from tutor.content.cards import SERIES

        listing = self.query_one("#deck-list", OptionList)
        at = listing.highlighted
        listing.clear_options()
        series = ""
        for deck in decks:
            if deck.series != series:
                series = deck.series
                listing.add_option(Option(SERIES.get(series, series), id=series))
            listing.add_option(Option(_row(deck), id=deck.name))
        if not decks:
            listing.add_option(Option("No decks were found; see `tutor doctor`.", disabled=True))
        listing.highlighted = at if at is not None else 1 if decks else None

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        self.app.open_study(event.option.id)

    def _highlighted(self) -> str:
        listing = self.query_one("#deck-list", OptionList)
        at = listing.highlighted
        return "" if at is None else listing.get_option_at_index(at).id or ""

    def action_practise(self) -> None:
        if self._highlighted():
            self.app.open_study(self._highlighted(), True)

    def action_link(self) -> None:
        deck = self.app.services.catalogue.deck(self._highlighted())
        if deck:
            self.app.open_article(deck)


def _row(deck) -> str:
    filled = round(8 * deck.seen / deck.cards) if deck.cards else 0
    bar = "█" * filled + "░" * (8 - filled)
    due = f"{deck.due} due" if deck.due else ""
    number = deck.name.partition("/")[2][:2]
    title = (
        deck.title if len(deck.title) <= LONGEST_TITLE else f"{deck.title[: LONGEST_TITLE - 2]} …"
    )
    return f"  {number} {bar} {deck.seen:>3}/{deck.cards:<3} {due:<7} {title}"
