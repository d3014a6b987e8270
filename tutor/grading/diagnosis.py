"""Which known mistake explains what a candidate did."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.grading.claims import Claim
from tutor.grading.judge import InProcess, Trace, agree, drive, failure
from tutor.grading.material import Material
from tutor.grading.report import Diagnosis, Verdict


@dataclass(frozen=True)
class Seen:
    """One claim as it went: what the candidate did, what is right, and the verdict."""

    claim: Claim
    got: Trace | None
    expected: Trace | None
    verdict: Verdict

    @property
    def comparable(self) -> bool:
        return self.got is not None and self.expected is not None and not alone(self.claim)


def alone(claim: Claim) -> bool:
    """Does the claim need a process of its own, measured from outside?"""
    return claim.speed is not None or claim.memory_mb is not None


def diagnose(material: Material, seen: list[Seen], seed: int) -> Diagnosis | None:
    """The mistake that agrees with every failed claim, else one that explains some of them."""
    failed = [one for one in seen if one.verdict not in (Verdict.PASS, Verdict.NOTHING)]
    if not failed:
        return None
    special = _special(material, failed)
    if special:
        return special
    best: tuple[int, int, str] | None = None
    for name, info in material.exercise.mistakes.items():
        if info.breaks != "values":
            continue
        explained, consistent = _explains(material, name, seen, seed)
        if explained and (best is None or (consistent, explained) > best[:2]):
            best = (consistent, explained, name)
    return _diagnosis(material, best[2], sure=bool(best[0])) if best else None


def _special(material: Material, failed: list[Seen]) -> Diagnosis | None:
    """Speed, memory and forbidden operations are told by how the claim failed."""
    verdicts = {one.verdict for one in failed}
    if verdicts == {Verdict.FORBIDDEN}:
        kind = "forbidden"
    elif all(one.claim.speed is not None for one in failed):
        kind = "speed"
    elif all(alone(one.claim) for one in failed):
        kind = "memory"  # what takes too much memory is often slow as well
    else:
        return None
    names = [n for n, info in material.exercise.mistakes.items() if info.breaks == kind]
    return _diagnosis(material, names[0], sure=len(names) == 1) if names else None


def _explains(material: Material, name: str, seen: list[Seen], seed: int) -> tuple[int, int]:
    """How many failed claims it explains, and whether it fits all claims."""
    best = (0, 0)
    for namespace in material.mistaken(name):
        explained, fits = _fits(material, InProcess(namespace), seen, seed)
        best = max(best, (explained, fits), key=lambda found: (found[1], found[0]))
        if fits and explained:
            break
    return best


def _fits(material: Material, callee: InProcess, seen: list[Seen], seed: int) -> tuple[int, int]:
    entry = material.exercise.entries[0]
    explained, fits = 0, True
    for one in seen:
        if not one.comparable:
            fits = fits and (one.verdict is Verdict.PASS or alone(one.claim))
            continue
        trace = drive(one.claim, seed, entry, callee)
        if one.verdict is Verdict.PASS:
            fits = fits and not _fails(one.claim, trace, one.expected)
        elif agree(one.got, trace, one.claim) and _fails(one.claim, trace, one.expected):
            explained += 1
        else:
            fits = False
    return explained, int(fits)


def _fails(claim: Claim, trace: Trace, expected: Trace) -> bool:
    return bool(failure(claim, trace, expected))


def _diagnosis(material: Material, name: str, *, sure: bool) -> Diagnosis:
    info = material.exercise.mistakes[name]
    return Diagnosis(name, material.explanation(name), info.cards, sure)
