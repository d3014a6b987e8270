"""Markdown with maths drawn as text; `<eos>` and `a*b*c` stay as they are."""

from __future__ import annotations

from textual.widgets import Markdown

from tutor.errors import MathsError


def _parser():
    from markdown_it import MarkdownIt

    return MarkdownIt("gfm-like", {"html": False, "linkify": False})


class CardText(Markdown):
    """Shows card or task text at its present width."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", id=id, parser_factory=_parser, open_links=False)

    async def show(self, text: str, *, block: bool = True) -> None:
        """Replace the text. A formula that cannot be drawn is shown as it was written."""
        from tutor.content.markdown import prepare

        width = max(20, (self.size.width or self.app.size.width) - 4)
        try:
            drawn = prepare(text, width=min(width, 100), block=block)
        except MathsError:
            drawn = text
        await self.update(drawn)
