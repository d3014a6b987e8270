"""Lending the terminal to the learner's editor."""

from __future__ import annotations

import os
import shlex
import subprocess

from textual.app import SuspendNotSupported


def edit_file(app, path: str, line: int) -> str:
    """Open a file in the learner's editor; a problem in words, or ""."""
    command = app.services.config.editor or os.environ.get("VISUAL") or os.environ.get("EDITOR", "")
    if not command:
        return f"No editor is set: export EDITOR, or `editor` in config.toml. The file is {path}:{line}."
    failed = ""
    try:
        with app.suspend():
            try:
                words = shlex.split(command)
                place = (
                    [f"+{line}", path] if "code" not in words[0] else ["--goto", f"{path}:{line}"]
                )
                subprocess.run([*words, *place], check=False)
            except (OSError, ValueError) as problem:
                failed = f"The editor `{command}` does not start: {problem}."
    except SuspendNotSupported:
        failed = f"This terminal cannot be lent to an editor. The file is {path}:{line}."
    return failed
