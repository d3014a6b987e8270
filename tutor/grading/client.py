"""The app's side of grading: one examiner process, started when first needed, always reaped."""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from tutor.content.exercises import Exercise
from tutor.errors import GradingError
from tutor.grading.report import Report

_LINE = 64 * 2**20


class Grader:
    """Grades submissions. Use one per app; `close` it, or use it as an async context manager."""

    def __init__(self, seeds: random.Random | None = None) -> None:
        self._process: asyncio.subprocess.Process | None = None
        self._lock = asyncio.Lock()
        self._seeds = seeds or random.SystemRandom()

    async def __aenter__(self) -> Grader:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def start(self) -> None:
        """Start and warm the examiner, so that the first grading is quick."""
        await self.layers()

    async def grade(self, exercise: Exercise, source: str, *, seed: int | None = None) -> Report:
        """Grade a submission. Raises `GradingError` only when the grader itself fails."""
        seed = self._seeds.randrange(1_000_000) if seed is None else seed
        order = {
            "do": "grade",
            "folder": str(exercise.folder.absolute()),
            "source": source,
            "seed": seed,
        }
        return Report.from_json(json.dumps(await self._ask(order)))

    async def prove(self, exercise: Exercise, styles: list[Path], *, seed: int = 1) -> list[str]:
        """Problems of an exercise; none when it is proved both ways."""
        folder = str(exercise.folder.absolute())
        paths = [str(path.absolute()) for path in styles]
        return await self._ask({"do": "prove", "folder": folder, "styles": paths, "seed": seed})

    async def survivors(self, exercise: Exercise, *, seed: int = 1) -> dict[str, Any]:
        """`mutants`: the names of all; `survivors`: name and line of those no claim catches."""
        folder = str(exercise.folder.absolute())
        return await self._ask({"do": "survivors", "folder": folder, "seed": seed})

    async def snippet(self, code: str, *, seconds: float = 10.0) -> tuple[str, str]:
        """What a piece of code prints within this time, and a problem or ""."""
        reply = await self._ask({"do": "snippet", "code": code, "seconds": seconds})
        return reply["printed"], reply["problem"]

    async def layers(self) -> dict[str, str]:
        """Protection layer -> `active`, or why it is missing."""
        return await self._ask({"do": "layers"})

    async def close(self) -> None:
        """Kill the examiner with all its processes and wait for it."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
        process.stdin.close()
        process._transport.close()

    async def _ask(self, order: dict[str, Any]) -> Any:
        async with self._lock:
            try:
                return await self._answered(order)
            except asyncio.CancelledError:
                await asyncio.shield(self.close())
                raise

    async def _answered(self, order: dict[str, Any]) -> Any:
        """The examiner's answer. One that died meanwhile, of whatever, is replaced once."""
        for last in (False, True):
            try:
                return await self._exchange(order)
            except (OSError, EOFError, ValueError) as problem:
                await self.close()
                if last:
                    said = f"The grader stopped unexpectedly ({type(problem).__name__})."
                    raise GradingError(
                        said, todo="`tutor doctor` looks for the cause."
                    ) from problem
        raise AssertionError("unreachable")

    async def _exchange(self, order: dict[str, Any]) -> Any:
        process = await self._running()
        process.stdin.write(json.dumps(order).encode() + b"\n")
        await process.stdin.drain()
        line = await process.stdout.readline()
        if not line:
            raise EOFError
        reply = json.loads(line)
        if "error" in reply:
            raise GradingError(reply["error"])
        return reply["ok"]

    async def _running(self) -> asyncio.subprocess.Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-P",
                "-m",
                "tutor.grading.examiner",
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                env={**os.environ, "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"},
                limit=_LINE,
                start_new_session=True,
            )
        return self._process
