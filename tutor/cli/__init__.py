"""The command line. Importing this brings in neither textual nor torch, nor even click."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Entry point of `tutor`."""
    arguments = sys.argv[1:]
    if arguments == ["due"]:
        sys.exit(due())
    if not arguments and "_TUTOR_COMPLETE" not in os.environ:
        sys.exit(screens())
    from tutor.cli.commands import run

    sys.exit(run(arguments))


def screens() -> int:
    """Open the screens without loading the other commands."""
    from tutor.cli.screens import open_screens
    from tutor.errors import TutorError

    try:
        return open_screens()
    except TutorError as problem:
        print(f"tutor: {problem}", file=sys.stderr)
        return problem.exit_code


def due() -> int:
    """Print how many items are due, with nothing but the standard library."""
    import sqlite3
    import time

    from tutor.paths import find_paths
    from tutor.progress.due import due_count

    database = find_paths(os.environ).database
    if os.environ.get("TUTOR_NOW") or database.with_name("config.toml").exists():
        from tutor.config import clock_from, load_config, utc_ms
        from tutor.errors import TutorError

        try:
            hour = load_config(database.with_name("config.toml")).rollover_hour
            moment = clock_from(os.environ)()
        except TutorError as problem:
            print(f"tutor: {problem}", file=sys.stderr)
            return problem.exit_code
        day = (moment.date().toordinal() - 719163) - (moment.hour < hour)
        now_ms = utc_ms(moment)
    else:
        now = time.time()
        now_ms, local = round(now * 1000), time.localtime(now - 4 * 3600)
        day = time.mktime((local.tm_year, local.tm_mon, local.tm_mday, 12, 0, 0, 0, 0, -1))
        day = int((day + local.tm_gmtoff) // 86400)
    try:
        print(due_count(database, day, now_ms))
    except (sqlite3.Error, OSError) as problem:
        print(f"tutor: {database}: the record cannot be read ({problem}).", file=sys.stderr)
        return 1
    return 0
