"""A learner with the shipped decks, from the first card of the first deck to the last of the last."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tutor.config import Config
from tutor.content.loader import load_catalogue
from tutor.memory.states import Rating
from tutor.progress import doctor
from tutor.progress.store import Store
from tutor.study.session import Finished, Session, Waiting

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = load_catalogue([ROOT / "decks"], [ROOT / "exercises"])
DAYS = 60  # 40 cards a day are 34 days


class Learner:
    """Forty new cards a day, one answer in ten forgotten, until every card was met."""

    def __init__(self, folder: Path) -> None:
        self.now = datetime(2026, 3, 2, 9, tzinfo=UTC)
        self.config = Config(new_per_day=40, reviews_per_day=250)
        self.store = Store.open(folder / "p.db", backups=folder / "backups", now=self.now)
        self.luck = random.Random(11)
        self.met: dict[str, None] = {}  # in the order of their first questions

    def study(self) -> None:
        for _ in range(DAYS):
            if len(self.met) == len(CATALOGUE.cards):
                return
            while self.sit():
                self.now += timedelta(minutes=15)
            self.now = self.now.replace(hour=9, minute=0) + timedelta(days=1)

    def sit(self) -> bool:
        """One sitting; whether a learning step is waited for."""
        session = Session(CATALOGUE, self.store, self.config, lambda: self.now, 1)
        while not isinstance(session.turn, Finished | Waiting):
            self.met.setdefault(session.turn.key)
            session.rate(Rating.AGAIN if self.luck.random() < 0.1 else Rating.GOOD)
            self.now += timedelta(seconds=8)
        return isinstance(session.turn, Waiting)


@pytest.fixture(scope="module")
def learner(tmp_path_factory):
    made = Learner(tmp_path_factory.mktemp("road"))
    made.study()
    yield made
    made.store.close()


def test_every_card_is_reached(learner):
    assert [key for key in CATALOGUE.cards if key not in learner.met] == []


def test_decks_begin_in_the_order_of_the_curriculum(learner):
    met = dict.fromkeys(key.partition(":")[0] for key in learner.met)
    assert list(met) == [deck.name for deck in CATALOGUE.decks]


def test_the_record_of_thousands_of_answers_replays_to_the_same_memories(learner):
    assert learner.store.rows("select count(*) from reviews")[0][0] > 2 * len(CATALOGUE.cards)
    assert [finding for finding in doctor.examine(learner.store) if not finding.ok] == []
