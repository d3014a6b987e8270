"""Something to start from: a deck with a card of several kinds, the six files of an exercise."""

from __future__ import annotations


def new_deck(name: str, title: str) -> str:
    """A deck that passes the check as it is."""
    return f"""# yaml-language-server: $schema=../deck.schema.json
deck: {name}
title: {title or name}
about: What this deck teaches, in one sentence.
requires: []
cards:
  - id: first-idea
    ask: Ask for one idea, so that it has one right answer.
    answer: The answer, in a sentence or two. Maths goes between dollars, like $x^2$.
    why: What is worth adding after answering.
    derived: true
  - id: a-number
    vary: {{n: [2, 3, 4]}}
    ask: How many pairs do {{n}} different tokens form, order mattering?
    compute: n * (n - 1)
    tolerance: 0
    derived: true
  - id: a-choice
    choose: Which of these is right?
    options:
      - right: The right one
      - wrong: A common misconception
        why: Why people think so, and why it is not so.
    derived: true
"""


def new_exercise(name: str, title: str) -> dict[str, str]:
    """File name -> text."""
    return {
        "exercise.yaml": f"""# yaml-language-server: $schema=../../exercise.schema.json
title: {title or name}
deck: {name.partition("/")[0]}/01-name-of-its-deck
about: What is built, in one sentence.
entries: [double]
minutes: 10
difficulty: 1
hints:
  - A nudge.
  - What to look at.
  - Nearly the code.
mistakes:
  squares: {{}}
""",
        "task.md": f"# {title or name}\n\nWrite `double(x)`: `x: (N,)` -> `(N,)`, every entry twice as large.\n",
        "starter.py": "from torch import Tensor\n\n\ndef double(x: Tensor) -> Tensor:\n"
        '    """Every entry of x: (N,), twice as large."""\n    raise NotImplementedError\n',
        "reference.py": "from torch import Tensor\n\n\ndef double(x: Tensor) -> Tensor:\n    return 2 * x  # (N,)\n",
        "cases.py": "from tutor.grading.claims import Call, Draw, claim\n\n\n"
        '@claim("Every entry is twice as large.", otherwise="Multiply by two.")\n'
        "def doubled(draw: Draw):\n    return Call(draw.normal(draw.integer(3, 7)))\n",
        "mistakes.py": "def squares(x):\n"
        '    """Each entry is squared. Doubling multiplies by two, whatever the entry is."""\n'
        "    return x * x\n",
    }
