"""Landlock: read only what Python and the libraries need; write nothing. See landlock(7)."""

from __future__ import annotations

import ctypes
import os
import site
import struct
import sys
import sysconfig
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446
_ALL = ((1 << 13) - 1, (1 << 14) - 1, (1 << 15) - 1)
"""Rights known to ABI 1, 2 and 3; 5 adds ioctl on devices."""
_EXECUTE, _READ_FILE, _READ_DIR = 1, 4, 8
_HIDDEN = {"tutor", "_material"}


def apply() -> str:
    if sys.platform != "linux":
        return "Landlock exists on Linux only"
    libc = ctypes.CDLL(None, use_errno=True)
    abi = libc.syscall(_CREATE, None, 0, 1)
    if abi < 1:
        return "this kernel has no Landlock"
    rights = _ALL[min(abi, 3) - 1] | ((1 << 15) if abi >= 5 else 0)
    attributes = struct.pack("QQQ", rights, 3 if abi >= 4 else 0, 3 if abi >= 6 else 0)
    size = 24 if abi >= 6 else 16 if abi >= 4 else 8
    ruleset = libc.syscall(_CREATE, attributes, size, 0)
    if ruleset < 0:
        return f"Landlock refused its rules ({os.strerror(ctypes.get_errno())})"
    for path in _readable():
        _allow(libc, ruleset, path)
    libc.prctl(38, 1, 0, 0, 0)  # no new privileges
    if libc.syscall(_RESTRICT, ruleset, 0) != 0:
        return f"Landlock could not be switched on ({os.strerror(ctypes.get_errno())})"
    os.close(ruleset)
    return ""


def _readable() -> list[str]:
    """The standard library and installed packages, but neither ours nor any material."""
    paths = sysconfig.get_paths()
    found = [
        Path(p) for p in ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/dev/null", "/dev/zero")
    ]
    found += [
        Path(p)
        for p in ("/dev/urandom", "/proc/self/statm", "/proc/cpuinfo", "/sys/devices/system/cpu")
    ]
    found += [Path("/etc/ld.so.cache"), Path("/usr/share/zoneinfo")]
    found += [Path(sys.base_prefix) / "lib", Path(paths["stdlib"])]
    packages = {Path(paths["purelib"]), Path(paths["platlib"]), *map(Path, site.getsitepackages())}
    inside = {folder for folder in packages if folder.is_dir()}
    parents = [p for p in found if not any(folder.is_relative_to(p) for folder in inside)]
    stdlib = [c for p in found if p not in parents and p.is_dir() for c in _children_but(p, inside)]
    libraries = [c for folder in inside for c in folder.iterdir() if not _ours(c)]
    return [str(p) for p in (*parents, *stdlib, *libraries) if p.exists()]


def _children_but(folder: Path, inside: set[Path]) -> list[Path]:
    """What lies in a folder, going down only where a package folder is somewhere below."""
    found = []
    for child in folder.iterdir():
        if child in inside:
            continue
        below = any(target.is_relative_to(child) for target in inside)
        found += _children_but(child, inside) if below else [child]
    return found


def _ours(path: Path) -> bool:
    return path.name in _HIDDEN or path.name.startswith(
        ("tutor-", "_tutor", "__editable__", "_editable")
    )


def _allow(libc: ctypes.CDLL, ruleset: int, path: str) -> None:
    try:
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    rights = _READ_FILE | _EXECUTE | (_READ_DIR if Path(path).is_dir() else 0)
    rule = struct.pack("=Qi", rights, handle)
    libc.syscall(_ADD, ruleset, 1, rule, 0)
    os.close(handle)
