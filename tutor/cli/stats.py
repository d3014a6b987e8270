"""The learner's record in a few lines."""

from __future__ import annotations

from tutor.cli.world import World
from tutor.memory.days import study_day
from tutor.progress import totals
from tutor.progress.attempts import attempts
from tutor.study.overview import overview


def stat_lines(world: World) -> list[str]:
    """Today, retention, forecast, series, latest attempts."""
    store, today = world.store, study_day(world.clock(), world.config.rollover_hour)
    seen = overview(world.catalogue, store, world.config, world.clock())
    month = totals.true_retention(store, today - 29, today)
    share = (
        f"{month.share:.1%} of {month.passed + month.failed}"
        if month.share is not None
        else "none yet"
    )
    found = [
        f"due {seen.due}, new {seen.new}, streak {seen.streak} days",
        f"answers in the last 30 days: {sum(totals.reviews_per_day(store, today - 29, today).values())}",
        f"true retention, 30 days: {share}",
        f"due in the next 7 days: {' '.join(map(str, totals.forecast(store, today, 7)))}",
        "",
    ]
    found += [
        f"{s.title:25} {s.seen:4}/{s.cards:<4} seen, {s.mature} mastered, {s.due} due"
        for s in seen.series
    ]
    latest = attempts(store, limit=8)
    if latest:
        found += ["", "Latest gradings:"]
        found += [f"{a.exercise:45} {a.verdict:9} {a.mistake.replace('_', ' ')}" for a in latest]
    return found
