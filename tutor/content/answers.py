"""Marking an answer: right or wrong, what slipped, and which rating fits.

A right answer suggests Good, a right one with a slip Hard, a wrong one Again, a partly right one Hard
or Again by its score. The learner may always rate otherwise; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tutor.content import expressions, printing, quantities, shapes, wording
from tutor.content.cards import Choose, Cloze, Compute, Flip, Formula, Order, Output, Shape, Type
from tutor.content.posing import Posed, cloze_words, number_text
from tutor.content.shapes import dims_of
from tutor.content.wording import normal
from tutor.errors import ContentError, MathsError

Response = None | str | frozenset[int] | tuple[int, ...]


class AnswerError(ContentError):
    """An answer that cannot be read. Nothing is counted; the learner may type again."""


@dataclass(frozen=True, slots=True)
class Graded:
    """What is known about an answer before the learner rates it."""

    right: bool | None
    """None: the learner judges."""
    score: float
    message: str = ""
    notes: tuple[tuple[int, str], ...] = ()
    """Explanations per option that was chosen wrongly or missed."""
    suggest: int = 3
    """1 Again, 2 Hard, 3 Good, 4 Easy."""


_RIGHT = Graded(True, 1.0, "Right.", suggest=3)


def grade(posed: Posed, response: Response) -> Graded:
    """Mark one answer. Raises `AnswerError` for one that cannot be read."""
    body = posed.card.body
    if isinstance(body, Flip):
        return Graded(None, 0.0, suggest=3)
    if isinstance(body, Choose):
        return _chosen(posed, _of_kind(response, frozenset))
    if isinstance(body, Order):
        return _ordered(posed, _of_kind(response, tuple))
    text = _of_kind(response, str)
    if not text.strip():
        raise AnswerError("Nothing was typed.", todo="Type your answer, or `?` if you do not know.")
    if text.strip() == "?":
        return Graded(False, 0.0, "Not known yet.", suggest=1)
    match body:
        case Cloze():
            return _cloze(cloze_words(body), text)
        case Type(accept=accept, near=near):
            return _typed(text, accept, near)
        case Compute():
            return _computed(posed, body, text)
        case Formula():
            return _formula(body, text)
        case Shape():
            return _shaped(body, text)
        case Output(prints=prints):
            return _printed(prints, text)


def _of_kind(response: Response, kind: type):
    if not isinstance(response, kind):
        raise AnswerError("This card wants another kind of answer.")
    return response


def _chosen(posed: Posed, chosen: frozenset[int]) -> Graded:
    if not chosen:
        raise AnswerError("Nothing is chosen yet.", todo="Choose with the number keys.")
    if not chosen <= set(range(len(posed.options))):
        raise AnswerError("There is no such option.", todo=f"Choose 1 to {len(posed.options)}.")
    right = {i for i, option in enumerate(posed.options) if option.right}
    wrong, missed = chosen - right, right - chosen
    notes = [(i, posed.options[i].why or "This is wrong.") for i in sorted(wrong)]
    notes += [(i, posed.options[i].why or "This is right.") for i in sorted(missed)]
    if not wrong and not missed:
        return _RIGHT
    if len(right) == 1 and right - chosen:
        return Graded(False, 0.0, "Not right.", tuple(notes), 1)
    score = max(0.0, (len(chosen & right) - len(wrong)) / len(right))
    message = f"{len(chosen & right)} of {len(right)} found, {len(wrong)} wrong."
    return Graded(False, score, message, tuple(notes), 2 if score >= 0.5 else 1)


def _ordered(posed: Posed, order: tuple[int, ...]) -> Graded:
    if sorted(order) != list(range(len(posed.steps))):
        raise AnswerError("Every step must be named exactly once.")
    right = posed.card.body.steps
    given = [posed.steps[i] for i in order]
    if tuple(given) == right:
        return _RIGHT
    pairs = [(a, b) for i, a in enumerate(given) for b in given[i + 1 :] if a != b]
    score = sum(right.index(a) < right.index(b) for a, b in pairs) / len(pairs)
    first = next(n for n, (a, b) in enumerate(zip(given, right, strict=True)) if a != b)
    message = f"Step {first + 1} is where it goes wrong: here comes “{right[first]}”."
    return Graded(False, score, message, suggest=2 if score >= 0.8 else 1)


def _cloze(words: tuple[str, ...], text: str) -> Graded:
    """A number used for several holes wants all their words, in order."""
    if len({normal(word) for word in words}) == 1:
        return _typed(text, words[:1], {})
    return _typed(text, (", ".join(words), " and ".join(words)), {})


def _typed(text: str, accept: tuple[str, ...], near: Mapping[str, str]) -> Graded:
    options = [form for word in accept for form in (word, _drawn(word))]
    if any(wording.equal(text, option) for option in options):
        return _RIGHT
    slips = {wrong: why for wrong, why in near.items() if wording.equal(text, wrong)}
    slips |= {wrong: why for wrong, why in near.items() if wording.misspelt(text, wrong)}
    closest = wording.closest(text, [*options, *slips])
    if closest not in slips and wording.misspelt(text, closest):
        return Graded(True, 0.9, f"Almost: check the spelling of “{closest}”.", suggest=2)
    if slips:
        return Graded(False, 0.0, slips.get(closest) or next(iter(slips.values())), suggest=1)
    return Graded(False, 0.0, "Not right.", suggest=1)


def _drawn(word: str) -> str:
    """`$\\sqrt{d_k}$` also counts when typed as it is drawn."""
    from tutor.content.markdown import plain

    try:
        return plain(word, 200) if "$" in word else word
    except MathsError:
        return word


def _computed(posed: Posed, body: Compute, text: str) -> Graded:
    try:
        given = quantities.read(text, body.unit)
    except ContentError as problem:
        raise AnswerError(problem.what, todo=problem.todo) from problem
    expected = float(posed.expected)
    room = max(abs(expected) * body.tolerance, 1e-9 * abs(expected) if expected else body.tolerance)
    if abs(given - expected) <= room:
        return _RIGHT
    named = quantities.slip(given, expected, body.tolerance)
    if not named and abs(given - expected) <= 3 * room:
        message = (
            f"Close, but not within {100 * body.tolerance:g} % of {number_text(posed.expected)}."
        )
        return Graded(False, 0.7, message, suggest=2)
    return Graded(False, 0.0, named or "Not the right number.", suggest=1)


_FORMULA_SLIPS = (
    ("-({})", "The sign is the wrong way round."),
    ("1/({})", "This is the inverse of the right formula."),
    ("({})/2", "This is twice the right formula."),
    ("2*({})", "This is half of the right formula."),
    ("({})*log(2)", "Only the base of the logarithm is another one."),
    ("({})/log(2)", "Only the base of the logarithm is another one."),
    ("exp({})", "This is the logarithm of the right formula."),
    ("({})**2", "This is the square root of the right formula."),
    ("sqrt({})", "This is the square of the right formula."),
)


def _formula(body: Formula, text: str) -> Graded:
    text = text.strip().strip("$`").rpartition("=")[2]
    try:
        if expressions.same(text, body.expression, body.variables, seed=7):
            return _RIGHT
    except ContentError as problem:
        raise AnswerError(problem.what, todo=problem.todo) from problem
    for changed, words in _FORMULA_SLIPS:
        if _equal(changed.format(text), body):
            return Graded(False, 0.5, words, suggest=1)
    return Graded(False, 0.0, "Not equal to the right formula.", suggest=1)


def _equal(text: str, body: Formula) -> bool:
    try:
        return expressions.same(text, body.expression, body.variables, seed=7)
    except ContentError:
        return False


def _shaped(body: Shape, text: str) -> Graded:
    given = dims_of(text)
    try:
        shapes.symbols(given)
    except ContentError as problem:
        raise AnswerError(problem.what, todo="Write the shape like (B, T, d).") from problem
    scalar = text.strip().strip("()[] ").casefold() in ("", "scalar")
    if not given and not scalar:
        raise AnswerError("No dimensions were found.", todo="Write the shape like (B, T, d).")
    wrong = shapes.difference(() if scalar else given, body.dims)
    if not wrong:
        return _RIGHT
    return Graded(False, 0.5 if "swapped" in wrong else 0.0, wrong, suggest=1)


def _printed(prints: str, text: str) -> Graded:
    index = printing.first_difference(text, prints)
    if index is None:
        return _RIGHT
    if printing.same_numbers(text, prints):
        return Graded(True, 0.9, "Almost: only the numbers are written differently.", suggest=2)
    typed, printed = (printing.lines_of(part) for part in (text, prints))
    if index >= len(printed):
        message = f"It prints only {len(printed)} lines."
    elif index >= len(typed):
        message = f"Line {index + 1} is missing: `{printed[index]}`."
    else:
        message = f"Line {index + 1} is not `{typed[index]}` but `{printed[index]}`."
    return Graded(False, index / len(printed) if printed else 0.0, message, suggest=1)


__all__ = ["AnswerError", "Graded", "Response", "dims_of", "grade", "normal"]
