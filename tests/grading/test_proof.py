"""Every shipped exercise is proved both ways, through the client a learner's screen uses."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tutor.content.loader import load_exercise
from tutor.errors import GradingError
from tutor.grading.client import Grader
from tutor.grading.report import Report, Verdict

ROOT = Path(__file__).resolve().parents[2]
SERIES = ["tokenization", "transformer", "efficient-attention", "training", "evaluation", "post-training"]  # fmt: skip


@pytest.mark.parametrize("series", SERIES)
def test_right_solutions_pass_and_each_mistake_is_diagnosed_as_itself(series):
    folder = ROOT / "exercises" / series
    done = subprocess.run(
        [sys.executable, "-m", "tutor.cli", "author", "check", folder],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    number = len(list(folder.glob("*/exercise.yaml")))
    assert done.stdout.strip() == f"0 decks, 0 cards, {number} exercises: no problems"
    assert done.returncode == 0


@pytest.fixture
def attention():
    return load_exercise(ROOT / "exercises/transformer/scaled-dot-product-attention")


async def test_a_seed_replays_the_same_inputs_and_another_gives_others(attention):
    async with Grader() as grader:
        wrong = attention.text("reference.py").replace("math.sqrt(q.shape[-1])", "1.0")
        first, again, other = [await grader.grade(attention, wrong, seed=n) for n in (5, 5, 6)]
    assert [c.inputs for c in first.claims] == [c.inputs for c in again.claims]
    assert [c.inputs for c in first.claims] != [c.inputs for c in other.claims]
    assert first.diagnosis.mistake == "without_scale"


@pytest.mark.parametrize(
    ("source", "verdict", "part"),
    [
        ("def scaled_dot_product_attention(:", Verdict.ERROR, ":1:"),
        ("x = 1\n\ty = = 2", Verdict.ERROR, ":2:"),
        ("x = (1 +* 2)", Verdict.ERROR, "\n    x = (1 +* 2)\n            ^"),
        ("# nothing yet\n", Verdict.ERROR, "the file is empty"),
        ("def scaled_dotproduct_attention(q, k, v): pass", Verdict.ERROR, "call it `scaled_dot_product_attention`"),
        ("x = 1", Verdict.ERROR, "does not define"),
        ("import os\nos.kill(os.getpid(), 9)\nos._exit(3)", Verdict.ERROR, ":2:"),
        ("import os\nos._exit(0)", Verdict.CRASH, "exit code 0"),
        ("import torch.nn.functional as F\nscaled_dot_product_attention = "
         "lambda q, k, v, mask=None: F.scaled_dot_product_attention(q, k, v)", Verdict.FORBIDDEN, ":2"),
        ("def scaled_dot_product_attention(q, k, v, mask=None): return q.numpy()", Verdict.WRONG, "numpy"),
    ],
)  # fmt: skip
async def test_bad_submissions_get_a_sentence_with_a_place(attention, source, verdict, part):
    async with Grader() as grader:
        report = await grader.grade(attention, source)
    assert report.verdict is verdict
    assert part in report.message
    assert Report.from_json(report.to_json()) == report


async def test_cancelling_a_grading_kills_it_and_the_next_one_works(attention):
    loop = "def scaled_dot_product_attention(*a):\n while True: pass"
    async with Grader() as grader:
        await grader.start()
        process = grader._process.pid
        task = asyncio.create_task(grader.grade(attention, loop))
        await asyncio.sleep(0.3)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
        assert (await grader.grade(attention, attention.text("reference.py"))).passed


async def test_a_grader_that_was_killed_is_started_again(attention):
    async with Grader() as grader:
        await grader.start()
        os.kill(grader._process.pid, signal.SIGKILL)
        assert (await grader.grade(attention, attention.text("reference.py"))).passed


async def test_a_helper_process_that_was_killed_is_started_again(attention):
    async with Grader() as grader:
        await grader.start()
        children = Path(f"/proc/{grader._process.pid}/task/{grader._process.pid}/children")
        os.kill(int(children.read_text().split()[0]), signal.SIGKILL)
        assert (await grader.grade(attention, attention.text("reference.py"))).passed


def test_nothing_of_a_grading_outlives_an_app_that_was_killed(tmp_path):
    app = """
import asyncio, sys
from pathlib import Path
from tutor.content.loader import load_exercise
from tutor.grading.client import Grader
async def main():
    grader = Grader()
    await grader.start()
    print(grader._process.pid, flush=True)
    await grader.grade(load_exercise(Path(sys.argv[1])), "while True: pass")
asyncio.run(main())
"""
    folder = ROOT / "exercises/transformer/scaled-dot-product-attention"
    run = subprocess.Popen([sys.executable, "-c", app, folder], stdout=subprocess.PIPE, text=True)
    examiner = int(run.stdout.readline())
    time.sleep(0.5)
    family = descendants(examiner)
    assert len(family) >= 3
    run.kill()
    run.wait()
    run.stdout.close()
    until = time.monotonic() + 5
    while (alive := [pid for pid in family if running(pid)]) and time.monotonic() < until:
        time.sleep(0.05)
    assert alive == []


def descendants(pid: int) -> list[int]:
    below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(found for child in below for found in descendants(int(child)))]


def running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


async def test_a_broken_exercise_is_said_with_file_and_line(attention, tmp_path):
    import shutil

    folder = tmp_path / "transformer" / "broken"
    shutil.copytree(attention.folder, folder)
    (folder / "reference.py").write_text("x = 1\ny = 1 / 0\n")
    async with Grader() as grader:
        with pytest.raises(GradingError, match=r"reference\.py:2"):
            await grader.grade(load_exercise(folder), "")
