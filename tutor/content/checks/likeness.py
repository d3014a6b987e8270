"""Cards that are nearly the same: questions and right answers that share their rare words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from tutor.content.cards import Card, Choose, Cloze, Compute, Flip, Formula, Order, Output, Type
from tutor.content.catalogue import Catalogue
from tutor.content.checks.twins import are_twins, question_words, words_of
from tutor.errors import ContentError

ALIKE_ANYWHERE = 0.6
"""Cosine of two cards' weighted words, from which they need a reason to be both there."""
ALIKE_IN_A_DECK = 0.75
"""The same for two cards of one kind in one deck, where neighbours share their subject."""
_FREQUENT = 0.12
"""Share of all cards from which a word does not lead from one card to another."""


def near_problems(checked: Iterable[Card], catalogue: Catalogue) -> list[ContentError]:
    """Pairs with a card among `checked` that are nearly the same and do not name each other.

    A card whose `see` names the other was written knowing it: a formula and its number, say.
    """
    index = _Index(list({card.group: card for card in catalogue.cards.values()}.values()))
    mine = {card.group for card in checked}
    found: dict[frozenset[str], ContentError] = {}
    for card in (card for card in index.cards if card.group in mine):
        for other, share in index.near(card):
            if share >= _limit(card, other) and not _known(card, other):
                pair = frozenset((card.group, other.group))
                found.setdefault(pair, _problem(card, other, share))
    return list(found.values())


class _Index:
    """Cards by their words; a word weighs the more, the fewer cards have it."""

    def __init__(self, cards: list[Card]) -> None:
        self.cards = cards
        self.words = {card.key: question_words(card) | _answer(card) for card in cards}
        number = Counter(word for words in self.words.values() for word in words)
        self.weight = {word: math.log(1 + len(cards) / n) ** 2 for word, n in number.items()}
        self.length = {
            key: math.sqrt(sum(self.weight[word] for word in words)) or 1.0
            for key, words in self.words.items()
        }
        self.having: dict[str, list[Card]] = defaultdict(list)
        limit = max(2, _FREQUENT * len(cards))
        for card in cards:
            for word in self.words[card.key]:
                if number[word] <= limit:
                    self.having[word].append(card)

    def near(self, card: Card) -> Iterator[tuple[Card, float]]:
        """Other cards that share a word with this one, and the cosine with each, 0 to 1."""
        mine = self.words[card.key]
        others = {other.key: other for word in mine for other in self.having.get(word, ())}
        for key, other in others.items():
            if key != card.key:
                shared = sum(self.weight[word] for word in mine & self.words[key])
                yield other, shared / self.length[card.key] / self.length[key]


def _limit(one: Card, other: Card) -> float:
    if one.deck != other.deck:
        return ALIKE_ANYWHERE
    return ALIKE_IN_A_DECK if one.kind == other.kind else math.inf


def _known(one: Card, other: Card) -> bool:
    """Linked, or the same and reported as twins."""
    return other.group in one.see or one.group in other.see or are_twins(one, other)


def _answer(card: Card) -> frozenset[str]:
    """Words of the right answer; a printed result says nothing, so code stands for it."""
    match card.body:
        case Flip(answer=text) | Compute(working=text) | Formula(expression=text):
            return words_of(text)
        case Output(code=text):
            return words_of(text)
        case Choose(options=options):
            return words_of(" ".join(option.text for option in options if option.right))
        case Type(accept=accept):
            return words_of(accept[0])
        case Order(steps=steps):
            return words_of(" ".join(steps))
        case Cloze():
            return frozenset()
        case _:
            return words_of(" ".join(card.body.dims))


def _problem(here: Card, other: Card, share: float) -> ContentError:
    return ContentError(
        f"card {here.group.partition(':')[2]}: {share:.0%} like `{other.group}` ({other.place}),"
        " by the rare words of question and answer.",
        where=here.place,
        todo="Drop one of them or ask for something else; if both are wanted, let `see` name it.",
    )
