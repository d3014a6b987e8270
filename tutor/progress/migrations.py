"""The tables, as named migrations in order. Each runs in one transaction with its own record."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

FORMAT = 1
"""Raised whenever a migration is added; a file with a higher number is refused."""

migrations = Migrations("tutor")

_FIRST = """
create table parameters (
  id integer primary key,
  text text not null unique
) strict;
create table reviews (
  id integer primary key autoincrement,
  key text not null,
  kind text not null,
  rating integer check (rating between 1 and 4),
  graded text not null default '',
  score real,
  at_ms integer not null,
  offset_minutes integer not null default 0,
  day integer not null,
  duration_ms integer not null default 0,
  retrievability real,
  interval integer not null default 0,
  due_ms integer not null default 0,
  parameters_id integer references parameters(id),
  fingerprint text not null default '',
  seed integer not null default 0,
  undoes integer references reviews(id),
  set_aside integer not null default 0,
  arg text not null default ''
) strict;
create index reviews_key on reviews(key);
create index reviews_day on reviews(day);
create index reviews_undoes on reviews(undoes) where undoes is not null;
create index reviews_renames on reviews(kind) where kind = 'rename';
create table memory (
  key text primary key,
  phase text not null,
  step integer not null,
  stability real not null,
  difficulty real not null,
  due_day integer not null,
  due_ms integer not null,
  last_day integer not null,
  interval integer not null,
  reps integer not null,
  lapses integer not null
) strict, without rowid;
create index memory_due on memory(due_day);
create table flags (
  key text primary key,
  suspended integer not null,
  buried_until integer not null,
  note text not null,
  leech integer not null,
  forward integer not null
) strict;
create table seen (
  key text primary key,
  question text not null,
  answer text not null,
  retired integer not null default 0
) strict;
create table attempts (
  id integer primary key autoincrement,
  exercise text not null,
  at_ms integer not null,
  day integer not null,
  verdict text not null,
  mistake text not null default '',
  seed integer not null,
  seconds real not null,
  hints integer not null default 0,
  gave_up integer not null default 0,
  source blob not null,
  report text not null
) strict;
create index attempts_exercise on attempts(exercise);
create table help_taken (
  exercise text primary key,
  hints integer not null default 0,
  gave_up integer not null default 0
) strict;
"""


@migrations()
def first_tables(db: Database) -> None:
    for statement in _FIRST.split(";\n"):
        if statement.strip():
            db.execute(statement)
    db.execute(f"pragma user_version = {FORMAT}")
