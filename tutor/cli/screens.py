"""Opening the screens, with as few imports before the first paint as possible."""

from __future__ import annotations

import os
import sys


def open_screens(
    what: str | None = None, practice: bool = False, study_at_once: bool = False
) -> int:
    """Run the app; without a terminal explain what works there. Raises `ConfigError`."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print(
            "tutor: the screens need a terminal, and this is none. `tutor study --plain` works in "
            "pipes and dumb terminals, `tutor --help` lists all commands.",
            file=sys.stderr,
        )
        return 2
    from tutor.config import clock_from, load_config
    from tutor.paths import find_paths
    from tutor.ui.app import run

    paths = find_paths(os.environ)
    config = load_config(paths.settings)
    clock = clock_from(os.environ)
    return run(paths, config, clock, what=what, practice=practice, study_at_once=study_at_once)
