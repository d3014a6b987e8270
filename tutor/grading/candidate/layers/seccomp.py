"""A seccomp filter of our own: no new processes, sockets, signals, tracing, mounts or changes to files
that Landlock does not see (modes, owners, times, attributes). See seccomp(2)."""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys

_ALLOW, _ERRNO = 0x7FFF0000, 0x00050000
_EPERM, _ENOSYS = 1, 38
_LD, _JEQ, _JGE, _JSET, _RET = 0x20, 0x15, 0x35, 0x45, 0x06
_THREAD = 0x00010000
_ARGUMENT = 16
"""Offset of the first system call argument; each has 8 bytes, the low half first."""
_OWN_SIGNALS = (8, 10, 15)
"""fcntl commands that let a descriptor send signals: F_SETOWN, F_SETSIG, F_SETOWN_EX."""
_PARENT_DEATH_SIGNAL = 1

_X86 = {
    "clone": 56, "clone3": 435, "prctl": 157, "fcntl": 72, "prlimit": 302, "arch": 0xC000003E,
    "deny": [57, 58, 59, 322, 41, 53, 42, 49, 50, 288, 43, 62, 200, 234, 129, 297, 101, 310, 311,
             165, 166, 155, 272, 308, 321, 298, 425, 426, 427, 248, 249, 250, 175, 313, 176, 169,
             304, 303, 323, 434, 424, 438, 428, 429, 430, 431, 432, 442, 134, 246, 320, 83, 82, 87, 84,
             90, 91, 268, 452, 92, 93, 94, 260, 132, 235, 280, 261, 188, 189, 190, 197, 198, 199, 463, 466,
             160, 86, 265, 88, 266, 133, 259, 264, 316, 263, 258, 76],
}  # fmt: skip
_ARM = {
    "clone": 220, "clone3": 435, "prctl": 167, "fcntl": 25, "prlimit": 261, "arch": 0xC00000B7,
    "deny": [221, 281, 198, 199, 203, 200, 201, 242, 202, 129, 130, 131, 138, 240, 117, 270, 271,
             40, 39, 41, 97, 268, 280, 241, 425, 426, 427, 217, 218, 219, 105, 273, 106, 142,
             265, 264, 282, 434, 424, 438, 428, 429, 430, 431, 432, 442, 34, 35,
             52, 53, 54, 55, 452, 88, 5, 6, 7, 14, 15, 16, 463, 466, 164, 37, 36, 33, 38, 276, 45],
}  # fmt: skip


def apply() -> str:
    if sys.platform != "linux":
        return "seccomp exists on Linux only"
    table = {"x86_64": _X86, "aarch64": _ARM}.get(platform.machine())
    if table is None:
        return f"no seccomp filter for {platform.machine()}"
    program = _program(table)
    libc = ctypes.CDLL(None, use_errno=True)
    buffer = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(buffer))
    libc.prctl(38, 1, 0, 0, 0)  # no new privileges
    if libc.prctl(22, 2, ctypes.c_char_p(header), 0, 0) != 0:
        return f"seccomp is not available ({os.strerror(ctypes.get_errno())})"
    return ""


def _program(table: dict) -> bytes:
    """Wrong architecture: refuse. clone: threads only. clone3: unknown, so libc falls back."""
    refuse = _step(_RET, _ERRNO | _EPERM)
    code = [_step(_LD, 4), _step(_JEQ, table["arch"], 1, 0), refuse, _step(_LD, 0)]
    if table is _X86:
        code += [_step(_JGE, 0x40000000, 0, 1), refuse]  # the x32 numbers
    code += [_step(_JEQ, table["clone3"], 0, 1), _step(_RET, _ERRNO | _ENOSYS)]
    code += _only(table["clone"], [_step(_LD, _ARGUMENT), _step(_JSET, _THREAD, 1, 0), refuse])
    code += _only(table["prctl"], _refusing(0, (_PARENT_DEATH_SIGNAL,)))
    code += _only(table["fcntl"], _refusing(1, _OWN_SIGNALS))
    code += _only(table["prlimit"], _reading_own_limits())
    for number in table["deny"]:
        code += [_step(_JEQ, number, 0, 1), refuse]
    return b"".join([*code, _step(_RET, _ALLOW)])


def _only(number: int, steps: list[bytes]) -> list[bytes]:
    """Steps for one system call; what passes them is allowed."""
    steps = [*steps, _step(_RET, _ALLOW)]
    return [_step(_JEQ, number, 0, len(steps)), *steps]


def _refusing(argument: int, values: tuple[int, ...]) -> list[bytes]:
    refuse = _step(_RET, _ERRNO | _EPERM)
    steps = [_step(_LD, _ARGUMENT + 8 * argument)]
    return steps + [part for value in values for part in (_step(_JEQ, value, 0, 1), refuse)]


def _reading_own_limits() -> list[bytes]:
    """prlimit for oneself (pid 0) without a new limit, which is how libc reads limits."""
    refuse, steps = _step(_RET, _ERRNO | _EPERM), []
    for offset in (_ARGUMENT, _ARGUMENT + 16, _ARGUMENT + 20):
        steps += [_step(_LD, offset), _step(_JEQ, 0, 1, 0), refuse]
    return steps


def _step(operation: int, value: int, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("HBBI", operation, yes, no, value)
