"""Inside a candidate: fence in, run the submission, answer requests with values, and stop.

Runs in a forked copy of the zygote. Nothing here holds references, cases or seeds.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import traceback
import types
from typing import Any

from tutor.grading.candidate import wire
from tutor.grading.candidate.layers import bans, landlock, limits, namespaces, seccomp

REQUESTS, REPLIES, OUTPUT, BANNED = 3, 4, 5, 6
"""File descriptors of a candidate; all others are closed."""


def main(requests: int, replies: int, output: int, banned: int) -> None:
    """Never returns."""
    os.setsid()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)  # die with the zygote
    _take_descriptors(requests, replies, output, banned)
    order = wire.read(REQUESTS)
    wire.write(
        REPLIES, wire.pack({"missing": _fence(order)})
    )  # before any learner code can forge it
    namespace, raised = _load(order["source"], order["filename"])
    wire.write(REPLIES, wire.pack({"raised": raised}))
    while True:
        request = wire.read(REQUESTS)
        reply = _answer(request, namespace, order["filename"])
        wire.write(REPLIES, wire.pack({**reply, "number": request["number"]}))


def _take_descriptors(*given: int) -> None:
    high = [os.dup2(fd, 100 + n) for n, fd in enumerate(given)]
    for n, fd in enumerate(high):
        os.dup2(fd, REQUESTS + n, inheritable=False)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(OUTPUT, 1)
    os.dup2(OUTPUT, 2)
    os.closerange(7, 4096)
    sys.stdin = open(0, closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", buffering=1, encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stdout
    os.chdir("/")


def _fence(order: dict[str, Any]) -> list[str]:
    if order["measure"]:
        limits.return_freed_memory()
    steps = (
        ("network", namespaces.apply),
        ("files", landlock.apply),
        ("forbidden operations", lambda: bans.apply(order["forbidden"], BANNED)),
        ("memory limit", lambda: limits.apply(order["memory_mb"], order["cpu_seconds"])),
        ("system calls", seccomp.apply),
    )
    found = []
    for name, apply in steps:
        try:
            missing = apply()
        except (OSError, ValueError, AttributeError, RuntimeError) as problem:
            missing = f"{type(problem).__name__}: {problem}"
        if missing:
            found.append(f"{name}: {missing}")
    return found


def _load(source: str, filename: str) -> tuple[dict[str, Any], dict[str, Any] | None]:
    module = types.ModuleType("solution")
    module.__file__ = filename
    sys.modules["solution"] = module
    try:
        exec(compile(source, filename, "exec"), module.__dict__)
    except BaseException as problem:
        return module.__dict__, _raised(problem, filename)
    finally:
        _flush()
    return module.__dict__, None


def _answer(request: dict[str, Any], namespace: dict[str, Any], filename: str) -> dict[str, Any]:
    import torch

    from tutor.grading.gradients import gradients, leaves_of

    if request["entry"] not in namespace:
        message = f"your file does not define `{request['entry']}`"
        raised = {"type": "NameError", "message": message, "line": 0, "trace": ""}
        return {"value": None, "grads": [], "changed": [], "raised": raised}
    args, kwargs = list(request["args"]), dict(request["kwargs"])
    before = [_copied(args), _copied(kwargs)]
    leaves = leaves_of(args, kwargs, request["wrt"])
    try:
        value = namespace[request["entry"]](*args, **kwargs)
        grads = gradients(value, leaves, request["upstream"])
    except BaseException as problem:
        return {"value": None, "grads": [], "changed": [], "raised": _raised(problem, filename)}
    finally:
        _flush()
    with torch.no_grad():
        changed = [n for n, old in enumerate(before[0]) if _differs(args[n], old)]
        changed += [n for n, old in before[1].items() if _differs(kwargs[n], old)]
    return {"value": value, "grads": grads, "changed": changed, "raised": None}


def _copied(values: Any) -> Any:
    import copy

    import torch

    if type(values) is dict:
        return {k: _copied(v) for k, v in values.items()}
    if type(values) in (list, tuple):
        return type(values)(_copied(v) for v in values)
    return values.detach().clone() if type(values) is torch.Tensor else copy.copy(values)


def _differs(now: Any, old: Any) -> bool:
    import torch

    if type(now) is not type(old):
        return True
    if type(old) is torch.Tensor:
        same = now.shape == old.shape and now.dtype == old.dtype
        return not (same and torch.equal(torch.nan_to_num(now.detach()), torch.nan_to_num(old)))
    if type(old) in (list, tuple):
        return len(now) != len(old) or any(_differs(a, b) for a, b in zip(now, old, strict=True))
    if type(old) is dict:
        return list(now) != list(old) or any(_differs(now[k], old[k]) for k in old)
    return now != old and old == old


def _raised(problem: BaseException, filename: str) -> dict[str, Any]:
    frames = [f for f in traceback.extract_tb(problem.__traceback__) if f.filename == filename]
    line = frames[-1].lineno if frames else 0
    if isinstance(problem, SyntaxError):
        line = problem.lineno or 0
    trace = "".join(f"  line {f.lineno}, in {f.name}\n" for f in frames[-8:])
    try:
        message = str(problem)[:2000]
    except BaseException:
        message = "(the exception has no message)"
    return {"type": type(problem).__name__, "message": message, "line": line or 0, "trace": trace}


def _flush() -> None:
    try:
        sys.stdout.flush()
    except BaseException:
        return
