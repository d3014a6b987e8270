"""Chat template and loss mask. Source: OpenAI, Chat Markup Language (2023), format; N. Lambert, RLHF book, ch. 4, masking."""

START, END = "<|im_start|>", "<|im_end|>"
IGNORE = -100


def render(messages: list[tuple[str, str]], generate: bool = False) -> str:
    parts = []
    for role, text in messages:
        if role not in ("system", "user", "assistant"):
            raise ValueError(f"unknown role {role!r}")
        if START in text or END in text:
            raise ValueError("a message must not contain markers")
        parts.append(f"{START}{role}\n{text}{END}\n")
    return "".join(parts) + (f"{START}assistant\n" if generate else "")


def labels(
    turns: list[tuple[str, list[int]]], end: int, last_only: bool = False
) -> tuple[list[int], list[int]]:
    spoken = [n for n, (role, _) in enumerate(turns) if role == "assistant"]
    learned = spoken[-1:] if last_only else spoken
    ids: list[int] = []
    wanted: list[int] = []
    for n, (_, tokens) in enumerate(turns):
        turn = [*tokens, end]
        ids += turn
        wanted += turn if n in learned else [IGNORE] * len(turn)
    return ids, wanted
