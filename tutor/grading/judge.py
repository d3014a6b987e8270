"""Driving claims: against the reference, against a mistake, or against a candidate process."""

from __future__ import annotations

import copy
import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import torch

from tutor.grading.claims import Broken, Call, Claim, Draw
from tutor.grading.compare import describe, difference, kind_difference
from tutor.grading.gradients import Where, gradients, leaves_of
from tutor.grading.outcome import Answer, Ended, Raised, Request


class Callee(Protocol):
    def call(self, request: Request) -> Answer | Ended: ...


@dataclass
class Trace:
    """What one claim made of one callee."""

    calls: list[Call] = field(default_factory=list)
    answers: list[Answer | Ended] = field(default_factory=list)
    broken: str = ""
    """Why the property does not hold; "" when it holds or there is none."""
    is_property: bool = False

    @property
    def ended(self) -> Ended | None:
        return next((a for a in self.answers if isinstance(a, Ended)), None)

    @property
    def raised(self) -> Raised | None:
        return next((a.raised for a in self.answers if isinstance(a, Answer) and a.raised), None)


class InProcess:
    """Calls a trusted function here, in the same way as a candidate would."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        self.namespace = namespace

    def call(self, request: Request) -> Answer:
        args, kwargs = list(copied(request.args)), copied(dict(request.kwargs))
        leaves = leaves_of(args, kwargs, request.wrt)
        before = copied(args)
        try:
            value = self.namespace[request.entry](*args, **kwargs)
            grads = gradients(value, leaves, request.upstream)
        except Exception as problem:
            return Answer(raised=Raised(type(problem).__name__, str(problem), 0, ""))
        changed = tuple(
            n for n, old in enumerate(before) if difference(_plain(args[n]), _plain(old))
        )
        return Answer(_plain(value), dict(zip(request.wrt, grads, strict=True)), changed)


def drive(claim: Claim, seed: int, entry: str, callee: Callee) -> Trace:
    """Run one claim. The inputs depend on seed and claim only."""
    trace = Trace()
    made = claim.body(Draw(f"{seed}:{claim.name}"))
    if not inspect.isgenerator(made):
        for call in made if isinstance(made, list) else [made]:
            if not _goes_on(claim, _one(trace, call, entry, callee)) or trace.ended:
                break
        return trace
    trace.is_property = True
    try:
        call = next(made)
        while True:
            answer = _one(trace, call, entry, callee)
            if answer is None:
                return trace
            call = made.send(answer.value)
    except StopIteration as stop:
        result = stop.value
    except Exception as problem:
        result = Broken(f"The result cannot be used: {problem}")
    if isinstance(result, Broken):
        trace.broken = result.why
    elif result is not True and result is not None:
        trace.broken = "The property does not hold."
    return trace


def _one(trace: Trace, call: Call, entry: str, callee: Callee) -> Answer | None:
    request = Request(
        call.entry or entry, copied(call.args), copied(call.kwargs), call.wrt, call.upstream
    )
    answer = callee.call(request)
    trace.calls.append(call)
    trace.answers.append(answer)
    return answer if isinstance(answer, Answer) and answer.raised is None else None


def _goes_on(claim: Claim, answer: Answer | None) -> bool:
    """After an exception the claim is over, unless exceptions are what it is about."""
    return answer is not None or claim.raises


def failure(claim: Claim, got: Trace, expected: Trace) -> str:
    """Why the claim does not hold for this trace, or ""; compares call by call."""
    for n, (call, answer) in enumerate(zip(got.calls, got.answers, strict=True)):
        right = expected.answers[n] if n < len(expected.answers) else None
        if isinstance(right, Answer) and right.raised:
            if isinstance(answer, Answer) and _same_error(answer.raised, right.raised):
                continue
            return f"{right.raised.type} should be raised here{_instead(answer)}."
        if isinstance(answer, Ended) or answer.raised:
            return "It did not answer."
        if right is None or isinstance(right, Ended):
            continue
        if answer.changed and not right.changed:
            names = ", ".join(_argument(call, name) for name in answer.changed)
            return f"The call changed its input {names} in place."
        found = _difference(claim, call, answer, right)
        found = found or _gradient_difference(claim, call, answer, right)
        if found:
            return found
    if len(got.answers) < len(expected.answers):
        return "Not all calls were answered."
    return got.broken


def _same_error(got: Raised | None, right: Raised) -> bool:
    return got is not None and got.type == right.type


def _instead(answer: Answer | Ended) -> str:
    if isinstance(answer, Ended):
        return ""
    return (
        f", not {answer.raised.type}"
        if answer.raised
        else f"; it returned {describe(answer.value)}"
    )


def _difference(claim: Claim, call: Call, got: Answer, right: Answer) -> str:
    if not claim.compare:
        return kind_difference(got.value, right.value)
    return difference(got.value, right.value, claim.rtol, claim.atol, call)


def _gradient_difference(claim: Claim, call: Call, got: Answer, right: Answer) -> str:
    for name in call.wrt:
        a, b = got.grads.get(name), right.grads.get(name)
        label = _argument(call, name)
        if b is None and isinstance(a, torch.Tensor) and a.abs().max() > 0:
            return f"A gradient flows into {label}, and none should."
        if isinstance(b, torch.Tensor) and a is None:
            return f"No gradient reaches {label}."
        found = difference(a, b, claim.rtol, claim.atol) if isinstance(b, torch.Tensor) else ""
        if found:
            return f"The gradient of {label} is wrong. {found}"
    return ""


def _argument(call: Call, where: Where) -> str:
    if not isinstance(where, tuple):
        return f"argument {where + 1}" if isinstance(where, int) else f"`{where}`"
    return f"`{where[-1]}` in {_argument(call, where[0])}"


def agree(one: Trace, other: Trace, claim: Claim) -> bool:
    """Did both do the same: values, gradients, changed inputs, or the same kind of error?"""
    if len(one.answers) != len(other.answers) or bool(one.broken) != bool(other.broken):
        return False
    for a, b, call in zip(one.answers, other.answers, one.calls, strict=True):
        if isinstance(a, Ended) or isinstance(b, Ended):
            return False
        if a.raised or b.raised:
            if not (a.raised and b.raised and a.raised.type == b.raised.type):
                return False
            continue
        if bool(a.changed) != bool(b.changed):
            return False
        if difference(a.value, b.value, claim.rtol, claim.atol):
            return False
        if _gradient_difference(claim, call, a, b) or _gradient_difference(claim, call, b, a):
            return False
    return True


def inputs_of(trace: Trace) -> str:
    """The inputs of the last call, for the report."""
    if not trace.calls:
        return ""
    call = trace.calls[-1]
    parts = [describe(value) for value in call.args]
    parts += [f"{name}={describe(value)}" for name, value in call.kwargs.items()]
    return f"{call.entry or ''}({', '.join(parts)})"


def copied(value: Any) -> Any:
    """Deep copy; tensors keep their strides."""
    if isinstance(value, torch.Tensor):
        return value.detach().clone()
    if type(value) in (list, tuple):
        return type(value)(copied(item) for item in value)
    return {k: copied(v) for k, v in value.items()} if type(value) is dict else copy.copy(value)


def _plain(value: Any) -> Any:
    if isinstance(value, torch.Tensor):
        return value.detach()
    if type(value) in (list, tuple):
        return type(value)(_plain(item) for item in value)
    return {k: _plain(v) for k, v in value.items()} if type(value) is dict else value


Driver = Callable[[Claim], Trace]
