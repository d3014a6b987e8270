"""What people get wrong in rule-based rewards. Each docstring is the explanation."""

import re

_TAGS = ("<think>", "</think>", "<answer>", "</answer>")


def _inside(text, start):
    depth = 1
    for end in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        if depth == 0:
            return text[start:end].strip()
    return None


def _boxes(text):
    found = [_inside(text, m.end()) for m in re.finditer(r"\\boxed\{", text)]
    return [box for box in found if box is not None]


def _last(text):
    return (_boxes(text) or [None])[-1]


def _formatted(text, flags=re.DOTALL):
    once = all(text.count(tag) == 1 for tag in _TAGS)
    return (
        once
        and re.fullmatch(r"<think>.*</think>\s*<answer>.*</answer>", text.strip(), flags)
        is not None
    )


def first_box(text):
    """The first box is taken. A solution often boxes a first try and corrects it later: the last one is the answer."""
    return (_boxes(text) or [None])[0]


def stops_at_the_first_brace(text):
    """You read up to the first closing brace. In \\boxed{\\frac{1}{2}} that cuts the fraction apart. Count opening and closing braces."""
    found = re.findall(r"\\boxed\{(.*?)\}", text, re.DOTALL)
    return found[-1].strip() if found else None


def takes_everything(text):
    """You read up to the *last* closing brace of the text, and take along whatever stands between. Stop where the box's own brace closes."""
    at = text.rfind("\\boxed{")
    end = text.rfind("}")
    return text[at + 7 : end].strip() if at >= 0 and end >= at + 7 else None


def answer_anywhere(text, truth):
    """The answer counts if it occurs anywhere in the text. Then a text that lists many numbers is always right. Compare the box."""
    return 1.0 * (truth.strip() in text) + 0.1 * _formatted(text)


def tags_anywhere(text, truth):
    """The format holds as soon as both blocks are found somewhere. Text before them, a second pair or the wrong order pass as well. Match the whole text, each tag
    once."""
    found = all(re.search(f"<{tag}>.*?</{tag}>", text, re.DOTALL) for tag in ("think", "answer"))
    return 1.0 * (_last(text) == truth.strip()) + 0.1 * bool(found)


def one_line_only(text, truth):
    """The dot of your pattern does not match line breaks, so every reasoning of more than one line has the wrong format. Use re.DOTALL."""
    return 1.0 * (_last(text) == truth.strip()) + 0.1 * _formatted(text, 0)


def format_alone(text, truth):
    """A right answer in the wrong format gets nothing. The two parts are independent: 1.0 for the answer, 0.1 for the format."""
    formatted = _formatted(text)
    return 1.0 * (formatted and _last(text) == truth.strip()) + 0.1 * formatted
