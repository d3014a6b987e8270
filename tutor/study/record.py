"""Keeping the record in line with the decks: fingerprints, edits, renames, retirement."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from datetime import datetime

from tutor.config import Config, utc_ms
from tutor.content.cards import Card
from tutor.content.catalogue import Catalogue
from tutor.memory.days import study_day
from tutor.progress.store import Store
from tutor.progress.texts import settle

_QUESTION_FIELDS = {"text", "hole", "options", "steps", "code", "variables"}


def card_fingerprints(card: Card) -> tuple[str, str]:
    """Short digests of the question and of the answer; spacing does not count."""
    body = {k: v for k, v in asdict(card.body).items() if k not in _QUESTION_FIELDS}
    options = asdict(card.body).get("options", ())
    right = [o["text"] for o in options if o["right"]]
    answer = [card.rev, body, right, getattr(card.body, "steps", "")]
    asked = [card.ask, getattr(card.body, "text", ""), [o["text"] for o in options]]
    return _digest(asked), _digest(answer)


def _digest(value: object) -> str:
    text = " ".join(repr(value).split())
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def settle_record(catalogue: Catalogue, store: Store, config: Config, now: datetime) -> set[str]:
    """Retire, rename and mark as edited what the decks say. Returns keys to mark as changed.

    A catalogue with problems retires nothing, because a broken deck is not a deleted one.
    """
    texts = {key: card_fingerprints(card) for key, card in catalogue.cards.items()}
    texts |= {name: ("exercise", "exercise") for name in catalogue.workshop}
    if catalogue.problems:
        kept = store.rows("select key, question, answer from seen where retired = 0")
        texts = {key: (question, answer) for key, question, answer in kept} | texts
    day = study_day(now, config.rollover_hour)
    return settle(store, texts, catalogue.renamed, at_ms=utc_ms(now), day=day)
