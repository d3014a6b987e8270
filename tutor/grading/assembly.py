"""Running the model that the exercises make: one program from many parts, in the sandbox."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tutor.grading.client import Grader

SECONDS = 300.0
"""Wall clock for the whole model; with the references it takes about a second, with loops over every number a minute."""
_FRAME = '''
import json, sys, traceback, types

SOURCES = json.loads({sources!r})


def part(name):
    """What the solution of an exercise defines."""
    module = types.ModuleType(name)
    exec(compile(SOURCES[name], name, "exec"), vars(module))
    return vars(module)


parts = types.ModuleType("parts")
parts.part = part
sys.modules["parts"] = parts
try:
    exec(compile({model!r}, "model", "exec"), {{"__name__": "model"}})
except Exception as problem:
    frames = traceback.extract_tb(problem.__traceback__)
    at = [(f.filename, f.lineno) for f in frames if f.filename in SOURCES]
    if isinstance(problem, SyntaxError) and problem.filename in SOURCES:
        at.append((problem.filename, problem.lineno))
    name, line = at[-1] if at else ("", 0)
    words = f"{{type(problem).__name__}}: {{problem}}"[:500]
    print(json.dumps({{"failed": name, "line": line, "words": words}}))
'''


@dataclass(frozen=True, slots=True)
class Assembled:
    """What came of it."""

    steps: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """`tokenizer`, `training`, `generation`, `preference` -> what `exercises/model.py` tells."""
    problem: str = ""
    """Why it stopped, or ""."""
    part: str = ""
    """The exercise whose solution it stopped in, "" if in none."""


def program(sources: Mapping[str, str], model: str) -> str:
    """One file that holds all parts and the model that uses them."""
    return _FRAME.format(sources=json.dumps(dict(sources)), model=model)


async def assemble(grader: Grader, sources: Mapping[str, str], model: str) -> Assembled:
    """Run the model with these parts, fenced in like every solution."""
    printed, problem = await grader.snippet(program(sources, model), seconds=SECONDS)
    steps: dict[str, Mapping[str, Any]] = {}
    for line in printed.splitlines():
        found = _told(line)
        if "step" in found:
            steps[str(found.pop("step"))] = found
        elif "failed" in found:
            where = f"line {found['line']}: " if found["line"] else ""
            return Assembled(steps, f"{where}{found['words']}", str(found["failed"]))
    return Assembled(steps, problem)


def _told(line: str) -> dict[str, Any]:
    """One line of the model's own; what a solution prints besides is not meant for us."""
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def lines(found: Assembled) -> list[str]:
    """What came of it in words, a line for each step that was reached."""
    said = [words(found.steps[step]) for step, words in _WORDS.items() if step in found.steps]
    if found.part:
        said.append(f"It stopped in `{found.part}`, {found.problem}")
        said.append(f"`tutor check {found.part}` grades this part by itself.")
    elif found.problem:
        said.append(f"It stopped: {found.problem}")
    return said


def _tokenizer(told: Mapping[str, Any]) -> str:
    back = "and decode back" if told["back"] else "but do not decode back"
    return f"Tokenizer: {told['bytes']} bytes become {told['tokens']} tokens with {told['merges']} merges, {back}."


def _training(told: Mapping[str, Any]) -> str:
    return f"Training: the loss goes from {told['first']:.2f} to {told['last']:.2f} nats in {told['steps']} steps."


def _generation(told: Mapping[str, Any]) -> str:
    return f"Asked to continue “{told['prompt']}”, it writes: “{told['said']}”"


def _preference(told: Mapping[str, Any]) -> str:
    pair = f"“{told['chosen'].strip()}” against “{told['rejected'].strip()}”"
    moved = f"from {told['before']:+.1f} to {told['after']:+.1f}"
    return f"Preference: {told['steps']} steps of DPO move its log-odds of {pair} {moved}."


_WORDS = {
    "tokenizer": _tokenizer,
    "training": _training,
    "generation": _generation,
    "preference": _preference,
}
