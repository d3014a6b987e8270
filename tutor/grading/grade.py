"""One grading: check the text, drive every claim against candidates, find the cause, report."""

from __future__ import annotations

import ast
import difflib
import random
import time
from collections.abc import Sequence
from dataclasses import replace

from tutor.grading.candidate.host import Candidate, Zygote
from tutor.grading.claims import Claim
from tutor.grading.diagnosis import Seen, alone, diagnose
from tutor.grading.judge import InProcess, Trace, drive, failure, inputs_of
from tutor.grading.material import Material
from tutor.grading.outcome import Ended, Raised
from tutor.grading.report import ClaimResult, Report, Verdict

_NO_MEMORY = ("not enough memory", "can't allocate memory", "Cannot allocate memory")
_RESTARTS = 3
_LEAST_CPU = 0.05


def grade(material: Material, zygote: Zygote, source: str, seed: int) -> Report:
    """Grade one submission. The inputs follow from the seed, which no candidate sees."""
    return _Grading(material, zygote, source, seed).report()


class _Grading:
    def __init__(self, material: Material, zygote: Zygote, source: str, seed: int) -> None:
        self.material, self.zygote, self.source, self.seed = material, zygote, source, seed
        self.exercise = material.exercise
        self.file = f"{self.exercise.name.rpartition('/')[2]}.py"
        self.missing: tuple[str, ...] = ()
        self.output, self.dropped = "", 0
        self.results: dict[str, ClaimResult] = {}
        self.seen: dict[str, Seen] = {}

    def report(self) -> Report:
        started = time.monotonic()
        unreadable = self._unreadable()
        if unreadable:
            return self._finished(started, Verdict.ERROR, unreadable)
        self._together([claim for claim in self._shuffled() if not alone(claim)])
        broken = self._first_broken()
        if broken is None:
            for claim in self.material.claims:
                if alone(claim):
                    self._measured(claim)
        broken = self._first_broken()
        verdict = broken.verdict if broken else Verdict.PASS
        checked = [r for r in self.results.values() if r.verdict is not Verdict.NOTHING]
        if not checked:
            verdict = Verdict.NOTHING
        return self._finished(started, verdict, self._headline(verdict, broken))

    # -- text ------------------------------------------------------------------

    def _unreadable(self) -> str:
        try:
            tree = ast.parse(self.source)
        except SyntaxError as problem:
            return f"{self.file}:{problem.lineno or 1}: this is not valid Python: {problem.msg}.{_caret(problem)}"
        except (ValueError, RecursionError, MemoryError) as problem:
            return f"{self.file}: this cannot be read as Python ({problem})."
        if not tree.body:
            return f"{self.file}: the file is empty. `tutor reset` (f4 in the screens) writes the starter again."
        return ""

    def _named_lines(self) -> str:
        """Where forbidden names stand in the text, for a kind message."""
        names = set(self.exercise.forbidden)
        lines = [
            node.lineno
            for node in ast.walk(ast.parse(self.source))
            if (isinstance(node, ast.Attribute) and node.attr in names)
            or (isinstance(node, ast.Name) and node.id in names and isinstance(node.ctx, ast.Load))
        ]
        return ", ".join(f"{self.file}:{line}" for line in sorted(set(lines)))

    # -- claims ----------------------------------------------------------------

    def _shuffled(self) -> list[Claim]:
        return random.Random(f"order:{self.seed}").sample(
            self.material.claims, len(self.material.claims)
        )

    def _together(self, claims: list[Claim]) -> None:
        """All ordinary claims in one candidate; a new one when it dies, a few times."""
        waiting = list(claims)
        for _ in range(_RESTARTS):
            if not waiting:
                return
            with self._candidate(self.source) as candidate:
                problem = candidate.load()
                if problem is not None:
                    ended = candidate.end()
                    self._note(ended)
                    self._not_loaded(waiting, ended if isinstance(problem, Ended) else problem)
                    return
                while waiting:
                    claim = waiting.pop(0)
                    candidate.seconds = claim.seconds or self.exercise.limits.seconds
                    trace = drive(claim, self.seed, self.exercise.entries[0], candidate)
                    self._judge(claim, trace, self._expected(claim))
                    if trace.ended and trace.ended.how == "timeout":
                        waiting.clear()
                    if trace.ended:
                        break
                self._note(candidate.end())

    def _expected(self, claim: Claim) -> Trace:
        return drive(claim, self.seed, self.exercise.entries[0], InProcess(self.material.reference))

    def _candidate(self, source: str, *, trusted: bool = False, measure: bool = False) -> Candidate:
        return self.zygote.candidate(
            source,
            limits=self.exercise.limits,
            forbidden=() if trusted else self.exercise.forbidden,
            filename=self.file,
            measure=measure,
        )

    def _measured(self, claim: Claim) -> None:
        """One claim in a process of its own, and the reference in another, both measured outside."""
        got, mine = self._alone(claim, self.source)
        expected, theirs = self._alone(claim, self.exercise.text("reference.py"), trusted=True)
        self._judge(claim, got, expected)
        result = self.results[claim.name]
        if result.verdict is not Verdict.PASS:
            return
        too_much = ""
        if claim.speed is not None:
            ratio = mine.cpu_seconds / max(theirs.cpu_seconds, _LEAST_CPU)
            if ratio > claim.speed:
                too_much = (
                    f"It took {ratio:.1f} times as long as the reference ({mine.cpu_seconds:.2f} s); "
                    f"at most {claim.speed:g} times is allowed."
                )
        if claim.memory_mb is not None and mine.peak_mb > claim.memory_mb:
            too_much = (
                f"It needed {mine.peak_mb:.0f} MB at its peak; {claim.memory_mb:g} MB are allowed."
            )
        if too_much:
            self._set(claim, got, expected, Verdict.WRONG, f"{too_much} {claim.otherwise}")

    def _alone(self, claim: Claim, source: str, *, trusted: bool = False) -> tuple[Trace, Ended]:
        with self._candidate(source, trusted=trusted, measure=claim.memory_mb is not None) as one:
            problem = one.load()
            one.seconds = claim.seconds or self.exercise.limits.seconds
            trace = Trace()
            if problem is None:
                trace = drive(claim, self.seed, self.exercise.entries[0], one)
            return trace, one.end()

    def _judge(self, claim: Claim, got: Trace, expected: Trace) -> None:
        if got.ended:
            verdict, message = _ended_words(got.ended)
            self._set(claim, got, expected, verdict, message)
        elif got.raised and not claim.raises:
            verdict, message = self._raised_words(got.raised)
            self._set(claim, got, expected, verdict, message)
        else:
            found = failure(claim, got, expected) if got.calls else "Nothing was called."
            message = f"{found} {claim.otherwise}" if found else ""
            self._set(claim, got, expected, Verdict.WRONG if found else Verdict.PASS, message)

    def _set(
        self, claim: Claim, got: Trace | None, expected: Trace | None, verdict: Verdict, text: str
    ) -> None:
        seconds = sum(getattr(a, "seconds", 0.0) for a in got.answers) if got else 0.0
        inputs = inputs_of(got) if got and verdict is not Verdict.PASS else ""
        self.results[claim.name] = ClaimResult(
            claim.name, claim.sentence, verdict, text.strip(), inputs, seconds
        )
        self.seen[claim.name] = Seen(claim, got, expected, verdict)

    def _not_loaded(self, claims: Sequence[Claim], problem: Ended | Raised) -> None:
        words = _ended_words(problem) if isinstance(problem, Ended) else self._raised_words(problem)
        for claim in claims:
            self._set(claim, None, None, *words)

    def _raised_words(self, raised: Raised) -> tuple[Verdict, str]:
        if raised.type == "MemoryError" or any(part in raised.message for part in _NO_MEMORY):
            return Verdict.MEMORY, f"It ran out of memory ({self.exercise.limits.memory_mb} MB)."
        if raised.type == "NameError" and not raised.line:
            return Verdict.ERROR, f"{self.file}: {raised.message}.{self._similar_name()}"
        place = f"{self.file}:{raised.line}: " if raised.line else ""
        if raised.type == "NotImplementedError":
            return Verdict.ERROR, f"{place}still to be written (NotImplementedError)."
        said = f": {raised.message}" if raised.message else ""
        return Verdict.ERROR, f"{place}{raised.type}{said}"

    def _similar_name(self) -> str:
        """What the learner may have called an entry point by mistake."""
        tree = ast.parse(self.source)
        defined = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
        for entry in self.exercise.entries:
            near = difflib.get_close_matches(entry, defined, n=1)
            if entry not in defined and near:
                return f" It defines `{near[0]}`; call it `{entry}`."
        return ""

    # -- the report ------------------------------------------------------------

    def _note(self, ended: Ended) -> None:
        room = max(0, 64 * 1024 - len(self.output))
        self.output += ended.output[:room]
        self.dropped += ended.output_dropped
        self.missing = ended.not_checked

    def _first_broken(self) -> ClaimResult | None:
        ordered = [self.results[c.name] for c in self.material.claims if c.name in self.results]
        bad = [r for r in ordered if r.verdict not in (Verdict.PASS, Verdict.NOTHING)]
        forbidden = [r for r in bad if r.verdict is Verdict.FORBIDDEN]
        return (forbidden or bad or [None])[0]

    def _headline(self, verdict: Verdict, broken: ClaimResult | None) -> str:
        total = len(self.material.claims)
        if verdict is Verdict.PASS:
            return f"All {total} claims hold."
        if verdict is Verdict.FORBIDDEN:
            places = self._named_lines()
            return f"{broken.message}{' See ' + places + '.' if places else ''}"
        if broken is None:
            return "No claim was checked."
        if {r.message for r in self.results.values()} == {broken.message}:
            return broken.message
        bad = sum(r.verdict is not Verdict.PASS for r in self.results.values())
        return f"{bad} of {total} claims do not hold. First: {broken.sentence} {broken.message}"

    def _finished(self, started: float, verdict: Verdict, message: str) -> Report:
        ordered = []
        for claim in self.material.claims:
            nothing = ClaimResult(claim.name, claim.sentence, Verdict.NOTHING, "Not reached.")
            ordered.append(self.results.get(claim.name, nothing))
        seen = [self.seen[c.name] for c in self.material.claims if c.name in self.seen]
        report = Report(
            self.exercise.name,
            verdict,
            self.seed,
            tuple(ordered),
            message=message.strip(),
            output=self.output,
            output_dropped=self.dropped,
            not_checked=self.missing,
            seconds=time.monotonic() - started,
        )
        if verdict in (Verdict.PASS, Verdict.NOTHING):
            return report
        return replace(report, diagnosis=diagnose(self.material, seen, self.seed))


def _caret(problem: SyntaxError) -> str:
    """The line and a caret below the place, indented by four."""
    line = (problem.text or "").rstrip("\n")
    shift = len(line) - len(line.lstrip())
    at = max(0, (problem.offset or 1) - 1 - shift)
    return f"\n    {line.strip()}\n    {' ' * at}^" if line.strip() else ""


def _ended_words(ended: Ended) -> tuple[Verdict, str]:
    match ended.how:
        case "timeout":
            return Verdict.TIMEOUT, f"It was stopped: {ended.detail}."
        case "forbidden":
            return (
                Verdict.FORBIDDEN,
                f"It used `{ended.detail}`, which this exercise does not allow.",
            )
        case "signal":
            return Verdict.CRASH, f"The process crashed with {ended.detail}."
        case "exit":
            return Verdict.CRASH, f"The process ended itself with exit code {ended.detail}."
        case _:
            return Verdict.CRASH, f"The process was stopped: {ended.detail or ended.how}."
