"""First paint of `tutor`, and its home screen filled in, with all shipped decks against three.

Both runs are copies of the same package in folders of their own, in turn, in a terminal of 80x24.
"""

import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from first_paint import RUNS, first_paint

ROOT = Path(__file__).resolve().parents[2]
THREE = ["tokenization/02", "transformer/04", "post-training/05"]
MARKS = {"first paint": b"tutor", "home filled in": b"Enter starts"}


def checkout(folder: Path, decks: list[Path]) -> Path:
    """A copy of the package with these decks and all exercises."""
    skip = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "tutor", folder / "tutor", ignore=skip)
    shutil.copytree(ROOT / "exercises", folder / "exercises", ignore=skip)
    for deck in decks:
        target = folder / deck.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(deck, target)
    (folder / "home").mkdir()
    (folder / "home" / "welcomed").touch()
    return folder


def paint(folder: Path, mark: bytes) -> float:
    env = {**os.environ, "PYTHONPATH": str(folder), "TUTOR_HOME": str(folder / "home")}
    return first_paint(
        [sys.executable, "-P", "-m", "tutor.cli"], {**env, "TERM": "xterm-256color"}, mark
    )


def main() -> None:
    every = sorted((ROOT / "decks").glob("*/*.yaml"))
    few = [deck for deck in every if any(f"{name}-" in str(deck) for name in THREE)]
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        whole, three = checkout(Path(one), every), checkout(Path(two), few)
        for name, mark in MARKS.items():
            paint(whole, mark), paint(three, mark)  # compiled files, warm disk
            pairs = [(paint(whole, mark), paint(three, mark)) for _ in range(RUNS)]
            ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
            ratio = statistics.median(a / b for a, b in pairs)
            print(
                f"{name}: {len(every)} decks {ours * 1e3:.0f} ms, "
                f"{len(few)} decks {theirs * 1e3:.0f} ms, ratio {ratio:.2f}"
            )


if __name__ == "__main__":
    main()
