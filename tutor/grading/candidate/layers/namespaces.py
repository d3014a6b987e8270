"""A network namespace of its own, with nothing to connect to, and no capabilities of root."""

from __future__ import annotations

import ctypes
import os
import struct
import sys

_NEWUSER, _NEWNET, _NEWIPC = 0x10000000, 0x40000000, 0x08000000


def apply() -> str:
    if sys.platform != "linux":
        return "namespaces exist on Linux only"
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_NEWNET | _NEWIPC) == 0 or libc.unshare(_NEWUSER | _NEWNET | _NEWIPC) == 0:
        return _drop_capabilities(libc)
    return f"namespaces are not allowed here ({os.strerror(ctypes.get_errno())})"


def _drop_capabilities(libc: ctypes.CDLL) -> str:
    """A candidate started by root keeps none of root's rights; see capabilities(7)."""
    version_3 = struct.pack("Ii", 0x20080522, 0)
    if libc.capset(version_3, bytes(24)) != 0:
        return f"capabilities could not be dropped ({os.strerror(ctypes.get_errno())})"
    return ""
