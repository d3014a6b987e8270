"""Work for several graders at the same time, one process each."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

from tutor.grading.client import Grader

T = TypeVar("T")


async def spread(items: Iterable[T], jobs: int, do: Callable[[Grader, T], Awaitable[None]]) -> None:
    """Call `do` once for each item, in order of start, by `jobs` graders side by side."""
    waiting = list(items)[::-1]

    async def worker() -> None:
        async with Grader() as grader:
            while waiting:
                await do(grader, waiting.pop())

    await asyncio.gather(*(worker() for _ in range(min(jobs, len(waiting)))))
