"""A full session line by line, for screen readers, pipes and dumb terminals. No colour, no cursor."""

from __future__ import annotations

from typing import TextIO

from tutor.cli.world import World
from tutor.content.answers import Graded, Response
from tutor.content.markdown import plain
from tutor.errors import ContentError, StoreError
from tutor.memory.states import Rating
from tutor.study.related import related
from tutor.study.session import Finished, Session, Turn, Waiting

_HELP = (
    "u undo, s suspend (never ask again), b bury (not today), q quit, ? this help. "
    "Everything you have rated is kept."
)
_PROMPTS = {
    "answer": "Think, then press Enter to see the answer: ",
    "choose": "Number (several: 1 3): ",
    "order": "The right order, like 2 1 3: ",
}


class _Quit(Exception):
    pass


class _Moved(Exception):
    """The present item is another one now."""


def study_plain(world: World, what: str | None, practice: bool, source: TextIO, out: TextIO) -> int:
    """Study until nothing is left, `q`, or the end of the input."""
    session = Session(
        world.catalogue, world.store, world.config, world.clock, world.seed, what, practice
    )
    for problem in world.catalogue.problems:
        print(f"Left out: {problem}", file=out)
    talk = _Talk(session, source, out)
    try:
        while isinstance(session.turn, Turn):
            talk.one()
    except (_Quit, KeyboardInterrupt):
        talk.say("")
    talk.end()
    return 0


class _Talk:
    def __init__(self, session: Session, source: TextIO, out: TextIO) -> None:
        self.session, self.source, self.out = session, source, out

    def say(self, text: str = "") -> None:
        print(text, file=self.out, flush=True)

    def hear(self, prompt: str) -> str:
        print(prompt, end="", file=self.out, flush=True)
        line = self.source.readline()
        if not line:
            raise _Quit
        return line.rstrip("\n")

    def one(self) -> None:
        """One item, from question to rating."""
        turn = self.session.turn
        counts = self.session.counts
        self.say(f"\n[{counts.due} due, {counts.new} new, {counts.learning} learning] {turn.phase}")
        try:
            if turn.exercise:
                self.exercise(turn)
                return
            self.question(turn)
            graded = self.answered(turn)
            self.explained(turn, graded)
            self.rated(turn, graded)
        except _Moved:
            return

    def exercise(self, turn: Turn) -> None:
        self.say(f"Exercise due again: {turn.exercise.title}")
        self.say(f"Solve it again from the empty starter: `tutor watch {turn.key}`.")
        self.commanded(self.hear("Enter goes on: "))
        self.session.skip_exercise()

    def question(self, turn: Turn) -> None:
        if turn.changed:
            self.say("(changed since your last review)")
        self.say(plain(turn.posed.ask, 78))
        for n, option in enumerate(turn.posed.options, 1):
            self.say(f"  {n}. {plain(option.text, 72)}")
        for n, step in enumerate(turn.posed.steps, 1):
            self.say(f"  {n}. {plain(step, 72)}")

    def answered(self, turn: Turn) -> Graded:
        while True:
            typed = self.hear(_PROMPTS.get(turn.card.kind, "Your answer (? if unknown): "))
            if not (typed.strip() == "?" and turn.card.kind not in _PROMPTS):
                self.commanded(
                    typed, anywhere=turn.card.kind not in ("type", "cloze", "output", "formula")
                )
            try:
                return self.session.answer(_response(turn, typed))
            except ContentError as problem:
                self.say(f"{problem.what} {problem.todo}")

    def explained(self, turn: Turn, graded: Graded) -> None:
        if graded.right is not None:
            self.say(
                ("RIGHT. " if graded.right else "WRONG. ") + graded.message.removeprefix("Right.")
            )
        for index, why in graded.notes:
            self.say(f"  {plain(turn.posed.options[index].text, 72)}: {plain(why, 72)}")
        if graded.right is not True:
            self.say(f"Answer: {plain(turn.posed.right, 78)}")
        if turn.posed.why:
            self.say(f"Why: {plain(turn.posed.why, 78)}")
        if turn.card.source:
            self.say(f"Source: {turn.card.source}")
        if graded.right is not True:
            for one in related(self.session.catalogue, turn.card, lambda _: False):
                self.say(f"Related: {one.line}")

    def rated(self, turn: Turn, graded: Graded) -> None:
        keys = "  ".join(f"{int(r)} {r.label} ({o.label})" for r, o in turn.outcomes.items())
        while True:
            typed = self.hear(f"{keys}  [Enter = {graded.suggest}]: ").strip()
            self.commanded(typed)
            if typed in ("", "1", "2", "3", "4"):
                try:
                    self.session.rate(Rating(int(typed or graded.suggest)))
                    if self.session.set_aside == turn.key:
                        self.say("Forgotten so often that it is set aside; reword it in the deck.")
                    return
                except StoreError as problem:
                    self.say(f"Not recorded: {problem}")
            else:
                self.say("Type 1, 2, 3 or 4, or ? for help.")

    def commanded(self, typed: str, anywhere: bool = True) -> None:
        """Carry out a one-letter command, and leave the present item if it moved."""
        word = (
            typed.strip() if anywhere else typed.strip().removeprefix(":") * typed.startswith(":")
        )
        match word:
            case "q":
                raise _Quit
            case "u":
                undone = self.session.undo()
                self.say(
                    f"Taken back: {undone.kind} of {undone.key}." if undone else "Nothing to undo."
                )
            case "s":
                self.session.suspend()
                self.say("Suspended.")
            case "b":
                self.session.bury()
                self.say("Buried until tomorrow.")
            case "?":
                self.say(_HELP)
                return
            case _:
                return
        raise _Moved

    def end(self) -> None:
        turn = self.session.turn
        done = self.session.counts.done
        self.say(f"{done} answered; everything is kept.")
        if isinstance(turn, Waiting):
            self.say("A learning step is due in a few minutes; come back then.")
        elif isinstance(turn, Finished):
            self.say(
                "Nothing is left for today. `tutor study --plain --practice` goes on without scheduling."
            )


def _response(turn: Turn, typed: str) -> Response:
    kind = turn.card.kind
    if kind == "answer":
        return None
    if kind not in ("choose", "order"):
        return typed
    numbers = [part for part in typed.replace(",", " ").split() if part.isdigit()]
    chosen = [int(part) - 1 for part in numbers]
    limit = len(turn.posed.options or turn.posed.steps)
    if any(not 0 <= n < limit for n in chosen) or len(numbers) != len(
        typed.replace(",", " ").split()
    ):
        raise ContentError(f"Type numbers from 1 to {limit}.")
    return frozenset(chosen) if kind == "choose" else tuple(chosen)
