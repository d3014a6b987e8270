"""The commands, with their help. Each starts one thing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from tutor import __version__
from tutor.cli.screens import open_screens
from tutor.cli.world import World
from tutor.errors import TutorError

_EPILOG = (
    "Exit codes: 0 done or passed, 1 a problem or not passed, 2 wrong use, 130 interrupted. "
    "Environment: TUTOR_HOME (folder for everything written), TUTOR_NOW (ISO time), NO_COLOR."
)


def run(arguments: list[str]) -> int:
    """Run one command; every error becomes a sentence and an exit code."""
    try:
        return tutor.main(arguments, prog_name="tutor", standalone_mode=False) or 0
    except TutorError as problem:
        click.echo(f"tutor: {problem}", err=True)
        return problem.exit_code
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0


@click.group(invoke_without_command=True, epilog=_EPILOG)
@click.version_option(__version__, prog_name="tutor")
@click.pass_context
def tutor(context: click.Context) -> int | None:
    """Learn how language models work: spaced-repetition cards and graded coding exercises.

    Without a command it opens the screens.
    """
    if context.invoked_subcommand is None:
        return open_screens(None, False)
    return None


@tutor.command()
@click.argument("what", required=False)
@click.option("--plain", is_flag=True, help="Line by line, without screens.")
@click.option("--practice", is_flag=True, help="Ask without moving the schedule.")
def study(what: str | None, plain: bool, practice: bool) -> int:
    """Study what is due, then what is new; WHAT is a series or deck."""
    if not plain:
        return open_screens(what, practice, study_at_once=True)
    from tutor.cli.plain import study_plain

    return study_plain(World(), what, practice, sys.stdin, sys.stdout)


@tutor.command()
def due() -> int:
    """Print how many items are due, for a shell prompt."""
    from tutor.cli import due as quick

    return quick()


@tutor.command()
def decks() -> None:
    """List the decks."""
    world = World()
    memories = world.store.memories()
    for deck in world.catalogue.decks:
        seen = sum(card.key in memories for card in deck.cards)
        click.echo(f"{deck.name:45} {seen:3}/{len(deck.cards):<3} {deck.title}")
    _say_problems(world)


@tutor.command()
def exercises() -> None:
    """List the exercises and their state."""
    from tutor.memory.days import study_day
    from tutor.study.workshop import STATE_SIGNS, states

    world = World()
    today = study_day(world.clock(), world.config.rollover_hour)
    found = states(world.catalogue, world.store, world.store.memories(), today)
    for exercise in world.catalogue.exercises:
        state = found[exercise.name]
        level = "*" * exercise.difficulty
        click.echo(
            f"{STATE_SIGNS[state]} {exercise.name:45} {state:9} {level:5} {exercise.minutes} min"
        )
    _say_problems(world)


@tutor.command()
@click.option("--references", is_flag=True, help="With the references for all parts.")
def model(references: bool) -> int:
    """Train the small language model that your solved exercises make together."""
    from tutor.cli.model import run_model

    return run_model(World(), references)


@tutor.command()
@click.argument("exercise")
def start(exercise: str) -> None:
    """Write the starter into the workspace, and show the task."""
    from tutor.content.markdown import plain

    world = World()
    found = world.exercise(exercise)
    path = world.workplace(found)
    click.echo(plain(found.text("task.md"), 78))
    click.echo(f"\nYour file: {path}\nNext: tutor watch {found.name}")


@tutor.command()
@click.argument("exercise")
@click.option(
    "--file", "file", type=click.Path(path_type=Path), help="Grade this file; nothing is recorded."
)
@click.option("--seed", type=int, help="Replay the inputs of an earlier report.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def check(exercise: str, file: Path | None, seed: int | None, as_json: bool) -> int:
    """Grade a solution. The first line is one word; exit code 0 only for `pass`.

    The word is pass, wrong, error, timeout, crash, memory, forbidden or nothing-checked.
    """
    from tutor.cli.grade import check_once

    return check_once(World(), exercise, file, seed, as_json)


@tutor.command()
@click.argument("exercise")
def watch(exercise: str) -> int:
    """Grade on every save of your file, in any editor, until Ctrl+C."""
    from tutor.cli.grade import watch_file

    return watch_file(World(), exercise)


@tutor.command()
@click.argument("exercise")
def hint(exercise: str) -> None:
    """Show the next hint."""
    from tutor.content.markdown import plain
    from tutor.progress.attempts import help_taken, take_help

    world = World()
    found = world.exercise(exercise)
    opened = min(help_taken(world.store, found.name)[0] + 1, len(found.hints))
    take_help(world.store, found.name, hints=opened)
    for number, text in enumerate(found.hints[:opened], 1):
        click.echo(f"Hint {number} of {len(found.hints)}\n{plain(text, 78)}\n")


@tutor.command()
@click.argument("exercise")
@click.option("--give-up", is_flag=True, help="Show it although you have not passed.")
def solution(exercise: str, give_up: bool) -> int:
    """Show the reference, after passing or giving up on purpose."""
    from tutor.progress.attempts import attempts, help_taken, take_help

    world = World()
    found = world.exercise(exercise)
    passed = any(a.verdict == "pass" for a in attempts(world.store, found.name))
    if not (passed or give_up or help_taken(world.store, found.name)[1]):
        click.echo(
            "tutor: not passed yet. `--give-up` shows it all the same, and is recorded.", err=True
        )
        return 1
    if not passed:
        take_help(world.store, found.name, give_up=True)
    click.echo(found.text("reference.py"))
    return 0


@tutor.command()
@click.argument("exercise")
@click.confirmation_option(prompt="Begin again from the starter? Your file is kept as a copy.")
def reset(exercise: str) -> None:
    """Begin an exercise again; the old file is kept."""
    from tutor.grading import workspace

    world = World()
    kept = workspace.reset(world.paths, world.exercise(exercise))
    click.echo(f"The old file is now {kept}." if kept else "Started afresh.")


@tutor.command()
def stats() -> None:
    """Your record: reviews, retention, forecast, series, exercises."""
    from tutor.cli.stats import stat_lines

    click.echo("\n".join(stat_lines(World())))


@tutor.command()
@click.option("--repair", is_flag=True, help="Rebuild memory from the log.")
@click.option(
    "--restore", is_flag=True, help="Put the newest good backup in place of a damaged record."
)
def doctor(repair: bool, restore: bool) -> int:
    """Is everything sound: record, replay, sandbox, versions, paths?"""
    from tutor.cli.doctor import examine_all

    return examine_all(World(), repair, restore)


@tutor.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print a completion script."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    click.echo(kind(tutor, {}, "tutor", "_TUTOR_COMPLETE").source())


@tutor.group()
def author() -> None:
    """For people who write decks and exercises."""


@author.command("check")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--jobs", default=2, type=click.IntRange(1, 64), help="Graders at the same time.")
def author_check(paths: tuple[Path, ...], jobs: int) -> int:
    """Check decks and prove exercises; PATHS are files or folders, by default all."""
    from tutor.cli.author import check_material

    return check_material(World(), paths, jobs=jobs)


@author.command("mutants")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--jobs", default=2, type=click.IntRange(1, 64), help="Graders at the same time.")
@click.option("--seed", default=1, type=click.IntRange(min=0), help="For the inputs of the claims.")
def author_mutants(paths: tuple[Path, ...], jobs: int, seed: int) -> int:
    """Change each reference in small wrong ways, and name the changes that no claim catches.

    PATHS are files or folders, by default all. Changes that may survive stand with a reason in
    `mutants.yaml` beside the reference, under `equivalent` or `left`.
    """
    from tutor.cli.mutants import hunt_mutants

    return hunt_mutants(World(), paths, jobs=jobs, seed=seed)


@author.command("new")
@click.argument("kind", type=click.Choice(["deck", "exercise"]))
@click.argument("name")
@click.option("--title", default="", help="What learners see.")
@click.option(
    "--here", is_flag=True, help="Write into ./decks or ./exercises instead of your data folder."
)
def author_new(kind: str, name: str, title: str, here: bool) -> None:
    """Write a deck or exercise to start from; NAME is series/name."""
    from tutor.cli.author import write_new

    click.echo(write_new(World(), kind, name, title, here))


def _say_problems(world: World) -> None:
    for problem in world.catalogue.problems:
        click.echo(f"tutor: {problem}", err=True)
