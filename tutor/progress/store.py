"""The learner's record. The log is the truth; memory and flags are caches that replay can rebuild.

Every method that writes is one transaction. Use from one thread.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from tutor.errors import StoreError
from tutor.memory.replay import Event, Flag, Folded, replay
from tutor.memory.schedule import Parameters
from tutor.memory.states import Memory
from tutor.progress import rows
from tutor.progress.backup import back_up, good_backups
from tutor.progress.opening import explained, open_database
from tutor.progress.rows import Review, Undone

_ANY: Any = object()
_LOG = f"insert into reviews({rows.REVIEW_COLUMNS}) values ({', '.join('?' * len(rows.REVIEW_FIELDS))})"
_MEMORY = f"select {rows.MEMORY_COLUMNS} from memory where key = ?"
_REPLACE_MEMORY = (
    f"update memory set ({rows.MEMORY_COLUMNS.removeprefix('key, ')}) = ({', '.join('?' * 10)}) "
    f"where ({rows.MEMORY_COLUMNS}) = ({', '.join('?' * 11)})"
)
_PUT_MEMORY = f"insert or replace into memory({rows.MEMORY_COLUMNS}) values ({', '.join('?' * 11)})"


class Conflict(StoreError):
    """Another instance has rated the item meanwhile."""


class Store:
    """An open progress database."""

    def __init__(self, database: Any, path: Path) -> None:
        self.database = database
        self.path = path

    @classmethod
    def open(cls, path: Path, *, backups: Path, now: datetime) -> Store:
        """Open or create. Raises `StoreError` when the file is newer, damaged or not writable."""
        store = cls(open_database(path, lambda: good_backups(backups)), path)
        back_up(store.database.conn, backups, now)
        return store

    def close(self) -> None:
        self.database.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- reading ---------------------------------------------------------------

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        with explained(self.path):
            return self.database.execute(sql, values).fetchall()

    def memories(self) -> dict[str, Memory]:
        found = self.rows(f"select {rows.MEMORY_COLUMNS} from memory")
        return {row[0]: rows.memory_from(row) for row in found}

    def memory(self, key: str) -> Memory | None:
        found = self.rows(_MEMORY, key)
        return rows.memory_from(found[0]) if found else None

    def flags(self) -> dict[str, Flag]:
        found = self.rows(f"select {rows.FLAG_COLUMNS} from flags")
        return {row[0]: rows.flag_from(row) for row in found}

    def events(self, key: str | None = None) -> list[Event]:
        """The log in order; with a key only what can touch that item (renames included)."""
        where, names = "", []
        if key is not None:
            names = [key]
            renames = self.rows("select key, arg from reviews where kind = 'rename'")
            for name in names:
                names += [old for new, old in renames if new == name and old not in names]
            own = f"select id from reviews where key in ({_marks(len(names))})"
            where = (
                f"where id in ({own}) or id in (select id from reviews where undoes in ({own})) "
                "or id in (select id from reviews where kind = 'rename')"
            )
        found = self.rows(
            f"select {rows.EVENT_COLUMNS} from reviews {where} order by id", *names, *names
        )
        return [rows.event_from(row) for row in found]

    def replayed(self) -> Folded:
        """What memory and flags must be, from the log alone."""
        return replay(self.events(), self.parameters_by_id())

    def parameters_by_id(self) -> dict[int, Parameters]:
        found = self.rows("select id, text from parameters")
        return {number: Parameters.from_dict(json.loads(text)) for number, text in found}

    # -- writing ---------------------------------------------------------------

    def transact(self, action: Callable[[], Any]) -> Any:
        """Run one action in one transaction; any error leaves everything as it was.

        Within another transaction the action becomes part of that one.
        """
        connection = self.database.conn
        if connection.in_transaction:
            return action()
        with explained(self.path):
            connection.execute("begin immediate")
            try:
                result = action()
                connection.execute("commit")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("rollback")
                raise
            return result

    def parameters(self, parameters: Parameters) -> int:
        """The id under which these parameters are stored."""
        text = json.dumps(parameters.to_dict(), sort_keys=True)
        for number, known in self.parameters_by_id().items():
            if known == parameters:
                return number

        def insert() -> None:
            self.database.execute("insert or ignore into parameters(text) values (?)", (text,))

        self.transact(insert)
        return self.rows("select id from parameters where text = ?", text)[0][0]

    def record(self, review: Review, memory: Memory, *, before: Memory | None = _ANY) -> int:
        """Log one rating and the state it led to. Returns the id of the log row.

        Raises `Conflict` when the stored state is no longer `before`.
        """

        def write() -> int:
            number = self._log(review)
            if review.kind == "practice":
                return number
            if before is _ANY:
                self._put_memory(review.key, memory)
            elif not self._replaced(review.key, before, memory):
                raise Conflict(
                    "This item was rated in another tutor meanwhile.", todo="It is shown anew."
                )
            self._refresh_flags(review)
            return number

        return self.transact(write)

    def event(self, review: Review) -> int:
        """Log anything but a rating (suspend, bury, reset, ...) and bring the caches up to date."""

        def write() -> int:
            number = self._log(review)
            self.rebuild(review.key)
            return number

        return self.transact(write)

    def last_event(self) -> tuple[int, str, str, int | None] | None:
        """The newest event that can be taken back: id, key, kind, rating."""
        found = self.rows(
            "select id, key, kind, rating from reviews r where kind not in "
            "('undo', 'rename', 'changed', 'forward') and not exists "
            "(select 1 from reviews u where u.kind = 'undo' and u.undoes = r.id) "
            "order by id desc limit 1"
        )
        return found[0] if found else None

    def undo(self, at_ms: int, day: int) -> Undone | None:
        """Take back the newest event; the undo is an event itself. None when nothing is left."""

        def write() -> Undone | None:
            last = self.last_event()
            if last is None:
                return None
            number, key, kind, rating = last
            for new, old in self.rows(
                "select key, arg from reviews where kind = 'rename' and id > ? order by id", number
            ):
                key = new if key == old else key
            self.event(Review(key, "undo", at_ms, day, undoes=number))
            return Undone(number, key, kind, rating)

        return self.transact(write)

    def rebuild(self, key: str | None = None) -> None:
        """Write memory and flags of one item (or all) as the log says they must be."""
        if key is None:
            folded = self.replayed()
            self.database.execute("delete from memory")
            self.database.execute("delete from flags")
        else:
            folded = replay(self.events(key), self.parameters_by_id())
            self.database.execute("delete from memory where key = ?", (key,))
            self.database.execute("delete from flags where key = ?", (key,))
        for item, memory in folded.memories.items():
            if key in (None, item):
                self._put_memory(item, memory)
        for item, flag in folded.flags.items():
            if key in (None, item):
                self._put_flag(item, flag)

    def _log(self, review: Review) -> int:
        return int(self.database.execute(_LOG, rows.review_row(review)).lastrowid)

    def _refresh_flags(self, review: Review) -> None:
        found = self.rows(f"select {rows.FLAG_COLUMNS} from flags where key = ?", review.key)
        if found or review.set_aside:
            folded = replay(self.events(review.key), self.parameters_by_id())
            self.database.execute("delete from flags where key = ?", (review.key,))
            if review.key in folded.flags:
                self._put_flag(review.key, folded.flags[review.key])

    def _replaced(self, key: str, before: Memory | None, memory: Memory) -> bool:
        """Put the new state in place of the one it was computed from; False if that is not there."""
        if before is None:
            known = self.database.execute(_MEMORY, (key,)).fetchone()
            if known is None:
                self._put_memory(key, memory)
            return known is None
        values = rows.memory_row(key, memory)[1:], rows.memory_row(key, before)
        return self.database.execute(_REPLACE_MEMORY, (*values[0], *values[1])).rowcount == 1

    def _put_memory(self, key: str, memory: Memory) -> None:
        self.database.execute(_PUT_MEMORY, rows.memory_row(key, memory))

    def _put_flag(self, key: str, flag: Flag) -> None:
        self.database.execute(
            f"insert or replace into flags({rows.FLAG_COLUMNS}) values ({_marks(6)})",
            rows.flag_row(key, flag),
        )


def _marks(number: int) -> str:
    return ", ".join("?" * number)
