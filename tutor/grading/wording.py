"""A report as lines of plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

from tutor.content.markdown import plain
from tutor.grading.report import ClaimResult, Diagnosis, Report, Verdict

SIGNS = {Verdict.PASS: "✓", Verdict.NOTHING: "·"}


def lines(report: Report, width: int = 78, title: Callable[[str], str] = str) -> list[str]:
    """The whole report; the verdict is not repeated. `title` words the key of a card."""
    found = _diagnosed(report.diagnosis, width, title) if report.diagnosis else []
    found += _message(report.message, width)
    found.append("")
    said: set[str] = set()
    for claim in report.claims:
        found += _claim(claim, width, claim.message in said or claim.message in report.message)
        said.add(claim.message)
    if report.output:
        found += ["", "It printed:", *(f"  {line}" for line in report.output.splitlines()[:40])]
    if report.output_dropped:
        found.append(f"  … and {report.output_dropped:,} bytes more")
    for missing in report.not_checked:
        found += _wrapped(f"not checked on this machine: {missing}", width)
    return [*found, "", f"seed {report.seed}, {report.seconds:.2f} s"]


def _diagnosed(diagnosis: Diagnosis, width: int, title: Callable[[str], str]) -> list[str]:
    lead = "What happened: " if diagnosis.sure else "This explains a part of it: "
    found = _wrapped(lead + " ".join(plain(diagnosis.text, 10_000).split()), width)
    if diagnosis.cards:
        found.append("These cards are about it, and come up next:")
        found += [
            row for key in diagnosis.cards for row in _wrapped(title(key), width, "    ", "  ")
        ]
    return [*found, ""]


def _claim(claim: ClaimResult, width: int, said: bool) -> list[str]:
    """A claim and, when it does not hold, why; reasons that were given before are not repeated."""
    word = "" if claim.verdict is Verdict.PASS else f" [{claim.verdict}]"
    found = _wrapped(f"{SIGNS.get(claim.verdict, '✗')} {claim.sentence}{word}", width, "  ")
    if claim.verdict in (Verdict.PASS, Verdict.NOTHING) or not claim.message:
        return found
    found += _wrapped("see above" if said else claim.message, width, "    ", "    ")
    if claim.inputs and claim.verdict is not Verdict.ERROR:
        found += _wrapped(f"called with {claim.inputs}", width, "    ", "    ")
    return found


def _message(text: str, width: int) -> list[str]:
    """Sentences are wrapped; lines indented by four are code and stay as they are."""
    code = [line for line in text.split("\n") if line.startswith("    ")]
    words = " ".join(line for line in text.split("\n") if not line.startswith("    "))
    return [*_wrapped(words, width), *code]


def _wrapped(text: str, width: int, later: str = "", first: str = "") -> list[str]:
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=later) or [""]
