r"""Rule-based rewards. Source: DeepSeek-AI, arXiv:2501.12948 sec. 2.2.2 (accuracy and format rewards)."""

import re

_BOX = r"\boxed{"
_FORMAT = re.compile(r"<think>.*</think>\s*<answer>.*</answer>", re.DOTALL)


def _inside(text: str, start: int) -> str | None:
    depth = 1
    for end in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        if depth == 0:
            return text[start:end].strip()
    return None  # never closed


def last_box(text: str) -> str | None:
    at = text.rfind(_BOX)
    while at >= 0:
        found = _inside(text, at + len(_BOX))
        if found is not None:
            return found
        at = text.rfind(_BOX, 0, at)
    return None


def reward(text: str, truth: str) -> float:
    right = last_box(text) == truth.strip()
    once = all(text.count(tag) == 1 for tag in ("<think>", "</think>", "<answer>", "</answer>"))
    formatted = once and _FORMAT.fullmatch(text.strip()) is not None
    return 1.0 * right + 0.1 * formatted
