"""The zygote: a process that has imported torch once and forks one candidate per grading.

It is forked from the examiner before any reference is loaded, so no candidate can hold one. It
never runs learner code itself; it only forks, kills and reports how candidates ended.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import socket
import sys
import time
from pathlib import Path

from tutor.grading.candidate import child

_CHUNK = 4096


def warm() -> None:
    """Import and run once what would be slow in every candidate."""
    import importlib

    import torch
    from torch.utils._python_dispatch import TorchDispatchMode

    torch.set_num_threads(1)
    for name in (
        "collections",
        "functools",
        "heapq",
        "itertools",
        "math",
        "random",
        "re",
        "regex",
        "numpy",
    ):
        importlib.import_module(name)
    importlib.import_module("tutor.grading.gradients")  # its file is out of reach once fenced in

    class Nothing(TorchDispatchMode):
        def __torch_dispatch__(self, func, types, args=(), kwargs=None):  # type: ignore[no-untyped-def]
            return func(*args, **(kwargs or {}))

    x = torch.randn(3, 3, requires_grad=True)
    with Nothing():
        torch.nn.functional.log_softmax(x @ x, -1).sum().backward()


def serve(control: socket.socket) -> None:
    """Answer fork and reap orders until the examiner is gone. Never returns."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)  # die with the examiner
    while True:
        message, fds, _, _ = socket.recv_fds(control, _CHUNK, 4)
        if not message:
            os._exit(0)
        order = json.loads(message)
        if order["do"] == "fork":
            control.send(json.dumps(_fork(control, fds)).encode())
        else:
            control.send(json.dumps(_reap(order["pid"], order["wait"])).encode())


def _fork(control: socket.socket, fds: list[int]) -> int:
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            control.close()
            child.main(*fds)
        except BaseException:
            status = 70
        finally:
            os._exit(status)
    for fd in fds:
        os.close(fd)
    return pid


def _reap(pid: int, wait: float) -> list[float]:
    """Kill the candidate and its group; status, processor seconds, peak memory in KiB.

    One that has closed its pipe gets `wait` seconds to end by itself, so that its status is its own.
    """
    mapped = _mapped_files(pid)
    until = time.monotonic() + wait
    done, status, usage = os.wait4(pid, os.WNOHANG)
    while not done and time.monotonic() < until:
        time.sleep(0.002)
        done, status, usage = os.wait4(pid, os.WNOHANG)
    if not done:
        for kill in (os.killpg, os.kill):
            try:
                kill(pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                continue
        _, status, usage = os.wait4(pid, 0)
        status = -1
    peak = usage.ru_maxrss / 1024 if sys.platform == "darwin" else usage.ru_maxrss
    return [status, usage.ru_utime + usage.ru_stime, peak - mapped]


def _mapped_files(pid: int) -> int:
    """KiB of mapped files, which are libraries. How much of them counts as resident depends on what
    the system has cached, and not on what the code of a learner allocates. 0 where it is not told."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("RssFile:")), 0)
