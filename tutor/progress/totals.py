"""Numbers about the past and the days to come."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.progress.store import Store

_COUNTS = (
    "kind in ('learn', 'review', 'relearn', 'practice') and not exists "
    "(select 1 from reviews u where u.kind = 'undo' and u.undoes = r.id)"
)


@dataclass(frozen=True, slots=True)
class Retention:
    """First answers of a day to items in review."""

    passed: int
    failed: int

    @property
    def share(self) -> float | None:
        total = self.passed + self.failed
        return self.passed / total if total else None


def reviews_per_day(store: Store, first: int, last: int) -> dict[int, int]:
    """Study day -> answers given, undone ones left out."""
    return dict(
        store.rows(
            f"select day, count(*) from reviews r where {_COUNTS} and day between ? and ? group by day",
            first,
            last,
        )
    )


def true_retention(store: Store, first: int, last: int) -> Retention:
    """How often an item in review was remembered at its first answer of the day."""
    found = store.rows(
        "select count(*) filter (where rating > 1), count(*) filter (where rating = 1) from "
        f"(select rating, min(id) from reviews r where kind = 'review' and {_COUNTS} "
        "and day between ? and ? group by key, day)",
        first,
        last,
    )
    return Retention(*found[0])


def forecast(store: Store, today: int, days: int) -> list[int]:
    """Items due today (with the overdue ones), tomorrow, and so on."""
    found = dict(
        store.rows(
            "select max(due_day, ?), count(*) from memory m where due_day < ? "
            "and not exists (select 1 from flags f where f.key = m.key and f.suspended) "
            "and not exists (select 1 from seen s where s.key = m.key and s.retired) group by 1",
            today,
            today + days,
        )
    )
    return [found.get(today + n, 0) for n in range(days)]


def streak(store: Store, today: int) -> int:
    """Study days in a row with at least one answer, up to today or yesterday."""
    days = [row[0] for row in store.rows(f"select distinct day from reviews r where {_COUNTS}")]
    known, day, run = set(days), today, 0
    if day not in known:
        day -= 1
    while day in known:
        run, day = run + 1, day - 1
    return run


def first_answers(store: Store, day: int) -> tuple[int, int]:
    """New items introduced on that study day, and reviews done on it."""
    new = store.rows(
        "select count(*) from (select key, min(day) as first, kind from reviews r where "
        f"kind <> 'practice' and {_COUNTS} group by key) where first = ? and kind = 'learn' "
        "and key not in (select key from reviews where kind = 'rename')",
        day,
    )[0][0]
    done = store.rows(
        f"select count(distinct key) from reviews r where kind = 'review' and {_COUNTS} and day = ?",
        day,
    )[0][0]
    return new, done


def answered_groups(store: Store, day: int) -> set[str]:
    """Groups of siblings (keys without `#hole`) that were answered on that day."""
    found = store.rows(f"select distinct key from reviews r where {_COUNTS} and day = ?", day)
    return {row[0].partition("#")[0] for row in found}
