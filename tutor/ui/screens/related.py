"""What a card is related to, as lines below its answer and as a screen of its own."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Footer

from tutor.ui.widgets.card_text import CardText


def related_to(services, card) -> tuple:
    """What the card's `see` names; answers only of cards that were answered before."""
    from tutor.study.related import related

    return related(services.catalogue, card, lambda key: services.store.memory(key) is not None)


def related_lines(found: tuple, wrong: bool) -> list[str]:
    """A list below a wrong answer; below one that the learner judges only the key. Empty without links."""
    if not found:
        return []
    if not wrong:
        return ["", "*v* shows related cards."]
    lines = [one.line.replace("_", r"\_").replace("*", r"\*") for one in found]
    return ["", "Related (*v* shows them):", "", *(f"- {line}" for line in lines)]


class RelatedScreen(ModalScreen[None]):
    """Questions and answers of related cards, for reading."""

    BINDINGS = [Binding("escape,q,v,enter,space", "close", "Back", key_display="esc")]  # noqa: RUF012

    def __init__(self, found: tuple, block: bool) -> None:
        super().__init__()
        self.found, self.block = found, block

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="related-body"):
            yield CardText(id="related")
        yield Footer()

    async def on_mount(self) -> None:
        text = "\n\n---\n\n".join(one.text for one in self.found)
        await self.query_one("#related", CardText).show(text, block=self.block)

    def action_close(self) -> None:
        self.dismiss()
