"""A sitting as a learner meets it: what is asked, what a rating does, what undo takes back."""

import itertools
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tutor.config import Config
from tutor.content.cards import Card, Cloze, Compute, Deck, Flip, Type
from tutor.content.catalogue import Catalogue
from tutor.errors import Place
from tutor.memory.days import study_day
from tutor.memory.states import Phase, Rating
from tutor.progress import doctor
from tutor.progress.rows import Review
from tutor.progress.store import Conflict, Store
from tutor.study.session import Finished, Session, Turn, Waiting

HERE = Place(Path("deck.yaml"), 1)
MORNING = datetime(2026, 3, 2, 9, tzinfo=UTC)


class Desk:
    """A learner's place: a store, a clock that only moves when told to, and decks."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.now = folder, MORNING
        self.config = Config()
        self.catalogue = catalogue_of(**{"training/01-a": 4, "tokenization/01-b": 3})
        self.store = self.opened()

    def opened(self) -> Store:
        return Store.open(
            self.folder / "progress.db", backups=self.folder / "backups", now=self.now
        )

    def sit(self, **more) -> Session:
        return Session(self.catalogue, self.store, self.config, lambda: self.now, 1, **more)

    def restart(self) -> None:
        self.store.close()
        self.store = self.opened()

    def later(self, **time) -> None:
        self.now += timedelta(**time)


def catalogue_of(**decks: int) -> Catalogue:
    made = []
    for name, number in decks.items():
        cards = tuple(
            Card(f"{name}:c{n}", name, f"What is {n} in {name}?", Flip(f"It is {n}."), HERE)
            for n in range(number)
        )
        made.append(Deck(name, name, name, "", "", (), cards, HERE))
    return Catalogue(tuple(made), ())


@pytest.fixture
def desk(tmp_path):
    made = Desk(tmp_path)
    yield made
    made.store.close()


def rate_all(session: Session, rating: Rating) -> list[str]:
    """Rate until nothing is asked; the keys in the order in which they came."""
    keys = []
    while isinstance(session.turn, Turn):
        keys.append(session.turn.key)
        session.rate(rating)
    return keys


def test_new_cards_come_in_curriculum_order_and_stop_at_the_daily_limit(desk):
    desk.config = Config(new_per_day=5)
    keys = rate_all(desk.sit(), Rating.EASY)
    assert keys == [f"training/01-a:c{n}" for n in range(4)] + ["tokenization/01-b:c0"]
    assert isinstance(desk.sit().turn, Finished), "the limit holds for the whole study day"
    desk.later(days=1)
    assert len(rate_all(desk.sit(), Rating.EASY)) == 2


def test_what_a_key_promises_is_what_is_stored(desk):
    session = desk.sit()
    for rating in (Rating.GOOD, Rating.HARD, Rating.EASY, Rating.AGAIN):
        turn = session.turn
        promised = turn.outcomes[rating].memory
        session.rate(rating)
        assert desk.store.memory(turn.key) == promised


def test_a_forgotten_card_comes_back_within_the_sitting(desk):
    session = desk.sit()
    first = session.turn.key
    session.rate(Rating.AGAIN)
    assert session.turn.key != first
    desk.later(minutes=2)
    session.rate(Rating.EASY)
    assert session.turn.key == first
    assert session.turn.phase == "learning"


def test_a_computed_card_has_other_numbers_each_time_it_is_asked(desk):
    name = "training/01-a"
    card = Card(f"{name}:x", name, "{n} + 1?", Compute("n + 1"), HERE, vary={"n": (1, 2, 3)})
    desk.catalogue = Catalogue((Deck(name, "a", "a", "", "", (), (card,), HERE),), ())
    asked = []
    for start in (5, 4, 3):  # every start of the tutor draws another seed
        session = Session(desk.catalogue, desk.store, desk.config, lambda: desk.now, start)
        asked.append(session.turn.posed.ask)
        session.rate(Rating.EASY)
        desk.later(days=3000)
    assert sorted(asked) == ["1 + 1?", "2 + 1?", "3 + 1?"]


def test_waiting_for_a_learning_step_ends_when_it_is_due(desk):
    desk.config = Config(new_per_day=1, learning_minutes=(1, 60))
    session = desk.sit()
    session.rate(Rating.GOOD)
    assert isinstance(session.turn, Waiting)
    desk.later(minutes=61)
    assert isinstance(session.resume(), Turn)


def test_undo_after_a_restart_restores_every_state(desk):
    session = desk.sit()
    keys = [session.turn.key]
    session.rate(Rating.GOOD)
    keys.append(session.turn.key)
    before = desk.store.memories()
    session.rate(Rating.AGAIN)
    desk.restart()
    again = desk.sit()
    assert again.undo().key == keys[1]
    assert again.turn.key == keys[1]
    assert desk.store.memories() == before
    assert again.undo().key == keys[0]
    assert desk.store.memories() == {}
    assert again.undo() is None
    assert all(finding.ok for finding in doctor.examine(desk.store))


def test_an_answer_taken_back_is_asked_once_more_only(desk):
    rate_all(desk.sit(), Rating.EASY)
    desk.later(days=60)
    session = desk.sit()
    first = session.turn.key
    session.rate(Rating.GOOD)
    second = session.turn.key
    session.rate(Rating.GOOD)
    session.undo()
    session.undo()
    session.rate(Rating.GOOD)
    keys = rate_all(session, Rating.GOOD)
    assert first not in keys and keys.count(second) == 1 and len(keys) == len(set(keys))


def test_a_sitting_across_the_rollover_counts_for_two_study_days(desk):
    desk.now = datetime(2026, 3, 3, 3, 58).astimezone()
    session = desk.sit()
    first = session.turn.key
    session.rate(Rating.EASY)
    desk.later(minutes=5)
    session.rate(Rating.EASY)
    days = [day for (day,) in desk.store.rows("select day from reviews order by id")]
    assert days[0] < days[1] or len(set(days)) == 1
    assert desk.store.memory(first).last_day == days[0]
    desk.later(minutes=1)
    session.rate(Rating.EASY)
    assert desk.store.rows("select max(day) - min(day) from reviews") == [(1,)]
    assert all(finding.ok for finding in doctor.examine(desk.store))


def test_cards_in_review_are_asked_before_new_ones_with_the_series_taking_turns(desk):
    rate_all(desk.sit(), Rating.EASY)
    desk.later(days=60)
    desk.catalogue = Catalogue(
        (*desk.catalogue.decks, *catalogue_of(**{"training/02-c": 2}).decks), ()
    )
    keys = rate_all(desk.sit(), Rating.GOOD)
    assert sorted(key.partition("/")[2] for key in keys[-2:]) == ["02-c:c0", "02-c:c1"]
    series = [key.partition("/")[0] for key in keys[:6]]
    assert all(a != b for a, b in itertools.pairwise(series))


def test_only_one_hole_of_a_text_is_asked_on_a_day(desk):
    text = "{{c1::one}} and {{c2::two}}"
    cards = tuple(
        Card(f"training/01-a:t#c{n}", "training/01-a", "", Cloze(text, n), HERE) for n in (1, 2)
    )
    deck = Deck("training/01-a", "A", "A", "", "", (), cards, HERE)
    desk.catalogue = Catalogue((deck,), ())
    assert rate_all(desk.sit(), Rating.EASY) == ["training/01-a:t#c1"]
    desk.later(days=1)
    assert rate_all(desk.sit(), Rating.EASY) == ["training/01-a:t#c2"]


def test_practice_asks_everything_once_and_moves_nothing(desk):
    rate_all(desk.sit(), Rating.EASY)
    before = desk.store.memories()
    keys = rate_all(desk.sit(practice=True), Rating.AGAIN)
    assert sorted(keys) == sorted(before)
    assert desk.store.memories() == before


def test_suspended_and_buried_cards_stay_away_and_undo_brings_them_back(desk):
    session = desk.sit()
    suspended = session.turn.key
    session.suspend()
    buried = session.turn.key
    session.bury()
    asked = rate_all(session, Rating.EASY)
    assert suspended not in asked and buried not in asked
    desk.later(days=1)
    assert rate_all(desk.sit(), Rating.EASY)[:1] == [buried]
    session = desk.sit(what="training")
    while (undone := session.undo()) and undone.key != suspended:
        pass
    assert session.turn.key == suspended


def test_a_card_forgotten_too_often_is_set_aside_and_said(desk):
    desk.config = Config(leech_lapses=2, new_per_day=1, relearning_minutes=())
    key = desk.sit().turn.key
    desk.sit().rate(Rating.EASY)
    for wanted in ("", key):
        memory = desk.store.memory(key)
        desk.now = MORNING + timedelta(days=memory.due_day - study_day(MORNING, 4))
        session = desk.sit(what="training/01-a")
        assert session.turn.key == key
        session.rate(Rating.AGAIN)
        assert session.set_aside == wanted
        while desk.store.memory(key).phase is not Phase.REVIEW:
            desk.later(minutes=30)
            session.resume()
            session.rate(Rating.GOOD)
        desk.later(days=40)
        if wanted:
            assert key not in rate_all(desk.sit(), Rating.GOOD)


def test_what_a_diagnosis_named_is_asked_first_even_if_new(desk):
    wanted = "tokenization/01-b:c2"
    desk.store.event(Review(wanted, "forward", 0, desk.sit()._today()))
    session = desk.sit()
    assert session.turn.key == wanted
    session.rate(Rating.GOOD)
    assert session.turn.key == "training/01-a:c0"


def test_two_sittings_cannot_rate_the_same_state_twice(desk):
    one, two = desk.sit(), desk.sit()
    key = one.turn.key
    one.rate(Rating.EASY)
    with pytest.raises(Conflict, match="another tutor"):
        two.rate(Rating.AGAIN)
    assert desk.store.memory(key).phase is Phase.REVIEW
    assert two.turn.before == desk.store.memory(key)


def test_an_edited_question_keeps_its_progress_and_is_marked(desk):
    session = desk.sit()
    key = session.turn.key
    session.rate(Rating.EASY)
    before = desk.store.memory(key)
    deck = desk.catalogue.decks[0]
    edited = Card(key, deck.name, "What else?", deck.cards[0].body, HERE)
    cards = (edited, *deck.cards[1:])
    new = Deck(deck.name, deck.title, deck.article, "", "", (), cards, HERE)
    desk.catalogue = Catalogue((new, *desk.catalogue.decks[1:]), ())
    desk.later(days=60)
    session = desk.sit(what=deck.name)
    while session.turn.key != key:
        session.rate(Rating.GOOD)
    assert session.turn.changed
    assert session.turn.before.stability == before.stability


def test_an_answer_that_was_marked_is_logged_as_such(desk):
    card = Card("training/01-a:t", "training/01-a", "Name?", Type(("BPE",)), HERE)
    deck = Deck("training/01-a", "A", "A", "", "", (), (card,), HERE)
    desk.catalogue = Catalogue((deck,), ())
    session = desk.sit()
    graded = session.answer("bpe")
    assert graded.right
    session.rate(Rating(graded.suggest))
    assert desk.store.rows("select graded, score from reviews") == [("auto", 1.0)]
