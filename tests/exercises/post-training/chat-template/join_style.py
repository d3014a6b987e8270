MARKS = ("<|im_start|>", "<|im_end|>")


def render(messages, generate=False):
    if any(role not in {"system", "user", "assistant"} for role, _ in messages):
        raise ValueError("roles are system, user and assistant")
    if any(mark in text for _, text in messages for mark in MARKS):
        raise ValueError("markers are not allowed inside of messages")
    rows = [f"{MARKS[0]}{role}\n{text}{MARKS[1]}" for role, text in messages]
    rows += [f"{MARKS[0]}assistant"] if generate else []
    return "".join(row + "\n" for row in rows)


def labels(turns, end, last_only=False):
    ids, out = [], []
    for role, tokens in turns:
        ids.extend(list(tokens) + [end])
        if role == "assistant" and last_only:
            out = [-100] * len(out)
        mark = (lambda t: t) if role == "assistant" else (lambda t: -100)
        out.extend(mark(t) for t in [*tokens, end])
    return ids, out
