"""The learner's own language model, from the command line."""

from __future__ import annotations

import asyncio

import click

from tutor.cli.world import World
from tutor.grading.assembly import Assembled, assemble, lines
from tutor.grading.client import Grader
from tutor.study.assembly import Part, headline, model_text, part_lines, parts_of


def run_model(world: World, references: bool) -> int:
    """Assemble, train, write, prefer; 0 when it came to the end."""
    parts = parts_of(world.catalogue, None if references else world.store)
    click.echo("\n".join([headline(parts), "", *part_lines(parts), ""]))
    found = asyncio.run(_assembled(parts, model_text(world.paths)))
    click.echo("\n".join(lines(found)))
    return 1 if found.problem else 0


async def _assembled(parts: tuple[Part, ...], model: str) -> Assembled:
    async with Grader() as grader:
        return await assemble(grader, {part.name: part.source for part in parts}, model)
