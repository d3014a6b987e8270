"""Reading decks and exercise folders. A broken file becomes a problem; the rest still loads.

Nothing in a deck or an exercise folder is executed here. What can only be seen across files,
such as broken links, is `check`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from tutor.content import yamlio
from tutor.content.bodies import bodies
from tutor.content.cards import Card, Cloze, Deck
from tutor.content.catalogue import Catalogue
from tutor.content.exercises import Exercise, Limits, MistakeInfo
from tutor.content.fields import Fields
from tutor.content.order import decks_in_order, exercises_in_order
from tutor.errors import ContentError, Place

DECK_KEYS = ("deck", "title", "article", "about", "link", "requires", "cards")
EXERCISE_KEYS = (
    *("title", "deck", "about", "entries", "minutes", "difficulty", "requires", "forbidden"),
    *("limits", "cards", "hints", "mistakes"),
)
EXERCISE_FILES = ("task.md", "starter.py", "reference.py", "cases.py", "mistakes.py")
BREAKS = ("values", "speed", "memory", "forbidden")
UNVERIFIED = "unverified: "
"""Stands before the source of a card whose fact nobody has checked."""
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*")

_Item = TypeVar("_Item", Deck, Exercise)


def load_catalogue(deck_folders: Sequence[Path], exercise_folders: Sequence[Path]) -> Catalogue:
    """Everything under these folders; never raises for a bad file."""
    problems: list[ContentError] = []
    decks = []
    for path in _found(deck_folders, "*/*.yaml"):
        deck, wrong = read_deck(path)
        problems += wrong
        decks += [deck] if deck else []
    exercises = []
    for path in _found(exercise_folders, "*/*/exercise.yaml"):
        try:
            exercises.append(load_exercise(path.parent))
        except ContentError as problem:
            problems.append(problem)
    problems += [
        ContentError("A deck file must end in `.yaml`.", where=path, todo="Rename it.")
        for path in _found(deck_folders, "*/*.yml")
    ]
    ordered = decks_in_order(_unique(decks, problems), problems)
    workshop = exercises_in_order(_unique(exercises, problems), ordered)
    return Catalogue(tuple(ordered), tuple(workshop), tuple(problems))


def _found(folders: Iterable[Path], pattern: str) -> list[Path]:
    return [path for folder in folders for path in sorted(folder.glob(pattern))]


def _unique(items: Iterable[_Item], problems: list[ContentError]) -> list[_Item]:
    seen: dict[str, _Item] = {}
    for item in items:
        if item.name in seen:
            problems.append(
                ContentError(
                    f"`{item.name}` exists already in {seen[item.name].place}.", where=item.place
                )
            )
        seen.setdefault(item.name, item)
    return list(seen.values())


def load_deck(path: Path) -> Deck:
    """One deck. Raises `ContentError` for the first problem found."""
    deck, problems = read_deck(path)
    if problems or deck is None:
        raise problems[0]
    return deck


def read_deck(path: Path) -> tuple[Deck | None, list[ContentError]]:
    """One deck with the cards that could be read, and every problem found in the file."""
    problems: list[ContentError] = []
    try:
        fields = Fields(yamlio.read(path), path, "deck")
        name = _named(fields)
        raw = fields.node.get("cards")
        if not isinstance(raw, list) or not raw:
            raise fields.fail("`cards` must be a list of cards.", "cards")
        cards = _read_cards(name, raw, fields, problems)
        deck = _deck(name, fields, cards)
        fields.only(DECK_KEYS)
    except ContentError as problem:
        return None, [problem, *problems]
    return (deck if cards else None), problems


def _named(fields: Fields) -> str:
    name = fields.text("deck")
    if not _NAME.fullmatch(name):
        raise fields.fail(f"`{name}` is not a name like series/01-topic.", "deck")
    return name


def _deck(name: str, fields: Fields, cards: Sequence[Card]) -> Deck:
    return Deck(
        name=name,
        title=fields.text("title"),
        article=fields.text("article", ""),
        about=fields.text("about", ""),
        link=fields.text("link", ""),
        requires=fields.texts("requires"),
        cards=tuple(cards),
        place=Place(fields.path, fields.node.line),
        lines=fields.node.lines,
    )


def _read_cards(
    deck: str, raw: list[Any], fields: Fields, problems: list[ContentError]
) -> list[Card]:
    cards: list[Card] = []
    lines: dict[str, int] = {}
    for number, node in enumerate(raw, 1):
        try:
            if not isinstance(node, yamlio.Node):
                raise fields.fail(f"card {number} must hold keys and values.", "cards")
            made = _cards(deck, Fields(node, fields.path, _label(node, number)))
            key = made[0].group
            if key in lines:
                what = f"id `{key.partition(':')[2]}` is used already in line {lines[key]}."
                raise ContentError(what, where=made[0].at("id"))
            lines[key] = node.line
            cards += made
        except ContentError as problem:
            problems.append(problem)
    return cards


def _label(node: yamlio.Node, number: int) -> str:
    ident = node.get("id")
    return f"card {ident}" if isinstance(ident, str) and ident else f"card {number}"


def _cards(deck: str, fields: Fields) -> list[Card]:
    ident = fields.text("id")
    if not _ID.fullmatch(ident):
        raise fields.fail("an id is made of small letters, digits and dashes.", "id")
    ask, made = bodies(fields)
    common = {
        "deck": deck,
        "ask": ask,
        "place": Place(fields.path, fields.node.line),
        "vary": _vary(fields),
        "why": fields.text("why", ""),
        "source": _source(fields),
        "see": fields.texts("see"),
        "rev": fields.whole("rev", 1, least=1, most=1_000_000),
        "lines": fields.node.lines,
    }
    old = [name if ":" in name else f"{deck}:{name}" for name in fields.texts("was")]
    cards = []
    for body in made:
        hole = f"#c{body.hole}" if isinstance(body, Cloze) else ""
        was = tuple(name if "#" in name else name + hole for name in old)
        cards.append(Card(key=f"{deck}:{ident}{hole}", body=body, was=was, **common))
    return cards


def _source(fields: Fields) -> str:
    derived, unverified = fields.flag("derived"), fields.flag("unverified")
    source = fields.text("source", "derived" if derived else "")
    return f"{UNVERIFIED}{source}" if unverified else source


def _vary(fields: Fields) -> dict[str, tuple[float | int | str, ...]]:
    given = fields.mapping("vary")
    for name, values in given.items():
        if not name.isidentifier() or not isinstance(values, list) or not values:
            raise fields.fail(f"`vary: {name}` must be a list of values.", "vary")
        if any(isinstance(value, bool | list | dict) for value in values):
            raise fields.fail(f"`vary: {name}` holds something that is not a number.", "vary")
        for value in values:
            if isinstance(value, str) and re.fullmatch(r"[-+]?\d+[eE]\d+", value):
                todo = f"Write {value.lower().replace('e', '.0e+')}."
                raise fields.fail(f"YAML reads `{value}` as text.", "vary", todo)
    return {name: tuple(values) for name, values in given.items()}


def load_exercise(folder: Path) -> Exercise:
    """One exercise folder. Raises `ContentError` for the first problem found."""
    path = folder / "exercise.yaml"
    fields = Fields(yamlio.read(path), path, "exercise")
    fields.only(EXERCISE_KEYS)
    for file in EXERCISE_FILES:
        if not (folder / file).is_file():
            raise fields.fail(f"the file {file} is missing.")
    entries = fields.texts("entries")
    if not entries:
        raise fields.fail("`entries` must name what a submission defines.", "entries")
    return Exercise(
        name=f"{folder.parent.name}/{folder.name}",
        title=fields.text("title"),
        deck=fields.text("deck"),
        entries=entries,
        minutes=fields.whole("minutes", 30, least=1, most=600),
        difficulty=fields.whole("difficulty", 2, least=1, most=5),
        folder=folder,
        place=Place(path, fields.node.line),
        about=fields.text("about", ""),
        requires=fields.texts("requires"),
        hints=fields.texts("hints"),
        forbidden=fields.texts("forbidden"),
        limits=_limits(fields),
        cards=fields.texts("cards"),
        mistakes=_mistakes(fields, entries[0]),
        lines=fields.node.lines,
    )


def _limits(fields: Fields) -> Limits:
    limits = Fields(fields.mapping("limits"), fields.path, "limits")
    limits.only(("seconds", "memory_mb"))
    return Limits(
        seconds=limits.number("seconds", 10.0, least=0.1, most=600),
        memory_mb=limits.whole("memory_mb", 1024, least=16, most=65_536),
    )


def _mistakes(fields: Fields, entry: str) -> dict[str, MistakeInfo]:
    given = Fields(fields.mapping("mistakes"), fields.path, "mistakes")
    found = {}
    for name in given.node:
        one = Fields(given.mapping(name), fields.path, f"mistake {name}")
        one.only(("entry", "cards", "breaks"))
        breaks = one.text("breaks", "values")
        if breaks not in BREAKS:
            raise one.fail(f"`breaks` is one of {', '.join(BREAKS)}.", "breaks")
        found[name] = MistakeInfo(name, one.text("entry", entry), one.texts("cards"), breaks)
    return found
