"""A judge's record that answers cannot forge. Source: Zheng et al., arXiv:2410.07137 sec. 2 (structured response); AlpacaEval repository (win rates)."""

LABELS = ("Instruction: ", "Output m: ", "Output M: ")


def escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def render(instruction: str, first: str, second: str) -> str:
    texts = instruction, first, second
    return "\n".join(label + escape(text) for label, text in zip(LABELS, texts))


def _unescape(text: str) -> str:
    parts, marked = [], False
    for character in text:
        if marked:
            parts.append("\n" if character == "n" else character)
        elif character != "\\":
            parts.append(character)
        marked = character == "\\" and not marked
    return "".join(parts)


def parse(record: str) -> tuple[str, str, str]:
    lines = record.split("\n")
    instruction, first, second = (
        _unescape(line[len(label) :]) for label, line in zip(LABELS, lines)
    )
    return instruction, first, second


def win_rates(preferences: list[float]) -> tuple[float, float]:
    raw = sum(value - 1 for value in preferences) / len(preferences)
    wins = sum((value > 1.5) + 0.5 * (value == 1.5) for value in preferences)
    return raw, wins / len(preferences)
