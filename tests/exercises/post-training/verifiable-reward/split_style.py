def last_box(text):
    pieces = text.split("\\boxed{")
    for n in range(len(pieces) - 1, 0, -1):
        rest = "\\boxed{".join(pieces[n:])
        depth = 1
        for i, c in enumerate(rest):
            depth += (c == "{") - (c == "}")
            if depth == 0:
                return rest[:i].strip()
    return None


def reward(text, truth):
    points = float(last_box(text) == truth.strip())
    body = text.strip()
    tags = ["<think>", "</think>", "<answer>", "</answer>"]
    at = [body.find(tag) for tag in tags]
    if min(at) >= 0 and at == sorted(at) and all(body.count(tag) == 1 for tag in tags):
        between = body[at[1] + len(tags[1]) : at[2]]
        if at[0] == 0 and not between.strip() and body.endswith("</answer>"):
            points += 0.1
    return points
