"""`tutor doctor`: record, sandbox, versions, paths."""

from __future__ import annotations

import asyncio
import platform
from importlib.metadata import version

import click

from tutor import __version__
from tutor.cli.world import World
from tutor.errors import TutorError
from tutor.grading.client import Grader
from tutor.progress import backup
from tutor.progress import doctor as record
from tutor.progress.opening import DamagedStore

_LIBRARIES = ("textual", "fsrs", "sqlite-utils", "torch", "TeXicode")


def examine_all(world: World, repair: bool, restore: bool) -> int:
    """Print every finding; 1 when something is not sound."""
    sound = True
    click.echo(f"tutor {__version__}, Python {platform.python_version()}, {platform.system()}")
    click.echo("  ".join(f"{name} {version(name)}" for name in _LIBRARIES))
    click.echo(f"record    {world.paths.database}\nworkspace {world.paths.workspace}")
    click.echo(f"material  {world.paths.material}")
    try:
        if repair:
            record.repair(world.store)
        for finding in record.examine(world.store):
            sound = sound and finding.ok
            click.echo(
                f"{'ok ' if finding.ok else 'BAD'} {finding.name}: {finding.detail} {finding.todo}"
            )
    except DamagedStore as problem:
        if not (restore and problem.backups):
            raise
        aside = backup.restore(world.paths.database, problem.backups[0], world.clock())
        click.echo(f"Restored {problem.backups[0].name}; the damaged file is kept as {aside.name}.")
    for problem in world.catalogue.problems:
        sound = False
        click.echo(f"BAD material: {problem}")
    return 0 if _layers() and sound else 1


def _layers() -> bool:
    async def ask() -> dict[str, str]:
        async with Grader() as grader:
            return await grader.layers()

    try:
        layers = asyncio.run(ask())
    except TutorError as problem:
        click.echo(f"BAD grader: {problem}")
        return False
    for name, state in layers.items():
        active = state == "active"
        words = (
            state if active else f"{state}; reports say “not checked”, value verdicts are the same"
        )
        click.echo(f"{'ok ' if active else '-- '} sandbox, {name}: {words}")
    return True
