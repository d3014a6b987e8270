"""Automatic backups, thinned over a year. Opening the store makes one when the last is old enough."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

from tutor.progress.opening import explained

_NAME = "progress-%Y%m%dT%H%M%S.db"
_APART = timedelta(minutes=30)


def back_up(source: sqlite3.Connection, folder: Path, now: datetime) -> Path | None:
    """Copy the open database unless nothing was logged or the newest copy is under 30 minutes old.

    A backup that cannot be written is no reason to stop studying: None is returned.
    """
    taken = _taken(folder)
    newest = source.execute("select max(id) from reviews").fetchone()[0]
    if newest is None:
        return None
    if taken:
        recent = abs(now.replace(tzinfo=None) - taken[0][0]) < _APART
        if recent or _newest_event(taken[0][1]) == newest:
            return None
    target = folder / now.strftime(_NAME)
    partial = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(partial)) as copy:
            source.backup(copy)
        partial.replace(target)
    except (OSError, sqlite3.Error):
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        return None
    for old in superfluous([moment for moment, _ in _taken(folder)], now.replace(tzinfo=None)):
        (folder / old.strftime(_NAME)).unlink(missing_ok=True)
    return target


def superfluous(moments: list[datetime], now: datetime) -> list[datetime]:
    """Which copies to delete: all of two days stay, then 12 daily, 10 weekly, 9 monthly ones."""
    kept: set[tuple[str, str]] = set()
    drop = []
    budget = {"%Y-%j": 12, "%G-%V": 10, "%Y-%m": 9}
    for moment in sorted(moments, reverse=True):
        if now - moment < timedelta(days=2):
            continue
        for period, limit in budget.items():
            mark = (period, moment.strftime(period))
            if mark in kept or sum(p == period for p, _ in kept) >= limit:
                continue
            kept.add(mark)
            break
        else:
            drop.append(moment)
    return drop


def _newest_event(copy: Path) -> int | None:
    """Id of the last event in a copy; None when the copy cannot be read."""
    try:
        with closing(_reading(copy)) as db:
            return db.execute("select max(id) from reviews").fetchone()[0]
    except sqlite3.Error:
        return None


def _reading(copy: Path) -> sqlite3.Connection:
    address = f"{copy.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True)


def good_backups(folder: Path) -> list[Path]:
    """Copies that pass SQLite's quick check, newest first; stops at the first good one."""
    for _, path in _taken(folder):
        with suppress(sqlite3.Error), closing(_reading(path)) as db:
            if db.execute("pragma quick_check").fetchone()[0] == "ok":
                return [path]
    return []


def restore(database: Path, backup: Path, now: datetime) -> Path:
    """Put a backup in place. The damaged file is kept beside it; its new path is returned.

    Raises `StoreError` when the folder cannot be written.
    """
    aside = database.with_name(f"{database.name}.damaged-{now:%Y%m%dT%H%M%S}")
    partial = database.with_suffix(".restoring")
    with explained(database):
        with partial.open("wb") as copy:
            copy.write(backup.read_bytes())
            copy.flush()
            os.fsync(copy.fileno())
        for suffix in ("", "-wal", "-shm"):
            part = database.with_name(database.name + suffix)
            if part.exists():
                part.replace(aside.with_name(aside.name + suffix))
        partial.replace(database)
    return aside


def _taken(folder: Path) -> list[tuple[datetime, Path]]:
    found = []
    for path in folder.glob("progress-*.db"):
        with suppress(ValueError):
            found.append((datetime.strptime(path.name, _NAME), path))
    return sorted(found, reverse=True)
