"""What a command needs: paths, settings, clock, decks and the store, opened when first used."""

from __future__ import annotations

import difflib
import os
import random
from functools import cached_property
from pathlib import Path

from tutor.config import Clock, Config, clock_from, load_config
from tutor.content.catalogue import Catalogue
from tutor.content.exercises import Exercise
from tutor.errors import UsageError
from tutor.paths import Paths, find_paths
from tutor.progress.store import Store


class World:
    """The learner's surroundings, from the environment."""

    def __init__(self) -> None:
        self.paths: Paths = find_paths(os.environ)
        self.config: Config = load_config(self.paths.settings)
        self.clock: Clock = clock_from(os.environ)
        self.seed = random.SystemRandom().randrange(1_000_000)

    @cached_property
    def catalogue(self) -> Catalogue:
        from tutor.content.loader import load_catalogue

        return load_catalogue(self.paths.deck_folders, self.paths.exercise_folders)

    @cached_property
    def store(self) -> Store:
        return Store.open(self.paths.database, backups=self.paths.backups, now=self.clock())

    def workplace(self, exercise: Exercise) -> Path:
        """The learner's file; one that is due to be solved again begins from the empty starter."""
        from tutor.grading import workspace
        from tutor.memory.days import study_day
        from tutor.study.workshop import due_again

        due = due_again(self.store, exercise, study_day(self.clock(), self.config.rollover_hour))
        if due is not None:
            workspace.solve_again(self.paths, exercise, due)
        return workspace.start(self.paths, exercise)

    def exercise(self, name: str) -> Exercise:
        """An exercise by its name or its last part. Raises `UsageError` with a suggestion."""
        known = self.catalogue.workshop
        fits = [known[n] for n in known if n == name or n.rpartition("/")[2] == name]
        fits = fits or [known[n] for n in known if name in n]
        if len(fits) == 1:
            return fits[0]
        short = {n.rpartition("/")[2]: n for n in known}
        near = difflib.get_close_matches(name, [*known, *short], n=1)
        hint = f"Did you mean `{near[0]}`?" if near else "See `tutor exercises`."
        word = "several exercises" if fits else "no exercise"
        raise UsageError(f"{word.capitalize()} fit `{name}`.", todo=hint)
