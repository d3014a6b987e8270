"""One sitting: what is asked now, marking it, rating it, taking it back. Knows no screen."""

from __future__ import annotations

from collections import Counter, deque
from functools import partial

from tutor.config import Clock, Config, utc_ms
from tutor.content.answers import Graded, Response, grade
from tutor.content.catalogue import Catalogue
from tutor.memory.days import study_day
from tutor.memory.schedule import becomes_leech, default_parameters, outcomes, retrievability
from tutor.memory.states import Memory, Outcome, Phase, Rating
from tutor.progress import totals
from tutor.progress.rows import Review, Undone
from tutor.progress.store import Conflict, Store
from tutor.study.agenda import build, practice
from tutor.study.record import settle_record
from tutor.study.turns import Counts, Finished, Turn, Waiting

__all__ = ["Counts", "Finished", "Session", "Turn", "Waiting"]

AHEAD_MS = 20 * 60_000
"""A learning step this near is asked early when nothing else is left."""


class Session:
    """Studying with one store. Every rating is committed before the next item is chosen."""

    def __init__(
        self,
        catalogue: Catalogue,
        store: Store,
        config: Config,
        clock: Clock,
        seed: int,
        what: str | None = None,
        practice: bool = False,
    ) -> None:
        self.catalogue, self.store, self.config, self.clock = catalogue, store, config, clock
        self.seed, self.what, self.practice = seed, what, practice
        self.parameters = default_parameters(config)
        self.parameters_id = store.parameters(self.parameters)
        self.changed = settle_record(catalogue, store, config, clock())
        self.ratings: Counter[int] = Counter()
        self._practised: set[str] = set()
        self._skipped: set[str] = set()
        self.set_aside = ""
        """Key of the item that the last rating set aside as a leech, or ""."""
        self.graded: Graded | None = None
        self.turn: Turn | Waiting | Finished
        self._refresh()
        self._next()

    # -- the learner's moves ---------------------------------------------------

    def answer(self, response: Response) -> Graded:
        """Mark an answer; nothing is written. Raises `AnswerError` for one that cannot be read."""
        turn = self._asked()
        self.graded = grade(turn.posed, response)
        _ = turn.outcomes, turn.recall, turn.fingerprint  # the rating key finds them ready
        return self.graded

    def rate(self, rating: Rating) -> Turn | Waiting | Finished:
        """Commit exactly the outcome shown for this rating, then choose the next item.

        Raises `StoreError`; the turn then stays as it is. Raises `Conflict` when another instance
        rated the item meanwhile; the turn is then made anew from the record.
        """
        turn = self._asked()
        outcome = turn.outcomes[rating]
        kind = {"new": "learn", "learning": "learn", "relearning": "relearn"}.get(
            turn.phase, turn.phase
        )
        lapsed = turn.before is not None and outcome.memory.lapses > turn.before.lapses
        review = Review(
            key=turn.key,
            kind=kind,
            at_ms=self.now_ms,
            day=self._day,
            rating=int(rating),
            graded="auto" if self.graded and self.graded.right is not None else "self",
            score=self.graded.score if self.graded and self.graded.right is not None else None,
            offset_minutes=self._offset(),
            duration_ms=max(0, self.now_ms - turn.started_ms),
            retrievability=turn.recall,
            interval=outcome.memory.interval,
            due_ms=outcome.memory.due_ms,
            parameters_id=self.parameters_id,
            fingerprint=turn.fingerprint,
            seed=turn.seed,
            set_aside=lapsed and becomes_leech(outcome.memory, self.config) and kind != "practice",
        )
        try:
            self.store.record(review, outcome.memory, before=turn.before)
        except Conflict:
            self._refresh()
            self.turn = self._turn(turn.key)
            raise
        self._after_rating(turn, review, outcome)
        return self._next()

    def undo(self) -> Undone | None:
        """Take the newest answer (or suspend, bury) back; that item is asked again."""
        undone = self.store.undo(self.now_ms, self._today())
        if undone is None:
            return None
        if undone.rating and self.ratings[undone.rating]:
            self.ratings[undone.rating] -= 1
        self._practised.discard(undone.key)
        self._refresh()
        known = undone.key in self.catalogue.cards or undone.key in self.catalogue.workshop
        if known:
            self.turn = self._turn(undone.key)
        else:
            self._next()
        return undone

    def suspend(self) -> Turn | Waiting | Finished:
        """Ask this item no more, until it is unsuspended."""
        return self._set_aside("suspend", "")

    def bury(self) -> Turn | Waiting | Finished:
        """Ask this item and its siblings not before tomorrow."""
        return self._set_aside("bury", str(self._today() + 1))

    def skip_exercise(self) -> Turn | Waiting | Finished:
        """Leave a due exercise for later in this sitting."""
        self._skipped.add(self._asked().key)
        self._refresh()
        return self._next()

    def resume(self) -> Turn | Waiting | Finished:
        """Look again what is due, after waiting or after an exercise was graded elsewhere."""
        self._refresh()
        return self._next()

    def replace_catalogue(self, catalogue: Catalogue) -> None:
        """Take over edited decks; the present card is asked anew."""
        self.catalogue = catalogue
        self.changed = settle_record(catalogue, self.store, self.config, self.clock())
        self._refresh()
        if isinstance(self.turn, Turn) and self.turn.key in catalogue.cards:
            self.turn = self._turn(self.turn.key)
        else:
            self._next()

    @property
    def counts(self) -> Counts:
        done = sum(self.ratings.values())
        return Counts(len(self._due), len(self._new), len(self._learning), done)

    @property
    def now_ms(self) -> int:
        """The present moment, UTC ms."""
        return utc_ms(self.clock())

    # -- inside ----------------------------------------------------------------

    def _asked(self) -> Turn:
        if not isinstance(self.turn, Turn):
            raise ValueError("Nothing is being asked.")
        return self.turn

    def _today(self) -> int:
        return study_day(self.clock(), self.config.rollover_hour)

    def _offset(self) -> int:
        offset = self.clock().utcoffset()
        return round(offset.total_seconds() / 60) if offset else 0

    def _refresh(self) -> None:
        """Read the record and build the agenda anew."""
        day = self._today()
        self._day = day
        self._memories = self.store.memories()
        self._load = Counter(memory.due_day for memory in self._memories.values())
        new_done, reviews_done = totals.first_answers(self.store, day)
        agenda = build(
            self.catalogue,
            self._memories,
            self.store.flags(),
            today=day,
            config=self.config,
            seed=self.seed,
            new_done=new_done,
            reviews_done=reviews_done,
            answered=totals.answered_groups(self.store, day),
            what=self.what,
        )
        self._due = deque(key for key in agenda.due if key not in self._skipped)
        self._new, self._learning = deque(agenda.new), list(agenda.learning)
        if self.practice:
            self._due, self._new, self._learning = deque(self._practice()), deque(), []

    def _practice(self) -> list[str]:
        flags = self.store.flags()
        keys = practice(self.catalogue, self._memories, flags, seed=self.seed, what=self.what)
        return [key for key in keys if key not in self._practised]

    def _after_rating(self, turn: Turn, review: Review, outcome: Outcome) -> None:
        self.ratings[review.rating] += 1
        self.graded = None
        self.set_aside = turn.key if review.set_aside else ""
        self._take_out(turn.key)
        self._learning = [entry for entry in self._learning if entry[1] != turn.key]
        if review.kind == "practice":
            self._practised.add(turn.key)
            return
        if turn.before:
            self._load[turn.before.due_day] -= 1
        self._load[outcome.memory.due_day] += 1
        self._memories[turn.key] = outcome.memory
        if outcome.memory.phase is not Phase.REVIEW and not review.set_aside:
            self._learning.append((outcome.memory.due_ms, turn.key))
            self._learning.sort()

    def _take_out(self, key: str) -> None:
        """From the queue it is in: nearly always at the front, elsewhere after an undo."""
        for queue in (self._due, self._new):
            if queue and queue[0] == key:
                queue.popleft()
                return
        for queue in (self._due, self._new):
            if key in queue:
                queue.remove(key)

    def _set_aside(self, kind: str, arg: str) -> Turn | Waiting | Finished:
        turn = self._asked()
        self.store.event(Review(turn.key, kind, self.now_ms, self._today(), arg=arg))
        self._practised.add(turn.key)
        self._refresh()
        return self._next()

    def _next(self) -> Turn | Waiting | Finished:
        self.graded = None
        if self._today() != self._day:
            self._refresh()
        key = self._next_key()
        if key is not None:
            self.turn = self._turn(key)
        elif self._learning:
            self.turn = Waiting(self._learning[0][0])
        else:
            counted = {rating: n for rating, n in sorted(self.ratings.items()) if n > 0}
            self.turn = Finished(sum(counted.values()), counted)
        return self.turn

    def _next_key(self) -> str | None:
        if self._learning and self._learning[0][0] <= self.now_ms:
            return self._learning[0][1]
        if self._due:
            return self._due[0]
        if self._new:
            return self._new[0]
        if self._learning and self._learning[0][0] <= self.now_ms + AHEAD_MS:
            return self._learning[0][1]
        return None

    def _turn(self, key: str) -> Turn:
        memory = self._memories.get(key)
        card = self.catalogue.cards.get(key)
        seed = (self.seed if self.practice else 0) + (memory.reps if memory else 0)
        now = self.now_ms
        return Turn(
            key=key,
            card=card,
            exercise=None if card else self.catalogue.workshop[key],
            phase="practice" if self.practice else str(memory.phase) if memory else "new",
            changed=key in self.changed,
            lapses=memory.lapses if memory else 0,
            seed=seed,
            before=memory,
            started_ms=now,
            foresee=partial(self._outcomes, key, memory, now),
            recalling=partial(self._recall, memory),
        )

    def _recall(self, before: Memory | None) -> float | None:
        return retrievability(before, self._day, self.parameters) if before else None

    def _outcomes(self, key: str, memory: Memory | None, now: int) -> dict[Rating, Outcome]:
        if self.practice:
            still = memory or self._first_memory(key, now)
            return {r: Outcome(r, still, "no change") for r in Rating}
        return outcomes(
            memory,
            key=key,
            day=self._day,
            now_ms=now,
            parameters=self.parameters,
            load=self._load,
        )

    def _first_memory(self, key: str, now: int) -> Memory:
        """Stands in for the memory of an item that is only practised; it is never stored."""
        first = outcomes(None, key=key, day=self._day, now_ms=now, parameters=self.parameters)
        return first[Rating.GOOD].memory
