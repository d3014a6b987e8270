"""Grading from the command line: once, or on every save."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from tutor.cli.world import World
from tutor.content.exercises import Exercise
from tutor.errors import TutorError
from tutor.grading import workspace
from tutor.grading.client import Grader
from tutor.grading.report import Report
from tutor.grading.wording import lines
from tutor.study.workshop import record_attempt


def check_once(world: World, name: str, file: Path | None, seed: int | None, as_json: bool) -> int:
    """Grade one file, print the report, return 0 only for a pass."""
    exercise = world.exercise(name)
    source = workspace.read(file or workspace.solution_path(world.paths, exercise))
    report = asyncio.run(_graded(exercise, source, seed))
    if file is None and seed is None:
        record_attempt(
            world.store, exercise, report, source, config=world.config, now=world.clock()
        )
    said = "\n".join([str(report.verdict), *lines(report, title=world.catalogue.title)])
    click.echo(report.to_json() if as_json else said)
    return 0 if report.passed else 1


async def _graded(exercise: Exercise, source: str, seed: int | None) -> Report:
    async with Grader() as grader:
        return await grader.grade(exercise, source, seed=seed)


def watch_file(world: World, name: str) -> int:
    """Grade on every save until interrupted."""
    exercise = world.exercise(name)
    path = world.workplace(exercise)
    click.echo(f"Watching {path}. Save it in any editor; Ctrl+C ends.")
    try:
        asyncio.run(_watch(world, exercise, path))
    except KeyboardInterrupt:
        click.echo("\nStopped watching; everything is recorded.")
    return 0


async def _watch(world: World, exercise: Exercise, path: Path) -> None:
    from watchfiles import awatch

    passed_before, last = False, None
    async with Grader() as grader:
        await grader.start()
        passed_before, last = await _regrade(world, exercise, path, grader, passed_before, last)
        async for _ in awatch(path.parent, debounce=200, step=50):
            passed_before, last = await _regrade(world, exercise, path, grader, passed_before, last)


async def _regrade(
    world: World,
    exercise: Exercise,
    path: Path,
    grader: Grader,
    passed_before: bool,
    last: str | None,
) -> tuple[bool, str | None]:
    try:
        source = workspace.read(path)
        if source == last:
            return passed_before, last
        report = await grader.grade(exercise, source)
        record_attempt(
            world.store, exercise, report, source, config=world.config, now=world.clock()
        )
    except TutorError as problem:
        click.echo(f"tutor: {problem}", err=True)
        return passed_before, last
    click.echo(f"\n--- {world.clock():%H:%M:%S} {report.verdict}")
    if passed_before and not report.passed:
        click.echo("This save breaks what passed before.")
    click.echo("\n".join(lines(report, title=world.catalogue.title)))
    return report.passed, source
