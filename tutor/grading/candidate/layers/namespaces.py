"""A network namespace of its own: nothing to connect to, even if a socket could be made."""

from __future__ import annotations

import ctypes
import os
import sys

_NEWUSER, _NEWNET, _NEWIPC = 0x10000000, 0x40000000, 0x08000000


def apply() -> str:
    if sys.platform != "linux":
        return "namespaces exist on Linux only"
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_NEWNET | _NEWIPC) == 0 or libc.unshare(_NEWUSER | _NEWNET | _NEWIPC) == 0:
        return ""
    return f"namespaces are not allowed here ({os.strerror(ctypes.get_errno())})"
