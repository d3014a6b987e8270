"""`tutor author mutants`: how many small wrong changes of the references do the claims notice?"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from tutor.cli.graders import spread
from tutor.cli.world import World
from tutor.content.accepted import Accepted, accepted_mutants
from tutor.content.check import exercises_below
from tutor.content.exercises import Exercise
from tutor.errors import ContentError, Place, TutorError
from tutor.grading.client import Grader


@dataclass
class Tally:
    """Counts over the exercises, and what has to be mended."""

    mutants: int = 0
    equivalent: int = 0
    left: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Survivors among the mutants that are not equivalent, from 0 to 1."""
        return self.left / max(1, self.mutants - self.equivalent)


def hunt_mutants(world: World, paths: tuple[Path, ...], *, jobs: int, seed: int) -> int:
    """Print a line for each exercise and one for all; 1 if something survives without a reason."""
    shipped = (folder for folder in world.paths.exercise_folders if folder.is_dir())
    unreadable: list[ContentError] = []
    exercises = exercises_below(paths or tuple(shipped), unreadable)
    tally = asyncio.run(_all(exercises, jobs, seed))
    tally.problems += map(str, unreadable)
    for problem in tally.problems:
        click.echo(problem)
    number = "1 exercise" if len(exercises) == 1 else f"{len(exercises)} exercises"
    click.echo(
        f"{number}, {tally.mutants} mutants, {tally.equivalent} equivalent, "
        f"{tally.left} survivors ({tally.share:.1%})"
    )
    return 1 if tally.problems else 0


async def _all(exercises: list[Exercise], jobs: int, seed: int) -> Tally:
    tally = Tally()

    async def hunt(grader: Grader, exercise: Exercise) -> None:
        try:
            _count(tally, exercise, await grader.survivors(exercise, seed=seed))
        except TutorError as problem:
            tally.problems.append(f"{exercise.place}: {problem}")

    await spread(exercises, jobs, hunt)
    return tally


def _count(tally: Tally, exercise: Exercise, found: dict[str, Any]) -> None:
    accepted = accepted_mutants(exercise.folder)
    survivors = {one["name"]: one["line"] for one in found["survivors"]}
    equivalent = sum(accepted[name].equivalent for name in survivors if name in accepted)
    tally.mutants += len(found["mutants"])
    tally.equivalent += equivalent
    tally.left += len(survivors) - equivalent
    tally.problems += map(str, _problems(exercise, accepted, survivors))
    click.echo(
        f"{exercise.name}: {len(found['mutants'])} mutants, {equivalent} equivalent, "
        f"{len(survivors) - equivalent} survivors"
    )


def _problems(
    exercise: Exercise, accepted: dict[str, Accepted], survivors: dict[str, int]
) -> Iterator[ContentError]:
    for name, line in survivors.items():
        if name not in accepted:
            where = Place(exercise.folder / "reference.py", line)
            yield ContentError(f"no claim catches {name!r}.", where=where)
    for name, one in accepted.items():
        if name not in survivors:
            what = f"{name!r} is caught, or there is no such mutant."
            yield ContentError(what, where=one.place, todo="Take it out of the list.")
