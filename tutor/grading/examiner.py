"""The examiner process: holds references and cases, compares, and words the report.

Started by `client`; one JSON object per line in, one out. `python -m tutor.grading.examiner`.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tutor.errors import TutorError
from tutor.grading.candidate.host import Gone


class Examiner:
    """Answers orders. The zygote is forked before any exercise is loaded."""

    def __init__(self) -> None:
        from tutor.grading.candidate.host import Zygote

        self.zygote = Zygote()
        self.zygote.start()
        self._known: dict[str, tuple[tuple[int, ...], Any]] = {}

    def answer(self, order: dict[str, Any]) -> Any:
        match order["do"]:
            case "grade":
                material = self._material(order["folder"])
                return asdict(self._grade(material, order["source"], order["seed"]))
            case "prove":
                return self._prove(order)
            case "survivors":
                return self._survivors(order)
            case "snippet":
                return self._snippet(order["code"], order["seconds"])
            case "layers":
                return self.zygote.layers()
        raise ValueError(order["do"])

    def _grade(self, material: Any, source: str, seed: int) -> Any:
        from tutor.grading.grade import grade

        return grade(material, self.zygote, source, seed)

    def _prove(self, order: dict[str, Any]) -> list[str]:
        from tutor.grading.prove import prove

        material = self._material(order["folder"])
        styles = [Path(path) for path in order["styles"]]
        return list(
            prove(
                material,
                styles,
                lambda source, seed: self._grade(material, source, seed),
                order["seed"],
            )
        )

    def _survivors(self, order: dict[str, Any]) -> dict[str, Any]:
        from tutor.grading.survivors import survivors

        material = self._material(order["folder"])
        return survivors(
            material,
            self.zygote,
            lambda source, seed: self._grade(material, source, seed).passed,
            order["seed"],
        )

    def _snippet(self, code: str, seconds: float) -> dict[str, str]:
        from tutor.content.exercises import Limits
        from tutor.grading.outcome import Raised

        printed, problem = self.zygote.snippet(code, Limits(seconds, 1024))
        if isinstance(problem, Raised):
            return {
                "printed": printed,
                "problem": f"line {problem.line}: {problem.type}: {problem.message}",
            }
        return {"printed": printed, "problem": f"{problem.how} {problem.detail}" if problem else ""}

    def _material(self, folder: str) -> Any:
        """The exercise's files, loaded again only when one of them was saved."""
        from tutor.content.loader import load_exercise
        from tutor.grading.material import load_material

        path = Path(folder)
        stamp = tuple(p.stat().st_mtime_ns for p in sorted(path.iterdir()) if p.is_file())
        known = self._known.get(folder)
        if known is None or known[0] != stamp:
            self._known[folder] = (stamp, load_material(load_exercise(path)))
        return self._known[folder][1]


def main() -> None:
    """Serve until standard input ends, or the zygote does; the client then starts another examiner."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)  # die with the app
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    examiner: Examiner | None = None
    for line in sys.stdin:
        try:
            examiner = examiner or Examiner()
            reply = {"ok": examiner.answer(json.loads(line))}
        except Gone:
            break
        except TutorError as problem:
            reply = {"error": str(problem)}
        except ImportError as problem:
            reply = {"error": f"The grader cannot start: {problem}. Install the tutor again."}
        except Exception as problem:
            reply = {"error": f"The grader failed: {type(problem).__name__}: {problem}"}
        replies.write(json.dumps(reply) + "\n")
        replies.flush()
    if examiner:
        examiner.zygote.close()


if __name__ == "__main__":
    main()
