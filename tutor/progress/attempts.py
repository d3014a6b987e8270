"""Gradings that are kept, and the help that was taken for an exercise."""

from __future__ import annotations

import zlib

from tutor.progress.rows import Attempt
from tutor.progress.store import Store

_COLUMNS = "id, exercise, at_ms, day, verdict, mistake, seed, seconds, hints, gave_up, report"


def save_attempt(store: Store, attempt: Attempt, source: str) -> None:
    """Keep one grading with the source that was graded. A pass clears the help taken."""

    def write() -> None:
        store.database.execute(
            "insert into attempts(exercise, at_ms, day, verdict, mistake, seed, seconds, hints, "
            "gave_up, source, report) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                attempt.exercise,
                attempt.at_ms,
                attempt.day,
                attempt.verdict,
                attempt.mistake,
                attempt.seed,
                attempt.seconds,
                attempt.hints,
                int(attempt.gave_up),
                zlib.compress(source.encode("utf-8", "surrogatepass")),
                attempt.report,
            ),
        )
        if attempt.verdict == "pass":
            store.database.execute("delete from help_taken where exercise = ?", (attempt.exercise,))

    store.transact(write)


def attempts(store: Store, exercise: str | None = None, limit: int = 10_000) -> list[Attempt]:
    """Newest first."""
    where = "where exercise = ?" if exercise else ""
    values = (exercise, limit) if exercise else (limit,)
    found = store.rows(f"select {_COLUMNS} from attempts {where} order by id desc limit ?", *values)
    return [Attempt(*row[:9], bool(row[9]), row[10]) for row in found]


def attempt_source(store: Store, number: int) -> str:
    """The source text of one attempt."""
    blob = store.rows("select source from attempts where id = ?", number)[0][0]
    return zlib.decompress(blob).decode("utf-8", "surrogatepass")


def help_taken(store: Store, exercise: str) -> tuple[int, bool]:
    """Hints opened since the last pass, and whether the learner gave up on purpose."""
    found = store.rows("select hints, gave_up from help_taken where exercise = ?", exercise)
    return (found[0][0], bool(found[0][1])) if found else (0, False)


def take_help(store: Store, exercise: str, *, hints: int = 0, give_up: bool = False) -> None:
    """Note that so many hints are open now, or that the learner gave up."""

    def write() -> None:
        store.database.execute(
            "insert into help_taken(exercise, hints, gave_up) values (?, ?, ?) on conflict(exercise) "
            "do update set hints = max(hints, excluded.hints), gave_up = max(gave_up, excluded.gave_up)",
            (exercise, hints, int(give_up)),
        )

    store.transact(write)
