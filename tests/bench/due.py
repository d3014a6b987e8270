"""`tutor due` against a bare `python -c "import sqlite3"`; designed for at most 3x."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 21


def seconds(command: list[str], env: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=env, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    tutor = Path(sys.executable).with_name("tutor")
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "TUTOR_HOME": home}
        subprocess.run(
            [tutor, "study", "--plain"],
            env=env,
            input=b"\n3\n",
            check=True,
            capture_output=True,
        )
        ours, bare = [], []
        for _ in range(RUNS):
            bare.append(seconds([sys.executable, "-c", "import sqlite3"], env))
            ours.append(seconds([str(tutor), "due"], env))
    ratio = statistics.median(a / b for a, b in zip(ours, bare, strict=True))
    print(f"tutor due              {statistics.median(ours) * 1e3:7.1f} ms")
    print(f"python, import sqlite3 {statistics.median(bare) * 1e3:7.1f} ms")
    print(f"ratio                  {ratio:7.2f}    (designed for at most 3)")


if __name__ == "__main__":
    main()
