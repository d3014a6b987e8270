"""The examiner's side of candidates: start one, ask it for values, end it."""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import time
from collections.abc import Sequence
from typing import Any

from tutor.content.exercises import Limits
from tutor.errors import GradingError
from tutor.grading.candidate import wire, zygote
from tutor.grading.candidate.layers.bans import EXIT
from tutor.grading.candidate.printed import Printed
from tutor.grading.outcome import Answer, Ended, Raised, Request


class Gone(GradingError):
    """The zygote has died. It cannot be made again in a process that holds references."""


class Zygote:
    """Forks candidates. Make it before any reference is loaded."""

    def __init__(self) -> None:
        self.pid = 0
        self.idle_mb = self.idle_cpu = 0.0
        """Peak memory and processor seconds of a candidate that does nothing."""
        self.missing: tuple[str, ...] = ()
        self._control: socket.socket | None = None

    def start(self) -> None:
        """Warm torch and fork the zygote."""
        zygote.warm()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.pid = os.fork()
        if self.pid == 0:
            try:
                ours.close()
                zygote.serve(theirs)
            finally:
                os._exit(1)
        theirs.close()
        self._control = ours
        with self.candidate(
            "pass", limits=Limits(), forbidden=(), filename="idle", measure=True
        ) as c:
            c.load()
            self.missing = c.missing
            ended = c.end()
            self.idle_mb, self.idle_cpu = ended.peak_mb, ended.cpu_seconds

    def close(self) -> None:
        if self._control:
            self._control.close()
            self._control = None
        if self.pid:
            try:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
            except (ProcessLookupError, ChildProcessError):
                pass
            self.pid = 0

    def order(self, message: dict[str, Any], fds: Sequence[int] = ()) -> Any:
        if self._control is None:
            raise GradingError("The grader is not running.")
        try:
            socket.send_fds(self._control, [json.dumps(message).encode()], fds)
            return json.loads(self._control.recv(4096))
        except (OSError, ValueError) as problem:
            raise Gone("The grader's helper process is gone.", todo="Try again.") from problem

    def candidate(
        self,
        source: str,
        *,
        limits: Limits,
        forbidden: Sequence[str],
        filename: str,
        measure: bool = False,
    ) -> Candidate:
        return Candidate(self, source, limits, tuple(forbidden), filename, measure)

    def snippet(self, code: str, limits: Limits) -> tuple[str, Ended | Raised | None]:
        """Run code for what it prints."""
        with self.candidate(code, limits=limits, forbidden=(), filename="card") as candidate:
            problem = candidate.load()
            ended = candidate.end()
            return ended.output, problem

    def layers(self) -> dict[str, str]:
        """Layer -> `active`, or why it is missing."""
        names = ("network", "files", "forbidden operations", "memory limit", "system calls")
        missing = dict(text.split(": ", 1) for text in self.missing)
        return {name: missing.get(name, "active") for name in names}


class Candidate:
    """One process with one submission. Use as a context manager; it is always killed and reaped."""

    def __init__(
        self,
        zygote: Zygote,
        source: str,
        limits: Limits,
        forbidden: tuple[str, ...],
        filename: str,
        measure: bool,
    ) -> None:
        self.zygote, self.limits = zygote, limits
        self.missing: tuple[str, ...] = ()
        self._ended: Ended | None = None
        self._late = self._broken = ""
        self._closed = False
        self._number = 0
        self.seconds = limits.seconds
        """Wall clock for each exchange; a claim may set its own."""
        self._order = {
            "source": source,
            "filename": filename,
            "forbidden": list(forbidden),
            "memory_mb": limits.memory_mb,
            "cpu_seconds": 600,
            "measure": measure,
        }

    def __enter__(self) -> Candidate:
        pipes = [os.pipe() for _ in range(4)]
        (request_r, self._requests), (self._replies, reply_w) = pipes[0], pipes[1]
        (printed, output_w), (self._banned, banned_w) = pipes[2], pipes[3]
        self._printed = Printed(printed)
        theirs = (request_r, reply_w, output_w, banned_w)
        try:
            self.pid = self.zygote.order({"do": "fork"}, theirs)
        finally:
            for fd in theirs:
                os.close(fd)
        os.set_blocking(self._banned, False)
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def load(self) -> Raised | Ended | None:
        """Run the submission's top level."""
        fenced = self._exchange(self._order)
        loaded = fenced if isinstance(fenced, Ended) else self._awaited()
        try:
            if not isinstance(fenced, Ended):
                self.missing = tuple(map(str, fenced["missing"]))
            return loaded if isinstance(loaded, Ended) else _raised(loaded["raised"])
        except (KeyError, TypeError, ValueError):
            return self._garbled("the first reply makes no sense")

    def call(self, request: Request) -> Answer | Ended:
        """One call in the candidate."""
        started = time.monotonic()
        self._number += 1
        reply = self._exchange(
            {
                "number": self._number,
                "entry": request.entry,
                "args": tuple(request.args),
                "kwargs": dict(request.kwargs),
                "wrt": tuple(request.wrt),
                "upstream": request.upstream,
            }
        )
        if isinstance(reply, Ended):
            return reply
        try:
            if reply["number"] != self._number or len(reply["grads"]) not in (0, len(request.wrt)):
                return self._garbled("a reply to another question")
            return Answer(
                value=reply["value"],
                grads=dict(zip(request.wrt, reply["grads"], strict=False)),
                changed=tuple(reply["changed"]),
                raised=_raised(reply["raised"]),
                seconds=time.monotonic() - started,
            )
        except (KeyError, TypeError, ValueError):
            return self._garbled("a reply makes no sense")

    def end(self) -> Ended:
        """Kill, reap, and say how it ended."""
        if self._ended:
            return self._ended
        self._printed.drain()
        order = {"do": "reap", "pid": self.pid, "wait": 1.0 if self._closed else 0.0}
        status, cpu, peak_kib = self.zygote.order(order)
        self._printed.drain()
        how, detail = self._how(int(status))
        for fd in (self._requests, self._replies, self._printed.fd, self._banned):
            os.close(fd)
        self._ended = Ended(
            how=how,
            detail=detail,
            cpu_seconds=max(0.0, cpu - self.zygote.idle_cpu),
            peak_mb=max(0.0, peak_kib / 1024 - self.zygote.idle_mb),
            output=self._printed.text,
            output_dropped=self._printed.dropped,
            not_checked=self.missing,
        )
        return self._ended

    # -- inside ----------------------------------------------------------------

    def _exchange(self, message: Any) -> Any:
        """Send one frame and wait for one, reading what is printed meanwhile."""
        if self._ended:
            return self._ended
        return self._awaited(wire.pack(message))

    def _awaited(self, frame: bytes = b"") -> Any:
        """Wait for one frame, after sending one if there is one to send."""
        deadline = time.monotonic() + self.seconds
        try:
            self._send(frame, deadline)
            while not self._readable(deadline):
                if self._printed.is_flood:
                    self._broken = "more than 256 MiB of output"
                    return self.end()
            return wire.read(self._replies, deadline)
        except wire.Late:
            self._late = f"no answer after {self.seconds:g} seconds"
        except wire.Garbled as problem:
            self._broken = str(problem)
        except (wire.Closed, OSError):
            self._closed = True
        return self.end()

    def _send(self, frame: bytes, deadline: float) -> None:
        os.set_blocking(self._requests, False)
        view = memoryview(frame)
        while view:
            if time.monotonic() > deadline:
                raise wire.Late
            _, ready, _ = select.select([], [self._requests], [], 0.2)
            if ready:
                try:
                    view = view[os.write(self._requests, view[: 1 << 16]) :]
                except BlockingIOError:
                    continue

    def _readable(self, deadline: float) -> bool:
        left = deadline - time.monotonic()
        if left <= 0:
            raise wire.Late
        ready, _, _ = select.select([self._replies, self._printed.fd], [], [], left)
        if self._printed.fd in ready and not self._printed.drain() and self._replies not in ready:
            ready, _, _ = select.select([self._replies], [], [], max(0.0, left))
        return self._replies in ready

    def _garbled(self, what: str) -> Ended:
        self._broken = what
        return self.end()

    def _how(self, status: int) -> tuple[str, str]:
        try:
            banned = os.read(self._banned, 200).decode("utf-8", "replace").strip()
        except BlockingIOError:
            banned = ""
        if banned:
            return "forbidden", banned.split("\n")[0]
        if self._late:
            return "timeout", self._late
        if self._broken:
            return "garbled", self._broken
        if status == -1:
            return (
                ("garbled", "it closed its channel to the grader") if self._closed else ("done", "")
            )
        if os.WIFSIGNALED(status):
            number = os.WTERMSIG(status)
            return "signal", f"{signal.Signals(number).name} (signal {number})"
        code = os.WEXITSTATUS(status)
        return ("forbidden", "an operation") if code == EXIT else ("exit", str(code))


def _raised(raw: Any) -> Raised | None:
    if raw is None:
        return None
    return Raised(str(raw["type"]), str(raw["message"]), int(raw["line"]), str(raw["trace"]))
