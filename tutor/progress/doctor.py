"""Is the record sound? Each finding says what was looked at and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.progress.store import Store


@dataclass(frozen=True, slots=True)
class Finding:
    name: str
    ok: bool
    detail: str
    todo: str = ""


def examine(store: Store) -> list[Finding]:
    """Integrity, references, and that memory and flags equal a replay of the log."""
    return [_integrity(store), _references(store), _replay(store)]


def repair(store: Store) -> None:
    """Rebuild memory and flags from the log."""
    store.transact(store.rebuild)


def _integrity(store: Store) -> Finding:
    answer = store.rows("pragma integrity_check")[0][0]
    return Finding("database", answer == "ok", f"integrity check: {answer}")


def _references(store: Store) -> Finding:
    broken = store.rows("pragma foreign_key_check")
    return Finding("references", not broken, f"{len(broken)} broken")


def _replay(store: Store) -> Finding:
    folded = store.replayed()
    memories, flags = store.memories(), store.flags()
    wrong = [
        k for k in {**memories, **folded.memories} if memories.get(k) != folded.memories.get(k)
    ]
    wrong += [k for k in {**flags, **folded.flags} if flags.get(k) != folded.flags.get(k)]
    events = store.rows("select count(*) from reviews")[0][0]
    detail = f"{events} events replayed, {len(memories)} items, {len(wrong)} differ"
    todo = "Run `tutor doctor --repair`; the log is not touched." if wrong else ""
    return Finding("replay", not wrong, detail, todo)
