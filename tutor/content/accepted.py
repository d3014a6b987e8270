"""Mutants of a reference that may survive, from `mutants.yaml` beside it. See `grading.mutation`.

equivalent:
  "rms_norm: x.square() -> x * x": the same number
left:
  "generate: 1 -> 2": would need a claim that ...
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tutor.content import yamlio
from tutor.content.fields import Fields
from tutor.errors import Place

FILE = "mutants.yaml"
_KINDS = ("equivalent", "left")


@dataclass(frozen=True, slots=True)
class Accepted:
    """One mutant that may survive."""

    name: str
    why: str
    place: Place
    equivalent: bool
    """True: it does the same as the reference. False: the claims miss it."""


def accepted_mutants(folder: Path) -> dict[str, Accepted]:
    """Mutant name -> why it may survive. Raises `ContentError`; no file means none."""
    path = folder / FILE
    if not path.is_file():
        return {}
    fields = Fields(yamlio.read(path), path, "mutants")
    fields.only(_KINDS)
    found = {}
    for kind in _KINDS:
        given = Fields(fields.mapping(kind), path, kind)
        for name in given.node:
            place = Place(path, given.node.lines[name])
            found[name] = Accepted(name, given.text(name), place, kind == "equivalent")
    return found
