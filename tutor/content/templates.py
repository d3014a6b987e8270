"""Texts that `tutor author new` starts an author off with. Writing them is for the caller."""

from __future__ import annotations

import keyword
import re

from tutor.errors import UsageError

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*")


def new_deck(name: str, title: str) -> dict[str, str]:
    """A deck with one card of each kind: path below a `decks` folder -> text.

    It passes the check as it is. Raises `UsageError` for a name unlike `series/01-topic`.
    """
    _series_and_name(name, "series/01-topic")
    return {f"{name}.yaml": _DECK.replace("%NAME%", name).replace("%TITLE%", _quoted(title))}


def new_exercise(name: str, title: str, deck: str = "") -> dict[str, str]:
    """An exercise that works: path below an `exercises` folder -> text, for all six files.

    It passes the check once `deck` names a deck that exists. Raises `UsageError` for a name
    unlike `series/topic`.
    """
    series, short = _series_and_name(name, "series/my-exercise")
    entry = short.replace("-", "_")
    if not entry.isidentifier() or keyword.iskeyword(entry):
        entry = f"solve_{entry}"
    filled = {
        "%TITLE%": " ".join(title.split()).replace("\\", "").replace('"', "'"),
        "%QUOTED%": _quoted(title),
        "%DECK%": deck or f"{series}/01-name-of-its-deck",
        "%ENTRY%": entry,
    }
    texts = {}
    for file, text in _EXERCISE.items():
        for mark, value in filled.items():
            text = text.replace(mark, value)
        texts[f"{name}/{file}"] = text
    return texts


def _series_and_name(name: str, example: str) -> tuple[str, str]:
    if not _NAME.fullmatch(name):
        raise UsageError(
            f"`{name}` is not a name like {example}.", todo="Small letters, digits and dashes."
        )
    series, _, short = name.partition("/")
    return series, short


def _quoted(text: str) -> str:
    """One line in YAML's double quotes."""
    plain = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


_DECK = """\
# yaml-language-server: $schema=../deck.schema.json
# One card of each kind. Replace them; then run `tutor author check` on this file.
deck: %NAME%
title: %TITLE%
about: One sentence on what the deck is about.
requires: []
cards:
  - id: a-flip-card
    ask: What do you ask so that the learner has to think before turning the card over?
    answer: The answer in one or two sentences, with $x^2$ between dollar signs for mathematics.
    why: What makes it so; shown after answering.
    source: "Author and year, section"

  - id: a-cloze
    cloze: Each hole of a text becomes {{c1::a card::what it turns into}} with {{c2::its own schedule}}.
    source: "Author and year, section"

  - id: a-choice
    choose: Which of these is a prime number?
    options:
      - right: "7"
      - wrong: "9"
        why: It is 3 times 3.
      - wrong: "1"
        why: A prime number has two different divisors.
    derived: true

  - id: a-typed-answer
    ask: Which Python function gives the number of items of a list? (its name)
    type: [len, len()]
    near:
      count: That counts how often one value occurs.
    source: "Python documentation, Built-in Functions"

  - id: a-computed-answer
    vary: {rows: [8, 16, 32], columns: [64, 128]}
    ask: A matrix has {rows} rows and {columns} columns, 4 bytes per entry. How large is it?
    compute: rows * columns * 4
    unit: bytes
    working: '{rows} * {columns} * 4 = {result}'
    derived: true

  - id: a-formula
    ask: Write the area of a triangle with base b and height h.
    formula: b * h / 2
    variables: {b: [1, 5], h: [1, 5]}
    derived: true

  - id: a-shape
    ask: X has shape (N, d) and W has shape (d, k). Which shape has X @ W?
    shape: (N, k)
    derived: true

  - id: an-order
    order: Put the steps of making tea in order.
    steps:
      - Boil the water
      - Pour it over the leaves
      - Wait
      - Take the leaves out
    derived: true

  - id: an-output
    ask: Slices count from 0 and leave the end out. What does this print?
    output: |
      print([10, 20, 30, 40][1:3])
    prints: |
      [20, 30]
    derived: true
"""

_EXERCISE = {
    "exercise.yaml": """\
# yaml-language-server: $schema=../../exercise.schema.json
title: %QUOTED%
deck: %DECK%
about: One sentence on what is built.
entries: [%ENTRY%]
minutes: 20
difficulty: 1
requires: []
forbidden: []
limits: {seconds: 10, memory_mb: 512}
cards: []
hints:
  - A nudge. Which dimension is averaged over?
  - More. `mean` takes `dim=` and `keepdim=`.
  - Nearly the code. Subtract `x.mean(dim=-1, keepdim=True)` from `x`.
mistakes:
  mean_over_everything: {}
  forgets_to_subtract: {}
""",
    "task.md": """\
# %TITLE%

Say what to build and why it matters, without giving the solution away. This one subtracts from
each row its mean, $x - \\mathrm{mean}(x)$.

## `%ENTRY%(x)`

- `x: (..., D)`: floating point
- returns `(..., D)`, in the dtype of the input

The input stays as it is.

## Example

```python
%ENTRY%(torch.tensor([[1.0, 3.0]]))
# tensor([[-1., 1.]])
```
""",
    "starter.py": '''\
"""%TITLE%."""

from torch import Tensor


def %ENTRY%(x: Tensor) -> Tensor:
    """Each row less its mean. x: (..., D) -> (..., D)"""
    raise NotImplementedError
''',
    "reference.py": '''\
"""%TITLE%: the clearest way to write it."""

from torch import Tensor


def %ENTRY%(x: Tensor) -> Tensor:
    """Each row less its mean. x: (..., D) -> (..., D)"""
    return x - x.mean(dim=-1, keepdim=True)  # (..., D) - (..., 1)
''',
    "cases.py": '''\
"""What is true of a right `%ENTRY%`. No two dimensions are ever equal."""

from tutor.grading.claims import Broken, Call, Draw, claim


@claim(
    "Each row loses its own mean.",
    otherwise="Average over the last dimension only, and keep it for broadcasting.",
)
def rows(draw: Draw):
    n, d = draw.distinct(2, 3, 9)
    return [Call(draw.normal(n, d)), Call(draw.normal(2, n, d))]


@claim("Every row of the result sums to 0.", otherwise="Check what you subtract.")
def sums_to_zero(draw: Draw):
    n, d = draw.distinct(2, 3, 9)
    out = yield Call(draw.normal(n, d))
    largest = out.sum(-1).abs().max().item()
    return True if largest < 1e-4 else Broken(f"A row sums to {largest:.4g}.")


@claim("Gradients arrive at the input.", otherwise="Do not detach anything.")
def gradients(draw: Draw):
    n, d = draw.distinct(2, 3, 9)
    return Call(draw.normal(n, d), wrt=(0,), upstream=draw.normal(n, d))
''',
    "mistakes.py": '''\
"""What people really get wrong. Each docstring is the explanation that the learner reads."""


def mean_over_everything(x):
    """One mean is taken over the whole tensor. Each row has a mean of its own: average over the
    last dimension, with `keepdim=True`."""
    return x - x.mean()


def forgets_to_subtract(x):
    """The result is the input itself; nothing was subtracted."""
    return x.clone()
''',
}
