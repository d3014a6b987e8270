"""A rating key, to committed and next card chosen, against the same in the `anki` package.

Both have 10,000 cards in one deck: 400 in review and due, the others new. Both answer "Good" 150
times; measured is from the answer to the next card, median and 95th percentile. `anki` runs as it
comes, its collection in a file. Needs `pip install -e '.[bench]'`. Designed for at most 1.0x.
"""

import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tutor.config import Config
from tutor.content.cards import Card, Deck, Flip
from tutor.content.catalogue import Catalogue
from tutor.errors import Place
from tutor.memory.states import Rating
from tutor.progress.store import Store
from tutor.study.session import Session

CARDS, DUE, ANSWERS, ROUNDS = 10_000, 400, 150, 5


def catalogue() -> Catalogue:
    here = Place(Path("bench.yaml"), 1)
    name = "training/01-bench"
    cards = tuple(
        Card(f"{name}:c{n}", name, f"What is {n}?", Flip(f"It is {n}."), here) for n in range(CARDS)
    )
    return Catalogue((Deck(name, "Bench", "Bench", "Bench", "", (), cards, here),), ())


def tutor_times(folder: Path, counting_intervals: bool = False) -> list[float]:
    """Seconds for each answer in tutor, optionally until the next card's four intervals are known."""
    start = datetime(2026, 1, 5, 9, tzinfo=UTC)
    clock = [start]
    config = Config(new_per_day=9999, reviews_per_day=9999)
    store = Store.open(folder / "progress.db", backups=folder / "backups", now=start)
    session = Session(catalogue(), store, config, lambda: clock[0], seed=1)
    for _ in range(DUE):
        session.rate(Rating.EASY)
    clock[0] += timedelta(days=200)
    session.resume()
    assert session.counts.due == DUE, session.counts
    times = []
    for _ in range(ANSWERS):
        before = session.turn.key
        session.answer(None)
        began = time.perf_counter()
        session.rate(Rating.GOOD)
        times.append(time.perf_counter() - began)
        if counting_intervals:
            _ = session.turn.outcomes
            times[-1] = time.perf_counter() - began
        assert session.turn.key != before
    store.close()
    return times


def anki_times(folder: Path) -> list[float]:
    """Seconds for each answer in anki."""
    from anki.collection import Collection
    from anki.scheduler.v3 import CardAnswer

    collection = Collection(str(folder / "bench.anki2"))
    deck = collection.decks.id("bench")
    settings = collection.decks.config_dict_for_deck_id(deck)
    settings["new"]["perDay"] = settings["rev"]["perDay"] = 9999
    collection.decks.update_config(settings)
    collection.decks.set_current(deck)
    kind = collection.models.by_name("Basic")
    for n in range(CARDS):
        note = collection.new_note(kind)
        note["Front"], note["Back"] = f"What is {n}?", f"It is {n}."
        collection.add_note(note, deck)
    numbers = list(collection.find_cards("deck:bench"))[:DUE]
    collection.sched.set_due_date(numbers, "0")
    scheduler, times = collection.sched, []
    queued = scheduler.get_queued_cards().cards[0]
    for _ in range(ANSWERS):
        card = collection.get_card(queued.card.id)
        card.start_timer()
        began = time.perf_counter()
        answer = scheduler.build_answer(card=card, states=queued.states, rating=CardAnswer.GOOD)
        scheduler.answer_card(answer)
        queued = scheduler.get_queued_cards().cards[0]
        times.append(time.perf_counter() - began)
    collection.close()
    return times


def line(name: str, times: list[float]) -> str:
    late = statistics.quantiles(times, n=20)[-1]
    return f"{name} {statistics.median(times) * 1e3:6.2f} ms (95th percentile {late * 1e3:.2f})"


def main() -> None:
    mine, full, other, ratios = [], [], [], []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            folders = [Path(folder, name) for name in ("ours", "full", "theirs")]
            for each in folders:
                each.mkdir()
            mine += tutor_times(folders[0])
            other += anki_times(folders[2])
            full += tutor_times(folders[1], counting_intervals=True)
        ours, theirs = mine[-ANSWERS:], other[-ANSWERS:]
        ratios.append(statistics.median(ours) / statistics.median(theirs))
    ratio = statistics.median(ratios)
    print(
        f"{line('tutor', mine)}, {line('anki', other)}, ratio {ratio:.2f} (designed for at most 1)"
    )
    print(line("tutor, with the next card's intervals, which it computes at turning over:", full))


if __name__ == "__main__":
    main()
