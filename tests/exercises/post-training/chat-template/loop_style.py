def render(messages, generate=False):
    text = ""
    for message in messages:
        role, content = message
        if role != "system" and role != "user" and role != "assistant":
            raise ValueError("role")
        if "<|im_start|>" in content:
            raise ValueError("start marker")
        if "<|im_end|>" in content:
            raise ValueError("end marker")
        text += "<|im_start|>" + role + "\n" + content + "<|im_end|>" + "\n"
    if generate:
        text += "<|im_start|>assistant\n"
    return text


def labels(turns, end, last_only=False):
    last = -1
    for i in range(len(turns)):
        if turns[i][0] == "assistant":
            last = i
    ids, out = [], []
    for i in range(len(turns)):
        role, tokens = turns[i]
        learn = role == "assistant" and (not last_only or i == last)
        for token in tokens + [end]:
            ids.append(token)
            out.append(token if learn else -100)
    return ids, out
