"""The learner's settings and the clock: declared once, validated, with defaults."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

from tutor.errors import ConfigError

Clock = Callable[[], datetime]
"""Returns the present moment, with a time zone."""


@dataclass(frozen=True, slots=True)
class Config:
    """Settings from `config.toml`; every field may be left out there."""

    new_per_day: int = 10
    """How many new cards a study day introduces at most."""
    reviews_per_day: int = 200
    """How many due reviews a study day asks at most."""
    desired_retention: float = 0.9
    """The probability of recall at which a card comes back (0.7 to 0.99)."""
    rollover_hour: int = 4
    """The local hour at which a study day ends (0 to 23)."""
    learning_minutes: tuple[int, ...] = (1, 10)
    """Steps of a card that is new."""
    relearning_minutes: tuple[int, ...] = (10,)
    """Steps of a card that was forgotten."""
    leech_lapses: int = 8
    """A card forgotten this often is set aside; 0 never does it."""
    maths: str = "block"
    """`block` draws display formulas in two dimensions, `line` on one line."""
    theme: str = "textual-dark"
    """A Textual theme; an unknown one falls back to the default."""
    editor: str = ""
    """Command of your editor; empty means `$VISUAL`, then `$EDITOR`."""


_RANGES: dict[str, tuple[float, float]] = {
    "new_per_day": (0, 9999),
    "reviews_per_day": (0, 9999),
    "desired_retention": (0.7, 0.99),
    "rollover_hour": (0, 23),
    "leech_lapses": (0, 99),
}


def load_config(path: Path) -> Config:
    """Read `config.toml`; a missing file means all defaults.

    Raises `ConfigError` naming the file and the setting.
    """
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as problem:
        raise ConfigError(f"The settings cannot be read ({problem}).", where=path) from problem
    except tomllib.TOMLDecodeError as problem:
        raise ConfigError(f"This is not valid TOML: {problem}.", where=path) from problem
    return Config(**{name: _checked(name, value, path) for name, value in given.items()})


def _checked(name: str, value: object, path: Path) -> object:
    known = {field.name: getattr(Config(), field.name) for field in fields(Config)}
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"Did you mean `{near[0]}`?" if near else f"Known are: {', '.join(known)}."
        raise ConfigError(f"There is no setting `{name}`.", where=path, todo=hint)
    default = known[name]
    if isinstance(default, tuple):
        return _minutes(name, value, path)
    if isinstance(default, float) and type(value) is int:
        value = float(value)
    if type(value) is not type(default):
        wanted = type(default).__name__
        raise ConfigError(f"`{name}` must be of type {wanted}, not {value!r}.", where=path)
    low, high = _RANGES.get(name, (None, None))
    if low is not None and not low <= value <= high:  # type: ignore[operator]
        raise ConfigError(f"`{name}` must lie between {low} and {high}.", where=path)
    if name == "maths" and value not in ("block", "line"):
        raise ConfigError("`maths` must be `block` or `line`.", where=path)
    return value


def _minutes(name: str, value: object, path: Path) -> tuple[int, ...]:
    if not isinstance(value, list) or any(type(m) is not int or not 0 < m < 1440 for m in value):
        raise ConfigError(f"`{name}` must be a list of whole minutes, like [1, 10].", where=path)
    return tuple(value)


def clock_from(env: Mapping[str, str]) -> Clock:
    """The system clock, or one that starts at `TUTOR_NOW` (ISO time) and runs on from there."""
    given = env.get("TUTOR_NOW")
    if not given:
        return lambda: datetime.now().astimezone()
    try:
        start = datetime.fromisoformat(given)
    except ValueError as problem:
        raise ConfigError(
            f"TUTOR_NOW is not an ISO time: {given!r}.", todo="Write it like 2026-03-01T09:00."
        ) from problem
    start = start if start.tzinfo else start.astimezone()
    began = monotonic()
    return lambda: start + timedelta(seconds=monotonic() - began)


def utc_ms(moment: datetime) -> int:
    """Milliseconds since 1970 in UTC, the form in which times are stored."""
    return round(moment.astimezone(UTC).timestamp() * 1000)
