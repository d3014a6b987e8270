"""Cards and decks as frozen values. Reading files is `loader`, marking answers is `answers`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tutor.errors import Place

SERIES = {
    "tokenization": "Tokenization",
    "transformer": "The Transformer",
    "efficient-attention": "Efficient Attention",
    "training": "Training Fundamentals",
    "evaluation": "Evaluation",
    "post-training": "Post-Training",
}
"""Series in curriculum order: folder name -> title."""


@dataclass(frozen=True, slots=True)
class Flip:
    """`answer:` think, turn over, rate yourself."""

    answer: str


@dataclass(frozen=True, slots=True)
class Cloze:
    """`cloze:` one hole of a text; the other holes are shown filled."""

    text: str
    """The whole text with every hole as `{{c1::word}}` or `{{c1::word::hint}}`."""
    hole: int
    """The number of the hole that this card asks for."""


@dataclass(frozen=True, slots=True)
class Option:
    text: str
    right: bool
    why: str = ""
    """Why a wrong option is wrong, or a right one is right."""


@dataclass(frozen=True, slots=True)
class Choose:
    """`choose:` one right option, or several to be found together."""

    options: tuple[Option, ...]

    @property
    def several(self) -> bool:
        return sum(option.right for option in self.options) > 1


@dataclass(frozen=True, slots=True)
class Type:
    """`type:` a short answer, typed; the first accepted answer is the one shown."""

    accept: tuple[str, ...]
    near: Mapping[str, str] = field(default_factory=dict)
    """Expected wrong answers -> what is wrong with them."""


@dataclass(frozen=True, slots=True)
class Compute:
    """`compute:` arithmetic over the card's varied numbers."""

    expression: str
    unit: str = ""
    tolerance: float = 0.01
    """Relative error that still counts as right."""
    working: str = ""
    """How to get there, shown after answering; may use the varied names and `{result}`."""


@dataclass(frozen=True, slots=True)
class Formula:
    """`formula:` any expression that is algebraically equal."""

    expression: str
    variables: Mapping[str, tuple[float, float]]
    """Name -> interval from which the checking points are drawn."""


@dataclass(frozen=True, slots=True)
class Shape:
    """`shape:` the shape of a tensor, as symbols, numbers or products of them."""

    dims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """`order:` steps, written in the right order."""

    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Output:
    """`output:` what does this code print? The deck check runs it; the tutor never does."""

    code: str
    prints: str


Body = Flip | Cloze | Choose | Type | Compute | Formula | Shape | Order | Output

KINDS: dict[type, str] = {
    Flip: "answer",
    Cloze: "cloze",
    Choose: "choose",
    Type: "type",
    Compute: "compute",
    Formula: "formula",
    Shape: "shape",
    Order: "order",
    Output: "output",
}


@dataclass(frozen=True, slots=True)
class Card:
    """One question with one stable key. A cloze text gives one card per hole."""

    key: str
    """`series/deck:card-id`, with `#c1` behind it for a hole of a cloze."""
    deck: str
    """`series/nn-name`."""
    ask: str
    """The question, Markdown with `$...$`; `{name}` stands for a varied number.
    For a cloze it is the lead-in and may be empty."""
    body: Body
    place: Place
    """Where the card begins in its file."""
    vary: Mapping[str, tuple[float | int | str, ...]] = field(default_factory=dict)
    why: str = ""
    source: str = ""
    see: tuple[str, ...] = ()
    """Keys of related cards and exercises."""
    was: tuple[str, ...] = ()
    """Earlier keys of this card, whole."""
    rev: int = 1
    """Raised by the author when the answer changed in meaning."""
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)
    """Key of the file -> its line, 1-based."""

    def at(self, key: str) -> Place:
        """Where a key of the card stands; the card's beginning if it is not there."""
        return Place(self.place.path, self.lines.get(key, self.place.line))

    @property
    def kind(self) -> str:
        return KINDS[type(self.body)]

    @property
    def group(self) -> str:
        """What siblings share: the key without the hole."""
        return self.key.partition("#")[0]


@dataclass(frozen=True, slots=True)
class Deck:
    """One YAML file for one article."""

    name: str
    """`series/nn-name`."""
    title: str
    article: str
    about: str
    link: str
    """Page of the article, empty if it has none."""
    requires: tuple[str, ...]
    cards: tuple[Card, ...]
    place: Place
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)
    """Key of the file -> its line, 1-based."""

    def at(self, key: str) -> Place:
        """Where a key of the deck stands; the deck's beginning if it is not there."""
        return Place(self.place.path, self.lines.get(key, self.place.line))

    @property
    def series(self) -> str:
        return self.name.partition("/")[0]
