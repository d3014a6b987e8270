"""What cards looked like when they were last loaded: edits, renames and retirement."""

from __future__ import annotations

from collections.abc import Mapping

from tutor.progress.rows import Review
from tutor.progress.store import Store


def settle(
    store: Store,
    cards: Mapping[str, tuple[str, str]],
    renamed: Mapping[str, str],
    *,
    at_ms: int,
    day: int,
) -> set[str]:
    """Bring the record in line with the decks. Returns keys whose text changed since their last review.

    `cards`: key -> fingerprints of question and answer; `renamed`: earlier key -> present key.
    A new key that follows an old one takes over its history; a changed answer is due at once; a key
    that is gone is retired, and comes back whole when it returns.
    """
    known = {
        k: (q, a, r) for k, q, a, r in store.rows("select key, question, answer, retired from seen")
    }
    studied = set(store.memories())
    held = studied | set(store.flags())
    moved = [(old, new) for old, new in renamed.items() if old in held and new not in held]
    for old, new in moved:
        studied.add(new)
        if old in known and new not in known:
            known[new] = (*known[old][:2], 1)
    changed = {k for k, (q, a) in cards.items() if k in known and known[k][:2] != (q, a)}
    answers = {k for k in changed & studied if known[k][1] != cards[k][1]}
    fresh = [(k, *v) for k, v in cards.items() if known.get(k) != (*v, 0)]
    gone = [k for k, row in known.items() if k not in cards and not row[2]]
    if moved or fresh or gone:
        store.transact(lambda: _write(store, moved, answers, fresh, gone, at_ms, day))
    return _changed_since_review(store) if studied else set()


def _write(
    store: Store,
    moved: list[tuple[str, str]],
    answers: set[str],
    fresh: list[tuple[str, str, str]],
    gone: list[str],
    at_ms: int,
    day: int,
) -> None:
    for old, new in moved:
        store.event(Review(new, "rename", at_ms, day, arg=old))
        store.rebuild(old)
    for key in sorted(answers):
        store.event(Review(key, "changed", at_ms, day))
    for row in fresh:
        store.database.execute(
            "insert or replace into seen(key, question, answer, retired) values (?, ?, ?, 0)", row
        )
    for key in gone:
        store.database.execute("update seen set retired = 1 where key = ?", (key,))


def _changed_since_review(store: Store) -> set[str]:
    found = store.rows(
        "select r.key from (select key, fingerprint, max(id) from reviews "
        "where rating is not null group by key) r join seen s on s.key = r.key "
        "where r.fingerprint <> '' and r.fingerprint <> s.question || s.answer"
    )
    return {row[0] for row in found}
