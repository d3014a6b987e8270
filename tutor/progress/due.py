"""How many items are due, as fast as a shell prompt needs it. Standard library only; only reads."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

_DUE = """
select count(*) from memory m
where due_day <= ? and (due_ms = 0 or due_ms <= ?)
and not exists (select 1 from flags f where f.key = m.key and (f.suspended or f.buried_until > ?))
and not exists (select 1 from seen s where s.key = m.key and s.retired)
"""


def due_count(database: Path, day: int, now_ms: int) -> int:
    """Items due on this study day; 0 when there is no record yet.

    Raises `sqlite3.Error` when the file cannot be read.
    """
    if not database.is_file():
        return 0
    # Even a read-only connection would leave -wal and -shm files beside a file nobody has open.
    in_use = database.with_name(f"{database.name}-wal").exists()
    how = "mode=ro" if in_use else "mode=ro&immutable=1"
    address = f"{database.absolute().as_uri()}?{how}"
    with closing(sqlite3.connect(address, uri=True, timeout=1.0)) as db:
        return int(db.execute(_DUE, (day, now_ms, day)).fetchone()[0])
