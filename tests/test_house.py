"""Who may import whom, proved on real processes and on the import graph."""

import subprocess
import sys
from pathlib import Path

import pytest


def _modules_after(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stdout.split()}


@pytest.mark.parametrize("module", ["tutor.cli", "tutor.study.session", "tutor.progress.due"])
def test_commands_start_without_textual_or_torch(module):
    assert _modules_after(f"import {module}").isdisjoint({"textual", "torch"})


def test_the_shell_prompt_number_needs_only_the_standard_library():
    loaded = _modules_after("import tutor.cli, tutor.progress.due")
    assert loaded.isdisjoint({"click", "yaml", "sqlite_utils", "fsrs", "rich"})


def test_the_screens_do_not_bring_in_torch():
    assert "torch" not in _modules_after("import tutor.ui.app, tutor.grading.client")


def test_first_paint_waits_for_no_store_and_no_decks():
    loaded = _modules_after("import tutor.ui.app")
    assert loaded.isdisjoint({"yaml", "sqlite_utils", "fsrs", "click"})


def test_import_contracts_hold():
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([tool], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
