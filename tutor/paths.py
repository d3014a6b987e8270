"""Where things are. Nothing here creates or reads a file."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Paths:
    """Every folder and file the tutor reads or writes."""

    home: Path
    """The learner's folder; everything written goes below it."""
    material: Path
    """The folder holding the shipped `decks/` and `exercises/`."""

    @property
    def database(self) -> Path:
        return self.home / "progress.db"

    @property
    def backups(self) -> Path:
        return self.home / "backups"

    @property
    def workspace(self) -> Path:
        return self.home / "workspace"

    @property
    def settings(self) -> Path:
        return self.home / "config.toml"

    @property
    def deck_folders(self) -> tuple[Path, ...]:
        """Shipped decks first, then the learner's own."""
        return (self.material / "decks", self.home / "decks")

    @property
    def exercise_folders(self) -> tuple[Path, ...]:
        """Shipped exercises first, then the learner's own."""
        return (self.material / "exercises", self.home / "exercises")


def find_paths(env: Mapping[str, str]) -> Paths:
    """The paths for this environment: `TUTOR_HOME` moves all the tutor writes."""
    return Paths(home=_home(env), material=_material())


def _home(env: Mapping[str, str]) -> Path:
    if env.get("TUTOR_HOME"):
        return Path(env["TUTOR_HOME"]).expanduser().absolute()
    if env.get("XDG_DATA_HOME"):
        return Path(env["XDG_DATA_HOME"]) / "tutor"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "tutor"
    return Path.home() / ".local" / "share" / "tutor"


def _material() -> Path:
    """Inside an installed wheel, or beside the package in a checkout."""
    inside = _PACKAGE / "_material"
    return inside if inside.is_dir() else _PACKAGE.parent
