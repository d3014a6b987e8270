"""The parts of the small language model that the exercises make together, and whose they are."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.content.catalogue import Catalogue
from tutor.errors import TutorError
from tutor.paths import Paths
from tutor.progress.attempts import attempt_source, attempts
from tutor.progress.store import Store

PARTS = (
    "tokenization/pretokenize",
    "tokenization/bpe-merges",
    "tokenization/byte-codec",
    "transformer/decoder",
    "transformer/cross-entropy",
    "training/gradient-clipping",
    "training/adamw",
    "training/warmup-cosine",
    "transformer/generate",
    "transformer/sampling",
    "post-training/dpo-loss",
)
"""Exercises in the order in which `exercises/model.py` needs them."""


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    title: str
    yours: bool
    """Solved by the learner; otherwise the reference stands in."""
    source: str


def parts_of(catalogue: Catalogue, store: Store | None) -> tuple[Part, ...]:
    """The newest solution that passed for each part, or the reference; all references without a store.

    Raises `TutorError` when an exercise is missing.
    """
    return tuple(_part(catalogue, store, name) for name in PARTS)


def _part(catalogue: Catalogue, store: Store | None, name: str) -> Part:
    exercise = catalogue.workshop.get(name)
    if exercise is None:
        raise TutorError(f"The exercise `{name}` is missing.", todo="Install the tutor again.")
    passed = [a for a in attempts(store, name) if a.verdict == "pass"] if store else []
    if store and passed:
        return Part(name, exercise.title, True, attempt_source(store, passed[0].id))
    return Part(name, exercise.title, False, exercise.text("reference.py"))


def model_text(paths: Paths) -> str:
    """The program that uses the parts. Raises `TutorError` when it is missing."""
    path = paths.material / "exercises" / "model.py"
    try:
        return path.read_text(encoding="utf-8")
    except OSError as problem:
        todo = "Install the tutor again."
        raise TutorError("The model's program is missing.", where=path, todo=todo) from problem


def headline(parts: tuple[Part, ...]) -> str:
    """How much of the model is the learner's own."""
    yours = sum(part.yours for part in parts)
    if yours == len(parts):
        return "Every part is yours. You have built a language model."
    return f"{yours} of {len(parts)} parts are yours; the reference stands in for the others."


def part_lines(parts: tuple[Part, ...]) -> list[str]:
    """One line for each part."""
    return [f"{'yours' if p.yours else 'reference':9}  {p.name:27}  {p.title}" for p in parts]
