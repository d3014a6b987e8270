"""What the shipped decks and exercises promise as a collection."""

from collections import Counter
from math import prod
from pathlib import Path
from statistics import mean

import pytest

from tutor.content.cards import Choose, Compute
from tutor.content.loader import load_catalogue

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = load_catalogue([ROOT / "decks"], [ROOT / "exercises"])
ARTICLES = {
    "tokenization": 3,
    "transformer": 10,
    "efficient-attention": 4,
    "training": 4,
    "evaluation": 12,
    "post-training": 8,
}
DECKS = pytest.mark.parametrize("deck", CATALOGUE.decks, ids=lambda deck: deck.name)
EXERCISES = pytest.mark.parametrize("exercise", CATALOGUE.exercises, ids=lambda one: one.name)


def questions(deck):
    """Its cards, a cloze text once."""
    return list({card.group: card for card in deck.cards}.values())


def test_everything_loads_and_every_article_has_its_deck():
    assert CATALOGUE.problems == ()
    assert Counter(deck.series for deck in CATALOGUE.decks) == ARTICLES
    assert sum(len(questions(deck)) for deck in CATALOGUE.decks) >= 1100


def test_the_learning_order_has_one_start_and_asks_for_nothing_that_comes_later():
    assert [deck.name for deck in CATALOGUE.decks if not deck.requires] == [
        "tokenization/01-bpe-explained"
    ]
    seen = set()
    for deck in CATALOGUE.decks:
        assert set(deck.requires) <= seen, deck.name
        seen.add(deck.name)


def test_each_deck_opens_a_page_of_its_own():
    links = [deck.link for deck in CATALOGUE.decks]
    assert all(link.startswith("https://www.songjunxi.com/language/") for link in links)
    assert len(set(links)) == len(links)


@DECKS
def test_a_deck_has_20_to_40_cards_of_several_kinds(deck):
    cards = questions(deck)
    kinds = Counter(card.kind for card in cards)
    assert 20 <= len(cards) <= 40
    assert kinds["answer"] <= 0.45 * len(cards)
    assert len(kinds) >= 4


@DECKS
def test_every_card_says_why_where_from_and_where_to_read_on(deck):
    assert [card.key for card in deck.cards if not card.why] == []
    assert [card.key for card in deck.cards if not card.source] == []
    assert [card.key for card in deck.cards if not card.see] == []
    assert deck.article
    assert deck.about


@DECKS
def test_every_wrong_option_is_explained(deck):
    bare = [
        card.key
        for card in deck.cards
        if isinstance(card.body, Choose)
        for option in card.body.options
        if not option.right and not option.why
    ]
    assert bare == []


def rewards_of_the_longest_option(decks):
    """For each card with one right option: would choosing the longest option be right?"""
    for deck in decks:
        for card in deck.cards:
            options = card.body.options if isinstance(card.body, Choose) else ()
            right = [len(option.text) for option in options if option.right]
            if len(right) == 1:
                yield right[0] > max(len(option.text) for option in options if not option.right)


def test_choosing_the_longest_option_earns_little():
    """With four options blind guessing is right in a quarter of the cases."""
    assert mean(rewards_of_the_longest_option(CATALOGUE.decks)) < 0.3
    assert max(mean(rewards_of_the_longest_option([deck])) for deck in CATALOGUE.decks) <= 0.5


@DECKS
def test_computed_cards_have_many_numbers(deck):
    """Apart from a few that are about one particular number."""
    computed = [card for card in deck.cards if isinstance(card.body, Compute)]
    fresh = [card for card in computed if prod(map(len, card.vary.values())) >= 4]
    assert len(fresh) >= 0.75 * len(computed)


def test_the_workshop_has_at_least_75_exercises_in_all_series():
    assert len(CATALOGUE.exercises) >= 75
    assert {exercise.series for exercise in CATALOGUE.exercises} == set(ARTICLES)


@EXERCISES
def test_an_exercise_names_mistakes_hints_and_cards_that_name_it_back(exercise):
    assert len(exercise.mistakes) >= 5
    assert len(exercise.hints) >= 3
    assert len(exercise.cards) >= 2
    assert sum(bool(info.cards) for info in exercise.mistakes.values()) >= 5
    back = [card.key for card in CATALOGUE.cards.values() if exercise.name in card.see]
    assert back, "no card's `see` names it"


def test_a_card_is_named_with_numbers_in_the_place_of_its_variables():
    for key, card in CATALOGUE.cards.items():
        title = CATALOGUE.title(key)
        assert not any(f"{{{name}}}" in title for name in card.vary), key
