"""Hostile and broken submissions: each gets its verdict, and an honest run afterwards still passes."""

import pytest

from tutor.content.exercises import Limits
from tutor.grading.outcome import Answer, Ended, Odd, Raised, Request

HONEST = "import torch\ndef f(x):\n    return torch.relu(x) * 2\n"


def outcome(zygote, source, *args, seconds=1.0, forbidden=()):
    limits = Limits(seconds, 256)
    with zygote.candidate(source, limits=limits, forbidden=forbidden, filename="s.py") as one:
        result = one.load() or one.call(Request("f", args))
        return result, one.end()


@pytest.fixture(autouse=True)
def honest_run_still_works(zygote):
    import torch

    yield
    answer, _ = outcome(zygote, HONEST, torch.tensor([-1.0, 3.0]))
    assert answer.value.tolist() == [0.0, 6.0]


RAISING = {
    "sys.exit at import": ("import sys; sys.exit(0)", "SystemExit"),
    "sys.exit in the call": ("import sys\ndef f(): sys.exit(0)", "SystemExit"),
    "reads the password file": ("def f(): return open('/etc/passwd').read()", "PermissionError"),
    "lists the home folder": ("import os\ndef f(): return os.listdir('/root')", "PermissionError"),
    "reads its parent's memory": (
        "import os\ndef f(): return open(f'/proc/{os.getppid()}/mem','rb').read(1)",
        "PermissionError",
    ),
    "writes a file": ("def f(): open('/tmp/x-tutor', 'w').write('x')", "PermissionError"),
    "forks": ("import os\ndef f(): return os.fork()", "PermissionError"),
    "starts a program": ("import subprocess\ndef f(): subprocess.run(['ls'])", "PermissionError"),
    "opens a socket": ("import socket\ndef f(): socket.socket()", "PermissionError"),
    "changes a file's mode": (
        "import os\ndef f(): os.chmod('/dev/null', 0o600)",
        "PermissionError",
    ),
    "changes a file's owner": (
        "import os\ndef f(): os.chown('/dev/null', 1, 1)",
        "PermissionError",
    ),
    "changes a file's times": ("import os\ndef f(): os.utime('/dev/null')", "PermissionError"),
    "sets an attribute": (
        "import os\ndef f(): os.setxattr('/dev/null', 'user.x', b'1')",
        "PermissionError",
    ),
    "makes a link": ("import os\ndef f(): os.symlink('/etc', '/tmp/x-tutor')", "PermissionError"),
    "raises its memory limit": (
        "import resource\ndef f(): resource.setrlimit(resource.RLIMIT_AS, (-1, -1))",
        "ValueError",
    ),
    "limits its parent": (
        "import os, resource\ndef f(): resource.prlimit(os.getppid(), resource.RLIMIT_CPU, (1, 1))",
        "PermissionError",
    ),
    "has signals sent by a pipe": (
        "import fcntl, os\ndef f(): fcntl.fcntl(3, fcntl.F_SETOWN, os.getppid())",
        "PermissionError",
    ),
    "kills its parent": ("import os\ndef f(): os.kill(os.getppid(), 9)", "PermissionError"),
    "kills everybody": ("import os\ndef f(): os.kill(-1, 9)", "PermissionError"),
    "fills memory": ("def f(): return bytearray(10**10)", "MemoryError"),
    "asks for a 40 GB tensor": (
        "import torch\ndef f(): return torch.zeros(10**10)",
        "RuntimeError",
    ),
    "recurses for ever": ("def f(): return f()", "RecursionError"),
    "defines nothing": ("", "NameError"),
}


@pytest.mark.parametrize("name", RAISING)
def test_what_is_not_allowed_raises_inside_the_submission(zygote, name):
    source, error = RAISING[name]
    result, _ = outcome(zygote, source)
    raised = result if isinstance(result, Raised) else result.raised
    assert raised.type == error


ENDING = {
    "os._exit at import": ("import os; os._exit(0)", "exit"),
    "os._exit in the call": ("import os\ndef f(): os._exit(0)", "exit"),
    "loops": ("def f():\n while True: pass", "timeout"),
    "loops and swallows everything": (
        "def f():\n while True:\n  try:\n   while True: pass\n  except BaseException: pass",
        "timeout",
    ),
    "ignores signals": (
        "import signal\nfor n in range(1, 30):\n try: signal.signal(n, signal.SIG_IGN)\n"
        " except Exception: pass\ndef f():\n while True: pass",
        "timeout",
    ),
    "hangs inside C": ("def f(): return (10**9)**(10**9)", "timeout"),
    "segfaults": ("import ctypes\ndef f(): ctypes.string_at(0)", "signal"),
    "closes everything": ("import os\ndef f(): os.closerange(0, 99)", ("exit", "garbled")),
    "closes the reply pipe and stays": (
        "import os, time\ndef f():\n os.close(4)\n while True: time.sleep(1)",
        "garbled",
    ),
    "answers before it is asked": (
        "import os, json, struct\nh = json.dumps(['dict', []]).encode()\n"
        "os.write(4, struct.pack('<IQ', len(h), 0) + h)",
        "garbled",
    ),
    "sends bytes too many": (
        "import os, json, struct\nh = json.dumps(['const', None]).encode()\n"
        "def f(): os.write(4, struct.pack('<IQ', len(h), 3) + h + b'abc')",
        "garbled",
    ),
    "sends a tensor larger than its bytes": (
        "import os, json, struct\nh = json.dumps(['tensor', 'float32', [9], 0, [0]]).encode()\n"
        "def f(): os.write(4, struct.pack('<IQ', len(h), 0) + h)",
        "garbled",
    ),
    "writes garbage to the pipe": (
        "import os\ndef f():\n os.write(4, b'\\xff' * 4096); os._exit(0)",
        "garbled",
    ),
    "promises a 4 GB reply": (
        "import os\ndef f():\n os.write(4, b'\\xff\\xff\\xff\\xff' + b'\\0' * 8); os._exit(0)",
        "garbled",
    ),
}


@pytest.mark.parametrize("name", ENDING)
def test_how_a_candidate_ended_is_seen_from_outside(zygote, name):
    source, how = ENDING[name]
    _, ended = outcome(zygote, source, seconds=0.6)
    assert isinstance(ended, Ended)
    assert ended.how in ([how] if isinstance(how, str) else how)


def test_a_flood_of_output_is_capped_and_counted(zygote):
    _, ended = outcome(zygote, "def f():\n while True: print('x' * 10000)", seconds=1.0)
    assert len(ended.output) <= 64 * 1024
    assert ended.output_dropped > 0
    assert ended.how in ("garbled", "timeout")


ODD = {
    "numpy array": "import numpy\ndef f(): return numpy.zeros(3)",
    "generator": "def f(): return (n for n in range(3))",
    "parameter": "import torch\ndef f(): return torch.nn.Parameter(torch.zeros(2))",
    "object equal to everything": "class A:\n def __eq__(self, o): return True\ndef f(): return A()",
    "tensor subclass": "import torch\nclass T(torch.Tensor): pass\n"
    "def f(): return torch.zeros(2).as_subclass(T)",
}


@pytest.mark.parametrize("name", ODD)
def test_only_exact_plain_types_come_back_as_values(zygote, name):
    answer, _ = outcome(zygote, ODD[name])
    assert isinstance(answer, Answer)
    assert isinstance(answer.value, Odd)


BANNED = {
    "by name": "F.scaled_dot_product_attention(x, x, x)",
    "by getattr": "getattr(F, 'scaled_dot_' + 'product_attention')(x, x, x)",
    "by aten": "torch.ops.aten.scaled_dot_product_attention(x, x, x)",
    "in three dimensions": "F.scaled_dot_product_attention(x[0], x[0], x[0])",
    "by the internal table": "torch._C._nn.scaled_dot_product_attention(x, x, x)",
    "as a module": "torch.nn.MultiheadAttention(4, 1).eval()(x[0], x[0], x[0])[0]",
}


@pytest.mark.parametrize("name", BANNED)
def test_a_forbidden_operation_is_caught_under_every_name(zygote, name):
    import torch

    source = f"import torch\nimport torch.nn.functional as F\ndef f(x): return {BANNED[name]}"
    banned = ("scaled_dot_product_attention", "multi_head_attention_forward")
    _, ended = outcome(zygote, source, torch.randn(2, 2, 3, 4), forbidden=banned, seconds=5)
    assert ended.how == "forbidden"


def test_an_allowed_softmax_is_not_caught_with_it(zygote):
    import torch

    source = "def f(x): return (x @ x.transpose(-1, -2)).softmax(-1) @ x"
    banned = ("scaled_dot_product_attention", "multi_head_attention_forward")
    answer, _ = outcome(zygote, source, torch.randn(2, 3, 4), forbidden=banned, seconds=5)
    assert answer.value.shape == (2, 3, 4)


def test_inputs_changed_in_place_are_named(zygote):
    import torch

    answer, _ = outcome(zygote, "def f(x):\n x += 1\n return x", torch.zeros(2))
    assert answer.changed == (0,)


def test_a_candidate_cannot_outlive_the_grader(zygote):
    source = "import ctypes\ndef f():\n    return ctypes.CDLL(None).prctl(1, 0, 0, 0, 0)"
    answer, _ = outcome(zygote, source)
    assert answer.value == -1


def test_root_has_no_rights_left(zygote):
    source = "import ctypes\ndef f():\n    h = (ctypes.c_uint32 * 2)(0x20080522, 0)\n"
    source += (
        "    d = (ctypes.c_uint32 * 6)()\n    ctypes.CDLL(None).capget(h, d)\n    return list(d)"
    )
    answer, _ = outcome(zygote, source)
    assert answer.value == [0] * 6


def test_the_handle_of_a_ban_cannot_be_found(zygote):
    import torch

    source = """
import gc
from tutor.grading.candidate.layers import bans
def f(x):
    for thing in [*gc.get_objects(), *vars(bans).values()]:
        if type(thing).__name__ == "_DispatchModule" and hasattr(thing, "reset"):
            thing.reset()
    return x.softmax(-1)
"""
    _, ended = outcome(zygote, source, torch.zeros(3), forbidden=("softmax",), seconds=5)
    assert ended.how == "forbidden"


def test_an_operation_that_does_not_exist_cannot_be_forbidden_silently(zygote):
    _, ended = outcome(zygote, "def f(): return 1", forbidden=("sotfmax",))
    assert any("sotfmax" in missing for missing in ended.not_checked)


def test_layers_that_are_missing_are_told_before_learner_code_runs(zygote):
    source = (
        "from tutor.grading.candidate import wire\nwire.pack = lambda v: b''\ndef f(): return 1"
    )
    _, ended = outcome(zygote, source)
    assert ended.not_checked == zygote.missing


def test_a_transposed_argument_arrives_transposed(zygote):
    import torch

    source = "def f(x): return [x.is_contiguous(), list(x.stride())]"
    answer, _ = outcome(zygote, source, torch.randn(3, 5).mT)
    assert answer.value == [False, [1, 5]]
    back, _ = outcome(zygote, "def f(x): return x.mT", torch.arange(6.0).reshape(2, 3))
    assert back.value.tolist() == [[0, 3], [1, 4], [2, 5]]
