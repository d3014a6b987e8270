"""Opening the database file safely: folders, damage, versions, pragmas."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from tutor.errors import StoreError
from tutor.progress.migrations import FORMAT, migrations


class DamagedStore(StoreError):
    """The file is not a sound database; `backups` holds good copies, newest first."""

    def __init__(self, path: Path, detail: str, backups: list[Path]) -> None:
        offer = (
            f"The newest good backup is {backups[0].name}; `tutor doctor --restore` puts it in place "
            "and keeps the damaged file beside it."
            if backups
            else "There is no backup. Move the file away to start afresh."
        )
        super().__init__(f"The progress database is damaged ({detail}).", where=path, todo=offer)
        self.backups = backups


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's and the file system's errors into sentences."""
    try:
        yield
    except (sqlite3.Error, OSError) as problem:
        raise _store_error(path, problem) from problem


def _store_error(path: Path, problem: Exception) -> StoreError:
    text = str(problem)
    if "locked" in text or "busy" in text:
        todo = "Another tutor is writing; try again in a moment."
    elif "full" in text or "No space" in text or ("I/O" in text and _no_space_left(path)):
        todo = "The disk is full; free some space and try again. Nothing recorded so far is lost."
    elif "readonly" in text or "unable to open" in text or isinstance(problem, OSError):
        todo = "Check that the folder exists and is writable, or set TUTOR_HOME to one that is."
    else:
        todo = "Run `tutor doctor`."
    return StoreError(f"The progress cannot be kept ({text}).", where=path, todo=todo)


def _no_space_left(path: Path) -> bool:
    """SQLite calls a full disk an I/O error when it is its shared memory that finds no place."""
    try:
        return shutil.disk_usage(path.parent).free < 1 << 20
    except OSError:
        return False


def open_database(path: Path, backups: Callable[[], list[Path]]) -> Database:
    """A checked, migrated database. Raises `StoreError` or `DamagedStore`; never creates a second."""
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.stat().st_size == 0 and (copies := backups()):
            raise DamagedStore(path, "the file is empty", copies)
        try:
            return _opened(path)
        except sqlite3.DatabaseError as problem:
            if "not a database" in str(problem) or "malformed" in str(problem):
                raise DamagedStore(path, str(problem), backups()) from problem
            raise


def _opened(path: Path) -> Database:
    connection = sqlite3.connect(path, timeout=5.0, isolation_level=None)
    try:
        found = connection.execute("pragma user_version").fetchone()[0]
        if found > FORMAT:
            raise StoreError(
                f"This record was written by a newer tutor (format {found}, we know {FORMAT}).",
                where=path,
                todo="Update the tutor, or set TUTOR_HOME to another folder. Nothing was changed.",
            )
        connection.execute("pragma page_size = 1024")  # a new file; less to sync at each rating
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = full")
        connection.execute("pragma foreign_keys = on")
        database = Database(connection, execute_plugins=False)
        if found < FORMAT:
            _migrate(database)
        if connection.execute("pragma quick_check").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("malformed: quick_check failed")
        return database
    except BaseException:
        connection.close()
        raise


def _migrate(database: Database) -> None:
    """Bring the file up to date in one transaction, so that two first starts cannot mix."""
    database.execute("begin immediate")
    try:
        migrations.apply(database)
        database.execute("commit")
    except BaseException:
        if database.conn.in_transaction:
            database.execute("rollback")
        raise
