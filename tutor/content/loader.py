"""Reading decks and exercise folders. A broken file becomes a problem; the others still load."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from tutor.content import yamlio
from tutor.content.bodies import bodies
from tutor.content.cards import SERIES, Card, Cloze, Deck
from tutor.content.catalogue import Catalogue
from tutor.content.exercises import Exercise, Limits, MistakeInfo
from tutor.content.fields import Fields
from tutor.errors import ContentError, Place

_DECK_KEYS = ("deck", "title", "article", "about", "link", "requires", "cards")
_EXERCISE_KEYS = (
    *("title", "deck", "about", "entries", "minutes", "difficulty", "requires", "forbidden"),
    *("limits", "cards", "hints", "mistakes"),
)
_ID = re.compile(r"[a-z0-9][a-z0-9-]*$")
UNVERIFIED = "unverified: "
"""Stands before the source of a card whose fact nobody has checked."""


def load_catalogue(deck_folders: Sequence[Path], exercise_folders: Sequence[Path]) -> Catalogue:
    """Everything under these folders; never raises for a bad file."""
    problems: list[ContentError] = []
    decks = _all(deck_folders, "*/*.yaml", load_deck, problems)
    folders = _all(
        exercise_folders, "*/*/exercise.yaml", lambda p: load_exercise(p.parent), problems
    )
    ordered = _in_order(_unique(decks, problems), problems)
    place = {deck.name: n for n, deck in enumerate(ordered)}
    exercises = sorted(
        _unique(folders, problems),
        key=lambda e: (_series(e.series), place.get(e.deck, 999), e.difficulty, e.name),
    )
    return Catalogue(tuple(ordered), tuple(exercises), tuple(problems))


def _all(folders, pattern, load, problems) -> list:
    found = []
    for folder in folders:
        for path in sorted(folder.glob(pattern)):
            try:
                found.append(load(path))
            except ContentError as problem:
                problems.append(problem)
    return found


def _unique(items, problems) -> list:
    seen = {}
    for item in items:
        if item.name in seen:
            first = seen[item.name].place
            problems.append(
                ContentError(f"`{item.name}` exists already in {first}.", where=item.place)
            )
        else:
            seen[item.name] = item
    return list(seen.values())


def _series(name: str) -> int:
    order = list(SERIES)
    return order.index(name) if name in order else len(order)


def _in_order(decks: list[Deck], problems: list[ContentError]) -> list[Deck]:
    """Required decks first; otherwise by series and name."""
    waiting = sorted(decks, key=lambda d: (_series(d.series), d.name))
    known, done, ordered = {d.name for d in decks}, set(), []
    while waiting:
        ready = next((d for d in waiting if {r for r in d.requires if r in known} <= done), None)
        if ready is None:
            ready = waiting[0]
            problems.append(
                ContentError(f"`requires` of {ready.name} leads back to itself.", where=ready.place)
            )
        waiting.remove(ready)
        done.add(ready.name)
        ordered.append(ready)
    return ordered


def load_deck(path: Path) -> Deck:
    """One deck. Raises `ContentError` for the first problem found."""
    fields = Fields(yamlio.read(path), path, "deck")
    fields.only(_DECK_KEYS)
    name = fields.text("deck")
    if not re.fullmatch(r"[a-z0-9-]+/[a-z0-9-]+", name):
        raise fields.fail(f"`{name}` is not a name like series/01-topic.", "deck")
    raw = fields.node.get("cards")
    if not isinstance(raw, list) or not raw:
        raise fields.fail("`cards` must be a list of cards.", "cards")
    cards: list[Card] = []
    lines: dict[str, int] = {}
    for node in raw:
        if not isinstance(node, yamlio.Node):
            raise fields.fail("each card must hold keys and values.", "cards")
        made = _cards(name, node, path)
        key = made[0].group
        if key in lines:
            where = Place(path, node.line)
            raise ContentError(
                f"id `{key.partition(':')[2]}` is used already in line {lines[key]}.", where=where
            )
        lines[key] = node.line
        cards.extend(made)
    return Deck(
        name=name,
        title=fields.text("title"),
        article=fields.text("article", ""),
        about=fields.text("about", ""),
        link=fields.text("link", ""),
        requires=fields.texts("requires"),
        cards=tuple(cards),
        place=Place(path, fields.node.line),
    )


def _cards(deck: str, node: yamlio.Node, path: Path) -> list[Card]:
    fields = Fields(node, path, f"card {node.get('id', '?')}")
    ident = fields.text("id")
    if not _ID.match(ident):
        raise fields.fail("an id is made of small letters, digits and dashes.", "id")
    _, ask, made = bodies(fields)
    source = fields.text("source", "derived" if fields.flag("derived") else "")
    if fields.flag("unverified"):
        source = f"{UNVERIFIED}{source}"
    return [
        Card(
            key=f"{deck}:{ident}" + (f"#c{body.hole}" if isinstance(body, Cloze) else ""),
            deck=deck,
            ask=ask,
            body=body,
            place=Place(path, node.line),
            vary=_vary(fields),
            why=fields.text("why", ""),
            source=source,
            see=fields.texts("see"),
            was=tuple(old if ":" in old else f"{deck}:{old}" for old in fields.texts("was")),
            rev=fields.number("rev", 1, int),
        )
        for body in made
    ]


def _vary(fields: Fields) -> dict[str, tuple]:
    given = fields.mapping("vary")
    for name, values in given.items():
        if not name.isidentifier() or not isinstance(values, list) or not values:
            raise fields.fail(f"`vary: {name}` must be a list of values.", "vary")
    return {name: tuple(values) for name, values in given.items()}


def load_exercise(folder: Path) -> Exercise:
    """One exercise folder. Raises `ContentError` for the first problem found."""
    path = folder / "exercise.yaml"
    fields = Fields(yamlio.read(path), path, "exercise")
    fields.only(_EXERCISE_KEYS)
    for file in ("task.md", "starter.py", "reference.py", "cases.py", "mistakes.py"):
        if not (folder / file).is_file():
            raise fields.fail(f"the file {file} is missing.")
    limits = Fields(fields.mapping("limits"), path, "limits")
    limits.only(("seconds", "memory_mb"))
    entries = fields.texts("entries")
    if not entries:
        raise fields.fail("`entries` must name what a submission defines.", "entries")
    return Exercise(
        name=f"{folder.parent.name}/{folder.name}",
        title=fields.text("title"),
        deck=fields.text("deck"),
        entries=entries,
        minutes=fields.number("minutes", 30, int),
        difficulty=fields.number("difficulty", 2, int),
        folder=folder,
        place=Place(path, fields.node.line),
        about=fields.text("about", ""),
        requires=fields.texts("requires"),
        hints=fields.texts("hints"),
        forbidden=fields.texts("forbidden"),
        limits=Limits(limits.number("seconds", 10.0), limits.number("memory_mb", 1024, int)),
        cards=fields.texts("cards"),
        mistakes=_mistakes(fields, entries[0]),
    )


def _mistakes(fields: Fields, entry: str) -> dict[str, MistakeInfo]:
    given = Fields(fields.mapping("mistakes"), fields.path, "mistakes")
    found = {}
    for name in given.node:
        one = Fields(given.mapping(name), fields.path, f"mistake {name}")
        one.only(("entry", "cards", "breaks"))
        breaks = one.text("breaks", "values")
        if breaks not in ("values", "speed", "memory", "forbidden"):
            raise one.fail("`breaks` is values, speed, memory or forbidden.", "breaks")
        found[name] = MistakeInfo(name, one.text("entry", entry), one.texts("cards"), breaks)
    return found
