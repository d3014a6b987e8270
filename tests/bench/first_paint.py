"""First paint of `tutor` against an empty Textual app with Header and Footer.

Both run in a pseudo-terminal of 80x24. "First paint" is the moment at which the text that proves it
(the name of the app in its header) has arrived. Designed for at most 1.25x with 1,000 cards and 1.5x
with 100,000.
"""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

RUNS = 9
EMPTY = """
from textual.app import App
from textual.widgets import Footer, Header
class Empty(App):
    TITLE = "tutor"
    BINDINGS = [("q", "quit", "Quit")]
    def compose(self):
        yield Header()
        yield Footer()
Empty().run()
"""


def first_paint(command: list[str], env: dict[str, str], mark: bytes) -> float:
    """Seconds from the start of the process until `mark` was drawn."""
    start = time.perf_counter()
    pid, fd = pty.fork()
    if pid == 0:
        os.execvpe(command[0], command, env)
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    seen = b""
    while mark not in seen:
        if not select.select([fd], [], [], 30)[0]:
            raise SystemExit(f"nothing was drawn by {command}")
        seen += os.read(fd, 65536)
    took = time.perf_counter() - start
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(fd)
    return took


def write_decks(home: Path, number: int) -> None:
    """`number` cards in decks of 1,000, in the learner's own folder."""
    for deck in range(number // 1000):
        name = f"training/{deck + 50:03d}-bench"
        path = home / "decks" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = f"deck: {name}\ntitle: Bench {deck}\narticle: Bench\nabout: Bench.\ncards:\n"
        cards = (
            f"  - id: c{n}\n    ask: What is {n}?\n    answer: It is {n}.\n    derived: true\n"
            for n in range(1000)
        )
        path.write_text(head + "".join(cards), encoding="utf-8")


def main() -> None:
    tutor = str(Path(sys.executable).with_name("tutor"))
    for number, goal in ((1000, 1.25), (100_000, 1.5)):
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            write_decks(home, number)
            (home / "welcomed").touch()
            env = {**os.environ, "TUTOR_HOME": folder, "TERM": "xterm-256color", "LINES": "24"}
            pairs = []
            for _ in range(RUNS):
                empty = first_paint([sys.executable, "-c", EMPTY], env, b"tutor")
                pairs.append((first_paint([tutor], env, b"tutor"), empty))
        ours, empty = (statistics.median(column) for column in zip(*pairs, strict=True))
        ratio = statistics.median(a / b for a, b in pairs)
        print(
            f"tutor with {number:,} cards {ours * 1e3:6.0f} ms, empty app {empty * 1e3:6.0f} ms",
            end="",
        )
        print(f", ratio {ratio:.2f} (designed for at most {goal})")


if __name__ == "__main__":
    main()
