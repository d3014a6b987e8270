"""A report as lines of plain text."""

from __future__ import annotations

import textwrap

from tutor.grading.report import Report, Verdict

SIGNS = {Verdict.PASS: "✓", Verdict.NOTHING: "·"}


def lines(report: Report, width: int = 78) -> list[str]:
    """The whole report; the verdict is not repeated."""
    found = _message(report.message, width)
    if report.diagnosis:
        lead = "What happened: " if report.diagnosis.sure else "This explains a part of it: "
        found += ["", *_wrapped(lead + report.diagnosis.text, width)]
        if report.diagnosis.cards:
            found += _wrapped(f"Cards on this: {', '.join(report.diagnosis.cards)}", width)
    found.append("")
    for claim in report.claims:
        sign = SIGNS.get(claim.verdict, "✗")
        word = "" if claim.verdict is Verdict.PASS else f" [{claim.verdict}]"
        found += _wrapped(f"{sign} {claim.sentence}{word}", width, "  ")
        if claim.message and claim.verdict not in (Verdict.PASS, Verdict.NOTHING):
            found += _wrapped(claim.message, width, "    ", "    ")
            if claim.inputs:
                found += _wrapped(f"called with {claim.inputs}", width, "    ", "    ")
    if report.output:
        found += ["", "It printed:", *(f"  {line}" for line in report.output.splitlines()[:40])]
    if report.output_dropped:
        found.append(f"  … and {report.output_dropped:,} bytes more")
    for missing in report.not_checked:
        found += _wrapped(f"not checked on this machine: {missing}", width)
    return [*found, "", f"seed {report.seed}, {report.seconds:.2f} s"]


def _message(text: str, width: int) -> list[str]:
    """Sentences are wrapped; lines indented by four are code and stay as they are."""
    code = [line for line in text.split("\n") if line.startswith("    ")]
    words = " ".join(line for line in text.split("\n") if not line.startswith("    "))
    return [*_wrapped(words, width), *code]


def _wrapped(text: str, width: int, later: str = "", first: str = "") -> list[str]:
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=later) or [""]
