import re


def last_box(text):
    best, opens = None, []
    for i, c in enumerate(text):
        if c == "{":
            opens.append((i, text[:i].endswith("\\boxed")))
        elif c == "}" and opens:
            start, box = opens.pop()
            if box and (best is None or start > best[0]):
                best = (start, text[start + 1 : i].strip())
    return best[1] if best else None


def reward(text, truth):
    total = 1.0 if last_box(text) == truth.strip() else 0.0
    body = text.strip()
    shape = re.compile(
        r"\A<think>((?!</?think>|</?answer>).)*</think>\s*<answer>((?!</?think>|</?answer>).)*</answer>\Z",
        re.S,
    )
    return total + (0.1 if shape.match(body) else 0.0)
