"""Study days: whole numbers that turn over at night. Knows no clock; moments are passed in."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

_EPOCH = date(1970, 1, 1)


def study_day(moment: datetime, rollover_hour: int) -> int:
    """Days since 1970-01-01 of the local date, which changes at `rollover_hour`."""
    return ((moment - timedelta(hours=rollover_hour)).date() - _EPOCH).days


def date_of(day: int) -> date:
    """The calendar date on which the study day began."""
    return _EPOCH + timedelta(days=day)


def noon(day: int) -> datetime:
    """Noon UTC of a study day: two reviews of one day are 0 days apart, of the next exactly 1."""
    return datetime.combine(date_of(day), time(12), tzinfo=UTC)
