"""An answer that cannot break the template."""


def escape(text: str) -> str:
    """The text without backslashes and line breaks of its own."""
    raise NotImplementedError


def render(instruction: str, first: str, second: str) -> str:
    """Three labelled lines."""
    raise NotImplementedError


def parse(record: str) -> tuple[str, str, str]:
    """Instruction and both answers, as they were."""
    raise NotImplementedError


def win_rates(preferences: list[float]) -> tuple[float, float]:
    """Raw and discrete win rate."""
    raise NotImplementedError
