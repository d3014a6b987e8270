"""What to study today, in order. Pure: record, time and seed are passed in."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from tutor.config import Config
from tutor.content.catalogue import Catalogue
from tutor.memory.replay import Flag
from tutor.memory.states import Memory, Phase

_NO_FLAG = Flag()


@dataclass(frozen=True, slots=True)
class Agenda:
    """Keys in the order in which they are asked."""

    due: tuple[str, ...]
    """What a diagnosis named, even if it is new or not due yet; then all in review that is due
    today or earlier, with solved exercises to re-solve among them."""
    new: tuple[str, ...]
    learning: tuple[tuple[int, str], ...]
    """(UTC ms at which the step is due, key), soonest first."""


def build(
    catalogue: Catalogue,
    memories: Mapping[str, Memory],
    flags: Mapping[str, Flag],
    *,
    today: int,
    config: Config,
    seed: int,
    new_done: int = 0,
    reviews_done: int = 0,
    answered: Collection[str] = (),
    what: str | None = None,
) -> Agenda:
    """Today's agenda. `answered` are groups that had an answer today: their siblings wait."""
    keys = [card.key for deck in catalogue.select(what) for card in deck.cards]
    if what is None:
        keys += [name for name in catalogue.workshop if name in memories]
    open_keys = [key for key in keys if _shown(flags.get(key, _NO_FLAG), today)]
    learning = sorted(
        (memories[key].due_ms, key)
        for key in open_keys
        if key in memories and memories[key].phase is not Phase.REVIEW
    )
    busy = {_group(key) for _, key in learning} | set(answered)
    free = [key for key in open_keys if _group(key) not in busy]
    forward = _first_siblings(key for key in free if flags.get(key, _NO_FLAG).forward)
    ahead = {_group(key) for key in forward}
    due = [k for k in free if _due(memories.get(k), today) and _group(k) not in ahead]
    due = _first_siblings(_spread(due, today, seed))
    due = forward + due[: max(0, config.reviews_per_day - reviews_done)]
    taken = {_group(key) for key in due}
    fresh = [k for k in free if k not in memories and ":" in k and _group(k) not in taken]
    new = _first_siblings(fresh)[: max(0, config.new_per_day - new_done)]
    return Agenda(tuple(due), tuple(new), tuple(learning))


def practice(
    catalogue: Catalogue,
    memories: Mapping[str, Memory],
    flags: Mapping[str, Flag],
    *,
    seed: int,
    what: str | None = None,
) -> list[str]:
    """What was studied before, or everything while nothing was; shuffled, each once."""
    cards = [card.key for deck in catalogue.select(what) for card in deck.cards]
    cards = [key for key in cards if not flags.get(key, _NO_FLAG).suspended]
    keys = [key for key in cards if key in memories] or cards
    random.Random(seed).shuffle(keys)
    return keys


def _shown(flag: Flag, today: int) -> bool:
    return not flag.suspended and flag.buried_until <= today


def _due(memory: Memory | None, today: int) -> bool:
    return memory is not None and memory.phase is Phase.REVIEW and memory.due_day <= today


def _group(key: str) -> str:
    return key.partition("#")[0]


def _first_siblings(keys: Iterable[str]) -> list[str]:
    """One item of each group; its siblings come on another day."""
    seen: set[str] = set()
    return [key for key in keys if not (_group(key) in seen or seen.add(_group(key)))]


def _spread(keys: list[str], today: int, seed: int) -> list[str]:
    """Shuffled, with the series taking turns."""
    draw = random.Random(f"{seed}:{today}")
    by_series: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        by_series[key.partition("/")[0]].append(key)
    queues = list(by_series.values())
    for queue in queues:
        draw.shuffle(queue)
    draw.shuffle(queues)
    longest = max(map(len, queues), default=0)
    return [queue[n] for n in range(longest) for queue in queues if n < len(queue)]
