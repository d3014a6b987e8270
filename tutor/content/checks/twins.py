"""Two cards that ask the same thing, found by the words of question and answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from tutor.content.answers import normal
from tutor.content.cards import (
    Card,
    Choose,
    Cloze,
    Compute,
    Flip,
    Formula,
    Order,
    Output,
    Shape,
    Type,
)
from tutor.content.catalogue import Catalogue
from tutor.content.cloze import fill_holes
from tutor.errors import ContentError

ALIKE = 0.75
"""Share of common words (Jaccard index) from which two questions count as the same."""
_WORD = re.compile(r"[^\W_]+|[-+*/=<>^%]")
_EMPTY_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "can",
        "do",
        "does",
        "for",
        "from",
        "have",
        "how",
        "in",
        "is",
        "it",
        "its",
        "of",
        "on",
        "one",
        "or",
        "that",
        "the",
        "their",
        "this",
        "to",
        "type",
        "was",
        "what",
        "when",
        "where",
        "which",
        "who",
        "why",
        "will",
        "with",
        "write",
        "you",
    ]
)


def twin_problems(checked: Iterable[Card], catalogue: Catalogue) -> list[ContentError]:
    """One problem for each pair with at least one card among `checked`, placed at that card."""
    every = list({card.group: card for card in catalogue.cards.values()}.values())
    words = {card.key: question_words(card) for card in every}
    mine = {card.group for card in checked}
    found: dict[tuple[str, str], ContentError] = {}
    for first, second in _pairs(every, words):
        here = second if second.group in mine else first
        if here.group in mine:
            other = first if here is second else second
            found[here.key, other.key] = _problem(here, other, words)
    return list(found.values())


def _pairs(cards: list[Card], words: Mapping[str, frozenset[str]]) -> Iterator[tuple[Card, Card]]:
    """Only cards with equal answers, or with equal questions, are compared: linear in practice."""
    answers: dict[object, list[Card]] = {}
    questions: dict[object, list[Card]] = {}
    for card in cards:
        answers.setdefault(answer_words(card), []).append(card)
        questions.setdefault((words[card.key], _given(card)), []).append(card)
    for group in answers.values():
        for n, card in enumerate(group):
            for other in group[n + 1 :]:
                if _given(card) == _given(other) and alike(card, other, words) >= ALIKE:
                    yield card, other
    for group in questions.values():
        yield from ((group[0], other) for other in group[1:] if words[other.key])


def are_twins(one: Card, other: Card) -> bool:
    """What `twin_problems` reports, for one pair."""
    if _given(one) != _given(other):
        return False
    words = {card.key: question_words(card) for card in (one, other)}
    if words[one.key] == words[other.key]:
        return bool(words[one.key])
    return answer_words(one) == answer_words(other) and alike(one, other, words) >= ALIKE


def alike(one: Card, other: Card, words: Mapping[str, frozenset[str]]) -> float:
    """Common words of both questions over all words of both, 0 to 1."""
    a, b = words[one.key], words[other.key]
    return len(a & b) / len(a | b) if a | b else 1.0


def question_words(card: Card) -> frozenset[str]:
    """The words of the question that carry meaning, without order, case and endings in s."""
    text = card.ask
    if isinstance(card.body, Cloze):
        text += " " + fill_holes(card.body.text, lambda hole: hole["word"])
    return words_of(text)


def answer_words(card: Card) -> object:
    """What makes two answers the same."""
    match card.body:
        case Flip(answer=answer):
            return words_of(answer)
        case Cloze(text=text):
            return words_of(fill_holes(text, lambda hole: hole["word"]))
        case Choose(options=options):
            return frozenset(words_of(option.text) for option in options if option.right)
        case Type(accept=accept):
            return words_of(normal(accept[0])) or accept[0]
        case Compute(expression=expression) | Formula(expression=expression):
            return expression.replace(" ", "")
        case Shape(dims=dims):
            return dims
        case Order(steps=steps):
            return steps
        case Output(prints=prints):
            return prints.strip()


def _given(card: Card) -> str:
    """The code of an `output` card is its question."""
    return "".join(card.body.code.split()) if isinstance(card.body, Output) else ""


def words_of(text: str) -> frozenset[str]:
    """Words that carry meaning, without order, case and endings in s."""
    found = _WORD.findall(text.casefold())
    kept = {word for word in found if word not in _EMPTY_WORDS} or set(found)
    return frozenset(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in kept)


def _problem(here: Card, other: Card, words: Mapping[str, frozenset[str]]) -> ContentError:
    share = alike(here, other, words)
    same = answer_words(here) == answer_words(other)
    answers = "the answers are the same" if same else "the answers differ"
    return ContentError(
        f"card {here.group.partition(':')[2]}: asks the same as `{other.group}` ({other.place}):"
        f" {share:.0%} of the questions' words are shared, and {answers}.",
        where=here.place,
        todo="Drop one of them, or ask for something else.",
    )
