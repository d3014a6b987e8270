"""Help, and the one screen that explains everything at the first run."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Footer, Markdown

_WELCOME = """# Welcome

Here you learn how language models work, a little every day.

- **Cards** ask; you answer for real: type, choose, compute, put in order. Then you rate how well
  you knew it (*1* Again, *2* Hard, *3* Good, *4* Easy). Each key shows when the card comes back.
- **Exercises** are code. The grader says *which misconception* your wrong code shows, and brings
  up the cards that teach it. Solved exercises come back, too.
- **Nothing is lost.** Each rating is saved at once; *u* takes back the last one, even tomorrow.

*enter* begins. Later: *?* help, *esc* back, *ctrl+p* all commands, *q* quit.
"""

_HELP = """# Keys

| where | keys |
| --- | --- |
| everywhere | *enter* or *space* go on, *esc* back, *?* help, *ctrl+p* all commands, *ctrl+q* quit |
| home | *d* decks, *e* exercises, *n* next exercise, *x* practise, *p* progress |
| a card | *1-9* choose, or give the order; *enter* answer; *?* typed as an answer: not known |
| after answering | *1* Again, *2* Hard, *3* Good, *4* Easy; *enter* takes the one in brackets; *v* related cards |
| study | *u* undo, *s* suspend, *b* bury until tomorrow, *o* article, *f8* edit the deck |
| while typing | *ctrl+z* undo, *f6* suspend, *f7* bury, *f9* article, *f8* edit the deck |
| exercises | *enter* open one, *m* your model: the language model that your solved exercises make |
| exercise | *f5* run, *ctrl+t* next tab, *f2* hint, *f3* solution, *f4* reset, *f8* your editor, *f9* cards |

# How it works

FSRS estimates how well you remember each card and asks again when the chance of recall has fallen
to the desired retention. A study day ends at 04:00. Practising (*x*) never moves the schedule.
Your code runs in a process that can read and write nothing of yours; `tutor doctor` says more.
Settings are in `config.toml` in your data folder.
"""


class HelpScreen(ModalScreen[None]):
    """Keys and how things work."""

    BINDINGS = [Binding("escape,q,enter,question_mark", "close", "Back", key_display="esc")]  # noqa: RUF012
    TEXT = _HELP

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="help-body"):
            yield Markdown(self.TEXT)
        yield Footer()

    def action_close(self) -> None:
        self.dismiss()


class WelcomeScreen(HelpScreen):
    """Shown once."""

    BINDINGS = [Binding("enter,space,escape", "close", "Begin", key_display="enter")]  # noqa: RUF012
    TEXT = _WELCOME

    def action_close(self) -> None:
        try:
            self.app.services.welcomed.touch()
        except OSError as problem:
            self.app.notify(f"The data folder is not writable: {problem}", severity="error")
        self.dismiss()
