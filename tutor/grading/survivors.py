"""Which mutants of a reference no claim catches: proof, or lack of it, that claims are sharp."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from tutor.grading.candidate.host import Zygote
from tutor.grading.claims import Claim
from tutor.grading.diagnosis import alone
from tutor.grading.judge import InProcess, Trace, drive, failure
from tutor.grading.material import Material
from tutor.grading.mutation import Mutant, mutants

_LEAST_SECONDS = 1.0
_SLOWER = 20.0
"""A mutant that takes this many times as long as the reference is taken to run for ever."""

Passes = Callable[[str, int], bool]
"""Does a source text pass a full grading with this seed?"""


def survivors(material: Material, zygote: Zygote, passes: Passes, seed: int) -> dict[str, object]:
    """How many mutants there are, and those that pass with three seeds in a row.

    The first seed stops at the first claim that does not hold; what is left then gets two full
    gradings, with the claims about memory and speed.
    """
    every = mutants(material.exercise.text("reference.py"))
    sieve = _Sieve(material, zygote, seed)
    left = [
        mutant
        for mutant in every
        if not sieve.catches(mutant) and all(passes(mutant.source, seed + n) for n in (1, 2))
    ]
    return {
        "mutants": [mutant.name for mutant in every],
        "survivors": [{"name": mutant.name, "line": mutant.line} for mutant in left],
    }


class _Sieve:
    """The claims with what the reference answers, made once for all mutants."""

    def __init__(self, material: Material, zygote: Zygote, seed: int) -> None:
        self.material, self.zygote, self.seed = material, zygote, seed
        self.entry = material.exercise.entries[0]
        self.expected = list(self._expected())

    def _expected(self) -> Iterator[tuple[Claim, Trace, float]]:
        reference = InProcess(self.material.reference)
        for claim in self.material.claims:
            if alone(claim):
                continue
            started = time.monotonic()
            trace = drive(claim, self.seed, self.entry, reference)
            yield claim, trace, _LEAST_SECONDS + _SLOWER * (time.monotonic() - started)

    def catches(self, mutant: Mutant) -> bool:
        exercise = self.material.exercise
        with self.zygote.candidate(
            mutant.source,
            limits=exercise.limits,
            forbidden=exercise.forbidden,
            filename="reference.py",
        ) as candidate:
            if candidate.load() is not None:
                return True
            for claim, expected, seconds in self.expected:
                candidate.seconds = min(seconds, claim.seconds or exercise.limits.seconds)
                if _broken(claim, drive(claim, self.seed, self.entry, candidate), expected):
                    return True
        return False


def _broken(claim: Claim, got: Trace, expected: Trace) -> bool:
    if got.ended or not got.calls or (got.raised and not claim.raises):
        return True
    return bool(failure(claim, got, expected))
