"""A warm re-grade of the attention exercise, against a fresh process that imports torch and checks."""

import asyncio
import statistics
import subprocess
import sys
import time

from tutor.content.loader import load_exercise
from tutor.grading.client import Grader
from tutor.paths import find_paths

FRESH = """
import random, sys
from pathlib import Path
from tutor.content.loader import load_exercise
from tutor.grading.judge import InProcess, drive, failure
from tutor.grading.material import load_material
material = load_material(load_exercise(Path(sys.argv[1])))
for claim in material.claims:
    right = drive(claim, 1, material.exercise.entries[0], InProcess(material.reference))
    again = drive(claim, 1, material.exercise.entries[0], InProcess(material.reference))
    assert not failure(claim, again, right)
"""


async def warm(exercise) -> list[float]:
    times = []
    async with Grader() as grader:
        await grader.grade(exercise, exercise.text("reference.py"))
        for _ in range(15):
            start = time.perf_counter()
            assert (await grader.grade(exercise, exercise.text("reference.py"))).passed
            times.append(time.perf_counter() - start)
    return times


def main() -> None:
    folder = find_paths({}).material / "exercises/transformer/scaled-dot-product-attention"
    mine = statistics.median(asyncio.run(warm(load_exercise(folder)))) * 1e3
    fresh = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", FRESH, str(folder)], check=True)
        fresh.append(time.perf_counter() - start)
    other = statistics.median(fresh) * 1e3
    print(
        f"warm {mine:.0f} ms (at most 100), fresh process {other:.0f} ms, ratio {mine / other:.3f} (at most 0.1)"
    )


if __name__ == "__main__":
    main()
