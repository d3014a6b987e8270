"""Texts of the study screen, and what number keys do on choose and order cards."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Choosing:
    """Options that are being chosen, or steps that are being put in order."""

    kind: str = ""
    texts: tuple[str, ...] = ()
    right: tuple[bool, ...] = ()
    several: bool = False
    picked: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, turn) -> Choosing:
        from tutor.content.markdown import plain

        card = getattr(turn, "card", None)
        if card is None or card.kind not in ("choose", "order"):
            return cls()
        posed = turn.posed
        if card.kind == "order":
            return cls("order", tuple(plain(step, 62) for step in posed.steps))
        texts = tuple(plain(option.text, 62) for option in posed.options)
        return cls("choose", texts, tuple(o.right for o in posed.options), card.body.several)

    @property
    def complete(self) -> bool:
        """A single choice is an answer at once."""
        return self.kind == "choose" and not self.several and bool(self.picked)

    def press(self, key: str) -> bool:
        """Take a number key (or backspace); was it for us?"""
        if not self.kind:
            return False
        if key == "backspace" and self.picked:
            self.picked.pop()
            return True
        if not key.isdigit() or not 0 < int(key) <= len(self.texts):
            return False
        number = int(key) - 1
        if number in self.picked:
            self.picked.remove(number)
        else:
            self.picked.append(number)
        return True

    def response(self):
        return tuple(self.picked) if self.kind == "order" else frozenset(self.picked)

    def text(self, *, marked: bool = False) -> str:
        """The lines with their numbers; after answering with signs for right and wrong."""
        rows = []
        for n, text in enumerate(self.texts):
            lines = text.split("\n")
            rows.append(f"{self._mark(n, marked)} {n + 1}. {lines[0]}")
            rows += [f"       {line}" for line in lines[1:]]
        return "\n".join([*rows, *self._advice(marked)])

    def _mark(self, n: int, marked: bool) -> str:
        if self.kind == "order":
            return f"({self.picked.index(n) + 1})" if n in self.picked else "( )"
        if marked:
            return {(True, True): "[✓]", (True, False): "[✗]"}.get(
                (n in self.picked, self.right[n]), " ✓ " if self.right[n] else "   "
            )
        return "[x]" if n in self.picked else "[ ]"

    def _advice(self, marked: bool) -> list[str]:
        if marked or not self.kind:
            return []
        if self.kind == "order":
            return [
                "",
                "Press the numbers in the right order, then enter; backspace takes one back.",
            ]
        return [
            "",
            "Several are right: press their numbers, then enter."
            if self.several
            else "Press a number.",
        ]


def status_line(session) -> str:
    """Counts and where we are."""
    counts, turn = session.counts, session.turn
    card, phase = getattr(turn, "card", None), getattr(turn, "phase", "")
    series, _, name = card.deck.partition("/") if card else ("", "", "")
    place = f"{series}/{name.partition('-')[0]}  " if card else ""
    return f"{place}{phase}   {counts.due} due  {counts.new} new  {counts.learning} learning  {counts.done} done"


def kind_of(turn) -> str:
    """The kind of the card that is asked, "" when none is."""
    card = getattr(turn, "card", None)
    return card.kind if card else ""


def asking_line(kind: str) -> str:
    """What to do with a question of this kind."""
    return "Think first; enter shows the answer." if kind == "answer" else ""


def rating_line(outcomes, suggest: int) -> str:
    """`1 Again 1 min | 2 Hard 6 min | ...`; the suggested one is in brackets."""
    parts = []
    for rating, outcome in outcomes.items():
        text = f"{int(rating)} {rating.label} {outcome.label}"
        parts.append(f"[{text}]" if int(rating) == suggest else f" {text} ")
    return "  ".join(parts) + "  enter = [ ]"


def verdict_text(graded) -> str:
    """Right or wrong in a word and a sign."""
    if graded.right is None:
        return "How well did you know it?"
    return (
        f"✓ {graded.message}"
        if graded.right
        else f"✗ Wrong. {graded.message.removeprefix('Not right.')}"
    )
