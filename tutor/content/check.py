"""Every check of decks and exercises that runs no code. Each problem names file and line.

What must be run is for the caller: the code of `output_cards` in the grader's sandbox, and the
proof that an exercise's reference passes and its mistakes fail.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tutor.content.cards import Card, Deck, Output
from tutor.content.catalogue import Catalogue
from tutor.content.checks.cards import card_problems
from tutor.content.checks.exercises import exercise_problems
from tutor.content.checks.likeness import near_problems
from tutor.content.checks.links import Links, deck_link_problems
from tutor.content.checks.texts import text_problems
from tutor.content.checks.twins import twin_problems
from tutor.content.exercises import Exercise
from tutor.content.loader import load_exercise, read_deck
from tutor.content.order import decks_in_order
from tutor.errors import ContentError, Place


def check_decks(paths: Iterable[Path], catalogue: Catalogue) -> list[ContentError]:
    """All problems of the decks and exercise folders at or below these paths, in file order.

    `catalogue` is what links may point to and what questions are compared with; the files
    checked take the place of what it holds under the same names.
    """
    problems: list[ContentError] = []
    decks, exercises = _load(paths, problems)
    whole = _together(decks, exercises, catalogue, problems)
    links = Links(whole)
    for deck in decks:
        problems += deck_link_problems(deck, links)
        problems += text_problems("deck", [("about", deck.about)], deck)
        for card in deck.cards:
            problems += card_problems(card, links)
    for exercise in exercises:
        problems += exercise_problems(exercise, links)
    cards = [card for deck in decks for card in deck.cards]
    problems += twin_problems(cards, whole)
    problems += near_problems(cards, whole)
    return _sorted(problems)


def decks_below(paths: Iterable[Path]) -> list[Deck]:
    """The decks at or below these paths, without cards that cannot be read."""
    return _load(paths, [])[0]


def exercises_below(
    paths: Iterable[Path], problems: list[ContentError] | None = None
) -> list[Exercise]:
    """The exercises at or below these paths that can be read; why others cannot joins `problems`."""
    return _load(paths, [] if problems is None else problems)[1]


def output_cards(decks: Iterable[Deck]) -> list[Card]:
    """Cards whose code the caller runs in the sandbox and compares with `prints`."""
    return [card for deck in decks for card in deck.cards if isinstance(card.body, Output)]


def _load(paths: Iterable[Path], problems: list[ContentError]) -> tuple[list[Deck], list[Exercise]]:
    decks, exercises = [], []
    for file in _files(paths, problems):
        if file.name == "exercise.yaml":
            try:
                exercises.append(load_exercise(file.parent))
            except ContentError as problem:
                problems.append(problem)
        else:
            deck, wrong = read_deck(file)
            problems += wrong
            decks += [deck] if deck else []
    return decks, exercises


def _files(paths: Iterable[Path], problems: list[ContentError]) -> list[Path]:
    """YAML files at or below the paths, each once; `.yml` and missing paths are problems."""
    found: dict[Path, Path] = {}
    for path in paths:
        inside = _inside(path)
        if not inside:
            what = "There is no deck and no exercise here."
            problems.append(ContentError(what, where=path, todo="Give a file or a folder."))
        for file in inside:
            if file.suffix == ".yml":
                todo = "Rename it, or it is not loaded."
                problems.append(ContentError("A deck must end in `.yaml`.", where=file, todo=todo))
            else:
                found.setdefault(file.resolve(), file)
    return list(found.values())


def _inside(path: Path) -> list[Path]:
    if path.is_file():
        return [path.with_name("exercise.yaml")] if path.suffix in (".py", ".md") else [path]
    if (path / "exercise.yaml").is_file():
        return [path / "exercise.yaml"]
    return sorted(
        file
        for file in path.rglob("*.y*ml")
        if file.is_file()
        and file.suffix in (".yaml", ".yml")
        and not any(part.startswith(".") for part in file.relative_to(path).parts)
        and (file.name == "exercise.yaml" or not file.with_name("exercise.yaml").exists())
    )


def _together(
    decks: list[Deck],
    exercises: list[Exercise],
    catalogue: Catalogue,
    problems: list[ContentError],
) -> Catalogue:
    """The catalogue with the checked files in place of what it holds under their names."""
    every = {deck.name: deck for deck in catalogue.decks}
    shop = {exercise.name: exercise for exercise in catalogue.exercises}
    for kind, fresh, known in (("deck", decks, every), ("exercise", exercises, shop)):
        seen: dict[str, Place] = {}
        for item in fresh:
            known_place = seen.get(item.name) or getattr(known.get(item.name), "place", None)
            if known_place and known_place.path.resolve() != item.place.path.resolve():
                what = f"the {kind} `{item.name}` exists already in {known_place}."
                problems.append(ContentError(what, where=item.place))
            seen[item.name] = item.place
            known[item.name] = item
    circles: list[ContentError] = []
    ordered = decks_in_order(list(every.values()), circles)
    checked = {deck.place.path for deck in decks}
    problems += [circle for circle in circles if circle.where.path in checked]
    return replace(catalogue, decks=tuple(ordered), exercises=tuple(shop.values()))


def _sorted(problems: list[ContentError]) -> list[ContentError]:
    """By file and line, each sentence once."""

    def place(problem: ContentError) -> tuple[str, int]:
        where = problem.where
        return (str(where.path), where.line) if isinstance(where, Place) else (str(where), 0)

    return sorted({str(problem): problem for problem in problems}.values(), key=place)
