"""Folding the log: what memory and flags must be, given every event in order.

Kinds of events: learn, review, relearn (ratings that count); practice (logged, moves nothing);
suspend, unsuspend, bury, unbury, note, forward (flags); reset (forget all); changed (the answer was
rewritten: due at once); rename (an item has a new key); undo (an earlier event never happened).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from tutor.memory.schedule import Parameters, after
from tutor.memory.states import Memory, Rating

GRADED = ("learn", "review", "relearn")


@dataclass(frozen=True, slots=True)
class Event:
    """One row of the log, as far as replay needs it."""

    id: int
    key: str
    kind: str
    day: int
    at_ms: int = 0
    rating: int | None = None
    interval: int = 0
    due_ms: int = 0
    parameters_id: int | None = None
    undoes: int | None = None
    set_aside: bool = False
    """This review made the item a leech."""
    arg: str = ""
    """Bury: the study day it ends. Note: its text. Rename: the earlier key."""


@dataclass(frozen=True, slots=True)
class Flag:
    """What the learner or the tutor has set on an item."""

    suspended: bool = False
    buried_until: int = 0
    """Study day on which it is shown again."""
    note: str = ""
    leech: bool = False
    forward: bool = False
    """A diagnosis named it: comes first next time."""


@dataclass(frozen=True, slots=True)
class Folded:
    memories: dict[str, Memory] = field(default_factory=dict)
    flags: dict[str, Flag] = field(default_factory=dict)


def replay(events: Iterable[Event], parameters: Mapping[int, Parameters]) -> Folded:
    """Memory and flags after all events. Flags equal to `Flag()` are left out."""
    rows = list(events)
    undone = {row.undoes for row in rows if row.kind == "undo"}
    folded = Folded()
    for row in rows:
        if row.kind == "rename":
            _move(folded, row.arg, row.key)
        elif row.kind != "undo" and row.id not in undone:
            _apply(folded, row, parameters)
    kept = {key: flag for key, flag in folded.flags.items() if flag != Flag()}
    return Folded(folded.memories, kept)


def _move(folded: Folded, old: str, new: str) -> None:
    """What was kept under `old` is kept under `new`, unless `new` has its own."""
    for kept in (folded.memories, folded.flags):
        if old in kept:
            kept.setdefault(new, kept.pop(old))


def _apply(folded: Folded, row: Event, parameters: Mapping[int, Parameters]) -> None:
    flag = folded.flags.get(row.key, Flag())
    memory = folded.memories.get(row.key)
    if row.kind in GRADED:
        folded.memories[row.key] = after(
            memory,
            Rating(row.rating),
            day=row.day,
            now_ms=row.at_ms,
            interval=row.interval,
            due_ms=row.due_ms,
            parameters=parameters[row.parameters_id],
        )
        flag = replace(flag, forward=False)
        if row.set_aside:
            flag = replace(flag, leech=True, suspended=True)
    elif row.kind == "changed" and memory:
        folded.memories[row.key] = replace(memory, due_day=min(memory.due_day, row.day))
    elif row.kind == "reset":
        folded.memories.pop(row.key, None)
        flag = Flag(note=flag.note)
    folded.flags[row.key] = _flagged(flag, row)


def _flagged(flag: Flag, row: Event) -> Flag:
    match row.kind:
        case "suspend":
            return replace(flag, suspended=True)
        case "unsuspend":
            return replace(flag, suspended=False, leech=False)
        case "bury":
            return replace(flag, buried_until=int(row.arg))
        case "unbury":
            return replace(flag, buried_until=0)
        case "note":
            return replace(flag, note=row.arg)
        case "forward":
            return replace(flag, forward=True)
        case _:
            return flag
