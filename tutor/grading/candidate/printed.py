"""What a candidate prints: the beginning is kept, the rest is counted."""

from __future__ import annotations

import os

KEPT = 64 * 1024
FLOOD = 256 * 2**20


class Printed:
    """Reads a candidate's output pipe without ever waiting for it."""

    def __init__(self, fd: int) -> None:
        os.set_blocking(fd, False)
        self.fd, self.dropped, self._kept = fd, 0, bytearray()

    def drain(self) -> bool:
        """Take what was printed; False once the candidate has closed its output."""
        for _ in range(64):
            try:
                part = os.read(self.fd, 1 << 16)
            except BlockingIOError:
                return True
            if not part:
                return False
            room = KEPT - len(self._kept)
            self._kept += part[:room]
            self.dropped += max(0, len(part) - room)
        return True

    @property
    def text(self) -> str:
        return bytes(self._kept).decode("utf-8", "replace")

    @property
    def is_flood(self) -> bool:
        return self.dropped > FLOOD
