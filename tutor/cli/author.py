"""For authors: checking decks, proving exercises, and something to start from."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from tutor.cli.graders import spread
from tutor.cli.world import World
from tutor.content.cards import Card, Deck
from tutor.content.check import check_decks, decks_below, exercises_below, output_cards
from tutor.content.exercises import Exercise
from tutor.content.loader import load_catalogue
from tutor.content.templates import new_deck, new_exercise
from tutor.errors import UsageError
from tutor.grading.client import Grader


def check_material(world: World, paths: tuple[Path, ...], *, jobs: int) -> int:
    """Check everything below the paths; print each problem with file and line."""
    catalogue = load_catalogue(_folders(paths, "decks", world), _folders(paths, "exercises", world))
    shipped = (*world.paths.deck_folders, *world.paths.exercise_folders)
    wanted = paths or tuple(folder for folder in shipped if folder.is_dir())
    decks, exercises = decks_below(wanted), exercises_below(wanted)
    problems = [str(problem) for problem in check_decks(wanted, catalogue)]
    problems += asyncio.run(_run_all(decks, exercises, jobs))
    for problem in problems:
        click.echo(problem)
    cards = sum(len(deck.cards) for deck in decks)
    found = f"{len(problems)} problems" if problems else "no problems"
    click.echo(f"{len(decks)} decks, {cards} cards, {len(exercises)} exercises: {found}")
    return 1 if problems else 0


async def _run_all(decks: list[Deck], exercises: list[Exercise], jobs: int) -> list[str]:
    problems: list[str] = []

    async def prints(grader: Grader, card: Card) -> None:
        printed, problem = await grader.snippet(card.body.code)
        if problem or printed.rstrip() != card.body.prints.rstrip():
            what = f"{card.place}: {card.key} prints {printed.rstrip()!r} {problem}"
            problems.append(what.rstrip())

    async def prove(grader: Grader, exercise: Exercise) -> None:
        click.echo(f"proving {exercise.name}", err=True)
        problems.extend(await grader.prove(exercise, styles_of(exercise.folder, exercise.name)))

    await spread(output_cards(decks), jobs, prints)
    await spread(exercises, jobs, prove)
    return problems


def styles_of(folder: Path, name: str) -> list[Path]:
    """Right solutions in other styles, kept under `tests/exercises/` beside `exercises/`."""
    return sorted((folder.parents[2] / "tests" / "exercises" / name).glob("*.py"))


def _folders(paths: tuple[Path, ...], kind: str, world: World) -> list[Path]:
    """The folders called `decks` or `exercises` that hold the paths, or the shipped ones."""
    found = []
    for path in paths:
        resolved = path.resolve()
        found += [
            p
            for p in (resolved, *resolved.parents, resolved / kind)
            if p.name == kind and p.is_dir()
        ][:1]
        beside = [
            p.parent / kind
            for p in (resolved, *resolved.parents)
            if p.name in ("decks", "exercises")
        ]
        found += [p for p in beside if p.is_dir()]
    defaults = world.paths.deck_folders if kind == "decks" else world.paths.exercise_folders
    inside = any(folder.is_relative_to(world.paths.home.resolve()) for folder in found)
    return list(dict.fromkeys([*found, *(defaults if inside or not found else ())]))


def write_new(world: World, kind: str, name: str, title: str, here: bool) -> str:
    """Write the files; returns what was written. Raises `UsageError` if they exist."""
    base = (Path.cwd() if here else world.paths.home) / f"{kind}s"
    texts = new_deck(name, title) if kind == "deck" else new_exercise(name, title)
    files = {base / below: text for below, text in texts.items()}
    for path in files:
        if path.exists():
            raise UsageError(f"{path} exists already.")
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return "\n".join(f"wrote {path}" for path in files)
