"""The peak that a claim about memory sees: what is allocated, and not which libraries are cached."""

import sys

import pytest

from tutor.content.exercises import Limits
from tutor.grading.outcome import Answer, Request

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="mapped files are told apart by Linux only"
)


def peak(zygote, source):
    limits = Limits(10, 1024)
    with zygote.candidate(
        source, limits=limits, forbidden=(), filename="s.py", measure=True
    ) as one:
        answer = one.load() or one.call(Request("f", ()))
        assert isinstance(answer, Answer), answer
        return answer.value, one.end().peak_mb


def test_a_tensor_that_is_freed_again_counts(zygote):
    source = "import torch\ndef f():\n    x = torch.ones(64 * 2**18)\n    return float(x[0])"
    _, with_tensor = peak(zygote, source)
    _, without = peak(zygote, "import torch\ndef f():\n    return 1.0")
    assert 60 <= with_tensor - without <= 70


def test_pages_of_libraries_do_not_count(zygote):
    source = """
import mmap, os, torch
def f():
    folder = os.path.join(os.path.dirname(torch.__file__), "lib")
    name = max((os.path.join(folder, n) for n in os.listdir(folder)), key=os.path.getsize)
    with open(name, "rb") as file:
        pages = mmap.mmap(file.fileno(), 64 * 2**20, access=mmap.ACCESS_READ)
    f.kept = pages
    return sum(pages[at] > 0 for at in range(0, len(pages), 4096)) >= 0 and len(pages)
"""
    touched, needed = peak(zygote, source)
    assert touched == 64 * 2**20
    assert needed < 20
