"""What screens work with: paths, settings, clock, and the parts that load after the first paint."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.config import Clock, Config
from tutor.paths import Paths

if TYPE_CHECKING:
    from tutor.content.catalogue import Catalogue
    from tutor.grading.client import Grader
    from tutor.progress.store import Store


class Services:
    """Opened once per app; nothing heavy is imported before `open`."""

    catalogue: Catalogue
    store: Store

    def __init__(self, paths: Paths, config: Config, clock: Clock, seed: int) -> None:
        self.paths, self.config, self.clock, self.seed = paths, config, clock, seed
        self.ready = False
        self._grader: Grader | None = None

    async def open(self) -> None:
        """Load the decks in a thread, open the store here. Raises `StoreError`."""
        self.catalogue = await asyncio.to_thread(self._load)
        from tutor.progress.store import Store

        self.store = Store.open(self.paths.database, backups=self.paths.backups, now=self.clock())
        self.ready = True

    async def reload(self) -> None:
        """Read edited decks again."""
        self.catalogue = await asyncio.to_thread(self._load)

    def _load(self) -> Catalogue:
        import tutor.progress.store
        import tutor.study.session  # noqa: F401
        from tutor.content.loader import load_catalogue

        return load_catalogue(self.paths.deck_folders, self.paths.exercise_folders)

    def grader(self) -> Grader:
        """The app's one grader; its process starts with the first order."""
        if self._grader is None:
            from tutor.grading.client import Grader

            self._grader = Grader()
        return self._grader

    async def close(self) -> None:
        if self._grader is not None:
            await self._grader.close()
        if self.ready:
            self.store.close()

    @property
    def welcomed(self) -> Path:
        """Exists once the first-run screen was read."""
        return self.paths.home / "welcomed"
