"""One exercise folder, read and parsed but never run: links, hints, names in its Python files."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tutor.content.accepted import accepted_mutants
from tutor.content.checks.links import Links
from tutor.content.checks.texts import undrawable
from tutor.content.exercises import Exercise
from tutor.content.fields import did_you_mean
from tutor.content.loader import EXERCISE_FILES
from tutor.content.order import circle
from tutor.errors import ContentError, Place

HINTS = 3
MISTAKES = 2
"""How many hints and mistakes an exercise has at least."""

Names = dict[str, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]


def exercise_problems(exercise: Exercise, links: Links) -> list[ContentError]:
    """Everything wrong with one exercise that can be seen without running it."""
    return [
        *_links(exercise, links),
        *_texts(exercise),
        *_python(exercise),
        *_mutants(exercise),
    ]


def _mutants(exercise: Exercise) -> Iterator[ContentError]:
    try:
        accepted_mutants(exercise.folder)
    except ContentError as problem:
        yield problem


def _links(exercise: Exercise, links: Links) -> Iterator[ContentError]:
    at = exercise.at
    yield from links.missing("deck", [exercise.deck], links.decks, "exercise", at("deck"))
    yield from links.missing("cards", exercise.cards, links.cards, "exercise", at("cards"))
    known = [*links.exercises, *links.decks]
    yield from links.missing("requires", exercise.requires, known, "exercise", at("requires"))
    for info in exercise.mistakes.values():
        label = f"mistake {info.name}"
        yield from links.missing("cards", info.cards, links.cards, label, at("mistakes"))
        if info.entry not in exercise.entries:
            todo = did_you_mean(info.entry, exercise.entries)
            what = f"{label}: `{info.entry}` is not among the entries."
            yield ContentError(what, where=at("mistakes"), todo=todo)
    around = circle({name: other.requires for name, other in links.exercises.items()})
    if exercise.name in around:
        what = f"`requires` goes in a circle: {' -> '.join([*around, around[0]])}."
        yield ContentError(f"exercise: {what}", where=at("requires"))


def _texts(exercise: Exercise) -> Iterator[ContentError]:
    if len(exercise.hints) < HINTS:
        what = f"exercise: {len(exercise.hints)} hints, at least {HINTS} are needed."
        yield ContentError(
            what, where=exercise.at("hints"), todo="From a nudge to nearly the code."
        )
    for key, texts in (("hints", exercise.hints), ("about", (exercise.about,))):
        for what, todo in (found for text in texts for found in undrawable(text)):
            yield ContentError(f"exercise: {what}", where=exercise.at(key), todo=todo)
    task = exercise.folder / "task.md"
    text, problem = _read(exercise, "task.md")
    if problem or not text.strip():
        yield problem or ContentError("The task is empty.", where=Place(task, 1))
    for what, todo in undrawable(text):
        yield ContentError(what, where=Place(task, 1), todo=todo)


def _python(exercise: Exercise) -> Iterator[ContentError]:
    defined: dict[str, Names] = {}
    for file in EXERCISE_FILES[1:]:
        text, problem = _read(exercise, file)
        try:
            tree = ast.parse(text)
        except (SyntaxError, ValueError) as slip:
            line = getattr(slip, "lineno", None) or 1
            what = f"This is not valid Python: {getattr(slip, 'msg', slip)}."
            yield ContentError(what, where=Place(exercise.folder / file, line))
            continue
        if problem:
            yield problem
        defined[file] = _defined(tree)
    for file in ("starter.py", "reference.py"):
        yield from _entries(exercise, file, defined.get(file))
    yield from _mistakes(exercise, defined.get("mistakes.py"))


def _entries(exercise: Exercise, file: str, names: Names | None) -> Iterator[ContentError]:
    for entry in exercise.entries if names is not None else ():
        if entry not in names:
            what = f"`{entry}` is an entry in {exercise.place}, but is not defined here."
            where = Place(exercise.folder / file, 1)
            yield ContentError(what, where=where, todo=did_you_mean(entry, names))


def _mistakes(exercise: Exercise, names: Names | None) -> Iterator[ContentError]:
    path = exercise.folder / "mistakes.py"
    if len(exercise.mistakes) < MISTAKES:
        what = f"exercise: {len(exercise.mistakes)} mistakes, at least {MISTAKES} are needed."
        yield ContentError(what, where=exercise.at("mistakes"))
    if names is None:
        return
    for name in exercise.mistakes:
        if name not in names:
            what = f"mistake {name}: there is no function `{name}` in mistakes.py."
            todo = did_you_mean(name, names)
            yield ContentError(what, where=exercise.at("mistakes"), todo=todo)
        elif not ast.get_docstring(names[name]):
            what = f"`{name}` has no docstring, which is what the learner reads."
            yield ContentError(what, where=Place(path, names[name].lineno))
    for name, node in names.items():
        if not name.startswith("_") and name not in exercise.mistakes and _top(node):
            what = f"`{name}` is not listed under `mistakes` in exercise.yaml."
            todo = "List it, or begin its name with `_`."
            yield ContentError(what, where=Place(path, node.lineno), todo=todo)


def _top(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)


def _defined(tree: ast.Module) -> Names:
    """Functions and classes at the top level."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return {node.name: node for node in tree.body if isinstance(node, kinds)}


def _read(exercise: Exercise, file: str) -> tuple[str, ContentError | None]:
    try:
        return exercise.text(file), None
    except (OSError, UnicodeDecodeError) as problem:
        where = exercise.folder / file
        return "", ContentError(f"The file cannot be read ({problem}).", where=where)
