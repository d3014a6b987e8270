"""Resource limits and the allocator setting that makes peak memory measurable."""

from __future__ import annotations

import ctypes
import resource
import sys
from pathlib import Path


def apply(memory_mb: int, cpu_seconds: int) -> str:
    """Address space on top of what the process has, processor time, files, cores."""
    _limit(resource.RLIMIT_CPU, cpu_seconds)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_NOFILE, 64)
    if sys.platform != "linux":
        return "this system cannot cap a process's address space"
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    _limit(resource.RLIMIT_AS, pages * resource.getpagesize() + memory_mb * 2**20)
    return ""


def return_freed_memory() -> None:
    """Blocks of 1 MiB and more go straight back to the system, so that a peak is a real one."""
    if sys.platform == "linux":
        m_mmap_threshold = -3
        ctypes.CDLL(None).mallopt(m_mmap_threshold, 2**20)


def _limit(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (value, value))
